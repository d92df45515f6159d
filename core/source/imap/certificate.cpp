// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/imap/certificate.h"

#include <QCryptographicHash>

#include <algorithm>
#include <array>

namespace tlsrpt
{

namespace
{

constexpr qsizetype sha256Bytes = 32;

QString nameOf(const QStringList &commonName, const QStringList &organisation)
{
    return commonName.isEmpty() ? organisation.join(u", ") : commonName.join(u", ");
}

using Fault = CertificateFault;
using Kind = Fault::Kind;

QString dayOf(const QDateTime &time)
{
    return time.toUTC().date().toString(Qt::ISODate);
}

/// The certificate in question may be an issuer's.
Fault faultOf(const QSslError &error, const QString &host)
{
    switch (error.error()) {
    case QSslError::CertificateExpired: return {Kind::Expired, dayOf(error.certificate().expiryDate())};
    case QSslError::CertificateNotYetValid: return {Kind::NotYetValid, dayOf(error.certificate().effectiveDate())};
    case QSslError::HostNameMismatch: return {Kind::WrongName, host};
    case QSslError::SelfSignedCertificate: return {Kind::SelfSigned, {}};
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted: return {Kind::UnknownIssuer, {}};
    default: return {Kind::Other, error.errorString()};
    }
}

struct KindName {
    Kind kind;
    QLatin1String name;
};

constexpr std::array kindNames{
    KindName{Kind::Expired, QLatin1String("expired")},
    KindName{Kind::NotYetValid, QLatin1String("not-yet-valid")},
    KindName{Kind::WrongName, QLatin1String("wrong-name")},
    KindName{Kind::SelfSigned, QLatin1String("self-signed")},
    KindName{Kind::UnknownIssuer, QLatin1String("unknown-issuer")},
};

const QString faultSeparator = QStringLiteral("; ");

} // namespace

QString toDetail(const std::vector<CertificateFault> &faults)
{
    QStringList parts;
    for (const Fault &fault : faults) {
        const auto named = std::find_if(kindNames.begin(), kindNames.end(),
                                        [&fault](const KindName &each) { return each.kind == fault.kind; });
        if (named == kindNames.end())
            parts << fault.fact;
        else
            parts << (fault.fact.isEmpty() ? QString(named->name) : named->name % u' ' % fault.fact);
    }
    return parts.join(faultSeparator);
}

std::vector<CertificateFault> faultsOf(const QString &detail)
{
    std::vector<CertificateFault> faults;
    const QStringList parts = detail.split(faultSeparator, Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        const auto named = std::find_if(kindNames.begin(), kindNames.end(), [&part](const KindName &each) {
            return part.section(u' ', 0, 0) == each.name;
        });
        faults.push_back(named == kindNames.end() ? Fault{Kind::Other, part} : Fault{named->kind, part.section(u' ', 1)});
    }
    return faults;
}

CertificateProblem problemOf(const QSslCertificate &certificate, const QList<QSslError> &errors, const QString &host)
{
    CertificateProblem problem;
    problem.subject = nameOf(certificate.subjectInfo(QSslCertificate::CommonName),
                             certificate.subjectInfo(QSslCertificate::Organization));
    problem.issuer = nameOf(certificate.issuerInfo(QSslCertificate::CommonName),
                            certificate.issuerInfo(QSslCertificate::Organization));
    problem.validFrom = certificate.effectiveDate().toUTC();
    problem.validTo = certificate.expiryDate().toUTC();
    problem.sha256 = certificate.digest(QCryptographicHash::Sha256);
    problem.names = certificate.subjectAlternativeNames().values();
    for (const QSslError &error : errors) {
        Fault fault = faultOf(error, host);
        if (std::find(problem.faults.begin(), problem.faults.end(), fault) == problem.faults.end())
            problem.faults.push_back(std::move(fault));
    }
    return problem;
}

bool isPinned(const QSslCertificate &certificate, const QByteArray &sha256)
{
    const QByteArray pin = sha256.size() == sha256Bytes ? sha256 : QByteArray::fromHex(sha256);
    return pin.size() == sha256Bytes && !certificate.isNull() &&
           certificate.digest(QCryptographicHash::Sha256) == pin;
}

} // namespace tlsrpt

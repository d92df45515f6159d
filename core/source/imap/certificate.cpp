// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/imap/certificate.h"

#include <QCryptographicHash>

namespace tlsrpt
{

namespace
{

constexpr qsizetype sha256Bytes = 32;

QString nameOf(const QStringList &commonName, const QStringList &organisation)
{
    return commonName.isEmpty() ? organisation.join(u", ") : commonName.join(u", ");
}

} // namespace

CertificateProblem problemOf(const QSslCertificate &certificate, const QList<QSslError> &errors)
{
    CertificateProblem problem;
    problem.subject = nameOf(certificate.subjectInfo(QSslCertificate::CommonName),
                             certificate.subjectInfo(QSslCertificate::Organization));
    problem.issuer = nameOf(certificate.issuerInfo(QSslCertificate::CommonName),
                            certificate.issuerInfo(QSslCertificate::Organization));
    problem.validFrom = certificate.effectiveDate().toUTC();
    problem.validTo = certificate.expiryDate().toUTC();
    problem.sha256 = certificate.digest(QCryptographicHash::Sha256);
    for (const QSslError &error : errors) {
        if (!problem.reasons.contains(error.errorString()))
            problem.reasons.append(error.errorString());
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explain/checks.h"

#include "core/report/names.h"

namespace tlsrpt
{

namespace
{

bool isPlainLabel(QStringView label)
{
    if (label.isEmpty() || label.size() > 63 || label.startsWith(u'-') || label.endsWith(u'-'))
        return false;
    for (const QChar c : label) {
        const char16_t u = c.unicode();
        const bool plain = (u >= u'a' && u <= u'z') || (u >= u'A' && u <= u'Z')
                        || (u >= u'0' && u <= u'9') || u == u'-';
        if (!plain)
            return false;
    }
    return true;
}

/// The address in its canonical form, which holds hexadecimal digits, dots and colons only.
QString plainAddress(const QString &text)
{
    // Longer than any address, a scope ("fe80::1%eth0") aside, which no public MX has.
    if (text.size() > 45 || text.contains(u'%'))
        return {};
    const QString address = normalisedAddress(text);
    for (const QChar c : address) {
        const char16_t u = c.unicode();
        const bool plain = (u >= u'0' && u <= u'9') || (u >= u'a' && u <= u'f') || u == u'.'
                        || u == u':';
        if (!plain)
            return {};
    }
    return address;
}

QString hostOr(const QString &name, QLatin1String instead)
{
    return isPlainHostName(name) ? name : QString(instead);
}

/// What goes into the templates. All four are safe in a shell without quotes.
struct Names {
    QString mx;      ///< host name
    QString target;  ///< what to connect to: the host name, or the address the report calls MX
    QString address; ///< may be empty
    QString domain;
};

Names namesOf(const Situation &situation)
{
    Names names;
    names.mx = hostOr(situation.mx, QLatin1String("MX"));
    const QString mxAsAddress = plainAddress(situation.mx);
    names.target = mxAsAddress.isEmpty() ? names.mx : mxAsAddress;
    names.address = plainAddress(situation.receivingIp);
    names.domain = hostOr(situation.domain, QLatin1String("DOMAIN"));
    return names;
}

/// "host:25"; an IPv6 address in brackets, quoted because shells expand brackets.
QString port25(const QString &target)
{
    if (target.contains(u':'))
        return u"'["_qs + target + u"]:25'"_qs;
    return target + u":25"_qs;
}

QString handshake(const QString &target, const QString &mx, QLatin1String option)
{
    return u"openssl s_client -starttls smtp -connect "_qs + port25(target) + u" \\\n"_qs
         + u"  -servername "_qs + mx + u" -verify_hostname "_qs + mx + u" \\\n"_qs
         + u"  -verify_return_error -brief"_qs + option + u" </dev/null"_qs;
}

QString certificatePipe(const Names &names)
{
    return u"openssl s_client -starttls smtp -connect "_qs + port25(names.target) + u" \\\n"_qs
         + u"  -servername "_qs + names.mx + u" -showcerts </dev/null 2>/dev/null \\\n"_qs;
}

QString policyFile(const Names &names)
{
    return u"curl -sS -D - --max-redirs 0 \\\n  https://mta-sts."_qs + names.domain
         + u"/.well-known/mta-sts.txt"_qs;
}

QString commandOf(CheckKind kind, const Names &names)
{
    switch (kind) {
    case CheckKind::TlsHandshake:
        return handshake(names.target, names.mx, QLatin1String(""));
    case CheckKind::TlsHandshakeAddress:
        return handshake(names.address.isEmpty() ? u"IP"_qs : names.address, names.mx,
                         QLatin1String(""));
    case CheckKind::CertificateDates:
        return certificatePipe(names)
             + u"  | openssl x509 -noout -subject -issuer -dates -ext subjectAltName"_qs;
    case CheckKind::EhloCapabilities:
        // The pauses matter: a server may drop a client that talks before the greeting.
        return u"(sleep 3; printf 'EHLO probe.example\\r\\n'; sleep 3; printf 'QUIT\\r\\n') \\\n"
               "  | nc -w 10 "_qs
             + names.target + u" 25"_qs;
    case CheckKind::PolicyFile:
        return policyFile(names);
    case CheckKind::StsRecordAndMx:
        return u"dig +short TXT _mta-sts."_qs + names.domain + u"\ndig +short MX "_qs
             + names.domain;
    case CheckKind::TlsaRecords:
        return u"dig +dnssec TLSA _25._tcp."_qs + names.mx;
    case CheckKind::TlsaDigest:
        return certificatePipe(names)
             + u"  | openssl x509 -noout -pubkey \\\n"
               "  | openssl pkey -pubin -outform DER | openssl dgst -sha256"_qs;
    case CheckKind::PosttlsFinger:
        return u"posttls-finger -l dane -c -L summary "_qs + names.domain;
    case CheckKind::ReportRecord:
        return u"dig +short TXT _smtp._tls."_qs + names.domain;
    case CheckKind::PolicyHostCertificate: {
        const QString host = u"mta-sts."_qs + names.domain;
        return u"openssl s_client -connect "_qs + host + u":443 \\\n  -servername "_qs + host
             + u" -verify_hostname "_qs + host
             + u" \\\n  -verify_return_error -brief </dev/null"_qs;
    }
    case CheckKind::DnssecChain:
        return u"delv TLSA _25._tcp."_qs + names.mx + u"\ndelv MX "_qs + names.domain;
    case CheckKind::TlsVersions:
        return handshake(names.target, names.mx, QLatin1String(" -tls1_2")) + u'\n'
             + handshake(names.target, names.mx, QLatin1String(" -tls1_3"));
    }
    Q_UNREACHABLE();
}

/// Port 25 is closed in many home and cloud networks.
bool usesPort25(CheckKind kind)
{
    switch (kind) {
    case CheckKind::TlsHandshake:
    case CheckKind::TlsHandshakeAddress:
    case CheckKind::CertificateDates:
    case CheckKind::EhloCapabilities:
    case CheckKind::TlsaDigest:
    case CheckKind::PosttlsFinger:
    case CheckKind::TlsVersions:
        return true;
    case CheckKind::PolicyFile:
    case CheckKind::StsRecordAndMx:
    case CheckKind::TlsaRecords:
    case CheckKind::ReportRecord:
    case CheckKind::PolicyHostCertificate:
    case CheckKind::DnssecChain:
        return false;
    }
    Q_UNREACHABLE();
}

using Kinds = std::vector<CheckKind>;

Kinds kindsFor(Cause cause, bool serverInvolved)
{
    using K = CheckKind;
    switch (cause) {
    case Cause::MxNotInPolicy: return {K::StsRecordAndMx, K::PolicyFile};
    case Cause::TlsaMismatch: return {K::TlsaRecords, K::TlsaDigest, K::PosttlsFinger};
    case Cause::TlsaUnusable:
    case Cause::TlsaSyntax: return {K::TlsaRecords, K::TlsaDigest};
    case Cause::Dnssec: return {K::DnssecChain, K::TlsaRecords};
    case Cause::DaneMissing: return {K::TlsaRecords, K::StsRecordAndMx};
    case Cause::SelfSigned:
    case Cause::ChainIncomplete:
    case Cause::NotTrusted: return {K::TlsHandshake, K::TlsHandshakeAddress, K::CertificateDates};
    case Cause::Expired:
    case Cause::NotYetValid:
    case Cause::WrongPurpose: return {K::CertificateDates, K::TlsHandshakeAddress};
    case Cause::NameMismatch:
        return {K::CertificateDates, K::StsRecordAndMx, K::TlsHandshakeAddress};
    case Cause::Handshake: return {K::TlsVersions, K::TlsHandshakeAddress};
    case Cause::StarttlsNotOffered:
    case Cause::StarttlsRefused: return {K::EhloCapabilities, K::TlsHandshakeAddress};
    case Cause::FetchTimeout:
    case Cause::FetchRedirect:
    case Cause::FetchNotFound:
    case Cause::FetchBlocked:
    case Cause::FetchServerError:
    case Cause::FetchConnect:
    case Cause::FetchBackoff: return {K::PolicyFile, K::StsRecordAndMx};
    case Cause::FetchFailed:
        return {K::PolicyFile, K::PolicyHostCertificate, K::StsRecordAndMx};
    case Cause::StsRecordBad:
    case Cause::StsRecordGone: return {K::StsRecordAndMx, K::PolicyFile};
    case Cause::PolicyInvalid: return {K::PolicyFile};
    case Cause::PolicyHostCertificate: return {K::PolicyHostCertificate, K::PolicyFile};
    case Cause::SenderConfiguration: return {K::TlsHandshake};
    case Cause::NoReason:
    case Cause::Unknown:
        if (!serverInvolved)
            return {K::StsRecordAndMx, K::PolicyFile, K::TlsHandshake};
        return {K::TlsHandshake, K::TlsVersions, K::CertificateDates};
    }
    Q_UNREACHABLE();
}

Check filledIn(CheckKind kind, const Names &names)
{
    return {kind, commandOf(kind, names), usesPort25(kind)};
}

} // namespace

bool isPlainHostName(QStringView name)
{
    // 253: the longest name DNS can carry (RFC 1035 §2.3.4).
    if (name.isEmpty() || name.size() > 253)
        return false;
    const QList<QStringView> labels = name.split(u'.');
    for (const QStringView label : labels) {
        if (!isPlainLabel(label))
            return false;
    }
    // A last label without any letter belongs to an address or to nothing.
    for (const QChar c : labels.last()) {
        if (c.isLetter())
            return true;
    }
    return false;
}

Check checkFor(CheckKind kind, const Situation &situation)
{
    return filledIn(kind, namesOf(situation));
}

std::vector<Check> checksFor(Cause cause, const Situation &situation)
{
    const Names names = namesOf(situation);
    std::vector<Check> checks;
    for (const CheckKind kind : kindsFor(cause, !situation.mx.isEmpty())) {
        // Without an address there is nothing to try beyond the name.
        if (kind == CheckKind::TlsHandshakeAddress && names.address.isEmpty())
            continue;
        checks.push_back(filledIn(kind, names));
    }
    return checks;
}

} // namespace tlsrpt

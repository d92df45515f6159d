// SPDX-License-Identifier: GPL-3.0-or-later
// Short names: causes, groups, tracks, modes, checks.
#include "ui/words/words.h"

#include <QCoreApplication>

namespace tlsrpt::words
{

namespace
{

class Causes
{
    Q_DECLARE_TR_FUNCTIONS(Causes)
};

} // namespace

QString causeName(Cause cause)
{
    switch (cause) {
    case Cause::MxNotInPolicy: return Causes::tr("Host not in the policy");
    case Cause::TlsaMismatch: return Causes::tr("Key does not match DANE");
    case Cause::TlsaUnusable: return Causes::tr("DANE records not usable");
    case Cause::TlsaSyntax: return Causes::tr("DANE record malformed");
    case Cause::Dnssec: return Causes::tr("DNSSEC broken");
    case Cause::DaneMissing: return Causes::tr("DANE record missing");
    case Cause::SelfSigned: return Causes::tr("Certificate self-signed");
    case Cause::ChainIncomplete: return Causes::tr("Certificate chain incomplete");
    case Cause::NotTrusted: return Causes::tr("Certificate not trusted");
    case Cause::Expired: return Causes::tr("Certificate expired");
    case Cause::NotYetValid: return Causes::tr("Certificate not valid yet");
    case Cause::WrongPurpose: return Causes::tr("Certificate for another purpose");
    case Cause::NameMismatch: return Causes::tr("Certificate name wrong");
    case Cause::Handshake: return Causes::tr("Encryption not agreed");
    case Cause::StarttlsNotOffered: return Causes::tr("No encryption offered");
    case Cause::StarttlsRefused: return Causes::tr("Encryption refused");
    case Cause::FetchTimeout: return Causes::tr("Policy server too slow");
    case Cause::FetchRedirect: return Causes::tr("Policy redirected");
    case Cause::FetchNotFound: return Causes::tr("Policy file not found");
    case Cause::FetchBlocked: return Causes::tr("Policy server refused access");
    case Cause::FetchServerError: return Causes::tr("Policy server error");
    case Cause::FetchConnect: return Causes::tr("Policy server not reached");
    case Cause::FetchBackoff: return Causes::tr("Policy not tried again yet");
    case Cause::FetchFailed: return Causes::tr("Policy not fetched");
    case Cause::StsRecordBad: return Causes::tr("MTA-STS record wrong");
    case Cause::StsRecordGone: return Causes::tr("MTA-STS record missing");
    case Cause::PolicyInvalid: return Causes::tr("Policy invalid");
    case Cause::PolicyHostCertificate: return Causes::tr("Policy server: bad certificate");
    case Cause::SenderConfiguration: return Causes::tr("Sender’s own settings");
    case Cause::NoReason: return Causes::tr("No reason given");
    case Cause::Unknown: return Causes::tr("Reason unclear");
    }
    Q_UNREACHABLE();
}

QString groupName(CauseGroup group)
{
    switch (group) {
    case CauseGroup::CertificateExpired: return Causes::tr("Certificate expired");
    case CauseGroup::CertificateName: return Causes::tr("Certificate name wrong");
    case CauseGroup::CertificateTrust: return Causes::tr("Certificate not trusted");
    case CauseGroup::NoEncryption: return Causes::tr("No encryption offered");
    case CauseGroup::HostNotInPolicy: return Causes::tr("Host not in the policy");
    case CauseGroup::Dane: return Causes::tr("DANE or DNSSEC wrong");
    case CauseGroup::PolicyFetch: return Causes::tr("Policy not fetched or invalid");
    case CauseGroup::Other: return Causes::tr("Other or no reason");
    }
    Q_UNREACHABLE();
}

QString trackName(Track track)
{
    switch (track) {
    case Track::Sts: return Causes::tr("MTA-STS");
    case Track::Tlsa: return Causes::tr("DANE");
    case Track::None: return Causes::tr("No policy");
    case Track::Other: return Causes::tr("Other policy");
    }
    Q_UNREACHABLE();
}

QString modeName(PolicyMode mode)
{
    switch (mode) {
    case PolicyMode::Unknown: return Causes::tr("not told");
    case PolicyMode::None: return u"none"_qs;
    case PolicyMode::Testing: return u"testing"_qs;
    case PolicyMode::Enforce: return u"enforce"_qs;
    }
    Q_UNREACHABLE();
}

QString policyApplied(Track track, PolicyMode mode)
{
    if (track != Track::Sts || mode == PolicyMode::Unknown)
        return trackName(track);
    //: "MTA-STS enforce"
    return Causes::tr("%1 %2").arg(trackName(track), modeName(mode));
}

QString policiesApplied(const DomainRow &domain)
{
    if (!domain.hasSts || !domain.hasTlsa)
        return policyApplied(domain.track, domain.mode);
    return policyApplied(Track::Sts, domain.mode) + u", "_qs + trackName(Track::Tlsa);
}

QString domainOrder()
{
    return Causes::tr("Those with most failed sessions in the last 7 days first");
}

QString checkTitle(CheckKind kind)
{
    switch (kind) {
    case CheckKind::TlsHandshake: return Causes::tr("Try the encryption of the mail server");
    case CheckKind::TlsHandshakeAddress:
        return Causes::tr("Try the address that the report names");
    case CheckKind::CertificateDates:
        return Causes::tr("Show the certificate, its names and dates");
    case CheckKind::EhloCapabilities: return Causes::tr("See whether the answer offers STARTTLS");
    case CheckKind::PolicyFile: return Causes::tr("Fetch the policy file");
    case CheckKind::StsRecordAndMx:
        return Causes::tr("Show the MTA-STS record and the mail servers");
    case CheckKind::TlsaRecords: return Causes::tr("Show the DANE records");
    case CheckKind::TlsaDigest: return Causes::tr("Compute the digest of the server’s key");
    case CheckKind::PosttlsFinger: return Causes::tr("Let Postfix’s tool test DANE");
    case CheckKind::ReportRecord: return Causes::tr("Show the record that asks for reports");
    case CheckKind::PolicyHostCertificate:
        return Causes::tr("Test the certificate of the policy server");
    case CheckKind::DnssecChain: return Causes::tr("Test the signatures of the DNS");
    case CheckKind::TlsVersions: return Causes::tr("Try TLS 1.2, then TLS 1.3");
    }
    Q_UNREACHABLE();
}

} // namespace tlsrpt::words

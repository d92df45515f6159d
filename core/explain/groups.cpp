// SPDX-License-Identifier: GPL-3.0-or-later
// Causes to groups, and the stable names of both.
#include "core/explain/cause.h"

namespace tlsrpt
{

CauseGroup groupOf(Cause cause)
{
    switch (cause) {
    case Cause::MxNotInPolicy:
        return CauseGroup::HostNotInPolicy;
    case Cause::TlsaMismatch:
    case Cause::TlsaUnusable:
    case Cause::TlsaSyntax:
    case Cause::Dnssec:
    case Cause::DaneMissing:
        return CauseGroup::Dane;
    case Cause::SelfSigned:
    case Cause::ChainIncomplete:
    case Cause::NotTrusted:
    case Cause::NotYetValid:
    case Cause::WrongPurpose:
        return CauseGroup::CertificateTrust;
    case Cause::Expired:
        return CauseGroup::CertificateExpired;
    case Cause::NameMismatch:
        return CauseGroup::CertificateName;
    case Cause::StarttlsNotOffered:
    case Cause::StarttlsRefused:
        return CauseGroup::NoEncryption;
    case Cause::FetchTimeout:
    case Cause::FetchRedirect:
    case Cause::FetchNotFound:
    case Cause::FetchBlocked:
    case Cause::FetchServerError:
    case Cause::FetchConnect:
    case Cause::FetchBackoff:
    case Cause::FetchFailed:
    case Cause::StsRecordBad:
    case Cause::StsRecordGone:
    case Cause::PolicyInvalid:
    case Cause::PolicyHostCertificate:
        return CauseGroup::PolicyFetch;
    case Cause::Handshake:
    case Cause::SenderConfiguration:
    case Cause::NoReason:
    case Cause::Unknown:
        return CauseGroup::Other;
    }
    Q_UNREACHABLE();
}

QLatin1String slug(Cause cause)
{
    switch (cause) {
    case Cause::MxNotInPolicy: return QLatin1String("mx-not-in-policy");
    case Cause::TlsaMismatch: return QLatin1String("tlsa-mismatch");
    case Cause::TlsaUnusable: return QLatin1String("tlsa-unusable");
    case Cause::TlsaSyntax: return QLatin1String("tlsa-syntax");
    case Cause::Dnssec: return QLatin1String("dnssec");
    case Cause::DaneMissing: return QLatin1String("dane-missing");
    case Cause::SelfSigned: return QLatin1String("self-signed");
    case Cause::ChainIncomplete: return QLatin1String("chain-incomplete");
    case Cause::NotTrusted: return QLatin1String("not-trusted");
    case Cause::Expired: return QLatin1String("expired");
    case Cause::NotYetValid: return QLatin1String("not-yet-valid");
    case Cause::WrongPurpose: return QLatin1String("wrong-purpose");
    case Cause::NameMismatch: return QLatin1String("name-mismatch");
    case Cause::Handshake: return QLatin1String("handshake");
    case Cause::StarttlsNotOffered: return QLatin1String("starttls-not-offered");
    case Cause::StarttlsRefused: return QLatin1String("starttls-refused");
    case Cause::FetchTimeout: return QLatin1String("fetch-timeout");
    case Cause::FetchRedirect: return QLatin1String("fetch-redirect");
    case Cause::FetchNotFound: return QLatin1String("fetch-not-found");
    case Cause::FetchBlocked: return QLatin1String("fetch-blocked");
    case Cause::FetchServerError: return QLatin1String("fetch-server-error");
    case Cause::FetchConnect: return QLatin1String("fetch-connect");
    case Cause::FetchBackoff: return QLatin1String("fetch-backoff");
    case Cause::FetchFailed: return QLatin1String("fetch-failed");
    case Cause::StsRecordBad: return QLatin1String("sts-record-bad");
    case Cause::StsRecordGone: return QLatin1String("sts-record-gone");
    case Cause::PolicyInvalid: return QLatin1String("policy-invalid");
    case Cause::PolicyHostCertificate: return QLatin1String("policy-host-certificate");
    case Cause::SenderConfiguration: return QLatin1String("sender-configuration");
    case Cause::NoReason: return QLatin1String("no-reason");
    case Cause::Unknown: return QLatin1String("unknown");
    }
    Q_UNREACHABLE();
}

QLatin1String slug(CauseGroup group)
{
    switch (group) {
    case CauseGroup::CertificateExpired: return QLatin1String("certificate-expired");
    case CauseGroup::CertificateName: return QLatin1String("certificate-name");
    case CauseGroup::CertificateTrust: return QLatin1String("certificate-trust");
    case CauseGroup::NoEncryption: return QLatin1String("no-encryption");
    case CauseGroup::HostNotInPolicy: return QLatin1String("host-not-in-policy");
    case CauseGroup::Dane: return QLatin1String("dane");
    case CauseGroup::PolicyFetch: return QLatin1String("policy-fetch");
    case CauseGroup::Other: return QLatin1String("other");
    }
    Q_UNREACHABLE();
}

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/problem.h"

namespace tlsrpt
{

Problem problemOf(Cause cause)
{
    switch (cause) {
    case Cause::Expired:
        return Problem::CertificateExpired;
    case Cause::NameMismatch:
        return Problem::CertificateName;
    case Cause::SelfSigned:
    case Cause::ChainIncomplete:
    case Cause::NotTrusted:
    case Cause::NotYetValid:
    case Cause::WrongPurpose:
        return Problem::CertificateTrust;
    case Cause::StarttlsNotOffered:
    case Cause::StarttlsRefused:
        return Problem::StarttlsMissing;
    case Cause::MxNotInPolicy:
        return Problem::MxNotInPolicy;
    case Cause::Handshake:
        return Problem::Handshake;
    case Cause::NoReason:
    case Cause::Unknown:
        return Problem::Unexplained;
    case Cause::FetchTimeout:
    case Cause::FetchRedirect:
    case Cause::FetchNotFound:
    case Cause::FetchBlocked:
    case Cause::FetchServerError:
    case Cause::FetchConnect:
    case Cause::FetchBackoff:
    case Cause::FetchFailed:
    case Cause::StsRecordGone:
        return Problem::PolicyFetch;
    case Cause::StsRecordBad:
    case Cause::PolicyInvalid:
    case Cause::PolicyHostCertificate:
        return Problem::PolicyRejected;
    case Cause::TlsaMismatch:
        return Problem::TlsaMismatch;
    case Cause::TlsaUnusable:
    case Cause::TlsaSyntax:
        return Problem::TlsaUnusable;
    case Cause::Dnssec:
        return Problem::Dnssec;
    case Cause::DaneMissing:
        return Problem::DaneDemanded;
    case Cause::SenderConfiguration:
        return Problem::SenderSetup;
    }
    Q_UNREACHABLE();
}

bool isPolicyLevel(Problem problem)
{
    return problem == Problem::PolicyFetch || problem == Problem::PolicyRejected;
}

} // namespace tlsrpt

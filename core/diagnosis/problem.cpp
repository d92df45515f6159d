// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/problem.h"

namespace tlsrpt
{

namespace
{

/// Finer than the groups that charts tell apart: these have different owners.
Problem daneProblemOf(Cause cause)
{
    switch (cause) {
    case Cause::TlsaMismatch: return Problem::TlsaMismatch;
    case Cause::Dnssec: return Problem::Dnssec;
    case Cause::DaneMissing: return Problem::DaneDemanded;
    default: return Problem::TlsaUnusable;
    }
}

bool wasFetched(Cause cause)
{
    return cause == Cause::StsRecordBad || cause == Cause::PolicyInvalid
        || cause == Cause::PolicyHostCertificate;
}

Problem otherProblemOf(Cause cause)
{
    switch (cause) {
    case Cause::Handshake: return Problem::Handshake;
    case Cause::SenderConfiguration: return Problem::SenderSetup;
    default: return Problem::Unexplained;
    }
}

} // namespace

Problem problemOf(Cause cause)
{
    switch (groupOf(cause)) {
    case CauseGroup::CertificateExpired: return Problem::CertificateExpired;
    case CauseGroup::CertificateName: return Problem::CertificateName;
    case CauseGroup::CertificateTrust: return Problem::CertificateTrust;
    case CauseGroup::NoEncryption: return Problem::StarttlsMissing;
    case CauseGroup::HostNotInPolicy: return Problem::MxNotInPolicy;
    case CauseGroup::Dane: return daneProblemOf(cause);
    case CauseGroup::PolicyFetch: return wasFetched(cause) ? Problem::PolicyRejected : Problem::PolicyFetch;
    case CauseGroup::Other: return otherProblemOf(cause);
    }
    Q_UNREACHABLE();
}

bool isPolicyLevel(Problem problem)
{
    return problem == Problem::PolicyFetch || problem == Problem::PolicyRejected;
}

} // namespace tlsrpt

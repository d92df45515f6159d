// SPDX-License-Identifier: GPL-3.0-or-later
// Result type, reason, track and coverage to one cause.
#include "core/explain/cause.h"

#include "core/explain/reason.h"

namespace tlsrpt
{

namespace
{

/// What the type says by itself, when the reason adds nothing.
Cause causeOfType(ResultType type, Track track)
{
    switch (type) {
    case ResultType::StarttlsNotSupported: return Cause::StarttlsNotOffered;
    case ResultType::CertificateHostMismatch: return Cause::NameMismatch;
    case ResultType::CertificateExpired: return Cause::Expired;
    case ResultType::CertificateNotTrusted:
        // Postfix reports a certificate that matches no TLSA record so.
        return track == Track::Tlsa ? Cause::TlsaMismatch : Cause::NotTrusted;
    case ResultType::ValidationFailure:
        return track == Track::Tlsa ? Cause::TlsaMismatch : Cause::NoReason;
    case ResultType::TlsaInvalid: return Cause::TlsaMismatch;
    case ResultType::DnssecInvalid: return Cause::Dnssec;
    case ResultType::DaneRequired: return Cause::DaneMissing;
    case ResultType::StsPolicyFetchError: return Cause::FetchFailed;
    case ResultType::StsPolicyInvalid: return Cause::PolicyInvalid;
    case ResultType::StsWebpkiInvalid: return Cause::PolicyHostCertificate;
    }
    Q_UNREACHABLE();
}

bool aboutPolicy(Cause cause)
{
    return groupOf(cause) == CauseGroup::PolicyFetch;
}

bool aboutCertificate(Cause cause)
{
    const CauseGroup group = groupOf(cause);
    return group == CauseGroup::CertificateExpired || group == CauseGroup::CertificateName
        || group == CauseGroup::CertificateTrust;
}

/// While a policy is fetched, a bad certificate or handshake is the policy host's.
Cause atPolicyHost(Cause cause)
{
    if (aboutCertificate(cause))
        return Cause::PolicyHostCertificate;
    if (cause == Cause::Handshake)
        return Cause::FetchConnect;
    return cause;
}

/// Whether a reason may refine the type. A specific type is not overruled by a loose word: a
/// certificate-expired with "SSL" in its reason is still an expired certificate.
bool refines(ResultType type, Cause cause)
{
    switch (type) {
    case ResultType::StarttlsNotSupported:
        return cause == Cause::StarttlsRefused || cause == Cause::StarttlsNotOffered;
    case ResultType::CertificateHostMismatch:
        return cause == Cause::MxNotInPolicy || cause == Cause::NameMismatch;
    case ResultType::CertificateExpired:
        return cause == Cause::Expired || cause == Cause::NotYetValid;
    case ResultType::CertificateNotTrusted: return !aboutPolicy(cause);
    case ResultType::ValidationFailure: return true;
    case ResultType::TlsaInvalid: return groupOf(cause) == CauseGroup::Dane;
    case ResultType::DnssecInvalid: return cause == Cause::Dnssec;
    case ResultType::DaneRequired: return cause == Cause::DaneMissing;
    case ResultType::StsPolicyFetchError:
    case ResultType::StsPolicyInvalid: return aboutPolicy(cause);
    case ResultType::StsWebpkiInvalid:
        return cause == Cause::PolicyHostCertificate || cause == Cause::StsRecordBad
            || cause == Cause::StsRecordGone;
    }
    Q_UNREACHABLE();
}

} // namespace

CauseReading readCause(const FailureFacts &facts)
{
    const std::optional<ResultType> type = resultTypeOf(QStringView(facts.resultType).trimmed());
    const ReasonReading reason = readReason(facts.reason, type);
    CauseReading reading;
    reading.usedCachedPolicy = reason.usedCachedPolicy;
    const bool given = !QStringView(facts.reason).trimmed().isEmpty();

    std::optional<Cause> said = reason.cause;
    if (said && isPolicyLevel(type))
        said = atPolicyHost(*said);
    // A pattern test is proof, whatever the reason says; and only MTA-STS lists servers.
    const bool listsNone = facts.track == Track::Tlsa || facts.track == Track::None;
    if (said == Cause::MxNotInPolicy && (listsNone || facts.coverage == Coverage::Covered))
        said.reset();
    const bool refined = said && (!type || refines(*type, *said));
    reading.reasonUnderstood = given && (reason.bare || refined);

    const bool mayHideMiss = type == ResultType::ValidationFailure
                          || type == ResultType::CertificateHostMismatch;
    if (mayHideMiss && facts.coverage == Coverage::NotCovered)
        reading.cause = Cause::MxNotInPolicy;
    else if (refined)
        reading.cause = *said;
    else if (!type || (type == ResultType::ValidationFailure && !reason.bare))
        reading.cause = Cause::Unknown;
    else
        reading.cause = causeOfType(*type, facts.track);
    return reading;
}

Cause causeOf(const FailureFacts &facts)
{
    return readCause(facts).cause;
}

} // namespace tlsrpt

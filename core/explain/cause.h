// SPDX-License-Identifier: GPL-3.0-or-later
// The normalised cause of a failure: different senders name one fault differently.
#pragma once

#include "core/report/report.h"

namespace tlsrpt
{

enum class Cause : quint8 {
    MxNotInPolicy, TlsaMismatch, TlsaUnusable, TlsaSyntax, Dnssec, DaneMissing,
    SelfSigned, ChainIncomplete, NotTrusted, Expired, NotYetValid, WrongPurpose, NameMismatch,
    Handshake, StarttlsNotOffered, StarttlsRefused,
    FetchTimeout, FetchRedirect, FetchNotFound, FetchBlocked, FetchServerError, FetchConnect,
    FetchBackoff, FetchFailed, StsRecordBad, StsRecordGone, PolicyInvalid, PolicyHostCertificate,
    SenderConfiguration, ///< all-trust-anchors-unusable and the like: the sender's own set-up
    NoReason,            ///< a bare validation-failure
    Unknown,             ///< an unregistered type, or a text that nobody knows: shown verbatim
};
inline constexpr int causeCount = static_cast<int>(Cause::Unknown) + 1;

/// The eight groups that charts tell apart by colour.
enum class CauseGroup : quint8 {
    CertificateExpired, CertificateName, CertificateTrust, NoEncryption, HostNotInPolicy,
    Dane, PolicyFetch, Other,
};
inline constexpr int causeGroupCount = 8;

CauseGroup groupOf(Cause cause);
/// Stable kebab-case name for settings and filters.
QLatin1String slug(Cause cause);
QLatin1String slug(CauseGroup group);

/// Whether the host that failed is in the policy the sender applied.
enum class Coverage : quint8 { NotApplicable, Unknown, Covered, NotCovered };

/// Everything that decides the cause.
struct FailureFacts {
    QString resultType;
    QString reason;
    Track track = Track::Other;
    Coverage coverage = Coverage::NotApplicable;
};
Cause causeOf(const FailureFacts &facts);

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
// What a failure did to the mail: the delivery table, by cause, mode and track.
#include "core/explain/explanation.h"

#include "core/explain/reason.h"

namespace tlsrpt
{

namespace
{

/// The columns of the delivery table.
enum class Column : quint8 { NoPolicy, Testing, Enforce, Dane, NotTold };

Column columnOf(Track track, PolicyMode mode)
{
    switch (track) {
    case Track::None: return Column::NoPolicy;
    case Track::Tlsa: return Column::Dane;
    case Track::Other: return Column::NotTold;
    case Track::Sts: break;
    }
    switch (mode) {
    case PolicyMode::None: return Column::NoPolicy;
    case PolicyMode::Testing: return Column::Testing;
    case PolicyMode::Enforce: return Column::Enforce;
    case PolicyMode::Unknown: return Column::NotTold;
    }
    Q_UNREACHABLE();
}

/// A row of the table that reads x, x, S, S.
MailEffect unlessDemanded(Column column, MailEffect otherwise)
{
    switch (column) {
    case Column::NoPolicy:
    case Column::Testing: return otherwise;
    case Column::Enforce:
    case Column::Dane: return MailEffect::Delayed;
    case Column::NotTold: return MailEffect::Unknown;
    }
    Q_UNREACHABLE();
}

} // namespace

MailEffect effectOf(Cause cause, const QString &resultType, Track track, PolicyMode mode)
{
    // "This sender only", whatever its reason says (RFC 7672 §6).
    if (resultTypeOf(resultType) == ResultType::DaneRequired)
        return MailEffect::DelayedThisSenderOnly;
    const Column column = columnOf(track, mode);
    switch (cause) {
    case Cause::StarttlsNotOffered:
    case Cause::StarttlsRefused:
    case Cause::Handshake:
        return unlessDemanded(column, MailEffect::DeliveredPlain);
    case Cause::SelfSigned:
    case Cause::ChainIncomplete:
    case Cause::NotTrusted:
    case Cause::Expired:
    case Cause::NotYetValid:
    case Cause::WrongPurpose:
    case Cause::NameMismatch:
    case Cause::SenderConfiguration:
        return unlessDemanded(column, MailEffect::DeliveredUnauthenticated);
    case Cause::MxNotInPolicy:
    case Cause::NoReason:
    case Cause::Unknown:
        // Delivered; whether encrypted, the report does not tell.
        return unlessDemanded(column, MailEffect::Delivered);
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
        // Under DANE the TLSA records decide, and about them this failure says nothing.
        return column == Column::Dane ? MailEffect::Unknown : MailEffect::DependsOnCachedPolicy;
    case Cause::TlsaUnusable:
    case Cause::TlsaSyntax:
        return MailEffect::DeliveredUnauthenticated;
    case Cause::TlsaMismatch:
    case Cause::Dnssec:
    case Cause::DaneMissing:
        // Only DANE senders see these; they must not fall back (RFC 7672 §2.1, §2.2).
        return MailEffect::Delayed;
    }
    Q_UNREACHABLE();
}

} // namespace tlsrpt

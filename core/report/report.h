// SPDX-License-Identifier: GPL-3.0-or-later
// One TLS report (RFC 8460 §4.4) as values, normalised but not judged.
#pragma once

#include "core/base/day.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace tlsrpt
{

/// Which policy the sessions were held against; never added up across tracks.
enum class Track : quint8 { Sts, Tlsa, None, Other };
inline constexpr int trackCount = 4;

/// "sts", "tlsa", "none", "other": for JSON and the command line.
QLatin1String slug(Track track);
/// From a policy-type as sent (RFC 8460 §4.4), case-insensitively; anything unknown is Other.
Track trackOf(QStringView policyType);

/// RFC 8461 §3.2 "mode"; Unknown where the report does not carry the policy.
enum class PolicyMode : quint8 { Unknown, None, Testing, Enforce };

struct FailureDetail {
    QString resultType;            ///< as sent, trimmed; compare lower-cased
    QString sendingMtaIp;          ///< RFC 5952 form where it is an address, else as sent; may be empty
    QString receivingMx;           ///< lower-case A-labels, no trailing dot; may be empty
    QString receivingHelo;         ///< as sent, may hold a whole EHLO answer
    QString receivingIp;           ///< like sendingMtaIp
    QString additionalInformation; ///< as sent; a stranger's text, never opened by itself
    QString reasonCode;            ///< failure-reason-code as sent
    qint64 failedSessions = 0;     ///< occurrences, 0..2^53

    bool operator==(const FailureDetail &) const = default;
};

struct PolicyResult {
    QString policyType;            ///< as sent
    Track track = Track::Other;
    QStringList policyStrings;     ///< flattened and trimmed, order kept
    QString policyDomain;          ///< lower-case A-labels, no trailing dot; filled from hints if missing
    QString policyDomainAsSent;    ///< normalised the same way but empty if the report had none
    QStringList mxHosts;           ///< mx patterns: from mx-host, else from the policy strings
    qint64 successful = 0;         ///< sessions, 0..2^53
    qint64 failed = 0;             ///< sessions, 0..2^53
    bool inHeadline = true;        ///< false: the same sessions are counted by another row
    std::vector<FailureDetail> failures;

    bool operator==(const PolicyResult &) const = default;
};

/// A way in which a report differs from RFC 8460 and how it was read nevertheless.
/// The numbers are stored as bits of an integer: append only.
enum class DeviationKind : quint8 {
    ByteOrderMark,
    NotUtf8,                 ///< UTF-16 or a single-byte text
    DataAfterJson,
    NumbersOutOfRange,       ///< simdjson refused, QJsonDocument read it
    OrganizationMissing,
    ContactMissing,
    ReportIdMissing,
    TimeWithoutZone,         ///< read as UTC
    TimeWithOffset,          ///< a zone other than Z, converted
    TimeUnusual,             ///< fractions, blanks, another notation
    MultiDay,                ///< over 26 hours
    NotWholeDay,             ///< does not start at midnight UTC
    InTheFuture,             ///< begins over a day after the import; set by whoever knows the clock
    PoliciesNotAnArray,
    PoliciesEmpty,
    PolicyMissing,           ///< an element of policies without "policy"
    PolicyTypeMissing,
    PolicyTypeUnknown,
    PolicyTypeCase,
    PolicyStringMissing,     ///< an sts or tlsa policy without policy-string
    PolicyStringNotAnArray,
    PolicyStringNested,      ///< a JSON array inside a string
    PolicyStringTrimmed,     ///< trailing CR or blanks
    PolicyDomainMissing,
    PolicyDomainNotTheServer, ///< tlsa with the recipient domain (RFC 8460 §4.4 wants the TLSA base)
    PolicyDomainNormalised,  ///< upper case, trailing dot, U-labels
    MxHostNotAnArray,        ///< RFC 8460 appendix B, erratum 6241
    MxHostWithKey,           ///< "mx: host"
    MxHostOtherName,         ///< mx-host-pattern
    SummaryMissing,
    CountMissing,
    CountIsText,
    CountUnusable,           ///< negative, fractional, over 2^53, not a number: counted as 0
    FailureDetailsNull,
    FailureDetailsNotAnArray,
    DetailsDoNotSum,         ///< occurrences differ from total-failure-session-count
    DetailCountMissing,      ///< read as 1
    ResultTypeMissing,
    ResultTypeUnregistered,
    ResultTypeCase,
    AddressMissing,          ///< no sending and no receiving address
    AddressUnusable,         ///< not an IP address
    MxMissing,               ///< a failure of the server without its name
    MxNormalised,
    MemberOtherName,         ///< additional-info-uri, failure-error-code and the like
    WrongType,               ///< any other member of an unexpected JSON type, read or dropped
    Duplicated,              ///< one member twice in an object
};
inline constexpr int deviationKindCount = static_cast<int>(DeviationKind::Duplicated) + 1;
static_assert(deviationKindCount <= 63);

struct Deviation {
    DeviationKind kind = DeviationKind::WrongType;
    QString pointer; ///< JSON pointer (RFC 6901) of the place, e.g. "/policies/0/policy/policy-string"
    QString seen;    ///< the value as sent, cut to 200 characters

    bool operator==(const Deviation &) const = default;
};

struct Report {
    QString organization;  ///< organization-name as sent; may be empty
    QString contact;       ///< contact-info as sent; may be empty
    QString reportId;      ///< as sent; may be empty
    QString reporterKey;   ///< registrable domain of the reporter, else its normalised name
    qint64 start = 0;      ///< seconds since 1970, UTC
    qint64 end = 0;        ///< exclusive
    QString submitter;     ///< TLS-Report-Submitter or file name's sender; may be empty
    std::vector<PolicyResult> policies;
    std::vector<Deviation> deviations;

    Day day() const { return Day::fromSeconds(start); }
    bool multiDay() const { return end - start > qint64(26) * 3600; }
    bool operator==(const Report &) const = default;
};

/// The same report in another container has the same identity. Made from the JSON
/// alone, so that a mail and a bare file of one report agree.
QByteArray identityOf(const Report &report);
/// Hash of all counted values, without report-id; copies that agree here agree in every number.
QByteArray contentHashOf(const Report &report);
/// Sets PolicyResult::inHeadline: an sts and a tlsa row with the same
/// policy-domain as written and equal totals are the same sessions; the one with more failures counts.
void markHeadline(Report &report);

} // namespace tlsrpt

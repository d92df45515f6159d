// SPDX-License-Identifier: GPL-3.0-or-later
// Rows that the questions return. Sessions come from summaries, occurrences from failure
// details; the two are never mixed.
#pragma once

#include "core/base/day.h"
#include "core/base/ids.h"
#include "core/explain/explanation.h"
#include "core/query/facts.h"

#include <array>
#include <map>
#include <vector>

namespace tlsrpt
{

/// Sums stop here: a stranger's report may claim 2^53 sessions, and thousands of them must not
/// overflow. Three such sums still fit a qint64.
inline constexpr qint64 largestSum = qint64(1) << 60;
inline qint64 addCounts(qint64 a, qint64 b)
{
    const qint64 sum = a + b;
    return sum < largestSum ? sum : largestSum;
}

/// A session under a sts row with mode none, a no-policy-found row or an unknown type that
/// succeeded is noPolicy: nothing was verified.
struct Sessions {
    qint64 protectedCount = 0;
    qint64 noPolicy = 0;
    qint64 failed = 0;

    qint64 successful() const { return protectedCount + noPolicy; }
    qint64 total() const { return protectedCount + noPolicy + failed; }
    Sessions &operator+=(const Sessions &o)
    {
        protectedCount = addCounts(protectedCount, o.protectedCount);
        noPolicy = addCounts(noPolicy, o.noPolicy);
        failed = addCounts(failed, o.failed);
        return *this;
    }
    bool operator==(const Sessions &) const = default;
};

struct TrackSessions {
    qint64 successful = 0;
    qint64 failed = 0;
    bool operator==(const TrackSessions &) const = default;
};

using GroupCounts = std::array<qint64, causeGroupCount>; ///< occurrences by CauseGroup

struct DayRow {
    Day day;
    qint64 reports = 0;      ///< 0: nobody reported that day (heard reports, see questions.h)
    Sessions sessions;       ///< headline counting
    GroupCounts occurrences{};
};

struct SenderRow {
    QString key;             ///< reporter key, for filters
    QString name;            ///< organisation as last sent, for people
    qint64 reports = 0;
    int days = 0;            ///< with at least one report; failing or not, like first and last
    Day first;
    Day last;
    double usualGapDays = 0; ///< median gap between its report days; 0 with fewer than 2
    Sessions sessions;
    std::array<TrackSessions, trackCount> tracks{};
    GroupCounts occurrences{};
    quint64 deviations = 0;  ///< kinds ever seen from this sender
    qint64 deviatingReports = 0;
    std::vector<qint64> failedByBin;  ///< sessions, over the period's bins
    std::vector<qint64> totalByBin;   ///< sessions; -1 = no report in that bin
};

struct DomainRow {
    QString domain;
    bool isMailHost = false;      ///< a tlsa row names only a host; no recipient domain is known
    qint64 reports = 0;
    Sessions sessions;
    Sessions lastWeek;            ///< the last 7 days of the period
    Track track = Track::None;    ///< strongest policy in its newest report day: sts and tlsa may both be set
    bool hasSts = false;
    bool hasTlsa = false;
    PolicyMode mode = PolicyMode::Unknown;
    std::vector<qint64> failedByBin;
    QString worstMx;              ///< host with most occurrences in the last week, may be empty
    Cause worstCause = Cause::Unknown;
    qint64 worstOccurrences = 0;  ///< 0: none in the last week
    Day worstSince;               ///< first day of that (mx, cause) run, gaps up to 3 days merged
};

struct Overview {
    qint64 reports = 0;
    DayRange period;              ///< shownPeriod()
    int daysWithReports = 0;
    Day first;                    ///< of the reports that match
    Day last;
    Sessions sessions;            ///< headline
    Sessions lastWeek;
    std::array<TrackSessions, trackCount> tracks{};
    std::vector<DayRow> days;     ///< every day of the period in order, days without reports too;
                                  ///< empty for an empty archive without from and to
    GroupCounts occurrences{};
    qint64 occurrencesTotal = 0;
    std::vector<SenderRow> senders;  ///< most sessions first
    std::vector<DomainRow> domains;  ///< most failed in the last week first, then by sessions
};

struct CountedName {
    QString name;                 ///< address, sender name, reason, ...
    QString key;                  ///< for filters; may equal name
    qint64 occurrences = 0;
    int senders = 0;
    Day first;
    Day last;
    std::vector<qint64> byBin;
};

struct CountedCause {
    Cause cause = Cause::Unknown;
    QString resultType;           ///< as sent
    QString reason;               ///< as sent, may be empty
    qint64 occurrences = 0;
    int senders = 0;
    Day first;
    Day last;
};

/// One host with failures; TLS-RPT has no successes per host.
struct ServerRow {
    QString mx;                   ///< empty: policy level, no server involved
    QStringList domains;
    Coverage coverage = Coverage::NotApplicable; ///< in the newest policy that it was held against
    QString pattern;              ///< that covers it, "" = by name
    bool dane = false;            ///< failures under tlsa
    GroupCounts occurrencesByGroup{};
    std::map<QString, qint64> resultTypes; ///< occurrences by result type as sent, lower-cased
    Cause mainCause = Cause::Unknown;
    int causes = 0;               ///< distinct
    int addressCount = 0;         ///< distinct receiving addresses
    int senderCount = 0;
    qint64 occurrences = 0;
    Day first;
    Day last;
    bool goingOn = false;         ///< last day within 2 days of the newest report day of its senders
    std::vector<qint64> byBin;
    std::vector<CountedName> addresses; ///< name empty: no address given
    std::vector<CountedCause> causeList;
    std::vector<CountedName> senders;
    QString helo;                 ///< newest EHLO answer told, may be empty
    Day heloDay;
    QString heloSender;
    Situation sample;             ///< of its main cause, enough for explain()
};

struct ResultTypeRow {
    QString resultType;
    qint64 occurrences = 0;
};

/// One line of the report list, made from Facts without a query.
struct ReportRow {
    ReportId id;
    Day day;
    QString sender;               ///< organisation, else key
    QString domain;               ///< first one
    int moreDomains = 0;
    bool hasSts = false;
    bool hasTlsa = false;
    Track track = Track::None;
    PolicyMode mode = PolicyMode::Unknown;
    Sessions sessions;
    int deviations = 0;
    bool multiDay = false;
};

enum class ReportSort : quint8 { Day, Sender, Domain, Policy, Sessions, Failed, Deviations };

/// A policy as senders applied it, and when (PDF "policies seen").
struct PolicySeen {
    QString domain;
    Track track = Track::Sts;
    KnownPolicy policy;
    Day first;
    Day last;
    int senders = 0;
    qint64 reports = 0;
};

} // namespace tlsrpt

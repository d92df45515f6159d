// SPDX-License-Identifier: GPL-3.0-or-later
// Pure questions over Facts: one pass each, no SQL, no clock.
//
// A filter narrows policy rows (entries of a report's "policies"); a report matches when one of its
// rows does, and a report without rows when the filter asks nothing of rows. A *failure filter*
// (only failures, host, cause) narrows what is counted, never who was heard from: days with
// reports, a sender's days, first, last and rhythm are those of all reports that match the rest of
// the filter, so that a day without failures never looks like a day without reports. With a host or
// a cause chosen, occurrences are only those of such failures.
//
// Sessions are headline sessions: of two rows about the same sessions (PolicyFact::headline) one
// counts. Where the filter leaves only the other one (track tlsa of a sender who reports both),
// that one counts.
//
// The period is the filter's. An open end is the archive's (wholePeriod()), so that all screens
// agree. It bounds what is drawn by day; without from and to, reports with unbelievable days are
// still in the totals. A period of more than longestShownPeriod days is cut to the archive's, then
// to its last days.
#pragma once

#include "core/query/answers.h"
#include "core/query/filter.h"

namespace tlsrpt
{

/// Bins of sparklines: at most this many over the period.
inline constexpr int sparkBins = 24;
inline constexpr int longestShownPeriod = 4000;

/// The days that charts and bins cover. `last` before `first` never happens; see above.
DayRange shownPeriod(const Facts &facts, const Filter &filter);

Overview overview(const Facts &facts, const Filter &filter);
std::vector<ServerRow> servers(const Facts &facts, const Filter &filter); ///< most occurrences first
std::vector<SenderRow> senders(const Facts &facts, const Filter &filter);
std::vector<ResultTypeRow> resultTypes(const Facts &facts, const Filter &filter);
std::vector<PolicySeen> policiesSeen(const Facts &facts, const Filter &filter);

/// Failures per day of one host (or the policy level, "") over the filter's period. Sessions stay
/// 0: the format has none per host.
std::vector<DayRow> serverDays(const Facts &facts, const Filter &filter, const QString &mx);

/// Indexes into facts.reports that match, sorted; equal ones newest first. Keys are those that
/// reportRow() shows, of the whole report. `find` matches sender, domain and ISO day.
std::vector<quint32> reportList(const Facts &facts, const Filter &filter, ReportSort sort,
                                Qt::SortOrder order, const QString &find = {});
ReportRow reportRow(const Facts &facts, quint32 index);

/// What can be chosen in the filter bar: all domains and senders of the archive, sorted by name.
struct Choice {
    QString key;
    QString name;
    qint64 reports = 0;
};
std::vector<Choice> domainChoices(const Facts &facts);
std::vector<Choice> senderChoices(const Facts &facts);
/// Domains and senders of the filter that no report names, as they are written there.
QStringList unknownNames(const Facts &facts, const Filter &filter);
/// First and last believable report day (deriveFacts()); none when there are no reports.
std::optional<DayRange> wholePeriod(const Facts &facts);

} // namespace tlsrpt

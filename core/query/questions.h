// SPDX-License-Identifier: GPL-3.0-or-later
// Pure questions over Facts: one pass each, no SQL, no clock.
#pragma once

#include "core/query/answers.h"
#include "core/query/filter.h"

namespace tlsrpt
{

/// Bins of sparklines: at most this many over the period.
inline constexpr int sparkBins = 24;

Overview overview(const Facts &facts, const Filter &filter);
std::vector<ServerRow> servers(const Facts &facts, const Filter &filter); ///< most occurrences first
std::vector<SenderRow> senders(const Facts &facts, const Filter &filter);
std::vector<ResultTypeRow> resultTypes(const Facts &facts, const Filter &filter);
std::vector<PolicySeen> policiesSeen(const Facts &facts, const Filter &filter);

/// Failures per day of one host (or the policy level, "") over the filter's period.
std::vector<DayRow> serverDays(const Facts &facts, const Filter &filter, const QString &mx);

/// Indexes into facts.reports that match, sorted. `find` matches sender, domain and report day text.
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
/// First and last report day; none when there are no reports.
std::optional<DayRange> wholePeriod(const Facts &facts);

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/findings/findingchart.h"

#include "ui/charts/daychart.h"
#include "ui/words/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace tlsrpt
{

namespace
{

class FindingChartWords
{
    Q_DECLARE_TR_FUNCTIONS(FindingChartWords)
};

constexpr int leastDays = 30;
constexpr int daysBefore = 5;
constexpr int daysAfter = 5;
constexpr int mostDays = 3653; ///< a forged day must not make a chart of millennia

DayRange shownDays(const Finding &finding, Day newest)
{
    Day last = finding.open ? std::max(newest, finding.last) : Day{finding.last.value + daysAfter};
    last = std::max(finding.last, std::min(last, newest));
    Day first{finding.first.value - daysBefore};
    first = std::min(first, Day{last.value - leastDays + 1});
    return {std::max(first, Day{last.value - mostDays + 1}), last};
}

std::vector<DayRow> rowsOf(const Finding &finding, DayRange range)
{
    std::vector<DayRow> rows(static_cast<size_t>(range.days()));
    for (size_t i = 0; i < rows.size(); ++i) {
        rows[i].day = Day{range.first.value + static_cast<qint32>(i)};
        rows[i].reports = 1; // who reported that day is not the finding's subject: no hatch
    }
    const auto group = static_cast<size_t>(finding.group.value_or(CauseGroup::Other));
    for (const FindingDay &day : finding.days) {
        if (!range.contains(day.day))
            continue;
        DayRow &row = rows[static_cast<size_t>(day.day.value - range.first.value)];
        row.occurrences[group] = day.occurrences;
        row.sessions.failed = day.failed;
    }
    return rows;
}

QString firstSeen(const Finding &finding)
{
    const QString day = words::dayAndMonth(finding.first);
    if (finding.senders.size() < 2)
        //: a mark in a chart: "20 Oct: first seen"
        return FindingChartWords::tr("%1: first seen").arg(day);
    return FindingChartWords::tr("%1: first seen, by %Ln sender(s) in all", nullptr,
                                 static_cast<int>(finding.senders.size()))
        .arg(day);
}

int slotOf(const ChartData &data, Day day)
{
    const auto after = std::upper_bound(data.slotStart.begin(), data.slotStart.end(), day);
    return static_cast<int>(after - data.slotStart.begin()) - 1;
}

QString title(bool counted, SlotUnit unit)
{
    switch (unit) {
    case SlotUnit::Day: return counted ? FindingChartWords::tr("Occurrences per day") : FindingChartWords::tr("Failed sessions per day");
    case SlotUnit::Week: return counted ? FindingChartWords::tr("Occurrences per week") : FindingChartWords::tr("Failed sessions per week");
    case SlotUnit::Month: return counted ? FindingChartWords::tr("Occurrences per month") : FindingChartWords::tr("Failed sessions per month");
    }
    return {};
}

} // namespace

ChartData findingChart(const Finding &finding, Day newest, const Theme &theme)
{
    const bool counted = std::any_of(finding.days.begin(), finding.days.end(),
                                     [](const FindingDay &day) { return day.occurrences > 0; });
    const bool failed = std::any_of(finding.days.begin(), finding.days.end(),
                                    [](const FindingDay &day) { return day.failed > 0; });
    if (!counted && !failed)
        return {};
    const std::vector<DayRow> rows = rowsOf(finding, shownDays(finding, newest));
    ChartData data = counted ? causesChart(rows, theme) : sessionsChart(rows, theme);
    if (!counted)
        data.series.resize(1); // failed sessions stand first
    data.accessibleName = title(counted, data.unit);
    data.directLabels = false;
    data.legend = false;
    if (const int slot = slotOf(data, finding.first); slot >= 0)
        data.markers.push_back({slot, firstSeen(finding)});
    return data;
}

} // namespace tlsrpt

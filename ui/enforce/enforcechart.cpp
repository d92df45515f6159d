// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/enforce/enforcechart.h"

#include "ui/charts/daychart.h"

#include <QCoreApplication>

namespace tlsrpt
{

namespace
{
class EnforceChartWords
{
    Q_DECLARE_TR_FUNCTIONS(EnforceChartWords)
};

QString title(bool already, SlotUnit unit)
{
    switch (unit) {
    case SlotUnit::Day:
        return already ? EnforceChartWords::tr("What enforce did, by day") : EnforceChartWords::tr("What enforce would have done, by day");
    case SlotUnit::Week:
        return already ? EnforceChartWords::tr("What enforce did, by week") : EnforceChartWords::tr("What enforce would have done, by week");
    case SlotUnit::Month:
        return already ? EnforceChartWords::tr("What enforce did, by month") : EnforceChartWords::tr("What enforce would have done, by month");
    }
    return {};
}
} // namespace

ChartData enforceChart(const Enforcement &enforcement, const Theme &theme)
{
    if (enforcement.byDay.empty() || enforcement.sessions == 0)
        return {};
    std::vector<DayRow> rows(static_cast<size_t>(enforcement.days.days()));
    for (size_t i = 0; i < rows.size(); ++i)
        rows[i].day = Day{enforcement.days.first.value + static_cast<qint32>(i)};
    for (const FindingDay &day : enforcement.byDay) {
        DayRow &row = rows[static_cast<size_t>(day.day.value - enforcement.days.first.value)];
        row.reports = 1;
        row.sessions.failed = day.failed;
        row.sessions.protectedCount = day.sessions - day.failed;
    }
    ChartData data = sessionsChart(rows, theme);
    data.series.resize(2);
    const bool already = enforcement.state == EnforceState::Enforcing;
    data.series[0].name = EnforceChartWords::tr("refused, so delayed");
    data.series[1].name = EnforceChartWords::tr("accepted");
    data.accessibleName = title(already, data.unit);
    data.directLabels = false;
    data.legend = false;
    return data;
}

} // namespace tlsrpt

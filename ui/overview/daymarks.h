// SPDX-License-Identifier: GPL-3.0-or-later
// What happened on a day: a policy or DANE records changed, a problem began or ended.
#pragma once

#include "core/diagnosis/diagnosis.h"
#include "ui/charts/series.h"

namespace tlsrpt
{

struct DayMark {
    Day day;
    QString text;
    bool change = false; ///< of a policy or of DANE records
    bool operator==(const DayMark &) const = default;
};

/// By day; the most telling ones where there are many. `findings`: what the filter leaves.
std::vector<DayMark> dayMarks(const Diagnosis &diagnosis, const std::vector<FindingPtr> &findings, const Filter &filter);
/// Those of days that the chart shows.
void addMarks(ChartData &chart, const std::vector<DayMark> &marks);

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
// What a stacked day chart shows; screen and page draw the same value.
#pragma once

#include "core/base/day.h"

#include <QColor>
#include <QString>

#include <vector>

namespace tlsrpt
{

enum class SlotUnit { Day, Week, Month };

struct ChartSeries {
    QString name;             ///< translated
    QString key;              ///< for click filters, e.g. a CauseGroup slug
    QColor color;
    std::vector<qint64> values; ///< one per slot
};

struct ChartMarker {
    int slot = 0;
    QString text;             ///< translated, plain
    bool quiet = false;       ///< only the diamond; the words come on hover
};

/// Days become weeks (starting Monday), then months, so that there are at most 133 slots.
struct ChartData {
    QString accessibleName;          ///< what the chart is, translated
    SlotUnit unit = SlotUnit::Day;
    std::vector<Day> slotStart;      ///< first day of each slot, ascending
    Day lastDay;                     ///< of the last slot; before its start: as the unit says
    std::vector<bool> slotEmpty;     ///< nobody reported in this slot: hatch
    std::vector<ChartSeries> series; ///< stack order from below
    std::vector<ChartMarker> markers;
    bool directLabels = false;       ///< label series at their largest bar instead of a legend
    bool legend = true;              ///< a row above the bars where series are not labelled
                                     ///< directly; false where a ChartLegend stands beside the title

    int count() const { return static_cast<int>(slotStart.size()); }
    qint64 total(int slot) const;    ///< over all series
    DayRange range(int slot) const;  ///< the days that a slot stands for
};

} // namespace tlsrpt

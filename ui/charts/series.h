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
};

/// Days become weeks (starting Monday), then months, so that slots x series <= 400 marks.
struct ChartData {
    QString accessibleName;          ///< what the chart is, translated
    SlotUnit unit = SlotUnit::Day;
    std::vector<Day> slotStart;      ///< first day of each slot, ascending
    std::vector<bool> slotEmpty;     ///< nobody reported in this slot: hatch
    std::vector<ChartSeries> series; ///< stack order from below
    std::vector<ChartMarker> markers;
    bool directLabels = false;       ///< label series at their largest bar instead of a legend
};

} // namespace tlsrpt

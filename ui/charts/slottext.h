// SPDX-License-Identifier: GPL-3.0-or-later
// The words and colours of slots and series.
#pragma once

#include "ui/charts/series.h"
#include "ui/theme/theme.h"

#include <optional>

namespace tlsrpt
{

/// The colour of a series by its key; nothing for keys of others.
std::optional<QColor> seriesColor(const QString &key, const Theme &theme);
/// Gives every series with a known key the theme's present colour.
void recolor(ChartData &data, const Theme &theme);

QString axisText(const ChartData &data, int slot);  ///< "12 Oct", "Oct 2026"
QString slotTitle(const ChartData &data, int slot); ///< "Wed 28 Oct 2026", "26 Oct - 1 Nov 2026"
/// Everything a slot shows in one sentence after another, for screen readers.
QString slotSummary(const ChartData &data, int slot);
/// What the whole chart shows, for screen readers.
QString chartSummary(const ChartData &data);
/// A number for the narrow gutter of the y axis: 1,500; 250 k; 1.5 M.
QString shortNumber(double value, qint64 largest);

} // namespace tlsrpt

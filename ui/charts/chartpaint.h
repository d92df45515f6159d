// SPDX-License-Identifier: GPL-3.0-or-later
// Draws what Qt Charts cannot: grid and hatch below the bars, words and markers above them.
#pragma once

#include "ui/charts/layout.h"
#include "ui/theme/theme.h"

class QPainter;

namespace tlsrpt
{

void paintUnder(QPainter &painter, const ChartLayout &layout, const Theme &theme);
void paintOver(QPainter &painter, const ChartLayout &layout, const ChartData &data,
               const Theme &theme);
/// Swatch and name; the hatch for series -1.
void paintEntry(QPainter &painter, const PlacedSeries &entry, const ChartData &data,
                const Theme &theme, Token text);
void paintHatch(QPainter &painter, const QRectF &rect, const QColor &color);
/// A font whose size is in pixels, so that a page's device changes nothing.
QFont pixelFont(const QFont &font);

} // namespace tlsrpt

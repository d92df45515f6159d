// SPDX-License-Identifier: GPL-3.0-or-later
// Where everything in a day chart stands. Screen, picture and page use the same layout.
#pragma once

#include "ui/charts/series.h"

#include <QFont>
#include <QPolygonF>
#include <QRectF>

namespace tlsrpt
{

struct YTick {
    double y = 0;
    QString text;
};

struct PlacedText {
    QRectF rect;
    QString text;
};

struct PlacedMarker {
    double x = 0;
    PlacedText caption; ///< empty text: only the diamond, the words come on hover
};

struct PlacedSeries {
    int series = 0;     ///< -1: the hatch of slots without report
    QRectF rect;        ///< swatch and name
    QString text;
    QPolygonF leader;   ///< from the label to its bar; may be empty
};

struct ChartLayout {
    static constexpr double gutter = 44;   ///< equal in all charts, so that their days stand in line
    static constexpr double swatch = 9;
    /// Between bars; narrow ones touch, or the gaps would eat them.
    double barGap() const { return slotWidth < 4 ? 0 : 1.2; }

    QSizeF size;
    QFont font;                            ///< in pixels, whatever the device
    QRectF plot;
    double slotWidth = 1;
    double yMax = 1;
    double markerY = 0;                    ///< middle of the diamonds
    std::vector<YTick> ticks;
    std::vector<PlacedText> days;
    std::vector<QRectF> hatched;
    std::vector<PlacedMarker> markers;
    std::vector<PlacedSeries> labels;      ///< direct labels
    std::vector<PlacedSeries> legend;

    double slotLeft(int slot) const { return plot.left() + slot * slotWidth; }
    double slotCenter(int slot) const { return plot.left() + (slot + 0.5) * slotWidth; }
    double yOf(double value) const { return plot.bottom() - plot.height() * value / yMax; }
    int slotAt(double x, int count) const; ///< -1 outside of the plot
};

ChartLayout layOut(const ChartData &data, const QSizeF &size, const QFont &font);

/// The end of the y axis and its steps, from the largest bar.
struct Scale {
    double top = 1;
    std::vector<double> steps;
};
Scale scaleFor(qint64 largest, int mostSteps = 5);

/// Labels beside or above the bars they name; false if one found no room.
bool placeLabels(ChartLayout &layout, const ChartData &data);
/// A row of swatches and names from `left` on, at most to `right`; wraps. Returns its height.
double placeLegend(std::vector<PlacedSeries> &out, const ChartData &data, const QFont &font,
                   double left, double right, double top);

} // namespace tlsrpt

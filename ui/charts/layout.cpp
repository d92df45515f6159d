// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/layout.h"

#include "ui/charts/slottext.h"

#include <QCoreApplication>
#include <QFontMetricsF>

#include <algorithm>
#include <array>
#include <cmath>

namespace tlsrpt
{

namespace
{
constexpr double rightRim = 4;
constexpr double stepHeight = 18; ///< at least, between two numbers of the y axis

struct Text {
    Q_DECLARE_TR_FUNCTIONS(tlsrpt::DayChart)
};

qint64 largestTotal(const ChartData &data)
{
    qint64 largest = 0;
    for (int slot = 0; slot < data.count(); ++slot)
        largest = std::max(largest, data.total(slot));
    return largest;
}

bool anyEmpty(const ChartData &data)
{
    return std::find(data.slotEmpty.begin(), data.slotEmpty.end(), true) != data.slotEmpty.end();
}

/// Distances between labels that people count in: days of a month, weeks, months of a year.
int niceStep(int atLeast, SlotUnit unit)
{
    static constexpr std::array dayStep{1, 2, 3, 5, 7, 10, 14, 20, 30, 60, 90};
    static constexpr std::array weekStep{1, 2, 3, 4, 6, 8, 10, 13, 20, 26, 52};
    static constexpr std::array monthStep{1, 2, 3, 4, 6, 12, 24, 36, 60, 120, 240};
    const auto &steps = unit == SlotUnit::Day ? dayStep : unit == SlotUnit::Week ? weekStep : monthStep;
    const auto found = std::find_if(steps.begin(), steps.end(), [&](int s) { return s >= atLeast; });
    return found == steps.end() ? atLeast : *found;
}

// At most seven; each is centred on its bar, the first and last kept inside.
void placeDays(ChartLayout &layout, const ChartData &data)
{
    const int count = data.count();
    if (count == 0)
        return;
    const QFontMetricsF metrics(layout.font);
    const double y = layout.plot.bottom() + 3;
    const auto text = [&](int slot) {
        PlacedText label;
        label.text = axisText(data, slot);
        const double width = std::ceil(metrics.horizontalAdvance(label.text)) + 1;
        double left = layout.slotCenter(slot) - width / 2;
        left = std::min(left, layout.size.width() - width);
        // Left of the plot stands the axis' 0.
        label.rect = QRectF(std::max(layout.plot.left() - 2, left), y, width, metrics.height());
        return label;
    };
    const PlacedText last = text(count - 1);
    const double room = std::max(1.0, layout.plot.width() / (last.rect.width() + 20));
    const int most = std::clamp(int(room), 2, 7);
    const int step = niceStep(int(std::ceil(double(count) / (most - 0.5))), data.unit);
    for (int slot = 0; slot < count - 1 && int(layout.days.size()) < 6; slot += step) {
        const PlacedText label = text(slot);
        if (label.rect.right() + 12 > last.rect.left())
            break;
        layout.days.push_back(label);
    }
    layout.days.push_back(last);
}

void placeHatch(ChartLayout &layout, const ChartData &data)
{
    for (int slot = 0; slot < data.count(); ++slot) {
        if (size_t(slot) >= data.slotEmpty.size() || !data.slotEmpty[size_t(slot)])
            continue;
        const QRectF rect(layout.slotLeft(slot), layout.plot.top(), layout.slotWidth,
                          layout.plot.height());
        if (!layout.hatched.empty() && std::abs(layout.hatched.back().right() - rect.left()) < 0.01)
            layout.hatched.back().setRight(rect.right());
        else
            layout.hatched.push_back(rect);
    }
}

// Captions stand right of their diamonds, at the edge left of them. Where two would touch, both
// keep only the diamond.
void placeMarkers(ChartLayout &layout, const ChartData &data)
{
    const QFontMetricsF metrics(layout.font);
    for (const ChartMarker &marker : data.markers) {
        if (marker.slot < 0 || marker.slot >= data.count())
            continue;
        PlacedMarker placed;
        placed.x = layout.slotCenter(marker.slot);
        if (marker.quiet) {
            layout.markers.push_back(placed);
            continue;
        }
        placed.caption.text = marker.text;
        const double width = metrics.horizontalAdvance(marker.text);
        double left = placed.x + 9;
        if (left + width > layout.size.width())
            left = placed.x - 9 - width;
        placed.caption.rect = QRectF(left, layout.markerY - metrics.height() / 2, width, metrics.height());
        layout.markers.push_back(placed);
    }
    std::vector<bool> touching(layout.markers.size(), false);
    for (size_t i = 0; i < layout.markers.size(); ++i) {
        const QRectF own = layout.markers[i].caption.rect.adjusted(-6, 0, 6, 0);
        touching[i] = touching[i] || own.left() < -6;
        for (size_t j = 0; j < layout.markers.size(); ++j) {
            const QRectF diamond(layout.markers[j].x - 5, layout.markerY - 5, 10, 10);
            if (i != j && (own.intersects(layout.markers[j].caption.rect) || own.intersects(diamond)))
                touching[i] = true;
        }
    }
    for (size_t i = 0; i < touching.size(); ++i) {
        if (touching[i])
            layout.markers[i].caption = {};
    }
}
} // namespace

int ChartLayout::slotAt(double x, int count) const
{
    if (count == 0 || x < plot.left() || x >= plot.right() + rightRim)
        return -1;
    return std::clamp(int((x - plot.left()) / slotWidth), 0, count - 1);
}

Scale scaleFor(qint64 largest, int mostSteps)
{
    Scale scale;
    scale.steps.push_back(0);
    if (largest <= 0)
        return scale;
    const double max = double(largest);
    double step = 1;
    // 1, 2, 2.5, 5, 10, ...: the first that needs few enough; counts have no halves.
    for (double power = 1;; power *= 10) {
        const std::array<double, 4> candidates{power, 2 * power, 2.5 * power, 5 * power};
        const auto found = std::find_if(candidates.begin(), candidates.end(), [&](double s) {
            return s == std::floor(s) && std::ceil(max / s) <= mostSteps;
        });
        if (found != candidates.end()) {
            step = *found;
            break;
        }
    }
    scale.top = std::ceil(max / step) * step; // no bar is higher than the topmost number
    for (double value = step; value <= scale.top; value += step)
        scale.steps.push_back(value);
    return scale;
}

double placeLegend(std::vector<PlacedSeries> &out, const ChartData &data, const QFont &font,
                   double left, double right, double top)
{
    const QFontMetricsF metrics(font);
    const double tall = std::ceil(metrics.height());
    double x = left;
    double y = top;
    const auto add = [&](int series, const QString &name) {
        const double mark = series < 0 ? 13 : ChartLayout::swatch;
        const double width = std::ceil(mark + 5 + metrics.horizontalAdvance(name)) + 1;
        if (x > left && x + width > right) {
            x = left;
            y += tall + 3;
        }
        out.push_back({series, QRectF(x, y, width, tall), name, {}});
        x += width + 15;
    };
    // "Protected" is read first: the legend goes by the size of the series.
    std::vector<int> order(data.series.size());
    std::vector<qint64> sums(data.series.size(), 0);
    for (size_t i = 0; i < order.size(); ++i) {
        order[i] = int(i);
        for (qint64 value : data.series[i].values)
            sums[i] += value;
    }
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return sums[size_t(a)] > sums[size_t(b)]; });
    for (int series : order)
        add(series, data.series[size_t(series)].name);
    if (anyEmpty(data)) {
        add(-1, data.unit == SlotUnit::Day    ? Text::tr("No report that day")
                : data.unit == SlotUnit::Week ? Text::tr("No report that week")
                                              : Text::tr("No report that month"));
    }
    return out.empty() ? 0 : y + tall - top;
}

ChartLayout layOut(const ChartData &data, const QSizeF &size, const QFont &font)
{
    const auto attempt = [&](bool legend) {
        ChartLayout layout;
        layout.size = size;
        layout.font = font;
        const QFontMetricsF metrics(font);
        const double line = std::ceil(metrics.height());
        double top = 4;
        if (legend)
            top += placeLegend(layout.legend, data, font, 0, size.width(), 1) + 5;
        if (!data.markers.empty()) {
            layout.markerY = top + line / 2;
            top += line + 6;
        } else {
            top += line / 2 - 2; // half of the topmost number
        }
        const double bottom = size.height() - line - 4;
        layout.plot = QRectF(QPointF(ChartLayout::gutter, top),
                             QPointF(std::max(ChartLayout::gutter + 20, size.width() - rightRim),
                                     std::max(top + 16, bottom)));
        layout.slotWidth = layout.plot.width() / std::max(1, data.count());
        const qint64 largest = largestTotal(data);
        const Scale scale = scaleFor(largest, std::clamp(int(layout.plot.height() / stepHeight), 2, 5));
        layout.yMax = scale.top;
        for (double value : scale.steps)
            layout.ticks.push_back({layout.yOf(value), shortNumber(value, qint64(scale.top))});
        placeHatch(layout, data);
        placeMarkers(layout, data);
        placeDays(layout, data);
        return layout;
    };
    if (!data.directLabels)
        return attempt(data.legend && data.series.size() > 1);
    ChartLayout layout = attempt(false);
    return placeLabels(layout, data) ? layout : attempt(data.legend);
}

} // namespace tlsrpt

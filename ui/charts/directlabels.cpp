// SPDX-License-Identifier: GPL-3.0-or-later
// Names of series at their largest bars: above, or beside with a thin line to the bar.
#include "ui/charts/layout.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <optional>

namespace tlsrpt
{

namespace
{
constexpr double gap = 5;
constexpr double leastLabelled = 3; // pixels of the largest bar

class Placer
{
public:
    Placer(ChartLayout &layout, const ChartData &data) : m_layout(layout), m_data(data)
    {
        for (int slot = 0; slot < data.count(); ++slot)
            m_tops.push_back(layout.yOf(double(data.total(slot))));
    }

    bool place(int series)
    {
        const std::vector<qint64> &values = m_data.series[size_t(series)].values;
        const auto peak = std::max_element(values.begin(), values.end());
        const int slot = int(peak - values.begin());
        const QFontMetricsF metrics(m_layout.font);
        const QString name = m_data.series[size_t(series)].name;
        const QSizeF size(std::ceil(ChartLayout::swatch + gap + metrics.horizontalAdvance(name)) + 2,
                          std::ceil(metrics.height()));
        if (const auto above = placeAbove(slot, size))
            return keep(series, name, *above, {});
        return placeBeside(series, name, slot, size);
    }

private:
    /// The upper edge of the bars that a label between two x would stand over.
    double skyline(double left, double right) const
    {
        double top = m_layout.plot.bottom();
        const int count = int(m_tops.size());
        const int first = std::clamp(int((left - m_layout.plot.left()) / m_layout.slotWidth), 0, count - 1);
        const int last = std::clamp(int((right - m_layout.plot.left()) / m_layout.slotWidth), 0, count - 1);
        for (int slot = first; slot <= last; ++slot)
            top = std::min(top, m_tops[size_t(slot)]);
        return top;
    }

    bool isFree(const QRectF &rect) const
    {
        // Above the plot is room too, up to the upper edge of the chart.
        const QRectF inside(m_layout.plot.left(), 0, m_layout.size.width() - m_layout.plot.left(),
                            m_layout.plot.bottom());
        if (!inside.contains(rect) || rect.bottom() > skyline(rect.left() - 2, rect.right() + 2) - 2)
            return false;
        const auto meets = [&](const QRectF &other) { return other.adjusted(-8, -3, 8, 3).intersects(rect); };
        if (std::any_of(m_layout.markers.begin(), m_layout.markers.end(), [&](const PlacedMarker &m) {
                return meets(m.caption.rect) || meets(QRectF(m.x - 4, m_layout.markerY - 4, 8, 8));
            }))
            return false;
        return std::none_of(m_layout.labels.begin(), m_layout.labels.end(), [&](const PlacedSeries &l) {
            return meets(l.rect) || (!l.leader.isEmpty() && l.leader.boundingRect().adjusted(-3, -3, 3, 3).intersects(rect));
        });
    }

    std::optional<QRectF> placeAbove(int slot, const QSizeF &size) const
    {
        // From the first of the neighbouring bars that are nearly as high, like a heading.
        const double top = m_tops[size_t(slot)];
        int first = slot;
        while (first > 0 && slot - first < 8 && m_tops[size_t(first) - 1] < m_layout.plot.bottom() - 2)
            --first;
        for (double left : {m_layout.slotLeft(first) - 2, m_layout.slotLeft(slot) - 2,
                            m_layout.slotCenter(slot) - size.width() / 2,
                            m_layout.size.width() - size.width()}) {
            QRectF rect(QPointF(left, 0), size);
            const double sky = skyline(rect.left() - 2, rect.right() + 2);
            if (sky < top - 0.5)
                continue; // something else is higher there: the label would name that
            if (rect.right() < m_layout.slotLeft(slot) || rect.left() > m_layout.slotCenter(slot))
                continue;
            // Names of one stack stand above each other; the swatch says which is which.
            for (int line = 0; line < 3; ++line) {
                rect.moveBottom(sky - 5 - line * (size.height() + 4));
                if (isFree(rect))
                    return rect;
            }
        }
        return std::nullopt;
    }

    bool placeBeside(int series, const QString &name, int slot, const QSizeF &size)
    {
        const std::vector<qint64> &values = m_data.series[size_t(series)].values;
        // Towards the run's free side: from the first bar of the series around its peak.
        int first = slot;
        while (first > 0 && values[size_t(first) - 1] > 0)
            --first;
        int last = slot;
        while (last + 1 < int(values.size()) && values[size_t(last) + 1] > 0)
            ++last;
        const double segment = middle(series, slot);
        for (double y = segment; y > size.height() / 2; y -= 4) {
            if (besideAt(series, name, slot, first, y, size, true))
                return true;
            if (besideAt(series, name, slot, last, y, size, false))
                return true;
        }
        return false;
    }

    bool besideAt(int series, const QString &name, int slot, int end, double y, const QSizeF &size,
                  bool left)
    {
        // At a height of its part straight into the bar, else down onto the bar from above.
        const bool straight = y > edgeOf(series, end, true) + 1 && y < edgeOf(series, end, false) - 1;
        if (!straight && !isTopmost(series, slot))
            return false;
        const int target = straight ? end : slot;
        const double edge = left ? m_layout.slotLeft(target) : m_layout.slotLeft(target + 1);
        for (double away : {24.0, 60.0, 110.0, 170.0, 240.0}) {
            QRectF rect(QPointF(left ? edge - away - size.width() : edge + away, y - size.height() / 2), size);
            if (!isFree(rect))
                continue;
            QPolygonF leader;
            leader << QPointF(left ? rect.right() + 4 : rect.left() - 4, y);
            if (straight) {
                leader << QPointF(left ? edge - 2 : edge + 2, y);
            } else {
                const double x = m_layout.slotCenter(slot);
                leader << QPointF(x, y) << QPointF(x, m_tops[size_t(slot)] - 2);
            }
            if (!leaderIsFree(leader, y))
                continue;
            return keep(series, name, rect, leader);
        }
        return false;
    }

    /// A leader neither crosses bars nor words.
    bool leaderIsFree(const QPolygonF &leader, double y) const
    {
        const double left = std::min(leader[0].x(), leader[1].x());
        const double right = std::max(leader[0].x(), leader[1].x());
        if (right - left < 3)
            return true;
        if (skyline(left + 2, right - m_layout.slotWidth - 2) < y)
            return false;
        return std::none_of(m_layout.labels.begin(), m_layout.labels.end(), [&](const PlacedSeries &l) {
            return l.rect.intersects(leader.boundingRect().adjusted(0, -1, 0, 1));
        });
    }

    bool isTopmost(int series, int slot) const
    {
        for (size_t i = size_t(series) + 1; i < m_data.series.size(); ++i) {
            if (m_data.series[i].values[size_t(slot)] > 0)
                return false;
        }
        return true;
    }

    /// The upper or lower edge of a series' part of a bar.
    double edgeOf(int series, int slot, bool upper) const
    {
        qint64 below = 0;
        for (int i = 0; i < series + (upper ? 1 : 0); ++i)
            below += m_data.series[size_t(i)].values[size_t(slot)];
        return m_layout.yOf(double(below));
    }

    double middle(int series, int slot) const
    {
        return (edgeOf(series, slot, true) + edgeOf(series, slot, false)) / 2;
    }

    bool keep(int series, const QString &name, const QRectF &rect, const QPolygonF &leader)
    {
        // A name alone needs no line to say what it means.
        m_layout.labels.push_back({series, rect, name, m_data.series.size() > 1 ? leader : QPolygonF()});
        return true;
    }

    ChartLayout &m_layout;
    const ChartData &m_data;
    std::vector<double> m_tops;
};
} // namespace

bool placeLabels(ChartLayout &layout, const ChartData &data)
{
    std::vector<std::pair<qint64, int>> order;
    for (size_t i = 0; i < data.series.size(); ++i) {
        const std::vector<qint64> &values = data.series[i].values;
        if (values.size() != size_t(data.count()) || values.empty())
            return false;
        const qint64 peak = *std::max_element(values.begin(), values.end());
        // What is too low to be seen is left to the tooltip.
        if (layout.plot.height() * double(peak) / layout.yMax >= leastLabelled)
            order.emplace_back(-peak, int(i));
    }
    std::stable_sort(order.begin(), order.end());
    Placer placer(layout, data);
    for (const auto &[peak, series] : order) {
        if (!placer.place(series)) {
            layout.labels.clear();
            return false;
        }
    }
    return true;
}

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartpaint.h"

#include <QFontInfo>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <QPainterPathStroker>

#include <cmath>

namespace tlsrpt
{

namespace
{
// Words over bars, hatch or grid stay readable on a rim of the ground's colour.
void paintHaloed(QPainter &painter, const QRectF &rect, const QString &text, const QFont &font,
                 const QColor &color, const QColor &ground)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(font);
    const QFontMetricsF metrics(font);
    const QPointF baseline(rect.left(), rect.top() + metrics.ascent());
    QPainterPath path;
    path.addText(baseline, font, text);
    QPainterPathStroker stroker;
    stroker.setWidth(4);
    stroker.setJoinStyle(Qt::RoundJoin);
    painter.fillPath(stroker.createStroke(path), ground);
    painter.setPen(color);
    painter.drawText(baseline, text);
    painter.restore();
}

void paintMarker(QPainter &painter, const ChartLayout &layout, const PlacedMarker &marker,
                 const Theme &theme)
{
    const QColor text = theme.color(Token::Text);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPen dotted(text, 1.2);
    dotted.setDashPattern({1.2, 2.2});
    painter.setPen(dotted);
    painter.drawLine(QPointF(marker.x, layout.markerY + 5), QPointF(marker.x, layout.plot.bottom()));
    painter.setPen(Qt::NoPen);
    painter.setBrush(text);
    const double y = layout.markerY;
    painter.drawPolygon(QPolygonF{{marker.x, y - 4}, {marker.x + 4, y}, {marker.x, y + 4}, {marker.x - 4, y}});
    painter.restore();
    if (!marker.caption.text.isEmpty())
        paintHaloed(painter, marker.caption.rect, marker.caption.text, layout.font, text,
                    theme.color(Token::Base));
}

void paintSwatch(QPainter &painter, const QRectF &rect, const QColor &color)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRoundedRect(rect, 2, 2);
    painter.restore();
}
} // namespace

QFont pixelFont(const QFont &font)
{
    QFont pixels = font;
    if (font.pixelSize() <= 0)
        pixels.setPixelSize(qMax(7, qRound(font.pointSizeF() * 96 / 72)));
    return pixels;
}

void paintHatch(QPainter &painter, const QRectF &rect, const QColor &color)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(rect, Qt::IntersectClip);
    painter.setPen(QPen(color, 1));
    // Fixed to the chart's origin, so that the lines of neighbours meet.
    const double from = std::floor((rect.left() + rect.top()) / 5) * 5;
    for (double sum = from; sum < rect.right() + rect.bottom(); sum += 5)
        painter.drawLine(QPointF(sum - rect.bottom(), rect.bottom()), QPointF(sum - rect.top(), rect.top()));
    painter.restore();
}

void paintUnder(QPainter &painter, const ChartLayout &layout, const Theme &theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const YTick &tick : layout.ticks) {
        if (tick.y < layout.plot.bottom() - 1)
            painter.fillRect(QRectF(layout.plot.left(), std::round(tick.y), layout.plot.width(), 1),
                             theme.color(Token::Line));
    }
    painter.restore();
    for (const QRectF &rect : layout.hatched)
        paintHatch(painter, rect, theme.color(Token::Hatch));
}

void paintEntry(QPainter &painter, const PlacedSeries &entry, const ChartData &data,
                const Theme &theme, Token text)
{
    const double middle = entry.rect.center().y();
    double left = entry.rect.left();
    if (entry.series < 0) {
        paintHatch(painter, QRectF(left, middle - 5.5, 13, 11), theme.color(Token::Hatch));
        left += 13 + 5;
    } else {
        paintSwatch(painter, QRectF(left, middle - 4.5, ChartLayout::swatch, ChartLayout::swatch),
                    data.series[size_t(entry.series)].color);
        left += ChartLayout::swatch + 5;
    }
    QRectF words = entry.rect;
    words.setLeft(left);
    paintHaloed(painter, words, entry.text, painter.font(), theme.color(text), theme.color(Token::Base));
}

void paintOver(QPainter &painter, const ChartLayout &layout, const ChartData &data, const Theme &theme)
{
    painter.save();
    painter.setFont(layout.font);
    painter.fillRect(QRectF(layout.plot.left(), std::round(layout.plot.bottom()), layout.plot.width(), 1),
                     theme.color(Token::LineStrong));
    painter.setPen(theme.color(Token::Text2));
    const QFontMetricsF metrics(layout.font);
    for (const YTick &tick : layout.ticks) {
        const double width = metrics.horizontalAdvance(tick.text);
        painter.drawText(QPointF(layout.plot.left() - 6 - width, tick.y + metrics.capHeight() / 2), tick.text);
    }
    for (const PlacedText &day : layout.days)
        painter.drawText(QPointF(day.rect.left(), day.rect.top() + metrics.ascent()), day.text);
    for (const PlacedMarker &marker : layout.markers)
        paintMarker(painter, layout, marker, theme);
    for (const PlacedSeries &label : layout.labels) {
        painter.setPen(QPen(theme.color(Token::LineStrong), 1));
        painter.drawPolyline(label.leader);
        paintEntry(painter, label, data, theme, Token::Text);
    }
    for (const PlacedSeries &entry : layout.legend)
        paintEntry(painter, entry, data, theme, Token::Text2);
    painter.restore();
}

} // namespace tlsrpt

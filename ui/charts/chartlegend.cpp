// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartlegend.h"

#include "ui/charts/chartpaint.h"
#include "ui/charts/slottext.h"

#include <cmath>
#include <limits>

namespace tlsrpt
{

ChartLegend::ChartLegend(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        recolor(m_data, m_theme);
        update();
    });
}

void ChartLegend::setData(const ChartData &data)
{
    m_data = data;
    QStringList names;
    for (const ChartSeries &series : data.series)
        names << series.name;
    setAccessibleName(tr("Legend: %1").arg(names.join(u", "_qs)));
    updateGeometry();
    update();
}

QSize ChartLegend::sizeHint() const
{
    std::vector<PlacedSeries> entries;
    const double height = placeLegend(entries, m_data, pixelFont(m_theme.font(FontRole::Caption)), 0,
                                      std::numeric_limits<double>::max(), 0);
    const double width = entries.empty() ? 0 : entries.back().rect.right() + 1;
    return {int(std::ceil(width)), int(std::ceil(height))};
}

void ChartLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    render(painter, rect(), m_data, m_theme);
}

double ChartLegend::render(QPainter &painter, const QRectF &target, const ChartData &data,
                           const Theme &theme, qreal pointsPerPixel)
{
    const QFont font = pixelFont(theme.font(FontRole::Caption));
    std::vector<PlacedSeries> entries;
    const double width = target.width() / pointsPerPixel;
    const double height = placeLegend(entries, data, font, 0, width, 0);
    painter.save();
    painter.translate(target.left(), target.center().y() - height * pointsPerPixel / 2);
    painter.scale(pointsPerPixel, pointsPerPixel);
    painter.setFont(font);
    for (const PlacedSeries &entry : entries)
        paintEntry(painter, entry, data, theme, Token::Text2);
    painter.restore();
    return entries.empty() ? 0 : entries.back().rect.right() * pointsPerPixel;
}

} // namespace tlsrpt

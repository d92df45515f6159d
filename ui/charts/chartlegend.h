// SPDX-License-Identifier: GPL-3.0-or-later
// The legend beside a chart's title; the chart's own is then off (ChartData::legend = false).
#pragma once

#include "ui/charts/series.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QWidget>

namespace tlsrpt
{

class ChartLegend : public QWidget
{
    Q_OBJECT
public:
    explicit ChartLegend(const Theme &theme, QWidget *parent = nullptr);
    void setData(const ChartData &data);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    /// For pages: draws at the left of `target`, returns the width used (painter's coordinates).
    static double render(QPainter &painter, const QRectF &target, const ChartData &data,
                         const Theme &theme, qreal pointsPerPixel = 1);

protected:
    void paintEvent(QPaintEvent *) override;

private:
    const Theme &m_theme;
    ChartData m_data; ///< names, colours and whether a slot is empty
};

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
// The scene of one chart: bars by Qt Charts, the rest by our items. Shown in a view or rendered
// on a page.
#pragma once

#include "ui/charts/layout.h"
#include "ui/theme/theme.h"

#include <QGraphicsScene>

#include <memory>

class QBarSet;
class QChart;
class QStackedBarSeries;
class QValueAxis;

namespace tlsrpt
{

class ChartScene : public QGraphicsScene
{
    Q_OBJECT
public:
    explicit ChartScene(const Theme &theme, QObject *parent = nullptr);
    ~ChartScene() override;

    void show(const ChartData &data, const QSizeF &size);
    const ChartLayout &chartLayout() const { return m_layout; }
    const ChartData &data() const { return *m_data; }
    const Theme &theme() const { return m_theme; }
    /// The line through a slot, and the slots from..to that a drag has covered; -1: none.
    void setHover(int slot);
    void setBand(int from, int to);
    int hover() const { return m_hover; }
    int bandFrom() const { return m_bandFrom; }
    int bandTo() const { return m_bandTo; }

private:
    void fillBars();
    void placeBars();

    const Theme &m_theme;
    const ChartData *m_data = nullptr;   ///< of the caller of show(), who keeps it
    ChartData m_none;
    ChartLayout m_layout;
    int m_hover = -1;
    int m_bandFrom = -1;
    int m_bandTo = -1;
    QChart *m_chart;
    QStackedBarSeries *m_bars = nullptr;
    QValueAxis *m_x;
    QValueAxis *m_y;
    QGraphicsItem *m_under;
    QGraphicsItem *m_over;
    QGraphicsItem *m_light;
};

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartscene.h"

#include "ui/charts/chartpaint.h"

#include <QBarSet>
#include <QChart>
#include <QGraphicsItem>
#include <QGraphicsLayout>
#include <QPainter>
#include <QStackedBarSeries>
#include <QValueAxis>

#include <cmath>

namespace tlsrpt
{

namespace
{
constexpr double leastHeight = 0.8; // of a part; less is left to the tooltip

/// Covers the whole chart and draws one layer of it.
class Layer : public QGraphicsItem
{
public:
    using Draw = void (*)(QPainter &, const ChartScene &);
    Layer(const ChartScene &scene, Draw draw, double z) : m_scene(scene), m_draw(draw)
    {
        setZValue(z);
    }
    QRectF boundingRect() const override { return m_rect; }
    void setRect(const QRectF &rect)
    {
        prepareGeometryChange();
        m_rect = rect;
        update();
    }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *) override
    {
        m_draw(*painter, m_scene);
    }

private:
    const ChartScene &m_scene;
    Draw m_draw;
    QRectF m_rect;
};

void drawUnder(QPainter &painter, const ChartScene &scene)
{
    paintUnder(painter, scene.chartLayout(), scene.theme());
}

void drawOver(QPainter &painter, const ChartScene &scene)
{
    paintOver(painter, scene.chartLayout(), scene.data(), scene.theme());
}

void drawLight(QPainter &painter, const ChartScene &scene)
{
    const ChartLayout &layout = scene.chartLayout();
    if (scene.bandFrom() >= 0 && scene.bandTo() >= 0) {
        const int first = std::min(scene.bandFrom(), scene.bandTo());
        const int last = std::max(scene.bandFrom(), scene.bandTo());
        const QRectF band(QPointF(layout.slotLeft(first), layout.plot.top()),
                          QPointF(layout.slotLeft(last + 1), layout.plot.bottom()));
        painter.save();
        painter.setOpacity(0.4);
        painter.fillRect(band, scene.theme().color(Token::Accent));
        painter.restore();
    }
    if (scene.hover() >= 0 && scene.hover() < scene.data().count()) {
        const double x = std::round(layout.slotCenter(scene.hover()) - 0.5);
        painter.fillRect(QRectF(x, layout.plot.top() - 2, 1, layout.plot.height() + 2),
                         scene.theme().color(Token::Text));
    }
}
} // namespace

ChartScene::ChartScene(const Theme &theme, QObject *parent)
    : QGraphicsScene(parent), m_theme(theme), m_data(&m_none), m_chart(new QChart),
      m_x(new QValueAxis(m_chart)), m_y(new QValueAxis(m_chart)),
      m_under(new Layer(*this, drawUnder, -1)), m_over(new Layer(*this, drawOver, 1)),
      m_light(new Layer(*this, drawLight, 2))
{
    setItemIndexMethod(QGraphicsScene::NoIndex);
    m_chart->setAnimationOptions(QChart::NoAnimation);
    m_chart->setBackgroundVisible(false);
    m_chart->setPlotAreaBackgroundVisible(false);
    m_chart->setMargins(QMargins());
    m_chart->layout()->setContentsMargins(0, 0, 0, 0);
    m_chart->legend()->hide();
    for (QValueAxis *axis : {m_x, m_y})
        axis->setVisible(false);
    m_chart->addAxis(m_x, Qt::AlignBottom);
    m_chart->addAxis(m_y, Qt::AlignLeft);
    addItem(m_chart);
    for (QGraphicsItem *item : {m_under, m_over, m_light})
        addItem(item);
}

ChartScene::~ChartScene() = default;

void ChartScene::show(const ChartData &data, const QSizeF &size)
{
    m_data = &data;
    m_layout = layOut(data, size, pixelFont(m_theme.font(FontRole::Caption)));
    const QRectF all(QPointF(0, 0), size);
    setSceneRect(all);
    fillBars();
    placeBars();
    for (QGraphicsItem *item : {m_under, m_over, m_light})
        static_cast<Layer *>(item)->setRect(all);
}

// A new series with all its values is far cheaper than changing values one by one: each change
// would lay all bars out again.
void ChartScene::fillBars()
{
    if (m_bars) {
        m_chart->removeSeries(m_bars);
        delete m_bars;
    }
    m_bars = new QStackedBarSeries;
    // Causes are told apart by a gap where the bars are broad enough to lose a pixel.
    const bool gaps = m_data->directLabels && m_data->series.size() > 1
        && m_layout.slotWidth - m_layout.barGap() >= 8;
    const double least = leastHeight * m_layout.yMax / std::max(1.0, m_layout.plot.height());
    for (const ChartSeries &series : m_data->series) {
        auto *set = new QBarSet(series.name);
        set->setColor(series.color);
        set->setPen(gaps ? QPen(m_theme.color(Token::Base), 1) : QPen(Qt::NoPen));
        QList<qreal> values;
        values.reserve(m_data->count());
        for (int slot = 0; slot < m_data->count(); ++slot) {
            const bool known = size_t(slot) < series.values.size();
            const double value = known ? double(series.values[size_t(slot)]) : 0;
            values << (value < least ? 0 : value);
        }
        set->append(values);
        m_bars->append(set);
    }
    m_bars->setBarWidth(std::max(0.4, (m_layout.slotWidth - m_layout.barGap()) / m_layout.slotWidth));
}

void ChartScene::placeBars()
{
    m_x->setRange(-0.5, std::max(1, m_data->count()) - 0.5);
    m_y->setRange(0, m_layout.yMax);
    m_chart->resize(m_layout.size);
    m_chart->setPlotArea(m_layout.plot);
    m_chart->addSeries(m_bars);
    m_bars->attachAxis(m_x);
    m_bars->attachAxis(m_y);
    m_chart->layout()->activate();
}

void ChartScene::setHover(int slot)
{
    m_hover = slot;
    m_light->update();
}

void ChartScene::setBand(int from, int to)
{
    m_bandFrom = from;
    m_bandTo = to;
    m_light->update();
}

} // namespace tlsrpt

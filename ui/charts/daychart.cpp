// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/daychart.h"

#include "ui/charts/chartaccess.h"
#include "ui/charts/chartscene.h"
#include "ui/charts/charttip.h"
#include "ui/charts/slottext.h"
#include "ui/theme/lookstyle.h"

#include <QAccessible>
#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPointer>
#include <QWheelEvent>

#include <algorithm>

namespace tlsrpt
{

class DayChart::Private
{
public:
    Private(DayChart &owner, const Theme &ownTheme) : q(owner), theme(ownTheme), scene(ownTheme) {}

    void layOutAgain() { scene.show(data, q.size()); }
    void hover(int slot, bool withTip);
    void hideTip();
    const PlacedSeries *entryAt(const QPointF &position) const;
    bool cancelDrag();
    void move(int slot);
    void pick(int step);
    void choose();

    DayChart &q;
    const Theme &theme;
    ChartData data;
    ChartScene scene;
    QPointer<ChartTip> tip;
    QPoint pressed;
    int pressedSlot = -1;
    bool dragging = false;
    int picked = -1; ///< series that the up and down keys stand on
};

void DayChart::Private::hideTip()
{
    if (tip)
        tip->hide();
}

void DayChart::Private::hover(int slot, bool withTip)
{
    const bool changed = slot != scene.hover();
    if (changed)
        picked = -1;
    scene.setHover(slot);
    q.update();
    if (slot < 0 || !withTip) {
        hideTip();
    } else {
        QWidget *window = q.window();
        if (!tip || tip->parentWidget() != window) {
            delete tip;
            tip = new ChartTip(theme, window);
        }
        const ChartLayout &layout = scene.chartLayout();
        const QPoint at = q.mapTo(window, QPointF(layout.slotCenter(slot), layout.plot.top()).toPoint());
        tip->showAt(data, slot, picked, QRect(at, QSize(1, int(layout.plot.height()))),
                    layout.slotCenter(slot) > layout.plot.center().x());
    }
    if (!changed)
        return;
    QAccessibleEvent event(&q, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

const PlacedSeries *DayChart::Private::entryAt(const QPointF &position) const
{
    const ChartLayout &layout = scene.chartLayout();
    for (const auto *entries : {&layout.labels, &layout.legend}) {
        for (const PlacedSeries &entry : *entries) {
            if (entry.series >= 0 && entry.rect.adjusted(-3, -2, 3, 2).contains(position)
                && !data.series[size_t(entry.series)].key.isEmpty())
                return &entry;
        }
    }
    return nullptr;
}

bool DayChart::Private::cancelDrag()
{
    const bool was = pressedSlot >= 0 || scene.bandFrom() >= 0;
    pressedSlot = -1;
    dragging = false;
    scene.setBand(-1, -1);
    q.update();
    return was;
}

void DayChart::Private::move(int slot)
{
    if (data.count() == 0)
        return;
    const int to = std::clamp(slot, 0, data.count() - 1);
    const bool changed = to != scene.hover();
    hover(to, true);
    if (changed)
        emit q.hovered(to);
}

// Up goes up in the stack, over the series that are there.
void DayChart::Private::pick(int step)
{
    const int slot = scene.hover();
    if (slot < 0)
        return move(data.count() - 1);
    const int count = int(data.series.size());
    for (int i = 1, at = picked; i <= count; ++i) {
        at = at < 0 ? (step > 0 ? 0 : count - 1) : (at + step + count) % count;
        if (data.series[size_t(at)].values[size_t(slot)] > 0) {
            picked = at;
            break;
        }
    }
    hover(slot, true);
}

void DayChart::Private::choose()
{
    const int slot = scene.hover();
    if (slot < 0)
        return;
    if (scene.bandFrom() >= 0) {
        const int first = std::min(scene.bandFrom(), scene.bandTo());
        const int last = std::max(scene.bandFrom(), scene.bandTo());
        cancelDrag();
        emit q.daysChosen({data.range(first).first, data.range(last).last});
    } else if (picked >= 0 && !data.series[size_t(picked)].key.isEmpty()) {
        emit q.seriesChosen(data.series[size_t(picked)].key, data.range(slot));
    } else {
        emit q.daysChosen(data.range(slot));
    }
}

DayChart::DayChart(const Theme &theme, QWidget *parent)
    : QWidget(parent), d(std::make_unique<Private>(*this, theme))
{
    installChartAccess();
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    connect(&theme, &Theme::changed, this, [this] {
        recolor(d->data, d->theme);
        d->layOutAgain();
        update();
    });
    // Qt Charts lays bars out in its own time; whatever it changes is painted.
    connect(&d->scene, &QGraphicsScene::changed, this, qOverload<>(&QWidget::update));
}

DayChart::~DayChart()
{
    delete d->tip;
}

void DayChart::setData(ChartData data)
{
    for (ChartSeries &series : data.series)
        series.values.resize(data.slotStart.size(), 0);
    data.slotEmpty.resize(data.slotStart.size(), false);
    d->data = std::move(data);
    d->cancelDrag();
    d->picked = -1;
    d->scene.setHover(-1);
    d->hideTip();
    d->layOutAgain();
    update();
}

const ChartData &DayChart::data() const
{
    return d->data;
}

void DayChart::render(QPainter &painter, const QRectF &target, const ChartData &data,
                      const Theme &theme, qreal pointsPerPixel)
{
    ChartScene scene(theme);
    const QSizeF size = target.size() / pointsPerPixel;
    scene.show(data, size);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    scene.render(&painter, target, QRectF(QPointF(0, 0), size), Qt::IgnoreAspectRatio);
    painter.restore();
}

void DayChart::setHoverSlot(int slot)
{
    d->hover(slot >= 0 && slot < d->data.count() ? slot : -1, false);
}

int DayChart::hoverSlot() const
{
    return d->scene.hover();
}

QString DayChart::slotText(int slot) const
{
    QString text = slotSummary(d->data, slot);
    if (d->picked >= 0 && slot == d->scene.hover())
        text = d->data.series[size_t(d->picked)].name + u". "_qs + text;
    return text;
}

QRectF DayChart::slotRect(int slot) const
{
    const ChartLayout &layout = d->scene.chartLayout();
    return {layout.slotLeft(slot), layout.plot.top(), layout.slotWidth, layout.plot.height()};
}

QSize DayChart::sizeHint() const
{
    return {480, 160};
}

QSize DayChart::minimumSizeHint() const
{
    return {180, 96};
}

void DayChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    d->scene.render(&painter, rect(), rect(), Qt::IgnoreAspectRatio);
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        focusRing(painter, rect(), d->theme.color(Token::Accent), 4);
}

void DayChart::resizeEvent(QResizeEvent *)
{
    d->layOutAgain();
}

void DayChart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange
        || event->type() == QEvent::LanguageChange)
        d->layOutAgain();
}

void DayChart::mouseMoveEvent(QMouseEvent *event)
{
    const ChartLayout &layout = d->scene.chartLayout();
    int slot = layout.slotAt(event->position().x(), d->data.count());
    if (d->pressedSlot >= 0) {
        const double x = std::clamp(event->position().x(), layout.plot.left(), layout.plot.right() - 1);
        slot = layout.slotAt(x, d->data.count());
        const int moved = (event->position().toPoint() - d->pressed).manhattanLength();
        if (moved >= QApplication::startDragDistance())
            d->dragging = true;
        if (d->dragging)
            d->scene.setBand(d->pressedSlot, slot);
    }
    setCursor(d->entryAt(event->position()) ? Qt::PointingHandCursor : Qt::ArrowCursor);
    const bool changed = slot != d->scene.hover();
    d->hover(slot, true);
    if (changed)
        emit hovered(slot);
}

void DayChart::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return QWidget::mousePressEvent(event);
    d->pressed = event->position().toPoint();
    d->dragging = false;
    d->pressedSlot = d->entryAt(event->position())
        ? -1
        : d->scene.chartLayout().slotAt(event->position().x(), d->data.count());
}

void DayChart::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return QWidget::mouseReleaseEvent(event);
    const int from = d->pressedSlot;
    const int to = d->dragging ? d->scene.bandTo() : from;
    const PlacedSeries *entry = from < 0 ? d->entryAt(event->position()) : nullptr;
    // A press that Escape has cancelled chooses nothing.
    d->cancelDrag();
    if (entry && (event->position().toPoint() - d->pressed).manhattanLength() < 8) {
        const DayRange all{d->data.range(0).first, d->data.range(d->data.count() - 1).last};
        emit seriesChosen(d->data.series[size_t(entry->series)].key, all);
    } else if (from >= 0 && to >= 0) {
        emit daysChosen({d->data.range(std::min(from, to)).first, d->data.range(std::max(from, to)).last});
    }
}

/// Whatever scrolls takes the chart away from under the pointer, without a leave event.
void DayChart::wheelEvent(QWheelEvent *event)
{
    leaveEvent(event);
    event->ignore();
}

void DayChart::leaveEvent(QEvent *)
{
    const bool had = d->scene.hover() >= 0;
    d->hover(-1, false);
    if (had)
        emit hovered(-1);
}

void DayChart::hideEvent(QHideEvent *)
{
    d->hideTip();
}

void DayChart::keyPressEvent(QKeyEvent *event)
{
    const int slot = d->scene.hover();
    const int last = d->data.count() - 1;
    const int step = layoutDirection() == Qt::RightToLeft ? -1 : 1;
    const auto go = [&](int to) {
        to = std::clamp(to, 0, std::max(0, last));
        if (event->modifiers() & Qt::ShiftModifier)
            d->scene.setBand(d->scene.bandFrom() >= 0 ? d->scene.bandFrom() : std::max(0, slot), to);
        else
            d->scene.setBand(-1, -1);
        d->move(to);
    };
    switch (event->key()) {
    case Qt::Key_Left: return go(slot < 0 ? last : slot - step);
    case Qt::Key_Right: return go(slot < 0 ? 0 : slot + step);
    case Qt::Key_PageUp: return go(slot < 0 ? last : slot - 7);
    case Qt::Key_PageDown: return go(slot < 0 ? 0 : slot + 7);
    case Qt::Key_Home: return go(0);
    case Qt::Key_End: return go(last);
    case Qt::Key_Up: return d->pick(1);
    case Qt::Key_Down: return d->pick(-1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space: return d->choose();
    case Qt::Key_Escape:
        if (d->cancelDrag())
            return;
        if (slot >= 0) {
            d->hover(-1, false);
            emit hovered(-1);
            return;
        }
        return emit undoRequested();
    default: return QWidget::keyPressEvent(event);
    }
}

void DayChart::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void DayChart::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    if (!underMouse() && d->scene.hover() >= 0) {
        d->hover(-1, false);
        emit hovered(-1);
    }
    update();
}

} // namespace tlsrpt

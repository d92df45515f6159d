// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/pageframe.h"

#include <QPainter>
#include <QPainterPath>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace tlsrpt
{

static constexpr int radius = 8;

static QPainterPath outline(const QWidget &frame)
{
    // Wider than the widget, so that the round corners of the far side are never seen.
    QRectF sheet = QRectF(frame.rect()).adjusted(0.5, 0.5, 0, -0.5);
    if (frame.isRightToLeft())
        sheet.adjust(-2 * radius, 0, -0.5, 0);
    else
        sheet.adjust(0, 0, 2 * radius, 0);
    QPainterPath path;
    path.addRoundedRect(sheet, radius, radius);
    return path;
}

namespace
{
/// Lies over the square corner of a page and makes it round.
class Corner : public QWidget
{
public:
    Corner(const Theme &theme, QWidget *frame) : QWidget(frame), m_theme(theme)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setFixedSize(radius, radius);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.translate(-pos());
        QPainterPath outside;
        outside.addRect(QRectF(parentWidget()->rect()));
        const QPainterPath inside = outline(*parentWidget());
        painter.fillPath(outside.subtracted(inside), m_theme.color(Token::Window));
        painter.strokePath(inside, QPen(m_theme.color(Token::Line), 1));
    }

private:
    const Theme &m_theme;
};
} // namespace

PageFrame::PageFrame(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_stack(new QStackedWidget(this)),
      m_corners{new Corner(theme, this), new Corner(theme, this)}
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->addWidget(m_stack);
    connect(&theme, &Theme::changed, this, qOverload<>(&PageFrame::update));
}

void PageFrame::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Window));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(outline(*this), m_theme.color(Token::Base));
    painter.strokePath(outline(*this), QPen(m_theme.color(Token::Line), 1));
}

void PageFrame::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const int x = isRightToLeft() ? width() - radius : 0;
    m_corners[0]->move(x, 0);
    m_corners[1]->move(x, height() - radius);
    for (QWidget *corner : m_corners)
        corner->raise();
}

} // namespace tlsrpt

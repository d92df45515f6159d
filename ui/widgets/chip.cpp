// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chip.h"

#include "ui/theme/lookstyle.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <cmath>

namespace tlsrpt
{

namespace
{
constexpr int margin = 12;
constexpr int gap = 6;
constexpr int glyphSize = 16;
} // namespace

Chip::Chip(const Theme &theme, QWidget *parent) : QToolButton(parent), m_theme(theme)
{
    setFocusPolicy(Qt::StrongFocus);
    setPopupMode(QToolButton::InstantPopup);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Chip::describe()
{
    //: A filter and its value, for screen readers: "Domain: example.org"
    setAccessibleName(m_key.isEmpty() ? m_value : tr("%1: %2").arg(m_key, m_value));
    updateGeometry();
    update();
}

void Chip::setKey(const QString &key)
{
    m_key = key;
    describe();
}

void Chip::setValue(const QString &value)
{
    m_value = value;
    describe();
}

void Chip::setIconName(const QString &name)
{
    m_iconName = name;
    describe();
}

void Chip::setActive(bool active)
{
    m_active = active;
    describe();
}

void Chip::setClearable(bool clearable)
{
    m_clearable = clearable;
    setAccessibleDescription(clearable ? tr("Delete clears this filter.") : QString());
    describe();
}

QSize Chip::sizeHint() const
{
    const QFontMetrics metrics(font());
    // Rounded down, a value of two figures would be elided for a fraction of a pixel.
    int width = 2 * margin + static_cast<int>(std::ceil(QFontMetricsF(font()).horizontalAdvance(m_value)));
    if (!m_key.isEmpty())
        width += metrics.horizontalAdvance(m_key) + gap;
    if (!m_iconName.isEmpty())
        width += glyphSize + gap;
    if (menu() || showsCross())
        width += glyphSize + 2;
    return {qMin(width, 360), qMax(28, metrics.height() + 8)};
}

QSize Chip::minimumSizeHint() const
{
    return sizeHint();
}

bool Chip::isTrailing(const QPoint &position) const
{
    const int edge = margin + glyphSize;
    return layoutDirection() == Qt::RightToLeft ? position.x() < edge : position.x() > width() - edge;
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const bool lit = underMouse() || isDown() || isChecked();
    QColor ground = m_theme.color(Token::Base);
    if (m_active || isChecked())
        ground = m_theme.color(Token::Selection);
    else if (lit)
        ground = m_theme.color(Token::Hover);
    const bool on = m_active || isChecked();
    roundedBox(p, rect(), ground, on ? QColor() : m_theme.color(Token::LineStrong), height() / 2.0);
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        focusRing(p, rect(), m_theme.color(Token::Accent), height() / 2.0);
    if (!isEnabled())
        p.setOpacity(0.45);

    QRect room = rect().adjusted(margin, 0, -margin, 0);
    const auto glyph = [&](const QString &name, const QRect &at, Token token) {
        p.drawPixmap(at.x(), (height() - glyphSize) / 2,
                     m_theme.pixmap(name, token, glyphSize, devicePixelRatioF()));
    };
    const auto placed = [&](const QRect &at) {
        return QStyle::visualRect(layoutDirection(), rect(), at);
    };
    if (!m_iconName.isEmpty()) {
        glyph(m_iconName, placed({room.left(), 0, glyphSize, height()}), Token::Text2);
        room.setLeft(room.left() + glyphSize + gap);
    }
    if (menu() || showsCross()) {
        room.setRight(room.right() - glyphSize - 2);
        glyph(showsCross() ? QStringLiteral("close") : QStringLiteral("chevron-down"),
              placed({room.right() + 6, 0, glyphSize, height()}), Token::Text2);
    }
    const QFontMetrics metrics(font());
    const int flags = Qt::AlignVCenter | Qt::TextSingleLine;
    if (!m_key.isEmpty()) {
        const int width = metrics.horizontalAdvance(m_key);
        p.setPen(m_theme.color(Token::Text2));
        p.drawText(placed({room.left(), 0, width, height()}), flags, m_key);
        room.setLeft(room.left() + width + gap);
    }
    p.setPen(m_theme.color(Token::Text));
    p.drawText(placed(room), flags, metrics.elidedText(m_value, Qt::ElideMiddle, room.width()));
}

void Chip::mousePressEvent(QMouseEvent *event)
{
    m_pressedCross = showsCross() && event->button() == Qt::LeftButton && isTrailing(event->pos());
    if (!m_pressedCross)
        QToolButton::mousePressEvent(event);
}

void Chip::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_pressedCross)
        return QToolButton::mouseReleaseEvent(event);
    m_pressedCross = false;
    if (rect().contains(event->pos()) && isTrailing(event->pos()))
        emit cleared();
}

void Chip::keyPressEvent(QKeyEvent *event)
{
    const bool clears = event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace;
    if (clears && showsCross())
        emit cleared();
    else if (menu() && (event->key() == Qt::Key_Down || event->key() == Qt::Key_Return))
        showMenu();
    else
        QToolButton::keyPressEvent(event);
}

} // namespace tlsrpt

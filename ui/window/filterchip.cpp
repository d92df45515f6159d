// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/filterchip.h"

#include <QKeyEvent>
#include <QPainter>

namespace tlsrpt
{

static constexpr int chipHeight = 28;
static constexpr int side = 12;
static constexpr int gap = 6;
static constexpr int glyphSize = 14;

FilterChip::FilterChip(const Theme &theme, Kind kind, QWidget *parent)
    : QAbstractButton(parent), m_theme(theme), m_kind(kind)
{
    setCheckable(kind == Kind::Toggle);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setCursor(Qt::ArrowCursor);
    connect(&theme, &Theme::changed, this, qOverload<>(&FilterChip::update));
}

void FilterChip::setWords(const QString &value, const QString &quietBefore, const QString &quietAfter)
{
    m_value = value;
    m_before = quietBefore;
    m_after = quietAfter;
    setAccessibleName(words());
    updateGeometry();
    update();
}

void FilterChip::setIconName(const QString &name)
{
    m_icon = name;
    updateGeometry();
    update();
}

void FilterChip::setActive(bool active)
{
    if (m_active == active)
        return;
    m_active = active;
    update();
}

QString FilterChip::words() const
{
    return QStringList{m_before, m_value, m_after}.join(u' ').simplified();
}

QSize FilterChip::sizeHint() const
{
    const QFontMetrics metrics(font());
    int width = 2 * side + metrics.horizontalAdvance(m_value);
    for (const QString &quiet : {m_before, m_after}) {
        if (!quiet.isEmpty())
            width += gap + metrics.horizontalAdvance(quiet);
    }
    if (!m_icon.isEmpty())
        width += glyphSize + gap;
    if (m_kind != Kind::Toggle)
        width += glyphSize + gap;
    return {width, std::max(chipHeight, metrics.height() + 8)};
}

void FilterChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    const qreal radius = frame.height() / 2;
    const bool on = isActive();
    painter.setPen(on ? QPen(Qt::NoPen) : QPen(m_theme.color(Token::LineStrong), 1));
    painter.setBrush(m_theme.color(on            ? Token::Selection
                                   : underMouse() ? Token::Hover
                                                  : Token::Base));
    painter.drawRoundedRect(frame, radius, radius);
    if (hasFocus()) {
        painter.setPen(QPen(m_theme.color(Token::Accent), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    }

    const bool mirrored = isRightToLeft();
    int x = side;
    const auto place = [&](int width) {
        const QRect box(mirrored ? rect().width() - x - width : x, 0, width, rect().height());
        x += width + gap;
        return box;
    };
    const auto drawIcon = [&](const QString &name) {
        QRect box = place(glyphSize);
        box = QRect(box.left(), (rect().height() - glyphSize) / 2, glyphSize, glyphSize);
        painter.drawPixmap(box, m_theme.pixmap(name, Token::Text2, glyphSize, devicePixelRatioF()));
    };
    const auto drawText = [&](const QString &text, Token token) {
        if (text.isEmpty())
            return;
        painter.setPen(m_theme.color(token));
        painter.drawText(place(fontMetrics().horizontalAdvance(text)),
                         Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, text);
    };
    if (!m_icon.isEmpty())
        drawIcon(m_icon);
    drawText(m_before, Token::Text2);
    drawText(m_value, isEnabled() ? Token::Text : Token::Text2);
    drawText(m_after, Token::Text2);
    if (m_kind == Kind::Menu)
        drawIcon(u"chevron-down"_qs);
    else if (m_kind == Kind::Removable)
        drawIcon(u"close"_qs);
}

void FilterChip::keyPressEvent(QKeyEvent *event)
{
    const bool opens = m_kind == Kind::Menu && event->key() == Qt::Key_Down;
    const bool removes = m_kind == Kind::Removable
        && (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace);
    if (opens || removes || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void FilterChip::enterEvent(QEnterEvent *event)
{
    update();
    QAbstractButton::enterEvent(event);
}

void FilterChip::leaveEvent(QEvent *event)
{
    update();
    QAbstractButton::leaveEvent(event);
}

void FilterChip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateGeometry();
    QAbstractButton::changeEvent(event);
}

} // namespace tlsrpt

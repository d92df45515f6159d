// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/linkbutton.h"

#include "ui/theme/lookstyle.h"

#include <QPainter>

namespace tlsrpt
{

static constexpr int margin = 3; ///< room for the ring of the keyboard

LinkButton::LinkButton(const Theme &theme, const QString &text, QWidget *parent)
    : QAbstractButton(parent), m_theme(theme)
{
    setText(text);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize LinkButton::sizeHint() const
{
    const QFontMetrics metrics(font());
    return {metrics.horizontalAdvance(text()) + 2 * margin + 2, metrics.height() + 2 * margin};
}

void LinkButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QFont shown = font();
    shown.setUnderline(underMouse());
    painter.setFont(shown);
    painter.setPen(isEnabled() ? m_theme.color(Token::Link)
                               : m_theme.palette().color(QPalette::Disabled, QPalette::Text));
    const QRect room = rect().adjusted(margin, 0, -margin, 0);
    painter.drawText(room, int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)) | Qt::AlignVCenter,
                     QFontMetrics(shown).elidedText(text(), Qt::ElideRight, room.width()));
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        focusRing(painter, rect(), m_theme.color(Token::Accent), 4);
}

} // namespace tlsrpt

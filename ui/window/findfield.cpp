// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/findfield.h"

#include <QKeyEvent>
#include <QPainter>

namespace tlsrpt
{

FindField::FindField(const Theme &theme, const QKeySequence &keys, QWidget *parent)
    : QLineEdit(parent), m_theme(theme), m_keys(keys.toString(QKeySequence::NativeText))
{
    setFixedSize(196, 28);
    setClearButtonEnabled(true);
    addAction(theme.icon(u"search"_qs, Token::Text2), QLineEdit::LeadingPosition);
}

void FindField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (!text().isEmpty() || hasFocus() || !isEnabled())
        return;
    QPainter painter(this);
    painter.setFont(m_theme.font(FontRole::Caption));
    painter.setPen(m_theme.color(Token::Text2));
    const Qt::Alignment side = isRightToLeft() ? Qt::AlignLeft : Qt::AlignRight;
    painter.drawText(rect().adjusted(space::s, 0, -space::s, 0), Qt::AlignVCenter | side, m_keys);
}

void FindField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty())
        clear();
    else
        QLineEdit::keyPressEvent(event);
}

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/domains/policyrun.h"

#include "ui/theme/lookstyle.h"
#include "ui/widgets/rowmodel.h"

#include <QKeyEvent>
#include <QPainter>

namespace tlsrpt
{

PolicyRunButton::PolicyRunButton(const Theme &theme, Track track, PolicyMode mode, const QString &label,
                                 const QString &sentence, QWidget *parent)
    : QAbstractButton(parent), m_theme(theme), m_track(track), m_mode(mode)
{
    setText(label);
    setAccessibleName(sentence);
    setToolTip(plainToolTip(sentence));
    setCheckable(true);
    setAutoExclusive(true); // one of the timeline's
    setFont(theme.font(FontRole::Caption));
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::ClickFocus);
    setAttribute(Qt::WA_Hover);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

PolicyRunButton::Look PolicyRunButton::look() const
{
    if (m_track == Track::Tlsa)
        return {Token::Selection, Token::ProtectedMark, Token::ProtectedText, Qt::SolidLine};
    switch (m_mode) {
    case PolicyMode::Enforce: return {Token::Selection, Token::ProtectedMark, Token::ProtectedText, Qt::SolidLine};
    case PolicyMode::Testing: return {Token::AttentionSoft, Token::AttentionMark, Token::AttentionText, Qt::DashLine};
    case PolicyMode::None:
    case PolicyMode::Unknown: return {Token::Hover, Token::NoPolicy, Token::Text, Qt::DotLine};
    }
    Q_UNREACHABLE();
}

void PolicyRunButton::paintEvent(QPaintEvent *)
{
    const Look look = this->look();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setBrush(m_theme.color(look.ground));
    painter.setPen(isChecked() || underMouse() ? QPen(m_theme.color(look.edge), 2)
                                               : QPen(m_theme.color(look.edge), 1, look.border));
    painter.drawRoundedRect(isChecked() || underMouse() ? box.adjusted(0.5, 0.5, -0.5, -0.5) : box, 3, 3);
    const QRect room = rect().adjusted(6, 0, -4, 0);
    const QFontMetrics metrics(font());
    QString label = text();
    if (metrics.horizontalAdvance(label) > room.width()) // its number alone, which the list explains
        label = label.section(u' ', 0, 0);
    if (metrics.horizontalAdvance(label) <= room.width()) {
        QFont shown = font();
        shown.setWeight(isChecked() ? QFont::DemiBold : QFont::Normal);
        painter.setFont(shown);
        painter.setPen(m_theme.color(look.text));
        painter.drawText(room, int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)) | Qt::AlignVCenter
                                   | Qt::TextSingleLine,
                         QFontMetrics(shown).elidedText(label, Qt::ElideRight, room.width()));
    }
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        focusRing(painter, rect(), m_theme.color(Token::Accent), 4);
}

void PolicyRunButton::keyPressEvent(QKeyEvent *event)
{
    const int onward = layoutDirection() == Qt::RightToLeft ? -1 : 1;
    switch (event->key()) {
    case Qt::Key_Left: emit moved(-onward, 0); return;
    case Qt::Key_Right: emit moved(onward, 0); return;
    case Qt::Key_Up: emit moved(0, -1); return;
    case Qt::Key_Down: emit moved(0, 1); return;
    default: QAbstractButton::keyPressEvent(event);
    }
}

void PolicyRunButton::focusInEvent(QFocusEvent *event)
{
    QAbstractButton::focusInEvent(event);
    emit reached();
}

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/lookstyle.h"

#include <QPainter>
#include <QStyleOption>

namespace tlsrpt
{

void LookStyle::inputFrame(const QRectF &rect, const QStyleOption &o, QPainter &p) const
{
    const bool enabled = o.state & State_Enabled;
    const bool focus = enabled && (o.state & State_HasFocus);
    roundedBox(p, rect, color(enabled ? Token::Base : Token::Window),
               color(enabled ? Token::LineStrong : Token::Line));
    if (focus)
        focusRing(p, rect, color(Token::Accent));
}

void LookStyle::lineEdit(const QStyleOptionFrame &o, QPainter &p) const
{
    // Without a frame it sits inside a combo box, a spin box or a view: they draw the box.
    if (o.lineWidth > 0)
        inputFrame(o.rect, o, p);
}

void LookStyle::comboBox(const QStyleOptionComboBox &o, QPainter &p) const
{
    const bool enabled = o.state & State_Enabled;
    inputFrame(o.rect, o, p);
    if (!o.editable && enabled && (o.state & State_MouseOver) && !(o.state & State_HasFocus))
        roundedBox(p, o.rect, color(Token::Hover), color(Token::LineStrong));
    const QRect arrow(o.rect.right() - 24, o.rect.top(), 16, o.rect.height());
    glyph(p, QStringLiteral("chevron-down"), Token::Text2,
          visualRect(o.direction, o.rect, arrow), 16, enabled);
}

void LookStyle::spinBox(const QStyleOptionSpinBox &o, QPainter &p, const QWidget *w) const
{
    if (o.frame)
        inputFrame(o.rect, o, p);
    if (o.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const auto step = [&](SubControl part, const QString &name, QAbstractSpinBox::StepEnabledFlag flag) {
        const QRect rect = proxy()->subControlRect(CC_SpinBox, &o, part, w);
        if (o.activeSubControls == part && (o.state & State_MouseOver))
            p.fillRect(rect.adjusted(0, 1, -2, -1), color(Token::Hover));
        glyph(p, name, Token::Text2, rect, 12, (o.state & State_Enabled) && (o.stepEnabled & flag));
    };
    step(SC_SpinBoxUp, QStringLiteral("chevron-up"), QAbstractSpinBox::StepUpEnabled);
    step(SC_SpinBoxDown, QStringLiteral("chevron-down"), QAbstractSpinBox::StepDownEnabled);
}

void LookStyle::progress(const QStyleOptionProgressBar &o, QPainter &p) const
{
    QRectF track = o.rect;
    if (track.height() > 8)
        track = QRectF(track.x(), track.center().y() - 4, track.width(), 8);
    roundedBox(p, track, color(Token::Line), QColor(), 2);
    const double span = double(o.maximum) - o.minimum;
    if (span <= 0) // nobody knows how far it is: a still block, no clockwork
        track.setWidth(track.width() / 3);
    else
        track.setWidth(track.width() * qBound(0.0, (double(o.progress) - o.minimum) / span, 1.0));
    if (track.width() > 0)
        roundedBox(p, track, color(Token::Accent), QColor(), 2);
}

} // namespace tlsrpt

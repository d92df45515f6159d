// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/colors.h"
#include "ui/theme/lookstyle.h"

#include <QPainter>
#include <QStyleOption>
#include <QWidget>

namespace tlsrpt
{

namespace
{
bool isPrimary(const QWidget *widget)
{
    return widget && widget->property("primary").toBool();
}

bool hasKeyboard(const QStyleOption &o)
{
    return (o.state & QStyle::State_HasFocus) && (o.state & QStyle::State_KeyboardFocusChange);
}
} // namespace

void LookStyle::pushButton(const QStyleOptionButton &o, QPainter &p, const QWidget *w) const
{
    const bool enabled = o.state & State_Enabled;
    const bool hover = enabled && (o.state & State_MouseOver);
    const bool down = o.state & (State_Sunken | State_On);
    const QColor base = color(Token::Base);
    QColor fill = base;
    QColor border = color(Token::LineStrong);
    if (isPrimary(w)) {
        const QColor accent = color(Token::Accent);
        fill = !enabled ? blend(base, accent, 0.5) : blend(accent, color(Token::Text), down ? 0.24 : hover ? 0.12 : 0);
        border = QColor();
    } else if (!enabled) {
        border = color(Token::Line);
    } else if (down) {
        fill = color(Token::Line);
    } else if (hover) {
        fill = color(Token::Hover);
    }
    if (!((o.features & QStyleOptionButton::Flat) && !hover && !down))
        roundedBox(p, o.rect, fill, border);
    if (!hasKeyboard(o))
        return;
    // On the accent the ring needs a gap in the ground's colour to be seen.
    focusRing(p, o.rect, color(Token::Accent));
    if (isPrimary(w))
        roundedBox(p, QRectF(o.rect).adjusted(2, 2, -2, -2), Qt::transparent, base, 4, 1.5);
}

void LookStyle::pushButtonLabel(const QStyleOptionButton &o, QPainter &p, const QWidget *w) const
{
    // Icon and text stand in the middle together, with more air between them than Fusion leaves.
    const bool enabled = o.state & State_Enabled;
    const int hide = proxy()->styleHint(SH_UnderlineShortcut, &o, w) ? 0 : int(Qt::TextHideMnemonic);
    const int flags = Qt::AlignVCenter | Qt::TextShowMnemonic | Qt::TextSingleLine | hide;
    const int gap = o.icon.isNull() || o.text.isEmpty() ? 0 : 8;
    const int icon = o.icon.isNull() ? 0 : o.iconSize.width();
    const int text = o.text.isEmpty() ? 0 : o.fontMetrics.size(Qt::TextShowMnemonic, o.text).width() + 1;
    const int menu = o.features & QStyleOptionButton::HasMenu ? 16 : 0;
    const int width = qMin(icon + gap + text + menu, o.rect.width());
    QRect place(o.rect.left() + (o.rect.width() - width) / 2, o.rect.top(), width, o.rect.height());
    const auto placed = [&](const QRect &rect) { return visualRect(o.direction, o.rect, rect); };
    if (icon > 0) {
        o.icon.paint(&p, placed(QRect(place.left(), place.top(), icon, place.height())),
                     Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
        place.setLeft(place.left() + icon + gap);
    }
    if (menu > 0) {
        glyph(p, QStringLiteral("chevron-down"), Token::Text2,
              placed(QRect(place.right() - 15, place.top(), 16, place.height())), 16, enabled);
        place.setRight(place.right() - menu);
    }
    p.setPen(isPrimary(w) ? color(Token::OnAccent)
                          : o.palette.color(enabled ? QPalette::Active : QPalette::Disabled, QPalette::ButtonText));
    p.drawText(placed(place), flags, o.text);
}

void LookStyle::toolButton(const QStyleOptionToolButton &o, QPainter &p, const QWidget *w) const
{
    const bool enabled = o.state & State_Enabled;
    const bool framed = !(o.state & State_AutoRaise);
    QColor fill = framed ? color(Token::Base) : QColor(Qt::transparent);
    if (o.state & State_Sunken)
        fill = color(Token::Line);
    else if (o.state & State_On)
        fill = color(Token::Selection);
    else if (enabled && (o.state & State_MouseOver))
        fill = color(Token::Hover);
    roundedBox(p, o.rect, fill, framed ? color(Token::LineStrong) : QColor());
    if (hasKeyboard(o))
        focusRing(p, o.rect, color(Token::Accent));

    QStyleOptionToolButton label = o;
    const bool arrow = o.features & (QStyleOptionToolButton::HasMenu | QStyleOptionToolButton::MenuButtonPopup);
    const bool wide = !o.text.isEmpty() && o.toolButtonStyle != Qt::ToolButtonIconOnly;
    label.rect = o.rect.adjusted(2, 2, arrow && wide ? -16 : -2, -2);
    label.state &= ~(State_Sunken | State_On | State_Raised);
    QProxyStyle::drawControl(CE_ToolButtonLabel, &label, &p, w);
    if (arrow && wide)
        glyph(p, QStringLiteral("chevron-down"), Token::Text2,
              QRect(o.rect.right() - 18, o.rect.top(), 16, o.rect.height()), 16, enabled);
}

void LookStyle::checkMark(const QStyleOption &o, QPainter &p) const
{
    const bool on = o.state & (State_On | State_NoChange);
    const bool enabled = o.state & State_Enabled;
    QRect box(0, 0, 16, 16);
    box.moveCenter(o.rect.center());
    const QColor accent = enabled ? color(Token::Accent) : blend(color(Token::Base), color(Token::Accent), 0.5);
    roundedBox(p, box, on ? accent : color(Token::Base), on ? QColor() : color(Token::Text2), 4);
    if (on)
        glyph(p, (o.state & State_NoChange) ? QStringLiteral("dash") : QStringLiteral("check"),
              Token::OnAccent, box, 14);
}

void LookStyle::radioMark(const QStyleOption &o, QPainter &p) const
{
    const bool on = o.state & State_On;
    const bool enabled = o.state & State_Enabled;
    QRectF box(0, 0, 16, 16);
    box.moveCenter(QRectF(o.rect).center());
    const QColor accent = enabled ? color(Token::Accent) : blend(color(Token::Base), color(Token::Accent), 0.5);
    roundedBox(p, box, color(Token::Base), on ? accent : color(Token::Text2), 8, on ? 1.6 : 1);
    if (on)
        roundedBox(p, box.adjusted(4, 4, -4, -4), accent, QColor(), 4);
}

} // namespace tlsrpt

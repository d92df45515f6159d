// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/lookstyle.h"

#include <QPainter>
#include <QStyleOption>
#include <QWidget>

#include <algorithm>

namespace tlsrpt
{

void LookStyle::header(const QStyleOptionHeader &o, QPainter &p) const
{
    p.save();
    p.fillRect(o.rect, color(Token::Base));
    p.fillRect(QRect(o.rect.left(), o.rect.bottom(), o.rect.width(), 1), color(Token::LineStrong));
    const bool sorted = o.sortIndicator != QStyleOptionHeader::None;
    QFont font = p.font();
    font.setWeight(sorted ? QFont::DemiBold : QFont::Medium);
    p.setFont(font);
    p.setPen(color(sorted || (o.state & State_MouseOver) ? Token::Text : Token::Text2));
    const QRect room = o.rect.adjusted(space::s, 0, -space::s, -1);
    const int arrow = sorted ? 12 : 0;
    const QFontMetrics metrics(font);
    const QString text = metrics.elidedText(o.text, Qt::ElideRight, room.width() - arrow);
    const int width = metrics.horizontalAdvance(text) + arrow;
    const QRect place = alignedRect(o.direction, o.textAlignment | Qt::AlignVCenter,
                                    QSize(qMin(width, room.width()), room.height()), room);
    p.drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text);
    if (sorted) {
        // SortUp is Qt's name for descending: the arrow points down.
        const double x = place.right() - 7.5;
        const double y = place.center().y() + 0.5;
        const double tip = o.sortIndicator == QStyleOptionHeader::SortUp ? 2.5 : -2.5;
        p.setRenderHint(QPainter::Antialiasing);
        p.setBrush(p.pen().color());
        p.setPen(Qt::NoPen);
        p.drawPolygon(QPolygonF{{x, y - tip}, {x + 7, y - tip}, {x + 3.5, y + tip}});
    }
    p.restore();
}

void LookStyle::tabShape(const QStyleOptionTab &o, QPainter &p) const
{
    if (o.state & State_Selected)
        p.fillRect(QRect(o.rect.left() + 8, o.rect.bottom() - 1, o.rect.width() - 16, 2),
                   color(Token::Accent));
    if ((o.state & State_HasFocus) && (o.state & State_KeyboardFocusChange))
        focusRing(p, QRectF(o.rect).adjusted(4, 3, -4, -4), color(Token::Accent), 4);
}

void LookStyle::tabLabel(const QStyleOptionTab &o, QPainter &p) const
{
    p.save();
    const bool selected = o.state & State_Selected;
    QFont font = p.font();
    font.setWeight(selected ? QFont::DemiBold : QFont::Normal);
    p.setFont(font);
    const bool loud = selected || (o.state & State_MouseOver);
    p.setPen(o.state & State_Enabled ? color(loud ? Token::Text : Token::Text2)
                                     : o.palette.color(QPalette::Disabled, QPalette::WindowText));
    QRect room = o.rect.adjusted(8, 0, -8, -2);
    if (!o.icon.isNull()) {
        o.icon.paint(&p, QRect(room.left(), room.top(), 16, room.height()));
        room.setLeft(room.left() + 22);
    }
    const int hide = proxy()->styleHint(SH_UnderlineShortcut, &o) ? 0 : int(Qt::TextHideMnemonic);
    p.drawText(room, Qt::AlignCenter | Qt::TextShowMnemonic | hide, o.text);
    p.restore();
}

void LookStyle::branch(const QStyleOption &o, QPainter &p) const
{
    if (!(o.state & State_Children))
        return;
    const bool open = o.state & State_Open;
    const QString closed = o.direction == Qt::RightToLeft ? QStringLiteral("chevron-left")
                                                          : QStringLiteral("chevron-right");
    glyph(p, open ? QStringLiteral("chevron-down") : closed, Token::Text2, o.rect, 12);
}

void LookStyle::scrollBar(const QStyleOptionSlider &o, QPainter &p, const QWidget *w) const
{
    if (o.maximum <= o.minimum)
        return;
    const bool flat = o.orientation == Qt::Horizontal;
    QRectF handle = proxy()->subControlRect(CC_ScrollBar, &o, SC_ScrollBarSlider, w);
    handle = flat ? handle.adjusted(2, 3, -2, -3) : handle.adjusted(3, 2, -3, -2);
    const bool held = (o.state & State_Sunken) || ((o.state & State_MouseOver)
                                                   && o.activeSubControls == SC_ScrollBarSlider);
    roundedBox(p, handle, color(held ? Token::Text2 : Token::LineStrong), QColor(), 3);
}

QRect LookStyle::scrollBarRect(const QStyleOptionSlider &o, SubControl part) const
{
    const bool flat = o.orientation == Qt::Horizontal;
    const int length = flat ? o.rect.width() : o.rect.height();
    const qint64 range = qint64(o.maximum) - o.minimum;
    int slider = length;
    if (range > 0) {
        const qint64 wanted = qint64(length) * o.pageStep / qMax<qint64>(1, range + o.pageStep);
        slider = int(std::clamp(wanted, qint64(qMin(32, length)), qint64(length)));
    }
    const int start = sliderPositionFromValue(o.minimum, o.maximum, o.sliderPosition,
                                              length - slider, o.upsideDown);
    const auto piece = [&](int from, int size) {
        return flat ? QRect(o.rect.x() + from, o.rect.y(), size, o.rect.height())
                    : QRect(o.rect.x(), o.rect.y() + from, o.rect.width(), size);
    };
    QRect rect;
    switch (part) {
    case SC_ScrollBarSlider: rect = piece(start, slider); break;
    case SC_ScrollBarGroove: rect = piece(0, length); break;
    case SC_ScrollBarSubPage: rect = piece(0, start); break;
    case SC_ScrollBarAddPage: rect = piece(start + slider, length - start - slider); break;
    default: return {}; // no arrow buttons
    }
    return visualRect(o.direction, o.rect, rect);
}

void LookStyle::menuBarItem(const QStyleOptionMenuItem &o, QPainter &p) const
{
    p.fillRect(o.rect, color(Token::Window));
    if (o.state & (State_Selected | State_Sunken))
        roundedBox(p, o.rect.adjusted(1, 2, -1, -2), color(Token::Selection), QColor(), 4);
    const int hide = proxy()->styleHint(SH_UnderlineShortcut, &o) ? 0 : int(Qt::TextHideMnemonic);
    p.setPen(o.palette.color(o.state & State_Enabled ? QPalette::Active : QPalette::Disabled,
                             QPalette::WindowText));
    p.drawText(o.rect, Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine | hide, o.text);
}

void LookStyle::shapedFrame(const QStyleOptionFrame &o, QPainter &p) const
{
    const QRect r = o.rect;
    switch (o.frameShape) {
    case QFrame::HLine:
        return p.fillRect(QRect(r.left(), r.center().y(), r.width(), 1), color(Token::Line));
    case QFrame::VLine:
        return p.fillRect(QRect(r.center().x(), r.top(), 1, r.height()), color(Token::Line));
    case QFrame::NoFrame:
        return;
    default:
        return roundedBox(p, r, Qt::transparent, color(Token::LineStrong));
    }
}

} // namespace tlsrpt

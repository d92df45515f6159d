// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/findings/findingdelegate.h"

#include "ui/findings/findingsmodel.h"
#include "ui/theme/lookstyle.h"
#include "ui/words/words.h"

#include <QPainter>
#include <QTreeView>

namespace tlsrpt
{

namespace
{
constexpr int rowHeight = 50;
constexpr int groupHeight = 30;
constexpr int iconSize = 16;
constexpr int lineGap = 1;

QFont bold(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

/// Text at the left or right end of a line, mirrored where the layout is.
void paintText(QPainter &painter, const QStyleOptionViewItem &option, const QRect &rect, Qt::Alignment side,
               const QString &text)
{
    painter.drawText(rect, int(QStyle::visualAlignment(option.direction, side)) | Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, rect.width()));
}
} // namespace

FindingDelegate::FindingDelegate(const Theme &theme, QObject *parent) : CellDelegate(theme, parent, rowHeight) {}

QSize FindingDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int small = QFontMetrics(m_theme.font(FontRole::Caption)).height();
    if (!index.parent().isValid())
        return {120, std::max(groupHeight, small + 14)};
    return {200, std::max(rowHeight, option.fontMetrics.height() + small + 16)};
}

void FindingDelegate::paintGroup(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QRect room = option.rect.adjusted(space::m + 4, 2, -space::m, 0);
    const auto *tree = qobject_cast<const QTreeView *>(option.widget);
    const bool open = !tree || tree->isExpanded(index);
    const bool mirrored = option.direction == Qt::RightToLeft;
    const QString glyph = open ? u"chevron-down"_qs : mirrored ? u"chevron-left"_qs : u"chevron-right"_qs;
    const QRect mark = QStyle::visualRect(option.direction, room,
                                          QRect(room.left(), room.center().y() - 5, 10, 10));
    painter->drawPixmap(mark.topLeft(), m_theme.pixmap(glyph, Token::Text2, 10, painter->device()->devicePixelRatioF()));
    const QRect words = QStyle::visualRect(option.direction, room, room.adjusted(14, 0, 0, 0));
    painter->setFont(bold(m_theme.font(FontRole::Caption)));
    painter->setPen(m_theme.color(Token::Text));
    const QString title = index.data().toString();
    const int width = painter->fontMetrics().horizontalAdvance(title) + 6;
    paintText(*painter, option, words, Qt::AlignLeft, title);
    painter->setFont(m_theme.font(FontRole::Caption));
    painter->setPen(m_theme.color(Token::Text2));
    const QRect rest = QStyle::visualRect(option.direction, words, words.adjusted(width, 0, 0, 0));
    paintText(*painter, option, rest, Qt::AlignLeft, words::number(index.data(NumberRole).toLongLong()));
    if (index.row() == 0)
        paintText(*painter, option, rest.adjusted(30, 0, 0, 0), Qt::AlignRight, tr("occurrences"));
    if (tree && tree->hasFocus() && tree->currentIndex() == index)
        focusRing(*painter, option.rect.adjusted(6, 2, -6, -2), m_theme.color(Token::Accent));
}

int FindingDelegate::paintFresh(QPainter *painter, const QRect &line, Qt::LayoutDirection direction) const
{
    const QFont font = bold(m_theme.font(FontRole::Caption));
    const QFontMetrics metrics(font);
    const QString text = tr("new");
    const int width = metrics.horizontalAdvance(text) + 12;
    const QRect pill = QStyle::visualRect(
        direction, line, QRect(line.right() - width + 1, line.center().y() - metrics.height() / 2, width, metrics.height() + 1));
    roundedBox(*painter, pill, m_theme.color(Token::Accent), QColor(), pill.height() / 2.0);
    painter->setFont(font);
    painter->setPen(m_theme.color(Token::OnAccent));
    painter->drawText(pill, Qt::AlignCenter, text);
    return width + 6;
}

void FindingDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (!index.parent().isValid()) {
        paintGroup(painter, option, index);
        painter->restore();
        return;
    }
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, m_theme.color(Token::Selection));
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, m_theme.color(Token::Hover));
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), m_theme.color(Token::Line));
    const auto *tree = qobject_cast<const QTreeView *>(option.widget);
    if (tree && tree->hasFocus() && tree->currentIndex() == index)
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), 2, option.rect.height() - 1), m_theme.color(Token::Accent));
    paintFinding(painter, option, index);
    painter->restore();
}

void FindingDelegate::paintFinding(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QRect room = option.rect.adjusted(space::m, 0, -space::m, -1);
    const QFont font = cellFont(option, index);
    const QFont little = m_theme.font(FontRole::Caption);
    const int first = QFontMetrics(font).height();
    const int second = QFontMetrics(little).height();
    const int top = room.top() + (room.height() - first - second - lineGap) / 2;
    const QRect mark = QStyle::visualRect(option.direction, room,
                                          QRect(room.left(), top + (first - iconSize) / 2, iconSize, iconSize));
    painter->drawPixmap(mark.topLeft(),
                        m_theme.pixmap(index.data(IconNameRole).toString(), Token(index.data(IconTokenRole).toInt()), iconSize,
                                       painter->device()->devicePixelRatioF()));
    const QRect words = QStyle::visualRect(option.direction, room, room.adjusted(iconSize + 10, 0, 0, 0));
    QRect line(words.left(), top, words.width(), first);
    if (index.data(FindingsModel::FreshRole).toBool()) {
        const int taken = paintFresh(painter, line, option.direction);
        line = QStyle::visualRect(option.direction, line, line.adjusted(0, 0, -taken, 0));
    }
    painter->setFont(font);
    painter->setPen(textColor(option, index));
    paintText(*painter, option, line, Qt::AlignLeft, index.data().toString().simplified());

    QRect caption(words.left(), top + first + lineGap, words.width(), second);
    const QVariant count = index.data(NumberRole);
    if (count.isValid()) {
        const QString number = words::number(count.toLongLong());
        painter->setFont(little);
        const int width = painter->fontMetrics().horizontalAdvance(number) + 4;
        const QRect end = QStyle::visualRect(option.direction, caption, caption.adjusted(caption.width() - width, 0, 0, 0));
        paintNumber(painter, end, number, m_theme.color(Token::Text), little);
        caption = QStyle::visualRect(option.direction, caption, caption.adjusted(0, 0, -width - 10, 0));
    }
    painter->setFont(little);
    painter->setPen(m_theme.color(Token::Text2));
    paintText(*painter, option, caption, Qt::AlignLeft, index.data(CaptionRole).toString().simplified());
}

} // namespace tlsrpt

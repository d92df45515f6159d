// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/delegates.h"

#include "ui/theme/lookstyle.h"
#include "ui/widgets/table.h"
#include "ui/words/text.h"
#include "ui/words/words.h"

#include <QAbstractItemView>
#include <QPainter>

namespace tlsrpt
{

namespace
{
constexpr qsizetype longestText = 1000; ///< no cell is so wide
constexpr int padding = space::s;

// A row under the mouse is lit as a whole; setUpTable keeps the index on the view.
bool isHovered(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (!option.widget)
        return false;
    const auto row = option.widget->property(hoverProperty).value<QPersistentModelIndex>();
    return row.isValid() && row.row() == index.row() && row.parent() == index.parent();
}

// Where the keyboard is: an accent bar at the left end of the current row.
bool isFocusedRowStart(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    if (!view || !view->hasFocus())
        return false;
    const QModelIndex current = view->currentIndex();
    return current.isValid() && current.row() == index.row() && current.parent() == index.parent()
        && option.rect.left() <= 1;
}
} // namespace

CellDelegate::CellDelegate(const Theme &theme, QObject *parent, int rowHeight)
    : QStyledItemDelegate(parent), m_theme(theme), m_rowHeight(rowHeight)
{
}

QRect CellDelegate::paintBackground(QPainter *painter, const QStyleOptionViewItem &option,
                                    const QModelIndex &index) const
{
    const QVariant own = index.data(Qt::BackgroundRole);
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, m_theme.color(Token::Selection));
    else if (isHovered(option, index))
        painter->fillRect(option.rect, m_theme.color(Token::Hover));
    else if (own.canConvert<QColor>())
        painter->fillRect(option.rect, own.value<QColor>());
    else if (index.parent().isValid())
        painter->fillRect(option.rect, m_theme.color(Token::Alternate));
    const QRect rule(option.rect.left(), option.rect.bottom(), option.rect.width(), 1);
    painter->fillRect(rule, m_theme.color(Token::Line));
    if (isFocusedRowStart(option, index))
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), 2, option.rect.height() - 1),
                          m_theme.color(Token::Accent));
    return option.rect.adjusted(padding, 0, -padding, -1);
}

QColor CellDelegate::textColor(const QStyleOptionViewItem &option, const QModelIndex &index,
                               Token fallback) const
{
    if (!(option.state & QStyle::State_Enabled))
        return m_theme.palette().color(QPalette::Disabled, QPalette::Text);
    const QVariant tone = index.data(ToneRole);
    const int value = tone.isValid() ? tone.toInt() : int(fallback);
    return m_theme.color(value >= 0 && value < tokenCount ? Token(value) : fallback);
}

QFont CellDelegate::cellFont(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QFont font = option.font;
    const QVariant own = index.data(Qt::FontRole);
    if (own.canConvert<QFont>())
        font = own.value<QFont>().resolve(font);
    if (index.data(EmphasisRole).toBool())
        font.setWeight(QFont::DemiBold);
    return font;
}

QRect CellDelegate::paintIcon(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    const QString name = index.data(IconNameRole).toString();
    if (name.isEmpty())
        return rect;
    const QVariant token = index.data(IconTokenRole);
    const int value = token.isValid() ? token.toInt() : int(Token::Text2);
    const Token tone = value >= 0 && value < tokenCount ? Token(value) : Token::Text2;
    const int size = qMin(15, rect.height());
    const QRect place = QStyle::visualRect(
        option.direction, rect, QRect(rect.left(), rect.top() + (rect.height() - size) / 2, size, size));
    painter->drawPixmap(place.topLeft(), m_theme.pixmap(name, tone, size, painter->device()->devicePixelRatioF()));
    const QRect rest = rect.adjusted(size + 6, 0, 0, 0);
    return QStyle::visualRect(option.direction, rect, rest);
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    painter->save();
    QRect room = paintBackground(painter, option, index);
    room = paintIcon(painter, room, option, index);
    const QFont font = cellFont(option, index);
    painter->setFont(font);
    painter->setPen(textColor(option, index));
    const QVariant align = index.data(Qt::TextAlignmentRole);
    const int flags = (align.isValid() ? align.toInt() : int(Qt::AlignLeft)) | Qt::AlignVCenter;
    // One line only, and nothing that turns it round: report text may hold both.
    const QString text = words::shown(displayText(index.data(Qt::DisplayRole), option.locale), longestText);
    painter->drawText(room, int(QStyle::visualAlignment(option.direction, Qt::Alignment(flags)))
                                | Qt::TextSingleLine,
                      QFontMetrics(font).elidedText(text, option.textElideMode, room.width()));
    painter->restore();
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QString text = index.data(Qt::DisplayRole).isNull() ? numberText(index)
                                                              : index.data(Qt::DisplayRole).toString();
    const int icon = index.data(IconNameRole).toString().isEmpty() ? 0 : 21;
    const QFontMetrics metrics(cellFont(option, index));
    return {metrics.horizontalAdvance(text.left(200)) + icon + 2 * padding + 2,
            qMax(m_rowHeight, metrics.height() + 4)};
}

QString CellDelegate::numberText(const QModelIndex &index) const
{
    const QVariant shown = index.data(Qt::DisplayRole);
    if (shown.typeId() == QMetaType::QString && !shown.toString().isEmpty())
        return shown.toString();
    const QVariant number = index.data(NumberRole);
    if (number.isNull())
        return shown.toString();
    if (number.typeId() == QMetaType::Double)
        return QLocale().toString(number.toDouble(), 'f', 1);
    return words::number(number.toLongLong());
}

void CellDelegate::paintNumber(QPainter *painter, const QRect &rect, const QString &text,
                               const QColor &color, const QFont &font) const
{
    painter->setPen(color);
    painter->setFont(font);
    const QFontMetricsF metrics(font);
    const bool tabular = qFuzzyCompare(metrics.horizontalAdvance(u'1'), metrics.horizontalAdvance(u'0'));
    if (tabular || metrics.horizontalAdvance(text) > rect.width()) {
        painter->drawText(rect, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine,
                          QFontMetrics(font).elidedText(text, Qt::ElideRight, rect.width()));
        return;
    }
    double digit = 0;
    for (char16_t c = u'0'; c <= u'9'; ++c)
        digit = qMax(digit, metrics.horizontalAdvance(QChar(c)));
    double x = rect.right() + 1;
    const double baseline = rect.top() + (rect.height() - metrics.height()) / 2 + metrics.ascent();
    for (qsizetype i = text.size() - 1; i >= 0; --i) {
        const QChar c = text.at(i);
        const double own = metrics.horizontalAdvance(c);
        const double advance = c.isDigit() ? digit : own;
        x -= advance;
        painter->drawText(QPointF(x + (advance - own) / 2, baseline), QString(c));
    }
}

void NumberDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    painter->save();
    QRect room = paintBackground(painter, option, index);
    const QString name = index.data(IconNameRole).toString();
    const QString text = numberText(index);
    const QFont font = cellFont(option, index);
    if (!name.isEmpty()) { // the icon stands before the number, not at the far end
        const int width = QFontMetrics(font).horizontalAdvance(text) + 21;
        paintIcon(painter, room.adjusted(qMax(0, room.width() - width), 0, 0, 0), option, index);
    }
    paintNumber(painter, room, text, textColor(option, index), font);
    painter->restore();
}

} // namespace tlsrpt

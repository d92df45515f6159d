// SPDX-License-Identifier: GPL-3.0-or-later
// The delegates that draw more than text.
#include "core/query/answers.h"
#include "ui/theme/lookstyle.h"
#include "ui/widgets/delegates.h"
#include "ui/words/words.h"

#include <QPainter>

#include <algorithm>

namespace tlsrpt
{

namespace
{
Token tokenOf(const QModelIndex &index, int role, Token fallback)
{
    const QVariant value = index.data(role);
    const int number = value.isValid() ? value.toInt() : int(fallback);
    return number >= 0 && number < tokenCount ? Token(number) : fallback;
}

constexpr int shortestTrack = 38;
constexpr int longTrack = 56;
constexpr int roomForLongTrack = 144; ///< with most numbers
constexpr int numberGap = 8; ///< between a bar and its number

double shareOf(const QVariant &value)
{
    const double share = value.toDouble();
    return share >= 0 ? qMin(share, 1.0) : 0.0; // also for what is not a number
}

QFont captionOf(const Theme &theme)
{
    return theme.font(FontRole::Caption);
}
} // namespace

/// Room for the number and the shortest bar, so that no row's bar gives way to its number.
QSize BarNumberDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return CellDelegate::sizeHint(option, index) + QSize(shortestTrack + numberGap, 0);
}

void BarNumberDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    painter->save();
    QRect room = paintBackground(painter, option, index);
    const QVariant share = index.data(BarShareRole);
    const QString text = numberText(index);
    const QFont font = cellFont(option, index);
    const int number = QFontMetrics(font).horizontalAdvance(text) + numberGap;
    // Of one length in all rows of a column, or they could not be compared.
    const int track = room.width() >= std::max(roomForLongTrack, longTrack + number) ? longTrack : shortestTrack;
    if (share.isValid() && room.width() >= track + number) {
        const QRect whole = QStyle::visualRect(
            option.direction, room, QRect(room.left(), room.center().y() - 2, track, 6));
        roundedBox(*painter, whole, m_theme.color(option.state & QStyle::State_Selected ? Token::LineStrong : Token::Hover),
                   QColor(), 1);
        QRectF bar = whole;
        const double value = shareOf(share);
        bar.setWidth(value > 0 ? qMax(1.5, track * value) : 0);
        if (option.direction == Qt::RightToLeft)
            bar.moveRight(whole.right() + 1);
        roundedBox(*painter, bar, m_theme.color(tokenOf(index, BarTokenRole, Token::ProtectedMark)),
                   QColor(), 1);
        room.setLeft(room.left() + track + space::s);
    }
    paintNumber(painter, room, text, textColor(option, index), font);
    painter->restore();
}

void SparkDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    painter->save();
    const QRect room = paintBackground(painter, option, index);
    const auto bins = index.data(BinsRole).value<std::vector<qint64>>();
    const int count = int(bins.size());
    if (count > 0 && room.width() >= count) {
        // Whole pixels, so that equal bins look equal.
        const int step = qBound(1, room.width() / count, 4);
        const int gap = step >= 4 ? 1 : 0;
        const int bottom = room.bottom() - 5;
        const int tall = bottom - room.top() - 5;
        const qint64 top = qMax<qint64>(1, *std::max_element(bins.begin(), bins.end()));
        const QColor bar = m_theme.color(tokenOf(index, BarTokenRole, Token::Failed));
        for (int i = 0; i < count; ++i) {
            const qint64 value = bins[size_t(i)];
            const int x = room.left() + i * step;
            if (value < 0) {
                painter->fillRect(QRect(x, room.top() + 5, step, tall),
                                  QBrush(m_theme.color(Token::Hatch), Qt::BDiagPattern));
            } else if (value > 0) {
                const int height = qMax(1, qRound(double(tall) * double(value) / double(top)));
                painter->fillRect(QRect(x, bottom - height, step - gap, height), bar);
            }
        }
        painter->fillRect(QRect(room.left(), bottom, count * step, 1), m_theme.color(Token::LineStrong));
    }
    painter->restore();
}

void CauseDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    painter->save();
    QRect room = paintBackground(painter, option, index);
    const auto counts = index.data(CausesRole).value<GroupCounts>();
    qint64 sum = 0;
    int kinds = 0;
    for (qint64 count : counts) {
        sum += qMax<qint64>(0, count);
        kinds += count > 0;
    }
    if (sum > 0) {
        const QRect whole = QStyle::visualRect(
            option.direction, room, QRect(room.left(), room.center().y() - 4, 24, 9));
        std::array<int, causeGroupCount> order{};
        for (int i = 0; i < causeGroupCount; ++i)
            order[size_t(i)] = i;
        std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return counts[size_t(a)] > counts[size_t(b)]; });
        double x = whole.left();
        for (int group : order) {
            const double width = 24.0 * double(qMax<qint64>(0, counts[size_t(group)])) / double(sum);
            painter->fillRect(QRectF(x, whole.top(), width, 9), m_theme.causeColor(CauseGroup(group)));
            x += width;
        }
        room.setLeft(room.left() + 32);
    }
    const QFont font = cellFont(option, index);
    const QFontMetrics metrics(font);
    const QString whole = index.data(Qt::DisplayRole).toString().simplified();
    QString more = kinds > 1 ? u"+"_qs + words::number(kinds - 1) : QString();
    const int moreWidth = more.isEmpty() ? 0 : metrics.horizontalAdvance(more) + space::s;
    if (metrics.horizontalAdvance(whole) + moreWidth > room.width())
        more.clear(); // the name is worth more, and the bar shows that there are several
    const QString name = metrics.elidedText(whole, Qt::ElideRight, room.width());
    painter->setFont(font);
    painter->setPen(textColor(option, index));
    const int flags = Qt::AlignVCenter | Qt::TextSingleLine;
    painter->drawText(room, flags | Qt::AlignLeft, name);
    painter->setPen(m_theme.color(Token::Text2));
    painter->drawText(room.adjusted(metrics.horizontalAdvance(name) + space::s, 0, 0, 0),
                      flags | Qt::AlignLeft, more);
    painter->restore();
}

TwoLineDelegate::TwoLineDelegate(const Theme &theme, QObject *parent) : CellDelegate(theme, parent, 37) {}

void TwoLineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    painter->save();
    QRect room = paintBackground(painter, option, index);
    const QString caption = index.data(CaptionRole).toString().simplified();
    const QFont font = cellFont(option, index);
    const QFont little = captionOf(m_theme);
    const QFontMetrics metrics(font);
    const QFontMetrics small(little);
    room = paintIcon(painter, room, option, index);
    const int block = caption.isEmpty() ? metrics.height() : metrics.height() + small.height() - 2;
    const int top = room.top() + qMax(0, (room.height() - block) / 2);
    painter->setFont(font);
    painter->setPen(textColor(option, index));
    painter->drawText(QRect(room.left(), top, room.width(), metrics.height()),
                      Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      metrics.elidedText(index.data(Qt::DisplayRole).toString().simplified(),
                                         Qt::ElideMiddle, room.width()));
    if (!caption.isEmpty()) {
        painter->setFont(little);
        painter->setPen(m_theme.color(Token::Text2));
        painter->drawText(QRect(room.left(), top + metrics.height() - 2, room.width(), small.height()),
                          Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          small.elidedText(caption, Qt::ElideMiddle, room.width()));
    }
    painter->restore();
}

void ProgressDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    const QVariant progress = index.data(ProgressRole);
    if (!progress.isValid() || !(progress.toDouble() >= 0))
        return CellDelegate::paint(painter, option, index);
    painter->save();
    QRect room = paintBackground(painter, option, index);
    const double share = shareOf(progress);
    const int width = qBound(24, room.width() - 52, 72);
    const QRect track = QStyle::visualRect(option.direction, room,
                                           QRect(room.left(), room.center().y() - 2, width, 6));
    roundedBox(*painter, track, m_theme.color(Token::LineStrong), QColor(), 1);
    QRectF done = track;
    done.setWidth(width * share);
    roundedBox(*painter, done, m_theme.color(Token::Accent), QColor(), 1);
    room.setLeft(room.left() + width + space::s);
    painter->setFont(cellFont(option, index));
    painter->setPen(textColor(option, index));
    // Rounded down: "100 %" is said only when it is done.
    painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      words::percent(int(share * 100) / 100.0, 0));
    painter->restore();
}

} // namespace tlsrpt

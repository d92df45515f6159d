// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/senders/timedelegate.h"

#include "ui/words/words.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace tlsrpt
{

static constexpr double widestSlot = 12; ///< a line across the whole window is no sparkline

QString timeText(const std::vector<qint64> &failed, const std::vector<qint64> &total)
{
    const auto failing = std::count_if(failed.begin(), failed.end(), [](qint64 count) { return count > 0; });
    const auto silent = std::count(total.begin(), total.end(), qint64(-1));
    return QCoreApplication::translate("Senders", "Failures in %1 of %2 stretches of the period, no report in %3.")
        .arg(words::number(failing), words::number(static_cast<qint64>(total.size())), words::number(silent));
}

void TimeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QRect room = paintBackground(painter, option, index);
    const auto failed = index.data(BinsRole).value<std::vector<qint64>>();
    const auto total = index.data(TotalBinsRole).value<std::vector<qint64>>();
    if (total.empty() || failed.size() != total.size())
        return;
    painter->save();
    const double slot = std::min(widestSlot, static_cast<double>(room.width()) / static_cast<double>(total.size()));
    const int height = std::min(16, room.height() - 6);
    const int top = room.center().y() - height / 2;
    for (size_t i = 0; i < total.size(); ++i) {
        const int left = room.left() + static_cast<int>(std::lround(slot * static_cast<double>(i)));
        const int right = room.left() + static_cast<int>(std::lround(slot * static_cast<double>(i + 1)));
        const QRect cell(left, top, std::max(1, right - left - 1), height);
        if (total[i] < 0) {
            painter->fillRect(cell, QBrush(m_theme.color(Token::Hatch), Qt::BDiagPattern));
            continue;
        }
        painter->fillRect(cell, m_theme.color(Token::Hover));
        if (failed[i] > 0 && total[i] > 0) {
            // A small share must be seen: at least a fifth of the height.
            const double share = static_cast<double>(failed[i]) / static_cast<double>(total[i]);
            const int part = std::clamp(static_cast<int>(std::ceil(share * height)), height / 5 + 1, height);
            painter->fillRect(QRect(cell.left(), cell.bottom() - part + 1, cell.width(), part),
                              m_theme.color(Token::Failed));
        }
    }
    painter->restore();
}

QSize TimeDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {240, CellDelegate::sizeHint(option, index).height()};
}

} // namespace tlsrpt

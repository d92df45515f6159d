// SPDX-License-Identifier: GPL-3.0-or-later
// One sender over time: a strip of slots, coloured by the share that failed, hatched without reports.
#pragma once

#include "ui/widgets/delegates.h"

#include <vector>

namespace tlsrpt
{

/// Beside BinsRole (failed sessions): all sessions of each bin, -1 = no report.
inline constexpr int TotalBinsRole = Qt::UserRole + 100;

/// "Failures in 3 of 24 stretches of the period, no report in 2."
QString timeText(const std::vector<qint64> &failed, const std::vector<qint64> &total);

class TimeDelegate : public CellDelegate
{
    Q_OBJECT
public:
    using CellDelegate::CellDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/delegates.h"

namespace tlsrpt
{

/// A finding in 50 px: severity, title, caption, count, "new"; and the group rows above them.
class FindingDelegate : public CellDelegate
{
    Q_OBJECT
public:
    explicit FindingDelegate(const Theme &theme, QObject *parent = nullptr);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintGroup(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintFinding(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    int paintFresh(QPainter *painter, const QRect &line, Qt::LayoutDirection direction) const;
};

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/findings/findingsmodel.h"
#include "ui/theme/theme.h"

#include <QTreeView>

#include <set>

namespace tlsrpt
{

/// The list at the left: groups that close and open, findings that are chosen.
class FindingsTree : public QTreeView
{
    Q_OBJECT
public:
    FindingsTree(FindingsModel &model, const Theme &theme, QWidget *parent = nullptr);
    /// Selects it and opens its group, without chosen(); the first finding where it is not there.
    QString select(const QString &place);
    /// What Edit > Copy calls.
    Q_INVOKABLE void copy() { emit copyRequested(); }

signals:
    void chosen(const QString &place); ///< FindingItem::place
    void copyRequested();
    void entered(); ///< Enter on a finding

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void toggle(const QModelIndex &index);
    void restore();

    FindingsModel &m_model;
    std::set<int> m_closed{static_cast<int>(FindingGroup::Notes), static_cast<int>(FindingGroup::OverSmall),
                           static_cast<int>(FindingGroup::Muted)};
    bool m_restoring = false;
};

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
// Which folders are read: all, or those with a tick; each with how many mails it holds.
#pragma once

#include "ui/mailboxes/mailboxtest.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QCheckBox;
class QTreeWidget;

namespace tlsrpt
{

class FolderList : public QWidget
{
    Q_OBJECT
public:
    explicit FolderList(const Theme &theme, QWidget *parent = nullptr);

    void setFolders(const std::vector<FolderCount> &folders);
    void setChosen(const QStringList &folders); ///< empty: all
    QStringList chosen() const;                 ///< empty: all
    bool isComplete() const;                    ///< all, or at least one

signals:
    void changed();

private:
    void fill();

    QCheckBox *m_all;
    QTreeWidget *m_list;
    std::vector<FolderCount> m_folders;
    QStringList m_chosen;
};

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mailboxes/folderlist.h"

#include "ui/words/words.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace tlsrpt
{

namespace
{

constexpr int rowHeight = 26;

/// RFC 3501 §5.1: in any case of letters.
bool isInbox(const QString &name)
{
    return name.compare(u"INBOX"_qs, Qt::CaseInsensitive) == 0;
}

} // namespace

FolderList::FolderList(const Theme &, QWidget *parent)
    : QWidget(parent)
    , m_all(new QCheckBox(tr("Read &all folders, but not the trash and the drafts")))
    , m_list(new QTreeWidget)
{
    m_all->setChecked(true);
    m_list->setAccessibleName(tr("Folders to read"));
    m_list->setHeaderLabels({tr("Folder"), tr("Mails")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_list->headerItem()->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    column->addWidget(m_all);
    column->addWidget(m_list, 1);
    m_list->setEnabled(false);
    connect(m_all, &QCheckBox::toggled, this, [this](bool all) {
        m_list->setEnabled(!all);
        emit changed();
    });
    connect(m_list, &QTreeWidget::itemChanged, this, &FolderList::changed);
}

void FolderList::setFolders(const std::vector<FolderCount> &folders)
{
    m_chosen = chosen();
    m_folders = folders;
    std::sort(m_folders.begin(), m_folders.end(), [](const FolderCount &a, const FolderCount &b) {
        const bool aFirst = isInbox(a.name);
        return aFirst != isInbox(b.name) ? aFirst : a.name.localeAwareCompare(b.name) < 0;
    });
    fill();
}

void FolderList::setChosen(const QStringList &folders)
{
    m_chosen = folders;
    m_all->setChecked(folders.isEmpty());
    fill();
}

void FolderList::fill()
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    const auto add = [this](const QString &name, const QString &mails) {
        auto *item = new QTreeWidgetItem(m_list, {name, mails});
        item->setSizeHint(0, {0, rowHeight});
        item->setToolTip(0, name.toHtmlEscaped());
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        item->setCheckState(0, m_chosen.contains(name) ? Qt::Checked : Qt::Unchecked);
    };
    for (const FolderCount &folder : m_folders)
        add(folder.name, folder.mails ? words::number(*folder.mails) : QString());
    // Chosen earlier, and gone or not asked for yet.
    for (const QString &name : std::as_const(m_chosen)) {
        const bool listed = std::any_of(m_folders.begin(), m_folders.end(),
                                        [&name](const FolderCount &folder) { return folder.name == name; });
        if (!listed)
            add(name, m_folders.empty() ? QString() : tr("not there"));
    }
}

QStringList FolderList::chosen() const
{
    QStringList names;
    for (int i = 0; !m_all->isChecked() && i < m_list->topLevelItemCount(); ++i) {
        if (m_list->topLevelItem(i)->checkState(0) == Qt::Checked)
            names << m_list->topLevelItem(i)->text(0);
    }
    return names;
}

bool FolderList::isComplete() const
{
    return m_all->isChecked() || !chosen().isEmpty();
}

} // namespace tlsrpt

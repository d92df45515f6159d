// SPDX-License-Identifier: GPL-3.0-or-later
// Sources: what was imported from where and when, what was rejected or ignored and why.
#pragma once

#include "ui/importing/deletions.h"
#include "ui/importing/folderwatch.h"
#include "ui/importing/importqueue.h"
#include "ui/importing/mailboxrow.h"
#include "ui/page/page.h"

#include <memory>

namespace tlsrpt
{

class SourcesPage : public Page
{
    Q_OBJECT
public:
    SourcesPage(Context context, ImportQueue &queue, QWidget *parent = nullptr);
    ~SourcesPage() override;

    QString title() const override;
    QVariant place() const override;
    void goTo(const QVariant &place) override;
    QString currentTableAsCsv() const override;

    Deletions &deletions();
    FolderWatch &folders();
    void watchFolder(); ///< asks which
    void setMailboxes(std::vector<MailboxRow> mailboxes);

signals:
    void openFilesRequested();
    void openFolderRequested();
    void mailboxWished(tlsrpt::MailboxWish wish, const QString &mailbox);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
// What people do with mailboxes: the dialogs, and what follows from them.
#pragma once

#include "ui/importing/sourcespage.h"
#include "ui/mailboxes/mailboxdialog.h"
#include "ui/mailboxes/mailboxfetcher.h"

#include <QPointer>

namespace tlsrpt
{

class MailboxDesk : public QObject
{
    Q_OBJECT
public:
    struct Parts {
        const Theme &theme;
        Mailboxes &mailboxes;
        MailboxSecrets &secrets;
        MailboxFetcher &fetcher;
    };
    MailboxDesk(const Parts &parts, QWidget &window);

    void add();
    void edit(const QString &name, bool test = false);
    void remove(const QString &name); ///< after asking
    void fulfil(MailboxWish wish, const QString &name);
    /// All that are not paused; without any, the dialog to add one.
    void fetchAll();

signals:
    /// Somebody wants something fetched; the archive has to be one that keeps it.
    void fetchAsked();
    void told(const QString &sentence);
    void failed(const tlsrpt::Error &error);

private:
    void save(const MailboxEntry &entry, bool isNew);
    void keep(const QString &name, const Secret &password, bool remember);
    void open(QDialog *dialog);
    void askPassword(const QString &name, const Error &why);
    void askNext();
    void mend(const QString &name);
    void setPaused(const QString &name, bool paused);
    void reallyRemove(const QString &name);
    void fetch(const QString &name);

    struct Question {
        QString mailbox;
        Error why;
    };

    Parts m_parts;
    QWidget &m_window;
    QPointer<QDialog> m_dialog;      ///< the open one
    std::vector<Question> m_waiting; ///< passwords to ask for, one after the other
};

} // namespace tlsrpt

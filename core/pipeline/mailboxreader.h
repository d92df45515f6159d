// SPDX-License-Identifier: GPL-3.0-or-later
// One mailbox as a supplier of mails: folder after folder, with another try when a connection breaks.
#pragma once

#include "core/pipeline/mailserver.h"
#include "core/pipeline/readers.h"
#include "core/pipeline/receipts.h"

#include <QHash>

#include <span>

namespace tlsrpt
{

/// Everything here runs on the thread of read(); everything given must outlive it.
class MailboxReader
{
public:
    struct Setup {
        const MailboxAccess &access;
        const ConnectMailbox &connect;
        const ImapObserver &observer;
        std::span<const std::chrono::milliseconds> pauses; ///< before each further try
        QHash<QString, FolderPlace> places;
        std::function<void(const QString &)> opened;       ///< a folder is
    };

    MailboxReader(Setup setup, JobControl &control, MailLedger &ledger);

    /// Supplies all mails that are new; why it ended early. What can still be read after an error
    /// (another folder) is, and the first error counts.
    Status read(Readers &readers);
    qint64 mails() const { return m_mails; } ///< supplied; after read()

private:
    /// A folder under way; goes on where it was when the connection broke.
    struct Folder {
        QString name;
        QString source;                   ///< how messages name it
        bool begun = false;
        OpenFolder state;
        std::vector<quint32> uids;        ///< to be read, ascending
        size_t next = 0;                  ///< of them: not yet expected
        std::vector<MailReceiptPtr> open; ///< expected and not yet fetched
        std::vector<quint32> retried;     ///< asked for once more
        QList<quint32> missing;           ///< to be asked for once more, the next time
        bool ended = false;
        std::vector<quint32> reportMails; ///< to be marked or moved
    };

    [[nodiscard]] Status connect();
    /// `step` again, after a pause and on another connection, while only the connection is at fault.
    [[nodiscard]] Status persist(const std::function<Status()> &step);
    Result<QStringList> folderNames();
    [[nodiscard]] Status readFolder(Folder &folder);
    [[nodiscard]] Status openFolder(Folder &folder);
    [[nodiscard]] Status begin(Folder &folder);
    [[nodiscard]] Status fetchSome(Folder &folder);
    bool take(Folder &folder, FetchedMail mail);
    void noteMissing(Folder &folder, quint32 uid);
    [[nodiscard]] Status tidy(Folder &folder);
    QString sourceOf(const Folder &folder, quint32 uid) const;
    bool changesMails() const { return m_mailbox.afterwards != Afterwards::Nothing; }
    Status stopped() const;

    const Setup m_setup;
    const Mailbox &m_mailbox;
    JobControl &m_control;
    MailLedger &m_ledger;
    Readers *m_readers = nullptr;
    std::unique_ptr<MailServer> m_server;
    bool m_progress = false;  ///< since the last try
    size_t m_portion = 0;     ///< mails asked for at once
    qint64 m_mails = 0;
};

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
// Which mails of a mailbox were dealt with: a mail is, when all that was found in it is written.
#pragma once

#include "core/base/jobcontrol.h"
#include "core/store/mailboxstate.h"

#include <atomic>
#include <deque>
#include <memory>
#include <vector>

namespace tlsrpt
{

/// Goes with a mail and with everything that comes out of it. Whoever has dealt with his part says
/// so; what is dropped on the way never does, and the mail is fetched again another time.
class MailReceipt
{
public:
    explicit MailReceipt(quint32 uid) : m_uid(uid) {}

    quint32 uid() const { return m_uid; }
    void hold() { ++m_open; }
    void settle() { --m_open; }
    bool settled() const { return m_open == 0; }

    void holdsReport() { m_report = true; }
    void holdsOther() { m_other = true; }
    /// Nothing but reports came out of it.
    bool isReportsOnly() const { return m_report && !m_other; }

private:
    const quint32 m_uid;
    std::atomic<int> m_open = 1; ///< the first is of whoever reads the mail
    std::atomic<bool> m_report = false;
    std::atomic<bool> m_other = false;
};
using MailReceiptPtr = std::shared_ptr<MailReceipt>;

/// The folders of one mailbox, one after the other. Filled by the thread that reads the mailbox,
/// emptied by the one that writes.
class MailLedger
{
public:
    struct Advance {
        QString folder;
        FolderPlace place;
    };

    // The thread that reads

    /// `place`: with the UIDVALIDITY of today and the UID where the reading begins. The same folder
    /// again: what was expected of it is forgotten, its UIDs mean nothing any more.
    void begin(const QString &folder, const FolderPlace &place);
    /// In ascending order, before they are fetched: the place waits for each of them.
    std::vector<MailReceiptPtr> expect(const std::vector<quint32> &uids);
    /// All of the folder is expected; behind that its place is `uid`, and these are missing.
    void end(quint32 uid, const QList<quint32> &missing);
    /// Waits until all of the folder is written; false when the work is to stop.
    [[nodiscard]] bool waitUntilWritten(JobControl &control);
    /// The mails of the folder that held reports and nothing else, and are written.
    std::vector<quint32> takeReportMails();

    // The thread that writes

    /// The places that have moved since it was asked last.
    std::vector<Advance> advance();

private:
    struct Entry {
        MailReceiptPtr mail;    ///< null: the end of the folder
        quint32 uid = 0;
        QList<quint32> missing; ///< of the end
    };
    struct Folder {
        QString name;
        FolderPlace place;
        std::deque<Entry> waiting;
        std::vector<quint32> reportMails;
    };
    bool advance(Folder &folder);

    std::mutex m_mutex;
    std::condition_variable m_written;
    std::deque<Folder> m_folders; ///< the last one is under way
};

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
// Mailboxes to archive: like an import, with mails from a server instead of files from a disk.
#pragma once

#include "core/pipeline/importjob.h"
#include "core/source/imap/imapclient.h"

#include <chrono>

namespace tlsrpt
{

struct MailboxAccess {
    Mailbox mailbox;
    Secret secret;
    std::optional<Error> error; ///< why there is no secret: then this is the mailbox's outcome
};

struct FetchRequest {
    QString archivePath;
    std::vector<MailboxAccess> mailboxes; ///< read one after the other
    Limits limits;
    int workers = 0;                      ///< 0: as many as there are cores, at most 4
    ImapTimeouts timeouts;
    /// Before each further try, when a connection breaks in the middle of a mailbox.
    std::vector<std::chrono::milliseconds> pauses{std::chrono::seconds(1), std::chrono::seconds(4),
                                                  std::chrono::seconds(15)};
};

struct FetchProgress {
    ImportProgress import; ///< inputs are mails; bytesTotal is what the folder's mails announce
    QString mailbox;
    QString folder;        ///< "" before the first one is open
};

struct MailboxOutcome {
    QString name;
    ImportId import;                ///< 0: there was nothing new, and no row was made
    ImportCounts counts;
    qint64 mails = 0;               ///< read in full
    bool cancelled = false;
    std::optional<Error> error;     ///< why it ended early; what was committed by then stays
    std::optional<CertificateProblem> certificate; ///< with CertificateRefused
};

/// All called on the thread of runFetch().
struct FetchEvents {
    std::function<void(const FetchProgress &)> progress; ///< at most ten times a second
    std::function<void()> committed;                     ///< a batch is readable
    std::function<void(NoticeKind, const Error &)> notice;
    std::function<void(const MailboxOutcome &)> done;    ///< one mailbox is
    std::function<void(ImapStep, const QString &)> step; ///< up to a tenth of a second later
};

/// Blocks. Where it stopped in each folder (UIDVALIDITY and UID) is kept in the archive in the same
/// transaction as the reports or later, never earlier: whatever interrupts it, the next fetch goes
/// on there, with nothing left out and nothing counted twice. Fails only for the archive's own
/// errors; a mailbox's own error is in its outcome, and the next mailbox is read.
Result<std::vector<MailboxOutcome>> runFetch(const FetchRequest &request, const Clock &clock,
                                             JobControl &control, const FetchEvents &events);

} // namespace tlsrpt

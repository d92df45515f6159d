// SPDX-License-Identifier: GPL-3.0-or-later
// The one writer of the archive. Everything here is used from the thread that opened it.
#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/base/ids.h"
#include "core/report/report.h"
#include "core/store/connection.h"
#include "core/store/mailboxstate.h"
#include "core/unpack/document.h"

#include <QHash>
#include <QStringList>

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace tlsrpt
{

enum class ImportKind : quint8 { Files, WatchedFolder, Mailbox };
enum class NoticeKind : quint8 { Rejected, Ignored, Conflict };

/// A parsed report with its evidence, ready to be written.
struct StoredReport {
    Report report;
    QByteArray identity; ///< identityOf(report), computed by the worker
    QByteArray content;  ///< contentHashOf(report)
    QByteArray original;
    Packing packing = Packing::Plain;
    bool packed = false; ///< `original` went through packedForArchive() already (slow, so by the worker)
    QString source;
    DocumentHints hints;
    ByteBudget::Ticket ticket;
};

struct ImportCounts {
    qint64 imported = 0;   ///< new reports
    qint64 duplicates = 0;
    qint64 conflicts = 0;  ///< same identity, other content; also counted in neither of the above
    qint64 rejected = 0;
    qint64 ignored = 0;
    qint64 bytes = 0;      ///< read from the inputs

    bool operator==(const ImportCounts &) const = default;
};

/// Which reports to delete. Exactly one of the members is set.
struct DeletionChoice {
    std::optional<ImportId> import;
    QString domain;                 ///< reports all of whose policies are about this domain
    std::optional<Day> before;      ///< reports that start before this day
    std::vector<ReportId> reports;  ///< these
};

/// An archive of an earlier version was brought to our schema.
struct Upgrade {
    int from = 0;
    QString backup; ///< the archive as it was, a file beside it

    bool operator==(const Upgrade &) const = default;
};

struct KeptRows;

class Archive
{
public:
    enum class Mode { ReadWrite, CreateIfMissing };

    /// Opens (or makes, 0600) an archive and migrates it, after a backup. Errors: ArchiveCannotOpen,
    /// ArchiveNotOurs, ArchiveNewer, ArchiveDamaged, ArchiveLocked, ArchiveReadOnly, DiskFull.
    /// CannotWrite: no backup could be made (subject: of what name), so it was not migrated.
    /// `busySeconds`: how long each call waits for another program's transaction.
    static Result<std::unique_ptr<Archive>> open(const QString &path, Mode mode, const Clock &clock,
                                                 int busySeconds = Connection::defaultBusySeconds);
    ~Archive();

    QString path() const;
    /// What open() had to do.
    const std::optional<Upgrade> &upgrade() const;

    Result<ImportId> beginImport(ImportKind kind, const QStringList &names);
    /// One transaction: all of the batch or nothing. Adds what it did to `counts` (imported,
    /// duplicates, conflicts). Waits for another program's batch up to `busySeconds`. The batch
    /// stays as it is, so that it can be tried again; its conflicts are written as notices and
    /// handed out in `conflicts` (code NoReport: the kind of the notice says it all).
    Status writeBatch(ImportId import, std::vector<StoredReport> &batch, ImportCounts &counts,
                      std::vector<Error> *conflicts = nullptr);
    /// Rejected and ignored inputs; ignored ones beyond 10,000 an import are counted, not listed.
    Status addNotices(ImportId import, NoticeKind kind, const std::vector<Error> &notices);
    Status finishImport(ImportId import, const ImportCounts &counts);

    /// Marks as deleted; conflicting copies that now are the only ones count again. Id 0: no
    /// report was chosen, nothing is written.
    Result<DeletionId> deleteReports(const DeletionChoice &choice);
    Status undoDeletion(DeletionId deletion);
    /// Removes what was deleted before `before` (seconds) for good and gives the space back.
    Status purgeDeleted(qint64 before);

    Status addWatchedFolder(const QString &path);
    Status removeWatchedFolder(const QString &path);

    /// A fetch from a mailbox of that name begins. The places that its folders were read up to, by
    /// folder; none for another account than before, which starts anew.
    Result<QHash<QString, FolderPlace>> beginFetch(const QString &mailbox, const QString &account);
    /// After what was in the mails up to there was written. A place never goes back, whatever
    /// another fetch of the same mailbox wrote, except for another UIDVALIDITY.
    Status setFolderPlace(const QString &mailbox, const QString &account, const QString &folder,
                          const FolderPlace &place);
    /// How the fetch ended; without an error it was a success.
    Status finishFetch(const QString &mailbox, const std::optional<Error> &error);
    /// Its places and its state go, the reports stay.
    Status forgetMailbox(const QString &mailbox);

    /// What the user says about findings, by Finding::key(). Readers in memory need not reload.
    /// `until`: muted up to and including this day; none: until unmuted.
    Status muteFinding(const QString &key, const QString &reason, std::optional<Day> until);
    Status unmuteFinding(const QString &key);
    /// Each key with the first day of the finding that was looked at, and that the list was looked
    /// at today (FindingMark with an empty key), also when there was nothing in it. One transaction.
    Status markFindingsSeen(const std::vector<std::pair<QString, Day>> &findings);

    /// Into a new archive: what a damaged one still told beside its reports. Its imports keep their ids.
    Status takeOver(const KeptRows &rows);

    /// A consistent copy while others read and write (VACUUM INTO). Refuses an existing file.
    Status backupTo(const QString &path);
    /// PRAGMA integrity_check and foreign_key_check and our own sums; the list of what is wrong, empty when sound.
    Result<QStringList> check();

private:
    class Private;
    explicit Archive(std::unique_ptr<Private> p);
    std::unique_ptr<Private> d;
};

/// Where the archive is unless the user says otherwise (QStandardPaths::AppDataLocation).
QString defaultArchivePath();

/// The same of an archive that is only read: also of an earlier version, and where nothing may be written.
/// Errors: those of Connection::open.
Result<QStringList> checkArchive(const QString &path);

} // namespace tlsrpt

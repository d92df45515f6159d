// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/archive_p.h"

#include "core/base/ownfiles.h"
#include "core/store/archivecopy.h"
#include "core/store/schema.h"
#include "core/store/statement.h"

#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <sqlite3.h>

#include <cerrno>

namespace tlsrpt
{

namespace
{

/// Ignored inputs beyond these are counted and not listed: a mailbox of a million other mails.
constexpr qint64 ignoredListedPerImport = 10'000;

/// An empty file that only its owner may read: report data name servers and their weaknesses.
/// SQLite gives the side files the rights of the main file.
Status makeFile(const QString &path)
{
    if (path == defaultArchivePath())
        makeOwnFolder(QFileInfo(path).absolutePath());
    QFile file(path);
    if (file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner))
        return {};
    if (QFileInfo::exists(path)) // another program was first
        return {};
    return failure(Code::ArchiveCannotOpen, path, file.errorString());
}

/// A file without write permission opens well and fails at the first batch; better say so at once.
Status checkWritable(QSqlDatabase database, int busySeconds)
{
    const auto timeout = [&](int milliseconds) {
        return execute(database, QStringLiteral("PRAGMA busy_timeout=%1").arg(milliseconds));
    };
    if (auto done = timeout(0); !done)
        return tl::unexpected(done.error());
    const auto begun = Transaction::begin(database);
    // Locked is fine: somebody else can write, and so will we.
    if (!begun && begun.error().code != Code::ArchiveLocked)
        return tl::unexpected(begun.error());
    if (auto done = timeout(busySeconds * 1000); !done)
        return tl::unexpected(done.error());
    return {};
}

/// A migration that failed left the archive as it was. Tried at every start, it would fill the disk
/// with copies.
void removeNeedless(const Upgrade &upgrade, QSqlDatabase database)
{
    const auto version = number(std::move(database), QStringLiteral("PRAGMA user_version"));
    if (version && *version == upgrade.from)
        QFile::remove(upgrade.backup);
}

} // namespace

Error Archive::Private::named(Error error) const
{
    if (error.subject.isEmpty())
        error.subject = path;
    return error;
}

Status Archive::Private::stillThere()
{
    int moved = 0;
    sqlite3 *const handle = handleOf(database());
    if (handle && sqlite3_file_control(handle, "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK && moved)
        return failure(Code::ArchiveCannotOpen, path, qt_error_string(ENOENT));
    return {};
}

Status Archive::Private::inTransaction(const std::function<Status()> &work)
{
    if (auto there = stillThere(); !there)
        return there;
    auto transaction = Transaction::begin(database());
    if (!transaction)
        return tl::unexpected(named(transaction.error()));
    return work().and_then([&] { return transaction->commit(); }).map_error([&](Error error) {
        return named(std::move(error));
    });
}

Archive::Archive(std::unique_ptr<Private> p) : d(std::move(p)) {}

Archive::~Archive() = default;

QString Archive::path() const
{
    return d->path;
}

const std::optional<Upgrade> &Archive::upgrade() const
{
    return d->upgrade;
}

Result<std::unique_ptr<Archive>> Archive::open(const QString &path, Mode mode, const Clock &clock,
                                               int busySeconds)
{
    const QFileInfo info(path);
    if (mode == Mode::CreateIfMissing && !info.exists()) {
        if (auto made = makeFile(path); !made)
            return tl::unexpected(made.error());
    }
    if (info.exists() && info.size() == 0) // will be one; who made it did not know what comes into it
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    auto connection = Connection::open(path, Connection::Mode::ReadWrite, busySeconds);
    if (!connection)
        return tl::unexpected(connection.error());
    auto p = std::make_unique<Private>(path, clock, std::move(*connection));
    const auto backUp = [&](int version) {
        return backUpBeforeUpgrade(path).map([&](QString backup) { p->upgrade = {version, std::move(backup)}; });
    };
    const auto ready = migrate(p->database(), backUp)
                           .and_then([&] { return checkWritable(p->database(), busySeconds); })
                           .and_then([&] { return p->writer.prepare(); });
    if (!ready) {
        if (p->upgrade)
            removeNeedless(*p->upgrade, p->database());
        return tl::unexpected(p->named(ready.error()));
    }
    return std::unique_ptr<Archive>(new Archive(std::move(p)));
}

Result<ImportId> Archive::beginImport(ImportKind kind, const QStringList &names)
{
    auto done = execute(d->database(),
                        QStringLiteral("INSERT INTO import_(started, kind, name) VALUES(?,?,?)"),
                        {d->now(), static_cast<int>(kind), storedText(names.join(QLatin1Char('\n')))});
    if (!done)
        return tl::unexpected(d->named(done.error()));
    return ImportId{done->lastInsertId().toLongLong()};
}

Status Archive::writeBatch(ImportId import, std::vector<StoredReport> &batch, ImportCounts &counts,
                           std::vector<Error> *conflicts)
{
    ImportCounts written;
    std::vector<Error> found;
    const auto done = d->inTransaction([&] {
        return d->writer.write(import, batch, written, found).and_then([&]() -> Status {
            // Kept current, so that the row of a killed import tells the truth.
            auto counted = execute(d->database(),
                                   QStringLiteral("UPDATE import_ SET imported=imported+?, "
                                                  "duplicates=duplicates+?, conflicts=conflicts+? "
                                                  "WHERE id=?"),
                                   {written.imported, written.duplicates, written.conflicts, import.value});
            if (!counted)
                return tl::unexpected(counted.error());
            return {};
        });
    });
    if (!done) {
        d->writer.forget();
        return done;
    }
    counts.imported += written.imported;
    counts.duplicates += written.duplicates;
    counts.conflicts += written.conflicts;
    if (conflicts)
        conflicts->insert(conflicts->end(), found.begin(), found.end());
    return {};
}

Status Archive::addNotices(ImportId import, NoticeKind kind, const std::vector<Error> &notices)
{
    if (notices.empty())
        return {};
    const bool ignored = kind == NoticeKind::Ignored;
    qint64 listed = d->ignoredListed.value(import.value);
    const auto addOne = [&](QSqlQuery &query, const Error &notice) -> Status {
        if (ignored && listed >= ignoredListedPerImport)
            return {};
        listed += ignored ? 1 : 0;
        query.bindValue(2, storedText(notice.subject));
        query.bindValue(3, QString(slug(notice.code)));
        query.bindValue(4, storedText(notice.detail));
        query.bindValue(5, notice.offset);
        return execute(query);
    };
    const auto done = d->inTransaction([&]() -> Status {
        QSqlQuery query(d->database());
        auto ready = prepare(query, QStringLiteral("INSERT INTO notice_(import_id, kind, source, code, "
                                                   "detail, offset) VALUES(?,?,?,?,?,?)"));
        if (!ready)
            return ready;
        query.bindValue(0, import.value);
        query.bindValue(1, static_cast<int>(kind));
        for (const Error &notice : notices) {
            if (auto added = addOne(query, notice); !added)
                return added;
        }
        if (kind == NoticeKind::Conflict)
            return {};
        const QString column = ignored ? QStringLiteral("ignored") : QStringLiteral("rejected");
        auto counted = execute(d->database(),
                               QStringLiteral("UPDATE import_ SET %1=%1+? WHERE id=?").arg(column),
                               {static_cast<qint64>(notices.size()), import.value});
        if (!counted)
            return tl::unexpected(counted.error());
        return {};
    });
    if (done && ignored)
        d->ignoredListed[import.value] = listed;
    return done;
}

Status Archive::finishImport(ImportId import, const ImportCounts &counts)
{
    auto done = execute(d->database(),
                        QStringLiteral("UPDATE import_ SET finished=?, imported=?, duplicates=?, "
                                       "conflicts=?, rejected=?, ignored=?, bytes=? WHERE id=?"),
                        {d->now(), counts.imported, counts.duplicates, counts.conflicts,
                         counts.rejected, counts.ignored, counts.bytes, import.value});
    d->ignoredListed.remove(import.value);
    if (!done)
        return tl::unexpected(d->named(done.error()));
    return d->stillThere(); // else what was written is lost
}

Status Archive::addWatchedFolder(const QString &path)
{
    auto done = execute(d->database(),
                        QStringLiteral("INSERT OR IGNORE INTO watched_folder_(path, added) VALUES(?,?)"),
                        {path, d->now()});
    if (!done)
        return tl::unexpected(d->named(done.error()));
    return {};
}

Status Archive::removeWatchedFolder(const QString &path)
{
    auto done = execute(d->database(), QStringLiteral("DELETE FROM watched_folder_ WHERE path=?"), {path});
    if (!done)
        return tl::unexpected(d->named(done.error()));
    return {};
}

QString defaultArchivePath()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)
        + QStringLiteral("/archive.sqlite");
}

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/connection.h"

#include "core/store/rawfile.h"
#include "core/store/schema.h"
#include "core/store/statement.h"
#include "core/store/transaction.h"

#include <QFile>
#include <QFileInfo>
#include <QUrl>
#include <QtEndian>

#include <sqlite3.h>

#include <atomic>

namespace tlsrpt
{

namespace
{

// https://www.sqlite.org/rescode.html, primary result codes
enum SqliteCode {
    Generic = 1, Perm = 3, Busy = 5, Locked = 6, ReadOnly = 8, IoError = 10, Corrupt = 11, Full = 13,
    CannotOpen = 14, NotADatabase = 26,
    IoErrorShortRead = 522, ///< the file ends where a page should be
    IoErrorShmSize = 4874,  ///< no room for the side file that readers and writers share
};

/// The file's header (https://www.sqlite.org/fileformat.html 1.3) as far as SQLite's answers leave open
/// what is wrong.
struct Header {
    bool isOurs = false;       ///< damaged, or never an archive: by its application_id
    bool knownVersion = false; ///< file format write version: with a higher one SQLite only reads
};

/// Without its header an archive is known by its pages: most begin with the kind of a b-tree page (1.6).
bool hasTreePages(QFile &file)
{
    constexpr int looked = 16;
    static const QByteArray kinds("\x02\x05\x0a\x0d");
    int found = 0;
    for (int page = 1; page <= looked; ++page) {
        char kind = 0;
        found += file.seek(qint64(page) * rawPageBytes) && file.getChar(&kind) && kinds.contains(kind);
    }
    return found > looked / 2;
}

Header headerOf(const QString &path)
{
    constexpr int writeVersionAt = 18;
    constexpr int applicationIdAt = 68;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray bytes = file.read(applicationIdAt + 4);
    if (bytes.size() < applicationIdAt + 4)
        return {};
    const bool isOurs = qFromBigEndian<qint32>(bytes.constData() + applicationIdAt) == applicationId;
    return {isOurs || (!bytes.startsWith("SQLite format 3") && hasTreePages(file)),
            bytes.at(writeVersionAt) == 1 || bytes.at(writeVersionAt) == 2};
}

Error openError(Error error, const QString &path)
{
    error.subject = path;
    if (error.code == Code::ArchiveNotOurs && headerOf(path).isOurs)
        error.code = Code::ArchiveDamaged;
    else if (error.code == Code::ArchiveDamaged && !headerOf(path).isOurs)
        error.code = Code::ArchiveNotOurs;
    else if (error.code == Code::ArchiveReadOnly && headerOf(path).isOurs && !headerOf(path).knownVersion)
        error.code = Code::ArchiveDamaged;
    return error;
}

Status ownerOf(const QSqlDatabase &database, Connection::Mode mode)
{
    const auto application = number(database, QStringLiteral("PRAGMA application_id"));
    if (!application)
        return tl::unexpected(application.error());
    const auto objects = number(database, QStringLiteral("SELECT count(*) FROM sqlite_master"));
    if (!objects)
        return tl::unexpected(objects.error());
    const auto version = number(database, QStringLiteral("PRAGMA user_version"));
    if (!version)
        return tl::unexpected(version.error());
    const bool empty = *application == 0 && *objects == 0 && *version == 0;
    if (empty && mode == Connection::Mode::ReadWrite)
        return {};
    if (*application != applicationId)
        return failure(Code::ArchiveNotOurs);
    if (*version > schemaVersion)
        return failure(Code::ArchiveNewer, {}, QString::number(*version));
    if (*version < 1 || *objects == 0)
        return failure(Code::ArchiveDamaged);
    return {};
}

/// Where two connections make a WAL file of the same new one, SQLite answers "locked" at once: each holds what
/// the other wants, so its busy handler is not asked. It is asked for a transaction, which waits for the other.
Status switchToWal(const QSqlDatabase &database)
{
    for (int left = 3;; --left) {
        const auto done = execute(database, QStringLiteral("PRAGMA journal_mode=WAL"));
        if (done || done.error().code != Code::ArchiveLocked || left == 0)
            return done.map([](const QSqlQuery &) {});
        const auto waited = Transaction::begin(database); // and ended at once
        if (!waited)
            return tl::unexpected(waited.error());
    }
}

/// In one transaction: another program may be making the file an archive just now.
Status checkOwner(const QSqlDatabase &database, Connection::Mode mode)
{
    if (auto begun = beginAnew(database, QStringLiteral("BEGIN")); !begun)
        return begun;
    const Status owner = ownerOf(database, mode);
    (void)execute(database, QStringLiteral("ROLLBACK"));
    return owner;
}

Status setUp(QSqlDatabase database, Connection::Mode mode)
{
    QStringList pragmas = {QStringLiteral("PRAGMA foreign_keys=ON"),
                           QStringLiteral("PRAGMA temp_store=MEMORY"),
                           QStringLiteral("PRAGMA cache_size=-65536")}; // 64 MB, taken as needed
    if (mode == Connection::Mode::ReadWrite) {
        // NORMAL with WAL loses at most the last batches on a power cut, never the file's soundness.
        // Checkpoints at 12 MB: early enough that waiting for the disk overlaps with the workers'
        // reading, late enough that the identity index's pages are not copied after every batch.
        if (auto done = switchToWal(database); !done)
            return done;
        pragmas << QStringLiteral("PRAGMA synchronous=NORMAL") << QStringLiteral("PRAGMA wal_autocheckpoint=3000")
                << QStringLiteral("PRAGMA journal_size_limit=67108864");
    }
    for (const QString &pragma : std::as_const(pragmas)) {
        if (auto done = execute(database, pragma); !done)
            return tl::unexpected(done.error());
    }
    return {};
}

/// Of an SQLITE_ERROR: the format of the schema, a constant in the header, or what is right in our
/// statements and not there.
bool tellsDamage(const QString &text)
{
    return text == QLatin1String("unsupported file format") || text.startsWith(QLatin1String("no such table"))
        || text.startsWith(QLatin1String("no such column")) || text.contains(QLatin1String(" has no column named "));
}

/// SQLite counts its memory under one mutex for all connections; nobody here asks for that count.
/// Refused, and no harm done, where somebody has used SQLite before.
void tuneLibrary()
{
    [[maybe_unused]] static const int answer = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

/// SQLite's answers where a WAL archive's side files cannot be made.
bool wantsToWrite(const Error &error)
{
    return error.code == Code::ArchiveCannotOpen || error.code == Code::ArchiveReadOnly;
}

QString newConnectionName()
{
    static std::atomic<quint64> count = 0;
    return QStringLiteral("tlsrpt-%1").arg(++count);
}

} // namespace

Error storeError(const QSqlError &error, const QString &subject)
{
    Code code = Code::StoreFailed;
    const int native = error.nativeErrorCode().toInt();
    // Without memory the connection has no words, either.
    const QString text = error.databaseText().isEmpty() ? QString::fromUtf8(sqlite3_errstr(native)) : error.databaseText();
    switch (native & 0xff) { // the upper bits tell details of the same code
    case Busy:
    case Locked: code = Code::ArchiveLocked; break;
    case ReadOnly: code = Code::ArchiveReadOnly; break;
    case Corrupt: code = Code::ArchiveDamaged; break;
    case Full: code = Code::DiskFull; break;
    case Perm:
    case CannotOpen: code = Code::ArchiveCannotOpen; break;
    case Generic:
        if (tellsDamage(text))
            code = Code::ArchiveDamaged;
        break;
    case NotADatabase: code = Code::ArchiveNotOurs; break;
    case IoError:
        if (native == IoErrorShortRead)
            code = Code::ArchiveDamaged;
        else if (native == IoErrorShmSize)
            code = Code::DiskFull;
        break;
    }
    return Error{code, subject, text, -1};
}

/// Not yet open.
Connection Connection::named(const QString &path, Mode mode, int busySeconds)
{
    tuneLibrary();
    Connection connection(newConnectionName());
    connection.m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection.m_name);
    QString options = QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(busySeconds * 1000);
    if (mode == Mode::ReadOnly)
        options += QStringLiteral(";QSQLITE_OPEN_READONLY");
    connection.m_database.setConnectOptions(options);
    connection.m_database.setDatabaseName(QFileInfo(path).absoluteFilePath());
    return connection;
}

/// Without anything in the WAL nobody is writing, so it may be read without the side files: on a
/// medium that cannot be written, and where nothing is to be touched.
bool Connection::openAsItLies(const QString &path)
{
    if (QFileInfo(path + QStringLiteral("-wal")).size() > 0)
        return false;
    m_database.close();
    QUrl url = QUrl::fromLocalFile(QFileInfo(path).absoluteFilePath());
    url.setQuery(QStringLiteral("immutable=1"));
    m_database.setConnectOptions(m_database.connectOptions() + QStringLiteral(";QSQLITE_OPEN_URI"));
    m_database.setDatabaseName(url.toString(QUrl::FullyEncoded));
    return m_database.open();
}

Result<Connection> Connection::open(const QString &path, Mode mode, int busySeconds)
{
    const QFileInfo info(path);
    if (!info.exists() || info.isDir())
        return failure(Code::ArchiveCannotOpen, path);
    if (mode == Mode::ReadWrite && !info.isWritable()) // SQLite would open it and complain later
        return failure(Code::ArchiveReadOnly, path);
    Connection connection = named(path, mode, busySeconds);
    QSqlDatabase &database = connection.m_database;
    if (!database.open())
        return tl::unexpected(openError(storeError(database.lastError(), path), path));
    auto owner = checkOwner(database, mode);
    if (!owner && mode == Mode::ReadOnly && wantsToWrite(owner.error()) && connection.openAsItLies(path))
        owner = checkOwner(database, mode);
    if (!owner)
        return tl::unexpected(openError(owner.error(), path));
    if (mode == Mode::ReadWrite && sqlite3_db_readonly(handleOf(database), "main") == 1)
        return tl::unexpected(openError({Code::ArchiveReadOnly, path, {}, -1}, path));
    if (auto ready = setUp(database, mode); !ready)
        return tl::unexpected(openError(ready.error(), path));
    return connection;
}

Result<Connection> Connection::openUnchecked(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists() || info.isDir())
        return failure(Code::ArchiveCannotOpen, path);
    Connection connection = named(path, Mode::ReadOnly, defaultBusySeconds);
    QSqlDatabase &database = connection.m_database;
    // Without a WAL it needs no side files, and none are left behind.
    if (!connection.openAsItLies(path) && !database.open())
        return tl::unexpected(storeError(database.lastError(), path));
    for (const QString &pragma : {QStringLiteral("PRAGMA writable_schema=ON"), // bears a damaged definition
                                  QStringLiteral("PRAGMA temp_store=MEMORY")}) {
        if (auto done = execute(database, pragma); !done)
            return failure(done.error().code, path, done.error().detail);
    }
    // The first question reads the definitions and fails for damaged ones; the next ones do not.
    (void)number(database, QStringLiteral("SELECT count(*) FROM sqlite_master"));
    return connection;
}

Connection::Connection(Connection &&other) noexcept
    : m_name(std::exchange(other.m_name, {})), m_database(std::exchange(other.m_database, {}))
{
}

Connection &Connection::operator=(Connection &&other) noexcept
{
    std::swap(m_name, other.m_name);
    std::swap(m_database, other.m_database);
    return *this;
}

void Connection::close()
{
    if (m_name.isEmpty())
        return;
    m_database.close();
    m_database = {}; // removeDatabase warns while somebody holds it
    QSqlDatabase::removeDatabase(m_name);
}

Connection::~Connection()
{
    close();
}

} // namespace tlsrpt

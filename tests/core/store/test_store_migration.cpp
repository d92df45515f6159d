// SPDX-License-Identifier: GPL-3.0-or-later
// Every released version of the archive opens with this program, and nothing in it changes.
#include "tests/core/store/storefixture.h"

#include "core/store/schema.h"
#include "core/unpack/unpack.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace tlsrpt;
using namespace tlsrpt::storetest;

class TestStoreMigration : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void oldVersionsKeepEverything_data();
    void oldVersionsKeepEverything();
    void migratesOnceWhenTwoOpen();
    void lockedStaysOld();
    void deletionOfBeforeIsUndone();
    void backupComesFirst_data();
    void backupComesFirst();
    void noBackupIsOverwritten();
    void noBackupOfACurrentOne();
    void withoutBackupNothingChanges_data();
    void withoutBackupNothingChanges();
    void damagedIsNotMigrated();

private:
    /// A copy of a saved archive of that version.
    QString saved(const QTemporaryDir &folder, int version) const;
};

namespace
{

qint64 numberIn(const QString &path, const char *sql)
{
    auto connection = Connection::open(path, Connection::Mode::ReadOnly);
    return connection ? number(connection->database(), QLatin1String(sql)).value_or(-1) : -1;
}

QStringList rowsIn(const QString &path, const QString &sql)
{
    auto connection = Connection::open(path, Connection::Mode::ReadOnly);
    if (!connection)
        return {QStringLiteral("cannot open")};
    auto query = execute(connection->database(), sql);
    if (!query)
        return {query.error().detail};
    QStringList rows;
    while (query->next())
        rows.append(query->value(0).toString());
    return rows;
}

/// All rows of a table, with their names, as one text a row.
QStringList contents(const QString &path, const QString &table)
{
    const QStringList columns
        = rowsIn(path, QStringLiteral("SELECT 'quote(\"' || name || '\")' FROM pragma_table_info('%1')").arg(table));
    return rowsIn(path, QStringLiteral("SELECT %1 FROM %2 ORDER BY 1")
                            .arg(columns.join(QStringLiteral("||','||")), table));
}

/// What a backup is called, without its suffix.
const QString before = QStringLiteral("archive.before-schema-%1").arg(schemaVersion);

const QStringList firstTables{
    QStringLiteral("text_"),    QStringLiteral("policy_"),   QStringLiteral("import_"),
    QStringLiteral("notice_"),  QStringLiteral("deletion_"), QStringLiteral("report_"),
    QStringLiteral("original_"), QStringLiteral("policy_result_"), QStringLiteral("failure_"),
    QStringLiteral("change_"),  QStringLiteral("watched_folder_")};

} // namespace

void TestStoreMigration::initTestCase()
{
    // Whoever raises the version saves an archive of the version before, with the program before.
    for (int version = 1; version < schemaVersion; ++version)
        QVERIFY2(QFile::exists(QStringLiteral(TEST_DATA_DIR "/store/schema%1.sqlite.gz").arg(version)),
                 QByteArray::number(version).constData());
}

QString TestStoreMigration::saved(const QTemporaryDir &folder, int version) const
{
    QFile packed(QStringLiteral(TEST_DATA_DIR "/store/schema%1.sqlite.gz").arg(version));
    const QString path = folder.filePath(QStringLiteral("archive.sqlite"));
    QFile file(path);
    if (!packed.open(QIODevice::ReadOnly) || !file.open(QIODevice::WriteOnly))
        return {};
    const auto bytes = unpackOriginal(packed.readAll(), Packing::Gzip, Limits{});
    return bytes && file.write(*bytes) == bytes->size() ? path : QString();
}

void TestStoreMigration::oldVersionsKeepEverything_data()
{
    QTest::addColumn<int>("version");
    for (int version = 1; version < schemaVersion; ++version)
        QTest::newRow(QByteArray::number(version).constData()) << version;
}

void TestStoreMigration::oldVersionsKeepEverything()
{
    QFETCH(int, version);
    QTemporaryDir folder;
    const QString path = saved(folder, version);
    QCOMPARE(numberIn(path, "PRAGMA user_version"), version);
    std::vector<QStringList> rows;
    QStringList tables = firstTables;
    if (version >= 2)
        tables.append(QStringLiteral("finding_mark_"));
    for (const QString &table : tables)
        rows.push_back(contents(path, table));
    QCOMPARE(rows[5].size(), 11); // report_

    auto archive = Archive::open(path, Archive::Mode::ReadWrite, fixedClock());
    QVERIFY(archive.has_value());
    QCOMPARE(numberIn(path, "PRAGMA user_version"), schemaVersion);
    QCOMPARE(numberIn(path, "SELECT count(*) FROM reports"), 9);
    QCOMPARE(numberIn(path, "SELECT count(*) FROM policy_results"), 11);
    QCOMPARE(numberIn(path, "SELECT count(*) FROM failures"), 7);
    QCOMPARE(numberIn(path, "SELECT count(*) FROM muted_findings"), version >= 2 ? 2 : 0);
    QCOMPARE(numberIn(path, "SELECT count(*) FROM mailboxes"), 0);
    for (size_t i = 0; i < rows.size(); ++i)
        QCOMPARE(contents(path, tables[qsizetype(i)]), rows[i]);
    QCOMPARE((*archive)->check().value(), QStringList());

    // It is like a new one: the same objects, and it can be written.
    TemporaryArchive fresh;
    const QString objects = QStringLiteral("SELECT type||name||ifnull(sql, '') FROM sqlite_master ORDER BY 1");
    QCOMPARE(rowsIn(path, objects), rowsIn(fresh.path(), objects));
    const auto import = (*archive)->beginImport(ImportKind::Files, {QStringLiteral("after")});
    ImportCounts counts;
    std::vector<StoredReport> batch;
    batch.push_back(makeStored(1));
    QVERIFY(import && (*archive)->writeBatch(*import, batch, counts));
    QCOMPARE(counts.imported, 1);
    QVERIFY((*archive)->markFindingsSeen({}).has_value());
    QVERIFY((*archive)->beginFetch(QStringLiteral("work"), QStringLiteral("me@imap.example.org")).has_value());
}

void TestStoreMigration::migratesOnceWhenTwoOpen()
{
    QTemporaryDir folder;
    const QString path = saved(folder, 1);
    const auto first = Archive::open(path, Archive::Mode::ReadWrite, fixedClock());
    const auto second = Archive::open(path, Archive::Mode::ReadWrite, fixedClock());
    QVERIFY(first.has_value() && second.has_value());
    QCOMPARE(numberIn(path, "PRAGMA user_version"), schemaVersion);
}

void TestStoreMigration::lockedStaysOld()
{
    QTemporaryDir folder;
    const QString path = saved(folder, 1);
    auto other = Connection::open(path, Connection::Mode::ReadWrite);
    QVERIFY(other.has_value());
    auto writing = Transaction::begin(other->database());
    QVERIFY(writing.has_value());
    const auto archive = Archive::open(path, Archive::Mode::ReadWrite, fixedClock(), 0);
    QVERIFY(!archive);
    QCOMPARE(archive.error().code, Code::ArchiveLocked);
    QCOMPARE(numberIn(path, "PRAGMA user_version"), 1);
}

void TestStoreMigration::deletionOfBeforeIsUndone()
{
    QTemporaryDir folder;
    const QString path = saved(folder, 1);
    const auto archive = Archive::open(path, Archive::Mode::ReadWrite, fixedClock());
    QVERIFY(archive.has_value());
    QVERIFY((*archive)->undoDeletion(DeletionId{1}).has_value());
    QCOMPARE(numberIn(path, "SELECT count(*) FROM reports"), 10);
    QCOMPARE((*archive)->check().value(), QStringList());
}

void TestStoreMigration::backupComesFirst_data()
{
    oldVersionsKeepEverything_data();
}

void TestStoreMigration::backupComesFirst()
{
    QFETCH(int, version);
    QTemporaryDir folder;
    const QString path = saved(folder, version);
    const QString objects = QStringLiteral("SELECT type||name||ifnull(sql, '') FROM sqlite_master ORDER BY 1");
    const QStringList schema = rowsIn(path, objects);
    const QStringList reports = contents(path, QStringLiteral("report_"));
    const QStringList originals = contents(path, QStringLiteral("original_"));
    {
        QFile killed(folder.filePath(before + QStringLiteral(".part"))); // while it made its backup
        QVERIFY(killed.open(QIODevice::WriteOnly));
        killed.write("half");
    }
    const auto archive = Archive::open(path, Archive::Mode::ReadWrite, fixedClock());
    QVERIFY(archive.has_value());
    const QString backup = folder.filePath(before + QStringLiteral(".sqlite"));
    QCOMPARE((*archive)->upgrade(), std::optional(Upgrade{version, backup}));
    QVERIFY(!QFile::exists(folder.filePath(before + QStringLiteral(".part"))));
    QCOMPARE(QFile::permissions(backup) & ~(QFile::ReadUser | QFile::WriteUser | QFile::ExeUser),
             QFile::ReadOwner | QFile::WriteOwner);
    QCOMPARE(numberIn(backup, "PRAGMA user_version"), version);
    QCOMPARE(rowsIn(backup, QStringLiteral("PRAGMA integrity_check")), QStringList{QStringLiteral("ok")});
    QCOMPARE(rowsIn(backup, objects), schema);
    QCOMPARE(contents(backup, QStringLiteral("report_")), reports);
    QCOMPARE(contents(backup, QStringLiteral("original_")), originals);
}

void TestStoreMigration::noBackupIsOverwritten()
{
    QTemporaryDir folder;
    const QString path = saved(folder, 1);
    const QString first = folder.filePath(before + QStringLiteral(".sqlite"));
    {
        QFile theirs(first);
        QVERIFY(theirs.open(QIODevice::WriteOnly));
        theirs.write("of another year");
    }
    const auto archive = Archive::open(path, Archive::Mode::ReadWrite, fixedClock());
    QVERIFY(archive.has_value());
    QCOMPARE((*archive)->upgrade()->backup, folder.filePath(before + QStringLiteral("-2.sqlite")));
    QFile theirs(first);
    QVERIFY(theirs.open(QIODevice::ReadOnly));
    QCOMPARE(theirs.readAll(), "of another year");
}

void TestStoreMigration::noBackupOfACurrentOne()
{
    TemporaryArchive archive; // a new one
    QCOMPARE(archive->upgrade(), std::nullopt);
    archive.reopen();
    QCOMPARE(archive->upgrade(), std::nullopt);
    QCOMPARE(QDir(QFileInfo(archive.path()).path()).entryList({QStringLiteral("*before*")}), QStringList());
}

void TestStoreMigration::withoutBackupNothingChanges_data()
{
    QTest::addColumn<bool>("full");
    QTest::newRow("the disk is full") << true;
    QTest::newRow("its name is taken") << false;
}

void TestStoreMigration::withoutBackupNothingChanges()
{
    QFETCH(bool, full);
    QTemporaryDir folder;
    const QString path = saved(folder, 1);
    QVERIFY(Connection::open(path, Connection::Mode::ReadWrite).has_value()); // WAL from now on
    const QString part = folder.filePath(before + QStringLiteral(".part"));
    rlimit old = {};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &old), 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    if (full) { // room for the side files, not for a copy
        const rlimit small{40'000, old.rlim_max};
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
    } else {
        QVERIFY(QDir().mkpath(part));
    }
    const auto archive = Archive::open(path, Archive::Mode::ReadWrite, fixedClock());
    setrlimit(RLIMIT_FSIZE, &old);
    std::signal(SIGXFSZ, handler);
    QVERIFY(!archive);
    QCOMPARE(archive.error().code, Code::CannotWrite);
    QCOMPARE(archive.error().subject, part);
    QCOMPARE(numberIn(path, "PRAGMA user_version"), 1);
    QCOMPARE(numberIn(path, "SELECT count(*) FROM reports"), 9);
    QCOMPARE(QDir(folder.path()).entryList({QStringLiteral("*before*")}, QDir::Files), QStringList());
}

void TestStoreMigration::damagedIsNotMigrated()
{
    QTemporaryDir folder;
    const QString path = saved(folder, 1);
    const qint64 page = numberIn(path, "SELECT rootpage FROM sqlite_master WHERE name='original_'");
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek((page - 1) * 4096));
        file.write(QByteArray(4096, '\xee'));
    }
    const auto archive = Archive::open(path, Archive::Mode::ReadWrite, fixedClock());
    QVERIFY(!archive);
    QCOMPARE(archive.error().code, Code::ArchiveDamaged);
    QCOMPARE(archive.error().subject, path);
    QCOMPARE(numberIn(path, "PRAGMA user_version"), 1);
}

QTEST_GUILESS_MAIN(TestStoreMigration)
#include "test_store_migration.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Every released version of the archive opens with this program, and nothing in it changes.
#include "tests/core/store/storefixture.h"

#include "core/store/schema.h"
#include "core/unpack/unpack.h"

#include <QFile>
#include <QTest>

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
    std::vector<QStringList> before;
    QStringList tables = firstTables;
    if (version >= 2)
        tables.append(QStringLiteral("finding_mark_"));
    for (const QString &table : tables)
        before.push_back(contents(path, table));
    QCOMPARE(before[5].size(), 11); // report_

    auto archive = Archive::open(path, Archive::Mode::ReadWrite, fixedClock());
    QVERIFY(archive.has_value());
    QCOMPARE(numberIn(path, "PRAGMA user_version"), schemaVersion);
    QCOMPARE(numberIn(path, "SELECT count(*) FROM reports"), 9);
    QCOMPARE(numberIn(path, "SELECT count(*) FROM policy_results"), 11);
    QCOMPARE(numberIn(path, "SELECT count(*) FROM failures"), 7);
    QCOMPARE(numberIn(path, "SELECT count(*) FROM muted_findings"), version >= 2 ? 2 : 0);
    QCOMPARE(numberIn(path, "SELECT count(*) FROM mailboxes"), 0);
    for (size_t i = 0; i < before.size(); ++i)
        QCOMPARE(contents(path, tables[qsizetype(i)]), before[i]);
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

QTEST_GUILESS_MAIN(TestStoreMigration)
#include "test_store_migration.moc"

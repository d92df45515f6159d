// SPDX-License-Identifier: GPL-3.0-or-later
// Whole batches or nothing: failures in the middle, kills, two writers; backup and check.
#include "tests/core/store/storefixture.h"

#include "core/store/statement.h"

#include <QFile>
#include <QProcess>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace tlsrpt;
using namespace tlsrpt::storetest;

class TestStoreSoundness : public QObject
{
    Q_OBJECT

private slots:
    void failedBatchLeavesNothing();
    void unboundValueIsNotTheFormerOne();
    void lockedBatchCanBeTriedAgain();
    void fullDisk();
    void killedWriter_data();
    void killedWriter();
    void twoWriters();
    void backup();
    void checkFinds_data();
    void checkFinds();
    void checkFindsDamage();
    void watchedFolders();
};

void TestStoreSoundness::failedBatchLeavesNothing()
{
    TemporaryArchive archive;
    archive.write(makeStored(1));
    // Fails in the middle: new texts and policies of the reports before it were written already.
    QVERIFY(archive.outside(QStringLiteral(
        "CREATE TRIGGER fail_ BEFORE INSERT ON original_ WHEN NEW.report_id>=4 BEGIN SELECT RAISE(ABORT, 'x'); END")));
    const QStringList before = archive.contents();
    std::vector<StoredReport> batch;
    for (int i = 10; i < 20; ++i)
        batch.push_back(makeStored(i, 10, 0, QStringLiteral("new.example")));
    ImportCounts counts;
    const auto failed = archive->writeBatch(ImportId{1}, batch, counts);
    QVERIFY(!failed.has_value());
    QCOMPARE(failed.error().code, Code::StoreFailed);
    QCOMPARE(failed.error().subject, archive.path());
    QCOMPARE(counts, ImportCounts{});
    QCOMPARE(archive.contents(), before);
    QCOMPARE(archive.number(QStringLiteral("SELECT count(*) FROM text_ WHERE value='new.example'")), 0);
    QCOMPARE(archive->check().value(), QStringList());

    // The same batch again; ids given away in the failed transaction would break foreign keys now.
    QVERIFY(archive.outside(QStringLiteral("DROP TRIGGER fail_")));
    QVERIFY(archive->writeBatch(ImportId{1}, batch, counts));
    QCOMPARE(counts.imported, 10);
    QCOMPARE(archive->check().value(), QStringList());
    QCOMPARE(archive.number(QStringLiteral("SELECT count(*) FROM failures WHERE mx='mx.new.example'")), 10);
}

void TestStoreSoundness::unboundValueIsNotTheFormerOne()
{
    TemporaryArchive archive;
    auto connection = Connection::open(archive.path(), Connection::Mode::ReadWrite);
    QVERIFY(connection.has_value());
    QVERIFY(execute(connection->database(), QStringLiteral("CREATE TEMP TABLE t (v BLOB)")).has_value());
    const auto rows = [&] { return number(connection->database(), QStringLiteral("SELECT count(*) FROM t")).value(); };
    {
        Statement insert;
        QVERIFY(insert.prepare(connection->database(), "INSERT INTO t VALUES (?)").has_value());
        const QByteArray former("former");
        insert.bind(0, former);
        QVERIFY(insert.run().has_value());
        // Over SQLite's own limit of 10^9 bytes. Nobody reads them, so they cost no memory.
        const QByteArray huge(1'000'000'001, Qt::Uninitialized);
        insert.bind(0, huge);
        const auto failed = insert.run();
        QVERIFY(!failed.has_value());
        QCOMPARE(failed.error().code, Code::StoreFailed);
        QCOMPARE(rows(), 1);
        QVERIFY(insert.run().has_value()); // nothing is bound any more: NULL
        QCOMPARE(number(connection->database(), QStringLiteral("SELECT count(*) FROM t WHERE v IS NULL")).value(), 1);
    }
}

void TestStoreSoundness::lockedBatchCanBeTriedAgain()
{
    TemporaryArchive archive;
    archive.reopen(0);
    const auto import = archive->beginImport(ImportKind::Files, {});
    QVERIFY(import.has_value());
    std::vector<StoredReport> batch;
    batch.push_back(makeStored(1));
    ImportCounts counts;
    {
        auto other = Connection::open(archive.path(), Connection::Mode::ReadWrite);
        QVERIFY(other.has_value());
        const auto lock = Transaction::begin(other->database());
        QVERIFY(lock.has_value());
        const auto failed = archive->writeBatch(*import, batch, counts);
        QVERIFY(!failed.has_value());
        QCOMPARE(failed.error().code, Code::ArchiveLocked);
        QCOMPARE(counts, ImportCounts{});
    }
    QVERIFY(archive->writeBatch(*import, batch, counts));
    QCOMPARE(counts.imported, 1);
}

void TestStoreSoundness::fullDisk()
{
    // No file may grow over 256 KB in this process from here to the end of the function.
    TemporaryArchive archive;
    rlimit old = {};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &old), 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit small{256 * 1024, old.rlim_max};
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
    const auto import = archive->beginImport(ImportKind::Files, {});
    ImportCounts counts;
    Status status;
    int batches = 0;
    for (; status && batches < 100; ++batches) {
        std::vector<StoredReport> batch;
        for (int i = 0; i < 50; ++i)
            batch.push_back(makeStored(batches * 50 + i));
        status = archive->writeBatch(*import, batch, counts);
    }
    setrlimit(RLIMIT_FSIZE, &old);
    std::signal(SIGXFSZ, handler);
    QVERIFY(!status.has_value());
    QCOMPARE(counts.imported, (batches - 1) * 50);
    QCOMPARE(archive.counting(), counts.imported);
    QCOMPARE(archive->check().value(), QStringList());
    QVERIFY(archive.write(makeStored(1'000'000)).imported == 1);
}

void TestStoreSoundness::killedWriter_data()
{
    QTest::addColumn<int>("lines");
    QTest::newRow("at once") << 0;
    QTest::newRow("after one batch") << 1;
    QTest::newRow("after thirty batches") << 30;
}

void TestStoreSoundness::killedWriter()
{
    QFETCH(int, lines);
    TemporaryArchive archive;
    archive.close();
    QProcess process;
    process.start(QStringLiteral(KILLED_WRITER), {archive.path(), QStringLiteral("0"), QStringLiteral("100000")});
    QVERIFY(process.waitForStarted());
    QByteArray output;
    while (output.count('\n') < lines) {
        QVERIFY(process.waitForReadyRead());
        output += process.readAll();
    }
    process.kill(); // SIGKILL
    QVERIFY(process.waitForFinished());
    output += process.readAll();
    QCOMPARE(process.exitStatus(), QProcess::CrashExit);

    archive.reopen();
    const qint64 reports = archive.counting();
    QVERIFY(reports >= output.count('\n') * 100);
    QCOMPARE(reports % 100, 0); // whole batches
    QCOMPARE(archive->check().value(), QStringList());
    QCOMPARE(archive.number(QStringLiteral("SELECT coalesce(sum(imported),0) FROM import_ WHERE finished IS NULL")), reports);
    QCOMPARE(archive.write(makeStored(0)).imported, reports > 0 ? 0 : 1); // it can be run again
}

void TestStoreSoundness::twoWriters()
{
    TemporaryArchive archive;
    archive.close();
    QProcess first;
    QProcess second;
    // They share 2,000 reports, and reach them at different times.
    first.start(QStringLiteral(KILLED_WRITER), {archive.path(), QStringLiteral("0"), QStringLiteral("60")});
    second.start(QStringLiteral(KILLED_WRITER), {archive.path(), QStringLiteral("4000"), QStringLiteral("60")});
    QVERIFY(first.waitForFinished(120'000));
    QVERIFY(second.waitForFinished(120'000));
    QCOMPARE(first.exitCode(), 0);
    QCOMPARE(second.exitCode(), 0);
    archive.reopen();
    QCOMPARE(archive.counting(), 10'000);
    QCOMPARE(archive.number(QStringLiteral("SELECT sum(duplicates) FROM import_")), 2000);
    QCOMPARE(archive->check().value(), QStringList());
}

void TestStoreSoundness::backup()
{
    TemporaryArchive archive;
    archive.write(makeStored(1), makeStored(2));
    const QString copy = archive.file(QStringLiteral("it's a copy.sqlite"));
    QVERIFY(archive->backupTo(copy));
    QCOMPARE(QFile::permissions(copy) & ~(QFile::ReadUser | QFile::WriteUser | QFile::ExeUser),
             QFile::ReadOwner | QFile::WriteOwner);
    const auto again = archive->backupTo(copy);
    QCOMPARE(again.error().code, Code::CannotWrite);
    QCOMPARE(again.error().subject, copy);
    QCOMPARE(archive->backupTo(archive.path()).error().code, Code::CannotWrite);
    const auto opened = Archive::open(copy, Archive::Mode::ReadWrite, fixedClock());
    QVERIFY(opened.has_value());
    QCOMPARE((*opened)->check().value(), QStringList());
    auto connection = Connection::open(copy, Connection::Mode::ReadOnly);
    QCOMPARE(number(connection->database(), QStringLiteral("SELECT count(*) FROM reports")).value(), 2);
}

void TestStoreSoundness::checkFinds_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("finding");
    QTest::newRow("original") << "DELETE FROM original_ WHERE report_id=1" << "report without original: 1";
    QTest::newRow("two count") << "UPDATE report_ SET state=0" << "several counting copies: 1";
    QTest::newRow("none counts") << "UPDATE report_ SET state=1 WHERE id=3" << "no counting copy: 3";
    QTest::newRow("twice") << "UPDATE report_ SET content=(SELECT content FROM report_ WHERE id=1)"
                           << "same report twice: 1";
    QTest::newRow("identity") << "UPDATE report_ SET identity=x'00' WHERE id=3"
                              << "identity or content not 16 bytes: 3";
    QTest::newRow("range") << "UPDATE report_ SET \"end\"=start-1 WHERE id=3" << "end before start: 3";
    QTest::newRow("day") << "UPDATE report_ SET day=day+1 WHERE id=3" << "day is not that of the start: 3";
    QTest::newRow("sessions") << "UPDATE policy_result_ SET failed=-1 WHERE id=2" << "sessions out of range: 2";
    QTest::newRow("occurrences") << "UPDATE failure_ SET occurrences=9007199254740993 WHERE id=2"
                                 << "occurrences out of range: 2";
    QTest::newRow("counters") << "INSERT INTO change_ VALUES(1)" << "counters: 2";
}

void TestStoreSoundness::checkFinds()
{
    QFETCH(QString, sql);
    QFETCH(QString, finding);
    TemporaryArchive archive;
    archive.write(makeStored(1, 10, 1000), makeStored(1, 20, 2000), makeStored(2));
    QCOMPARE(archive->check().value(), QStringList());
    QVERIFY(archive.outside(sql));
    QCOMPARE(archive->check().value(), QStringList{finding});
}

void TestStoreSoundness::checkFindsDamage()
{
    TemporaryArchive archive;
    std::vector<StoredReport> batch;
    for (int i = 0; i < 500; ++i)
        batch.push_back(makeStored(i));
    archive.write(std::move(batch));
    const qint64 page = archive.number(QStringLiteral("SELECT rootpage FROM sqlite_master WHERE name='report_by_identity_'"));
    archive.close();
    QFile file(archive.path());
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek((page - 1) * 4096));
    file.write(QByteArray(4096, '\xee'));
    file.close();
    archive.reopen();
    const QStringList found = archive->check().value();
    QVERIFY2(!found.isEmpty(), "damage was not found");
    ImportCounts counts;
    std::vector<StoredReport> more;
    more.push_back(makeStored(1000));
    QCOMPARE(archive->writeBatch(ImportId{1}, more, counts).error().code, Code::ArchiveDamaged);
}

void TestStoreSoundness::watchedFolders()
{
    TemporaryArchive archive;
    QVERIFY(archive->addWatchedFolder(QStringLiteral("/a")));
    QVERIFY(archive->addWatchedFolder(QStringLiteral("/a")));
    QVERIFY(archive->addWatchedFolder(QStringLiteral("/b")));
    QVERIFY(archive->removeWatchedFolder(QStringLiteral("/b")));
    QCOMPARE(archive.rows(QStringLiteral("SELECT path FROM watched_folder_")), QStringList{QStringLiteral("/a")});
}

QTEST_GUILESS_MAIN(TestStoreSoundness)
#include "test_store_soundness.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// What is read of damaged archives: rows found in the pages, rows that cannot be, and archives that are none.
#include "tests/core/store/storefixture.h"

#include "core/store/leafscan.h"
#include "core/store/salvage.h"

#include <QFile>
#include <QTest>

using namespace tlsrpt;
using namespace tlsrpt::storetest;

class TestStoreSalvage : public QObject
{
    Q_OBJECT

private slots:
    void largeOriginalsAreFoundInThePages();
    void originalsThatCannotBeAreNotFound();
    void cutOffOriginalIsNotFound();
    void unsoundRowsAreTold();
    void anotherProgramsDatabase();
    void headerIsRepairedInACopy();
    void endsWithTheErrorOfItsTaker();
};

namespace
{

/// Bytes that cannot be compressed, so that they need pages of their own.
QByteArray noise(int size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    quint32 state = 2463534242u;
    for (char &byte : bytes) {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        byte = static_cast<char>(state);
    }
    return bytes;
}

StoredReport large(int number)
{
    StoredReport stored = makeStored(number);
    stored.original = noise(30'000 + number);
    return stored;
}

/// By number, what a look at every page finds.
QHash<qint64, QByteArray> foundIn(const QString &path)
{
    QHash<qint64, QByteArray> found;
    JobControl control;
    auto connection = Connection::openUnchecked(path);
    if (connection)
        scanForOriginals(RawFile(connection->database()), control,
                         [&found](const FoundOriginal &original) { found.insert(original.id, original.stored); });
    return found;
}

QHash<qint64, QByteArray> storedIn(const QString &path)
{
    QHash<qint64, QByteArray> stored;
    auto connection = Connection::open(path, Connection::Mode::ReadOnly);
    auto rows = execute(connection->database(), QStringLiteral("SELECT report_id, bytes FROM original_"));
    while (rows && rows->next())
        stored.insert(rows->value(0).toLongLong(), rows->value(1).toByteArray());
    return stored;
}

/// As another program might, which minds no foreign keys.
bool changeAll(const QString &path, const QStringList &statements)
{
    auto connection = Connection::open(path, Connection::Mode::ReadWrite);
    bool done = connection && execute(connection->database(), QStringLiteral("PRAGMA foreign_keys=OFF"));
    for (const QString &statement : statements)
        done = done && execute(connection->database(), statement);
    return done;
}

Status noMore(const KeptReport &)
{
    return failure(Code::DiskFull);
}

} // namespace

void TestStoreSalvage::largeOriginalsAreFoundInThePages()
{
    TemporaryArchive archive;
    archive.write(large(1), makeStored(2), large(3));
    archive.close();
    const auto found = foundIn(archive.path());
    QCOMPARE(found.size(), 3);
    QVERIFY(found.value(1).size() > 30'000);
    QCOMPARE(found, storedIn(archive.path()));
}

void TestStoreSalvage::originalsThatCannotBeAreNotFound()
{
    TemporaryArchive archive;
    archive.write(makeStored(1), makeStored(2));
    archive.close();
    QVERIFY(changeAll(archive.path(), {QStringLiteral("UPDATE original_ SET packing='gzip' WHERE report_id=1"),
                                       QStringLiteral("INSERT INTO original_ VALUES(-1, 0, 'a.json', x'0102')")}));
    QCOMPARE(foundIn(archive.path()).keys(), QList<qint64>{2});
}

void TestStoreSalvage::cutOffOriginalIsNotFound()
{
    TemporaryArchive archive;
    archive.write(makeStored(1), large(2));
    archive.close();
    QFile file(archive.path());
    QVERIFY(file.resize(file.size() - 2 * rawPageBytes)); // of the second one's
    QCOMPARE(foundIn(archive.path()).keys(), QList<qint64>{1});
}

void TestStoreSalvage::unsoundRowsAreTold()
{
    TemporaryArchive archive;
    archive.write(makeStored(1));
    QVERIFY(archive->addNotices(ImportId{1}, NoticeKind::Rejected, {{Code::Truncated, QStringLiteral("a"), {}, 1}}));
    QVERIFY(archive->addWatchedFolder(QStringLiteral("/reports")));
    QVERIFY(archive->muteFinding(QStringLiteral("R01|example.org|||"), {}, {}));
    archive.close();
    QVERIFY(changeAll(archive.path(), {QStringLiteral("UPDATE import_ SET kind=9"), QStringLiteral("UPDATE notice_ SET kind=9"),
                                       QStringLiteral("UPDATE watched_folder_ SET path=x'01'"),
                                       QStringLiteral("UPDATE finding_mark_ SET muted=9")}));
    JobControl control;
    auto damaged = DamagedArchive::open(archive.path(), archive.path(), control);
    QVERIFY(damaged.has_value());
    const KeptRows rows = damaged->otherRows(control);
    QCOMPARE(rows.incomplete.size(), keptPartCount);
    QVERIFY(rows.imports.empty() && rows.notices.empty() && rows.watchedFolders.isEmpty() && rows.marks.empty());
}

void TestStoreSalvage::anotherProgramsDatabase()
{
    TemporaryArchive archive;
    archive.close();
    const QString path = archive.file(QStringLiteral("other.sqlite"));
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("other"));
        database.setDatabaseName(path);
        QVERIFY(database.open());
        QVERIFY(execute(database, QStringLiteral("CREATE TABLE tune (name TEXT)")));
    }
    QSqlDatabase::removeDatabase(QStringLiteral("other"));
    JobControl control;
    const auto opened = DamagedArchive::open(path, path, control);
    QVERIFY(!opened.has_value());
    QCOMPARE(opened.error().code, Code::ArchiveNotOurs);
    QCOMPARE(opened.error().subject, path);
}

void TestStoreSalvage::headerIsRepairedInACopy()
{
    TemporaryArchive archive;
    archive.write(makeStored(1));
    archive.close();
    QFile file(archive.path());
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(52) && file.write("\1\1\1\1", 4) == 4);
    file.close();
    const QString near = archive.file(QStringLiteral("new.sqlite"));
    JobControl control;
    QVERIFY(DamagedArchive::open(archive.path(), near, control).has_value());

    const auto nowhere = DamagedArchive::open(archive.path(), archive.file(QStringLiteral("gone/new.sqlite")), control);
    QVERIFY(!nowhere.has_value());
    QCOMPARE(nowhere.error().code, Code::CannotWrite);
    control.cancel();
    const auto cancelled = DamagedArchive::open(archive.path(), near, control);
    QVERIFY(!cancelled.has_value());
    QCOMPARE(cancelled.error().code, Code::Cancelled);
}

void TestStoreSalvage::endsWithTheErrorOfItsTaker()
{
    TemporaryArchive archive;
    archive.write(makeStored(1), makeStored(2), makeStored(3));
    archive.close();
    JobControl control;
    auto damaged = DamagedArchive::open(archive.path(), archive.path(), control);
    QVERIFY(damaged.has_value());
    const Status done = damaged->forEachReport(control, noMore);
    QVERIFY(!done.has_value());
    QCOMPARE(done.error().code, Code::DiskFull);
}

QTEST_GUILESS_MAIN(TestStoreSalvage)
#include "test_store_salvage.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Opening: from nothing to an archive, and files that are none, or not any more.
#include "core/store/transaction.h"
#include "tests/core/store/storefixture.h"

#include "core/store/originals.h"
#include "core/store/schema.h"

#include <QFile>
#include <QFileInfo>
#include <QTest>

#include <unistd.h>

using namespace tlsrpt;
using namespace tlsrpt::storetest;

Q_DECLARE_METATYPE(tlsrpt::Code)

class TestStoreOpen : public QObject
{
    Q_OBJECT

private slots:
    void makesAnArchive();
    void migratesAnEmptyFile();
    void schemaIsDocumented();
    void isCheckedUntouched();
    void viewsAnswer();
    void refusals_data();
    void refusals();
    void readOnlyFile();
    void readOnlyMedium();
    void lockedFile();
    void missingFile();
    void foreignDatabaseStaysUntouched();
    void codesOfSqlite_data();
    void codesOfSqlite();
    void originalsComeBack();

private:
    Code openCode(const QString &path, int busySeconds = 30);
};

namespace
{

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(bytes), bytes.size());
}

/// A closed archive with some reports: one file, everything checkpointed.
QByteArray soundArchive()
{
    TemporaryArchive archive;
    std::vector<StoredReport> batch;
    for (int i = 0; i < 300; ++i)
        batch.push_back(makeStored(i));
    archive.write(std::move(batch));
    archive.close();
    return contentsOf(archive.path());
}

} // namespace

Code TestStoreOpen::openCode(const QString &path, int busySeconds)
{
    const auto opened = Archive::open(path, Archive::Mode::ReadWrite, fixedClock(), busySeconds);
    return opened ? Code::Cancelled : opened.error().code;
}

void TestStoreOpen::makesAnArchive()
{
    TemporaryArchive archive;
    QVERIFY(QFileInfo::exists(archive.path()));
    QCOMPARE(QFile::permissions(archive.path())
                 & ~(QFile::ReadUser | QFile::WriteUser | QFile::ExeUser),
             QFile::ReadOwner | QFile::WriteOwner);
    QCOMPARE(QFile::permissions(archive.path() + QStringLiteral("-wal")), QFile::permissions(archive.path()));
    QCOMPARE(archive.number(QStringLiteral("PRAGMA application_id")), applicationId);
    QCOMPARE(archive.number(QStringLiteral("PRAGMA user_version")), schemaVersion);
    QCOMPARE(archive.rows(QStringLiteral("PRAGMA journal_mode")), QStringList{QStringLiteral("wal")});
    QCOMPARE(archive->check().value(), QStringList());
    archive.reopen(); // and again, without migration
    QCOMPARE(archive.counting(), 0);
}

void TestStoreOpen::migratesAnEmptyFile()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("killed-before-migration.sqlite"));
    writeFile(path, {});
    const auto archive = Archive::open(path, Archive::Mode::ReadWrite, fixedClock());
    QVERIFY(archive.has_value());
    QCOMPARE((*archive)->check().value(), QStringList());
}

void TestStoreOpen::schemaIsDocumented()
{
    TemporaryArchive archive;
    const QStringList sql = archive.rows(QStringLiteral("SELECT sql FROM sqlite_master WHERE name='report_'"));
    QVERIFY(sql.join(QString()).contains(QStringLiteral("-- UTC day of the start")));
}

void TestStoreOpen::isCheckedUntouched()
{
    TemporaryArchive archive;
    QCOMPARE(archive.write(makeStored(1)).imported, 1);
    QCOMPARE(checkArchive(archive.path()).value(), QStringList());
    {
        auto connection = Connection::open(archive.path(), Connection::Mode::ReadWrite);
        QVERIFY(connection && execute(connection->database(), QStringLiteral("UPDATE report_ SET day=day+1")));
    }
    QVERIFY(checkArchive(archive.path())->join(u'\n').contains(QStringLiteral("day is not that of the start")));
    const QString blank = archive.path() + QStringLiteral("-blank");
    {
        QSqlDatabase made = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("blank"));
        made.setDatabaseName(blank);
        QVERIFY(made.open() && execute(made, QStringLiteral("PRAGMA journal_mode=WAL")));
        QVERIFY(QFileInfo(blank).size() > 0);
        QCOMPARE(checkArchive(blank).value(), QStringList()); // killed as it was made
        made = {};
        QSqlDatabase::removeDatabase(QStringLiteral("blank"));
    }
    const auto missing = checkArchive(archive.path() + QStringLiteral("x"));
    QCOMPARE(missing.error().code, Code::ArchiveCannotOpen);
}

void TestStoreOpen::viewsAnswer()
{
    TemporaryArchive archive;
    QCOMPARE(archive.write(makeStored(1)).imported, 1);
    QCOMPARE(archive.rows(QStringLiteral("SELECT day||' '||organization||' '||sender FROM reports")),
             QStringList{QStringLiteral("2026-11-01 Sender 1 sender1.example")});
    QCOMPARE(archive.rows(QStringLiteral("SELECT domain||' '||mode||' '||successful FROM policy_results")),
             QStringList{QStringLiteral("example.org enforce 10")});
    QCOMPARE(archive.rows(QStringLiteral("SELECT result_type||' '||mx||' '||occurrences FROM failures")),
             QStringList{QStringLiteral("certificate-expired mx.example.org 1")});
    QCOMPARE(archive.number(QStringLiteral("SELECT imported FROM imports")), 1);
    QCOMPARE(archive.number(QStringLiteral("SELECT max_age FROM policy_")), 604800);
    QCOMPARE(archive.number(QStringLiteral("SELECT count(*) FROM rejections")), 0);
}

void TestStoreOpen::refusals_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Code>("code");

    const QByteArray sound = soundArchive();
    QVERIFY(sound.size() > 40'000);
    QTest::newRow("sound") << sound << Code::Cancelled; // opens
    QTest::newRow("short text") << QByteArray("not a database\n") << Code::ArchiveNotOurs;
    QTest::newRow("long text") << QByteArray("not a database\n").repeated(1000) << Code::ArchiveNotOurs;
    QTest::newRow("noughts") << QByteArray(100'000, '\0') << Code::ArchiveNotOurs;

    QByteArray foreign = sound;
    foreign.replace(68, 4, QByteArray("\0\0\0\0", 4));
    QTest::newRow("other application id") << foreign << Code::ArchiveNotOurs;
    QByteArray newer = sound;
    newer[63] = char(schemaVersion + 1);
    QTest::newRow("newer version") << newer << Code::ArchiveNewer;
    QByteArray magic = sound;
    magic.replace(0, 6, "SQLate");
    QTest::newRow("magic overwritten") << magic << Code::ArchiveDamaged;
    QByteArray header = sound;
    header.replace(0, 512, QByteArray(512, '\xa5'));
    QTest::newRow("header overwritten") << header << Code::ArchiveDamaged;
    QTest::newRow("whole pages of text") << QByteArray("no database here").repeated(4096) << Code::ArchiveNotOurs;
    QByteArray schema = sound;
    schema.replace(100, 3900, QByteArray(3900, '\xff'));
    QTest::newRow("first page overwritten") << schema << Code::ArchiveDamaged;
    QByteArray unversioned = sound;
    unversioned[63] = 0;
    QTest::newRow("version overwritten") << unversioned << Code::ArchiveDamaged;
    QTest::newRow("cut after the first page") << sound.left(4096) << Code::ArchiveDamaged;
    QTest::newRow("cut in the header") << sound.left(80) << Code::ArchiveDamaged;
}

void TestStoreOpen::refusals()
{
    QFETCH(QByteArray, bytes);
    QFETCH(Code, code);
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("archive.sqlite"));
    writeFile(path, bytes);
    QCOMPARE(openCode(path), code);
    const auto reading = Connection::open(path, Connection::Mode::ReadOnly);
    if (code == Code::Cancelled)
        QVERIFY(reading.has_value());
    else if (!reading) // a cut behind the header shows only when the missing page is read
        QCOMPARE(reading.error().code, code);
    if (code != Code::Cancelled) {
        const auto opened = Archive::open(path, Archive::Mode::ReadWrite, fixedClock());
        QCOMPARE(opened.error().subject, path);
    }
}

void TestStoreOpen::readOnlyFile()
{
    const QByteArray bytes = soundArchive();
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("archive.sqlite"));
    writeFile(path, bytes);
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther));
    QVERIFY(QFile::setPermissions(folder.path(), QFile::Permissions(0x7777)));
    const bool root = geteuid() == 0; // whom permissions do not stop
    if (root)
        QCOMPARE(setresuid(65534, 65534, 0), 0);
    const Code code = openCode(path);
    const bool readable = Connection::open(path, Connection::Mode::ReadOnly).has_value();
    if (root)
        QCOMPARE(setresuid(0, 0, 0), 0);
    QCOMPARE(code, Code::ArchiveReadOnly);
    QVERIFY(readable);
}

void TestStoreOpen::readOnlyMedium()
{
    // A WAL archive in a folder where no side files can be made, as on a mounted backup.
    const QByteArray bytes = soundArchive();
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("archive #1?.sqlite"));
    writeFile(path, bytes);
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther));
    QVERIFY(QFile::setPermissions(folder.path(), QFile::Permissions(0x5555)));
    const bool root = geteuid() == 0;
    if (root)
        QCOMPARE(setresuid(65534, 65534, 0), 0);
    qint64 reports = -1;
    if (auto connection = Connection::open(path, Connection::Mode::ReadOnly))
        reports = number(connection->database(), QStringLiteral("SELECT count(*) FROM reports")).value_or(-2);
    const Code code = openCode(path);
    if (root)
        QCOMPARE(setresuid(0, 0, 0), 0);
    QVERIFY(QFile::setPermissions(folder.path(), QFile::Permissions(0x7777)));
    QCOMPARE(reports, 300);
    QCOMPARE(code, Code::ArchiveReadOnly);
}

void TestStoreOpen::lockedFile()
{
    TemporaryArchive archive;
    archive.close();
    auto other = Connection::open(archive.path(), Connection::Mode::ReadWrite);
    QVERIFY(other.has_value());
    QVERIFY(execute(other->database(), QStringLiteral("PRAGMA locking_mode=EXCLUSIVE")));
    QVERIFY(execute(other->database(), QStringLiteral("UPDATE change_ SET rewrites=0")));
    QCOMPARE(openCode(archive.path(), 0), Code::ArchiveLocked);
}

void TestStoreOpen::missingFile()
{
    QTemporaryDir folder;
    QCOMPARE(openCode(folder.filePath(QStringLiteral("none.sqlite"))), Code::ArchiveCannotOpen);
    QVERIFY(!QFileInfo::exists(folder.filePath(QStringLiteral("none.sqlite"))));
    QCOMPARE(openCode(folder.path()), Code::ArchiveCannotOpen);
    const auto nowhere = Archive::open(folder.filePath(QStringLiteral("no/such/folder.sqlite")),
                                       Archive::Mode::CreateIfMissing, fixedClock());
    QCOMPARE(nowhere.error().code, Code::ArchiveCannotOpen);
}

void TestStoreOpen::foreignDatabaseStaysUntouched()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("foreign.sqlite"));
    {
        QSqlDatabase foreign = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("foreign"));
        foreign.setDatabaseName(path);
        QVERIFY(foreign.open());
        QVERIFY(execute(foreign, QStringLiteral("CREATE TABLE theirs(x)")));
    }
    QSqlDatabase::removeDatabase(QStringLiteral("foreign"));
    const QByteArray before = contentsOf(path);
    QCOMPARE(openCode(path), Code::ArchiveNotOurs);
    QCOMPARE(contentsOf(path), before);
}

void TestStoreOpen::codesOfSqlite_data()
{
    QTest::addColumn<QString>("native");
    QTest::addColumn<Code>("code");
    QTest::newRow("busy") << "5" << Code::ArchiveLocked;
    QTest::newRow("busy snapshot") << "517" << Code::ArchiveLocked;
    QTest::newRow("locked") << "6" << Code::ArchiveLocked;
    QTest::newRow("read-only directory") << "1544" << Code::ArchiveReadOnly;
    QTest::newRow("corrupt") << "11" << Code::ArchiveDamaged;
    QTest::newRow("corrupt index") << "779" << Code::ArchiveDamaged;
    QTest::newRow("short read") << "522" << Code::ArchiveDamaged;
    QTest::newRow("input/output") << "266" << Code::StoreFailed;
    QTest::newRow("full") << "13" << Code::DiskFull;
    QTest::newRow("no room for the shared side file") << "4874" << Code::DiskFull;
    QTest::newRow("cannot open") << "14" << Code::ArchiveCannotOpen;
    QTest::newRow("not a database") << "26" << Code::ArchiveNotOurs;
    QTest::newRow("constraint") << "19" << Code::StoreFailed;
}

void TestStoreOpen::codesOfSqlite()
{
    QFETCH(QString, native);
    QFETCH(Code, code);
    const QSqlError error({}, QStringLiteral("their words"), QSqlError::StatementError, native);
    QCOMPARE(storeError(error, QStringLiteral("x")),
             (Error{code, QStringLiteral("x"), QStringLiteral("their words"), -1}));
}

void TestStoreOpen::originalsComeBack()
{
    const QByteArray bytes = QByteArray("{\"policies\":[]}").repeated(100);
    QVERIFY(packedForArchive(bytes, Packing::Plain).size() < 200);
    QCOMPARE(unpackedFromArchive(packedForArchive(bytes, Packing::Plain), Packing::Plain), bytes);
    QCOMPARE(packedForArchive(bytes, Packing::Gzip), bytes);
    QCOMPARE(unpackedFromArchive(bytes, Packing::Gzip), bytes);
    // Damaged, it claims half a gigabyte: nobody asks for so much memory.
    QCOMPARE(unpackedFromArchive(QByteArray::fromHex("1fffffff") + "few", Packing::Plain), QByteArray());
}

QTEST_GUILESS_MAIN(TestStoreOpen)
#include "test_store_open.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Disks that are full, read-only or gone: each has its answer, and what was written is whole.
#include "tests/core/store/smalldisk.h"
#include "tests/core/store/storefixture.h"

#include "core/store/schema.h"
#include "core/unpack/unpack.h"

#include <QFile>
#include <QFileInfo>
#include <QTest>

using namespace tlsrpt;
using namespace tlsrpt::storetest;

#define DEMAND_DISK(disk) \
    if (!(disk).isThere()) \
    QSKIP("a small disk can be mounted by root only")

class TestStoreDisks : public QObject
{
    Q_OBJECT

private slots:
    void full();
    void fullAtTheFirstByte();
    void fullWhenItIsBroughtUpToDate();
    void fullBackup();
    void readOnly();
    void driveVanishes();
    void fileIsRemoved();
};

namespace
{

std::vector<StoredReport> reports(int first, int count)
{
    std::vector<StoredReport> batch;
    for (int i = first; i < first + count; ++i)
        batch.push_back(makeStored(i));
    return batch;
}

Result<std::unique_ptr<Archive>> openIn(const SmallDisk &disk)
{
    return Archive::open(disk.file(QStringLiteral("archive.sqlite")), Archive::Mode::CreateIfMissing, fixedClock());
}

/// Batches until one fails; the error.
Error writeUntilItFails(Archive &archive, ImportCounts &counts)
{
    const auto import = archive.beginImport(ImportKind::Files, {});
    if (!import)
        return import.error();
    for (int first = 0; first < 100'000; first += 50) {
        auto batch = reports(first, 50);
        if (auto written = archive.writeBatch(*import, batch, counts); !written)
            return written.error();
    }
    return {Code::Cancelled, {}, {}, -1};
}

qint64 reportsIn(const QString &path)
{
    auto connection = Connection::open(path, Connection::Mode::ReadOnly);
    return connection ? number(connection->database(), QStringLiteral("SELECT count(*) FROM reports")).value_or(-1) : -1;
}

} // namespace

void TestStoreDisks::full()
{
    SmallDisk disk(600);
    DEMAND_DISK(disk);
    ImportCounts counts;
    {
        auto archive = openIn(disk);
        QVERIFY(archive.has_value());
        const Error error = writeUntilItFails(**archive, counts);
        QCOMPARE(error.code, Code::DiskFull);
        QCOMPARE(error.subject, (*archive)->path());
        QVERIFY(counts.imported > 0);
    }
    QCOMPARE(reportsIn(disk.file(QStringLiteral("archive.sqlite"))), counts.imported);
    QVERIFY(disk.grow(8000));
    auto archive = openIn(disk);
    QVERIFY(archive.has_value());
    QCOMPARE((*archive)->check().value(), QStringList());
    auto rest = reports(0, 1000); // again, from the beginning
    ImportCounts again;
    QVERIFY((*archive)->writeBatch(ImportId{1}, rest, again).has_value());
    QCOMPARE(again.imported + again.duplicates, 1000);
    QCOMPARE(again.duplicates, counts.imported);
}

void TestStoreDisks::fullAtTheFirstByte()
{
    SmallDisk disk(8);
    DEMAND_DISK(disk);
    const auto archive = openIn(disk);
    QVERIFY(!archive);
    QCOMPARE(archive.error().code, Code::DiskFull);
    QVERIFY(disk.grow(2000));
    QVERIFY(openIn(disk).has_value()); // what is left of the attempt is no hindrance
}

void TestStoreDisks::fullWhenItIsBroughtUpToDate()
{
    SmallDisk disk(230); // for the archive and the side files, not for its copy
    DEMAND_DISK(disk);
    QFile packed(QStringLiteral(TEST_DATA_DIR "/store/schema1.sqlite.gz"));
    QVERIFY(packed.open(QIODevice::ReadOnly));
    const auto bytes = unpackOriginal(packed.readAll(), Packing::Gzip, Limits{});
    QFile file(disk.file(QStringLiteral("archive.sqlite")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(*bytes) == bytes->size());
    file.close();
    const auto archive = openIn(disk);
    QVERIFY(!archive);
    QCOMPARE(archive.error().code, Code::CannotWrite);
    QVERIFY(archive.error().subject.contains(QStringLiteral("archive.before-schema-")));
    QCOMPARE(reportsIn(file.fileName()), 9);
    QVERIFY(disk.grow(2000));
    const auto later = openIn(disk);
    QVERIFY(later.has_value());
    QVERIFY(QFileInfo::exists((*later)->upgrade()->backup));
}

void TestStoreDisks::fullBackup()
{
    SmallDisk disk(64);
    DEMAND_DISK(disk);
    TemporaryArchive archive;
    archive.write(reports(0, 500));
    const QString copy = disk.file(QStringLiteral("copy.sqlite"));
    const auto done = archive->backupTo(copy);
    QVERIFY(!done);
    QCOMPARE(done.error().code, Code::DiskFull);
    QCOMPARE(done.error().subject, copy);
    QVERIFY(!QFileInfo::exists(copy));
}

void TestStoreDisks::readOnly()
{
    SmallDisk disk(2000);
    DEMAND_DISK(disk);
    {
        auto archive = openIn(disk);
        auto batch = reports(0, 10);
        ImportCounts counts;
        QVERIFY(archive && (*archive)->beginImport(ImportKind::Files, {}) && (*archive)->writeBatch(ImportId{1}, batch, counts));
    }
    QVERIFY(disk.setReadOnly(true));
    const auto archive = openIn(disk);
    QVERIFY(!archive);
    QCOMPARE(archive.error().code, Code::ArchiveReadOnly);
    QCOMPARE(reportsIn(disk.file(QStringLiteral("archive.sqlite"))), 10);
    const auto fresh = Archive::open(disk.file(QStringLiteral("new.sqlite")), Archive::Mode::CreateIfMissing, fixedClock());
    QVERIFY(!fresh);
    QCOMPARE(fresh.error().code, Code::ArchiveCannotOpen);
}

void TestStoreDisks::driveVanishes()
{
    SmallDisk disk(2000);
    DEMAND_DISK(disk);
    auto archive = openIn(disk);
    QVERIFY(archive.has_value());
    const auto import = (*archive)->beginImport(ImportKind::Files, {});
    ImportCounts counts;
    auto batch = reports(0, 10);
    QVERIFY((*archive)->writeBatch(*import, batch, counts).has_value());
    disk.vanish();
    batch = reports(10, 10);
    const auto lost = (*archive)->writeBatch(*import, batch, counts);
    QVERIFY(!lost);
    QCOMPARE(lost.error().code, Code::ArchiveCannotOpen);
    QCOMPARE(counts.imported, 10);
}

void TestStoreDisks::fileIsRemoved()
{
    TemporaryArchive archive;
    const auto import = archive->beginImport(ImportKind::Files, {});
    ImportCounts counts;
    auto batch = reports(0, 10);
    QVERIFY(archive->writeBatch(*import, batch, counts).has_value());
    QVERIFY(QFile::remove(archive.path()));
    auto more = reports(10, 10);
    const auto lost = archive->writeBatch(*import, more, counts);
    QVERIFY(!lost);
    QCOMPARE(lost.error().code, Code::ArchiveCannotOpen);
    QCOMPARE(lost.error().subject, archive.path());
    QVERIFY(!archive->finishImport(*import, counts).has_value()); // the last word of an import
}

QTEST_GUILESS_MAIN(TestStoreDisks)
#include "test_store_disks.moc"

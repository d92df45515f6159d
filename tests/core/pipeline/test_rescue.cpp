// SPDX-License-Identifier: GPL-3.0-or-later
// What can be read of a damaged archive is saved, and nothing else.
#include "core/pipeline/rescuejob.h"
#include "core/store/transaction.h"
#include "tests/core/pipeline/damagefixture.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <algorithm>

#include <algorithm>

using namespace tlsrpt;
using namespace tlsrpt::damagetest;

namespace
{

constexpr int wholeLine = -1;
/// Identity and content, which hold every number and name as sent. Where nearly all else is gone, so
/// is the domain that a report itself does not tell.
constexpr int fingerprints = 64;

QSet<QString> cut(const QSet<QString> &lines, int told)
{
    QSet<QString> begins;
    for (const QString &line : lines)
        begins.insert(line.left(told));
    return begins;
}

} // namespace

class TestRescue : public QObject
{
    Q_OBJECT

private slots:
    void soundOneIsCopied();
    void damaged_data();
    void damaged();
    void lostPages_data();
    void lostPages();
    void whatWasRemovedForGoodStaysAway();
    void whatLeftNoTraceIsCounted();
    void walIsRead();
    void nothingIsOverwritten();
    void notOurs();
    void newArchiveCannotBeWritten();
    void whatIsNoReportAnyMore();
    void progressIsTold();
    void cancelled();

private:
    Result<RescueOutcome> rescue(const QString &damaged, const QString &target)
    {
        JobControl control;
        return runRescue({damaged, target, Limits{}}, today(), control, {});
    }
};

void TestRescue::soundOneIsCopied()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("archive.sqlite"));
    const QString target = folder.filePath(QStringLiteral("new.sqlite"));
    writeFile(path, soundArchive().bytes);
    const auto outcome = rescue(path, target);
    QVERIFY(outcome.has_value());
    const qint64 all = soundArchive().counting.size();
    QVERIFY(all > 300);
    QCOMPARE(outcome->counts.saved, all);
    QCOMPARE(outcome->counts.total, all);
    QVERIFY(outcome->whole());
    QCOMPARE(outcome->incomplete, QList<KeptPart>());
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList({QStringLiteral("archive.sqlite"), QStringLiteral("new.sqlite")}));
    QCOMPARE(linesOf(target), soundArchive().counting);

    const auto same = [&](const QString &sql) { QCOMPARE(numberIn(target, sql), numberIn(path, sql)); };
    same(QStringLiteral("SELECT count(*) FROM import_"));
    same(QStringLiteral("SELECT sum(started + finished) FROM import_"));
    same(QStringLiteral("SELECT sum(bytes + rejected) FROM import_"));
    same(QStringLiteral("SELECT count(*) FROM rejections"));
    same(QStringLiteral("SELECT count(*) FROM muted_findings WHERE reason='known' AND until='2026-12-13'"));
    same(QStringLiteral("SELECT count(*) FROM finding_mark_"));
    same(QStringLiteral("SELECT count(*) FROM watched_folder_"));
    same(QStringLiteral("SELECT sum(dated) FROM report_ WHERE deletion_id IS NULL"));
    same(QStringLiteral("SELECT sum(import_id) FROM report_ WHERE deletion_id IS NULL"));
    QCOMPARE(numberIn(target, QStringLiteral("SELECT sum(imported+conflicts) FROM import_")), all);
}

void TestRescue::damaged_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("told"); // how much of a report's line must be as before
    for (const Damage &damage : allDamage())
        QTest::newRow(damage.name.constData()) << damage.bytes << (damage.gross ? fingerprints : wholeLine);
}

void TestRescue::damaged()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, told);
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("archive.sqlite"));
    const QString target = folder.filePath(QStringLiteral("new.sqlite"));
    writeFile(path, bytes);
    const QSet<QString> readable = cut(readableLines(path), told);
    const auto outcome = rescue(path, target);
    QCOMPARE(contentOf(path), bytes);
    if (!outcome || outcome->counts.saved == 0) {
        QCOMPARE(readable, QSet<QString>());
        QVERIFY(!QFileInfo::exists(target));
        QVERIFY(outcome || outcome.error().code == Code::ArchiveDamaged || outcome.error().code == Code::ArchiveNotOurs);
        return;
    }
    const QSet<QString> saved = cut(linesOf(target), told);
    QVERIFY2((readable - saved).isEmpty(), qPrintable((readable - saved).values().join(QLatin1Char('\n'))));
    const QList<QString> sound = soundArchive().lines.values();
    const QSet<QString> wrong = saved - cut(QSet<QString>(sound.begin(), sound.end()), told);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.values().join(QLatin1Char('\n'))));
    QCOMPARE(outcome->counts.saved, saved.size());
    QVERIFY(outcome->counts.total >= outcome->counts.saved);
    QVERIFY(outcome->counts.total <= soundArchive().lines.size() + 1); // one number may be damaged itself
    auto archive = Archive::open(target, Archive::Mode::ReadWrite, today());
    QVERIFY(archive.has_value());
    QCOMPARE((*archive)->check().value(), QStringList());
}

void TestRescue::lostPages_data()
{
    QTest::addColumn<QString>("object"); // whose root page is lost
    QTest::newRow("the way to the originals") << "original_";
    QTest::newRow("the way to the reports") << "report_";
    QTest::newRow("the way to the names") << "text_";
    QTest::newRow("the way to the imports") << "import_";
    QTest::newRow("the definitions") << "sqlite_master";
    QTest::newRow("the definitions and the header") << "";
}

void TestRescue::lostPages()
{
    QFETCH(QString, object);
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("archive.sqlite"));
    const QString target = folder.filePath(QStringLiteral("new.sqlite"));
    writeFile(path, soundArchive().bytes);
    const qint64 page = qMax<qint64>(1, numberIn(path, QStringLiteral("SELECT rootpage FROM sqlite_master WHERE name='%1'").arg(object)));
    const int kept = object == QLatin1String("sqlite_master") ? 100 : 0; // the header
    QByteArray bytes = soundArchive().bytes;
    bytes.replace((page - 1) * 4096 + kept, 4096 - kept, QByteArray(4096 - kept, '\xa5'));
    writeFile(path, bytes);
    const auto outcome = rescue(path, target);
    QVERIFY(outcome.has_value());
    // Without its row nobody knows any more that a report was deleted.
    QVERIFY(outcome->counts.saved >= soundArchive().counting.size());
    QVERIFY(outcome->counts.saved <= soundArchive().lines.size());
    QCOMPARE(linesOf(target).size(), outcome->counts.saved);
    QVERIFY((cut(soundArchive().counting, fingerprints) - cut(linesOf(target), fingerprints)).isEmpty());
}

void TestRescue::whatWasRemovedForGoodStaysAway()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("archive.sqlite"));
    writeFile(path, soundArchive().bytes);
    DeletionChoice neighbours;
    QSet<QString> left;
    {
        auto archive = Archive::open(path, Archive::Mode::ReadWrite, today());
        for (qint64 id = 100; id < 117; ++id) // enough for whole pages, too few for the file to be made anew
            neighbours.reports.push_back(ReportId{id});
        QVERIFY(archive && (*archive)->deleteReports(neighbours) && (*archive)->purgeDeleted(2'000'000'000).has_value());
        left = linesOf(path);
        QVERIFY(numberIn(path, QStringLiteral("PRAGMA freelist_count")) > 0);
    }
    const qint64 page = numberIn(path, QStringLiteral("SELECT rootpage FROM sqlite_master WHERE name='original_'"));
    QByteArray bytes = contentOf(path);
    // Debian's SQLite overwrites what it frees (SQLITE_SECURE_DELETE); others leave it as it was.
    int back = 0;
    for (qsizetype at = 0; at < bytes.size(); at += 4096) {
        if (bytes.mid(at, 4096).count('\0') < 4096)
            continue;
        const QByteArray before = soundArchive().bytes.mid(at, 4096);
        bytes.replace(at, 4096, before);
        back += static_cast<int>(std::count_if(neighbours.reports.begin(), neighbours.reports.end(), [&](const ReportId &id) {
            return before.contains(soundArchive().stored.value(id.value));
        }));
    }
    QVERIFY(back > 0);
    writeFile(path, bytes.replace((page - 1) * 4096, 4096, QByteArray(4096, '\xa5')));
    const auto outcome = rescue(path, folder.filePath(QStringLiteral("new.sqlite")));
    QVERIFY(outcome.has_value());
    QCOMPARE(linesOf(folder.filePath(QStringLiteral("new.sqlite"))), left);
    QCOMPARE(outcome->counts.traceless, soundArchive().lines.size() - left.size()); // nobody kept that it was on purpose
}

/// However much is cut off: of the reports in it none is lost in silence.
void TestRescue::whatLeftNoTraceIsCounted()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("archive.sqlite"));
    const QString target = folder.filePath(QStringLiteral("new.sqlite"));
    const qint64 deleted = soundArchive().lines.size() - soundArchive().counting.size();
    constexpr int parts = 20;
    for (int left = 3; left < parts; ++left) { // with the imports
        const qint64 pages = soundArchive().bytes.size() / 4096 * left / parts;
        writeFile(path, soundArchive().bytes.left(pages * 4096));
        const auto outcome = rescue(path, target);
        QVERIFY(outcome.has_value());
        QVERIFY(!outcome->whole());
        const qint64 known = outcome->counts.total + outcome->counts.traceless;
        QVERIFY2(known >= soundArchive().lines.size() - deleted - 1, qPrintable(QString::number(known)));
        QFile::remove(target);
    }
}

void TestRescue::walIsRead()
{
    // The last import is in the side file only, as after a power cut.
    QTemporaryDir folder;
    const QString open = folder.filePath(QStringLiteral("open.sqlite"));
    const QString path = folder.filePath(QStringLiteral("archive.sqlite"));
    writeFile(open, soundArchive().bytes);
    {
        auto archive = Archive::open(open, Archive::Mode::ReadWrite, today());
        DeletionChoice choice;
        choice.import = ImportId{1};
        QVERIFY(archive && (*archive)->deleteReports(choice).has_value());
        QVERIFY(QFile::copy(open, path));
        QVERIFY(QFile::copy(open + QStringLiteral("-wal"), path + QStringLiteral("-wal")));
    }
    QByteArray damagedHeader = contentOf(path);
    QCOMPARE(damagedHeader, soundArchive().bytes);
    damagedHeader[16] = 0x7f;
    writeFile(path, damagedHeader);
    const auto outcome = rescue(path, folder.filePath(QStringLiteral("new.sqlite")));
    QVERIFY(outcome.has_value());
    QCOMPARE(linesOf(folder.filePath(QStringLiteral("new.sqlite"))), linesOf(open));
    QVERIFY(outcome->counts.saved < soundArchive().counting.size());
}

void TestRescue::nothingIsOverwritten()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("archive.sqlite"));
    const QString target = folder.filePath(QStringLiteral("new.sqlite"));
    writeFile(path, soundArchive().bytes);
    writeFile(target, "mine");
    const auto outcome = rescue(path, target);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, Code::CannotWrite);
    QCOMPARE(outcome.error().subject, target);
    QCOMPARE(contentOf(target), "mine");
    QCOMPARE(rescue(path, path).error().code, Code::CannotWrite);
    QCOMPARE(rescue(path, folder.filePath(QStringLiteral("no/such/new.sqlite"))).error().code, Code::CannotWrite);
}

void TestRescue::notOurs()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("diary.txt"));
    const QString target = folder.filePath(QStringLiteral("new.sqlite"));
    writeFile(path, QByteArray("dear diary\n").repeated(1000));
    QCOMPARE(rescue(path, target).error().code, Code::ArchiveNotOurs);
    QCOMPARE(rescue(folder.filePath(QStringLiteral("none")), target).error().code, Code::ArchiveCannotOpen);
    QVERIFY(!QFileInfo::exists(target));
}

namespace
{

/// Tells once, when it is asked in the middle of the work.
class TellingClock final : public Clock
{
public:
    explicit TellingClock(std::function<void()> tell) : m_tell(std::move(tell)) {}
    QDateTime nowUtc() const override
    {
        constexpr int middle = 20;
        if (++m_asked == middle)
            m_tell();
        return today().nowUtc();
    }

private:
    const std::function<void()> m_tell;
    mutable int m_asked = 0;
};

/// Another program's doing.
bool change(const QString &path, const QStringList &statements)
{
    auto connection = Connection::open(path, Connection::Mode::ReadWrite);
    return connection && std::all_of(statements.begin(), statements.end(), [&](const QString &sql) {
               return execute(connection->database(), sql).has_value();
           });
}

} // namespace

// Reports of no import get one of the rescue's own.
void TestRescue::newArchiveCannotBeWritten()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("archive.sqlite"));
    const QString target = folder.filePath(QStringLiteral("new.sqlite"));
    writeFile(path, soundArchive().bytes);
    QVERIFY(change(path, {QStringLiteral("PRAGMA foreign_keys=OFF"),
                          QStringLiteral("UPDATE report_ SET import_id=import_id+1000")}));
    bool broken = false;
    const TellingClock clock([&] {
        broken = change(target + QStringLiteral(".part"),
                        {QStringLiteral("CREATE TRIGGER fail_ BEFORE INSERT ON import_ "
                                        "BEGIN SELECT RAISE(ABORT, 'x'); END")});
    });
    JobControl control;
    const auto outcome = runRescue({path, target, Limits{}}, clock, control, {});
    QVERIFY(broken);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, Code::StoreFailed);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files, QDir::Name).filter(QStringLiteral("new")), QStringList());
}

// Refused by today's limits: not saved, and the others are.
void TestRescue::whatIsNoReportAnyMore()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("archive.sqlite"));
    writeFile(path, soundArchive().bytes);
    Limits limits;
    limits.failureDetails = 1;
    JobControl control;
    const auto outcome = runRescue({path, folder.filePath(QStringLiteral("new.sqlite")), limits}, today(), control, {});
    QVERIFY(outcome);
    QVERIFY(outcome->counts.saved > 0);
    QVERIFY(outcome->counts.saved < outcome->counts.total);
}

void TestRescue::progressIsTold()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("archive.sqlite"));
    writeFile(path, soundArchive().bytes);
    const TellingClock slow([] { // as a disk may be
        QElapsedTimer clock;
        clock.start();
        while (!clock.hasExpired(101))
            QThread::yieldCurrentThread();
    });
    JobControl control;
    std::vector<RescueCounts> told;
    const auto outcome = runRescue({path, folder.filePath(QStringLiteral("new.sqlite")), Limits{}}, slow, control,
                                   [&](const RescueCounts &counts) { told.push_back(counts); });
    QVERIFY(outcome);
    QVERIFY(!told.empty());
    QVERIFY(told[0].saved < outcome->counts.saved);
    QVERIFY(told[0].total >= outcome->counts.total);
}

void TestRescue::cancelled()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("archive.sqlite"));
    writeFile(path, soundArchive().bytes);
    JobControl control;
    control.cancel();
    const auto outcome = runRescue({path, folder.filePath(QStringLiteral("new.sqlite")), Limits{}}, today(), control, {});
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, Code::Cancelled);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{QStringLiteral("archive.sqlite")});
}

QTEST_GUILESS_MAIN(TestRescue)
#include "test_rescue.moc"

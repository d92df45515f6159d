// SPDX-License-Identifier: GPL-3.0-or-later
// A disk or memory that fails at any one moment, for a moment or for good: an error that says what and
// where, whole steps or nothing, and the same work done again has the right result.
#include "tests/core/store/storefixture.h"
#include "tests/support/sqlitefaults/trials.h"

#include "core/store/salvage.h"
#include "core/unpack/unpack.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace tlsrpt;
using namespace tlsrpt::storetest;
using namespace tlsrpt::faults;

class TestStoreFaults : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void opening_data();
    void opening();
    void working_data();
    void working();
    void rescuing_data();
    void rescuing();

private:
    QTemporaryDir m_starts; ///< the archives that the work begins with, by name
};

namespace
{

using Step = std::function<Status(Archive &)>;

/// Steps that may each be repeated after all of them, with the same result.
struct Work {
    const char *name;
    const char *start; ///< the archive it begins with
    std::vector<Step> steps;
};

Status failedWhere(bool wrong, const char *what)
{
    return wrong ? failure(Code::NoReport, QString(), QLatin1String(what)) : Status();
}

template<typename T>
Status statusOf(const Result<T> &result)
{
    return result.map([](const auto &) {});
}

qint64 mailed(int day)
{
    return someStart + day * 86400;
}

using Batch = std::vector<StoredReport>;

Step writes(Batch reports)
{
    return [batch = std::make_shared<Batch>(std::move(reports))](Archive &archive) {
        return archive.beginImport(ImportKind::Files, {QStringLiteral("again")}).and_then([&](ImportId import) {
            ImportCounts counts;
            return archive.writeBatch(import, *batch, counts).and_then([&] {
                return failedWhere(counts.imported + counts.duplicates + counts.conflicts != qint64(batch->size()),
                                   "not all of a batch counted");
            });
        });
    };
}

Step notes(NoticeKind kind)
{
    return [kind](Archive &archive) {
        const Error about{Code::Truncated, QStringLiteral("half.json.gz"), QStringLiteral("detail"), 7};
        return archive.addNotices(ImportId{1}, kind, {about, about});
    };
}

QString folderOf(int number)
{
    return QString(3000, u'f') + QString::number(number); // some pages of them
}
constexpr int folders = 12;

/// Some of everything: copies in conflict, deleted ones, marks, a mailbox.
Status fill(Archive &archive)
{
    Batch batch;
    for (int i = 0; i < 40; ++i)
        batch.push_back(makeStored(i, 10, mailed(50)));
    batch.push_back(makeStored(3, 99, mailed(40)));
    const Day day = Day::fromSeconds(someStart);
    Status done = writes(std::move(batch))(archive)
        .and_then([&] { return statusOf(archive.deleteReports({{}, {}, {}, {ReportId{6}, ReportId{7}}})); })
        .and_then([&] { return archive.muteFinding(QStringLiteral("R01|example.org|||"), QStringLiteral("known"), day); })
        .and_then([&] { return archive.addWatchedFolder(QStringLiteral("/reports")); })
        .and_then([&] { return statusOf(archive.beginFetch(QStringLiteral("box"), QStringLiteral("me"))); });
    for (int i = 0; i < folders; ++i)
        done = done.and_then([&] { return archive.setFolderPlace(QStringLiteral("box"), QStringLiteral("me"), folderOf(i), {1, 5, {3}}); });
    return done;
}

/// Most of it deleted, so that removing it gives space back.
Status fillAndDelete(Archive &archive)
{
    Batch batch;
    for (int i = 0; i < 60; ++i)
        batch.push_back(makeStored(i, 10, 0, i < 50 ? QStringLiteral("gone.example") : QStringLiteral("stays.example")));
    return writes(std::move(batch))(archive)
        .and_then([&] { return archive.muteFinding(QStringLiteral("R01|gone.example|||"), {}, {}); })
        .and_then([&] { return statusOf(archive.deleteReports({{}, QStringLiteral("gone.example"), {}, {}})); });
}

Status beginsFetch(Archive &archive)
{
    return archive.beginFetch(QStringLiteral("box"), QStringLiteral("me")).and_then([](const auto &places) {
        return failedWhere(places.size() != folders, "not all places of a mailbox");
    });
}

Status undoes(Archive &archive)
{
    const Status undone = archive.undoDeletion(DeletionId{1});
    return undone || undone.error().code == Code::NoSuchReport ? Status() : undone; // done the time before
}

Status checks(Archive &archive)
{
    return archive.check().and_then([&archive](const QStringList &found) {
        return found.isEmpty() ? Status() : failure(Code::StoreFailed, archive.path(), found.first());
    });
}

Status takesOver(Archive &archive)
{
    KeptRows rows;
    rows.imports.push_back({ImportId{7}, ImportKind::Mailbox, QStringLiteral("box"), 1, 2, {}});
    rows.notices.push_back({ImportId{7}, NoticeKind::Rejected, QStringLiteral("x"), QStringLiteral("truncated"), {}, -1});
    rows.watchedFolders << QStringLiteral("/kept");
    rows.marks.push_back({QStringLiteral("R02|example.org|||"), Day{1}, true, {}, QStringLiteral("kept"), 3});
    return archive.takeOver(rows);
}

const std::vector<Work> &works()
{
    const QString box = QStringLiteral("box");
    const QString key = QStringLiteral("R03|example.org|||");
    const auto backUp = [](Archive &archive) { return archive.backupTo(archive.path() + QStringLiteral(".copy")); };
    Batch first;
    for (int i = 100; i < 104; ++i)
        first.push_back(makeStored(i));
    Batch again; // a duplicate, one of an earlier date, a conflict, a deleted one, new ones
    again.push_back(makeStored(1, 10, mailed(50)));
    again.push_back(makeStored(3, 99, mailed(1)));
    again.push_back(makeStored(3, 10, mailed(2)));
    again.push_back(makeStored(4, 77, mailed(60)));
    again.push_back(makeStored(5, 10, mailed(50)));
    again.push_back(makeStored(41, 10, mailed(50), QStringLiteral("new.example")));
    static const std::vector<Work> all{
        {"first batch", "empty", {writes(std::move(first))}},
        {"batch", "filled", {writes(std::move(again))}},
        {"notices", "filled",
         {notes(NoticeKind::Rejected), notes(NoticeKind::Ignored), notes(NoticeKind::Conflict),
          [](Archive &a) { return a.finishImport(ImportId{1}, {40, 0, 1, 2, 2, 0}); }}},
        {"deletion", "filled",
         {[](Archive &a) { return statusOf(a.deleteReports({{}, {}, {}, {ReportId{1}, ReportId{4}}})); },
          [](Archive &a) { return statusOf(a.deleteReports({{}, {}, {}, {ReportId{1}}})); },
          [](Archive &a) { return statusOf(a.deleteReports({{}, {}, Day::fromSeconds(mailed(3)), {}})); },
          [](Archive &a) { return statusOf(a.deleteReports({ImportId{1}, {}, {}, {}})); }}},
        {"undo", "filled", {undoes}},
        {"removal", "deleted", {[](Archive &a) { return a.purgeDeleted(2'000'000'000); }}},
        {"marks", "filled",
         {[key](Archive &a) { return a.muteFinding(key, QStringLiteral("why"), {}); },
          [key](Archive &a) { return a.markFindingsSeen({{key, Day{3}}}); },
          [key](Archive &a) { return a.unmuteFinding(key); }}},
        {"mailbox", "filled",
         {beginsFetch,
          [box](Archive &a) { return a.setFolderPlace(box, QStringLiteral("me"), folderOf(1), {1, 9, {}}); },
          [box](Archive &a) { return a.finishFetch(box, Error{Code::ServerTimeout, box, {}}); },
          [box](Archive &a) { return a.finishFetch(box, {}); }}},
        {"forgetting", "filled",
         {[box](Archive &a) { return a.forgetMailbox(box); },
          [](Archive &a) { return a.removeWatchedFolder(QStringLiteral("/reports")); }}},
        {"backup", "filled", {backUp}},
        {"check", "filled", {checks}},
        {"taking over", "empty", {takesOver}},
    };
    return all;
}

/// Whether an archive is sound, and what it holds wherever ids may differ after a second try.
QStringList heldBy(const QString &path)
{
    const QStringList questions{
        QStringLiteral("PRAGMA integrity_check"),
        QStringLiteral("PRAGMA foreign_key_check"),
        QStringLiteral("SELECT hex(r.identity)||hex(r.content)||r.state||r.dated||(r.deletion_id IS NULL)||"
                       "(SELECT group_concat(p.successful||'/'||p.failed) FROM policy_result_ p WHERE p.report_id=r.id) "
                       "FROM report_ r ORDER BY 1"),
        QStringLiteral("SELECT count(*)||' '||total(occurrences) FROM failures"),
        QStringLiteral("SELECT total(imported)||' '||total(conflicts) FROM import_"),
        QStringLiteral("SELECT DISTINCT kind||source||code FROM notice_ ORDER BY 1"),
        QStringLiteral("SELECT reports FROM deletion_ ORDER BY 1"),
        QStringLiteral("SELECT value FROM text_ ORDER BY 1"),
        QStringLiteral("SELECT path FROM watched_folder_ ORDER BY 1"),
        QStringLiteral("SELECT key||ifnull(seen,'')||muted FROM finding_mark_ ORDER BY 1"),
        QStringLiteral("SELECT name||error||ifnull(last_success,'') FROM mailbox_ ORDER BY 1"),
        QStringLiteral("SELECT folder||uid||missing FROM mailbox_folder_ ORDER BY 1"),
    };
    auto connection = Connection::open(path, Connection::Mode::ReadOnly);
    if (!connection)
        return {connection.error().detail};
    QStringList held;
    for (const QString &question : questions) {
        auto rows = execute(connection->database(), question);
        held += rows ? QStringLiteral("--") : rows.error().detail;
        while (rows && rows->next())
            held += rows->value(0).toString();
    }
    return held;
}

/// The name of a copy to work with.
QString freshCopy(const QString &start, const QTemporaryDir &folder)
{
    const QString path = folder.filePath(QStringLiteral("archive.sqlite"));
    for (const QString &name : QDir(folder.path()).entryList(QDir::Files))
        QFile::remove(folder.filePath(name));
    QFile::copy(start, path);
    return path;
}

Status doAll(const std::vector<Step> &steps, Archive &archive)
{
    Status done;
    for (const Step &step : steps)
        done = done.and_then([&] { return step(archive); });
    return done;
}

/// States that may be left behind: before the first step, and after each.
std::vector<QStringList> statesOf(const Work &work, const QString &path)
{
    auto archive = Archive::open(path, Archive::Mode::ReadWrite, fixedClock());
    std::vector<QStringList> states{heldBy(path)};
    for (const Step &step : work.steps) {
        if (!archive || !step(**archive))
            return {};
        states.push_back(heldBy(path));
    }
    return states;
}

void makeStart(const QString &path, const Step &filling)
{
    auto archive = Archive::open(path, Archive::Mode::CreateIfMissing, fixedClock());
    QVERIFY(archive.has_value());
    const Status filled = filling(**archive);
    QVERIFY2(filled.has_value(), filled ? "" : qPrintable(filled.error().detail));
}

void everyFaultFor(const std::vector<const char *> &works)
{
    QTest::addColumn<QString>("work");
    QTest::addColumn<Fault>("fault");
    for (const char *work : works) {
        for (const Fault fault : allFaults)
            QTest::addRow("%s, %s", work, nameOf(fault)) << QString::fromLatin1(work) << fault;
    }
}

} // namespace

void TestStoreFaults::initTestCase()
{
    QVERIFY(install());
    makeStart(m_starts.filePath(QStringLiteral("empty")), [](Archive &) { return Status(); });
    makeStart(m_starts.filePath(QStringLiteral("filled")), fill);
    makeStart(m_starts.filePath(QStringLiteral("deleted")), fillAndDelete);
    for (const QString &name : {QStringLiteral("schema1"), QStringLiteral("schema2")}) {
        QFile packed(QStringLiteral(TEST_DATA_DIR "/store/%1.sqlite.gz").arg(name));
        QVERIFY(packed.open(QIODevice::ReadOnly));
        const auto bytes = unpackOriginal(packed.readAll(), Packing::Gzip, Limits{});
        QFile old(m_starts.filePath(name));
        QVERIFY(old.open(QIODevice::WriteOnly) && bytes && old.write(*bytes) == bytes->size());
    }
}

void TestStoreFaults::opening_data()
{
    everyFaultFor({"no file", "empty", "filled", "schema1", "schema2"});
}

void TestStoreFaults::opening()
{
    QFETCH(QString, work);
    QFETCH(Fault, fault);
    const QTemporaryDir folder;
    const auto open = [](const QString &path) { return Archive::open(path, Archive::Mode::CreateIfMissing, fixedClock()); };
    const auto backups = [&] { return QDir(folder.path()).entryList({QStringLiteral("*before-schema*")}); };
    const bool migrates = work.startsWith(QLatin1String("schema"));
    QVERIFY(open(freshCopy(m_starts.filePath(work), folder)).has_value());
    const QStringList whole = heldBy(folder.filePath(QStringLiteral("archive.sqlite")));
    const QString wrong = wrongUnder(fault, 79, [&](Fault kind, int at, bool lasting) -> Outcome {
        const QString path = freshCopy(m_starts.filePath(work), folder);
        arm(kind, at, lasting);
        Status done = statusOf(open(path));
        const bool met = heal();
        if (QString bad = done ? QString() : complaintAbout(done.error(), kind, folder.path()); !bad.isEmpty())
            return {met, bad};
        if (!met && !done)
            return {met, QStringLiteral("fails without a fault")};
        if (const auto again = open(path); !again)
            return {met, again.error().detail};
        if (const QStringList held = heldBy(path); held != whole)
            return {met, held.join(u'\n')};
        // While nothing can be read it cannot be said that the one before is not needed.
        if (const QStringList there = backups(); there.size() > (migrates ? (lasting && !done ? 2 : 1) : 0))
            return {met, there.join(u' ')};
        return {met, QString()};
    });
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

void TestStoreFaults::working_data()
{
    std::vector<const char *> names;
    for (const Work &work : works())
        names.push_back(work.name);
    everyFaultFor(names);
}

void TestStoreFaults::working()
{
    QFETCH(QString, work);
    QFETCH(Fault, fault);
    const Work &one = *std::find_if(works().begin(), works().end(), [&](const Work &w) { return work == QLatin1String(w.name); });
    const QString start = m_starts.filePath(QLatin1String(one.start));
    const QTemporaryDir folder;
    const std::vector<QStringList> states = statesOf(one, freshCopy(start, folder));
    QCOMPARE(states.size(), one.steps.size() + 1);
    const QString wrong = wrongUnder(fault, 79, [&](Fault kind, int at, bool lasting) -> Outcome {
        const QString path = freshCopy(start, folder);
        auto archive = Archive::open(path, Archive::Mode::ReadWrite, fixedClock());
        if (!archive)
            return {false, archive.error().detail};
        arm(kind, at, lasting);
        Status done = doAll(one.steps, **archive);
        if (lasting) // also closing it meets the fault
            archive->reset();
        const bool met = heal();
        if (QString bad = done ? QString() : complaintAbout(done.error(), kind, folder.path()); !bad.isEmpty())
            return {met, bad};
        if (!met && !done)
            return {met, QStringLiteral("fails without a fault")};
        const QStringList left = heldBy(path);
        if (std::find(states.begin(), states.end(), left) == states.end() || (done && left != states.back()))
            return {met, QStringLiteral("half a step: ") + left.join(u'\n')};
        if (done)
            return {met, QString()};
        // Once more, with the same connection after a fault that passed, else with a new one.
        if (lasting)
            archive = Archive::open(path, Archive::Mode::ReadWrite, fixedClock());
        done = doAll(one.steps, **archive);
        const QStringList held = heldBy(path);
        if (!done || held != states.back())
            return {met, QStringLiteral("again: ") + (done ? held.join(u'\n') : done.error().detail)};
        return {met, QString()};
    });
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

void TestStoreFaults::rescuing_data()
{
    everyFaultFor({"rescue"});
}

/// The file is sound, only reading it fails once: what is read is right, and told as all only when it is.
void TestStoreFaults::rescuing()
{
    QFETCH(Fault, fault);
    const QTemporaryDir folder;
    const QString path = freshCopy(m_starts.filePath(QStringLiteral("filled")), folder);
    QHash<qint64, QByteArray> originals;
    const auto rescue = [&](QHash<qint64, QByteArray> &kept) {
        JobControl control;
        return DamagedArchive::open(path, path, control).and_then([&](DamagedArchive damaged) {
            const auto traced = damaged.countReports(control);
            const KeptRows others = damaged.otherRows(control);
            const Status done = damaged.forEachReport(control, [&](const KeptReport &report) {
                kept.insert(report.id.value, report.stored);
                return Status();
            });
            const bool whole = others.incomplete.isEmpty();
            return done.and_then([&] {
                return failedWhere(whole && (others.imports.size() != 1 || others.marks.size() != 1 || others.watchedFolders.size() != 1),
                                   "rows lost and not told");
            }).and_then([&] { return failedWhere(traced > kept.size(), "reports lost and not counted"); });
        });
    };
    QVERIFY(rescue(originals));
    QCOMPARE(originals.size(), 41);
    const QString wrong = wrongUnder(fault, 7, [&](Fault kind, int at, bool lasting) -> Outcome {
        if (lasting)
            return {}; // a rescue is patient: it would try for very long
        QHash<qint64, QByteArray> kept;
        arm(kind, at, lasting);
        const Status done = rescue(kept);
        const bool met = heal();
        if (QString bad = done ? QString() : complaintAbout(done.error(), kind, folder.path()); !bad.isEmpty())
            return {met, bad};
        for (auto report = kept.cbegin(); report != kept.cend(); ++report) {
            if (originals.value(report.key()) != *report)
                return {met, QStringLiteral("another original: %1").arg(report.key())};
        }
        return {met, met || kept == originals ? QString() : QStringLiteral("not all without a fault")};
    });
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

QTEST_GUILESS_MAIN(TestStoreFaults)
#include "test_store_faults.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Files to archive, whole: counts, notices, progress, pause and cancel.
#include "core/base/clock.h"
#include "core/pipeline/importjob.h"
#include "core/pipeline/reopen.h"
#include "tests/support/corpus/corpus.h"

#include <QDir>
#include <QFile>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <map>
#include <thread>

using namespace tlsrpt;

namespace
{

struct Run {
    Result<ImportOutcome> outcome = failure(Code::Cancelled);
    std::vector<ImportProgress> progress;
    std::map<NoticeKind, std::vector<Error>> notices;
    int committed = 0;
};

QByteArray report(int number, int sessions = 5)
{
    return QStringLiteral(
               "{\"organization-name\":\"S\",\"date-range\":{\"start-datetime\":\"2026-10-0%1T00:00:00Z\","
               "\"end-datetime\":\"2026-10-0%1T23:59:59Z\"},\"contact-info\":\"tls@s.example\","
               "\"report-id\":\"r%1\",\"policies\":[{\"policy\":{\"policy-type\":\"no-policy-found\","
               "\"policy-domain\":\"example.org\"},\"summary\":{\"total-successful-session-count\":%2,"
               "\"total-failure-session-count\":0}}]}")
        .arg(number)
        .arg(sessions)
        .toUtf8();
}

} // namespace

class TestImportJob : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void goodAndBadTogether();
    void conflictsAreNoted();
    void missingPathIsARejection();
    void everyContainerOnce_data();
    void everyContainerOnce();
    void progressSums();
    void tinyBudget();
    void cancelBeforeTheStart();
    void cancelInTheMiddle();
    void cancelWhilePaused();
    void pauseStopsTheWork();
    void archiveThatCannotBeOpened();
    void lostArchiveEndsTheImport();
    void twoImportsAtOnce();
    void reopensWhatWasKept();
    void reopenTellsOfDamage();
    void daysToComeAreNoted_data();
    void daysToComeAreNoted();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    void write(const QString &name, const QByteArray &bytes);
    void corpus(int reports, made::Format format, const QString &name);
    Run import(const QStringList &paths, JobControl &control, const std::function<void(Run &)> &hook = {});
    Run import(const QStringList &paths);
    QStringList check();
    qint64 number(const QString &sql);

    Limits m_limits;
    std::unique_ptr<const Clock> m_clock;
    QString m_archive;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestImportJob::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_archive = path(QStringLiteral("archive.sqlite"));
    m_limits = {};
    m_clock = std::make_unique<SystemClock>();
}

void TestImportJob::write(const QString &name, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path(name)).absolutePath());
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

void TestImportJob::corpus(int reports, made::Format format, const QString &name)
{
    QVERIFY(made::writeCorpus(made::Corpus({reports, 7}), format, path(name)));
}

/// `hook` runs at every event, on this thread.
Run TestImportJob::import(const QStringList &paths, JobControl &control, const std::function<void(Run &)> &hook)
{
    Run run;
    const auto after = [&] {
        if (hook)
            hook(run);
    };
    const ImportEvents events{
        [&](const ImportProgress &progress) { run.progress.push_back(progress); after(); },
        [&] { ++run.committed; after(); },
        [&](NoticeKind kind, const Error &error) { run.notices[kind].push_back(error); after(); }};
    ImportRequest request;
    request.archivePath = m_archive;
    request.paths = paths;
    request.limits = m_limits;
    run.outcome = runImport(request, *m_clock, control, events);
    return run;
}

Run TestImportJob::import(const QStringList &paths)
{
    JobControl control;
    return import(paths, control);
}

QStringList TestImportJob::check()
{
    const SystemClock clock; // outlives the archive
    auto archive = Archive::open(m_archive, Archive::Mode::ReadWrite, clock);
    return archive ? (*archive)->check().value_or(QStringList{QStringLiteral("check failed")})
                   : QStringList{QStringLiteral("cannot open")};
}

qint64 TestImportJob::number(const QString &sql)
{
    auto connection = Connection::open(m_archive, Connection::Mode::ReadOnly);
    if (!connection)
        return -1;
    QSqlQuery query(connection->database());
    return query.exec(sql) && query.next() ? query.value(0).toLongLong() : -1;
}

void TestImportJob::goodAndBadTogether()
{
    write(QStringLiteral("in/1.json"), report(1));
    write(QStringLiteral("in/deep/er/2.json"), report(2));
    write(QStringLiteral("in/copy-of-1.txt"), report(1));
    write(QStringLiteral("in/truncated.json"), report(3).left(100));
    write(QStringLiteral("in/empty.json"), {});
    write(QStringLiteral("in/no-range.json"), "{\"policies\":[]}");
    write(QStringLiteral("in/cut.json.gz"), QByteArray("\x1f\x8b\x08\0\0\0\0\0\0\x03\xab", 11));
    write(QStringLiteral("in/notes.txt"), "remember the milk\n");
    write(QStringLiteral("in/other.txt"), "{\"a\":1}");
    const Run run = import({path(QStringLiteral("in"))});
    QVERIFY(run.outcome.has_value());
    const ImportCounts &counts = run.outcome->counts;
    QCOMPARE(counts.imported, 2);
    QCOMPARE(counts.duplicates, 1);
    QCOMPARE(counts.conflicts, 0);
    QCOMPARE(counts.rejected, 4);
    QCOMPARE(counts.ignored, 2);
    QVERIFY(!run.outcome->cancelled);
    QCOMPARE(run.notices.at(NoticeKind::Rejected).size(), 4U);
    QCOMPARE(run.notices.at(NoticeKind::Ignored).size(), 2U);
    for (const Error &error : run.notices.at(NoticeKind::Ignored))
        QCOMPARE(error.code, Code::NoReport);
    QStringList names;
    for (const Error &error : run.notices.at(NoticeKind::Rejected))
        names.append(error.subject.section(QLatin1Char('/'), -1));
    names.sort();
    QCOMPARE(names, (QStringList{QStringLiteral("cut.json.gz"), QStringLiteral("empty.json"),
                                 QStringLiteral("no-range.json"), QStringLiteral("truncated.json")}));
    QCOMPARE(number(QStringLiteral("SELECT count(*) FROM notice_")), 6);
    QCOMPARE(number(QStringLiteral("SELECT count(*) FROM import_ WHERE finished>=started AND imported=2 AND "
                                   "duplicates=1 AND rejected=4 AND ignored=2 AND bytes>0")), 1);
    QCOMPARE(check(), QStringList());
}

void TestImportJob::conflictsAreNoted()
{
    write(QStringLiteral("a.json"), report(1, 5));
    write(QStringLiteral("b.json"), report(1, 6));
    const Run run = import({path(QStringLiteral("a.json")), path(QStringLiteral("b.json"))});
    QCOMPARE(run.outcome->counts.imported, 1);
    QCOMPARE(run.outcome->counts.conflicts, 1);
    QCOMPARE(run.notices.at(NoticeKind::Conflict).size(), 1U);
    QCOMPARE(number(QStringLiteral("SELECT count(*) FROM reports")), 1);
    QCOMPARE(number(QStringLiteral("SELECT count(*) FROM notice_ WHERE kind=2")), 1);
}

void TestImportJob::missingPathIsARejection()
{
    write(QStringLiteral("a.json"), report(1));
    const Run run = import({path(QStringLiteral("missing")), path(QStringLiteral("a.json"))});
    QCOMPARE(run.outcome->counts.imported, 1);
    QCOMPARE(run.outcome->counts.rejected, 1);
    QCOMPARE(run.notices.at(NoticeKind::Rejected).front().code, Code::FileNotFound);
}

void TestImportJob::everyContainerOnce_data()
{
    QTest::addColumn<int>("format");
    for (const auto &[name, format] : {std::pair("gz", made::Format::Gz), std::pair("json", made::Format::Json),
                                       std::pair("eml", made::Format::Eml), std::pair("mbox", made::Format::Mbox),
                                       std::pair("zip", made::Format::Zip)})
        QTest::newRow(name) << static_cast<int>(format);
}

void TestImportJob::everyContainerOnce()
{
    QFETCH(int, format);
    corpus(300, made::Format::Gz, QStringLiteral("first"));
    corpus(300, static_cast<made::Format>(format), QStringLiteral("second"));
    const Run first = import({path(QStringLiteral("first"))});
    QCOMPARE(first.outcome->counts.imported, 300);
    QCOMPARE(first.outcome->counts.rejected, 0);
    const qint64 sessions = number(QStringLiteral("SELECT sum(successful) FROM policy_results"));
    const Run second = import({path(QStringLiteral("second"))});
    QCOMPARE(second.outcome->counts.duplicates, 300);
    QCOMPARE(second.outcome->counts.imported, 0);
    QCOMPARE(second.outcome->counts.conflicts, 0);
    QCOMPARE(second.outcome->counts.rejected, 0);
    QCOMPARE(number(QStringLiteral("SELECT sum(successful) FROM policy_results")), sessions);
    QCOMPARE(check(), QStringList());
}

void TestImportJob::progressSums()
{
    corpus(5000, made::Format::Gz, QStringLiteral("in"));
    const Run run = import({path(QStringLiteral("in"))});
    QVERIFY(run.outcome.has_value());
    QVERIFY(run.committed >= 2); // batches of at most some thousands
    QVERIFY(!run.progress.empty());
    // At most ten a second, and one at the end.
    QVERIFY(static_cast<qint64>(run.progress.size()) <= run.outcome->elapsedMs / 100 + 2);
    qint64 bytes = 0;
    for (const ImportProgress &progress : run.progress) {
        QVERIFY(progress.counts.bytes >= bytes);
        QVERIFY(progress.inputsDone <= progress.inputsTotal);
        bytes = progress.counts.bytes;
    }
    const ImportProgress &last = run.progress.back();
    QCOMPARE(last.counts, run.outcome->counts);
    QCOMPARE(last.counts.imported, 5000);
    QCOMPARE(last.inputsTotal, 5000);
    QCOMPARE(last.inputsDone, 5000);
    QCOMPARE(last.bytesTotal, last.counts.bytes);
    QVERIFY(!last.walking);
    QVERIFY(!last.current.isEmpty());
}

void TestImportJob::tinyBudget()
{
    m_limits.bytesInFlight = 2000; // hardly more than one report: everybody waits for everybody
    corpus(300, made::Format::Zip, QStringLiteral("in.zip"));
    corpus(300, made::Format::Eml, QStringLiteral("in"));
    const Run run = import({path(QStringLiteral("in.zip")), path(QStringLiteral("in"))});
    QCOMPARE(run.outcome->counts.imported + run.outcome->counts.duplicates, 600);
    QCOMPARE(run.outcome->counts.rejected, 0);
}

void TestImportJob::cancelBeforeTheStart()
{
    write(QStringLiteral("a.json"), report(1));
    JobControl control;
    control.cancel();
    const Run run = import({path(QStringLiteral("a.json"))}, control);
    QVERIFY(run.outcome->cancelled);
    QCOMPARE(run.outcome->counts.imported, 0);
    QCOMPARE(number(QStringLiteral("SELECT count(*) FROM import_ WHERE finished IS NOT NULL")), 1);
}

void TestImportJob::cancelInTheMiddle()
{
    corpus(8000, made::Format::Gz, QStringLiteral("in"));
    JobControl control;
    const Run run = import({path(QStringLiteral("in"))}, control, [&](Run &so) {
        if (so.committed == 1)
            control.cancel();
    });
    QVERIFY(run.outcome->cancelled);
    const qint64 imported = run.outcome->counts.imported;
    QVERIFY(imported > 0);
    QVERIFY(imported < 8000);
    QCOMPARE(number(QStringLiteral("SELECT count(*) FROM reports")), imported);
    QCOMPARE(number(QStringLiteral("SELECT imported FROM import_ WHERE finished IS NOT NULL")), imported);
    QCOMPARE(check(), QStringList());
    // And it can be run again.
    const Run again = import({path(QStringLiteral("in"))});
    QCOMPARE(again.outcome->counts.imported, 8000 - imported);
    QCOMPARE(again.outcome->counts.duplicates, imported);
}

void TestImportJob::cancelWhilePaused()
{
    corpus(4000, made::Format::Gz, QStringLiteral("in"));
    JobControl control;
    control.pause();
    int looks = 0;
    const Run run = import({path(QStringLiteral("in"))}, control, [&](Run &) {
        if (++looks == 3)
            control.cancel();
    });
    QVERIFY(run.outcome->cancelled);
    QCOMPARE(run.outcome->counts.imported, 0);
    QVERIFY(run.outcome->elapsedMs < 200); // without the pause
}

void TestImportJob::pauseStopsTheWork()
{
    corpus(6000, made::Format::Gz, QStringLiteral("in"));
    JobControl control;
    int looks = 0;
    qint64 inputs = -1;
    bool stood = false;
    const Run run = import({path(QStringLiteral("in"))}, control, [&](Run &so) {
        if (so.committed == 1 && looks == 0)
            control.pause();
        if (control.paused() && !so.progress.empty()) {
            ++looks;
            if (looks > 5) { // the workers have come to their checkpoints by now
                stood = stood || so.progress.back().inputsDone == inputs;
                inputs = so.progress.back().inputsDone;
            }
            if (stood)
                control.resume();
        }
    });
    QVERIFY(stood);
    QVERIFY(inputs < 6000);
    QVERIFY(!run.outcome->cancelled);
    QCOMPARE(run.outcome->counts.imported, 6000);
}

void TestImportJob::archiveThatCannotBeOpened()
{
    write(QStringLiteral("archive.sqlite"), "not a database, certainly not an archive of ours\n");
    write(QStringLiteral("a.json"), report(1));
    const Run run = import({path(QStringLiteral("a.json"))});
    QCOMPARE(run.outcome.error().code, Code::ArchiveNotOurs);
}

void TestImportJob::lostArchiveEndsTheImport()
{
    write(QStringLiteral("a.json"), report(1));
    import({path(QStringLiteral("a.json"))});
    {
        auto connection = Connection::open(m_archive, Connection::Mode::ReadWrite);
        QSqlQuery query(connection->database());
        QVERIFY(query.exec(QStringLiteral("CREATE TRIGGER fail_ BEFORE INSERT ON original_ WHEN NEW.report_id>2000 "
                                          "BEGIN SELECT RAISE(ABORT, 'x'); END")));
    }
    corpus(9000, made::Format::Gz, QStringLiteral("in"));
    const Run run = import({path(QStringLiteral("in"))});
    QVERIFY(!run.outcome.has_value());
    QCOMPARE(run.outcome.error().code, Code::StoreFailed);
    const qint64 reports = number(QStringLiteral("SELECT count(*) FROM reports"));
    QVERIFY(reports <= 2000);
    QCOMPARE(number(QStringLiteral("SELECT sum(imported) FROM import_")), reports);
}

void TestImportJob::twoImportsAtOnce()
{
    corpus(3000, made::Format::Gz, QStringLiteral("one"));
    corpus(3000, made::Format::Eml, QStringLiteral("two")); // the same reports
    Run other;
    std::thread thread([&] { other = import({path(QStringLiteral("two"))}); });
    const Run run = import({path(QStringLiteral("one"))});
    thread.join();
    QVERIFY(run.outcome.has_value());
    QVERIFY(other.outcome.has_value());
    const ImportCounts &a = run.outcome->counts;
    const ImportCounts &b = other.outcome->counts;
    QCOMPARE(a.imported + b.imported, 3000);
    QCOMPARE(a.duplicates + b.duplicates, 3000);
    QCOMPARE(a.conflicts + b.conflicts, 0);
    QCOMPARE(number(QStringLiteral("SELECT count(*) FROM reports")), 3000);
    QCOMPARE(check(), QStringList());
}

void TestImportJob::reopensWhatWasKept()
{
    const QByteArray plain = report(1);
    write(QStringLiteral("a.json"), plain);
    corpus(20, made::Format::Gz, QStringLiteral("in"));
    QCOMPARE(import({path(QStringLiteral("a.json")), path(QStringLiteral("in"))}).outcome->counts.imported, 21);
    auto reader = ArchiveReader::open(m_archive);
    QVERIFY(reader.has_value());
    int plains = 0;
    for (int id = 1; id <= 21; ++id) {
        auto row = reader->original(ReportId{id});
        QVERIFY(row.has_value());
        const QByteArray kept = row->bytes;
        const bool isPlain = row->packing == Packing::Plain;
        const auto reopened = reopen(std::move(*row), Limits());
        QVERIFY(reopened.has_value());
        QCOMPARE(reopened->original.bytes, kept);
        QCOMPARE(identityOf(reopened->report).toHex(),
                 [&] {
                     QSqlQuery query(reader->database());
                     query.exec(QStringLiteral("SELECT identity FROM report_ WHERE id=%1").arg(id));
                     query.next();
                     return query.value(0).toByteArray().toHex();
                 }());
        if (isPlain) {
            ++plains;
            QCOMPARE(kept, plain); // byte for byte
            QCOMPARE(reopened->json, plain);
            QCOMPARE(reopened->report.reportId, QStringLiteral("r1"));
        }
    }
    QCOMPARE(plains, 1);
}

void TestImportJob::reopenTellsOfDamage()
{
    OriginalRow row;
    row.bytes = QByteArray("\x1f\x8b\x08\0\0\0\0\0\0\x03\xab", 11);
    row.packing = Packing::Gzip;
    row.source = QStringLiteral("a.zip");
    const auto reopened = reopen(row, Limits());
    QCOMPARE(reopened.error().code, Code::Truncated);
    QCOMPARE(reopened.error().subject, QStringLiteral("a.zip"));
    row.packing = Packing::Plain;
    row.bytes = "[]";
    QVERIFY(!reopen(row, Limits()).has_value());
}

void TestImportJob::daysToComeAreNoted_data()
{
    QTest::addColumn<QDateTime>("now");
    QTest::addColumn<bool>("noted");
    // The report is of 2 October 2026, from midnight on.
    QTest::newRow("as usual") << QDateTime(QDate(2026, 10, 3), QTime(4, 0), Qt::UTC) << false;
    QTest::newRow("a day to come") << QDateTime(QDate(2026, 10, 1), QTime(0, 0), Qt::UTC) << false;
    QTest::newRow("a second more") << QDateTime(QDate(2026, 9, 30), QTime(23, 59, 59), Qt::UTC) << true;
    QTest::newRow("years to come") << QDateTime(QDate(2020, 1, 1), QTime(0, 0), Qt::UTC) << true;
}

void TestImportJob::daysToComeAreNoted()
{
    QFETCH(const QDateTime, now);
    QFETCH(const bool, noted);
    m_clock = std::make_unique<FixedClock>(now);
    write(QStringLiteral("a.json"), report(2));
    QCOMPARE(import({path(QStringLiteral("a.json"))}).outcome->counts.imported, 1);
    const QString bit = QString::number(1LL << static_cast<int>(DeviationKind::InTheFuture));
    QCOMPARE(number(u"SELECT deviations & " + bit + u" <> 0 FROM report_"), noted ? 1 : 0);

    // The opened report says the same, whatever day it is then.
    auto row = ArchiveReader::open(m_archive)->original(ReportId{1});
    QVERIFY(row.has_value());
    const auto reopened = reopen(std::move(*row), Limits());
    QVERIFY(reopened.has_value());
    const auto &deviations = reopened->report.deviations;
    const auto found = std::find_if(deviations.begin(), deviations.end(), [](const Deviation &each) {
        return each.kind == DeviationKind::InTheFuture;
    });
    QCOMPARE(found != deviations.end(), noted);
    if (noted)
        QCOMPARE(found->seen, QStringLiteral("2026-10-02T00:00:00Z"));
}

QTEST_GUILESS_MAIN(TestImportJob)
#include "test_importjob.moc"

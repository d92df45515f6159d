// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/session.h"
#include "tests/core/query/made.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QtTest>

#include <atomic>

using namespace tlsrpt;
using namespace tlsrpt::made;

class TestSession : public QObject
{
    Q_OBJECT

private slots:
    void makesAMissingArchive();
    void answersOffTheGuiThread();
    void answersInOrder();
    void asksBeforeTheFirstSnapshotAreCancelled();
    void refreshIsThrottled();
    void othersWritesAreSeen();
    void tellsATroubleOnce();
    void retryOpensWhatCouldNotBeOpened();
    void finishDropsWhatHasNotBegun();
    void opensAnother();
    void endsWhileAQuestionRuns();
    void endsWithoutAnArchive();
};

void TestSession::makesAMissingArchive()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("new.sqlite"));
    ArchiveSession session;
    QSignalSpy changed(&session, &ArchiveSession::factsChanged);
    QSignalSpy failed(&session, &ArchiveSession::failed);
    QVERIFY(!session.loaded());
    session.open(path);
    QCOMPARE(session.path(), path);
    QTRY_COMPARE(changed.count(), 1);
    QVERIFY(failed.isEmpty());
    QVERIFY(session.loaded());
    QVERIFY(session.facts()->empty());
    QVERIFY(QFile::exists(path));
}

void TestSession::answersOffTheGuiThread()
{
    MadeArchive archive;
    archive.add({report("a.example", day(0), {sts("example.org", 5, 1)})});
    ArchiveSession session;
    QSignalSpy changed(&session, &ArchiveSession::factsChanged);
    session.open(archive.path());
    QTRY_COMPARE(changed.count(), 1);
    QThread *worker = nullptr;
    QThread *answering = nullptr;
    qint64 failed = -1;
    session.ask([&worker](ArchiveReader &reader, const Facts &facts) {
               worker = QThread::currentThread();
               return overview(facts, {}).sessions.failed + *reader.noticeCount({}, NoticeKind::Rejected);
           })
        .then(this, [&](qint64 answer) {
            answering = QThread::currentThread();
            failed = answer;
        });
    QTRY_COMPARE(failed, 1);
    QVERIFY(worker && worker != thread());
    QCOMPARE(answering, thread());
    // The thread stays: the connection belongs to it.
    auto again = session.ask([](ArchiveReader &, const Facts &) { return QThread::currentThread(); });
    QTRY_VERIFY(again.isFinished());
    QCOMPARE(again.result(), worker);
}

void TestSession::answersInOrder()
{
    MadeArchive archive;
    ArchiveSession session;
    QSignalSpy changed(&session, &ArchiveSession::factsChanged);
    session.open(archive.path());
    QTRY_COMPARE(changed.count(), 1);
    std::atomic<int> next = 0;
    std::vector<QFuture<int>> answers;
    for (int i = 0; i < 20; ++i)
        answers.push_back(session.ask([&next](ArchiveReader &, const Facts &) { return next++; }));
    QTRY_VERIFY(answers.back().isFinished());
    for (int i = 0; i < 20; ++i)
        QCOMPARE(answers[size_t(i)].result(), i);
}

void TestSession::asksBeforeTheFirstSnapshotAreCancelled()
{
    MadeArchive archive;
    ArchiveSession session;
    session.open(archive.path());
    auto early = session.ask([](ArchiveReader &, const Facts &) { return 1; });
    QTRY_VERIFY(early.isFinished());
    QVERIFY(early.isCanceled());
    QCOMPARE(early.resultCount(), 0);
}

void TestSession::refreshIsThrottled()
{
    MadeArchive archive;
    archive.add({report("a.example", day(0), {sts("example.org", 1, 0)})});
    ArchiveSession session;
    QSignalSpy changed(&session, &ArchiveSession::factsChanged);
    session.open(archive.path());
    QTRY_COMPARE(changed.count(), 1);
    QElapsedTimer timer; // of the time between the second and the fourth load
    connect(&session, &ArchiveSession::factsChanged, this, [&] {
        if (changed.count() == 2)
            timer.start();
    });
    int written = 1;
    QTimer writer;
    connect(&writer, &QTimer::timeout, this, [&] {
        archive.add({report("a.example", day(written++), {sts("example.org", 1, 0)})});
        session.refresh();
    });
    writer.start(0);
    QTRY_VERIFY_WITH_TIMEOUT(changed.count() >= 4, 30000);
    writer.stop();
    // Twice a second at most; less is left of it where the second load took long.
    QVERIFY2(timer.elapsed() > 600, QByteArray::number(timer.elapsed()).constData());
    QVERIFY2(written > 2 * changed.count(), QByteArray::number(written).constData());
    QTRY_COMPARE(session.facts()->reports.size(), size_t(written));
    // Nobody wrote: nothing changed.
    const auto before = session.facts();
    const auto count = changed.count();
    session.refresh();
    auto after = session.ask([](ArchiveReader &, const Facts &) { return 0; });
    QTRY_VERIFY(after.isFinished());
    QVERIFY(!QTest::qWaitFor([&] { return changed.count() > count; }, 700));
    QCOMPARE(changed.count(), count);
    QCOMPARE(session.facts(), before);
}

void TestSession::othersWritesAreSeen()
{
    MadeArchive archive;
    ArchiveSession session;
    QSignalSpy changed(&session, &ArchiveSession::factsChanged);
    session.open(archive.path());
    QTRY_COMPARE(changed.count(), 1);
    archive.add({report("a.example", day(0), {sts("example.org", 1, 0)})});
    QTRY_COMPARE_WITH_TIMEOUT(changed.count(), 2, 10000); // nobody called refresh()
    QCOMPARE(session.facts()->reports.size(), size_t(1));
}

void TestSession::tellsATroubleOnce()
{
    QTemporaryDir folder;
    QFile text(folder.filePath(QStringLiteral("text")));
    QVERIFY(text.open(QIODevice::WriteOnly));
    text.write(QByteArray(4096, 'x'));
    text.close();
    ArchiveSession session;
    QSignalSpy changed(&session, &ArchiveSession::factsChanged);
    QSignalSpy failed(&session, &ArchiveSession::failed);
    session.open(text.fileName());
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failed[0][0].value<Error>().code, Code::ArchiveNotOurs);
    QVERIFY(!session.loaded());
    auto answer = session.ask([](ArchiveReader &, const Facts &) { return 1; });
    QTRY_VERIFY(answer.isFinished());
    QVERIFY(answer.isCanceled());
    session.refresh();
    QVERIFY(!QTest::qWaitFor([&] { return failed.count() > 1; }, 1000));
    QCOMPARE(failed.count(), 1);
    QVERIFY(changed.isEmpty());
    text.open(QIODevice::ReadOnly);
    QCOMPARE(text.readAll(), QByteArray(4096, 'x')); // left alone
}

void TestSession::retryOpensWhatCouldNotBeOpened()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("later/archive.sqlite"));
    ArchiveSession session;
    QSignalSpy changed(&session, &ArchiveSession::factsChanged);
    QSignalSpy failed(&session, &ArchiveSession::failed);
    session.retry(); // nothing to try
    session.open(path);
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failed[0][0].value<Error>().code, Code::ArchiveCannotOpen);
    QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("later")));
    session.retry();
    QTRY_COMPARE(changed.count(), 1);
    QVERIFY(session.facts()->empty());
    {
        const FixedClock clock(QDateTime::fromSecsSinceEpoch(1'800'000'000, Qt::UTC));
        auto archive = Archive::open(path, Archive::Mode::ReadWrite, clock);
        QVERIFY(archive.has_value());
        QVERIFY((*archive)->addWatchedFolder(folder.path())); // no report, and yet a change
    }
    session.retry();
    QTRY_COMPARE(changed.count(), 2);
}

void TestSession::finishDropsWhatHasNotBegun()
{
    MadeArchive archive;
    ArchiveSession session;
    QSignalSpy changed(&session, &ArchiveSession::factsChanged);
    session.open(archive.path());
    QTRY_COMPARE(changed.count(), 1);
    QFuture<int> waiting;
    QSemaphore begun;
    QSemaphore bothAsked;
    auto running = session.ask([&](ArchiveReader &, const Facts &) {
        begun.release();
        bothAsked.acquire();
        const QDeadlineTimer limit(10'000);
        while (!waiting.isCanceled() && !limit.hasExpired())
            QThread::yieldCurrentThread();
        return 1;
    });
    waiting = session.ask([](ArchiveReader &, const Facts &) { return 2; });
    begun.acquire();
    bothAsked.release();
    session.finish();
    QVERIFY(running.isFinished());
    QCOMPARE(running.result(), 1);
    QVERIFY(waiting.isCanceled());
}

void TestSession::opensAnother()
{
    MadeArchive first;
    first.add({report("a.example", day(0), {sts("example.org", 1, 0)})});
    MadeArchive second;
    second.add({report("b.example", day(0), {sts("example.org", 1, 0)}),
                report("b.example", day(1), {sts("example.org", 1, 0)})});
    ArchiveSession session;
    QSignalSpy changed(&session, &ArchiveSession::factsChanged);
    // The first is not even loaded when the second is asked for.
    session.open(first.path());
    session.open(second.path());
    QVERIFY(!session.loaded());
    QTRY_COMPARE(changed.count(), 1);
    QCOMPARE(session.facts()->reports.size(), size_t(2));
    session.open(first.path());
    QVERIFY(!session.loaded());
    QTRY_COMPARE(changed.count(), 2);
    QCOMPARE(session.facts()->reports.size(), size_t(1));
}

void TestSession::endsWhileAQuestionRuns()
{
    MadeArchive archive;
    auto session = std::make_unique<ArchiveSession>();
    QSignalSpy changed(session.get(), &ArchiveSession::factsChanged);
    session->open(archive.path());
    QTRY_COMPARE(changed.count(), 1);
    QSemaphore started;
    std::atomic<bool> stop = false;
    std::atomic<int> done = 0;
    auto running = session->ask([&](ArchiveReader &, const Facts &) {
        started.release();
        while (!stop)
            QThread::yieldCurrentThread();
        return ++done;
    });
    auto waiting = session->ask([&](ArchiveReader &, const Facts &) { return ++done; });
    started.acquire();
    session->refresh();
    std::unique_ptr<QThread> releasing(QThread::create([&stop] { stop = true; }));
    releasing->start();
    session.reset();
    QCOMPARE(done.load(), 1); // the running one ended, the waiting one never began
    QVERIFY(running.isFinished());
    QCOMPARE(running.result(), 1);
    QVERIFY(waiting.isFinished());
    QVERIFY(waiting.isCanceled());
    releasing->wait();
    QVERIFY(QSqlDatabase::connectionNames().size() <= 1); // only the archive's own
}

void TestSession::endsWithoutAnArchive()
{
    ArchiveSession session;
    session.refresh();
    auto answer = session.ask([](ArchiveReader &, const Facts &) { return 1; });
    QTRY_VERIFY(answer.isFinished());
    QVERIFY(answer.isCanceled());
}

QTEST_GUILESS_MAIN(TestSession)
#include "test_session.moc"

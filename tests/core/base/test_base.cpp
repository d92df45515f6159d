// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/plaintext.h"
#include "core/base/bytebudget.h"
#include "core/base/clock.h"
#include "core/base/day.h"
#include "core/base/error.h"
#include "core/base/ids.h"
#include "core/base/jobcontrol.h"
#include "core/base/limits.h"
#include "core/base/writewhole.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <future>
#include <thread>

using namespace tlsrpt;

class TestBase : public QObject
{
    Q_OBJECT
private slots:
    void everyCodeHasASlugOfItsOwn();
    void failuresCarryTheirFacts();
    void days_data();
    void days();
    void dayRanges();
    void idsKnowNone();
    void fixedClockStands();
    void limitsAreTheDesigns();
    void budgetWaitsForItsShare();
    void budgetGivesAnOversizeTicketEverything();
    void movedTicketsReleaseOnce();
    void pausedWorkWaits();
    void nothingActiveIsPrinted();
    void cancelledWorkStopsEvenWhenPaused();
    void filesAreWrittenWholeOrNotAtAll();
};

void TestBase::everyCodeHasASlugOfItsOwn()
{
    static const QRegularExpression kebab(QStringLiteral("^[a-z]+(-[a-z]+)*$"));
    QSet<QString> seen;
    for (int i = 0; i < codeCount; ++i) {
        const QString text = slug(static_cast<Code>(i));
        QVERIFY2(kebab.match(text).hasMatch(), qPrintable(text));
        QVERIFY2(!seen.contains(text), qPrintable(text));
        seen.insert(text);
    }
}

void TestBase::failuresCarryTheirFacts()
{
    const Status status =
        failure(Code::NotJson, QStringLiteral("a.zip › b.json"), QStringLiteral("x"), 7);
    QVERIFY(!status);
    QCOMPARE(status.error(),
             (Error{Code::NotJson, QStringLiteral("a.zip › b.json"), QStringLiteral("x"), 7}));
    const Result<int> unknownPlace = failure(Code::Truncated);
    QCOMPARE(unknownPlace.error().offset, -1);
}

void TestBase::days_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("iso");
    QTest::newRow("epoch") << qint64(0) << QStringLiteral("1970-01-01");
    QTest::newRow("last second of a day") << qint64(86399) << QStringLiteral("1970-01-01");
    QTest::newRow("midnight") << qint64(86400) << QStringLiteral("1970-01-02");
    QTest::newRow("before the epoch") << qint64(-1) << QStringLiteral("1969-12-31");
    QTest::newRow("a whole day before") << qint64(-86400) << QStringLiteral("1969-12-31");
    QTest::newRow("a second more") << qint64(-86401) << QStringLiteral("1969-12-30");
    QTest::newRow("leap day") << qint64(1709208000) << QStringLiteral("2024-02-29");
}

void TestBase::days()
{
    QFETCH(qint64, seconds);
    QFETCH(QString, iso);
    const Day day = Day::fromSeconds(seconds);
    QCOMPARE(day.toIso(), iso);
    QCOMPARE(Day::fromDate(QDate::fromString(iso, Qt::ISODate)), day);
    QCOMPARE(day.toDate().toString(Qt::ISODate), iso);
}

void TestBase::dayRanges()
{
    const DayRange range{{10}, {12}};
    QCOMPARE(range.days(), 3);
    QVERIFY(range.contains({10}) && range.contains({12}));
    QVERIFY(!range.contains({9}) && !range.contains({13}));
    QVERIFY(Day{1} < Day{2});
}

void TestBase::idsKnowNone()
{
    QVERIFY(!ReportId{});
    QVERIFY(ReportId{1});
    QCOMPARE(ReportId{3}, ReportId{3});
    QVERIFY((!std::is_convertible_v<ReportId, ImportId>));
}

void TestBase::fixedClockStands()
{
    const QDateTime now(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);
    const FixedClock fixed(now);
    QCOMPARE(fixed.nowUtc(), now);
    QCOMPARE(SystemClock().nowUtc().timeSpec(), Qt::UTC);
}

void TestBase::limitsAreTheDesigns()
{
    const Limits limits;
    QCOMPARE(limits.documentBytes, 20LL << 20);
    QCOMPARE(limits.ratio, 100);
    QCOMPARE(limits.ratioFloorBytes, 16LL << 20);
    QCOMPARE(limits.members, 100'000);
    QCOMPARE(limits.inputBytes, 4LL << 30);
    QCOMPARE(limits.nesting, 16);
    QCOMPARE(limits.failureDetails, 100'000);
}

void TestBase::budgetWaitsForItsShare()
{
    ByteBudget budget(100);
    auto first = std::make_unique<ByteBudget::Ticket>(budget.acquire(60));
    std::promise<void> started;
    std::future<void> second = std::async(std::launch::async, [&] {
        started.set_value();
        const ByteBudget::Ticket ticket = budget.acquire(60);
    });
    started.get_future().wait();
    QCOMPARE(second.wait_for(std::chrono::milliseconds(20)), std::future_status::timeout);
    first.reset();
    QCOMPARE(second.wait_for(std::chrono::seconds(30)), std::future_status::ready);
}

void TestBase::budgetGivesAnOversizeTicketEverything()
{
    ByteBudget budget(100);
    {
        const ByteBudget::Ticket all = budget.acquire(1'000'000);
    }
    const ByteBudget::Ticket negative = budget.acquire(-5);
    const ByteBudget::Ticket again = budget.acquire(100);
}

void TestBase::movedTicketsReleaseOnce()
{
    ByteBudget budget(100);
    {
        ByteBudget::Ticket ticket = budget.acquire(70);
        ByteBudget::Ticket moved = std::move(ticket);
        ByteBudget::Ticket assigned;
        assigned = std::move(moved);
    }
    // Had it not released, this would wait for ever; had it released twice, the next would not
    // wait.
    auto whole = std::make_unique<ByteBudget::Ticket>(budget.acquire(100));
    auto more = std::async(std::launch::async, [&] { const auto ticket = budget.acquire(1); });
    QCOMPARE(more.wait_for(std::chrono::milliseconds(20)), std::future_status::timeout);
    whole.reset();
    QCOMPARE(more.wait_for(std::chrono::seconds(30)), std::future_status::ready);
}

void TestBase::nothingActiveIsPrinted()
{
    const QString evil = QStringLiteral("a\x1b[2J\u202Egnp.exe\u2066\u200E\u2028b\nc");
    const QString shown = QStringLiteral("a\uFFFD[2J\uFFFDgnp.exe\uFFFD\uFFFD\uFFFDb");
    QCOMPARE(printable(evil), QString(shown + QStringLiteral("\uFFFDc")));
    QCOMPARE(printableLines(evil), QString(shown + QStringLiteral("\nc")));
    QCOMPARE(printable(QStringLiteral("שלום, Müller")), QStringLiteral("שלום, Müller"));
}

void TestBase::pausedWorkWaits()
{
    JobControl control;
    QVERIFY(control.checkpoint());
    control.pause();
    QVERIFY(control.paused());
    auto work = std::async(std::launch::async, [&] { return control.checkpoint(); });
    QCOMPARE(work.wait_for(std::chrono::milliseconds(20)), std::future_status::timeout);
    control.resume();
    QVERIFY(work.get());
    QVERIFY(!control.paused());
}

void TestBase::cancelledWorkStopsEvenWhenPaused()
{
    JobControl control;
    control.pause();
    auto work = std::async(std::launch::async, [&] { return control.checkpoint(); });
    control.cancel();
    QVERIFY(!work.get());
    control.pause();
    QVERIFY(!control.checkpoint());
    QVERIFY(control.cancelled());
}

void TestBase::filesAreWrittenWholeOrNotAtAll()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.csv"));
    const auto content = [&path] {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
    };
    QVERIFY(writeWhole(path, QByteArray(100'000, 'x')));
    QCOMPARE(content(), QByteArray(100'000, 'x'));
    QVERIFY(writeWhole(path, {})); // replaced, not overwritten in part
    QCOMPARE(content(), QByteArray());
    QVERIFY(writeWhole(path, "old"));

    const QString missing = folder.filePath(QStringLiteral("no such folder/a.csv"));
    for (const QString &bad : {missing, folder.path()}) { // a folder is no file either
        const Status status = writeWhole(bad, "new");
        QVERIFY(!status);
        QCOMPARE(status.error().code, Code::CannotWrite);
        QCOMPARE(status.error().subject, bad);
        QVERIFY(!status.error().detail.isEmpty());
    }
    // Nothing half written is left beside it.
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList(QStringLiteral("a.csv")));
    QCOMPARE(content(), QByteArray("old"));
}

QTEST_GUILESS_MAIN(TestBase)
#include "test_base.moc"

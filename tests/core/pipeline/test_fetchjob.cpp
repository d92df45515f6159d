// SPDX-License-Identifier: GPL-3.0-or-later
// A mailbox to an archive: what is remembered, and what is taken up again after a cut.
#include "core/query/reader.h"
#include "tests/core/pipeline/fetchfixture.h"

#include <QTest>

using namespace tlsrpt;
using namespace tlsrpt::fetchtest;

class TestFetchJob : public QObject
{
    Q_OBJECT

private slots:
    void init() { m = std::make_unique<FetchFixture>(); }
    void reportsAndOthers();
    void secondFetchOnlyTakesWhatIsNew();
    void nothingNewLeavesNoTrace();
    void cutAnywhereAndTakenUpAgain_data();
    void cutAnywhereAndTakenUpAgain();
    void givesUpAfterThreeTries();
    void offlineIsToldAtOnce();
    void errorsThatPausesDoNotMend();
    void cancelKeepsWhatWasWritten();
    void cancelEndsAPause();
    void killedBetweenReportsAndPlace();
    void uidValidityChanged();
    void uidValidityChangedInTheMiddle();
    void withoutUidValidityNothingIsRemembered();
    void missingMailsAreAskedForOnceMore();
    void mailsThatComeMeanwhile();
    void mailsThatGoMeanwhile();

private:
    std::unique_ptr<FetchFixture> m;
};

void TestFetchJob::reportsAndOthers()
{
    for (int i = 0; i < 30; ++i) {
        m->inbox.add(reportMail(i));
        m->inbox.add(otherMail());
    }
    const Run run = m->fetch();
    QVERIFY(run.outcomes.has_value());
    QCOMPARE(run.error(), std::nullopt);
    QCOMPARE(run.outcome().counts.imported, 30);
    QCOMPARE(run.outcome().counts.ignored, 30);
    QCOMPARE(run.outcome().counts.rejected, 0);
    QCOMPARE(run.outcome().mails, 60);
    QVERIFY(!run.outcome().cancelled);
    QCOMPARE(run.done, 1);
    QCOMPARE(m->reports(), 30);
    QCOMPARE(m->number(QStringLiteral("SELECT count(*) FROM import_ WHERE kind=2 AND name='work' AND imported=30 AND "
                                   "ignored=30 AND finished IS NOT NULL AND bytes>0")), 1);
    QCOMPARE(m->place(), (FolderPlace{7, 60, {}}));
    QCOMPARE(m->number(QStringLiteral("SELECT count(*) FROM reports WHERE source LIKE 'work/INBOX › UID % · %2026-11-02%.gz'")), 30);
    QVERIFY(m->states().at(0).lastSuccess > 0);
}

void TestFetchJob::secondFetchOnlyTakesWhatIsNew()
{
    m->inbox.add(reportMail(0));
    QCOMPARE(m->fetch().outcome().counts.imported, 1);
    m->inbox.add(reportMail(1));
    const Run run = m->fetch();
    QCOMPARE(run.outcome().counts.imported, 1);
    QCOMPARE(run.outcome().counts.duplicates, 0);
    QCOMPARE(m->box.sent.load(), 2);
    QCOMPARE(m->place(), (FolderPlace{7, 2, {}}));
}

void TestFetchJob::nothingNewLeavesNoTrace()
{
    m->inbox.add(reportMail(0));
    m->fetch();
    const int searches = m->box.searches;
    const Run run = m->fetch();
    QCOMPARE(run.error(), std::nullopt);
    QCOMPARE(run.outcome().import.value, 0);
    QCOMPARE(run.outcome().mails, 0);
    QCOMPARE(m->box.searches, searches); // the server said that there is nothing above
    QCOMPARE(m->number(QStringLiteral("SELECT count(*) FROM import_")), 1);
}

void TestFetchJob::cutAnywhereAndTakenUpAgain_data()
{
    QTest::addColumn<QList<int>>("cuts");
    QTest::newRow("before the first") << QList<int>{0};
    QTest::newRow("in the middle") << QList<int>{20};
    QTest::newRow("ten times") << QList<int>{1, 2, 5, 9, 14, 20, 27, 33, 38, 39};
    QTest::newRow("after the last") << QList<int>{40};
}

void TestFetchJob::cutAnywhereAndTakenUpAgain()
{
    QFETCH(QList<int>, cuts);
    for (int i = 0; i < 40; ++i)
        m->inbox.add(reportMail(i));
    for (const int cut : std::as_const(cuts))
        m->box.cuts[cut] = closed;
    const Run run = m->fetch();
    QCOMPARE(run.error(), std::nullopt);
    QCOMPARE(run.outcome().counts.imported, 40);
    QCOMPARE(run.outcome().counts.duplicates, 0); // nothing twice
    QCOMPARE(m->box.sent.load(), 40);
    QCOMPARE(m->place(), (FolderPlace{7, 40, {}}));
    QCOMPARE(m->box.searches, 1);
}

void TestFetchJob::givesUpAfterThreeTries()
{
    for (int i = 0; i < 10; ++i)
        m->inbox.add(reportMail(i));
    m->box.cuts[4] = closed;
    m->box.sending = [&](int sent) {
        if (sent == 4) // and from then on there is no server
            m->box.refusals.assign(9, Error{Code::ServerUnreachable, {}, {}, -1});
    };
    const Run run = m->fetch();
    QCOMPARE(run.error(), std::optional(Code::ServerUnreachable));
    QCOMPARE(m->box.connections, 4);
    QCOMPARE(run.outcome().counts.imported, 4);
    QCOMPARE(m->place(), (FolderPlace{7, 4, {}}));
    QCOMPARE(m->states().at(0).error->code, Code::ServerUnreachable);
    QCOMPARE(m->states().at(0).lastSuccess, 0);

    m->box.refusals.clear();
    m->box.sending = {};
    const Run again = m->fetch();
    QCOMPARE(again.error(), std::nullopt);
    QCOMPARE(again.outcome().counts.imported, 6);
    QCOMPARE(again.outcome().counts.duplicates, 0);
}

void TestFetchJob::offlineIsToldAtOnce()
{
    m->box.refusals.assign(1, Error{Code::ServerUnreachable, {}, {}, -1});
    const Run run = m->fetch();
    QCOMPARE(run.error(), std::optional(Code::ServerUnreachable));
    QCOMPARE(m->box.connections, 1);
    QCOMPARE(m->number(QStringLiteral("SELECT count(*) FROM import_")), 0);
}

void TestFetchJob::errorsThatPausesDoNotMend()
{
    for (int i = 0; i < 5; ++i)
        m->inbox.add(reportMail(i));
    m->box.cuts[2] = Error{Code::ServerAnswerBroken, {}, {}, -1};
    const Run run = m->fetch();
    QCOMPARE(run.error(), std::optional(Code::ServerAnswerBroken));
    QCOMPARE(m->box.connections, 1);
    QCOMPARE(run.outcome().counts.imported, 2);
    QCOMPARE(m->place(), (FolderPlace{7, 2, {}}));
}

void TestFetchJob::cancelKeepsWhatWasWritten()
{
    constexpr int many = 6000;
    for (int i = 0; i < many; ++i)
        m->inbox.add(reportMail(i % 50) + QByteArray::number(i));
    JobControl control;
    m->hook = [&](Run &) {
        if (m->box.sent > 100)
            control.cancel();
    };
    const Run run = m->fetch(control, {m->access});
    QVERIFY(run.outcome().cancelled);
    QCOMPARE(run.error(), std::nullopt);
    QCOMPARE(m->states().at(0).error->code, Code::Cancelled);
    QCOMPARE(m->states().at(0).lastSuccess, 0);
    const FolderPlace stopped = m->place();
    QVERIFY(stopped.uid < many);
    m->hook = {};
    QCOMPARE(m->fetch().error(), std::nullopt);
    QCOMPARE(m->place().uid, quint32(many));
    QCOMPARE(m->reports(), 50);
}

void TestFetchJob::cancelEndsAPause()
{
    m->inbox.add(reportMail(0));
    m->box.cuts[0] = closed;
    m->pauses = {std::chrono::hours(1)};
    JobControl control;
    m->hook = [&](Run &so) {
        if (so.progress.size() == 2)
            control.cancel();
    };
    QVERIFY(m->fetch(control, {m->access}).outcome().cancelled);
}

void TestFetchJob::killedBetweenReportsAndPlace()
{
    for (int i = 0; i < 20; ++i)
        m->inbox.add(reportMail(i));
    m->fetch();
    QVERIFY(m->outside(QStringLiteral("UPDATE mailbox_folder_ SET uid=5")));
    const Run run = m->fetch();
    QCOMPARE(run.outcome().counts.imported, 0);
    QCOMPARE(run.outcome().counts.duplicates, 15);
    QCOMPARE(m->reports(), 20);
}

void TestFetchJob::uidValidityChanged()
{
    for (int i = 0; i < 5; ++i)
        m->inbox.add(reportMail(i));
    m->fetch();
    m->inbox.validity = 8;
    m->inbox.add(reportMail(5));
    const Run run = m->fetch();
    QCOMPARE(run.outcome().counts.duplicates, 5);
    QCOMPARE(run.outcome().counts.imported, 1);
    QCOMPARE(m->place(), (FolderPlace{8, 6, {}}));
}

void TestFetchJob::uidValidityChangedInTheMiddle()
{
    for (int i = 0; i < 10; ++i)
        m->inbox.add(reportMail(i));
    m->box.cuts[6] = closed;
    m->box.sending = [&](int sent) {
        if (sent == 6) {
            const std::lock_guard lock(m->box.mutex);
            m->inbox.validity = 9;
        }
    };
    const Run run = m->fetch();
    QCOMPARE(run.error(), std::nullopt);
    QCOMPARE(run.outcome().counts.imported, 10);
    QCOMPARE(run.outcome().counts.duplicates, 6);
    QCOMPARE(m->place(), (FolderPlace{9, 10, {}}));
}

void TestFetchJob::withoutUidValidityNothingIsRemembered()
{
    m->inbox.validity = 0;
    m->inbox.add(reportMail(0));
    QCOMPARE(m->fetch().outcome().counts.imported, 1);
    QCOMPARE(m->fetch().outcome().counts.duplicates, 1);
    QCOMPARE(m->number(QStringLiteral("SELECT count(*) FROM mailbox_folder_")), 0);
}

void TestFetchJob::missingMailsAreAskedForOnceMore()
{
    m->inbox.add(reportMail(0));
    const quint32 held = m->inbox.add(reportMail(1));
    const quint32 never = m->inbox.add(reportMail(2));
    m->inbox.mails[held].delivered = false;
    m->inbox.mails[never].delivered = false;
    const Run first = m->fetch();
    QCOMPARE(first.outcome().counts.imported, 1);
    QCOMPARE(first.rejected.size(), 2U);
    QCOMPARE(first.rejected.at(0).code, Code::MailMissing);
    QCOMPARE(first.rejected.at(0).subject, QStringLiteral("work/INBOX › UID 2"));
    QCOMPARE(m->place(), (FolderPlace{7, 3, {held, never}}));

    m->inbox.mails[held].delivered = true;
    const Run second = m->fetch();
    QCOMPARE(second.outcome().counts.imported, 1);
    QCOMPARE(second.rejected.size(), 0U);
    QCOMPARE(m->place(), (FolderPlace{7, 3, {}}));
    QCOMPARE(m->fetch().outcome().mails, 0);
}

void TestFetchJob::mailsThatComeMeanwhile()
{
    for (int i = 0; i < 5; ++i)
        m->inbox.add(reportMail(i));
    m->box.sending = [&](int sent) {
        const std::lock_guard lock(m->box.mutex);
        if (sent == 2 && m->inbox.mails.size() == 5)
            m->inbox.add(reportMail(5));
    };
    QCOMPARE(m->fetch().outcome().counts.imported, 5);
    const Run run = m->fetch();
    QCOMPARE(run.outcome().counts.imported, 1);
    QCOMPARE(run.outcome().counts.duplicates, 0);
}

void TestFetchJob::mailsThatGoMeanwhile()
{
    for (int i = 0; i < 5; ++i)
        m->inbox.add(reportMail(i));
    m->box.sending = [&](int sent) {
        const std::lock_guard lock(m->box.mutex);
        if (sent == 2)
            m->inbox.mails.erase(4);
    };
    const Run run = m->fetch();
    QCOMPARE(run.error(), std::nullopt);
    QCOMPARE(run.outcome().counts.imported, 4);
    QCOMPARE(run.outcome().counts.rejected, 0);
    QCOMPARE(m->place(), (FolderPlace{7, 5, {}}));
}

QTEST_GUILESS_MAIN(TestFetchJob)
#include "test_fetchjob.moc"

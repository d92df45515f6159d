// SPDX-License-Identifier: GPL-3.0-or-later
// The sentence that comes first.
#include "tests/ui/words/findingsmade.h"
#include "ui/words/findingwords.h"
#include "ui/words/words.h"

#include <QTest>

using namespace tlsrpt;

namespace
{

Overview overviewOf(qint64 good, qint64 failed)
{
    Overview o;
    o.reports = 10;
    o.sessions = {good, 0, failed};
    o.senders.resize(5);
    return o;
}

FindingPtr shared(Finding finding)
{
    return std::make_shared<const Finding>(std::move(finding));
}

} // namespace

class TestFirstSentence : public QObject
{
    Q_OBJECT

private slots:
    void openProblems()
    {
        const Finding worst = made::finding(Rule::R01);
        Finding milder = made::finding(Rule::R08);
        milder.severity = Severity::Medium;
        Finding over = made::finding(Rule::R06);
        over.open = false;
        over.severity = Severity::Critical;
        Finding hygiene = made::finding(Rule::R24);
        hygiene.severity = Severity::Low;
        const QString since = words::day(worst.first);
        const Overview o = overviewOf(926, 74);
        QCOMPARE(
            words::headline(o, {shared(milder), shared(over), shared(hygiene), shared(worst)}),
            QStringLiteral("92.6 % of 1,000 sessions from 5 senders were protected. 2 problems are "
                           "open, the worst since ") +
                since + QStringLiteral(": Certificate of mx2.example.org expired."));
        QCOMPARE(
            words::headline(o, {shared(worst)}),
            QStringLiteral("92.6 % of 1,000 sessions from 5 senders were protected. One problem is "
                           "open, since ") +
                since + QStringLiteral(": Certificate of mx2.example.org expired."));
    }

    void oldReports_data()
    {
        QTest::addColumn<int>("age");
        QTest::addColumn<QString>("said");
        QTest::newRow("of the future") << -3 << QString();
        QTest::newRow("of today") << 0 << QString();
        QTest::newRow("a week") << 7 << QString();
        QTest::newRow("over a week") << 8 << QStringLiteral(
            "The newest report is of 31 October 2026, 8 days ago. What has happened since then is not known.");
        QTest::newRow("years") << 1200 << QStringLiteral(
            "The newest report is of 31 October 2026, 1,200 days ago. What has happened since then is not known.");
    }

    void oldReports()
    {
        QFETCH(int, age);
        QFETCH(QString, said);
        const Day newest = Day::fromDate({2026, 10, 31});
        QCOMPARE(words::staleness(newest, Day{newest.value + age}), said);
    }

    /// One odd report may be made up: it is counted, and another problem is named.
    void ofOneOddReport()
    {
        Finding odd = made::finding(Rule::R01);
        odd.confidence = {40, false, {{ConfidencePoint::Start, 40}}};
        Finding milder = made::finding(Rule::R08);
        milder.severity = Severity::Medium;
        const Overview o = overviewOf(926, 74);
        QVERIFY(comesBefore(odd, milder));
        QVERIFY(words::headline(o, {shared(odd), shared(milder)}).contains(words::findingTitle(milder)));
        QVERIFY(words::headline(o, {shared(odd)}).endsWith(u"One problem is open, but the reports say little about it so far."));
        QVERIFY(words::headline(o, {shared(odd), shared(odd)})
                    .endsWith(u"2 problems are open, but the reports say little about them so far."));
    }

    void nothingOpen()
    {
        Finding over = made::finding(Rule::R06);
        over.open = false;
        QVERIFY(
            words::headline(overviewOf(926, 74), {shared(over)}).endsWith(u"No problem is open."));
        const Overview clean = overviewOf(1000, 0);
        QCOMPARE(words::headline(clean, {}), words::verdict(clean));
        QCOMPARE(words::headline({}, {}), words::verdict({}));
    }

    void onlyFailuresSaysWhatItCounts()
    {
        const FindingPtr open = shared(made::finding(Rule::R06));
        const QString text = words::failuresHeadline(overviewOf(926, 74), {open});
        QVERIFY2(text.startsWith(u"Only results with failures are counted: 74 of the 1,000 sessions in them failed. One problem is open"),
                 qPrintable(text));
        QVERIFY(!text.contains(u"protected"));
        QVERIFY(words::failuresHeadline(overviewOf(1, 1), {}).endsWith(u"failed."));
        Filter filter;
        QVERIFY(!words::leavesOnlyFailures(filter));
        filter.onlyFailures = true;
        QVERIFY(words::leavesOnlyFailures(filter));
    }

    /// Silence is a problem although the reports that are there show none.
    void silence()
    {
        const FindingPtr silent = shared(made::finding(Rule::R33));
        QVERIFY(words::headline(overviewOf(1000, 0), {silent}).contains(u"One problem is open"));
        QVERIFY(words::headline({}, {silent}).startsWith(u"One problem is open"));
    }
};

QTEST_GUILESS_MAIN(TestFirstSentence)
#include "test_firstsentence.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/diagnosis/scenario.h"

#include <QtTest>

using namespace tlsrpt;

class TestSilence : public QObject
{
    Q_OBJECT

private slots:
    void oneSenderStopped();
    void aLargeSenderStopped();
    void withinItsUsualGap();
    void aRareSender();
    void longForgotten();
    void allStoppedAfterAFetch();
    void twoSendersAreTooFew();
    void thoseLongGoneDoNotCount();
    void anArchiveOfOldReports();
    void aDomainThatFellSilent();
    void aDomainOfAnotherEra();
    void severityAfterASeason();
};

namespace
{

constexpr char threeSenders[] = R"(
    policy P enforce mx1.example.org 2592000
    1-30 google    sts P 100 0
    1-30 microsoft sts P 50  0
    1-30 postfix   sts P 5   0
)";

std::vector<Finding> of(const Diagnosis &diagnosis, Rule rule)
{
    std::vector<Finding> found;
    for (const FindingPtr &finding : diagnosis.findings) {
        if (finding->rule == rule)
            found.push_back(*finding);
    }
    return found;
}

} // namespace

void TestSilence::oneSenderStopped()
{
    const Scenario story(QByteArray(threeSenders) + "1-20 halon sts P 5 0\n");
    const Finding finding = story.one(Rule::R32);
    QCOMPARE(finding.severity, Severity::Low);
    QCOMPARE(finding.senders.front().key, QStringLiteral("halon.example"));
    QCOMPARE(finding.first, Scenario::day(20));
    QCOMPARE(finding.last, Scenario::day(30));
    QCOMPARE(finding.details.number, 1);
    QCOMPARE(finding.others.size(), 3u);
    QVERIFY(finding.open);
    QVERIFY(!finding.checks.empty());
    QVERIFY(!story.raises(Rule::R33));
}

void TestSilence::aLargeSenderStopped()
{
    const Scenario story(QByteArray(threeSenders) + "1-20 halon sts P 500 0\n");
    QCOMPARE(story.one(Rule::R32).severity, Severity::Medium);
}

void TestSilence::withinItsUsualGap()
{
    const Scenario story(QByteArray(threeSenders) + "1-26 halon sts P 500 0\n");
    QVERIFY(!story.raises(Rule::R32));
    // Every second day: three times its gap are not over yet.
    const Scenario slow(QByteArray(threeSenders) + "2-24/2 halon sts P 500 0\n");
    QVERIFY(!slow.raises(Rule::R32));
    const Scenario late(QByteArray(threeSenders) + "1-23/2 halon sts P 500 0\n");
    QVERIFY(late.raises(Rule::R32));
    QCOMPARE(late.one(Rule::R32).details.number, 2);
}

void TestSilence::aRareSender()
{
    const Scenario story(QByteArray(threeSenders) + "1-15/4 halon sts P 500 0\n");
    QVERIFY(!story.raises(Rule::R32));
}

void TestSilence::longForgotten()
{
    const Scenario story(R"(
        policy P enforce mx1.example.org 2592000
        1-200 google    sts P 100 0
        1-200 microsoft sts P 50  0
        1-90  halon     sts P 50  0
    )");
    QVERIFY(!story.raises(Rule::R32));
}

void TestSilence::allStoppedAfterAFetch()
{
    const Scenario story(threeSenders);
    QVERIFY(!story.raises(Rule::R33));
    QVERIFY(of(story.fetchedOn(34), Rule::R33).empty());
    const Diagnosis fetched = story.fetchedOn(36);
    QVERIFY(of(fetched, Rule::R32).empty());
    const std::vector<Finding> all = of(fetched, Rule::R33);
    QCOMPARE(all.size(), 1u);
    QCOMPARE(all.front().severity, Severity::High);
    QCOMPARE(all.front().first, Scenario::day(30));
    QCOMPARE(all.front().last, Scenario::day(36));
    QCOMPARE(all.front().senders.size(), 3u);
    QVERIFY(all.front().confidence.value >= highConfidence);
    QVERIFY(!all.front().checks.empty());
}

void TestSilence::twoSendersAreTooFew()
{
    const Scenario story(R"(
        policy P enforce mx1.example.org 2592000
        1-30 google    sts P 100 0
        1-30 microsoft sts P 50  0
    )");
    QVERIFY(of(story.fetchedOn(60), Rule::R33).empty());
}

void TestSilence::thoseLongGoneDoNotCount()
{
    // Two of the three stopped seasons ago; the third alone may just have no mail.
    const Scenario story(R"(
        policy P enforce mx1.example.org 2592000
        1-30  google    sts P 100 0
        1-30  microsoft sts P 50  0
        1-300 postfix   sts P 50  0
    )");
    QVERIFY(of(story.fetchedOn(310), Rule::R33).empty());
}

void TestSilence::anArchiveOfOldReports()
{
    // Imported two years later: the reference is its own last day.
    const Scenario story(threeSenders);
    QCOMPARE(story.diagnosis().reference.day, Scenario::day(30));
    QVERIFY(!story.raises(Rule::R32));
    QVERIFY(!story.raises(Rule::R33));
}

void TestSilence::aDomainThatFellSilent()
{
    // Another domain's reports still arrive, so the mailbox works and its record may not.
    const Scenario story(QByteArray(threeSenders) + "1-40 google sts@example.net P 100 0\n");
    const Finding finding = story.one(Rule::R33);
    QCOMPARE(finding.domain, QStringLiteral("example.org"));
    QCOMPARE(finding.last, Scenario::day(40));
}

void TestSilence::aDomainOfAnotherEra()
{
    const Scenario story(QByteArray(threeSenders) + "700-730 google sts@example.net P 100 0\n");
    QVERIFY(!story.raises(Rule::R33));
}

void TestSilence::severityAfterASeason()
{
    const Scenario story(threeSenders);
    QCOMPARE(of(story.fetchedOn(130), Rule::R33).front().severity, Severity::Low);
}

QTEST_GUILESS_MAIN(TestSilence)
#include "test_silence.moc"

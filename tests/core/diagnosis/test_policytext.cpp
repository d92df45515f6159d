// SPDX-License-Identifier: GPL-3.0-or-later
// R23 to R26: the text of the policy.
#include "core/diagnosis/thresholds.h"
#include "tests/core/diagnosis/scenario.h"

#include <QtTest>

using namespace tlsrpt;

class TestPolicyText : public QObject
{
    Q_OBJECT

private slots:
    void defectInALine();
    void defectThatIsRejected();
    void missingForAll();
    void shortenedByOneSender();
    void noPolicyAtAll();
    void mendedDefectIsSilent();
    void shortAge_data();
    void shortAge();
    void shortAgeOfTheOlderPolicy();
    void shortAgeThatAnotherSenderHasHad();
    void widePattern();
    void widePatternInTesting();
    void entryOfAnotherDomain();
    void unusedEntry();
    void unusedEntryUndecided_data();
    void unusedEntryUndecided();
    void unusedEntriesOfALongPolicy_data();
    void unusedEntriesOfALongPolicy();
};

void TestPolicyText::defectInALine()
{
    const Scenario story(R"(
        text P version: STSv1 | mode: enforce | mx: *.*.example.org | mx: mx1.example.org | max_age: 99999999
        1-10 google sts P 100 0
    )");
    const Finding finding = story.one(Rule::R23);
    QCOMPARE(finding.severity, Severity::Medium);
    QCOMPARE(finding.details.defects,
             std::vector<PolicyDefectAt>(
                 {{PolicyDefect::MxWildcardMisplaced, QStringLiteral("*.*.example.org")},
                  {PolicyDefect::MaxAgeTooLarge, QStringLiteral("99999999")}}));
    QVERIFY(finding.confidence.certain);
    QCOMPARE(finding.first, Scenario::day(1));
    QCOMPARE(finding.last, Scenario::day(10));
    QCOMPARE(finding.policyRows.size(), 10u);
    QVERIFY(!finding.checks.empty());
    QVERIFY(!finding.mailAffected);
}

void TestPolicyText::defectThatIsRejected()
{
    const Scenario story(R"(
        text P version: STSv1 | mode: enforce | mx: a.example.org, b.example.org | max_age: 604800
        1-10 google sts P 0 10 10 sts-policy-invalid
    )");
    QCOMPARE(story.one(Rule::R23).severity, Severity::High);
}

void TestPolicyText::missingForAll()
{
    const Scenario story(R"(
        text P version: STSv1 | mode: enforce | mx: mx1.example.org
        1-10 google    sts P 100 0
        1-10 microsoft sts P 50 0
    )");
    const Finding finding = story.one(Rule::R23);
    QCOMPARE(finding.severity, Severity::Medium);
    QCOMPARE(finding.details.defects.size(), 1u);
    QCOMPARE(finding.details.defects[0].defect, PolicyDefect::MaxAgeMissing);
    QVERIFY(!finding.confidence.certain);
    // 40, several senders 20, several days 15.
    QCOMPARE(finding.confidence.value, 75);
}

void TestPolicyText::shortenedByOneSender()
{
    const Scenario story(R"(
        policy P enforce mx1.example.org 2592000
        text S mode: enforce | mx: mx1.example.org
        1-10 google    sts P 100 0
        1-10 microsoft sts S 50 0
    )");
    const Finding finding = story.one(Rule::R23);
    QCOMPARE(finding.severity, Severity::Low);
    QVERIFY(finding.confidence.value < mediumConfidence);
    QCOMPARE(finding.senders.size(), 1u);
}

void TestPolicyText::noPolicyAtAll()
{
    const Scenario story(R"(
        text H <html> | <body>Not found</body>
        1-10 google    sts H 100 0
        1-10 microsoft sts - 50 0
    )");
    QVERIFY(!story.raises(Rule::R23));
}

void TestPolicyText::mendedDefectIsSilent()
{
    const Scenario story(R"(
        policy Q enforce mx1.example.org 2592000
        text P version: STSv1 | mode: enforce | mx: mx1.example.org | max_age: 99999999
        1-10  google sts P 100 0
        11-20 google sts Q 100 0
    )");
    QVERIFY(!story.raises(Rule::R23));
}

void TestPolicyText::shortAge_data()
{
    QTest::addColumn<QByteArray>("policy");
    QTest::addColumn<QByteArray>("days");
    QTest::addColumn<int>("severity"); // -1: silent
    const int medium = int(Severity::Medium), low = int(Severity::Low);
    QTest::newRow("hours") << QByteArray("enforce mx1.example.org 3600") << QByteArray("1-3") << medium;
    QTest::newRow("days, settled")
        << QByteArray("enforce mx1.example.org 86400") << QByteArray("1-30") << low;
    QTest::newRow("days, fresh")
        << QByteArray("enforce mx1.example.org 86400") << QByteArray("1-29") << -1;
    QTest::newRow("a week") << QByteArray("enforce mx1.example.org 604800") << QByteArray("1-60") << -1;
    QTest::newRow("testing") << QByteArray("testing mx1.example.org 3600") << QByteArray("1-60") << -1;
    QTest::newRow("ended") << QByteArray("none mx1.example.org 3600") << QByteArray("1-60") << -1;
}

void TestPolicyText::shortAge()
{
    QFETCH(QByteArray, policy);
    QFETCH(QByteArray, days);
    QFETCH(int, severity);
    const Scenario story("policy P " + policy + "\n" + days + " google sts P 100 0");
    if (severity < 0) {
        QVERIFY(!story.raises(Rule::R24));
        return;
    }
    const Finding finding = story.one(Rule::R24);
    QCOMPARE(int(finding.severity), severity);
    QVERIFY(finding.details.maxAge > 0);
    QVERIFY(!finding.policyRows.empty());
}

void TestPolicyText::shortAgeOfTheOlderPolicy()
{
    const Scenario story(R"(
        policy P enforce mx1.example.org 3600
        policy Q enforce mx1.example.org 2592000
        1-10  google    sts P 100 0
        11-12 google    sts Q 100 0
        1-12  microsoft sts P 50 0
    )");
    QVERIFY(!story.raises(Rule::R24));
}

/// How long it has been short is asked of those who apply the newest policy.
void TestPolicyText::shortAgeThatAnotherSenderHasHad()
{
    const QByteArray others(R"(
        policy W enforce mx1.example.org 2592000
        policy P enforce mx1.example.org 86400
        policy Q enforce mx1.example.org,mx2.example.org 86400
        1-40  microsoft sts P 50 0
        35-40 google    sts Q 100 0
    )");
    QVERIFY(!Scenario(others + "1-34 google sts W 100 0").raises(Rule::R24));
    QCOMPARE(Scenario(others + "1-34 google sts P 100 0").one(Rule::R24).severity, Severity::Low);
}

void TestPolicyText::widePattern()
{
    const Scenario story(R"(
        policy P enforce *.example.org 2592000
        1-10  google    sts P 100 0
    )");
    const Finding finding = story.one(Rule::R25);
    QCOMPARE(finding.severity, Severity::Low);
    QCOMPARE(finding.details.hosts, QStringList(QStringLiteral("*.example.org")));
}

void TestPolicyText::widePatternInTesting()
{
    const Scenario story(R"(
        policy P testing *.example.org 2592000
        1-10  google    sts P 100 0
    )");
    QVERIFY(!story.raises(Rule::R25));
}

void TestPolicyText::entryOfAnotherDomain()
{
    const Scenario story(R"(
        policy P enforce *.mail.protection.outlook.com 2592000
        1-10  google    sts P 100 0
    )");
    QVERIFY(!story.raises(Rule::R25));
}

void TestPolicyText::unusedEntry()
{
    const Scenario story(R"(
        policy P enforce mx1.example.org,old.example.org 2592000
        1-100 google    sts P 100 0
        1-100 microsoft sts P 50 0
        1-100 mailru    sts P 10 0
        50    postfix   sts P 9 1 1 starttls-not-supported mx=mx1.example.org
    )");
    const Finding finding = story.one(Rule::R26);
    QCOMPARE(finding.severity, Severity::Info);
    QCOMPARE(finding.details.hosts, QStringList(QStringLiteral("old.example.org")));
    QVERIFY(finding.checks.front().command.contains(QStringLiteral("old.example.org")));
}

void TestPolicyText::unusedEntryUndecided_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::newRow("no server named") << QByteArray(R"(
        policy P enforce mx1.example.org,old.example.org 2592000
        1-100 google    sts P 100 0
        1-100 microsoft sts P 50 0
        1-100 mailru    sts P 10 0
    )");
    QTest::newRow("two senders") << QByteArray(R"(
        policy P enforce mx1.example.org,old.example.org 2592000
        1-100 google    sts P 100 0
        1-100 microsoft sts P 50 0
        50    google    sts P 9 1 1 starttls-not-supported mx=mx1.example.org
    )");
    QTest::newRow("one of three named") << QByteArray(R"(
        policy P enforce mx1.example.org,mx2.example.org,old.example.org 2592000
        1-100 google    sts P 100 0
        1-100 microsoft sts P 50 0
        1-100 mailru    sts P 10 0
        50    google    sts P 9 1 1 starttls-not-supported mx=mx1.example.org
    )");
    QTest::newRow("server with TLSA records") << QByteArray(R"(
        policy P enforce mx1.example.org,old.example.org 2592000
        tlsa T old.example.org | 3 1 1 a64
        1-100 google    sts  P 100 0
        1-100 microsoft sts  P 50 0
        1-100 mailru    sts  P 10 0
        50    google    sts  P 9 1 1 starttls-not-supported mx=mx1.example.org
        60    postfix   tlsa T 9 0
    )");
    QTest::newRow("new entry") << QByteArray(R"(
        policy P enforce mx1.example.org 2592000
        policy Q enforce mx1.example.org,new.example.org 2592000
        1-60   google    sts P 100 0
        61-100 google    sts Q 100 0
        1-60   microsoft sts P 50 0
        61-100 microsoft sts Q 50 0
        1-100  mailru    sts - 10 0
        50     google    sts P 9 1 1 starttls-not-supported mx=mx1.example.org
    )");
}

void TestPolicyText::unusedEntryUndecided()
{
    QFETCH(QByteArray, table);
    QVERIFY(!Scenario(table).raises(Rule::R26));
}

void TestPolicyText::unusedEntriesOfALongPolicy_data()
{
    QTest::addColumn<int>("entries");
    QTest::addColumn<bool>("raised");
    QTest::newRow("as many as are told apart") << thresholds::hostsApart << true;
    QTest::newRow("more") << thresholds::hostsApart + 1 << false;
}

/// Most of them were seen, but of more servers than are told apart nobody can say which were not.
void TestPolicyText::unusedEntriesOfALongPolicy()
{
    QFETCH(int, entries);
    QByteArrayList hosts, failures;
    for (int i = 0; i < entries; ++i)
        hosts += "mx" + QByteArray::number(i) + ".example.org";
    for (const QByteArray &host : hosts.mid(0, 60))
        failures += " 1 starttls-not-supported mx=" + host;
    const Scenario story("policy P enforce " + hosts.join(',') + R"( 2592000
        1-100 google    sts P 100 0
        1-100 microsoft sts P 50 0
        1-100 mailru    sts P 10 0
        50    postfix   sts P 9 60 )" + failures.join(';'));
    QTEST(story.raises(Rule::R26), "raised");
}

QTEST_GUILESS_MAIN(TestPolicyText)
#include "test_policytext.moc"

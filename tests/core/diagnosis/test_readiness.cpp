// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/diagnosis/scenario.h"

#include <QtTest>

using namespace tlsrpt;

class TestReadiness : public QObject
{
    Q_OBJECT

private slots:
    void ready();
    void readyAtItsOwnLastDay();
    void smallDomain();
    void notYet_data();
    void notYet();
    void whatIsMissingIsToldWithoutAFinding();
    void notReady();
    void fetchErrorsRefuseNothing();
    void failuresOfLastSeason();
    void enforcingAlready();
    void cachedEnforce();
    void testingAgain();
    void testingTooLong();
    void testingTooLongWithSmallFailures();
    void testingLongWithLargeFailures();
    void jump();
    void jumpOverAgain();
    void jumpExplained();
    void jumpWithNewSenderAndPolicy();
    void noJump_data();
    void noJump();
    void jumpSeverity();
    void jumpOfFetchErrors();
};

namespace
{

QByteArray testingSince(const char *days, const char *more = "")
{
    return "policy P testing mx1.example.org,mx2.example.org 604800\n" + QByteArray(days)
           + " google sts P 10 0\n" + days + " microsoft sts P 5 0\n" + more;
}

Condition conditionIn(const std::vector<Condition> &conditions, ConditionKind kind)
{
    for (const Condition &condition : conditions) {
        if (condition.kind == kind)
            return condition;
    }
    return {kind, false, -1, -1, QStringLiteral("missing")};
}

const DomainDiagnosis &domainOf(const Scenario &story)
{
    return *story.diagnosis().domains.front();
}

} // namespace

void TestReadiness::ready()
{
    const Scenario story(testingSince("1-40"));
    const Finding finding = story.one(Rule::R34);
    QCOMPARE(finding.severity, Severity::Good);
    QVERIFY(finding.open);
    QVERIFY(!isProblem(finding));
    QCOMPARE(finding.details.number, 40);
    QCOMPARE(finding.sessions, 30 * 15);
    QCOMPARE(finding.failed, 0);
    QCOMPARE(finding.senders.size(), 2u);
    QCOMPARE(finding.first, Scenario::day(11));
    QCOMPARE(finding.last, Scenario::day(40));
    QCOMPARE(finding.owner, Owner::ReceivingDomain);
    QCOMPARE(finding.details.conditions.size(), 7u);
    QVERIFY(!finding.checks.empty());
    QVERIFY(std::all_of(finding.details.conditions.begin(), finding.details.conditions.end(),
                        [](const Condition &c) { return c.met; }));
    QVERIFY(story.diagnosis().health.front().ready);
    QVERIFY(!story.raises(Rule::R36));
    QVERIFY(!story.raises(Rule::R35));
}

void TestReadiness::readyAtItsOwnLastDay()
{
    // The archive goes on for two years with another domain; example.org is judged at day 40.
    const Scenario story(testingSince("1-40", "740-770 google sts@example.net P 10 0\n"));
    QVERIFY(std::any_of(story.diagnosis().findings.begin(), story.diagnosis().findings.end(),
                        [](const FindingPtr &f) {
                            return f->rule == Rule::R34 && f->domain == u"example.org"
                                   && f->last == Scenario::day(40);
                        }));
}

void TestReadiness::smallDomain()
{
    // Under a hundred sessions, but reports on most days.
    const Scenario story(R"(
        policy P testing mx1.example.org 604800
        1-40 google    sts P 1 0
        1-40 microsoft sts P 1 0
    )");
    const Finding finding = story.one(Rule::R34);
    const Condition sessions
        = conditionIn(finding.details.conditions, ConditionKind::EnoughSessions);
    QVERIFY(sessions.met);
    QCOMPARE(sessions.number, 60);
    QCOMPARE(sessions.outOf, 100);
}

void TestReadiness::notYet_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<ConditionKind>("missing");
    QTest::newRow("12 of 30 days") << testingSince("1-12") << ConditionKind::DaysInTesting;
    QTest::newRow("one sender") << QByteArray("policy P testing mx1.example.org 604800\n"
                                              "1-40 google sts P 10 0\n")
                                << ConditionKind::SeveralSenders;
    QTest::newRow("few sessions") << QByteArray("policy P testing mx1.example.org 604800\n"
                                                "1-40/4 google sts P 1 0\n"
                                                "1-40/4 microsoft sts P 1 0\n")
                                  << ConditionKind::EnoughSessions;
    QTest::newRow("two policies")
        << QByteArray("policy P testing mx1.example.org 604800\n"
                      "policy Q testing mx1.example.org 1209600\n"
                      "1-40 google sts P 10 0\n1-40 microsoft sts Q 10 0\n")
        << ConditionKind::OnePolicy;
    QTest::newRow("a failure") << testingSince(
        "1-40", "20 postfix sts P 9 1 1 certificate-expired mx=mx1.example.org\n")
                               << ConditionKind::NoFailures;
    QTest::newRow("a host without a pattern") << testingSince(
        "1-40", "30 postfix sts P 9 1 1 validation-failure mx=mx9.example.org\n")
                                              << ConditionKind::HostsCovered;
}

void TestReadiness::notYet()
{
    QFETCH(QByteArray, table);
    QFETCH(ConditionKind, missing);
    const Scenario story(table);
    QVERIFY(!story.raises(Rule::R34));
    QVERIFY(!story.diagnosis().health.front().ready);
    const std::vector<Condition> &conditions = domainOf(story).enforceConditions;
    QCOMPARE(conditions.size(), 7u);
    QVERIFY(!conditionIn(conditions, missing).met);
}

void TestReadiness::whatIsMissingIsToldWithoutAFinding()
{
    const Scenario story(testingSince("1-12"));
    QVERIFY(!story.raises(Rule::R36));
    const Condition days
        = conditionIn(domainOf(story).enforceConditions, ConditionKind::DaysInTesting);
    QCOMPARE(days.number, 12);
    QCOMPARE(days.outOf, 30);
}

void TestReadiness::notReady()
{
    const Scenario story(testingSince("1-40", R"(
        38-40 postfix sts P 6 4 4 certificate-expired mx=mx2.example.org
    )"));
    const Finding finding = story.one(Rule::R36);
    QCOMPARE(finding.severity, Severity::Medium);
    QVERIFY(!isProblem(finding));
    QVERIFY(finding.open);
    QCOMPARE(finding.sessions, 30 * 15 + 30);
    QCOMPARE(finding.failed, 12);
    QCOMPARE(finding.occurrences, 12);
    QCOMPARE(finding.details.shareAfter, 12.0 / 480);
    QCOMPARE(finding.failures.size(), 3u);
    QCOMPARE(finding.senders.front().key, QStringLiteral("postfix.example"));
    QCOMPARE(finding.senders.size(), 3u);
    QVERIFY(!finding.checks.empty());
    const auto &conditions = finding.details.conditions;
    QCOMPARE(conditionIn(conditions, ConditionKind::NoFailures).number, 12);
    QVERIFY(!conditionIn(conditions, ConditionKind::NoOpenFinding).met);
    QVERIFY(conditionIn(conditions, ConditionKind::DaysInTesting).met);
    QVERIFY(conditionIn(conditions, ConditionKind::HostsCovered).met);
    QVERIFY(!story.raises(Rule::R34));
    QVERIFY(story.raises(Rule::R01));
}

void TestReadiness::fetchErrorsRefuseNothing()
{
    // Mail.ru: two details for one session, one of them a certificate of the policy host.
    const Scenario story(testingSince("1-40", R"(
        20 mailru sts - 0 1 1 sts-policy-fetch-error; 1 sts-webpki-invalid
        21-40 mailru sts P 5 0
    )"));
    QVERIFY(!story.raises(Rule::R36));
    QCOMPARE(conditionIn(domainOf(story).enforceConditions, ConditionKind::NoFailures).number, 0);
}

void TestReadiness::failuresOfLastSeason()
{
    const Scenario story(testingSince("1-60", R"(
        10-12 google sts P 90 10 10 certificate-expired mx=mx2.example.org
    )"));
    QVERIFY(story.raises(Rule::R34));
    QVERIFY(!story.raises(Rule::R36));
}

void TestReadiness::enforcingAlready()
{
    const Scenario story(R"(
        policy P enforce mx1.example.org 604800
        1-40 google    sts P 10 0
        38-40 microsoft sts P 5 5 5 certificate-expired mx=mx1.example.org
    )");
    QVERIFY(!story.raises(Rule::R34));
    QVERIFY(!story.raises(Rule::R36));
    QVERIFY(domainOf(story).enforceConditions.empty());
}

void TestReadiness::cachedEnforce()
{
    // Somebody applies enforce already; advice about enforcing comes too late.
    const Scenario story(testingSince("1-40", R"(
        policy E enforce mx1.example.org,mx2.example.org 604800
        40 postfix sts E 5 0
    )"));
    QVERIFY(!story.raises(Rule::R34));
    QVERIFY(domainOf(story).enforceConditions.empty());
}

void TestReadiness::testingAgain()
{
    // Tested, enforced, tested again: only the last run counts.
    const Scenario story(R"(
        policy P testing mx1.example.org 604800
        policy E enforce mx1.example.org 604800
        1-20  google    sts P 10 0
        21-40 google    sts E 10 0
        41-60 google    sts P 10 0
        1-20  microsoft sts P 10 0
        41-60 microsoft sts P 10 0
    )");
    QVERIFY(!story.raises(Rule::R34));
    QCOMPARE(conditionIn(domainOf(story).enforceConditions, ConditionKind::DaysInTesting).number,
             20);
}

void TestReadiness::testingTooLong()
{
    const Scenario story(testingSince("1-190"));
    const Finding finding = story.one(Rule::R35);
    QCOMPARE(finding.severity, Severity::Low);
    QCOMPARE(finding.details.number, 190);
    QCOMPARE(finding.details.conditions.size(), 7u);
    QVERIFY(story.raises(Rule::R34));
}

void TestReadiness::testingTooLongWithSmallFailures()
{
    const Scenario story(testingSince("1-190", R"(
        185 google sts P 99 1 1 certificate-expired mx=mx1.example.org
    )"));
    QVERIFY(story.raises(Rule::R35));
    QVERIFY(story.raises(Rule::R36));
}

void TestReadiness::testingLongWithLargeFailures()
{
    const Scenario story(testingSince("1-190", R"(
        181-190 google sts P 5 5 5 certificate-expired mx=mx1.example.org
    )"));
    QVERIFY(!story.raises(Rule::R35));
    QVERIFY(story.raises(Rule::R36));
}

namespace
{

QByteArray quietMonth(const char *more)
{
    return QByteArray("policy P enforce mx1.example.org,mx2.example.org 2592000\n"
                      "1-30 google sts P 100 0\n1-30 microsoft sts P 50 0\n")
           + more;
}

} // namespace

void TestReadiness::jump()
{
    // Failed sessions without any detail: no other rule can speak of them.
    const Scenario story(quietMonth(R"(
        31-33 google    sts P 80 20
        31-33 microsoft sts P 50 0
    )"));
    const Finding finding = story.one(Rule::R37);
    QCOMPARE(finding.severity, Severity::Critical);
    QVERIFY(finding.open);
    QCOMPARE(finding.first, Scenario::day(31));
    QCOMPARE(finding.last, Scenario::day(33));
    QCOMPARE(finding.details.shareBefore, 0.0);
    QCOMPARE(finding.details.shareAfter, 20.0 / 150);
    QCOMPARE(finding.failed, 60);
    QCOMPARE(finding.sessions, 300);
    QCOMPARE(finding.impact, 60.0 / 450);
    QCOMPARE(finding.senders.size(), 1u);
    QCOMPARE(finding.days.size(), 3u);
    QCOMPARE(finding.policyRows.size(), 3u);
    QCOMPARE(finding.mode, PolicyMode::Enforce);
    QVERIFY(finding.details.conditions.empty());
    QVERIFY(!finding.checks.empty());
}

void TestReadiness::jumpOverAgain()
{
    const Scenario story(quietMonth(R"(
        31    google sts P 80 20
        32-40 google sts P 100 0
    )"));
    const Finding finding = story.one(Rule::R37);
    QVERIFY(!finding.open);
    QCOMPARE(finding.last, Scenario::day(31));
}

void TestReadiness::jumpExplained()
{
    const Scenario story(quietMonth(R"(
        31-33 google sts P 80 20 20 certificate-expired mx=mx2.example.org
    )"));
    const Finding finding = story.one(Rule::R37);
    QCOMPARE(finding.details.about, std::optional(Rule::R01));
    QCOMPARE(finding.severity, Severity::Low);
    QCOMPARE(finding.owner, Owner::MxOperator);
    QCOMPARE(finding.occurrences, 60);
    QCOMPARE(finding.senders.front().occurrences, 60);
    QCOMPARE(finding.failures.size(), 3u);
    const Condition host = conditionIn(finding.details.conditions, ConditionKind::NewHost);
    QCOMPARE(host.text, QStringLiteral("mx2.example.org"));
}

void TestReadiness::jumpWithNewSenderAndPolicy()
{
    const Scenario story(quietMonth(R"(
        policy Q enforce mx1.example.org,mx3.example.org 2592000
        31-33 google sts Q 100 0
        31-33 halon  sts Q 20 20
    )"));
    const std::vector<Condition> conditions = story.one(Rule::R37).details.conditions;
    QVERIFY(conditionIn(conditions, ConditionKind::NewPolicy).met);
    QCOMPARE(conditionIn(conditions, ConditionKind::NewSender).text, QStringLiteral("halon"));
    QCOMPARE(conditions.size(), 2u);
}

void TestReadiness::noJump_data()
{
    QTest::addColumn<QByteArray>("more");
    QTest::newRow("few failures") << QByteArray("31 google sts P 6 4\n");
    QTest::newRow("small share") << QByteArray("31 google sts P 195 5\n");
    QTest::newRow("no baseline") << QByteArray("1-6 google tlsa - 100 0\n7 google tlsa - 50 50\n");
}

void TestReadiness::noJump()
{
    QFETCH(QByteArray, more);
    QVERIFY(!Scenario(quietMonth(more)).raises(Rule::R37));
    // Where it is always like that, a day more is no jump.
    QByteArray usual("policy P enforce mx1.example.org 2592000\n");
    for (int day = 1; day <= 30; ++day)
        usual += QByteArray::number(day) + (day % 2 ? " google sts P 90 10\n" : " google sts P 70 30\n");
    QVERIFY(!Scenario(usual).raises(Rule::R37));
}

void TestReadiness::jumpOfFetchErrors()
{
    const Scenario story(R"(
        policy P enforce mx1.example.org,mx2.example.org 2592000
        1-40  google    sts P 100 0
        1-41  microsoft sts P 100 0
        41    google    sts P 20 80 80 sts-policy-fetch-error
    )");
    for (const Finding &finding : story.all(Rule::R37)) {
        QVERIFY(finding.severity >= Severity::Medium);
        QCOMPARE(finding.effect, MailEffect::DependsOnCachedPolicy);
    }
    QVERIFY(!story.diagnosis().findings.empty());
}

void TestReadiness::jumpSeverity()
{
    const Scenario testing(R"(
        policy P testing mx1.example.org 604800
        1-30  google sts P 100 0
        31-32 google sts P 80 20
    )");
    QCOMPARE(testing.one(Rule::R37).severity, Severity::High);
    const Scenario nothing(R"(
        1-30  google none - 100 0
        31-32 google none - 80 20
    )");
    QCOMPARE(nothing.one(Rule::R37).severity, Severity::Medium);
}

QTEST_GUILESS_MAIN(TestReadiness)
#include "test_readiness.moc"

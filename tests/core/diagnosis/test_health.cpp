// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/diagnosis/scenario.h"

#include <QtTest>

using namespace tlsrpt;

class TestHealth : public QObject
{
    Q_OBJECT

private slots:
    void states_data();
    void states();
    void worstIsTheReason();
    void worstDomainFirst();
    void adviceIsNoProblem();
    void forgottenAfterASeason();
    void jumpsComeAfterCauses();
    void counts();
    void slugs();
};

void TestHealth::states_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<Health>("health");
    const QByteArray enforce("policy P enforce mx1.example.org 2592000\n");
    QTest::newRow("enforcing") << enforce + "1-30 google sts P 10 0\n" << Health::Enforcing;
    QTest::newRow("enforcing and DANE")
        << enforce + "tlsa T mx1.example.org | 3 1 1 a64\n1-30 google sts P 10 0\n"
                     "1-30 postfix tlsa T 10 0\n"
        << Health::Enforcing;
    QTest::newRow("DANE") << QByteArray("tlsa T mx1.example.org | 3 1 1 a64\n"
                                        "1-30 postfix tlsa T 10 0\n")
                          << Health::Dane;
    QTest::newRow("testing") << QByteArray("policy P testing mx1.example.org 604800\n"
                                           "1-30 google sts P 10 0\n")
                             << Health::Testing;
    QTest::newRow("nothing") << QByteArray("1-10 google none - 10 0\n") << Health::Unprotected;
    QTest::newRow("mode none") << QByteArray("policy P none mx1.example.org 604800\n"
                                             "1-30 google sts P 10 0\n")
                               << Health::Unprotected;
    QTest::newRow("broken") << enforce + "1-10 google sts P 10 0\n"
                                         "11-14 google sts P 5 5 5 certificate-expired "
                                         "mx=mx1.example.org\n"
                            << Health::Broken;
    QTest::newRow("broken and mended")
        << enforce + "11-14 google sts P 5 5 5 certificate-expired mx=mx1.example.org\n"
                     "15-30 google sts P 10 0\n"
        << Health::Enforcing;
    QTest::newRow("no reports") << enforce + "1-30 google sts P 10 0\n"
                                             "40-60 google sts@example.net P 10 0\n"
                                << Health::NoReports;
}

void TestHealth::states()
{
    QFETCH(QByteArray, table);
    QFETCH(Health, health);
    const Scenario story(table);
    for (const DomainHealth &domain : story.diagnosis().health) {
        if (domain.domain == u"example.org")
            QCOMPARE(domain.health, health);
    }
}

void TestHealth::worstIsTheReason()
{
    const Scenario story(R"(
        policy P enforce mx1.example.org,mx2.example.org 43200
        1-10  google    sts P 10 0
        11-14 google    sts P 5 5 5 certificate-expired mx=mx1.example.org
        11-14 microsoft sts P 5 5 5 certificate-expired mx=mx1.example.org
    )");
    const DomainHealth &health = story.diagnosis().health.front();
    QCOMPARE(health.worst->rule, Rule::R01);
    int problems = 0;
    for (const FindingPtr &finding : story.diagnosis().findings)
        problems += isProblem(*finding);
    QCOMPARE(health.openProblems, problems);
}

void TestHealth::worstDomainFirst()
{
    const Scenario story(R"(
        policy P enforce mx1.example.org 2592000
        policy Q testing mx1.example.org 604800
        1-14  google sts@a.example P 10 0
        1-14  google sts@b.example Q 10 0
        1-10  google sts@c.example P 10 0
        11-14 google sts@c.example P 5 5 5 certificate-expired mx=mx1.example.org
    )");
    QStringList names;
    for (const DomainHealth &health : story.diagnosis().health)
        names.append(health.domain);
    QCOMPARE(names.front(), QStringLiteral("c.example"));
    QCOMPARE(names.size(), 3);
}

void TestHealth::adviceIsNoProblem()
{
    const Scenario story(R"(
        policy P testing mx1.example.org 604800
        1-40  google sts P 10 0
        20-21 google sts P 5 5 5 certificate-expired mx=mx1.example.org
    )");
    QVERIFY(story.raises(Rule::R36));
    const DomainHealth &health = story.diagnosis().health.front();
    QCOMPARE(health.health, Health::Testing);
    QCOMPARE(health.openProblems, 0);
    QVERIFY(!health.worst);
}

void TestHealth::forgottenAfterASeason()
{
    const QByteArray expired("policy P enforce mx1.example.org 2592000\n"
                             "1-10 google sts P 10 0\n"
                             "11-14 google sts P 5 5 5 certificate-expired mx=mx1.example.org\n");
    QVERIFY(Scenario(expired).one(Rule::R01).open); // at the end of its own reports it goes on
    const Scenario soon(expired + "50-60 google sts@example.net P 10 0\n");
    QVERIFY(soon.one(Rule::R01).open);
    QVERIFY(!soon.one(Rule::R01).forgotten);
    const Scenario late(expired + "190-200 google sts@example.net P 10 0\n");
    QVERIFY(!late.one(Rule::R01).open);
    QVERIFY(late.one(Rule::R01).forgotten);
    for (const DomainHealth &domain : late.diagnosis().health)
        QCOMPARE(domain.openProblems, 0);
}

void TestHealth::jumpsComeAfterCauses()
{
    Finding jump;
    jump.rule = Rule::R37;
    jump.severity = Severity::Critical;
    jump.impact = 1;
    Finding cause = jump;
    cause.rule = Rule::R10;
    cause.impact = 0.1;
    QVERIFY(comesBefore(cause, jump));
    cause.severity = Severity::High;
    QVERIFY(comesBefore(jump, cause));
}

void TestHealth::counts()
{
    const Scenario story(R"(
        policy P enforce mx1.example.org 2592000
        1-40 google    sts P 9 1 1 certificate-expired mx=mx1.example.org
        40   microsoft none - 5 0
    )");
    const DomainHealth &health = story.diagnosis().health.front();
    QCOMPARE(health.domain, QStringLiteral("example.org"));
    QCOMPARE(health.reports, 41);
    QCOMPARE(health.sessions, 305); // of 30 days
    QCOMPARE(health.failed, 30);
    QCOMPARE(health.protectedSessions, 270);
    QCOMPARE(health.senders, 2);
    QCOMPARE(health.days.first, Scenario::day(1));
    QCOMPARE(health.days.last, Scenario::day(40));
    QCOMPARE(health.mode, PolicyMode::Enforce);
    QVERIFY(!health.dane);
    QVERIFY(!health.mailHost);
    QVERIFY(!health.ready);
}

void TestHealth::slugs()
{
    QStringList names;
    for (int i = 0; i < healthCount; ++i)
        names.append(slug(static_cast<Health>(i)));
    QCOMPARE(names.removeDuplicates(), 0);
}

QTEST_GUILESS_MAIN(TestHealth)
#include "test_health.moc"

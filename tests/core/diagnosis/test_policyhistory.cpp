// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/diagnosis/scenario.h"

#include <QtTest>

using namespace tlsrpt;

class TestPolicyHistory : public QObject
{
    Q_OBJECT

private slots:
    void runsOfOneSender();
    void spellingIsNoChange();
    void backAgainIsARunOfItsOwn();
    void bothOnTheDayOfTheChange();
    void setsOfSeveralServers();
    void setsOfServersNotTold();
    void withoutTextNothing();
    void differenceOfPolicies();
    void differenceOfRecords();
    void equalTextsDoNotDiffer();
};

namespace
{

/// "google.com sts mx1.example.org 1-10 10" a line: sender, track, host, days, report days.
QStringList runs(const Scenario &story)
{
    QStringList lines;
    for (const PolicySpan &span : story.diagnosis().domains.front()->history)
        lines += QStringLiteral("%1 %2 %3 %4-%5 %6")
                     .arg(span.sender, slug(span.track),
                          span.host.isEmpty() ? QStringLiteral("-") : span.host)
                     .arg(span.first.value - Scenario::day(0).value)
                     .arg(span.last.value - Scenario::day(0).value)
                     .arg(span.reportDays);
    return lines;
}

} // namespace

void TestPolicyHistory::runsOfOneSender()
{
    const Scenario story(R"(
        policy T testing mx1.example.org 604800
        policy P enforce mx1.example.org 604800
        1-5/2  google sts T 100 0
        6-9    google sts P 100 0
        2      mailru sts T 1 0
    )");
    QCOMPARE(runs(story), QStringList({QStringLiteral("google.com sts - 1-5 3"),
                                       QStringLiteral("google.com sts - 6-9 4"),
                                       QStringLiteral("mail.ru sts - 2-2 1")}));
    const PolicySpan &span = story.diagnosis().domains.front()->history[1];
    QCOMPARE(span.mode, PolicyMode::Enforce);
    QCOMPARE(span.maxAge, 604800);
    QCOMPARE(span.patterns, QStringList(QStringLiteral("mx1.example.org")));
    QCOMPARE(span.senderName, QStringLiteral("Google Inc."));
    QVERIFY(span.policy > 0);
}

void TestPolicyHistory::spellingIsNoChange()
{
    const Scenario story(R"(
        text A version: STSv1 | mode: enforce | mx: mx1.example.org | mx: mx2.example.org | max_age: 604800
        text B version: STSv1 | max_age: 604800 | mx: MX2.example.org | mx: mx1.example.org | mode: enforce
        1-5  google sts A 100 0
        6-9  google sts B 100 0
    )");
    QCOMPARE(runs(story), QStringList(QStringLiteral("google.com sts - 1-9 9")));
}

void TestPolicyHistory::backAgainIsARunOfItsOwn()
{
    const Scenario story(R"(
        policy T testing mx1.example.org 604800
        policy P enforce mx1.example.org 604800
        1,3  google sts T 100 0
        2,4  google sts P 100 0
    )");
    QCOMPARE(story.diagnosis().domains.front()->history.size(), 4u);
}

void TestPolicyHistory::bothOnTheDayOfTheChange()
{
    const Scenario story(R"(
        policy T testing mx1.example.org 604800
        policy P enforce mx1.example.org 604800
        5-9  google sts P 100 0
        1-5  google sts T 100 0
    )");
    // In the report of day 5 the newer one comes first.
    QCOMPARE(runs(story), QStringList({QStringLiteral("google.com sts - 1-5 5"),
                                       QStringLiteral("google.com sts - 5-9 5")}));
}

void TestPolicyHistory::setsOfSeveralServers()
{
    const Scenario story(R"(
        tlsa A mx1.example.org | 3 1 1 a64
        tlsa B mx2.example.org | 3 1 1 b64
        1-9  postfix tlsa A 100 0
        1-9  postfix tlsa B 100 0
    )");
    QCOMPARE(runs(story), QStringList({QStringLiteral("postfix.example tlsa mx1.example.org 1-9 9"),
                                       QStringLiteral("postfix.example tlsa mx2.example.org 1-9 9")}));
}

void TestPolicyHistory::setsOfServersNotTold()
{
    const Scenario story(R"(
        text A 3 1 1 aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
        text B 3 1 1 bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
        1-9  microsoft tlsa A 100 0
        1-9  microsoft tlsa B 100 0
    )");
    QCOMPARE(runs(story), QStringList({QStringLiteral("microsoft.com tlsa - 1-9 9"),
                                       QStringLiteral("microsoft.com tlsa - 1-9 9")}));
}

void TestPolicyHistory::withoutTextNothing()
{
    const Scenario story(R"(
        1-9  google sts  - 0 9 9 sts-policy-fetch-error
        1-9  google none - 9 0
    )");
    QVERIFY(runs(story).isEmpty());
}

void TestPolicyHistory::differenceOfPolicies()
{
    const QStringList before{QStringLiteral("version: STSv1"), QStringLiteral("mode: testing"),
                             QStringLiteral("mx: a.example.org"), QStringLiteral("mx: b.example.org"),
                             QStringLiteral("max_age: 86400")};
    const QStringList after{QStringLiteral("mode: enforce"), QStringLiteral("mx: b.example.org"),
                            QStringLiteral("mx: c.example.org"), QStringLiteral("mx: d.example.org"),
                            QStringLiteral("max_age: 604800")};
    QCOMPARE(difference(Track::Sts, before, after),
             std::vector<PolicyDifference>({
                 {PolicyField::Version, QStringLiteral("STSv1"), {}},
                 {PolicyField::Mode, QStringLiteral("testing"), QStringLiteral("enforce")},
                 {PolicyField::MaxAge, QStringLiteral("86400"), QStringLiteral("604800")},
                 {PolicyField::Mx, QStringLiteral("a.example.org"), QStringLiteral("c.example.org")},
                 {PolicyField::Mx, {}, QStringLiteral("d.example.org")},
             }));
    QCOMPARE(difference(Track::Sts, {}, {QStringLiteral("mode: none")}),
             std::vector<PolicyDifference>({{PolicyField::Mode, {}, QStringLiteral("none")}}));
}

void TestPolicyHistory::differenceOfRecords()
{
    const QStringList before{QStringLiteral("3 1 1 aa"), QStringLiteral("3 1 1 bb")};
    const QStringList after{QStringLiteral("3 1 1 bb")};
    QCOMPARE(difference(Track::Tlsa, before, after),
             std::vector<PolicyDifference>({{PolicyField::Record, QStringLiteral("3 1 1 aa"), {}}}));
}

void TestPolicyHistory::equalTextsDoNotDiffer()
{
    const QStringList one{QStringLiteral("version: STSv1"), QStringLiteral("mode: enforce"),
                          QStringLiteral("mx: a.example.org"), QStringLiteral("max_age: 86400")};
    const QStringList other{QStringLiteral("mode: enforce"), QStringLiteral("max_age: 86400"),
                            QStringLiteral("mx: A.example.org."), QStringLiteral("version: STSv1")};
    QVERIFY(difference(Track::Sts, one, other).empty());
}

QTEST_GUILESS_MAIN(TestPolicyHistory)
#include "test_policyhistory.moc"

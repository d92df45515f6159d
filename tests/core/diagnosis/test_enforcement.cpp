// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/enforcement.h"
#include "tests/core/diagnosis/scenario.h"

#include <QtTest>

using namespace tlsrpt;

class TestEnforcement : public QObject
{
    Q_OBJECT

private slots:
    void ready();
    void whatWouldBeRefused();
    void onlyTheDaysAskedFor();
    void noDayOfThePeriod();
    void sharesOfOneRow();
    void failuresWithoutDetails();
    void fetchErrorsRefuseNothing();
    void fetchErrorsBesideRefusals();
    void ownHostsAreAddedOthersAsked();
    void hostsOfTheLastMonthCountToo();
    void hostsOfEarlierMonthsAreTold();
    void earliestDay_data();
    void earliestDay();
    void states_data();
    void states();
    void enforcingCountsWhatWasRefused();
    void firstPolicy();
    void newestOfShortenedTexts();
    void daneServersAreKnown();
    void draftMends();
    void draftOfStrangers();
    void floodOfNames();
    void recordAndAddress();
};

namespace
{

const DayRange everything{Scenario::day(-5000), Scenario::day(5000)};

Enforcement of(const Scenario &story, DayRange days = everything)
{
    return enforcement(story.facts(), *story.diagnosis().domains.front(), days);
}

QByteArray testing(const char *more = "")
{
    return QByteArray("policy P testing mx1.example.org,mx2.example.org 86400\n"
                      "1-40 google sts P 10 0\n1-40 microsoft sts P 5 0\n")
           + more;
}

QStringList groups(const Enforcement &result)
{
    QStringList lines;
    for (const RefusedGroup &group : result.groups)
        lines += QStringLiteral("%1 %2 %3 %4 %5 %6-%7")
                     .arg(group.sender, group.host.isEmpty() ? QStringLiteral("-") : group.host,
                          group.detailed ? QString(slug(group.cause)) : QStringLiteral("-"))
                     .arg(group.occurrences)
                     .arg(group.sessions)
                     .arg(group.first.value - Scenario::day(0).value)
                     .arg(group.last.value - Scenario::day(0).value);
    return lines;
}

QStringList strings(std::initializer_list<const char *> list)
{
    QStringList all;
    for (const char *each : list)
        all += QString::fromLatin1(each);
    return all;
}

} // namespace

void TestEnforcement::ready()
{
    const Enforcement result = of(Scenario(testing()));
    QCOMPARE(result.state, EnforceState::Ready);
    QCOMPARE(result.domain, QStringLiteral("example.org"));
    QVERIFY(result.anyDay);
    QCOMPARE(result.days, (DayRange{Scenario::day(1), Scenario::day(40)}));
    QCOMPARE(result.sessions, 600);
    QCOMPARE(result.refused, 0);
    QCOMPARE(result.byDay.size(), 40u);
    QVERIFY(result.groups.empty());
    QVERIFY(result.problems.empty());
    QVERIFY(!result.earliest);
    QCOMPARE(result.conditions.size(), 7u);
    QCOMPARE(result.draft.mode, PolicyMode::Enforce);
    QCOMPARE(result.draft.lines, strings({"version: STSv1", "mode: enforce", "mx: mx1.example.org",
                                          "mx: mx2.example.org", "max_age: 604800"}));
    QVERIFY(result.draft.added.isEmpty());
    QVERIFY(result.firstTesting.isEmpty());
    QVERIFY(result.defects.empty());
    QVERIFY(result.current.contains(QStringLiteral("mode: testing")));
}

void TestEnforcement::whatWouldBeRefused()
{
    const Enforcement result = of(Scenario(testing(R"(
        30-40 postfix sts P 6 4 4 certificate-expired mx=mx2.example.org ip=192.0.2.2
        40    halon   sts P 9 1 1 validation-failure mx=mx1.example.org reason=handshake_failed
    )")));
    QCOMPARE(result.state, EnforceState::NotYet);
    QCOMPARE(result.refused, 45);
    QCOMPARE(result.sessions, 600 + 110 + 10);
    QCOMPARE(groups(result).front(),
             QStringLiteral("postfix.example mx2.example.org expired 44 44 30-40"));
    QCOMPARE(result.groups.size(), 2u);
    QCOMPARE(result.groups.back().reason, QStringLiteral("handshake failed"));
    QVERIFY(!result.problems.empty());
    QCOMPARE(result.problems.front()->rule, Rule::R01);
    const FindingDay &last = result.byDay.back();
    QCOMPARE(last.day, Scenario::day(40));
    QCOMPARE(last.sessions, 35);
    QCOMPARE(last.failed, 5);
}

void TestEnforcement::onlyTheDaysAskedFor()
{
    const Scenario story(testing("30-40 postfix sts P 6 4 4 certificate-expired mx=mx2.example.org\n"));
    const Enforcement result = of(story, {Scenario::day(31), Scenario::day(32)});
    QCOMPARE(result.refused, 8);
    QCOMPARE(result.sessions, 50);
    QCOMPARE(result.byDay.size(), 2u);
    QCOMPARE(result.days.days(), 2);
    QCOMPARE(of(story, {Scenario::day(1), Scenario::day(9)}).refused, 0);
    // The answer is about now, whatever the days.
    QCOMPARE(of(story, {Scenario::day(1), Scenario::day(9)}).state, EnforceState::NotYet);
}

void TestEnforcement::noDayOfThePeriod()
{
    const Enforcement result
        = of(Scenario(testing()), {Scenario::day(100), Scenario::day(120)});
    QVERIFY(!result.anyDay);
    QCOMPARE(result.days.first, Scenario::day(1));
    QCOMPARE(result.sessions, 0);
    QCOMPARE(result.state, EnforceState::Ready);
}

void TestEnforcement::sharesOfOneRow()
{
    // Five sessions failed, eight things were counted: none of both gets more than it was counted.
    const Enforcement result = of(Scenario(testing(
        "40 postfix sts P 5 5 6 certificate-expired mx=mx2.example.org; 2 starttls-not-supported "
        "mx=mx1.example.org\n")));
    QCOMPARE(result.refused, 5);
    QCOMPARE(groups(result),
             strings({"postfix.example mx2.example.org expired 6 5 40-40",
                      "postfix.example mx1.example.org starttls-not-offered 2 2 40-40"}));
}

void TestEnforcement::failuresWithoutDetails()
{
    const Enforcement result = of(Scenario(testing("39-40 postfix sts P 5 5\n")));
    QCOMPARE(groups(result), strings({"postfix.example - - 0 10 39-40"}));
    QVERIFY(!result.groups.front().detailed);
}

void TestEnforcement::fetchErrorsRefuseNothing()
{
    const Enforcement result
        = of(Scenario(testing("40 postfix sts P 5 2 2 sts-policy-fetch-error\n")));
    QCOMPARE(result.refused, 0);
    QVERIFY(result.groups.empty());
}

void TestEnforcement::fetchErrorsBesideRefusals()
{
    const Enforcement result = of(Scenario(testing(
        "40 postfix sts P 5 5 3 certificate-expired mx=mx2.example.org; 2 sts-policy-fetch-error\n")));
    QCOMPARE(result.refused, 3);
    QCOMPARE(groups(result), strings({"postfix.example mx2.example.org expired 3 3 40-40"}));
}

void TestEnforcement::ownHostsAreAddedOthersAsked()
{
    const Enforcement result = of(Scenario(testing(R"(
        38-40 google sts P 5 5 5 validation-failure mx=backup.mail.example.org
        39-40 google sts P 5 1 1 validation-failure mx=mx.provider.example.net
    )")));
    QCOMPARE(result.draft.added, strings({"backup.mail.example.org"}));
    QCOMPARE(result.draft.questions, strings({"mx.provider.example.net"}));
    QVERIFY(result.draft.lines.contains(QStringLiteral("mx: backup.mail.example.org")));
    QVERIFY(!result.draft.lines.contains(QStringLiteral("mx: mx.provider.example.net")));
    // It is tried in testing first.
    QStringList first = result.draft.lines;
    first[1] = QStringLiteral("mode: testing");
    QCOMPARE(result.firstTesting, first);
}

void TestEnforcement::hostsOfTheLastMonthCountToo()
{
    // The condition tells of them, so the text must mend it.
    const Scenario story(testing("38 google sts P 5 5 5 validation-failure mx=mx3.example.org\n"));
    QCOMPARE(of(story, {Scenario::day(1), Scenario::day(3)}).draft.added,
             strings({"mx3.example.org"}));
}

void TestEnforcement::hostsOfEarlierMonthsAreTold()
{
    // Day 3 is before the 30 days of the conditions, so these are met; the draft has the server all the same.
    const Enforcement early = of(Scenario(testing("3 google sts P 5 5 5 validation-failure mx=mx3.example.org\n")));
    QCOMPARE(early.draft.added, strings({"mx3.example.org"}));
    QCOMPARE(early.longUnseen, early.draft.added);
    const Enforcement again = of(Scenario(testing("3,38 google sts P 5 5 5 validation-failure mx=mx3.example.org\n")));
    QCOMPARE(again.draft.added, strings({"mx3.example.org"}));
    QVERIFY(again.longUnseen.isEmpty());
}

void TestEnforcement::earliestDay_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<int>("day");
    QTest::newRow("12 days in testing")
        << QByteArray("policy P testing mx1.example.org 86400\n"
                      "1-12 google sts P 100 0\n1-12 microsoft sts P 100 0\n")
        << 31;
    QTest::newRow("a failure that is over") << testing(
        "20 postfix sts P 99 1 1 certificate-expired mx=mx1.example.org\n21-40 postfix sts P 9 0\n")
                                            << 51;
    QTest::newRow("a problem that stands")
        << testing("30-40 postfix sts P 5 5 5 certificate-expired mx=mx1.example.org\n") << 71;
}

void TestEnforcement::earliestDay()
{
    QFETCH(QByteArray, table);
    QFETCH(int, day);
    const Enforcement result = of(Scenario(table));
    QCOMPARE(result.state, EnforceState::NotYet);
    QVERIFY(result.earliest);
    QCOMPARE(result.earliest->value - Scenario::day(0).value, day);
}

void TestEnforcement::states_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<EnforceState>("state");
    QTest::addColumn<PolicyMode>("next");
    QTest::newRow("enforcing") << QByteArray("policy E enforce mx1.example.org 604800\n"
                                             "1-40 google sts E 10 0\n")
                               << EnforceState::Enforcing << PolicyMode::Enforce;
    QTest::newRow("mixed") << testing("policy E enforce mx1.example.org 604800\n"
                                      "40 postfix sts E 5 0\n")
                           << EnforceState::Mixed << PolicyMode::Enforce;
    QTest::newRow("none") << QByteArray("policy N none mx1.example.org 604800\n"
                                        "1-40 google sts N 10 0\n")
                          << EnforceState::ModeNone << PolicyMode::Testing;
    QTest::newRow("no text") << QByteArray("1-40 google sts - 10 0\n") << EnforceState::NotTold
                             << PolicyMode::Testing;
    QTest::newRow("no policy") << QByteArray("1-40 google none - 10 0\n") << EnforceState::NoPolicy
                               << PolicyMode::Testing;
    QTest::newRow("a policy of long ago") << QByteArray("policy P testing mx1.example.org 86400\n"
                                                        "1-10 google sts P 10 0\n"
                                                        "11-60 google none - 10 0\n")
                                          << EnforceState::NoPolicy << PolicyMode::Testing;
}

void TestEnforcement::states()
{
    QFETCH(QByteArray, table);
    const Enforcement result = of(Scenario(table));
    QTEST(result.state, "state");
    QTEST(result.draft.mode, "next");
    QVERIFY(!result.draft.lines.isEmpty());
    QVERIFY(parseStsPolicy(result.draft.lines).defects.empty());
}

void TestEnforcement::enforcingCountsWhatWasRefused()
{
    const Enforcement result = of(Scenario(
        "policy E enforce mx1.example.org 604800\n1-40 google sts E 10 0\n"
        "40 postfix sts E 5 5 5 certificate-expired mx=mx1.example.org\n"));
    QCOMPARE(result.state, EnforceState::Enforcing);
    QCOMPARE(result.sessions, 410);
    QCOMPARE(result.refused, 5);
    QCOMPARE(result.groups.size(), 1u);
}

void TestEnforcement::firstPolicy()
{
    const Enforcement known = of(Scenario(
        "1-40 google none - 10 0\n40 google none - 9 1 1 starttls-not-supported mx=mx7.example.org\n"));
    QCOMPARE(known.draft.lines, strings({"version: STSv1", "mode: testing", "mx: mx7.example.org",
                                         "max_age: 604800"}));
    QVERIFY(!known.draft.hostsUnknown);
    const Enforcement unknown = of(Scenario("1-40 google none - 10 0\n"));
    QVERIFY(unknown.draft.hostsUnknown);
    QVERIFY(unknown.draft.lines.contains(QStringLiteral("mx: MX")));
    QVERIFY(unknown.current.isEmpty());
}

/// No sender shows the whole text: then the newest part of one is what is known.
void TestEnforcement::newestOfShortenedTexts()
{
    const Enforcement result = of(Scenario(R"(
        text A mode: testing | mx: mx1.example.org
        text B mode: testing | mx: mx1.example.org | mx: mx2.example.org
        1-40  google    sts A 10 0
        1-35  microsoft sts A 10 0
        36-40 microsoft sts B 10 0
    )"));
    QCOMPARE(result.current, strings({"mode: testing", "mx: mx1.example.org", "mx: mx2.example.org"}));
}

void TestEnforcement::daneServersAreKnown()
{
    const Enforcement result = of(Scenario(testing(R"(
        tlsa T  mx5.example.org | 3 1 1 a64
        20-40 postfix tlsa T 10 0
    )")));
    QCOMPARE(result.draft.added, strings({"mx5.example.org"}));
}

void TestEnforcement::draftMends()
{
    const PolicyDraft draft = draftPolicy(
        QStringLiteral("example.org"),
        strings({"version: STSv1", "mode: testing", "mx: .example.org", "mx: mx*.example.org",
                 "mx: *.example.org", "mx: mx.provider.test", "max_age: 5"}),
        strings({"mx1.example.org", "a.b.example.org"}), PolicyMode::Enforce);
    QCOMPARE(draft.lines,
             strings({"version: STSv1", "mode: enforce", "mx: *.example.org",
                      "mx: mx.provider.test", "mx: a.b.example.org", "max_age: 604800"}));
    QCOMPARE(draft.added, strings({"a.b.example.org"}));
    QVERIFY(parseStsPolicy(draft.lines).defects.empty());
    const PolicyDraft off = draftPolicy(QStringLiteral("example.org"), draft.lines, {}, PolicyMode::None);
    QCOMPARE(off.lines.at(1), QStringLiteral("mode: none"));
}

void TestEnforcement::draftOfStrangers()
{
    // What is pasted into a file or a zone holds names only.
    const PolicyDraft draft = draftPolicy(
        QStringLiteral("example.org"), strings({"mx: a b\"$(reboot).example.org"}),
        strings({"<b>x</b>.example.org", "evil.example.org\nmode: none", "192.0.2.1"}),
        PolicyMode::Testing);
    QCOMPARE(draft.lines,
             strings({"version: STSv1", "mode: testing", "mx: MX", "max_age: 604800"}));
    QVERIFY(draft.questions.isEmpty());
    QVERIFY(stsRecord(QStringLiteral("a\"; rm"), QDateTime::currentDateTimeUtc())
                .startsWith(QStringLiteral("_mta-sts.DOMAIN. ")));
    QCOMPARE(policyAddress(QStringLiteral("a b")),
             QStringLiteral("https://mta-sts.DOMAIN/.well-known/mta-sts.txt"));
}

void TestEnforcement::floodOfNames()
{
    QStringList hosts;
    for (int i = 0; i < 500; ++i)
        hosts += QStringLiteral("mx%1.example.org").arg(i);
    const PolicyDraft draft = draftPolicy(QStringLiteral("example.org"), {}, hosts,
                                          PolicyMode::Testing);
    QCOMPARE(draft.added.size(), 10);
    QCOMPARE(draft.questions.size(), 490);
}

void TestEnforcement::recordAndAddress()
{
    const QDateTime now(QDate(2026, 11, 24), QTime(17, 5, 9), Qt::UTC);
    const QString record = stsRecord(QStringLiteral("example.org"), now);
    QCOMPARE(record,
             QStringLiteral("_mta-sts.example.org. IN TXT \"v=STSv1; id=20261124T170509Z\""));
    QCOMPARE(policyAddress(QStringLiteral("example.org")),
             QStringLiteral("https://mta-sts.example.org/.well-known/mta-sts.txt"));
}

QTEST_GUILESS_MAIN(TestEnforcement)
#include "test_enforcement.moc"

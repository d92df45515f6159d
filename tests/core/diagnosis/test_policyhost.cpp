// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/diagnosis/scenario.h"

#include <QtTest>

using namespace tlsrpt;

class TestPolicyHost : public QObject
{
    Q_OBJECT

private slots:
    void overlappingDetails();
    void unreachable();
    void unreachableForTheOnlySenderOfAWeek();
    void unreachableIsOneOutage();
    void shortOutageOfAllIsTransient();
    void longOutageThatEnded();
    void twoDaysAreNotUnreachable();
    void modeNoneIsLow();
    void reasonNamesTheOwnerAndCheck();
    void transient();
    void transientStillFresh();
    void smallShareIsTransient();
    void unreliableHost();
    void oftenForOneSenderOnly();
    void troublesMonthsApart();
    void oneSender();
    void oneSenderWithoutComparison();
    void oneSenderThatRecoveredQuickly();
    void twoSendersAreNotOne();
    void rejected();
    void rejectedText();
    void rejectedTextOfAnotherSender();
    void rejectedByOneOfSeveral();
    void rejectedOnce();
    void oneFaultUnderTwoNames();
    void longTroubleIsNotTransient();
    void healthy();
};

namespace
{

constexpr char start[] = R"(
    policy P enforce mx1.example.org 2592000
    1-10  google    sts P 100 0
    1-10  microsoft sts P 50  0
)";

QByteArray with(const char *base, const char *more)
{
    return QByteArray(base) + more;
}

bool raisesNone(const Scenario &story, std::initializer_list<Rule> rules)
{
    return std::none_of(rules.begin(), rules.end(),
                        [&story](Rule rule) { return story.raises(rule); });
}

} // namespace

/// The first of the stories that a set of rules must tell rightly: Mail.ru counts one failed
/// session under two details.
void TestPolicyHost::overlappingDetails()
{
    const Scenario story(R"(
        1 mailru sts - 0 1 1 sts-policy-fetch-error reason=bad_https_response_code:_404; 1 sts-policy-fetch-error reason=bad_https_response_code:_404
    )");
    const Finding finding = story.one(Rule::R13);
    QCOMPARE(finding.occurrences, 2);
    QCOMPARE(finding.failed, 1);
    QCOMPARE(finding.sessions, 1);
    QCOMPARE(finding.impact, 1.0);
    QCOMPARE(finding.cause, Cause::FetchNotFound);
    QCOMPARE(finding.details.number, 1);
    QVERIFY(raisesNone(story, {Rule::R12, Rule::R14, Rule::R19, Rule::R11}));

    const Scenario week(R"(
        1-8 mailru sts - 0 1 1 sts-policy-fetch-error reason=bad_https_response_code:_404; 1 sts-policy-fetch-error reason=bad_https_response_code:_404
    )");
    QCOMPARE(week.one(Rule::R12).impact, 1.0);
    QVERIFY(raisesNone(week, {Rule::R13, Rule::R14}));
}

void TestPolicyHost::unreachable()
{
    const Scenario story(with(start, R"(
        11-14 google    sts - 0 100 100 sts-policy-fetch-error
        11-14 microsoft sts - 0 50  50 sts-policy-fetch-error
    )"));
    const Finding finding = story.one(Rule::R12);
    QCOMPARE(finding.severity, Severity::High);
    QVERIFY(finding.open);
    QCOMPARE(finding.first, Scenario::day(11));
    QCOMPARE(finding.senders.size(), 2u);
    QCOMPARE(finding.owner, Owner::PolicyHost);
    QCOMPARE(finding.effect, MailEffect::DependsOnCachedPolicy);
    QCOMPARE(finding.checks.front().kind, CheckKind::PolicyFile);
    QCOMPARE(finding.mode, PolicyMode::Enforce);
    QCOMPARE(finding.mx, QString());
    QCOMPARE(finding.failures.size(), 8u);
    QVERIFY(raisesNone(story, {Rule::R13, Rule::R14, Rule::R19, Rule::R11}));
}

void TestPolicyHost::unreachableForTheOnlySenderOfAWeek()
{
    const Scenario week(R"(
        policy P enforce mx1.example.org 2592000
        1-10  google sts P 100 0
        11-17 google sts - 0 100 100 sts-policy-fetch-error
    )");
    QCOMPARE(week.one(Rule::R12).severity, Severity::High);
    const Scenario days(R"(
        policy P enforce mx1.example.org 2592000
        1-10  google sts P 100 0
        11-16 google sts - 0 100 100 sts-policy-fetch-error
    )");
    QVERIFY(!days.raises(Rule::R12));
    QVERIFY(days.one(Rule::R13).open);
}

/// Who met the same outage for a shorter time belongs to it.
void TestPolicyHost::unreachableIsOneOutage()
{
    const Scenario story(with(start, R"(
        11-18 google    sts - 0 100 100 sts-policy-fetch-error
        11-18 microsoft sts - 0 50  50 sts-policy-fetch-error
        12    postfix   sts - 0 1   1 sts-policy-fetch-error
        14-18 postfix   sts P 1 0
    )"));
    QCOMPARE(story.one(Rule::R12).senders.size(), 3u);
    QVERIFY(raisesNone(story, {Rule::R13, Rule::R14}));
}

void TestPolicyHost::shortOutageOfAllIsTransient()
{
    const Scenario story(with(start, R"(
        11-13 google    sts - 0 100 100 sts-policy-fetch-error
        11-13 microsoft sts - 0 50  50 sts-policy-fetch-error
        14-20 google    sts P 100 0
        14-20 microsoft sts P 50 0
    )"));
    QVERIFY(!story.one(Rule::R13).open);
    QVERIFY(raisesNone(story, {Rule::R12, Rule::R14}));
}

void TestPolicyHost::longOutageThatEnded()
{
    const Scenario story(with(start, R"(
        11-17 google    sts - 0 100 100 sts-policy-fetch-error
        11-17 microsoft sts - 0 50  50 sts-policy-fetch-error
        18-25 google    sts P 100 0
        18-25 microsoft sts P 50 0
    )"));
    QVERIFY(!story.one(Rule::R12).open);
    QVERIFY(raisesNone(story, {Rule::R13, Rule::R14}));
}

void TestPolicyHost::twoDaysAreNotUnreachable()
{
    const Scenario story(with(start, R"(
        11-12 google    sts - 0 100 100 sts-policy-fetch-error
        11-12 microsoft sts - 0 50  50 sts-policy-fetch-error
    )"));
    QVERIFY(raisesNone(story, {Rule::R12, Rule::R14}));
    QCOMPARE(story.one(Rule::R13).severity, Severity::Low);
}

void TestPolicyHost::modeNoneIsLow()
{
    const Scenario story(R"(
        policy P none mx1.example.org 2592000
        1-10  google    sts P 100 0
        1-10  microsoft sts P 100 0
        11-17 google    sts - 0 100 100 sts-policy-fetch-error
        11-17 microsoft sts - 0 100 100 sts-policy-fetch-error
    )");
    QCOMPARE(story.one(Rule::R12).severity, Severity::Low);
}

void TestPolicyHost::reasonNamesTheOwnerAndCheck()
{
    const Scenario story(with(start, R"(
        11-14 mailru sts - 0 5 5 sts-policy-fetch-error reason=bad_https_response_code:_404
        11-14 other  sts - 0 5 5 sts-policy-fetch-error
    )"));
    QVERIFY(story.one(Rule::R12).reason.isEmpty() || story.one(Rule::R12).reason.contains(u"404"));
    QVERIFY(!story.one(Rule::R12).checks.empty());
    QCOMPARE(story.one(Rule::R12).others.size(), 0u);
}

void TestPolicyHost::transient()
{
    const Scenario story(with(start, R"(
        11    google sts - 0 100 100 sts-policy-fetch-error
        12-14 google sts P 100 0
    )"));
    const Finding finding = story.one(Rule::R13);
    QCOMPARE(finding.severity, Severity::Info);
    QVERIFY(!finding.open);
    QCOMPARE(finding.details.number, 1);
    QCOMPARE(finding.first, Scenario::day(11));
    QCOMPARE(finding.last, Scenario::day(11));
    QCOMPARE(finding.owner, Owner::PolicyHost);
    QVERIFY(raisesNone(story, {Rule::R12, Rule::R14, Rule::R11}));
}

/// Nothing is known yet of its end.
void TestPolicyHost::transientStillFresh()
{
    const Scenario story(with(start, R"(
        11    google    sts - 0 100 100 sts-policy-fetch-error
        11    microsoft sts P 50 0
    )"));
    QVERIFY(story.one(Rule::R13).open);
    QCOMPARE(story.one(Rule::R13).severity, Severity::Low);
    QVERIFY(!isProblem(story.one(Rule::R13)));
}

/// Most of the sessions were under the policy all the time.
void TestPolicyHost::smallShareIsTransient()
{
    const Scenario story(with(start, R"(
        11-16 google    sts P 95 0
        11-16 google    sts - 0 5 5 sts-policy-fetch-error
        11-16 microsoft sts P 50 0
    )"));
    QVERIFY(raisesNone(story, {Rule::R12, Rule::R14}));
    QVERIFY(!story.one(Rule::R13).open);
}

void TestPolicyHost::unreliableHost()
{
    const Scenario story(with(start, R"(
        11,25       google    sts - 0 100 100 sts-policy-fetch-error
        12-24,26-30 google    sts P 100 0
        18          microsoft sts - 0 50 50 sts-policy-fetch-error
        19-30       microsoft sts P 50 0
    )"));
    const Finding finding = story.one(Rule::R13);
    QCOMPARE(finding.severity, Severity::Medium);
    QCOMPARE(finding.details.number, 3);
    QVERIFY(finding.open);
    QCOMPARE(finding.first, Scenario::day(11));
    QCOMPARE(finding.last, Scenario::day(25));
}

void TestPolicyHost::oftenForOneSenderOnly()
{
    const Scenario story(with(start, R"(
        11,18,25          google    sts - 0 100 100 sts-policy-fetch-error
        12-17,19-24,26-30 google    sts P 100 0
        11-30             microsoft sts P 50 0
    )"));
    QCOMPARE(story.one(Rule::R13).severity, Severity::Low);
    QCOMPARE(story.one(Rule::R13).details.number, 3);
}

void TestPolicyHost::troublesMonthsApart()
{
    const Scenario story(with(start, R"(
        11,60       google    sts - 0 100 100 sts-policy-fetch-error
        12-59,61-80 google    sts P 100 0
    )"));
    QCOMPARE(story.all(Rule::R13).size(), 2u);
    for (const Finding &finding : story.all(Rule::R13))
        QCOMPARE(finding.details.number, 1);
}

/// The fifth of the stories that a set of rules must tell rightly.
void TestPolicyHost::oneSender()
{
    const Scenario story(with(start, R"(
        11-20 google    sts P 100 0
        11-20 microsoft sts - 0 5 5 sts-policy-fetch-error
        11-20 silent    sts - 0 0
        15    yahoo     sts - 0 3 3 sts-policy-fetch-error
        16-20 yahoo     sts P 3 0
    )"));
    const Finding finding = story.one(Rule::R14);
    QCOMPARE(finding.severity, Severity::Medium);
    QVERIFY(finding.open);
    QCOMPARE(finding.senders.size(), 1u);
    QCOMPARE(finding.senders[0].key, QStringLiteral("microsoft.com"));
    QCOMPARE(finding.first, Scenario::day(11));
    QCOMPARE(finding.others.front().key, QStringLiteral("google.com"));
    QCOMPARE(finding.occurrences, 50);
    QCOMPARE(finding.failures.size(), 10u);
    QCOMPARE(finding.owner, Owner::PolicyHost);
    QVERIFY(!finding.checks.empty());
    QVERIFY(!story.raises(Rule::R12));
    // What befell another for a day is its own, small story.
    QCOMPARE(story.one(Rule::R13).senders.front().key, QStringLiteral("yahoo.example"));
}

void TestPolicyHost::oneSenderWithoutComparison()
{
    const Scenario story(with(start, R"(
        11-20 google    none - 100 0
        11-20 microsoft sts - 0 5 5 sts-policy-fetch-error
    )"));
    QVERIFY(!story.raises(Rule::R14));
    QVERIFY(story.raises(Rule::R12));
}

void TestPolicyHost::oneSenderThatRecoveredQuickly()
{
    const Scenario story(with(start, R"(
        11-20 google    sts P 100 0
        11-13 microsoft sts - 0 5 5 sts-policy-fetch-error
        14-20 microsoft sts P 5 0
    )"));
    QVERIFY(raisesNone(story, {Rule::R12, Rule::R14}));
    QVERIFY(story.raises(Rule::R13));
}

void TestPolicyHost::twoSendersAreNotOne()
{
    const Scenario story(with(start, R"(
        11-20 google    sts P 100 0
        11-20 microsoft sts - 0 5 5 sts-policy-fetch-error
        11-20 yahoo     sts - 0 5 5 sts-policy-fetch-error
    )"));
    QVERIFY(!story.raises(Rule::R14));
    QCOMPARE(story.one(Rule::R12).others.size(), 1u);
}

void TestPolicyHost::rejected()
{
    const Scenario story(with(start, R"(
        11-12 google    sts - 0 100 100 sts-webpki-invalid
        12    microsoft sts - 0 50 50 sts-policy-fetch-error reason=certificate_has_expired
    )"));
    const Finding finding = story.one(Rule::R19);
    QCOMPARE(finding.severity, Severity::High);
    QCOMPARE(finding.cause, Cause::PolicyHostCertificate);
    QCOMPARE(finding.owner, Owner::PolicyHost);
    QCOMPARE(finding.checks.front().kind, CheckKind::PolicyHostCertificate);
    QCOMPARE(finding.senders.size(), 2u);
    QVERIFY(finding.details.defects.empty());
    QVERIFY(raisesNone(story, {Rule::R12, Rule::R13, Rule::R14, Rule::R11}));
}

void TestPolicyHost::rejectedText()
{
    const Scenario story(with(start, R"(
        text B version: STSv1 | mode: enforce | mx: mx1.example.org
        11-12 google sts B 0 100 100 sts-policy-invalid
    )"));
    const Finding finding = story.one(Rule::R19);
    QCOMPARE(finding.cause, Cause::PolicyInvalid);
    QCOMPARE(finding.owner, Owner::ReceivingDomain);
    QCOMPARE(finding.details.defects.size(), 1u);
    QCOMPARE(finding.details.defects[0].defect, PolicyDefect::MaxAgeMissing);
}

/// The sender that refuses a text often does not show it; one that took it does.
void TestPolicyHost::rejectedTextOfAnotherSender()
{
    const Scenario story(with(start, R"(
        text B version: STSv1 | mode: enforce | mx: mx1.example.org
        11-12 google    sts - 0 100 100 sts-policy-invalid
        11    microsoft sts P 50 0
        12    microsoft sts B 50 0
    )"));
    const Finding finding = story.one(Rule::R19);
    QCOMPARE(finding.senders.size(), 1u);
    QCOMPARE(finding.details.defects.size(), 1u);
    QCOMPARE(finding.details.defects[0].defect, PolicyDefect::MaxAgeMissing);
}

void TestPolicyHost::rejectedByOneOfSeveral()
{
    const Scenario story(with(start, R"(
        11-14 google    sts P 100 0
        11-14 microsoft sts - 0 50 50 sts-policy-invalid
    )"));
    QCOMPARE(story.one(Rule::R19).severity, Severity::Medium);
}

/// Once and by one alone is no more than a short trouble.
void TestPolicyHost::rejectedOnce()
{
    const Scenario story(with(start, R"(
        11    google sts - 0 100 100 sts-policy-invalid
        12-14 google sts P 100 0
    )"));
    QVERIFY(!story.raises(Rule::R19));
    QVERIFY(!story.one(Rule::R13).open);
    QCOMPARE(story.one(Rule::R13).cause, Cause::PolicyInvalid);
}

/// Microsoft calls a bad certificate of the policy host a fetch error.
void TestPolicyHost::oneFaultUnderTwoNames()
{
    const Scenario story(with(start, R"(
        11-16 google    sts - 0 10  10 sts-webpki-invalid
        11-16 microsoft sts - 0 500 500 sts-policy-fetch-error
    )"));
    const Finding finding = story.one(Rule::R19);
    QCOMPARE(finding.senders.size(), 2u);
    QCOMPARE(finding.cause, Cause::PolicyHostCertificate);
    QCOMPARE(finding.resultType, QStringLiteral("sts-webpki-invalid"));
    QVERIFY(raisesNone(story, {Rule::R12, Rule::R13, Rule::R14}));
    // With a reason of its own it is another fault.
    const Scenario apart(with(start, R"(
        11-16 google    sts - 0 10  10 sts-webpki-invalid
        11-16 microsoft sts - 0 500 500 sts-policy-fetch-error reason=404
        11-16 mailru    sts - 0 500 500 sts-policy-fetch-error reason=404
    )"));
    QVERIFY(apart.raises(Rule::R19));
    QVERIFY(apart.raises(Rule::R12));
}

void TestPolicyHost::longTroubleIsNotTransient()
{
    const Scenario story(R"(
        policy P enforce mx1.example.org 2592000
        1-5   google    sts P 9 0
        1-5   microsoft sts P 9 0
        6-20  google    sts - 0 9 9 sts-policy-fetch-error
        6-20  microsoft sts - 0 9 9 sts-policy-fetch-error
    )");
    QVERIFY(story.raises(Rule::R12));
    QVERIFY(!story.raises(Rule::R13));
}

void TestPolicyHost::healthy()
{
    const Scenario story(R"(
        policy P enforce mx1.example.org 2592000
        1-31        google    sts P 100 0
        1-12,14-31  microsoft sts P 50  0
        13          microsoft sts - 0 2 2 sts-policy-fetch-error
    )");
    for (const FindingPtr &finding : story.diagnosis().findings)
        QVERIFY2(finding->severity >= Severity::Low, qPrintable(story.lines().join(u'\n')));
}

QTEST_GUILESS_MAIN(TestPolicyHost)
#include "test_policyhost.moc"

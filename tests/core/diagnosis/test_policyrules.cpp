// SPDX-License-Identifier: GPL-3.0-or-later
// R18, R20, R21, R22, R41: which policy senders apply, and whether they see one.
#include "tests/core/diagnosis/scenario.h"

#include <QtTest>

using namespace tlsrpt;

class TestPolicyRules : public QObject
{
    Q_OBJECT

private slots:
    void olderPolicyWithinItsAge();
    void olderPolicyPastItsAge();
    void olderPolicyWithoutAHostInUse();
    void olderPolicyWithoutAHostOfDane();
    void policyThatNobodyAppliesNow();
    void settledChangeIsSilent();
    void silentSenderAppliesNothing();
    void senderToAndFro();
    void changeTakenBack();
    void shortenedTextIsNoOtherPolicy();
    void newcomerWithTheNewestPolicy();
    void lostByOne();
    void lostBySeveral();
    void lostOnPurpose();
    void lostForOneDayIsSilent();
    void neverUsualIsNotLost();
    void daneInsteadIsNotLost();
    void neverSeen();
    void neverSeenForTooShort();
    void neverSeenButWithDane();
    void noProtection();
    void noProtectionForTooShort();
    void noProtectionAfterTheLoss();
    void modeRaised();
    void modeLowered();
    void modeLoweredLongAgo();
    void modeChangedTwice();
    void modeSeenAfterSilence();
    void toAndFroIsNoFlood();
    void onlyTheNewestModeChangesAreTold();
    void noModeChange();
};

namespace
{

constexpr char policies[] = R"(
    policy T testing mx1.example.org 604800
    policy P enforce mx1.example.org 604800
    policy Q enforce mx1.example.org,mx2.example.org 604800
)";

QByteArray with(const char *more)
{
    return QByteArray(policies) + more;
}

} // namespace

void TestPolicyRules::olderPolicyWithinItsAge()
{
    const Scenario story(with(R"(
        1-10  google    sts P 100 0
        11-14 google    sts Q 100 0
        1-14  microsoft sts P 50 0
    )"));
    const Finding finding = story.one(Rule::R18);
    QCOMPARE(finding.severity, Severity::Info);
    QVERIFY(finding.open);
    QCOMPARE(finding.senders.size(), 1u);
    QCOMPARE(finding.senders[0].name, QStringLiteral("Microsoft Corporation"));
    QCOMPARE(finding.others.size(), 1u);
    QCOMPARE(finding.first, Scenario::day(11));
    QCOMPARE(finding.last, Scenario::day(14));
    QCOMPARE(finding.details.maxAge, 604800);
    QCOMPARE(finding.details.since, std::optional(Scenario::day(10)));
    QVERIFY(finding.details.hosts.isEmpty());
    QCOMPARE(difference(Track::Sts, finding.details.textBefore, finding.details.textAfter),
             std::vector<PolicyDifference>({{PolicyField::Mx, {}, QStringLiteral("mx2.example.org")}}));
    QCOMPARE(finding.policyRows.size(), 4u);
    QVERIFY(finding.confidence.certain);
    QVERIFY(!finding.checks.empty());
    QVERIFY(!story.raises(Rule::R41));
}

void TestPolicyRules::olderPolicyPastItsAge()
{
    const Scenario story(with(R"(
        1-10  google    sts P 100 0
        11-25 google    sts Q 100 0
        1-25  microsoft sts P 50 0
    )"));
    QCOMPARE(story.one(Rule::R18).severity, Severity::Medium);
}

void TestPolicyRules::olderPolicyWithoutAHostInUse()
{
    const Scenario story(with(R"(
        1-10  google    sts P 100 0
        11-14 google    sts Q 99 1 1 starttls-not-supported mx=mx2.example.org
        1-14  microsoft sts P 50 0
    )"));
    const Finding finding = story.one(Rule::R18);
    QCOMPARE(finding.severity, Severity::Medium);
    QCOMPARE(finding.details.hosts, QStringList(QStringLiteral("mx2.example.org")));
}

void TestPolicyRules::olderPolicyWithoutAHostOfDane()
{
    const Scenario story(with(R"(
        tlsa D mx2.example.org | 3 1 1 a64
        1-10  google    sts  P 100 0
        11-14 google    sts  Q 100 0
        1-14  microsoft sts  P 50 0
        1-14  postfix   tlsa D 20 0
    )"));
    const Finding finding = story.one(Rule::R18);
    QCOMPARE(finding.severity, Severity::Medium);
    QCOMPARE(finding.details.hosts, QStringList(QStringLiteral("mx2.example.org")));
}

/// What nobody applies any more is not compared.
void TestPolicyRules::policyThatNobodyAppliesNow()
{
    const Scenario story(with(R"(
        1-5   google    sts P 100 0
        6-10  google    sts T 100 0
        11-14 google    sts Q 100 0
        1-14  microsoft sts P 50 0
    )"));
    const Finding finding = story.one(Rule::R18);
    QCOMPARE(finding.first, Scenario::day(11));
    QVERIFY(finding.details.textBefore.contains(QStringLiteral("mode: enforce")));
    QVERIFY(finding.details.textAfter.contains(QStringLiteral("mx: mx2.example.org")));
}

void TestPolicyRules::settledChangeIsSilent()
{
    const Scenario story(with(R"(
        1-10  google    sts P 100 0
        11-14 google    sts Q 100 0
        11    google    sts P 10 0
        1-12  microsoft sts P 50 0
        13-20 microsoft sts Q 50 0
        15-20 google    sts Q 100 0
    )"));
    QVERIFY2(!story.raises(Rule::R18), qPrintable(story.lines().join(u'\n')));
}

void TestPolicyRules::silentSenderAppliesNothing()
{
    const Scenario story(with(R"(
        1-10  google    sts P 100 0
        11-60 google    sts Q 100 0
        1-15  microsoft sts P 50 0
    )"));
    QVERIFY(!story.raises(Rule::R18));
}

void TestPolicyRules::senderToAndFro()
{
    const Scenario story(with(R"(
        1-10      google sts P 100 0
        11-30/2   google sts Q 100 0
        12-30/2   google sts P 100 0
    )"));
    const Finding finding = story.one(Rule::R18);
    QCOMPARE(finding.severity, Severity::Medium);
    QCOMPARE(finding.senders.size(), 1u);
    QVERIFY(finding.details.textAfter.contains(QStringLiteral("mx: mx2.example.org")));
    QCOMPARE(finding.first, Scenario::day(11));
}

void TestPolicyRules::changeTakenBack()
{
    const Scenario story(with(R"(
        1-10,16-20 google    sts P 100 0
        11-15      google    sts Q 100 0
        1-10       microsoft sts P 50 0
        11-20      microsoft sts Q 50 0
    )"));
    const Finding finding = story.one(Rule::R18);
    QCOMPARE(finding.senders[0].name, QStringLiteral("Microsoft Corporation"));
    QCOMPARE(finding.first, Scenario::day(16));
    QCOMPARE(finding.severity, Severity::Info);
}

void TestPolicyRules::shortenedTextIsNoOtherPolicy()
{
    const Scenario story(with(R"(
        text S mode: enforce | mx: mx1.example.org
        1-40  google    sts P 100 0
        1-40  microsoft sts S 50 0
    )"));
    QVERIFY(!story.raises(Rule::R18));
}

void TestPolicyRules::newcomerWithTheNewestPolicy()
{
    const Scenario story(with(R"(
        1-20  google    sts P 100 0
        18-20 microsoft sts Q 50 0
    )"));
    const Finding finding = story.one(Rule::R18);
    QCOMPARE(finding.senders[0].name, QStringLiteral("Google Inc."));
    QCOMPARE(finding.first, Scenario::day(18));
}

void TestPolicyRules::lostByOne()
{
    const Scenario story(with(R"(
        1-10  google    sts  P 100 0
        11-13 google    none - 90 0
        1-13  microsoft sts  P 50 0
    )"));
    const Finding finding = story.one(Rule::R20);
    QCOMPARE(finding.severity, Severity::Medium);
    QCOMPARE(finding.first, Scenario::day(11));
    QCOMPARE(finding.last, Scenario::day(13));
    QCOMPARE(finding.details.since, std::optional(Scenario::day(10)));
    QCOMPARE(finding.daysAffected, 3);
    QCOMPARE(finding.sessions, 270);
    QCOMPARE(finding.policyRows.size(), 3u);
    QVERIFY(finding.details.textBefore.contains(QStringLiteral("mode: enforce")));
    QCOMPARE(finding.others.size(), 1u);
    QCOMPARE(finding.owner, Owner::ReceivingDomain);
    QVERIFY(!finding.checks.empty());
    // 40, several days 15, many sessions 10.
    QCOMPARE(finding.confidence.value, 65);
}

void TestPolicyRules::lostBySeveral()
{
    const Scenario story(with(R"(
        1-10  google    sts  P 100 0
        11-13 google    none - 90 0
        1-11  microsoft sts  P 50 0
        12-13 microsoft none - 50 0
    )"));
    const Finding finding = story.one(Rule::R20);
    QCOMPARE(finding.severity, Severity::High);
    QCOMPARE(finding.senders.size(), 2u);
    QCOMPARE(finding.details.since, std::optional(Scenario::day(11)));
}

void TestPolicyRules::lostOnPurpose()
{
    const Scenario story(with(R"(
        policy N none mx1.example.org 86400
        1-10  google sts  P 100 0
        11-14 google sts  N 100 0
        15-20 google none - 90 0
    )"));
    QCOMPARE(story.one(Rule::R20).severity, Severity::Info);
}

void TestPolicyRules::lostForOneDayIsSilent()
{
    const Scenario story(with(R"(
        1-10,12-13 google    sts  P 100 0
        11,14      google    none - 90 0
    )"));
    QVERIFY(!story.raises(Rule::R20));
}

void TestPolicyRules::neverUsualIsNotLost()
{
    const Scenario story(with(R"(
        1-10/3   google    sts  P 100 0
        1-20     google    none - 90 0
    )"));
    QVERIFY(!story.raises(Rule::R20));
}

void TestPolicyRules::daneInsteadIsNotLost()
{
    const Scenario story(with(R"(
        tlsa D mx1.example.org | 3 1 1 a64
        1-10  google sts  P 100 0
        11-14 google none - 10 0
        11-14 google tlsa D 90 0
    )"));
    QVERIFY(!story.raises(Rule::R20));
}

void TestPolicyRules::neverSeen()
{
    const Scenario story(with(R"(
        1-20  google sts  P 100 0
        1-20  old    none - 30 0
    )"));
    const Finding finding = story.one(Rule::R21);
    QCOMPARE(finding.severity, Severity::Info);
    QCOMPARE(finding.senders.size(), 1u);
    QCOMPARE(finding.senders[0].name, QStringLiteral("old"));
    QCOMPARE(finding.senders[0].sessions, 600);
    QCOMPARE(finding.others[0].name, QStringLiteral("Google Inc."));
    QCOMPARE(finding.owner, Owner::Nobody);
    QVERIFY(!story.raises(Rule::R20));
    QVERIFY(!story.raises(Rule::R22));
}

void TestPolicyRules::neverSeenForTooShort()
{
    const Scenario story(with(R"(
        1-20   google sts  P 100 0
        12-20  old    none - 30 0
    )"));
    QVERIFY(!story.raises(Rule::R21));
}

void TestPolicyRules::neverSeenButWithDane()
{
    const Scenario story(with(R"(
        tlsa D mx1.example.org | 3 1 1 a64
        1-20  google sts  P 100 0
        1-20  old    none - 30 0
        1-20  old    tlsa D 30 0
    )"));
    QVERIFY(!story.raises(Rule::R21));
}

void TestPolicyRules::noProtection()
{
    const Scenario story(R"(
        1-20  google none - 100 0
        3-20  old    none - 30 0
    )");
    const Finding finding = story.one(Rule::R22);
    QCOMPARE(finding.severity, Severity::Medium);
    QVERIFY(finding.open);
    QCOMPARE(finding.senders.size(), 2u);
    QCOMPARE(finding.sessions, 2540);
    QCOMPARE(finding.daysAffected, 20);
    QCOMPARE(finding.owner, Owner::ReceivingDomain);
    QVERIFY(!finding.checks.empty());
    QVERIFY(!story.raises(Rule::R21));
    QCOMPARE(story.diagnosis().health.front().health, Health::Unprotected);
}

void TestPolicyRules::noProtectionForTooShort()
{
    QVERIFY(!Scenario("1-13 google none - 100 0").raises(Rule::R22));
    QVERIFY(!Scenario("1,14 google none - 100 0").raises(Rule::R22));
}

void TestPolicyRules::noProtectionAfterTheLoss()
{
    const Scenario lost(with(R"(
        1-10  google sts  P 100 0
        11-30 google none - 90 0
    )"));
    QVERIFY(lost.raises(Rule::R20));
    QVERIFY(!lost.raises(Rule::R22));
    const Scenario ended(with(R"(
        policy N none mx1.example.org 86400
        1-10  google sts  N 100 0
        11-30 google none - 90 0
    )"));
    QCOMPARE(ended.one(Rule::R22).first, Scenario::day(11));
}

void TestPolicyRules::modeRaised()
{
    const Scenario story(with(R"(
        1-10  google    sts T 100 0
        11-20 google    sts P 100 0
        1-13  microsoft sts T 50 0
        14-20 microsoft sts P 50 0
    )"));
    const Finding finding = story.one(Rule::R41);
    QCOMPARE(finding.severity, Severity::Info);
    QVERIFY(!finding.open);
    QCOMPARE(finding.details.modeBefore, PolicyMode::Testing);
    QCOMPARE(finding.mode, PolicyMode::Enforce);
    QCOMPARE(finding.first, Scenario::day(11));
    QCOMPARE(finding.last, Scenario::day(14));
    QCOMPARE(finding.senders.size(), 2u);
    QCOMPARE(finding.senders[0].name, QStringLiteral("Google Inc."));
    QCOMPARE(finding.policyRows.size(), 2u);
    QVERIFY(finding.details.textBefore.contains(QStringLiteral("mode: testing")));
    QVERIFY(finding.details.textAfter.contains(QStringLiteral("mode: enforce")));
}

void TestPolicyRules::modeLowered()
{
    const Scenario story(with(R"(
        1-10  google    sts P 100 0
        11-20 google    sts T 100 0
    )"));
    const Finding finding = story.one(Rule::R41);
    QCOMPARE(finding.severity, Severity::Medium);
    QVERIFY(finding.open);
    QVERIFY(isProblem(finding));
}

void TestPolicyRules::modeLoweredLongAgo()
{
    const Scenario story(with(R"(
        1-10  google    sts P 100 0
        11-60 google    sts T 100 0
    )"));
    QVERIFY(!story.one(Rule::R41).open);
}

void TestPolicyRules::modeChangedTwice()
{
    const Scenario story(with(R"(
        1-10  google    sts P 100 0
        11-20 google    sts T 100 0
        21-30 google    sts P 100 0
    )"));
    QCOMPARE(story.all(Rule::R41).size(), 2u);
    for (const Finding &finding : story.all(Rule::R41))
        QVERIFY(!finding.open);
}

void TestPolicyRules::modeSeenAfterSilence()
{
    const Scenario story(with(R"(
        1-10    google    sts T 100 0
        11-60   google    sts P 100 0
        1-10    microsoft sts T 50 0
        50-60   microsoft sts P 50 0
    )"));
    QCOMPARE(story.one(Rule::R41).senders.size(), 2u);
}

void TestPolicyRules::toAndFroIsNoFlood()
{
    const Scenario story(with(R"(
        1-60/2  google    sts T 100 0
        2-60/2  google    sts P 100 0
    )"));
    QCOMPARE(story.all(Rule::R41).size(), 2u);
}

void TestPolicyRules::onlyTheNewestModeChangesAreTold()
{
    // A new mode every eighth day: 23 of them, 22 changes.
    const std::vector<Finding> found = Scenario(with(R"(
        1-180/16  google sts T 100 0
        9-180/16  google sts P 100 0
    )")).all(Rule::R41);
    QCOMPARE(found.size(), 20u);
    const auto oldest = std::min_element(found.begin(), found.end(),
                                         [](const Finding &a, const Finding &b) { return a.first < b.first; });
    QCOMPARE(oldest->first, Scenario::day(25));
}

void TestPolicyRules::noModeChange()
{
    const Scenario story(with(R"(
        1-10  google    sts P 100 0
        11-20 google    sts Q 100 0
    )"));
    QVERIFY(!story.raises(Rule::R41));
}

QTEST_GUILESS_MAIN(TestPolicyRules)
#include "test_policyrules.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/diagnosis/scenario.h"

#include <QtTest>

using namespace tlsrpt;

class TestCertificates : public QObject
{
    Q_OBJECT

private slots:
    void expiredOnOneHost();
    void ofOneOddReport();
    void reasonsAddUp();
    void expiredButOver();
    void expiredOnAllHosts();
    void expiredOnTwoOfFourHosts();
    void severityFollowsTheMode_data();
    void severityFollowsTheMode();
    void onceAmongManyIsLow();
    void bareFailuresAdoptTheCause();
    void bareFailuresOfOtherDaysDoNot();
    void oneNodeOfSeveral();
    void oneKnownAddressIsSilent();
    void everySessionFailsIsNotOneNode();
    void wrongName();
    void wrongNameOfAnUncoveredHost();
    void untrusted();
    void untrustedForOneSender();
    void healthy();
};

namespace
{

constexpr char twoHosts[] = R"(
    policy P enforce mx1.example.org,mx2.example.org 2592000
    1-10  google    sts P 100 0
    1-10  microsoft sts P 50  0
)";

QByteArray with(const char *base, const char *more)
{
    return QByteArray(base) + more;
}

} // namespace

/// Anybody can send one: nobody is woken for it.
void TestCertificates::ofOneOddReport()
{
    const Scenario story(with(twoHosts, R"(
        10 stranger sts P 5 7 7 certificate-expired mx=mx2.example.org
    )"));
    const Finding finding = story.one(Rule::R01);
    QCOMPARE(finding.confidence.value, 40);
    QVERIFY(isWeak(finding));
    QCOMPARE(finding.severity, Severity::High);
    // Nor is it sure because the policy in the same report says so.
    const Finding stranger = Scenario(with(twoHosts, R"(
        10 stranger sts P 5 7 7 certificate-host-mismatch mx=mx9.example.net
    )")).one(Rule::R08);
    QVERIFY(isWeak(stranger));
    QCOMPARE(stranger.severity, Severity::High);
    const Scenario often(with(twoHosts, R"(
        10 stranger sts P 5 20 20 certificate-expired mx=mx2.example.org
    )"));
    QCOMPARE(often.one(Rule::R01).severity, Severity::Critical);
}

/// Nobody is asked to believe that 110 is 99.
void TestCertificates::reasonsAddUp()
{
    const Scenario story(with(twoHosts, R"(
        1-14 postfix sts P 50  0
        1-14 mail.ru sts P 50  0
        11-14 google    sts P 90 10 10 certificate-expired mx=mx2.example.org reason=certificate_has_expired
        11-14 microsoft sts P 45 5  5 certificate-expired mx=mx2.example.org
        11-14 postfix   sts P 45 5  5 certificate-expired mx=mx2.example.org
        11-14 mail.ru   sts P 45 5  5 certificate-expired mx=mx2.example.org
    )"));
    const Confidence confidence = story.one(Rule::R01).confidence;
    int sum = 0;
    for (const ConfidenceReason &reason : confidence.reasons)
        sum += reason.points;
    QCOMPARE(confidence.value, 99);
    QCOMPARE(sum, confidence.value);
    QCOMPARE(confidence.reasons.back(), (ConfidenceReason{ConfidencePoint::Limit, -11}));
}

void TestCertificates::expiredOnOneHost()
{
    const Scenario story(with(twoHosts, R"(
        11-14 google    sts P 90 10 10 certificate-expired mx=mx2.example.org ip=192.0.2.2
        11-14 microsoft sts P 45 5  5 certificate-expired mx=mx2.example.org
    )"));
    const Finding finding = story.one(Rule::R01);
    QCOMPARE(finding.severity, Severity::Critical);
    QVERIFY(finding.open);
    QCOMPARE(finding.mx, QStringLiteral("mx2.example.org"));
    QCOMPARE(finding.first, Scenario::day(11));
    QCOMPARE(finding.last, Scenario::day(14));
    QCOMPARE(finding.daysAffected, 4);
    QCOMPARE(finding.occurrences, 60);
    QCOMPARE(finding.sessions, 600);
    QCOMPARE(finding.failed, 60);
    QCOMPARE(finding.senders.size(), 2u);
    QCOMPARE(finding.senders[0].name, QStringLiteral("Google Inc."));
    QCOMPARE(finding.senders[0].occurrences, 40);
    QCOMPARE(finding.owner, Owner::MxOperator);
    QCOMPARE(finding.effect, MailEffect::Delayed);
    QVERIFY(!finding.checks.empty());
    QCOMPARE(finding.failures.size(), 8u);
    QCOMPARE(reportsOf(finding, story.facts()).size(), 8u);
    // 40, several senders 20, several days 15, many occurrences 10.
    QCOMPARE(finding.confidence.value, 85);
    QVERIFY(!story.raises(Rule::R02));
    QVERIFY(!story.raises(Rule::R11));
}

void TestCertificates::expiredButOver()
{
    const Scenario story(with(twoHosts, R"(
        11-12 google    sts P 90 10 10 certificate-expired mx=mx2.example.org
        13-30 google    sts P 90 0
    )"));
    QVERIFY(!story.one(Rule::R01).open);
    QVERIFY(!isProblem(story.one(Rule::R01)));
}

void TestCertificates::expiredOnAllHosts()
{
    const Scenario story(with(twoHosts, R"(
        11-14 google sts P 80 20 10 certificate-expired mx=mx1.example.org; 10 certificate-expired mx=mx2.example.org
    )"));
    const Finding finding = story.one(Rule::R02);
    QCOMPARE(finding.details.hosts,
             QStringList({QStringLiteral("mx1.example.org"), QStringLiteral("mx2.example.org")}));
    QCOMPARE(finding.mx, QString());
    QCOMPARE(finding.occurrences, 80);
    QVERIFY(!story.raises(Rule::R01));
}

void TestCertificates::expiredOnTwoOfFourHosts()
{
    const Scenario story(with(twoHosts, R"(
        11-14 google sts P 60 40 10 certificate-expired mx=mx1.example.org; 10 certificate-expired mx=mx2.example.org; 10 certificate-host-mismatch mx=mx1.example.org; 5 starttls-not-supported mx=mx3.example.org; 5 starttls-not-supported mx=mx4.example.org
    )"));
    QVERIFY(!story.raises(Rule::R02));
    QCOMPARE(story.all(Rule::R01).size(), 2u);
}

void TestCertificates::severityFollowsTheMode_data()
{
    QTest::addColumn<QByteArray>("policy");
    QTest::addColumn<Severity>("severity");
    QTest::newRow("enforce") << QByteArray("enforce") << Severity::Critical;
    QTest::newRow("testing") << QByteArray("testing") << Severity::High;
    QTest::newRow("none") << QByteArray("none") << Severity::Low;
}

void TestCertificates::severityFollowsTheMode()
{
    QFETCH(QByteArray, policy);
    QFETCH(Severity, severity);
    const Scenario story("policy P " + policy + R"( mx2.example.org 604800
        11-14 google sts P 90 10 10 certificate-expired mx=mx2.example.org
    )");
    QCOMPARE(story.one(Rule::R01).severity, severity);
}

void TestCertificates::onceAmongManyIsLow()
{
    const Scenario story(with(twoHosts, R"(
        11 google sts P 99 1 1 certificate-expired mx=mx2.example.org
    )"));
    QCOMPARE(story.one(Rule::R01).severity, Severity::Low);
    const Scenario few(with(twoHosts, R"(
        11 google sts P 3 1 1 certificate-expired mx=mx2.example.org
    )"));
    QCOMPARE(few.one(Rule::R01).severity, Severity::High);
}

void TestCertificates::bareFailuresAdoptTheCause()
{
    const Scenario story(with(twoHosts, R"(
        11-14 google    sts P 90 10 10 certificate-expired mx=mx2.example.org
        11-14 microsoft sts P 45 5  5 validation-failure
    )"));
    const Finding finding = story.one(Rule::R01);
    // Microsoft names neither cause nor host; only one host has a problem in these days.
    QCOMPARE(finding.mx, QStringLiteral("mx2.example.org"));
    QCOMPARE(finding.senders.size(), 2u);
    QCOMPARE(finding.occurrences, 60);
    QVERIFY(!story.raises(Rule::R11));
}

void TestCertificates::bareFailuresOfOtherDaysDoNot()
{
    const Scenario story(with(twoHosts, R"(
        11-14 google    sts P 90 10 10 certificate-expired mx=mx2.example.org
        15-29 google    sts P 90 0
        25-29 microsoft sts P 45 5  5 validation-failure mx=mx2.example.org
    )"));
    QCOMPARE(story.one(Rule::R01).senders.size(), 1u);
}

void TestCertificates::oneNodeOfSeveral()
{
    const Scenario story(with(twoHosts, R"(
        2     google sts P 99 1  1 validation-failure mx=mx2.example.org ip=192.0.2.3
        11-14 google sts P 90 10 10 certificate-expired mx=mx2.example.org ip=192.0.2.2
    )"));
    const Finding finding = story.one(Rule::R03);
    QCOMPARE(finding.details.address, QStringLiteral("192.0.2.2"));
    QCOMPARE(finding.details.addresses.size(), 2);
    QCOMPARE(finding.details.about, std::optional(Rule::R01));
    QCOMPARE(finding.severity, Severity::High);
    QVERIFY(story.raises(Rule::R01));
}

void TestCertificates::oneKnownAddressIsSilent()
{
    const Scenario story(with(twoHosts, R"(
        11-14 google sts P 90 10 10 certificate-expired mx=mx2.example.org ip=192.0.2.2
    )"));
    QVERIFY(!story.raises(Rule::R03));
}

void TestCertificates::everySessionFailsIsNotOneNode()
{
    const Scenario story(with(twoHosts, R"(
        2     google sts P 99 1  1 validation-failure mx=mx2.example.org ip=192.0.2.3
        11-14 google sts P 10 90 90 certificate-expired mx=mx2.example.org ip=192.0.2.2
    )"));
    QVERIFY(!story.raises(Rule::R03));
}

void TestCertificates::wrongName()
{
    const Scenario story(with(twoHosts, R"(
        11-14 google sts P 90 10 10 certificate-host-mismatch mx=mx2.example.org
    )"));
    QCOMPARE(story.one(Rule::R04).mx, QStringLiteral("mx2.example.org"));
    QVERIFY(!story.raises(Rule::R08));
}

void TestCertificates::wrongNameOfAnUncoveredHost()
{
    const Scenario story(with(twoHosts, R"(
        11-14 google sts P 90 10 10 validation-failure mx=mx9.example.com
    )"));
    QVERIFY(!story.raises(Rule::R04));
}

void TestCertificates::untrusted()
{
    const Scenario story(with(twoHosts, R"(
        11-14 google  sts P 90 10 10 certificate-not-trusted mx=mx2.example.org
        11-14 postfix sts P 45 5  5 validation-failure mx=mx2.example.org reason=self-signed_certificate
    )"));
    const Finding finding = story.one(Rule::R05);
    QCOMPARE(finding.severity, Severity::Critical);
    QCOMPARE(finding.senders.size(), 2u);
    QVERIFY(!story.raises(Rule::R11));
}

void TestCertificates::untrustedForOneSender()
{
    const Scenario story(with(twoHosts, R"(
        11-14 google  sts P 90 10 10 certificate-not-trusted mx=mx2.example.org
    )"));
    QCOMPARE(story.one(Rule::R05).severity, Severity::High);
}

void TestCertificates::healthy()
{
    const Scenario story(R"(
        policy P enforce mx1.example.org,mx2.example.org 2592000
        1-31 google    sts P 100 0
        1-31 microsoft sts P 50  0
        1-31 postfix   sts P 5   0
    )");
    for (const FindingPtr &finding : story.diagnosis().findings)
        QVERIFY2(finding->severity >= Severity::Low, qPrintable(story.lines().join(u'\n')));
    QCOMPARE(story.diagnosis().health.front().health, Health::Enforcing);
}

QTEST_GUILESS_MAIN(TestCertificates)
#include "test_certificates.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// R27, R28, R29, R31b: DNSSEC, senders that insist on DANE, DANE that goes, keys that are to change.
#include "tests/core/diagnosis/danesets.h"

#include <QtTest>

using namespace tlsrpt;

class TestDaneChanges : public QObject
{
    Q_OBJECT

private slots:
    void dnssec();
    void dnssecOnce();
    void neitherDnssecNorDemanded();
    void demanded();
    void disappeared();
    void disappearedForOneOfTwo();
    void disappearedForTooShort();
    void rollover();
    void rolloverDone();
    void rolloverThatFails();
    void replacementIsNoRollover();
};

void TestDaneChanges::dnssec()
{
    const Scenario twoDays(with(R"(
        7-8   postfix   tlsa A 0 9 9 dnssec-invalid mx=mx1.example.org
    )"));
    const Finding finding = twoDays.one(Rule::R27);
    QCOMPARE(finding.severity, Severity::High); // one sender, two days: weak
    QCOMPARE(finding.mx, QStringLiteral("mx1.example.org"));
    QCOMPARE(finding.effect, MailEffect::Delayed);
    QCOMPARE(finding.owner, Owner::Dns);
    QVERIFY(!finding.checks.empty());
    const Scenario twoSenders(with(R"(
        7   postfix   tlsa A 0 9 9 dnssec-invalid mx=mx1.example.org
        7   stalwart  tlsa A 0 9 9 dnssec-invalid mx=mx1.example.org
    )"));
    QCOMPARE(twoSenders.one(Rule::R27).severity, Severity::Critical);
}

void TestDaneChanges::dnssecOnce()
{
    const Scenario story(with(R"(
        7   postfix   tlsa A 0 9 9 dnssec-invalid mx=mx1.example.org
        8-9 postfix   tlsa A 9 0
    )"));
    const Finding finding = story.one(Rule::R27);
    QCOMPARE(finding.severity, Severity::Low);
    QCOMPARE(finding.owner, Owner::Nobody);
}

void TestDaneChanges::neitherDnssecNorDemanded()
{
    // DANE fails, but its records were validated and nobody insists on it.
    const Scenario story(with(R"(
        7-9   postfix   tlsa A 0 9 9 validation-failure mx=mx1.example.org
    )"));
    QVERIFY(!story.diagnosis().findings.empty());
    QVERIFY(!story.raises(Rule::R27));
    QVERIFY(!story.raises(Rule::R28));
    // Without DANE, and content with it.
    QVERIFY(!Scenario("1-9 postfix none - 9 0\n").raises(Rule::R28));
}

void TestDaneChanges::demanded()
{
    const Scenario story(R"(
        1-3 postfix none - 0 4 4 dane-required mx=mx1.example.org
    )");
    const Finding finding = story.one(Rule::R28);
    QCOMPARE(finding.severity, Severity::High);
    QCOMPARE(finding.effect, MailEffect::DelayedThisSenderOnly);
    QVERIFY(!finding.checks.empty());
    QVERIFY(!story.raises(Rule::R11));
}

void TestDaneChanges::disappeared()
{
    const Scenario story(with(R"(
        1-13  microsoft sts  P 50 0
        1-10  microsoft tlsa A 50 0
        1-9   postfix   tlsa A 5 0
        10-13 postfix   sts  P 5 0
    )"));
    const Finding finding = story.one(Rule::R29);
    QCOMPARE(finding.severity, Severity::High);
    QCOMPARE(finding.first, Scenario::day(10));
    QCOMPARE(finding.last, Scenario::day(13));
    QCOMPARE(finding.details.since, std::optional(Scenario::day(10)));
    QCOMPARE(finding.details.textBefore, QStringList(record(u'a')));
    QCOMPARE(finding.mx, QStringLiteral("mx1.example.org"));
    QCOMPARE(finding.senders.size(), 2u);
    QVERIFY(!finding.checks.empty());
    QVERIFY(!finding.policyRows.empty());
    const Scenario one(with(R"(
        1-13  microsoft sts  P 50 0
        1-10  microsoft tlsa A 50 0
    )"));
    QCOMPARE(one.one(Rule::R29).severity, Severity::Medium);
}

void TestDaneChanges::disappearedForOneOfTwo()
{
    const Scenario story(with(R"(
        1-13  microsoft sts  P 50 0
        1-10  microsoft tlsa A 50 0
        1-13  postfix   tlsa A 5 0
    )"));
    QVERIFY(!story.raises(Rule::R29));
}

void TestDaneChanges::disappearedForTooShort()
{
    const Scenario story(with(R"(
        1-12  microsoft sts  P 50 0
        1-10  microsoft tlsa A 50 0
    )"));
    QVERIFY(!story.raises(Rule::R29));
}

void TestDaneChanges::rollover()
{
    const Scenario story(with(R"(
        1-6   postfix   tlsa A 9 0
        7-10  postfix   tlsa AB 9 0
        1-7   microsoft tlsa A 9 0
        8-10  microsoft tlsa AB 9 0
    )"));
    const Finding finding = story.one(Rule::R31b);
    QCOMPARE(finding.severity, Severity::Info);
    QVERIFY(finding.open);
    QCOMPARE(finding.first, Scenario::day(7));
    QCOMPARE(finding.mx, QStringLiteral("mx1.example.org"));
    QCOMPARE(finding.senders.size(), 2u);
    QCOMPARE(finding.details.textBefore, QStringList(record(u'a')));
    QCOMPARE(finding.details.textAfter, QStringList({record(u'a'), record(u'b')}));
}

void TestDaneChanges::rolloverDone()
{
    const Scenario story(with(R"(
        1-6   postfix   tlsa A 9 0
        7-10  postfix   tlsa AB 9 0
        11-15 postfix   tlsa B 9 0
    )"));
    QVERIFY(!story.one(Rule::R31b).open);
    QVERIFY(!story.raises(Rule::R16));
}

void TestDaneChanges::rolloverThatFails()
{
    const Scenario story(with(R"(
        1-6   postfix   tlsa A 9 0
        7-10  postfix   tlsa AB 0 9 9 certificate-not-trusted mx=mx1.example.org
    )"));
    QVERIFY(!story.raises(Rule::R31b));
    QVERIFY(!story.one(Rule::R15).details.since);
}

void TestDaneChanges::replacementIsNoRollover()
{
    const Scenario story(with(R"(
        1-6   postfix   tlsa A 9 0
        7-10  postfix   tlsa B 9 0
    )"));
    QVERIFY(!story.raises(Rule::R31b));
}

QTEST_GUILESS_MAIN(TestDaneChanges)
#include "test_danechanges.moc"

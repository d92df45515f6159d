// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/diagnosis/scenario.h"

#include <QtTest>

using namespace tlsrpt;

class TestReportRules : public QObject
{
    Q_OBJECT

private slots:
    void deviationsThatCost();
    void mereHabits();
    void missingContact();
    void missingContactInThePast();
    void seriousOnesStay();
    void severalDays();
    void detailsLeaveFailuresOut();
    void detailsThatOverlapAreAllowed();
    void oneFindingASender();
    void twoVersions();
    void contactOfAnotherHouse();
    void contactOfTheSameHouse();
    void signatureThatDoesNotMatch();
    void countedTwice();
    void countedTwiceByChance();
    void countedOnce();
    void microsoftsNestedRecords();
};

namespace
{

QByteArray with(const char *more)
{
    return QByteArray("policy P enforce mx1.example.org 2592000\n"
                      "tlsa T mx1.example.org | 3 1 1 a64\n")
           + more;
}

quint64 bit(DeviationKind kind)
{
    return quint64(1) << int(kind);
}

} // namespace

void TestReportRules::deviationsThatCost()
{
    const Scenario story(with(R"(
        1-10  microsoft sts P 100 0
        11-14 microsoft sts P 100 0 dev=TimeWithoutZone; dev=InTheFuture; dev=PolicyStringNested
    )"));
    const Finding finding = story.one(Rule::R39);
    QCOMPARE(finding.severity, Severity::Low);
    QVERIFY(finding.open);
    QVERIFY(finding.confidence.certain);
    QCOMPARE(finding.details.deviations,
             bit(DeviationKind::TimeWithoutZone) | bit(DeviationKind::InTheFuture));
    QCOMPARE(finding.details.number, 4);
    QCOMPARE(finding.details.outOf, 14);
    QCOMPARE(finding.daysAffected, 4);
    QCOMPARE(finding.first, Scenario::day(11));
    QCOMPARE(finding.last, Scenario::day(14));
    QCOMPARE(finding.owner, Owner::Nobody);
    QCOMPARE(reportsOf(finding, story.facts()).size(), 4u);
    QVERIFY(!isProblem(finding));
}

void TestReportRules::mereHabits()
{
    const Scenario story(with(R"(
        1-10 microsoft sts P 100 0 dev=ByteOrderMark; dev=PolicyStringNested
    )"));
    QVERIFY(!story.raises(Rule::R39));
}

void TestReportRules::missingContact()
{
    const Scenario story(with("1-10 microsoft sts P 100 0 dev=ContactMissing\n"));
    QCOMPARE(story.one(Rule::R39).severity, Severity::Info);
}

void TestReportRules::missingContactInThePast()
{
    const Scenario story(with(R"(
        1-10  microsoft sts P 100 0 dev=ContactMissing
        11-20 microsoft sts P 100 0
    )"));
    QVERIFY(!story.raises(Rule::R39));
}

void TestReportRules::seriousOnesStay()
{
    const Scenario story(with(R"(
        1-10  microsoft sts P 100 0 dev=PolicyDomainMissing
        11-20 microsoft sts P 100 0
    )"));
    QVERIFY(!story.one(Rule::R39).open);
}

void TestReportRules::severalDays()
{
    const Scenario story(with("1-29/7 google sts P 100 0 multiday\n"));
    const Finding finding = story.one(Rule::R39);
    QCOMPARE(finding.severity, Severity::Low);
    QCOMPARE(finding.details.deviations, bit(DeviationKind::MultiDay));
}

void TestReportRules::detailsLeaveFailuresOut()
{
    const Scenario story(with("1-3 google sts P 90 10 8 certificate-expired mx=mx1.example.org\n"));
    const Finding finding = story.one(Rule::R39);
    QCOMPARE(finding.severity, Severity::Info);
    QCOMPARE(finding.details.deviations, bit(DeviationKind::DetailsDoNotSum));
}

void TestReportRules::detailsThatOverlapAreAllowed()
{
    // One session that failed in two ways (RFC 8460 §4.4).
    const Scenario story(with("1-3 mailru sts P 0 1 1 sts-policy-fetch-error; 1 certificate-expired "
                              "mx=mx1.example.org; dev=DetailsDoNotSum\n"));
    QVERIFY(!story.raises(Rule::R39));
}

void TestReportRules::oneFindingASender()
{
    const Scenario story(with(R"(
        1-10 microsoft sts P 100 0 dev=ContactMissing
        1-10 google    sts P 100 0
        1-10 halon     sts P 100 0 dev=ReportIdMissing
    )"));
    const std::vector<Finding> all = story.all(Rule::R39);
    QCOMPARE(all.size(), 2u);
    QVERIFY(all[0].key() != all[1].key());
}

void TestReportRules::twoVersions()
{
    const Scenario story(with(R"(
        1-10 google    sts P 100 0
        11   google    sts P 100 0 twice
        1-11 microsoft sts P 100 0
    )"));
    const Finding finding = story.one(Rule::R39);
    QCOMPARE(finding.details.conflicts, 1);
    QCOMPARE(finding.details.deviations, 0u);
    QCOMPARE(finding.severity, Severity::Low);
    QCOMPARE(finding.senders.front().key, u"google.com"_qs);
    QCOMPARE(finding.first, Scenario::day(11));
    QVERIFY(!isProblem(finding));
}

void TestReportRules::contactOfAnotherHouse()
{
    const Scenario story(with(R"(
        1-10 google sts P 100 0 contact=tls@service.example; submitter=google.com
    )"));
    const Finding finding = story.one(Rule::R39);
    QCOMPARE(finding.details.address, u"service.example"_qs);
    QCOMPARE(finding.details.number, 10);
    QCOMPARE(finding.details.badSignatures, 0);
    QCOMPARE(reportsOf(finding, story.facts()).size(), 10u);
}

void TestReportRules::contactOfTheSameHouse()
{
    const Scenario story(with(R"(
        1-10 mailru  sts P 100 0 contact=tls@corp.mail.ru; submitter=mail.ru
        1-10 google  sts P 100 0 contact=tls@service.example
        1-10 postfix sts P 100 0 contact=; submitter=elsewhere.example
    )"));
    QVERIFY(!story.raises(Rule::R39)); // of the last two, one half is not known
}

void TestReportRules::signatureThatDoesNotMatch()
{
    const Scenario story(with(R"(
        1-9 google sts P 100 0
        10  google sts P 100 0 dkim=fail
        11  google sts P 100 0 dev=InTheFuture
    )"));
    const std::vector<Finding> all = story.all(Rule::R39);
    QCOMPARE(all.size(), 2u);
    QVERIFY(all[0].key() != all[1].key());
    const Finding &doubtful = all[0].details.badSignatures > 0 ? all[0] : all[1];
    QCOMPARE(doubtful.details.badSignatures, 1);
    QCOMPARE(doubtful.details.address, QString());
    QCOMPARE(doubtful.first, Scenario::day(10));
}

void TestReportRules::countedTwice()
{
    const Scenario story(with(R"(
        1-10 microsoft sts  P 7 0
        1-10 microsoft tlsa T 7 0
        1-10 google    sts  P 7 0
    )"));
    const Finding finding = story.one(Rule::R40);
    QCOMPARE(finding.severity, Severity::Info);
    QVERIFY(finding.open);
    QCOMPARE(finding.senders.front().key, QStringLiteral("microsoft.com"));
    QCOMPARE(finding.details.number, 10);
    QCOMPARE(finding.details.outOf, 10);
    QCOMPARE(finding.daysAffected, 10);
    QCOMPARE(reportsOf(finding, story.facts()).size(), 10u);
}

void TestReportRules::countedTwiceByChance()
{
    const Scenario story(with(R"(
        1-9 postfix sts  P 7 0
        1-9 postfix tlsa T 3 0
        10  postfix sts  P 4 0
        10  postfix tlsa T 4 0
    )"));
    QVERIFY(!story.raises(Rule::R40));
}

void TestReportRules::countedOnce()
{
    const Scenario story(with(R"(
        1-10 postfix sts  P 7 0
        1-10 postfix tlsa T 3 0
    )"));
    QVERIFY(!story.raises(Rule::R40));
}

void TestReportRules::microsoftsNestedRecords()
{
    const Scenario story(R"(
        policy P enforce mx1.example.org 2592000
        tlsa T mx1.example.org | 3 1 1 a64 | 3 1 1 b64
        1 microsoft sts  P 2 0
        1 microsoft tlsa T 2 0 dev=PolicyStringNested
    )");
    QVERIFY(story.raises(Rule::R40));
    QVERIFY(!story.raises(Rule::R17));
    QVERIFY(!story.raises(Rule::R39));
}

QTEST_GUILESS_MAIN(TestReportRules)
#include "test_reportrules.moc"

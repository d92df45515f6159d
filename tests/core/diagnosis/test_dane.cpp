// SPDX-License-Identifier: GPL-3.0-or-later
// R15, R16, R17: servers that do not match their TLSA records, and records nobody can use.
#include "tests/core/diagnosis/danesets.h"

#include "core/parse/parse.h"
#include "tests/core/query/made.h"

#include <QtTest>

using namespace tlsrpt;

class TestDane : public QObject
{
    Q_OBJECT

private slots:
    void keyChanged();
    void keyChangedSeenOnTheServersName();
    void keyChangedWithoutADayBefore();
    void keyChangedOneFailure();
    void keyChangedOneSenderOneDay();
    void keyChangedOver();
    void keyChangedWinsOverUntrusted();
    void recordsReplaced();
    void recordRemovedTooEarly();
    void recordsReplacedBeforehand();
    void recordsReplacedOfAnotherServer();
    void serversNotToldAreNoChange();
    void unusableByTheRecord_data();
    void unusableByTheRecord();
    void unusableBesideUsable();
    void unusableAsSaid();
    void unusableExplainsTheMismatch();
    void oddSpellingOfOneSender();
    void nestedRecordsAreTwo();
    void usableRecordsAreSilent();
};

/// Records unchanged, and from one day on those who ask for them refuse the server, MTA-STS goes on.
void TestDane::keyChanged()
{
    const Scenario story(with(R"(
        1-10  microsoft sts  P 50 0
        1-6   microsoft tlsa A 50 0
        7-10  microsoft tlsa A 0 50 50 tlsa-invalid mx=mx1.example.org
        1-6   postfix   tlsa A 9 0
        7-10  postfix   tlsa A 0 9 9 certificate-not-trusted mx=mx1.example.org
    )"));
    const Finding finding = story.one(Rule::R15);
    QCOMPARE(finding.severity, Severity::Critical);
    QVERIFY(finding.open);
    QCOMPARE(finding.mx, QStringLiteral("mx1.example.org"));
    QCOMPARE(finding.first, Scenario::day(7));
    QCOMPARE(finding.details.since, std::optional(Scenario::day(1)));
    QCOMPARE(finding.details.textBefore, QStringList(record(u'a')));
    QCOMPARE(finding.senders.size(), 2u);
    QCOMPARE(finding.occurrences, 236);
    QCOMPARE(finding.effect, MailEffect::Delayed);
    QVERIFY(!finding.checks.empty());
    // 40, several senders 20, several days 15, many 10, MTA-STS good 15: at most 99.
    QCOMPARE(finding.confidence.value, 99);
    QVERIFY(!story.raises(Rule::R05));
    QVERIFY(!story.raises(Rule::R11));
    QVERIFY(!story.raises(Rule::R16));
    QVERIFY(!story.raises(Rule::R17));
}

void TestDane::keyChangedSeenOnTheServersName()
{
    const Scenario story(R"(
        text A 3 1 1 aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
        1-6   postfix   tlsa@mx1.example.org A 9 0
        7-10  postfix   tlsa@mx1.example.org A 0 9 9 certificate-not-trusted mx=mx1.example.org
    )");
    const Finding finding = story.one(Rule::R15);
    QCOMPARE(finding.severity, Severity::Critical);
    QCOMPARE(finding.domain, QStringLiteral("mx1.example.org"));
    QCOMPARE(finding.details.since, std::optional(Scenario::day(1)));
}

void TestDane::keyChangedWithoutADayBefore()
{
    const Scenario story(with(R"(
        7-10  postfix   tlsa A 0 9 9 certificate-not-trusted mx=mx1.example.org
    )"));
    const Finding finding = story.one(Rule::R15);
    QCOMPARE(finding.severity, Severity::High);
    QVERIFY(!finding.details.since);
    QCOMPARE(finding.details.textBefore, QStringList(record(u'a')));
}

void TestDane::keyChangedOneFailure()
{
    const Scenario story(with(R"(
        1-10  postfix   tlsa A 9 0
        11    postfix   tlsa A 8 1 1 certificate-not-trusted mx=mx1.example.org
        12-20 postfix   tlsa A 9 0
    )"));
    const Finding finding = story.one(Rule::R15);
    QCOMPARE(finding.severity, Severity::Low);
    QVERIFY(!finding.open);
    QVERIFY(finding.confidence.value < mediumConfidence);
}

void TestDane::keyChangedOneSenderOneDay()
{
    const Scenario story(with(R"(
        1-10  postfix   tlsa A 9 0
        11    postfix   tlsa A 0 9 9 certificate-not-trusted mx=mx1.example.org
    )"));
    QCOMPARE(story.one(Rule::R15).severity, Severity::High);
}

void TestDane::keyChangedOver()
{
    const Scenario story(with(R"(
        1-6   postfix   tlsa A 9 0
        7-8   postfix   tlsa A 0 9 9 certificate-not-trusted mx=mx1.example.org
        9-14  postfix   tlsa B 9 0
    )"));
    const Finding finding = story.one(Rule::R15);
    QVERIFY(!finding.open);
    QCOMPARE(finding.severity, Severity::High); // one sender, two days: weak
}

void TestDane::keyChangedWinsOverUntrusted()
{
    const Scenario story(with(R"(
        1-6   postfix   tlsa A 9 0
        7-10  postfix   tlsa A 0 9 6 certificate-not-trusted mx=mx1.example.org; 3 validation-failure mx=mx1.example.org reason=self-signed_certificate
    )"));
    const Finding finding = story.one(Rule::R15);
    QVERIFY(!story.raises(Rule::R05));
    QCOMPARE(finding.mx, QStringLiteral("mx1.example.org"));
    QCOMPARE(finding.occurrences, 36);
    QVERIFY(!finding.checks.empty());
}

void TestDane::recordsReplaced()
{
    const Scenario story(with(R"(
        1-6   postfix   tlsa A 9 0
        7-10  postfix   tlsa B 0 9 9 certificate-not-trusted mx=mx1.example.org
    )"));
    const Finding finding = story.one(Rule::R16);
    QCOMPARE(finding.severity, Severity::Critical);
    QCOMPARE(finding.details.textBefore, QStringList(record(u'a')));
    QCOMPARE(finding.details.textAfter, QStringList(record(u'b')));
    QCOMPARE(finding.details.since, std::optional(Scenario::day(7)));
    QVERIFY(!story.raises(Rule::R15));
    QVERIFY(!story.raises(Rule::R31b));
}

void TestDane::recordRemovedTooEarly()
{
    const Scenario story(with(R"(
        1-6   postfix   tlsa AB 9 0
        7-10  postfix   tlsa B 0 9 9 certificate-not-trusted mx=mx1.example.org
    )"));
    QVERIFY(story.raises(Rule::R16));
}

void TestDane::recordsReplacedBeforehand()
{
    const Scenario story(with(R"(
        1-3   postfix   tlsa A 9 0
        4-8   postfix   tlsa B 9 0
        9-12  postfix   tlsa B 0 9 9 certificate-not-trusted mx=mx1.example.org
    )"));
    QCOMPARE(story.one(Rule::R15).details.since, std::optional(Scenario::day(4)));
    QVERIFY(!story.raises(Rule::R16));
}

void TestDane::recordsReplacedOfAnotherServer()
{
    const Scenario story(with(R"(
        1-6   postfix   tlsa A 9 0
        7-10  postfix   tlsa A 0 9 9 certificate-not-trusted mx=mx1.example.org
        1-6   postfix   tlsa X 9 0
        7-10  postfix   tlsa Y 9 0
    )"));
    QVERIFY(story.raises(Rule::R15));
    QVERIFY(!story.raises(Rule::R16));
}

void TestDane::serversNotToldAreNoChange()
{
    const Scenario story(R"(
        text A 3 1 1 aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
        text B 3 1 1 bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
        text AB 3 1 1 aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | 3 1 1 bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
        1-10  microsoft tlsa A 9 0
        1-6   microsoft tlsa AB 9 0
        7-10  microsoft tlsa AB 0 9 9 tlsa-invalid
        1-10  microsoft tlsa B 9 0
    )");
    QCOMPARE(story.one(Rule::R15).severity, Severity::Critical);
    QVERIFY(!story.raises(Rule::R16));
    QVERIFY(!story.raises(Rule::R31b));
}

void TestDane::unusableByTheRecord_data()
{
    QTest::addColumn<QByteArray>("record");
    QTest::addColumn<TlsaDefect>("defect");
    QTest::newRow("usage") << QByteArray("1 1 1 a64") << TlsaDefect::UsageUnusable;
    QTest::newRow("selector") << QByteArray("3 2 1 a64") << TlsaDefect::SelectorUnknown;
    QTest::newRow("matching") << QByteArray("3 1 3 a64") << TlsaDefect::MatchingUnknown;
    QTest::newRow("length") << QByteArray("3 1 1 a60") << TlsaDefect::LengthWrong;
    QTest::newRow("digits") << QByteArray("3 1 1 xyz") << TlsaDefect::NotHexadecimal;
}

void TestDane::unusableByTheRecord()
{
    QFETCH(QByteArray, record);
    QFETCH(TlsaDefect, defect);
    const Scenario story("tlsa U mx1.example.org | " + record + "\n1-5 postfix tlsa U 9 0");
    const Finding finding = story.one(Rule::R17);
    QCOMPARE(finding.severity, Severity::High);
    QVERIFY(finding.confidence.certain);
    QCOMPARE(finding.mx, QStringLiteral("mx1.example.org"));
    QCOMPARE(finding.details.records.size(), 1u);
    QCOMPARE(finding.details.records[0].defect, defect);
    QVERIFY(!finding.mailAffected);
    QVERIFY(!finding.checks.empty());
    QCOMPARE(finding.policyRows.size(), 5u);
}

void TestDane::unusableBesideUsable()
{
    QCOMPARE(Scenario("tlsa U mx1.example.org | 3 1 1 a64 | 1 1 1 a64\n1-5 postfix tlsa U 9 0")
                 .one(Rule::R17)
                 .severity,
             Severity::Low);
    QCOMPARE(Scenario("tlsa U mx1.example.org | 3 1 1 a64 | 3 1 1 a10\n1-5 postfix tlsa U 9 0")
                 .one(Rule::R17)
                 .severity,
             Severity::Medium);
}

void TestDane::unusableAsSaid()
{
    const Scenario story(R"(
        tlsa U mx1.example.org | 0 1 1 a64
        1-5 postfix tlsa U 9 3 3 tlsa-invalid mx=mx1.example.org reason=all-TLSA-records-unusable
    )");
    const Finding finding = story.one(Rule::R17);
    QCOMPARE(finding.severity, Severity::High);
    QCOMPARE(finding.occurrences, 15);
    QCOMPARE(finding.effect, MailEffect::DeliveredUnauthenticated);
    QVERIFY(finding.mailAffected);
    QVERIFY(finding.confidence.certain);
}

void TestDane::unusableExplainsTheMismatch()
{
    const Scenario story(R"(
        tlsa U mx1.example.org | 3 1 1 a60
        1-5 postfix tlsa U 0 3 3 tlsa-invalid mx=mx1.example.org
    )");
    QVERIFY(story.raises(Rule::R17));
    QVERIFY(!story.raises(Rule::R15));
}

void TestDane::oddSpellingOfOneSender()
{
    const Scenario story(with(R"(
        tlsa O mx1.example.org | TLSA-of-mx1
        1-5 postfix   tlsa A 9 0
        1-5 microsoft tlsa O 9 0
    )"));
    QVERIFY(!story.raises(Rule::R17));
}

/// A sender that puts a list of records as text into one string.
void TestDane::nestedRecordsAreTwo()
{
    const QByteArray json = R"({
        "organization-name": "Microsoft Corporation",
        "date-range": {"start-datetime": "2026-01-05T00:00:00Z",
                       "end-datetime": "2026-01-05T23:59:59Z"},
        "contact-info": "tlsrpt-noreply@microsoft.com", "report-id": "133+example.org",
        "policies": [
          {"policy": {"policy-type": "sts", "policy-domain": "example.org",
             "policy-string": ["version: STSv1", "mode: enforce", "mx: mx1.example.org",
                               "max_age: 2592000"]},
           "summary": {"total-successful-session-count": 2, "total-failure-session-count": 0}},
          {"policy": {"policy-type": "tlsa", "policy-domain": "example.org",
             "policy-string": ["[\"3 1 1 AA\",\"3 1 1 BB\"]"]},
           "summary": {"total-successful-session-count": 2, "total-failure-session-count": 0}}]})";
    QByteArray full = json;
    full.replace("3 1 1 AA", QByteArray("3 1 1 ").append(64, 'A'));
    full.replace("3 1 1 BB", QByteArray("3 1 1 ").append(64, 'B'));
    ReportParser parser{Limits{}};
    const auto report = parser.parse(full, {}, QStringLiteral("report.json"));
    QVERIFY(report);
    const auto facts = made::factsOf({*report});
    const auto diagnosis = diagnose(*facts, {newestReportDay(*facts).value(), false});
    QVERIFY2(!Scenario::text(*diagnosis).contains(QStringLiteral("R17")),
             qPrintable(Scenario::text(*diagnosis)));
    int sets = 0;
    for (const PolicySpan &span : diagnosis->domains.front()->history) {
        if (span.track == Track::Tlsa) {
            ++sets;
            QCOMPARE(span.lines.size(), 2);
        }
    }
    QCOMPARE(sets, 1);
}

void TestDane::usableRecordsAreSilent()
{
    const Scenario story(with(R"(
        tlsa TA mx3.example.org | 2 0 1 a64 | 3 1 2 b128 | 3 1 0 abcd
        1-30 postfix tlsa A 9 0
        1-30 postfix tlsa X 9 0
        1-30 postfix tlsa TA 9 0
    )"));
    QVERIFY2(story.diagnosis().findings.empty(), qPrintable(story.lines().join(u'\n')));
}

QTEST_GUILESS_MAIN(TestDane)
#include "test_dane.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Whole reports as the well-known senders write them.
#include "fixture.h"

#include <QTest>

using namespace tlsrpt;
using namespace tlsrpt::test;

class TestDocuments : public QObject
{
    Q_OBJECT
private slots:
    void clean();
    void google();
    void googleOf2019();
    void microsoft();
    void microsoftOf2023();
    void mailRu();
    void postfix();
    void numberOfThirtyDigits();
    void halfSurrogate();
    void sameReportTwice();
    void twoHousesWithOneReportId();
    void reorderedReportHasTheSameContent();
    void parserIsReusable();
};

void TestDocuments::clean()
{
    const auto report = parsed(fixture(u"clean.json"_qs));
    QVERIFY(report);
    QCOMPARE(report->organization, u"Sender Example"_qs);
    QCOMPARE(report->contact, u"tls-reports@mail.sender.example"_qs);
    QCOMPARE(report->reportId, u"2026-03-01T00:00:00Z_example.org"_qs);
    QCOMPARE(report->reporterKey, u"sender.example"_qs);
    QCOMPARE(report->start, 1772323200);
    QCOMPARE(report->end, 1772323200 + 86400);
    QCOMPARE(report->day().toIso(), u"2026-03-01"_qs);
    QCOMPARE(report->policies.size(), std::size_t(3));

    const PolicyResult &sts = report->policies[0];
    QCOMPARE(sts.track, Track::Sts);
    QCOMPARE(sts.policyType, u"sts"_qs);
    QCOMPARE(sts.policyStrings.size(), 5);
    QCOMPARE(sts.policyDomain, u"example.org"_qs);
    QCOMPARE(sts.mxHosts, QStringList({u"mx1.example.org"_qs, u"*.example.net"_qs}));
    QCOMPARE(sts.successful, 100);
    QCOMPARE(sts.failed, 3);
    FailureDetail expected;
    expected.resultType = u"certificate-expired"_qs;
    expected.sendingMtaIp = u"192.0.2.1"_qs;
    expected.receivingMx = u"mx1.example.org"_qs;
    expected.receivingHelo = u"mx1.example.org ESMTP"_qs;
    expected.receivingIp = u"2001:db8::25"_qs;
    expected.additionalInformation = u"https://sender.example/why?id=7"_qs;
    expected.reasonCode = u"notAfter passed"_qs;
    expected.failedSessions = 2;
    QCOMPARE(sts.failures.size(), std::size_t(2));
    QCOMPARE(sts.failures[0], expected);

    QCOMPARE(report->policies[1].track, Track::Tlsa);
    QCOMPARE(report->policies[1].policyDomainAsSent, u"mx1.example.org"_qs);
    QCOMPARE(report->policies[1].policyDomain, u"example.org"_qs);
    QCOMPARE(report->policies[2].track, Track::None);
    for (const PolicyResult &row : report->policies)
        QVERIFY(row.inHeadline);
}

void TestDocuments::google()
{
    const auto report = parsed(fixture(u"google.json"_qs));
    QVERIFY(report);
    QCOMPARE(report->reporterKey, u"google.com"_qs);
    const PolicyResult &row = report->policies[0];
    QCOMPARE(row.policyStrings.first(), u"version: STSv1"_qs);
    QCOMPARE(row.failed, 5);
    QCOMPARE(row.failures[1].sendingMtaIp, QString());
    QVERIFY(has(*report, DeviationKind::PolicyStringTrimmed));
    QVERIFY(!has(*report, DeviationKind::AddressMissing));
}

void TestDocuments::googleOf2019()
{
    const auto report = parsed(fixture(u"google-2019-counter-missing.json"_qs));
    QVERIFY(report);
    QCOMPARE(listed(report->deviations),
             u"30 /policies/0/summary/total-failure-session-count []"_qs);
    QCOMPARE(report->policies[0].successful, 1);
    QCOMPARE(report->policies[0].failed, 0);
}

void TestDocuments::microsoft()
{
    const auto report = parsed(fixture(u"microsoft-double-rows.json"_qs));
    QVERIFY(report);
    QCOMPARE(report->reporterKey, u"microsoft.com"_qs);
    const PolicyResult &sts = report->policies[0];
    const PolicyResult &tlsa = report->policies[1];
    QCOMPARE(tlsa.policyStrings.size(), 2);
    QVERIFY(tlsa.policyStrings[1].startsWith(u"3 1 1 FFEE"));
    QCOMPARE(sts.mxHosts, QStringList{u"*.example.org"_qs}); // from the policy's own text
    QVERIFY(!sts.inHeadline && tlsa.inHeadline);             // DANE saw the failures
    QVERIFY(has(*report, DeviationKind::PolicyDomainNotTheServer));
    QVERIFY(has(*report, DeviationKind::MxMissing));
    QVERIFY(has(*report, DeviationKind::AddressMissing));
}

void TestDocuments::microsoftOf2023()
{
    const auto report = parsed(fixture(u"microsoft-2023-no-zone.json"_qs));
    QVERIFY(report);
    QCOMPARE(report->end - report->start, 86400);
    QCOMPARE(report->day().toIso(), u"2023-03-02"_qs);
    QVERIFY(has(*report, DeviationKind::TimeWithoutZone));
    QVERIFY(has(*report, DeviationKind::PolicyStringMissing));
    QVERIFY(!has(*report, DeviationKind::MxMissing)); // no server was involved
}

void TestDocuments::mailRu()
{
    const auto report = parsed(fixture(u"mailru-details-overlap.json"_qs));
    QVERIFY(report);
    QCOMPARE(report->reporterKey, u"mail.ru"_qs);
    QCOMPARE(report->policies[0].failed, 1); // the summary, not the details
    QCOMPARE(report->policies[0].failures.size(), std::size_t(2));
    QVERIFY(has(*report, DeviationKind::DetailsDoNotSum));
}

void TestDocuments::postfix()
{
    DocumentHints hints;
    hints.reportDomain = u"Example.org."_qs;
    const auto report = parsed(fixture(u"postfix-sys4-no-domain.json"_qs), hints);
    QVERIFY(report);
    for (const PolicyResult &row : report->policies) {
        QCOMPARE(row.policyDomain, u"example.org"_qs);
        QVERIFY(row.inHeadline);
    }
    QCOMPARE(report->policies[0].policyDomainAsSent, u"mx1.example.org"_qs);
    QVERIFY(report->policies[0].failures[0].receivingHelo.startsWith(u"250-mx1"));
    QCOMPARE(listed(report->deviations), u"23 /policies/1/policy/policy-domain []"_qs);
}

void TestDocuments::numberOfThirtyDigits()
{
    const auto report = parsed(fixture(u"number-of-thirty-digits.json"_qs));
    QVERIFY(report);
    QVERIFY(has(*report, DeviationKind::NumbersOutOfRange));
    QVERIFY(has(*report, DeviationKind::CountUnusable));
    QCOMPARE(report->policies[0].successful, 5);
    QCOMPARE(report->policies[0].failed, 0);
}

void TestDocuments::halfSurrogate()
{
    const auto report = parsed(fixture(u"half-surrogate.json"_qs));
    QVERIFY(report);
    QVERIFY(has(*report, DeviationKind::NumbersOutOfRange));
    QVERIFY(report->organization.startsWith(u"Sender "));
    QVERIFY(report->organization.endsWith(u" Example"));
    QCOMPARE(report->policies[0].successful, 5);
}

void TestDocuments::sameReportTwice()
{
    const QByteArray json = fixture(u"clean.json"_qs);
    DocumentHints hints;
    hints.reportDomain = u"other.example"_qs;
    hints.submitter = u"relay.example"_qs;
    hints.from = u"gateway@relay.example"_qs;
    const auto first = parsed(json);
    const auto second = parsed(QByteArray("\xEF\xBB\xBF" + json + "\n-- \n"), hints);
    QVERIFY(first && second);
    QCOMPARE(identityOf(*first), identityOf(*second));
    QCOMPARE(contentHashOf(*first), contentHashOf(*second));
    QCOMPARE(second->submitter, u"relay.example"_qs);
    QCOMPARE(second->reporterKey, u"sender.example"_qs);
}

void TestDocuments::twoHousesWithOneReportId()
{
    const QByteArray json = fixture(u"postfix-sys4-no-domain.json"_qs);
    QByteArray other = json;
    other.replace("postmaster@sender.example", "postmaster@second.example");
    QVERIFY(identityOf(*parsed(json)) != identityOf(*parsed(other)));
    QCOMPARE(contentHashOf(*parsed(json)), contentHashOf(*parsed(other)));
}

void TestDocuments::reorderedReportHasTheSameContent()
{
    const auto report = parsed(fixture(u"microsoft-double-rows.json"_qs));
    QVERIFY(report);
    const QByteArray head = "{\"report-id\":\"134000000000000001+example.org\",\"contact-info\":"
                            "\"tlsrpt-noreply@microsoft.com\","
                            "\"date-range\":{\"end-datetime\":\"2026-03-03T00:00:00Z\",\"start-"
                            "datetime\":\"2026-03-02T00:00:00+00:00\"},\"policies\":[";
    const QByteArray tlsa = "{\"failure-details\":[{\"failure-reason-code\":\"VALIDATION_FAILURE\","
                            "\"failed-session-count\":\"2\",\"result-type\":\"TLSA-invalid\"}],"
                            "\"summary\":{\"total-failure-session-count\":2,\"total-successful-"
                            "session-count\":5},\"policy\":{\"policy-domain\":\"EXAMPLE.org\","
                            "\"policy-string\":[\"3 1 1 "
                            "00112233445566778899AABBCCDDEEFF00112233445566778899AABBCCDDEEFF\","
                            "\"3 1 1 "
                            "FFEEDDCCBBAA99887766554433221100FFEEDDCCBBAA99887766554433221100\"],"
                            "\"policy-type\":\"TLSA\"}}";
    const QByteArray sts = "{\"policy\":{\"mx-host\":\"*.example.org\",\"policy-domain\":\"example."
                           "org.\",\"policy-type\":\"sts\",\"policy-string\":"
                           "\"version: STSv1\\nmode: enforce\\nmx: *.example.org\\nmax_age: "
                           "2592000\"},\"failure-details\":null,"
                           "\"summary\":{\"total-successful-session-count\":7}}";
    const auto other = parsed(head + tlsa + "," + sts + "]}");
    QVERIFY(other);
    QCOMPARE(contentHashOf(*other), contentHashOf(*report));
    QCOMPARE(identityOf(*other), identityOf(*report));
}

void TestDocuments::parserIsReusable()
{
    // Buffers and names stay between documents; nothing of one report may leak into the next.
    ReportParser parser({});
    const QStringList names{u"clean.json"_qs,          u"google.json"_qs,
                            u"half-surrogate.json"_qs, u"microsoft-double-rows.json"_qs,
                            u"windows-1252.json"_qs,   u"postfix-sys4-no-domain.json"_qs};
    const QByteArray big = fixture(u"clean.json"_qs) + QByteArray(6 * 1024 * 1024, ' ');
    for (int round = 0; round < 3; ++round) {
        for (const QString &name : names) {
            const auto report = parser.parse(fixture(name), {}, name);
            QVERIFY2(report, qPrintable(name));
            QCOMPARE(*report, *parsed(fixture(name)));
        }
        QVERIFY(!parser.parse("{\"policies\":", {}, {}));
        QCOMPARE(*parser.parse(big, {}, {}), *parsed(fixture(u"clean.json"_qs)));
    }
}

QTEST_GUILESS_MAIN(TestDocuments)
#include "test_documents.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The hashes that know a report again.
#include "core/report/report.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace tlsrpt;

namespace
{

FailureDetail detail(const QString &type, const QString &mx, qint64 count)
{
    FailureDetail d;
    d.resultType = type;
    d.receivingMx = mx;
    d.failedSessions = count;
    return d;
}

Report sample()
{
    Report report;
    report.organization = u"Mail House"_qs;
    report.contact = u"tls@mail.house.example"_qs;
    report.reportId = u"2026-03-01T00:00:00Z_idx1_example.org"_qs;
    report.start = 1772323200;
    report.end = report.start + 86400;
    PolicyResult sts;
    sts.policyType = u"sts"_qs;
    sts.track = Track::Sts;
    sts.policyStrings = QStringList{u"version: STSv1"_qs, u"mode: enforce"_qs};
    sts.policyDomain = sts.policyDomainAsSent = u"example.org"_qs;
    sts.mxHosts = QStringList{u"mx1.example.org"_qs};
    sts.successful = 10;
    sts.failed = 3;
    sts.failures = {detail(u"certificate-expired"_qs, u"mx1.example.org"_qs, 1),
                    detail(u"validation-failure"_qs, u"mx2.example.org"_qs, 2)};
    PolicyResult none;
    none.policyType = u"no-policy-found"_qs;
    none.track = Track::None;
    none.policyDomain = none.policyDomainAsSent = u"example.net"_qs;
    none.successful = 4;
    report.policies = {sts, none};
    return report;
}

using Change = void (*)(Report &);

} // namespace

Q_DECLARE_METATYPE(Change)

class TestFingerprint : public QObject
{
    Q_OBJECT
private slots:
    void sixteenBytesAndStable();
    void identity_data();
    void identity();
    void content_data();
    void content();
    void fieldsDoNotRunIntoEachOther();
    void twoHousesOfSys4();
};

void TestFingerprint::sixteenBytesAndStable()
{
    // Written into archives: these values must never change.
    QCOMPARE(identityOf(sample()).toHex(), QByteArray("5b018496fa2ea243d71f67d14428934a"));
    QCOMPARE(contentHashOf(sample()).toHex(), QByteArray("2453bb3bbad195de4fbb32d2ce944707"));
}

void TestFingerprint::identity_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<bool>("same");
    const auto row = [](const char *name, bool same, Change change) {
        QTest::newRow(name) << change << same;
    };
    row("nothing", true, [](Report &) {});
    row("another id", false, [](Report &r) { r.reportId += u'x'; });
    row("another day", false, [](Report &r) { r.start += 86400; });
    row("another contact domain", false, [](Report &r) { r.contact = u"tls@other.example"_qs; });
    row("another mailbox of the house", true,
        [](Report &r) { r.contact = u"Reports <ops@MAIL.house.example.>"_qs; });
    row("organization beside a contact", true, [](Report &r) { r.organization = u"Renamed"_qs; });
    row("another policy domain", false,
        [](Report &r) { r.policies[1].policyDomainAsSent = u"example.com"_qs; });
    row("a missing policy domain", false,
        [](Report &r) { r.policies[1].policyDomainAsSent.clear(); });
    row("rows in another order", true,
        [](Report &r) { std::reverse(r.policies.begin(), r.policies.end()); });
    row("a domain twice", true, [](Report &r) { r.policies.push_back(r.policies[0]); });
    row("other numbers", true, [](Report &r) { r.policies[0].failed = 99; });
    row("what the mail said", true, [](Report &r) {
        r.submitter = u"relay.example"_qs;
        r.reporterKey = u"relay.example"_qs;
        r.policies[1].policyDomain = u"hint.example"_qs;
        r.policies[1].inHeadline = false;
        r.deviations.push_back({});
    });
}

void TestFingerprint::identity()
{
    QFETCH(Change, change);
    QFETCH(bool, same);
    Report changed = sample();
    change(changed);
    QCOMPARE(identityOf(changed) == identityOf(sample()), same);
}

void TestFingerprint::content_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<bool>("same");
    const auto row = [](const char *name, bool same, Change change) {
        QTest::newRow(name) << change << same;
    };
    row("nothing", true, [](Report &) {});
    row("another id", true, [](Report &r) { r.reportId.clear(); });
    row("rows in another order", true,
        [](Report &r) { std::reverse(r.policies.begin(), r.policies.end()); });
    row("details in another order", true, [](Report &r) {
        std::reverse(r.policies[0].failures.begin(), r.policies[0].failures.end());
    });
    row("result type in capitals", true,
        [](Report &r) { r.policies[0].failures[0].resultType = u"Certificate-Expired"_qs; });
    row("policy type in capitals", true, [](Report &r) { r.policies[0].policyType = u"STS"_qs; });
    row("what the mail said", true, [](Report &r) {
        r.submitter = r.reporterKey = u"relay.example"_qs;
        r.policies[1].policyDomain = u"hint.example"_qs;
        r.policies[0].inHeadline = false;
        r.deviations.push_back({});
    });
    row("successful", false, [](Report &r) { ++r.policies[0].successful; });
    row("failed", false, [](Report &r) { ++r.policies[0].failed; });
    row("occurrences", false, [](Report &r) { ++r.policies[0].failures[1].failedSessions; });
    row("counts swapped between rows", false,
        [](Report &r) { std::swap(r.policies[0].successful, r.policies[1].successful); });
    row("start", false, [](Report &r) { ++r.start; });
    row("end", false, [](Report &r) { ++r.end; });
    row("domain", false, [](Report &r) { r.policies[0].policyDomainAsSent = u"example.com"_qs; });
    row("track", false, [](Report &r) { r.policies[1].track = Track::Tlsa; });
    row("unknown type", false, [](Report &r) { r.policies[1].track = Track::Other; });
    row("policy text", false,
        [](Report &r) { r.policies[0].policyStrings[1] = u"mode: testing"_qs; });
    row("patterns", false, [](Report &r) { r.policies[0].mxHosts.clear(); });
    row("server", false, [](Report &r) { r.policies[0].failures[0].receivingMx.clear(); });
    row("sending address", false,
        [](Report &r) { r.policies[0].failures[0].sendingMtaIp = u"192.0.2.1"_qs; });
    row("receiving address", false,
        [](Report &r) { r.policies[0].failures[0].receivingIp = u"192.0.2.1"_qs; });
    row("reason", false, [](Report &r) { r.policies[0].failures[0].reasonCode = u"x"_qs; });
    row("helo", false, [](Report &r) { r.policies[0].failures[0].receivingHelo = u"x"_qs; });
    row("information", false,
        [](Report &r) { r.policies[0].failures[0].additionalInformation = u"x"_qs; });
    row("one row less", false, [](Report &r) { r.policies.pop_back(); });
    row("one detail twice", false,
        [](Report &r) { r.policies[0].failures.push_back(r.policies[0].failures[0]); });
}

void TestFingerprint::content()
{
    QFETCH(Change, change);
    QFETCH(bool, same);
    Report changed = sample();
    change(changed);
    QCOMPARE(contentHashOf(changed) == contentHashOf(sample()), same);
}

void TestFingerprint::fieldsDoNotRunIntoEachOther()
{
    Report a = sample();
    Report b = sample();
    a.policies[0].failures[0].reasonCode = u"ab"_qs;
    a.policies[0].failures[0].additionalInformation = u"c"_qs;
    b.policies[0].failures[0].reasonCode = u"b"_qs;
    b.policies[0].failures[0].additionalInformation = u"ca"_qs;
    QVERIFY(contentHashOf(a) != contentHashOf(b));

    a.policies[0].policyStrings = QStringList{u"x"_qs};
    a.policies[0].mxHosts = QStringList{u"y"_qs, u"z"_qs};
    b = a;
    b.policies[0].policyStrings = QStringList{u"x"_qs, u"y"_qs};
    b.policies[0].mxHosts = QStringList{u"z"_qs};
    QVERIFY(contentHashOf(a) != contentHashOf(b));
}

void TestFingerprint::twoHousesOfSys4()
{
    Report other = sample();
    other.contact = u"postmaster@second.example"_qs;
    QVERIFY(identityOf(other) != identityOf(sample()));

    Report first = sample();
    Report second = sample();
    first.contact.clear();
    second.contact = u"see our web site"_qs; // no domain, so the name decides
    QCOMPARE(identityOf(first), identityOf(second));
    second.organization = u"Second House"_qs;
    QVERIFY(identityOf(first) != identityOf(second));
}

QTEST_GUILESS_MAIN(TestFingerprint)
#include "test_fingerprint.moc"

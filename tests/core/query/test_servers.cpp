// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/query/made.h"

#include <QtTest>

using namespace tlsrpt;
using namespace tlsrpt::made;

namespace
{

const ServerRow &hostOf(const std::vector<ServerRow> &rows, const char *mx)
{
    for (const ServerRow &row : rows) {
        if (row.mx == QLatin1String(mx))
            return row;
    }
    qFatal("no host %s", mx);
}

FailureDetail withHelo(FailureDetail detail, const char *helo)
{
    detail.receivingHelo = QString::fromLatin1(helo);
    return detail;
}

} // namespace

class TestServers : public QObject
{
    Q_OBJECT

private slots:
    void oneHost();
    void children();
    void coverageOfTheNewestPolicy();
    void coverageByName();
    void goingOn_data();
    void goingOn();
    void newestHelo();
    void sampleOfTheMainCause();
    void policiesAreMergedByMeaning();
    void order();
};

void TestServers::oneHost()
{
    const auto rows = servers(
        *factsOf({report("google.com", day(0),
                         {sts("example.org", 5, 4,
                              {failure("certificate-expired", 3, "mx1.example.org", "", "192.0.2.1"),
                               failure("Certificate-Expired", 2, "mx1.example.org", "", "192.0.2.2"),
                               failure("starttls-not-supported", 1, "mx1.example.org")})}),
                  report("mail.ru", day(9), {tlsa("example.net", 1, 1, {failure("certificate-expired", 1, "mx1.example.org", "", "192.0.2.1")})})}),
        {});
    QCOMPARE(rows.size(), size_t(1));
    const ServerRow &row = rows[0];
    QCOMPARE(row.domains, (QStringList{QStringLiteral("example.net"), QStringLiteral("example.org")}));
    QCOMPARE(row.occurrences, 7);
    QCOMPARE(row.mainCause, Cause::Expired);
    QCOMPARE(row.causes, 2);
    QCOMPARE(row.addressCount, 2);
    QCOMPARE(row.senderCount, 2);
    QVERIFY(row.dane);
    QCOMPARE(row.first, day(0));
    QCOMPARE(row.last, day(9));
    QCOMPARE(row.occurrencesByGroup[size_t(CauseGroup::CertificateExpired)], 6);
    QCOMPARE(row.occurrencesByGroup[size_t(CauseGroup::NoEncryption)], 1);
    QCOMPARE(row.resultTypes.size(), size_t(2));
    QCOMPARE(row.resultTypes.at(QStringLiteral("certificate-expired")), 6);
    QCOMPARE(row.byBin, (std::vector<qint64>{6, 0, 0, 0, 0, 0, 0, 0, 0, 1}));
}

void TestServers::children()
{
    const auto rows = servers(
        *factsOf({report("google.com", day(0),
                         {sts("example.org", 5, 4,
                              {failure("certificate-expired", 3, "mx1.example.org", "", "192.0.2.1"),
                               failure("validation-failure", 2, "mx1.example.org", "self-signed_certificate", "192.0.2.2"),
                               failure("validation-failure", 1, "mx1.example.org", "odd words")})}),
                  report("mail.ru", day(2), {sts("example.org", 1, 1, {failure("certificate-expired", 1, "mx1.example.org", "", "192.0.2.2")})})}),
        {});
    const ServerRow &row = rows[0];
    QCOMPARE(row.addresses.size(), size_t(3));
    QCOMPARE(row.addresses[0].name, QStringLiteral("192.0.2.1"));
    QCOMPARE(row.addresses[0].occurrences, 3);
    QCOMPARE(row.addresses[1].name, QStringLiteral("192.0.2.2"));
    QCOMPARE(row.addresses[1].occurrences, 3);
    QCOMPARE(row.addresses[1].senders, 2);
    QCOMPARE(row.addresses[1].first, day(0));
    QCOMPARE(row.addresses[1].last, day(2));
    QCOMPARE(row.addresses[1].byBin, (std::vector<qint64>{2, 0, 1}));
    QCOMPARE(row.addresses[2].name, QString());
    QCOMPARE(row.addressCount, 2);
    QCOMPARE(row.causeList.size(), size_t(3));
    QCOMPARE(row.causeList[0].cause, Cause::Expired);
    QCOMPARE(row.causeList[0].occurrences, 4);
    QCOMPARE(row.causeList[0].senders, 2);
    QCOMPARE(row.causeList[1].cause, Cause::SelfSigned);
    QCOMPARE(row.causeList[1].reason, QStringLiteral("self-signed_certificate"));
    QCOMPARE(row.causeList[1].resultType, QStringLiteral("validation-failure"));
    QCOMPARE(row.causeList[2].reason, QStringLiteral("odd words"));
    QCOMPARE(row.senders.size(), size_t(2));
    QCOMPARE(row.senders[0].name, QStringLiteral("GOOGLE.COM"));
    QCOMPARE(row.senders[0].key, QStringLiteral("google.com"));
    QCOMPARE(row.senders[0].occurrences, 6);
    QCOMPARE(row.senders[1].occurrences, 1);
}

void TestServers::coverageOfTheNewestPolicy()
{
    const auto patterns = [](const char *pattern) { return QStringList{QString::fromLatin1(pattern)}; };
    const auto at = [&](int offset, const char *pattern) {
        return report("a.example", day(offset),
                      {sts("example.org", 0, 1, {failure("certificate-expired", 1, "mx1.example.org")}, "enforce",
                           patterns(pattern))});
    };
    // Not covered at first, covered later; read in the wrong order.
    const auto later = servers(*factsOf({at(5, "*.example.org"), at(1, "mail.example.org")}), {});
    QCOMPARE(later[0].coverage, Coverage::Covered);
    QCOMPARE(later[0].pattern, QStringLiteral("*.example.org"));
    const auto sooner = servers(*factsOf({at(1, "*.example.org"), at(5, "mail.example.org")}), {});
    QCOMPARE(sooner[0].coverage, Coverage::NotCovered);
    QCOMPARE(sooner[0].pattern, QString());
    // A later report without the policy says nothing.
    const auto silent = servers(
        *factsOf({at(1, "mail.example.org"),
                  report("b.example", day(6), {sts("example.org", 0, 1, {failure("certificate-expired", 1, "mx1.example.org")}, "")})}),
        {});
    QCOMPARE(silent[0].coverage, Coverage::NotCovered);
}

void TestServers::coverageByName()
{
    const auto rows = servers(
        *factsOf({report("a.example", day(0),
                         {sts("example.org", 0, 1, {failure("certificate-expired", 1, "mx1.example.org")}, "enforce",
                              {QStringLiteral("mx1.example.org")})}),
                  report("a.example", day(0), {tlsa("mx2.example.org", 0, 1, {failure("tlsa-invalid", 1, "mx2.example.org")})}),
                  report("a.example", day(0), {sts("example.org", 0, 1, {failure("certificate-expired", 1, "mx3.example.org")}, "")})}),
        {});
    QCOMPARE(hostOf(rows, "mx1.example.org").coverage, Coverage::Covered);
    QCOMPARE(hostOf(rows, "mx1.example.org").pattern, QString());
    QCOMPARE(hostOf(rows, "mx2.example.org").coverage, Coverage::NotApplicable);
    QVERIFY(hostOf(rows, "mx2.example.org").dane);
    QCOMPARE(hostOf(rows, "mx3.example.org").coverage, Coverage::Unknown);
    QVERIFY(!hostOf(rows, "mx3.example.org").dane);
}

void TestServers::goingOn_data()
{
    QTest::addColumn<int>("failed");
    QTest::addColumn<int>("senderLast"); ///< newest report of the sender that saw it
    QTest::addColumn<int>("otherLast");  ///< of another sender
    QTest::addColumn<bool>("goingOn");
    QTest::newRow("last day") << 10 << 10 << 10 << true;
    QTest::newRow("two days ago") << 8 << 10 << 10 << true;
    QTest::newRow("three days ago") << 7 << 10 << 10 << false;
    QTest::newRow("its sender has not reported since") << 7 << 7 << 40 << true;
}

void TestServers::goingOn()
{
    QFETCH(int, failed);
    QFETCH(int, senderLast);
    QFETCH(int, otherLast);
    QFETCH(bool, goingOn);
    const auto facts = factsOf({report("a.example", day(senderLast), {sts("example.net", 1, 0)}),
                                report("a.example", day(failed), {sts("example.org", 0, 1, {failure("certificate-expired", 1, "mx1.example.org")})}),
                                report("b.example", day(otherLast), {sts("example.org", 1, 0)})});
    QCOMPARE(servers(*facts, {})[0].goingOn, goingOn);
    // A failure filter hides the good reports; they are heard all the same.
    Filter filter;
    filter.onlyFailures = true;
    QCOMPARE(servers(*facts, filter)[0].goingOn, goingOn);
}

void TestServers::newestHelo()
{
    const auto rows = servers(
        *factsOf({report("b.example", day(4), {sts("example.org", 0, 1, {withHelo(failure("certificate-expired", 1, "mx1.example.org"), "250 new")})}),
                  report("a.example", day(2), {sts("example.org", 0, 1, {withHelo(failure("certificate-expired", 1, "mx1.example.org"), "250 old")})}),
                  report("a.example", day(6), {sts("example.org", 0, 1, {failure("certificate-expired", 1, "mx1.example.org")})})}),
        {});
    QCOMPARE(rows[0].helo, QStringLiteral("250 new"));
    QCOMPARE(rows[0].heloDay, day(4));
    QCOMPARE(rows[0].heloSender, QStringLiteral("B.EXAMPLE"));
}

void TestServers::sampleOfTheMainCause()
{
    const auto rows = servers(
        *factsOf({report("a.example", day(1),
                         {sts("example.org", 0, 9, {failure("certificate-expired", 9, "mx1.example.org", "", "192.0.2.7")}, "testing")}),
                  report("a.example", day(5),
                         {sts("example.net", 0, 1, {failure("starttls-not-supported", 1, "mx1.example.org", "nope", "192.0.2.8")})})}),
        {});
    QCOMPARE(rows[0].mainCause, Cause::Expired);
    QCOMPARE(rows[0].sample.domain, QStringLiteral("example.org"));
    QCOMPARE(rows[0].sample.receivingIp, QStringLiteral("192.0.2.7"));
    QCOMPARE(rows[0].sample.patterns, QStringList{QStringLiteral("*.example.org")});
    QCOMPARE(rows[0].sample.resultType, QStringLiteral("certificate-expired"));
    QCOMPARE(rows[0].sample.reason, QString());
    QCOMPARE(rows[0].sample.track, Track::Sts);
    QCOMPARE(rows[0].sample.mode, PolicyMode::Testing);
}

void TestServers::policiesAreMergedByMeaning()
{
    // The same policy with its lines in another order, and a defective one.
    PolicyResult turned = sts("example.org", 1, 0);
    turned.policyStrings = {turned.policyStrings[3], turned.policyStrings[0], turned.policyStrings[2],
                            turned.policyStrings[1]};
    PolicyResult broken = sts("example.org", 1, 0);
    broken.policyStrings = {QStringLiteral("version: STSv1"), QStringLiteral("nmx: mx1.example.org")};
    const auto seen = policiesSeen(
        *factsOf({report("a.example", day(0), {sts("example.org", 1, 0), sts("example.net", 1, 0)}),
                  report("b.example", day(3), {turned}),
                  report("b.example", day(4), {broken}),
                  report("b.example", day(4), {tlsa("example.org", 1, 0), row("no-policy-found", "example.org", 1, 0)})}),
        {});
    QCOMPARE(seen.size(), size_t(4)); // no-policy-found has none
    QCOMPARE(seen[0].domain, QStringLiteral("example.net"));
    QCOMPARE(seen[1].domain, QStringLiteral("example.org"));
    QCOMPARE(seen[1].policy.strings, broken.policyStrings); // newest first
    QCOMPARE(seen[2].first, day(0));
    QCOMPARE(seen[2].last, day(3));
    QCOMPARE(seen[2].senders, 2);
    QCOMPARE(seen[2].reports, 2);
    QCOMPARE(seen[2].policy.maxAge, 604800);
    QCOMPARE(seen[2].policy.strings, turned.policyStrings); // as written last
    QCOMPARE(seen[3].track, Track::Tlsa);
}

void TestServers::order()
{
    const auto rows = servers(
        *factsOf({report("a.example", day(0),
                         {sts("example.org", 0, 1,
                              {failure("certificate-expired", 1, "mx3.example.org"), failure("certificate-expired", 5, "mx2.example.org"),
                               failure("certificate-expired", 1, "mx1.example.org")})})}),
        {});
    QCOMPARE(rows[0].mx, QStringLiteral("mx2.example.org"));
    QCOMPARE(rows[1].mx, QStringLiteral("mx1.example.org"));
    QCOMPARE(rows[2].mx, QStringLiteral("mx3.example.org"));
}

QTEST_GUILESS_MAIN(TestServers)
#include "test_servers.moc"

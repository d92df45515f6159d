// SPDX-License-Identifier: GPL-3.0-or-later
// No session is counted twice in the headline, and none is left out.
#include "core/report/report.h"

#include <QElapsedTimer>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace tlsrpt;

namespace
{

PolicyResult policy(Track track, const QString &domain, qint64 successful, qint64 failed)
{
    PolicyResult row;
    row.track = track;
    row.policyDomain = domain.isEmpty() ? u"filled.example"_qs : domain;
    row.policyDomainAsSent = domain;
    row.successful = successful;
    row.failed = failed;
    return row;
}

const QString domain = u"example.org"_qs;

} // namespace

class TestHeadline : public QObject
{
    Q_OBJECT
private slots:
    void rows_data();
    void rows();
    void orderDoesNotMatter();
    void manyRowsEnd();
};

void TestHeadline::rows_data()
{
    QTest::addColumn<QList<PolicyResult>>("given");
    QTest::addColumn<QList<bool>>("expected");
    const auto row = [](const char *name, const QList<PolicyResult> &given,
                        const QList<bool> &expected) { QTest::newRow(name) << given << expected; };
    const PolicyResult sts = policy(Track::Sts, domain, 7, 0);
    row("nothing", {}, {});
    row("one row", {sts}, {true});
    row("Microsoft, both good", {sts, policy(Track::Tlsa, domain, 7, 0)}, {true, false});
    row("Microsoft, tlsa first", {policy(Track::Tlsa, domain, 7, 0), sts}, {false, true});
    row("Microsoft, DANE failed", {sts, policy(Track::Tlsa, domain, 5, 2)}, {false, true});
    row("Microsoft, sts failed",
        {policy(Track::Sts, domain, 4, 3), policy(Track::Tlsa, domain, 5, 2)}, {true, false});
    row("both failed alike", {policy(Track::Sts, domain, 4, 3), policy(Track::Tlsa, domain, 4, 3)},
        {true, false});
    row("other totals", {sts, policy(Track::Tlsa, domain, 8, 0)}, {true, true});
    row("Postfix, the mail host", {sts, policy(Track::Tlsa, u"mx.example.org"_qs, 7, 0)},
        {true, true});
    row("other domain", {sts, policy(Track::Tlsa, u"example.net"_qs, 7, 0)}, {true, true});
    row("domains not written", {policy(Track::Sts, {}, 7, 0), policy(Track::Tlsa, {}, 7, 0)},
        {true, true});
    row("no policy counts always",
        {sts, policy(Track::Tlsa, domain, 7, 0), policy(Track::None, domain, 7, 0)},
        {true, false, true});
    row("unknown policies count always",
        {policy(Track::Other, domain, 7, 0), policy(Track::Tlsa, domain, 7, 0)}, {true, true});
    row("two sts rows are two", {sts, sts}, {true, true});
    row("one tlsa pairs once", {sts, sts, policy(Track::Tlsa, domain, 7, 0)}, {true, true, false});
    row("two pairs",
        {sts, sts, policy(Track::Tlsa, domain, 7, 0), policy(Track::Tlsa, domain, 6, 1)},
        {true, false, false, true});
    row("two domains",
        {sts, policy(Track::Sts, u"example.net"_qs, 3, 0), policy(Track::Tlsa, domain, 7, 0),
         policy(Track::Tlsa, u"example.net"_qs, 3, 0)},
        {true, true, false, false});
}

void TestHeadline::rows()
{
    QFETCH(QList<PolicyResult>, given);
    QFETCH(QList<bool>, expected);
    Report report;
    report.policies.assign(given.begin(), given.end());
    for (PolicyResult &row : report.policies)
        row.inHeadline = false; // an older mark must not stay
    markHeadline(report);
    QList<bool> marks;
    for (const PolicyResult &row : report.policies)
        marks.append(row.inHeadline);
    if (qstrcmp(QTest::currentDataTag(), "two pairs") == 0)
        std::sort(marks.begin(), marks.begin() + 2, std::greater<>()); // the sts rows are alike
    QCOMPARE(marks, expected);
}

void TestHeadline::orderDoesNotMatter()
{
    std::vector<PolicyResult> rows{
        policy(Track::Sts, domain, 5, 0), policy(Track::Sts, domain, 3, 2),
        policy(Track::Tlsa, domain, 4, 1), policy(Track::Tlsa, domain, 3, 2)};
    std::vector<int> order{0, 1, 2, 3};
    QSet<qint64> failed;
    do {
        Report report;
        for (const int i : order)
            report.policies.push_back(rows[static_cast<std::size_t>(i)]);
        markHeadline(report);
        qint64 sum = 0;
        for (const PolicyResult &row : report.policies)
            sum += row.inHeadline ? row.failed : 0;
        failed.insert(sum);
    } while (std::next_permutation(order.begin(), order.end()));
    QCOMPARE(failed, QSet<qint64>{3});
}

void TestHeadline::manyRowsEnd()
{
    Report report;
    for (int i = 0; i < 100'000; ++i)
        report.policies.push_back(policy(i % 2 ? Track::Sts : Track::Tlsa, domain, 1, 0));
    QElapsedTimer timer;
    timer.start();
    markHeadline(report);
    QVERIFY2(timer.elapsed() < 10'000, "pairing takes the square of the rows");
    QCOMPARE(std::count_if(report.policies.begin(), report.policies.end(),
                           [](const PolicyResult &row) { return row.inHeadline; }),
             50'000);
}

QTEST_GUILESS_MAIN(TestHeadline)
#include "test_headline.moc"

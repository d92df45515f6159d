// SPDX-License-Identifier: GPL-3.0-or-later
// Counting rules on archives small enough to count by hand.
#include "tests/core/query/made.h"

#include <QtTest>

using namespace tlsrpt;
using namespace tlsrpt::made;

namespace
{

const DomainRow &domainOf(const Overview &answer, const char *domain)
{
    for (const DomainRow &row : answer.domains) {
        if (row.domain == QLatin1String(domain))
            return row;
    }
    qFatal("no domain %s", domain);
}

qint64 of(const GroupCounts &counts, CauseGroup group) { return counts[size_t(group)]; }

} // namespace

class TestOverview : public QObject
{
    Q_OBJECT

private slots:
    void partsOfTheHeadline_data();
    void partsOfTheHeadline();
    void sessionsUnderTwoPoliciesCountOnce();
    void theWorseOfTwoRowsCounts();
    void theOtherRowCountsAloneUnderItsTrack();
    void theOtherRowCountsAloneUnderItsHost();
    void hostRowsOfPostfixAddUp();
    void overlappingDetailsNeverMakeSessions();
    void detailsSmallerThanTheSummary();
    void policyLevelFailures();
    void severalReportsADayAddUp();
    void reportsAboutSeveralDomains();
    void everyDayOfThePeriod();
    void lastWeek();
    void senders();
    void senderNameIsTheNewest();
    void domainPolicyIsOfItsNewestDay();
    void worstHost();
    void worstSince_data();
    void worstSince();
    void sumsDoNotOverflow();
    void emptyPolicies();
};

void TestOverview::partsOfTheHeadline_data()
{
    QTest::addColumn<PolicyResult>("row");
    QTest::addColumn<qint64>("protectedCount");
    QTest::addColumn<qint64>("noPolicy");
    const auto add = [](const char *name, const PolicyResult &row, qint64 guarded, qint64 open) {
        QTest::newRow(name) << row << guarded << open;
    };
    add("enforce", sts("example.org", 5, 2), 5, 0);
    add("testing", sts("example.org", 5, 2, {}, "testing"), 5, 0);
    add("mode none", sts("example.org", 5, 2, {}, "none"), 0, 5);
    add("policy not told", sts("example.org", 5, 2, {}, ""), 5, 0);
    add("tlsa", tlsa("mx1.example.org", 5, 2), 5, 0);
    add("no policy", row("no-policy-found", "example.org", 5, 2), 0, 5);
    add("unknown type", row("dnssec-magic", "example.org", 5, 2), 0, 5);
}

void TestOverview::partsOfTheHeadline()
{
    QFETCH(PolicyResult, row);
    QFETCH(qint64, protectedCount);
    QFETCH(qint64, noPolicy);
    const Overview answer = overview(*factsOf({report("a.example", day(0), {row})}), {});
    QCOMPARE(answer.sessions.protectedCount, protectedCount);
    QCOMPARE(answer.sessions.noPolicy, noPolicy);
    QCOMPARE(answer.sessions.failed, 2);
    QCOMPARE(answer.sessions.total(), 7);
    const TrackSessions expected{5, 2};
    QCOMPARE(answer.tracks[size_t(row.track)], expected);
}

void TestOverview::sessionsUnderTwoPoliciesCountOnce()
{
    // Microsoft: 7 sessions under sts, the same 7 under tlsa.
    const Overview answer = overview(
        *factsOf({report("microsoft.com", day(0), {sts("example.org", 7, 0), tlsa("example.org", 7, 0)})}), {});
    QCOMPARE(answer.sessions.total(), 7);
    QCOMPARE(answer.tracks[size_t(Track::Sts)].successful, 7);
    QCOMPARE(answer.tracks[size_t(Track::Tlsa)].successful, 7);
    QCOMPARE(answer.senders[0].sessions.total(), 7);
    QCOMPARE(answer.senders[0].tracks[size_t(Track::Tlsa)].successful, 7);
    QCOMPARE(answer.domains.size(), size_t(1));
    QCOMPARE(answer.domains[0].sessions.total(), 7);
    QCOMPARE(answer.domains[0].reports, 1);
    QVERIFY(answer.domains[0].hasSts && answer.domains[0].hasTlsa);
    QCOMPARE(answer.domains[0].track, Track::Tlsa);
    QCOMPARE(answer.domains[0].mode, PolicyMode::Enforce);
}

void TestOverview::theWorseOfTwoRowsCounts()
{
    const Overview answer = overview(
        *factsOf({report("microsoft.com", day(0), {sts("example.org", 7, 0), tlsa("example.org", 4, 3)})}), {});
    QCOMPARE(answer.sessions.failed, 3);
    QCOMPARE(answer.sessions.total(), 7);
    QCOMPARE(answer.tracks[size_t(Track::Sts)].failed, 0);
}

void TestOverview::theOtherRowCountsAloneUnderItsTrack()
{
    const auto facts = factsOf(
        {report("microsoft.com", day(0), {sts("example.org", 5, 2), tlsa("example.org", 7, 0)})});
    Filter filter;
    filter.tracks = {Track::Tlsa};
    const Overview dane = overview(*facts, filter);
    QCOMPARE(dane.sessions.protectedCount, 7);
    QCOMPARE(dane.sessions.failed, 0);
    QCOMPARE(dane.tracks[size_t(Track::Sts)].successful, 0);
    filter.tracks = {Track::Sts};
    QCOMPARE(overview(*facts, filter).sessions.failed, 2);
    filter.tracks = {Track::Sts, Track::Tlsa};
    QCOMPARE(overview(*facts, filter).sessions.total(), 7);
}

void TestOverview::theOtherRowCountsAloneUnderItsHost()
{
    // Only the row that is left out of the headline has the host.
    const auto facts = factsOf(
        {report("microsoft.com", day(0),
                {sts("example.org", 5, 2), tlsa("example.org", 6, 1, {failure("tlsa-invalid", 1, "mx9.example.org")})})});
    Filter filter;
    filter.mx = QStringLiteral("mx9.example.org");
    const Overview answer = overview(*facts, filter);
    QCOMPARE(answer.sessions.failed, 1);
    QCOMPARE(answer.sessions.total(), 7);
    QCOMPARE(answer.occurrencesTotal, 1);
}

void TestOverview::hostRowsOfPostfixAddUp()
{
    // Postfix counts each session under one policy only, and names the host in tlsa rows.
    const Overview answer = overview(
        *factsOf({report("mail.example.net", day(0), {sts("example.org", 7, 0), tlsa("mx1.example.org", 7, 0)})}), {});
    QCOMPARE(answer.sessions.total(), 14);
    QVERIFY(domainOf(answer, "mx1.example.org").isMailHost);
    QVERIFY(!domainOf(answer, "example.org").isMailHost);
}

void TestOverview::overlappingDetailsNeverMakeSessions()
{
    // Mail.ru: one failed session, two details of one occurrence each.
    const Overview answer = overview(
        *factsOf({report("mail.ru", day(0),
                         {sts("example.org", 0, 1,
                              {failure("sts-policy-fetch-error", 1, "", "bad https response code: 404"),
                               failure("sts-policy-invalid", 1)}, "")})}), {});
    QCOMPARE(answer.sessions.failed, 1);
    QCOMPARE(answer.occurrencesTotal, 2);
    QCOMPARE(of(answer.occurrences, CauseGroup::PolicyFetch), 2);
    QCOMPARE(of(answer.senders[0].occurrences, CauseGroup::PolicyFetch), 2);
}

void TestOverview::detailsSmallerThanTheSummary()
{
    const Overview answer = overview(
        *factsOf({report("a.example", day(0),
                         {sts("example.org", 90, 10, {failure("certificate-expired", 3, "mx1.example.org")})})}), {});
    QCOMPARE(answer.sessions.failed, 10);
    QCOMPARE(answer.occurrencesTotal, 3);
    QCOMPARE(of(answer.days[0].occurrences, CauseGroup::CertificateExpired), 3);
    QCOMPARE(answer.days[0].sessions.failed, 10);
}

void TestOverview::policyLevelFailures()
{
    const auto facts = factsOf(
        {report("a.example", day(0), {sts("example.org", 0, 4, {failure("sts-policy-fetch-error", 4)}, "")})});
    const auto hosts = servers(*facts, {});
    QCOMPARE(hosts.size(), size_t(1));
    QCOMPARE(hosts[0].mx, QString());
    QCOMPARE(hosts[0].coverage, Coverage::NotApplicable);
    QCOMPARE(hosts[0].addressCount, 0);
}

void TestOverview::severalReportsADayAddUp()
{
    const Overview answer = overview(*factsOf({report("a.example", day(0), {sts("example.org", 5, 0)}),
                                               report("a.example", day(0), {sts("example.org", 6, 1)})}), {});
    QCOMPARE(answer.reports, 2);
    QCOMPARE(answer.sessions.total(), 12);
    QCOMPARE(answer.days.size(), size_t(1));
    QCOMPARE(answer.days[0].reports, 2);
    QCOMPARE(answer.senders[0].reports, 2);
    QCOMPARE(answer.senders[0].days, 1);
}

void TestOverview::reportsAboutSeveralDomains()
{
    const Overview answer = overview(
        *factsOf({report("a.example", day(0),
                         {sts("example.org", 5, 0), row("no-policy-found", "example.net", 3, 1),
                          sts("example.org", 2, 0)})}), {});
    QCOMPARE(answer.reports, 1);
    QCOMPARE(domainOf(answer, "example.org").sessions.total(), 7);
    QCOMPARE(domainOf(answer, "example.org").reports, 1);
    QCOMPARE(domainOf(answer, "example.net").sessions.noPolicy, 3);
    QCOMPARE(domainOf(answer, "example.net").sessions.failed, 1);
    QCOMPARE(answer.sessions.total(), 11);
}

void TestOverview::everyDayOfThePeriod()
{
    const auto facts = factsOf({report("a.example", day(4), {sts("example.org", 5, 0)}),
                                report("a.example", day(1), {sts("example.org", 6, 1)})});
    const Overview answer = overview(*facts, {});
    QCOMPARE(answer.days.size(), size_t(4));
    QCOMPARE(answer.days[0].day, day(1));
    QCOMPARE(answer.days[1].reports, 0);
    QCOMPARE(answer.days[3].sessions.total(), 5);
    QCOMPARE(answer.daysWithReports, 2);
    QCOMPARE(answer.first, day(1));
    QCOMPARE(answer.last, day(4));
    // A domain nobody reports about has the same days.
    Filter filter;
    filter.domains = {QStringLiteral("example.com")};
    const Overview nothing = overview(*facts, filter);
    QCOMPARE(nothing.days.size(), size_t(4));
    QCOMPARE(nothing.reports, 0);
    QCOMPARE(nothing.daysWithReports, 0);
}

void TestOverview::lastWeek()
{
    std::vector<Report> reports;
    for (int i = 0; i < 10; ++i)
        reports.push_back(report("a.example", day(i), {sts("example.org", 1, i == 3 ? 100 : 0)}));
    const Overview answer = overview(*factsOf(reports), {});
    QCOMPARE(answer.lastWeek.total(), 107); // days 3 to 9
    QCOMPARE(answer.domains[0].lastWeek.failed, 100);
    QCOMPARE(answer.domains[0].lastWeek.total(), 107);
    QCOMPARE(answer.domains[0].sessions.total(), 110);
}

void TestOverview::senders()
{
    std::vector<Report> reports;
    for (const int offset : {0, 2, 4, 11})
        reports.push_back(report("weekly.example", day(offset), {sts("example.org", 1, offset == 11 ? 1 : 0)}));
    for (int i = 0; i < 47; i += 2)
        reports.push_back(report("big.example", day(i), {sts("example.org", 100, 0)}));
    reports[0].deviations.push_back({DeviationKind::ContactMissing, {}, {}});
    reports[1].deviations.push_back({DeviationKind::MultiDay, {}, {}});
    const auto rows = tlsrpt::senders(*factsOf(reports), {});
    QCOMPARE(rows.size(), size_t(2));
    QCOMPARE(rows[0].key, QStringLiteral("big.example")); // most sessions first
    QCOMPARE(rows[0].usualGapDays, 2.0);
    const SenderRow &row = rows[1];
    QCOMPARE(row.name, QStringLiteral("WEEKLY.EXAMPLE"));
    QCOMPARE(row.reports, 4);
    QCOMPARE(row.days, 4);
    QCOMPARE(row.first, day(0));
    QCOMPARE(row.last, day(11));
    QCOMPARE(row.usualGapDays, 2.0); // gaps 2, 2, 7
    QCOMPARE(row.deviatingReports, 2);
    QCOMPARE(row.deviations, (quint64(1) << int(DeviationKind::ContactMissing))
                                 | (quint64(1) << int(DeviationKind::MultiDay)));
    // 47 days in bins of 2 that end with day 46: {-1,0}, {1,2}, {3,4}, ...
    QCOMPARE(row.totalByBin.size(), size_t(24));
    const std::vector<qint64> begin(row.totalByBin.begin(), row.totalByBin.begin() + 8);
    QCOMPARE(begin, (std::vector<qint64>{1, 1, 1, -1, -1, -1, 2, -1}));
    QCOMPARE(row.failedByBin[6], 1);
}

void TestOverview::senderNameIsTheNewest()
{
    Report old = report("a.example", day(0), {sts("example.org", 1, 0)});
    Report recent = report("a.example", day(5), {sts("example.org", 1, 0)});
    Report nameless = report("a.example", day(6), {sts("example.org", 1, 0)});
    old.organization = QStringLiteral("Old Ltd");
    recent.organization = QStringLiteral("New Ltd");
    nameless.organization.clear();
    const auto facts = factsOf({recent, nameless, old});
    QCOMPARE(tlsrpt::senders(*facts, {})[0].name, QStringLiteral("New Ltd"));
    QCOMPARE(senderChoices(*facts)[0].name, QStringLiteral("New Ltd"));
    QCOMPARE(senderChoices(*facts)[0].key, QStringLiteral("a.example"));
    QCOMPARE(senderChoices(*facts)[0].reports, 3);
}

void TestOverview::domainPolicyIsOfItsNewestDay()
{
    const Overview answer = overview(
        *factsOf({report("a.example", day(5), {sts("example.org", 1, 0, {}, "enforce")}),
                  report("b.example", day(5), {row("no-policy-found", "example.org", 1, 0)}),
                  report("a.example", day(2), {sts("example.org", 1, 0, {}, "testing"), tlsa("example.org", 9, 0)})}),
        {});
    const DomainRow &domain = answer.domains[0];
    QCOMPARE(domain.track, Track::Sts);
    QVERIFY(domain.hasSts);
    QVERIFY(!domain.hasTlsa); // gone by day 5
    QCOMPARE(domain.mode, PolicyMode::Enforce);
}

void TestOverview::worstHost()
{
    const auto expired = [](int offset, const char *mx, qint64 count) {
        return report("a.example", day(offset),
                      {sts("example.org", 1, count, {failure("certificate-expired", count, mx)})});
    };
    const Overview answer = overview(
        *factsOf({expired(0, "mx1.example.org", 900), expired(20, "mx1.example.org", 2),
                  expired(22, "mx2.example.org", 3), expired(23, "mx2.example.org", 3),
                  report("b.example", day(23), {sts("quiet.example", 1, 0)})}), {});
    const DomainRow &row = domainOf(answer, "example.org");
    QCOMPARE(row.worstMx, QStringLiteral("mx2.example.org"));
    QCOMPARE(row.worstCause, Cause::Expired);
    QCOMPARE(row.worstOccurrences, 6);
    QCOMPARE(row.worstSince, day(22));
    QCOMPARE(domainOf(answer, "quiet.example").worstOccurrences, 0);
    QCOMPARE(answer.domains[0].domain, QStringLiteral("example.org")); // most failed first
}

void TestOverview::worstSince_data()
{
    QTest::addColumn<QList<int>>("days");
    QTest::addColumn<int>("since");
    QTest::newRow("every day") << QList<int>{5, 6, 7, 8, 9} << 5;
    QTest::newRow("gaps of three") << QList<int>{1, 5, 9} << 1;
    QTest::newRow("a gap of four") << QList<int>{0, 4, 9} << 9;
    QTest::newRow("one day") << QList<int>{9} << 9;
}

void TestOverview::worstSince()
{
    QFETCH(QList<int>, days);
    QFETCH(int, since);
    std::vector<Report> reports{report("b.example", day(0), {sts("example.org", 1, 0)})};
    for (const int offset : days)
        reports.push_back(report("a.example", day(offset),
                                 {sts("example.org", 0, 1, {failure("certificate-expired", 1, "mx1.example.org")})}));
    QCOMPARE(overview(*factsOf(reports), {}).domains[0].worstSince, day(since));
}

void TestOverview::sumsDoNotOverflow()
{
    constexpr qint64 most = qint64(1) << 53;
    std::vector<Report> reports;
    for (int i = 0; i < 1100; ++i)
        reports.push_back(report("a.example", day(0),
                                 {sts("example.org", most, most, {failure("certificate-expired", most, "mx1.example.org")})}));
    const auto facts = factsOf(reports);
    const Overview answer = overview(*facts, {});
    QCOMPARE(answer.sessions.protectedCount, largestSum);
    QVERIFY(answer.sessions.total() > 0);
    QCOMPARE(answer.occurrencesTotal, largestSum);
    QCOMPARE(servers(*facts, {})[0].occurrences, largestSum);
}

void TestOverview::emptyPolicies()
{
    const auto facts = factsOf({report("a.example", day(0), {})});
    const Overview answer = overview(*facts, {});
    QCOMPARE(answer.reports, 1);
    QCOMPARE(answer.daysWithReports, 1);
    QCOMPARE(answer.senders[0].reports, 1);
    QCOMPARE(answer.sessions.total(), 0);
    Filter failing;
    failing.onlyFailures = true;
    QCOMPARE(overview(*facts, failing).reports, 0);
    QCOMPARE(overview(*facts, failing).daysWithReports, 1);
    Filter other;
    other.domains = {QStringLiteral("example.org")};
    QCOMPARE(overview(*facts, other).daysWithReports, 0);
}

QTEST_GUILESS_MAIN(TestOverview)
#include "test_overview.moc"

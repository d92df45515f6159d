// SPDX-License-Identifier: GPL-3.0-or-later
// Each part of the filter, alone and together, and the period that screens show.
#include "tests/core/query/made.h"

#include <QtTest>

using namespace tlsrpt;
using namespace tlsrpt::made;

namespace
{

std::shared_ptr<const Facts> exampleFacts()
{
    return factsOf(
        {report("google.com", day(0), {sts("example.org", 10, 0), row("no-policy-found", "example.net", 20, 0)}),
         report("google.com", day(1),
                {sts("example.org", 30, 3, {failure("certificate-expired", 2, "mx1.example.org"),
                                            failure("starttls-not-supported", 1, "mx2.example.org")})}),
         report("mail.ru", day(2), {sts("example.org", 40, 4, {failure("sts-policy-fetch-error", 4)}, "")}),
         report("mail.ru", day(3), {tlsa("mx1.example.org", 50, 5)}),
         report("mail.ru", day(4), {sts("example.net", 60, 0, {failure("certificate-expired", 0, "mx1.example.org")})})});
}

} // namespace

class TestFilter : public QObject
{
    Q_OBJECT

private slots:
    void selects_data();
    void selects();
    void failureFiltersKeepWhoWasHeard();
    void shownPeriod_data();
    void shownPeriod();
    void namesThatNoReportHas();
};

void TestFilter::selects_data()
{
    QTest::addColumn<Filter>("filter");
    QTest::addColumn<qint64>("reports");
    QTest::addColumn<qint64>("sessions");
    QTest::addColumn<qint64>("failed");
    QTest::addColumn<qint64>("occurrences");
    const auto add = [](const char *name, auto change, qint64 reports, qint64 sessions, qint64 failed,
                        qint64 occurrences) {
        Filter filter;
        change(filter);
        QTest::newRow(name) << filter << reports << sessions << failed << occurrences;
    };
    add("all", [](Filter &) {}, 5, 222, 12, 7);
    add("from", [](Filter &f) { f.from = day(2); }, 3, 159, 9, 4);
    add("to", [](Filter &f) { f.to = day(1); }, 2, 63, 3, 3);
    add("one day", [](Filter &f) { f.from = f.to = day(1); }, 1, 33, 3, 3);
    add("turned round", [](Filter &f) { f.from = day(3); f.to = day(1); }, 0, 0, 0, 0);
    add("domain", [](Filter &f) { f.domains = {QStringLiteral("example.net")}; }, 2, 80, 0, 0);
    add("domain as people write it", [](Filter &f) { f.domains = {QStringLiteral("Example.NET.")}; }, 2, 80, 0, 0);
    add("two domains", [](Filter &f) { f.domains = {QStringLiteral("example.net"), QStringLiteral("example.org")}; },
        4, 167, 7, 7);
    add("unknown domain", [](Filter &f) { f.domains = {QStringLiteral("example.com")}; }, 0, 0, 0, 0);
    add("sender key", [](Filter &f) { f.senders = {QStringLiteral("google.com")}; }, 2, 63, 3, 3);
    add("sender by name", [](Filter &f) { f.senders = {QStringLiteral("Mail.RU")}; }, 3, 159, 9, 4);
    add("two senders", [](Filter &f) { f.senders = {QStringLiteral("google.com"), QStringLiteral("MAIL.RU")}; },
        5, 222, 12, 7);
    add("unknown sender", [](Filter &f) { f.senders = {QStringLiteral("nobody")}; }, 0, 0, 0, 0);
    add("sts", [](Filter &f) { f.tracks = {Track::Sts}; }, 4, 147, 7, 7);
    add("tlsa", [](Filter &f) { f.tracks = {Track::Tlsa}; }, 1, 55, 5, 0);
    add("none", [](Filter &f) { f.tracks = {Track::None}; }, 1, 20, 0, 0);
    add("tlsa and none", [](Filter &f) { f.tracks = {Track::None, Track::Tlsa}; }, 2, 75, 5, 0);
    add("other", [](Filter &f) { f.tracks = {Track::Other}; }, 0, 0, 0, 0);
    // The last one: a detail without sessions is a failure all the same.
    add("only failures", [](Filter &f) { f.onlyFailures = true; }, 4, 192, 12, 7);
    add("host", [](Filter &f) { f.mx = QStringLiteral("mx1.example.org"); }, 2, 93, 3, 2);
    add("host as people write it", [](Filter &f) { f.mx = QStringLiteral("MX2.example.org."); }, 1, 33, 3, 1);
    add("policy level", [](Filter &f) { f.mx = QString(); }, 1, 44, 4, 4);
    add("unknown host", [](Filter &f) { f.mx = QStringLiteral("mx7.example.org"); }, 0, 0, 0, 0);
    add("cause", [](Filter &f) { f.cause = CauseGroup::NoEncryption; }, 1, 33, 3, 1);
    add("cause of nobody", [](Filter &f) { f.cause = CauseGroup::Dane; }, 0, 0, 0, 0);
    add("host with another cause",
        [](Filter &f) { f.mx = QStringLiteral("mx1.example.org"); f.cause = CauseGroup::NoEncryption; }, 0, 0, 0, 0);
    add("all together",
        [](Filter &f) {
            f.from = day(1); f.to = day(2);
            f.domains = {QStringLiteral("example.org")};
            f.senders = {QStringLiteral("google.com")};
            f.tracks = {Track::Sts};
            f.onlyFailures = true;
            f.mx = QStringLiteral("mx1.example.org");
            f.cause = CauseGroup::CertificateExpired;
        }, 1, 33, 3, 2);
}

void TestFilter::selects()
{
    QFETCH(Filter, filter);
    QFETCH(qint64, reports);
    QFETCH(qint64, sessions);
    QFETCH(qint64, failed);
    QFETCH(qint64, occurrences);
    const auto facts = exampleFacts();
    const Overview answer = overview(*facts, filter);
    QCOMPARE(answer.reports, reports);
    QCOMPARE(answer.sessions.total(), sessions);
    QCOMPARE(answer.sessions.failed, failed);
    QCOMPARE(answer.occurrencesTotal, occurrences);
    // Every other question about the same filter agrees.
    QCOMPARE(qint64(reportList(*facts, filter, ReportSort::Day, Qt::AscendingOrder).size()), reports);
    qint64 ofServers = 0;
    for (const ServerRow &row : servers(*facts, filter))
        ofServers += row.occurrences;
    QCOMPARE(ofServers, occurrences);
    qint64 ofTypes = 0;
    for (const ResultTypeRow &row : resultTypes(*facts, filter))
        ofTypes += row.occurrences;
    QCOMPARE(ofTypes, occurrences);
    qint64 ofSenders = 0;
    qint64 reportsOfSenders = 0;
    for (const SenderRow &row : senders(*facts, filter)) {
        ofSenders += row.sessions.total();
        reportsOfSenders += row.reports;
    }
    QCOMPARE(ofSenders, sessions);
    QCOMPARE(reportsOfSenders, reports);
    qint64 ofDomains = 0;
    for (const DomainRow &row : answer.domains)
        ofDomains += row.sessions.total();
    QCOMPARE(ofDomains, sessions);
    qint64 ofDays = 0;
    for (const DayRow &row : answer.days)
        ofDays += row.sessions.total();
    QCOMPARE(ofDays, sessions);
}

void TestFilter::failureFiltersKeepWhoWasHeard()
{
    const auto facts = exampleFacts();
    Filter filter;
    filter.mx = QStringLiteral("mx1.example.org");
    filter.senders = {QStringLiteral("google.com")};
    const Overview answer = overview(*facts, filter);
    QCOMPARE(answer.reports, 1);
    QCOMPARE(answer.days.size(), size_t(5));
    QCOMPARE(answer.days[0].reports, 1); // reported, without such a failure
    QCOMPARE(answer.days[2].reports, 0); // nobody reported
    QCOMPARE(answer.daysWithReports, 2);
    QCOMPARE(answer.senders[0].reports, 1);
    QCOMPARE(answer.senders[0].days, 2);
    QCOMPARE(answer.senders[0].totalByBin, (std::vector<qint64>{0, 33, -1, -1, -1}));

    const auto days = serverDays(*facts, {}, QStringLiteral("mx1.example.org"));
    QCOMPARE(days.size(), size_t(5));
    QCOMPARE(days[1].occurrences[size_t(CauseGroup::CertificateExpired)], 2);
    QCOMPARE(days[1].occurrences[size_t(CauseGroup::NoEncryption)], 0);
    QCOMPARE(days[0].reports, 1);
    QCOMPARE(days[3].reports, 1);
    const auto policyLevel = serverDays(*facts, {}, QString());
    QCOMPARE(policyLevel[2].occurrences[size_t(CauseGroup::PolicyFetch)], 4);
}

void TestFilter::shownPeriod_data()
{
    QTest::addColumn<QDate>("from");
    QTest::addColumn<QDate>("to");
    QTest::addColumn<QDate>("first");
    QTest::addColumn<QDate>("last");
    const QDate none;
    const QDate begin(2026, 10, 1);
    const QDate end(2026, 10, 5);
    QTest::newRow("whole") << none << none << begin << end;
    QTest::newRow("from") << QDate(2026, 10, 3) << none << QDate(2026, 10, 3) << end;
    QTest::newRow("to") << none << QDate(2026, 10, 2) << begin << QDate(2026, 10, 2);
    QTest::newRow("wider") << QDate(2026, 9, 1) << QDate(2026, 11, 1) << QDate(2026, 9, 1) << QDate(2026, 11, 1);
    QTest::newRow("from after the last") << QDate(2027, 1, 1) << none << QDate(2027, 1, 1) << QDate(2027, 1, 1);
    QTest::newRow("to before the first") << none << QDate(2020, 1, 1) << QDate(2020, 1, 1) << QDate(2020, 1, 1);
    QTest::newRow("turned round") << QDate(2026, 10, 4) << QDate(2026, 10, 2) << QDate(2026, 10, 4) << QDate(2026, 10, 4);
    QTest::newRow("4000 days") << QDate(2016, 1, 1) << QDate(2026, 12, 13) << QDate(2016, 1, 1) << QDate(2026, 12, 13);
    QTest::newRow("all of time") << QDate(1970, 1, 1) << QDate(9999, 12, 31) << begin << end;
    QTest::newRow("long, elsewhere") << QDate(1970, 1, 1) << QDate(2000, 1, 1)
                                     << QDate(2000, 1, 1).addDays(-3999) << QDate(2000, 1, 1);
}

void TestFilter::shownPeriod()
{
    QFETCH(QDate, from);
    QFETCH(QDate, to);
    QFETCH(QDate, first);
    QFETCH(QDate, last);
    Filter filter;
    if (from.isValid())
        filter.from = Day::fromDate(from);
    if (to.isValid())
        filter.to = Day::fromDate(to);
    const auto facts = exampleFacts();
    const DayRange shown = tlsrpt::shownPeriod(*facts, filter);
    QCOMPARE(shown.first.toDate(), first);
    QCOMPARE(shown.last.toDate(), last);
    QVERIFY(shown.days() <= longestShownPeriod);
    const Overview answer = overview(*facts, filter);
    QCOMPARE(answer.period, shown);
    QCOMPARE(answer.days.size(), size_t(shown.days()));
    QCOMPARE(serverDays(*facts, filter, QString()).size(), size_t(shown.days()));
}

void TestFilter::namesThatNoReportHas()
{
    Facts facts;
    facts.texts = {QString(), QStringLiteral("example.org"), QStringLiteral("Sender Inc.")};
    Filter filter;
    filter.domains = {QStringLiteral("Example.org."), QStringLiteral("exemple.org")};
    filter.senders = {QStringLiteral("sender inc."), QStringLiteral("nobody")};
    QCOMPARE(unknownNames(facts, filter), QStringList({QStringLiteral("exemple.org"), QStringLiteral("nobody")}));
}

QTEST_GUILESS_MAIN(TestFilter)
#include "test_filter.moc"

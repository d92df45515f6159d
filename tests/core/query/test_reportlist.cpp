// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/bins.h"
#include "core/query/radixsort.h"
#include "tests/core/query/made.h"

#include <QRandomGenerator>
#include <QtTest>

#include <algorithm>
#include <numeric>

using namespace tlsrpt;
using namespace tlsrpt::made;

namespace
{

std::shared_ptr<const Facts> exampleFacts()
{
    std::vector<Report> reports{
        report("google.com", day(3), {sts("example.org", 10, 0)}),
        report("mail.ru", day(1), {tlsa("mx1.example.org", 5, 5), sts("example.net", 5, 1, {}, "testing")}),
        report("a.example", day(2), {row("no-policy-found", "Zebra.example", 100, 0)}),
        report("google.com", day(3), {sts("example.com", 1, 2, {}, "none"), tlsa("example.com", 2, 1)}),
        report("b.example", day(5), {}),
    };
    reports[2].organization = QStringLiteral("google corp");
    reports[4].organization.clear();
    reports[1].deviations = {{DeviationKind::ContactMissing, {}, {}}, {DeviationKind::TimeWithoutZone, {}, {}}};
    reports[0].deviations = {{DeviationKind::TimeWithoutZone, {}, {}}};
    return factsOf(reports);
}

} // namespace

class TestReportList : public QObject
{
    Q_OBJECT

private slots:
    void sorts_data();
    void sorts();
    void finds_data();
    void finds();
    void rowSaysWhatTheReportSays();
    void choices();
    void radixEqualsStableSort();
    void binsAreWhole_data();
    void binsAreWhole();
    void dayKeepsDistinctDays();
};

void TestReportList::sorts_data()
{
    QTest::addColumn<ReportSort>("sort");
    QTest::addColumn<Qt::SortOrder>("order");
    QTest::addColumn<std::vector<quint32>>("expected");
    using Order = std::vector<quint32>;
    const auto add = [](const char *name, ReportSort sort, const Order &ascending, const Order &descending) {
        QTest::addRow("%s ascending", name) << sort << Qt::AscendingOrder << ascending;
        QTest::addRow("%s descending", name) << sort << Qt::DescendingOrder << descending;
    };
    add("day", ReportSort::Day, {1, 2, 0, 3, 4}, {4, 3, 0, 2, 1});
    // b.example, google corp, GOOGLE.COM, MAIL.RU; of equal ones the newest first.
    add("sender", ReportSort::Sender, {4, 2, 3, 0, 1}, {1, 3, 0, 2, 4});
    // "", example.com, example.org, mx1.example.org, Zebra.example
    add("domain", ReportSort::Domain, {4, 3, 0, 1, 2}, {2, 1, 0, 3, 4});
    // nothing, none, enforce, tlsa with none, tlsa with testing
    add("policy", ReportSort::Policy, {4, 2, 0, 3, 1}, {1, 3, 0, 2, 4});
    add("sessions", ReportSort::Sessions, {4, 3, 0, 1, 2}, {2, 1, 0, 3, 4});
    add("failed", ReportSort::Failed, {4, 0, 2, 3, 1}, {1, 3, 4, 0, 2});
    add("deviations", ReportSort::Deviations, {4, 3, 2, 0, 1}, {1, 0, 4, 3, 2});
}

void TestReportList::sorts()
{
    QFETCH(ReportSort, sort);
    QFETCH(Qt::SortOrder, order);
    QFETCH(std::vector<quint32>, expected);
    QCOMPARE(reportList(*exampleFacts(), {}, sort, order), expected);
}

void TestReportList::finds_data()
{
    QTest::addColumn<QString>("find");
    QTest::addColumn<std::vector<quint32>>("expected");
    using Order = std::vector<quint32>;
    QTest::newRow("nothing") << "" << Order{1, 2, 0, 3, 4};
    QTest::newRow("blanks") << "  " << Order{1, 2, 0, 3, 4};
    QTest::newRow("organisation and key") << "google" << Order{2, 0, 3};
    QTest::newRow("key") << "A.EXAMPLE" << Order{2};
    QTest::newRow("second domain") << "example.net" << Order{1};
    QTest::newRow("day") << "2026-10-04" << Order{0, 3};
    QTest::newRow("month") << "2026-10" << Order{1, 2, 0, 3, 4};
    QTest::newRow("nobody") << "nobody" << Order{};
    QTest::newRow("no pattern") << "g.*e" << Order{};
}

void TestReportList::finds()
{
    QFETCH(QString, find);
    QFETCH(std::vector<quint32>, expected);
    QCOMPARE(reportList(*exampleFacts(), {}, ReportSort::Day, Qt::AscendingOrder, find), expected);
}

void TestReportList::rowSaysWhatTheReportSays()
{
    const auto facts = exampleFacts();
    const ReportRow two = reportRow(*facts, 1);
    QCOMPARE(two.id.value, 2);
    QCOMPARE(two.day, day(1));
    QCOMPARE(two.sender, QStringLiteral("MAIL.RU"));
    QCOMPARE(two.domain, QStringLiteral("mx1.example.org"));
    QCOMPARE(two.moreDomains, 1);
    QVERIFY(two.hasSts && two.hasTlsa);
    QCOMPARE(two.track, Track::Tlsa);
    QCOMPARE(two.mode, PolicyMode::Testing);
    QCOMPARE(two.sessions.total(), 16);
    QCOMPARE(two.sessions.failed, 6);
    QCOMPARE(two.deviations, 2);
    const ReportRow doubled = reportRow(*facts, 3);
    QCOMPARE(doubled.sessions.total(), 3); // not 6
    QCOMPARE(doubled.sessions.failed, 2);
    QCOMPARE(doubled.moreDomains, 0);
    const ReportRow empty = reportRow(*facts, 4);
    QCOMPARE(empty.sender, QStringLiteral("b.example"));
    QCOMPARE(empty.domain, QString());
    QCOMPARE(empty.track, Track::Other);
    QCOMPARE(empty.moreDomains, 0);
}

void TestReportList::choices()
{
    const auto facts = exampleFacts();
    QStringList domains;
    for (const Choice &choice : domainChoices(*facts))
        domains << choice.name;
    QCOMPARE(domains.join(u' '), QStringLiteral("example.com example.net example.org mx1.example.org Zebra.example"));
    QStringList senders;
    for (const Choice &choice : senderChoices(*facts))
        senders << choice.name + u'=' + choice.key + u'=' + QString::number(choice.reports);
    QCOMPARE(senders.join(u' '), QStringLiteral("b.example=b.example=1 google corp=a.example=1 "
                                                "GOOGLE.COM=google.com=2 MAIL.RU=mail.ru=1"));
}

void TestReportList::radixEqualsStableSort()
{
    QRandomGenerator random(7);
    for (const quint64 mask : {quint64(0), quint64(3), quint64(0xfff), quint64(0xffff0000), ~quint64(0)}) {
        std::vector<quint64> keys(5000);
        for (quint64 &key : keys)
            key = random.generate64() & mask;
        std::vector<quint32> list(keys.size());
        std::iota(list.begin(), list.end(), 0);
        std::vector<quint32> expected = list;
        std::stable_sort(expected.begin(), expected.end(),
                         [&](quint32 a, quint32 b) { return keys[a] < keys[b]; });
        sortByKeys(list, keys);
        QCOMPARE(list, expected);
    }
}

void TestReportList::binsAreWhole_data()
{
    QTest::addColumn<int>("days");
    QTest::addColumn<int>("daysPerBin");
    QTest::addColumn<int>("count");
    QTest::newRow("one day") << 1 << 1 << 1;
    QTest::newRow("24 days") << 24 << 1 << 24;
    QTest::newRow("25 days") << 25 << 2 << 13;
    QTest::newRow("120 days") << 120 << 5 << 24;
    QTest::newRow("121 days") << 121 << 6 << 21;
    QTest::newRow("4000 days") << 4000 << 167 << 24;
}

void TestReportList::binsAreWhole()
{
    QFETCH(int, days);
    QFETCH(int, daysPerBin);
    QFETCH(int, count);
    const Bins bins({day(0), day(days - 1)}, sparkBins);
    QCOMPARE(bins.daysPerBin(), daysPerBin);
    QCOMPARE(bins.count(), count);
    std::vector<int> sizes(size_t(count), 0);
    for (int i = 0; i < days; ++i)
        ++sizes[size_t(bins.at(day(i).value))];
    for (size_t i = 1; i < sizes.size(); ++i)
        QCOMPARE(sizes[i], daysPerBin);
    QVERIFY(sizes[0] >= 1 && sizes[0] <= daysPerBin);
    QCOMPARE(bins.at(day(-1).value), -1);
    QCOMPARE(bins.at(day(days).value), -1);
    QCOMPARE(bins.at(std::numeric_limits<qint32>::max()), -1);
    QCOMPARE(bins.at(std::numeric_limits<qint32>::min()), -1);
}

void TestReportList::dayKeepsDistinctDays()
{
    const DayRange period{day(0), day(99)};
    DaySet set;
    for (const int offset : {0, 64, 63, 99, 64, -500, 5000, -500, 100})
        set.insert(day(offset).value, period);
    QCOMPARE(set.count(), 7);
    std::vector<qint32> expected;
    for (const int offset : {-500, 0, 63, 64, 99, 100, 5000})
        expected.push_back(day(offset).value);
    QCOMPARE(set.days(period), expected);
    QCOMPARE(medianGap({}), 0.0);
    QCOMPARE(medianGap({3}), 0.0);
    QCOMPARE(medianGap({3, 10}), 7.0);
    QCOMPARE(medianGap({0, 1, 4}), 2.0);
    QCOMPARE(medianGap({0, 1, 2, 30}), 1.0);
}

QTEST_GUILESS_MAIN(TestReportList)
#include "test_reportlist.moc"

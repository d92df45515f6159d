// SPDX-License-Identifier: GPL-3.0-or-later
// Days to slots, scales, and where words stand: nothing may touch, nothing may be cut.
#include "ui/charts/daychart.h"
#include "ui/charts/layout.h"

#include <QFontMetricsF>
#include <QTest>

using namespace tlsrpt;

namespace
{
std::vector<DayRow> someDays(int count, QDate first = QDate(2026, 7, 4))
{
    std::vector<DayRow> days;
    for (int i = 0; i < count; ++i) {
        DayRow row;
        row.day = Day::fromDate(first.addDays(i));
        row.reports = i % 30 == 5 ? 0 : 4;
        if (row.reports > 0) {
            row.sessions = {1000 + i, 50, i % 10};
            row.occurrences[size_t(i / 20 % causeGroupCount)] = i % 10;
        }
        days.push_back(row);
    }
    return days;
}

QFont font()
{
    QFont f;
    f.setPixelSize(11);
    return f;
}
} // namespace

class TestChartLayout : public QObject
{
    Q_OBJECT
private slots:
    void unitAndSums_data();
    void unitAndSums();
    void bothChartsShareSlots();
    void weeksStartOnMonday();
    void rangesCoverTheDays();
    void emptySlots();
    void noDays();
    void scale_data();
    void scale();
    void dayLabels_data();
    void dayLabels();
    void markersThatTouch();
    void labelsKeepApart();
    void labelsGiveWayToLegend();
    void hugeNumbersFitTheGutter();
};

void TestChartLayout::unitAndSums_data()
{
    QTest::addColumn<int>("days");
    QTest::addColumn<int>("unit");
    QTest::newRow("one day") << 1 << int(SlotUnit::Day);
    QTest::newRow("120 days") << 120 << int(SlotUnit::Day);
    QTest::newRow("133 days, the last by day") << 133 << int(SlotUnit::Day);
    QTest::newRow("134 days") << 134 << int(SlotUnit::Week);
    QTest::newRow("two years") << 730 << int(SlotUnit::Week);
    QTest::newRow("three years") << 1095 << int(SlotUnit::Month);
    QTest::newRow("ten years") << 3650 << int(SlotUnit::Month);
}

void TestChartLayout::unitAndSums()
{
    QFETCH(int, days);
    QFETCH(int, unit);
    const Theme theme(Appearance::Light);
    const auto rows = someDays(days);
    const ChartData data = sessionsChart(rows, theme);
    QCOMPARE(int(data.unit), unit);
    QCOMPARE(data.series.size(), size_t(3));
    QVERIFY(data.count() * 3 <= 400);
    qint64 wanted = 0;
    for (const DayRow &row : rows)
        wanted += row.sessions.total();
    qint64 drawn = 0;
    for (int slot = 0; slot < data.count(); ++slot)
        drawn += data.total(slot);
    QCOMPARE(drawn, wanted);
    QCOMPARE(data.series.front().key, u"failed"_qs); // stands on the axis
}

void TestChartLayout::bothChartsShareSlots()
{
    const Theme theme(Appearance::Light);
    auto rows = someDays(365);
    const ChartData calm = sessionsChart(rows, theme);
    for (DayRow &row : rows)
        row.occurrences.fill(3); // a year of many causes: on every page the same weeks
    const ChartData sessions = sessionsChart(rows, theme);
    const ChartData causes = causesChart(rows, theme);
    QCOMPARE(int(sessions.unit), int(SlotUnit::Week));
    QVERIFY(sessions.slotStart == causes.slotStart);
    QCOMPARE(causes.series.size(), size_t(causeGroupCount));
    QVERIFY(calm.slotStart == causes.slotStart);
    QCOMPARE(sessions.accessibleName, u"Sessions per week"_qs);
    QCOMPARE(causesTitle(causes.unit), u"Failures by cause, per week"_qs);
}

void TestChartLayout::weeksStartOnMonday()
{
    const Theme theme(Appearance::Light);
    const ChartData data = sessionsChart(someDays(200), theme);
    QCOMPARE(data.slotStart.front().toDate(), QDate(2026, 7, 4)); // the first week is cut, a Saturday
    for (int slot = 1; slot < data.count(); ++slot)
        QCOMPARE(data.slotStart[size_t(slot)].toDate().dayOfWeek(), 1);
}

void TestChartLayout::rangesCoverTheDays()
{
    const Theme theme(Appearance::Light);
    for (int days : {5, 200, 2000}) {
        const auto rows = someDays(days);
        const ChartData data = sessionsChart(rows, theme);
        QCOMPARE(data.range(0).first, rows.front().day);
        QCOMPARE(data.range(data.count() - 1).last, rows.back().day);
        for (int slot = 1; slot < data.count(); ++slot)
            QCOMPARE(data.range(slot).first.value, data.range(slot - 1).last.value + 1);
    }
    ChartData own; // without a last day the unit says where a slot ends
    own.unit = SlotUnit::Month;
    own.slotStart = {Day::fromDate(QDate(2028, 2, 10))};
    QCOMPARE(own.range(0).last.toDate(), QDate(2028, 2, 29));
}

void TestChartLayout::emptySlots()
{
    const Theme theme(Appearance::Light);
    const ChartData data = sessionsChart(someDays(40), theme);
    QVERIFY(data.slotEmpty[5] && data.slotEmpty[35] && !data.slotEmpty[6]);
    const ChartData weeks = sessionsChart(someDays(200), theme);
    for (bool empty : weeks.slotEmpty)
        QVERIFY(!empty); // one silent day is no silent week
    auto rows = someDays(20);
    rows[6] = {rows[6].day, 0, {}, {}};
    const ChartLayout layout = layOut(sessionsChart(rows, theme), {600, 150}, font());
    QCOMPARE(layout.hatched.size(), size_t(1)); // neighbours are one field
    QVERIFY(std::abs(layout.hatched.front().width() - 2 * layout.slotWidth) < 0.01);
}

void TestChartLayout::noDays()
{
    const Theme theme(Appearance::Light);
    for (const ChartData &data : {sessionsChart({}, theme), causesChart({}, theme), ChartData()}) {
        const ChartLayout layout = layOut(data, {300, 100}, font());
        QCOMPARE(layout.slotAt(100, data.count()), -1);
        QVERIFY(layout.days.empty());
    }
    QVERIFY(layOut(sessionsChart(someDays(3), theme), {0, 0}, font()).plot.height() > 0);
}

void TestChartLayout::scale_data()
{
    QTest::addColumn<qint64>("largest");
    for (qint64 largest : {1LL, 2LL, 3LL, 7LL, 9LL, 10LL, 99LL, 500LL, 1290LL, 15100LL, 123456789LL,
                           9'007'199'254'740'992LL})
        QTest::addRow("%lld", static_cast<long long>(largest)) << qint64(largest);
}

void TestChartLayout::scale()
{
    QFETCH(qint64, largest);
    const Scale scale = scaleFor(largest);
    QVERIFY(scale.top >= double(largest));
    QVERIFY(scale.top <= double(largest) * 1.34);
    QCOMPARE(scale.steps.back(), scale.top); // no bar goes over the topmost number
    QCOMPARE(scale.steps.front(), 0.0);
    QVERIFY(scale.steps.size() >= 2 && scale.steps.size() <= 6);
    for (double step : scale.steps)
        QCOMPARE(step, std::floor(step)); // counts have no halves
    QCOMPARE(scaleFor(0).steps.size(), size_t(1));
    QCOMPARE(scaleFor(-5).steps.size(), size_t(1));
}

void TestChartLayout::dayLabels_data()
{
    QTest::addColumn<int>("days");
    QTest::addColumn<int>("width");
    for (int days : {1, 2, 3, 7, 31, 120, 400, 3000}) {
        for (int width : {180, 300, 700, 2000})
            QTest::addRow("%d days, %d px", days, width) << days << width;
    }
}

void TestChartLayout::dayLabels()
{
    QFETCH(int, days);
    QFETCH(int, width);
    const Theme theme(Appearance::Light);
    const ChartLayout layout = layOut(sessionsChart(someDays(days), theme), QSizeF(width, 150), font());
    QVERIFY(!layout.days.empty());
    QVERIFY(layout.days.size() <= 7);
    for (size_t i = 0; i < layout.days.size(); ++i) {
        QVERIFY(layout.days[i].rect.left() >= layout.plot.left() - 2); // free of the axis' 0
        QVERIFY(layout.days[i].rect.right() <= width);
        QVERIFY(layout.days[i].rect.bottom() <= 150);
        if (i > 0)
            QVERIFY(layout.days[i].rect.left() > layout.days[i - 1].rect.right() + 3);
    }
}

void TestChartLayout::markersThatTouch()
{
    const Theme theme(Appearance::Light);
    ChartData data = sessionsChart(someDays(100), theme);
    data.markers = {{10, u"15 Jul example.org: new policy"_qs}, {12, u"17 Jul example.com: new policy"_qs},
                    {60, u"enforce"_qs}, {99, u"1 Nov example.com: testing"_qs}, {500, u"nowhere"_qs}};
    const ChartLayout layout = layOut(data, {700, 150}, font());
    QCOMPARE(layout.markers.size(), size_t(4));
    QVERIFY(layout.markers[0].caption.text.isEmpty());
    QVERIFY(layout.markers[1].caption.text.isEmpty());
    QCOMPARE(layout.markers[2].caption.text, u"enforce"_qs);
    QVERIFY(layout.markers[3].caption.rect.right() < layout.markers[3].x); // at the edge: left of it
}

void TestChartLayout::labelsKeepApart()
{
    const Theme theme(Appearance::Light);
    auto rows = someDays(120);
    for (size_t i = 0; i < rows.size(); ++i) {
        rows[i].occurrences = {};
        if (i >= 17 && i <= 21)
            rows[i].occurrences[1] = 240;
        if (i >= 38 && i <= 40)
            rows[i].occurrences[3] = 180;
        if (i >= 67 && i <= 69)
            rows[i].occurrences[6] = 220;
        if (i >= 108)
            rows[i].occurrences[0] = 430;
        if (i >= 115)
            rows[i].occurrences[5] = 830;
    }
    const ChartData data = causesChart(rows, theme);
    const ChartLayout layout = layOut(data, {700, 150}, font());
    QCOMPARE(layout.labels.size(), size_t(5));
    QVERIFY(layout.legend.empty());
    for (const PlacedSeries &label : layout.labels) {
        QVERIFY(QRectF(0, 0, 700, 150).contains(label.rect));
        for (const PlacedSeries &other : layout.labels)
            QVERIFY(&label == &other || !label.rect.intersects(other.rect));
        for (int slot = 0; slot < data.count(); ++slot) {
            const QRectF bar(QPointF(layout.slotLeft(slot), layout.yOf(double(data.total(slot)))),
                             QPointF(layout.slotLeft(slot + 1), layout.plot.bottom()));
            QVERIFY(data.total(slot) == 0 || !label.rect.intersects(bar));
        }
    }
}

void TestChartLayout::labelsGiveWayToLegend()
{
    const Theme theme(Appearance::Light);
    auto rows = someDays(100);
    for (DayRow &row : rows)
        row.occurrences = {9, 8, 7, 6, 0, 0, 0, 0};
    const ChartLayout layout = layOut(causesChart(rows, theme), {220, 110}, font());
    QVERIFY(layout.labels.empty());
    QCOMPARE(layout.legend.size(), size_t(5)); // four causes and the hatch
    for (const PlacedSeries &entry : layout.legend)
        QVERIFY(entry.rect.bottom() <= layout.plot.top());
}

void TestChartLayout::hugeNumbersFitTheGutter()
{
    const Theme theme(Appearance::Light);
    const QFontMetricsF metrics(font());
    for (qint64 factor : {1LL, 150LL, 20'000LL, 3'000'000LL}) {
        auto rows = someDays(10);
        for (DayRow &row : rows)
            row.sessions.protectedCount *= factor;
        for (const YTick &tick : layOut(sessionsChart(rows, theme), {300, 120}, font()).ticks)
            QVERIFY2(metrics.horizontalAdvance(tick.text) <= ChartLayout::gutter - 6, qPrintable(tick.text));
    }
}

QTEST_MAIN(TestChartLayout)
#include "test_chartlayout.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Marks in the charts: changes of policies and records, and where problems begin and end.
#include "tests/core/diagnosis/scenario.h"
#include "ui/overview/daymarks.h"

#include <QTest>

using namespace tlsrpt;

class TestDayMarks : public QObject
{
    Q_OBJECT

    static std::vector<DayMark> marksOf(const Scenario &story, const Filter &filter = {})
    {
        return dayMarks(story.diagnosis(), matching(story.diagnosis(), filter), filter);
    }
    static QStringList lines(const std::vector<DayMark> &marks)
    {
        QStringList lines;
        for (const DayMark &mark : marks)
            lines << mark.text;
        return lines;
    }

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void policiesThatChange()
    {
        const Scenario story(R"(
            policy P testing mx1.example.org 604800
            policy Q enforce mx1.example.org 604800
            policy R enforce mx1.example.org,mx2.example.org 604800
            1-10  google    sts P 10 0
            1-12  microsoft sts P 10 0
            11-20 google    sts Q 10 0
            13-20 microsoft sts Q 10 0
            21-30 google    sts R 10 0
        )");
        QCOMPARE(lines(marksOf(story)), // told once, when the first sender saw it
                 QStringList({u"11 Jan, example.org: testing → enforce"_qs, u"21 Jan, example.org: new policy"_qs}));
        Filter later;
        later.from = Scenario::day(15);
        QCOMPARE(lines(marksOf(story, later)), QStringList{u"21 Jan, example.org: new policy"_qs});
        Filter other;
        other.senders = QStringList{u"microsoft.com"_qs};
        QCOMPARE(lines(marksOf(story, other)), QStringList{u"13 Jan, example.org: testing → enforce"_qs});
    }

    void problemsThatBeginAndEnd()
    {
        const Scenario story(R"(
            policy P enforce mx1.example.org 604800
            1-10  google sts P 10 0
            11-14 google sts P 5  5 5 certificate-expired mx=mx1.example.org
            15-30 google sts P 10 0
        )");
        QCOMPARE(lines(marksOf(story)), QStringList({u"11 Jan begins: Certificate of mx1.example.org expired"_qs,
                                                     u"14 Jan last seen: Certificate of mx1.example.org expired"_qs}));
    }

    void inTheSlotsOfTheChart()
    {
        ChartData chart;
        chart.unit = SlotUnit::Week;
        chart.slotStart = {Scenario::day(1), Scenario::day(8), Scenario::day(15)};
        chart.lastDay = Scenario::day(21);
        addMarks(chart, {{Scenario::day(0), u"before"_qs, true}, {Scenario::day(8), u"a"_qs, true},
                         {Scenario::day(21), u"b"_qs, false}, {Scenario::day(22), u"after"_qs, true}});
        QCOMPARE(chart.markers.size(), size_t(2));
        QCOMPARE(chart.markers[0].slot, 1);
        QVERIFY(!chart.markers[0].quiet);
        QCOMPARE(chart.markers[1].slot, 2);
        QVERIFY(chart.markers[1].quiet);
        ChartData empty;
        addMarks(empty, {{Scenario::day(1), u"a"_qs, true}});
        QVERIFY(empty.markers.empty());
    }
};

QTEST_MAIN(TestDayMarks)
#include "test_daymarks.moc"

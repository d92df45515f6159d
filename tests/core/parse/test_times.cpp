// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/times.h"

#include <QTest>

using namespace tlsrpt;

namespace
{
constexpr qint64 midnight = 1772323200; // 2026-03-01T00:00:00Z
constexpr qint64 lastSecond = midnight + 86399;
} // namespace

class TestTimes : public QObject
{
    Q_OBJECT
private slots:
    void moments_data();
    void moments();
    void noMoments_data();
    void noMoments();
    void numbers();
    void everyDayOfFourCenturies();
};

void TestTimes::moments_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QByteArray>(
        "flags"); // l last second, d date only, z no zone, o offset, u unusual
    const auto row = [](const char *name, const char *text, qint64 seconds,
                        const char *flags = "") {
        QTest::newRow(name) << QByteArray(text) << seconds << QByteArray(flags);
    };
    row("RFC 3339", "2026-03-01T00:00:00Z", midnight);
    row("last second", "2026-03-01T23:59:59Z", lastSecond, "l");
    row("no zone", "2026-03-01T00:00:00", midnight, "z");
    row("offset of nothing", "2026-03-01T00:00:00+00:00", midnight, "o");
    row("minus nothing", "2026-03-01T00:00:00-00:00", midnight, "o");
    row("east", "2026-03-01T02:00:00+02:00", midnight, "o");
    row("west, the day before", "2026-02-28T19:00:00-05:00", midnight, "o");
    row("half an hour", "2026-03-01T05:30:00+05:30", midnight, "o");
    row("offset without colon", "2026-03-01T02:00:00+0200", midnight, "ou");
    row("offset of hours", "2026-03-01T02:00:00+02", midnight, "ou");
    row("fraction", "2026-03-01T00:00:00.000Z", midnight, "u");
    row("long fraction", "2026-03-01T23:59:59.9999999Z", lastSecond, "lu");
    row("fraction with comma", "2026-03-01T23:59:59,999Z", lastSecond, "lu");
    row("fraction without zone", "2026-03-01T00:00:00.123", midnight, "zu");
    row("blank for T", "2026-03-01 00:00:00Z", midnight, "u");
    row("blank before zone", "2026-03-01 00:00:00 +0000", midnight, "ou");
    row("blanks around", "  2026-03-01T00:00:00Z\r\n", midnight, "u");
    row("small letters", "2026-03-01t00:00:00z", midnight, "u");
    row("UTC", "2026-03-01 00:00:00 UTC", midnight, "u");
    row("without seconds", "2026-03-01T00:00Z", midnight, "u");
    row("basic form", "20260301T000000Z", midnight, "u");
    row("date only", "2026-03-01", midnight, "dzu");
    row("end of day", "2026-02-28T24:00:00Z", midnight, "u");
    row("leap second", "2026-02-28T23:59:60Z", midnight, "u");
    row("leap day", "2024-02-29T00:00:00Z", 1709164800);
    row("mail date", "Sun, 01 Mar 2026 00:00:00 +0000", midnight, "u");
    row("mail date in another zone", "Sun, 1 Mar 2026 02:00:00 +0200", midnight, "u");
    row("number in a string", "1772323200", midnight, "u");
    row("milliseconds in a string", "1772409599000", lastSecond, "lu");
    row("epoch", "1970-01-01T00:00:00Z", 0);
    row("year 9999", "9999-12-31T23:59:59Z", 253402300799, "l");
}

void TestTimes::moments()
{
    QFETCH(QByteArray, text);
    QFETCH(qint64, seconds);
    QFETCH(QByteArray, flags);
    const auto moment = readMoment({text.constData(), static_cast<std::size_t>(text.size())});
    QVERIFY(moment);
    QCOMPARE(moment->seconds, seconds);
    QByteArray seen;
    seen += moment->lastSecond ? "l" : "";
    seen += moment->dateOnly ? "d" : "";
    seen += moment->noZone ? "z" : "";
    seen += moment->offset ? "o" : "";
    seen += moment->unusual ? "u" : "";
    QCOMPARE(seen, flags);
}

void TestTimes::noMoments_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"",
                             " ",
                             "yesterday",
                             "2026",
                             "2026-03",
                             "2026-3-1",
                             "2026-02-29T00:00:00Z",
                             "2026-13-01T00:00:00Z",
                             "2026-00-01T00:00:00Z",
                             "2026-03-32T00:00:00Z",
                             "2026-03-01T25:00:00Z",
                             "2026-03-01T24:00:01Z",
                             "2026-03-01T00:60:00Z",
                             "2026-03-01T00:00:61Z",
                             "2026-03-01T00:00:00.Z",
                             "2026-03-01T00:00:00+24:00",
                             "2026-03-01T00:00:00+02:",
                             "2026-03-01T00:00:00+02:60",
                             "2026-03-01T00:00:00Zulu",
                             "2026-03-01X00:00:00Z",
                             "2026-0301T00:00:00Z",
                             "2026-03-01T00:00:0",
                             "-2026-03-01T00:00:00Z",
                             "0001-01-01T00:00:00Z",
                             "1969-12-31T23:59:59Z",
                             "10000-01-01T00:00:00Z",
                             "9999-12-31T23:59:59-01:00",
                             "99999999999999999999",
                             "-1",
                             "Sun, 45 Foo 2026"})
        QTest::newRow(text) << QByteArray(text);
    QTest::newRow("endless") << QByteArray(100'000, '2');
    QTest::newRow("zero byte") << QByteArray("2026-03-01T00:00:00\0Z", 21);
}

void TestTimes::noMoments()
{
    QFETCH(QByteArray, text);
    QVERIFY(!readMoment({text.constData(), static_cast<std::size_t>(text.size())}));
}

void TestTimes::numbers()
{
    QCOMPARE(momentFromNumber(midnight)->seconds, midnight);
    QCOMPARE(momentFromNumber(midnight * 1000 + 999)->seconds, midnight);
    QVERIFY(momentFromNumber(lastSecond)->lastSecond);
    QVERIFY(!momentFromNumber(-1));
    QVERIFY(!momentFromNumber(std::numeric_limits<qint64>::max()));
}

void TestTimes::everyDayOfFourCenturies()
{
    qint64 expected = 0;
    for (QDate date(1970, 1, 1); date.year() < 2370; date = date.addDays(1)) {
        const QByteArray text = date.toString(Qt::ISODate).toLatin1() + "T00:00:00Z";
        const auto moment = readMoment({text.constData(), static_cast<std::size_t>(text.size())});
        if (!moment || moment->seconds != expected || moment->unusual)
            QFAIL(text.constData());
        expected += 86400;
    }
}

QTEST_GUILESS_MAIN(TestTimes)
#include "test_times.moc"

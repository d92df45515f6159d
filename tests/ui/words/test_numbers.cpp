// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers and dates in three locales, and the shares that must not round to nothing or to all.
#include "ui/words/words.h"

#include <QDateTime>
#include <QTest>

#include <limits>

using namespace tlsrpt;

namespace
{

Day dayOf(int year, int month, int day)
{
    return Day::fromDate(QDate(year, month, day));
}

const QLocale c = QLocale::c();
const QLocale us(QLocale::English, QLocale::UnitedStates);
const QLocale de(QLocale::German, QLocale::Germany);

} // namespace

class TestNumbers : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { QLocale::setDefault(us); }

    void numbers_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<qint64>("value");
        QTest::addColumn<QString>("text");
        QTest::newRow("C") << c << qint64(1416629) << QStringLiteral("1,416,629");
        QTest::newRow("en_US") << us << qint64(1416629) << QStringLiteral("1,416,629");
        QTest::newRow("de_DE") << de << qint64(1416629) << QStringLiteral("1.416.629");
        QTest::newRow("zero") << us << qint64(0) << QStringLiteral("0");
        QTest::newRow("largest") << us << std::numeric_limits<qint64>::max() << QStringLiteral("9,223,372,036,854,775,807");
    }
    void numbers()
    {
        QFETCH(QLocale, locale);
        QFETCH(qint64, value);
        QLocale::setDefault(locale);
        QTEST(words::number(value), "text");
    }

    void shares_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<qint64>("part");
        QTest::addColumn<qint64>("whole");
        QTest::addColumn<QString>("text");
        const auto add = [](const char *name, qint64 part, qint64 whole, const char *text,
                            const QLocale &locale = us) {
            QTest::newRow(name) << locale << part << whole << QString::fromUtf8(text);
        };
        add("mock-up protected", 1312016, 1416629, "92.6 %");
        add("mock-up protected, C", 1312016, 1416629, "92.6 %", c);
        add("mock-up protected, de", 1312016, 1416629, "92,6 %", de);
        add("mock-up failed", 10622, 1416629, "0.75 %");
        add("nothing of nothing", 0, 0, "–");
        add("none", 0, 10, "0 %");
        add("all", 10, 10, "100 %");
        add("some", 1, 20000, "under 0.01 %");
        add("some, de", 1, 20000, "under 0,01 %", de); // no translation is loaded
        add("a little", 1, 10000, "0.01 %");
        add("nearly one percent", 995, 100000, "1.0 %");
        add("nearly all", 9999, 10000, "99.99 %");
        add("all but one of a million", 999999, 1000000, "over 99.99 %");
        add("99.9", 999, 1000, "99.9 %");
        add("99.95", 9995, 10000, "99.95 %");
        add("half", 1, 2, "50.0 %");
        const qint64 huge = qint64(1) << 60;
        add("all but one of 2^60", huge - 1, huge, "over 99.99 %");
        add("one of 2^60", 1, huge, "under 0.01 %");
    }
    void shares()
    {
        QFETCH(QLocale, locale);
        QFETCH(qint64, part);
        QFETCH(qint64, whole);
        QFETCH(QString, text);
        QLocale::setDefault(locale);
        QCOMPARE(words::percentOf(part, whole), text);
    }

    void sharesWithFixedDecimals()
    {
        QLocale::setDefault(us);
        QCOMPARE(words::percent(0.0, 1), QStringLiteral("0.0 %"));
        QCOMPARE(words::percent(1.0, 1), QStringLiteral("100.0 %"));
        QCOMPARE(words::percent(0.0004, 1), QStringLiteral("under 0.1 %"));
        QCOMPARE(words::percent(0.9999, 1), QStringLiteral("over 99.9 %"));
        QCOMPARE(words::percent(0.548, 1), QStringLiteral("54.8 %"));
        QCOMPARE(words::percent(0.004, 0), QStringLiteral("under 1 %"));
        QCOMPARE(words::percent(std::numeric_limits<double>::quiet_NaN()), QStringLiteral("–"));
        QCOMPARE(words::percent(-1), QStringLiteral("0 %"));
        QCOMPARE(words::percent(7), QStringLiteral("100 %"));
    }

    void someIsNeverNothingAndNeverAll()
    {
        for (qint64 failed = 1; failed < 2'000'000; failed = failed * 3 + 1) {
            const QString some = words::percentOf(failed, 2'000'000);
            QVERIFY2(some != QStringLiteral("0 %") && !some.startsWith(QStringLiteral("0.0 "))
                         && !some.startsWith(QStringLiteral("0.00 ")), qPrintable(some));
            const QString rest = words::percentOf(2'000'000 - failed, 2'000'000);
            QVERIFY2(!rest.startsWith(QStringLiteral("100")), qPrintable(rest));
        }
    }

    void dates()
    {
        QLocale::setDefault(us);
        const Day day = dayOf(2026, 10, 27);
        QCOMPARE(words::day(day, 2026), QStringLiteral("27 Oct"));
        QCOMPARE(words::day(day, 2027), QStringLiteral("27 Oct 2026"));
        QCOMPARE(words::dayAndMonth(day), QStringLiteral("27 Oct"));
        QCOMPARE(words::dayLong(day), QStringLiteral("27 October 2026"));
        QCOMPARE(words::weekdayDay(dayOf(2026, 10, 28)), QStringLiteral("Wed 28 Oct 2026"));
        QLocale::setDefault(c);
        QCOMPARE(words::weekdayDay(dayOf(2026, 10, 28)), QStringLiteral("Wed 28 Oct 2026"));
        QLocale::setDefault(de);
        QCOMPARE(words::dayLong(day), QStringLiteral("27 Oktober 2026"));
        QCOMPARE(words::day(Day::fromDate(QDate::currentDate())),
                 words::dayAndMonth(Day::fromDate(QDate::currentDate())));
    }

    void periods()
    {
        QLocale::setDefault(us);
        const Day october = dayOf(2026, 10, 31);
        QCOMPARE(words::period({dayOf(2026, 7, 4), october}), QStringLiteral("4 Jul – 31 Oct 2026"));
        QCOMPARE(words::period({dayOf(2025, 7, 4), october}), QStringLiteral("4 Jul 2025 – 31 Oct 2026"));
        QCOMPARE(words::period({dayOf(2026, 10, 9), october}), QStringLiteral("9–31 Oct 2026"));
        QCOMPARE(words::period({october, october}), QStringLiteral("31 Oct 2026"));
    }

    void dateAndTime()
    {
        QLocale::setDefault(c);
        const QDateTime local(QDate(2020, 2, 3), QTime(9, 14));
        QCOMPARE(words::dateTime(local.toSecsSinceEpoch()), QStringLiteral("3 Feb 2020, 09:14"));
    }

    void sizes()
    {
        QLocale::setDefault(us);
        QCOMPARE(words::bytes(512), QStringLiteral("512 bytes"));
        QCOMPARE(words::bytes(1234), QStringLiteral("1.2 kB"));
        QCOMPARE(words::bytes(20LL << 20), QStringLiteral("20 MB"));
        QCOMPARE(words::bytes(4LL << 30), QStringLiteral("4.0 GB"));
        QCOMPARE(words::bytes(-1), QStringLiteral("0 bytes"));
    }

    void lengthsOfTime()
    {
        QLocale::setDefault(us);
        QCOMPARE(words::maxAge(2592000), QStringLiteral("30 days"));
        QCOMPARE(words::maxAge(604800), QStringLiteral("7 days"));
        QCOMPARE(words::maxAge(86400), QStringLiteral("1 day"));
        QCOMPARE(words::maxAge(90000), QStringLiteral("1 day 1 hour"));
        QCOMPARE(words::maxAge(3600), QStringLiteral("1 hour"));
        QCOMPARE(words::maxAge(0), QStringLiteral("0 seconds"));
        QCOMPARE(words::maxAge(-1), QStringLiteral("not stated"));
        QCOMPARE(words::maxAge(31557600), QStringLiteral("365 days 6 hours"));
        QVERIFY(words::maxAge(std::numeric_limits<qint64>::max()).endsWith(QStringLiteral("hours")));
        QCOMPARE(words::duration(8200), QStringLiteral("8 seconds"));
        QCOMPARE(words::duration(0), QStringLiteral("1 second"));
        QCOMPARE(words::duration(61'000), QStringLiteral("1 minute"));
        QCOMPARE(words::duration(3'900'000), QStringLiteral("1 hour 5 minutes"));
    }

    void filters()
    {
        QLocale::setDefault(us);
        Filter filter;
        QCOMPARE(words::filterSummary(filter), QStringLiteral("All reports"));
        filter.domains = QStringList{QStringLiteral("example.org")};
        filter.senders = QStringList{QStringLiteral("Google Inc.")};
        filter.tracks = {Track::Sts};
        QCOMPARE(words::filterSummary(filter), QStringLiteral("example.org · Google Inc. · MTA-STS"));
        filter = {};
        filter.domains = QStringList{QStringLiteral("a.example"), QStringLiteral("b.example"),
                                     QStringLiteral("c.example"), QStringLiteral("d.example")};
        filter.onlyFailures = true;
        filter.from = dayOf(2026, 7, 4);
        QCOMPARE(words::filterSummary(filter),
                 QStringLiteral("a.example, b.example, c.example and 1 more · only failures · since 4 Jul 2026"));
    }
};

QTEST_GUILESS_MAIN(TestNumbers)
#include "test_numbers.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers, dates and periods in the user's locale.
#include "ui/words/words.h"

#include "ui/words/locale.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>

#include <cmath>

namespace tlsrpt::words
{

namespace
{

class Numbers
{
    Q_DECLARE_TR_FUNCTIONS(Numbers)
};

QString withSign(const QString &value)
{
    //: A share; some languages want no blank before the sign.
    return Numbers::tr("%1 %").arg(value);
}

QString dated(Day day, const QString &format)
{
    return currentLocale().toString(day.toDate(), format);
}

QString wholeUnit(qint64 n, char unit)
{
    switch (unit) {
    case 'd':
        return n == 1 ? Numbers::tr("1 day")
                      : Numbers::tr("%1 days", nullptr, plural(n)).arg(number(n));
    case 'h':
        return n == 1 ? Numbers::tr("1 hour")
                      : Numbers::tr("%1 hours", nullptr, plural(n)).arg(number(n));
    case 'm':
        return n == 1 ? Numbers::tr("1 minute")
                      : Numbers::tr("%1 minutes", nullptr, plural(n)).arg(number(n));
    default:
        return n == 1 ? Numbers::tr("1 second")
                      : Numbers::tr("%1 seconds", nullptr, plural(n)).arg(number(n));
    }
}

/// The largest unit and, where it does not divide evenly, the next one.
QString span(qint64 seconds)
{
    static constexpr struct {
        qint64 seconds;
        char unit;
    } units[] = {{86400, 'd'}, {3600, 'h'}, {60, 'm'}, {1, 's'}};
    for (size_t i = 0; i + 1 < std::size(units); ++i) {
        if (seconds < units[i].seconds)
            continue;
        const qint64 whole = seconds / units[i].seconds;
        const qint64 rest = seconds % units[i].seconds / units[i + 1].seconds;
        const QString first = wholeUnit(whole, units[i].unit);
        if (rest == 0)
            return first;
        //: A length of time: "1 day 6 hours"
        return Numbers::tr("%1 %2").arg(first, wholeUnit(rest, units[i + 1].unit));
    }
    return wholeUnit(seconds, 's');
}

} // namespace

QLocale currentLocale()
{
    QLocale locale;
    // The C locale leaves the grouping out; people read 1,416,629 more easily.
    if (locale.language() == QLocale::C)
        locale.setNumberOptions(locale.numberOptions() & ~QLocale::OmitGroupSeparator);
    return locale;
}

int plural(qint64 n)
{
    return static_cast<int>(std::clamp<qint64>(n, 0, 1'000'000'000));
}

QString number(qint64 value)
{
    return currentLocale().toString(value);
}

QString percent(double share, int decimals)
{
    if (!std::isfinite(share))
        return u"–"_qs;
    share = std::clamp(share, 0.0, 1.0);
    if (share == 0.0 || share == 1.0)
        return withSign(currentLocale().toString(share * 100, 'f', std::max(decimals, 0)));
    const bool closeToAnEnd = share < 0.00995 || share >= 0.9995;
    const int digits = decimals >= 0 ? decimals : closeToAnEnd ? 2 : 1;
    const double step = std::pow(10.0, -digits);
    // Some is never "0 %", and a failure is never rounded away into "100 %". The factor forgives
    // what binary fractions do to exactly one step.
    if (share * 100 < step * (1 - 1e-9))
        return Numbers::tr("under %1 %").arg(currentLocale().toString(step, 'f', digits));
    if ((1 - share) * 100 < step * (1 - 1e-9))
        return Numbers::tr("over %1 %").arg(currentLocale().toString(100 - step, 'f', digits));
    return withSign(currentLocale().toString(share * 100, 'f', digits));
}

QString percentOf(qint64 part, qint64 whole)
{
    if (whole <= 0)
        return u"–"_qs;
    double share = double(part) / double(whole);
    if (share >= 1.0 && part < whole) // beyond 2^53 the two may round to the same double
        share = std::nextafter(1.0, 0.0);
    return percent(share);
}

QString dayAndMonth(Day day)
{
    //: Date format: "27 Oct"
    return dated(day, Numbers::tr("d MMM"));
}

QString day(Day day, int thisYear)
{
    if (day.toDate().year() == thisYear)
        return dayAndMonth(day);
    //: Date format: "27 Oct 2026"
    return dated(day, Numbers::tr("d MMM yyyy"));
}

QString day(Day day)
{
    return words::day(day, QDate::currentDate().year());
}

QString dayLong(Day day)
{
    //: Date format: "27 October 2026"
    return dated(day, Numbers::tr("d MMMM yyyy"));
}

QString weekdayDay(Day day)
{
    //: Date format: "Wed 28 Oct 2026"
    return dated(day, Numbers::tr("ddd d MMM yyyy"));
}

QString period(DayRange range)
{
    const QDate first = range.first.toDate();
    const QDate last = range.last.toDate();
    const QString end = words::day(range.last, 0);
    if (first == last)
        return end;
    if (first.year() != last.year())
        return Numbers::tr("%1 – %2").arg(words::day(range.first, 0), end);
    if (first.month() != last.month())
        return Numbers::tr("%1 – %2").arg(dayAndMonth(range.first), end);
    //: Two days of one month: "9–11 Sep 2026"; %1 is a day's number, %2 a full date
    return Numbers::tr("%1–%2").arg(QString::number(first.day()), end);
}

QString dateTime(qint64 secondsUtc)
{
    const QDateTime local = QDateTime::fromSecsSinceEpoch(secondsUtc, Qt::UTC).toLocalTime();
    const QLocale locale = currentLocale();
    const bool seconds = locale.language() == QLocale::C; // its short format has them
    const QString time = seconds ? local.time().toString(u"HH:mm"_qs)
                                 : locale.toString(local.time(), QLocale::ShortFormat);
    //: A date and a time: "1 Nov, 09:14"
    return Numbers::tr("%1, %2").arg(words::day(Day::fromDate(local.date())), time);
}

QString bytes(qint64 count)
{
    static constexpr qint64 kilo = 1024;
    // "1.2 kB" but "19 kB" and "243 MB": three figures say enough.
    double value = double(std::max<qint64>(count, 0));
    while (value >= kilo)
        value /= kilo;
    const int precision = count >= kilo && value < 10 ? 1 : 0;
    return currentLocale().formattedDataSize(std::max<qint64>(count, 0), precision,
                                             QLocale::DataSizeTraditionalFormat);
}

QString duration(qint64 milliseconds)
{
    const qint64 seconds = std::max<qint64>(1, (milliseconds + 500) / 1000);
    // Nobody needs the seconds of a guess beyond a minute.
    if (seconds < 60)
        return span(seconds);
    return span((seconds + 30) / 60 * 60);
}

QString maxAge(qint64 seconds)
{
    if (seconds < 0)
        return Numbers::tr("not stated");
    return span(seconds);
}

} // namespace tlsrpt::words

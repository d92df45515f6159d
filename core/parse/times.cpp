// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/times.h"

#include <QDateTime>

#include <chrono>

namespace tlsrpt
{

namespace
{

constexpr qint64 year10000 = 253402300800; // seconds

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Seconds since 1970 of a civil moment; none where the calendar has no such day.
std::optional<qint64> secondsOf(int year, int month, int day, int hour, int minute, int second)
{
    using namespace std::chrono;
    const year_month_day date{std::chrono::year(year),
                              std::chrono::month(static_cast<unsigned>(month)),
                              std::chrono::day(static_cast<unsigned>(day))};
    // 24:00 is the end of a day (ISO 8601), :60 a leap second; both fall on the next second.
    const bool time = hour >= 0 && minute >= 0 && second >= 0 && minute < 60 && second <= 60 &&
                      (hour < 24 || (hour == 24 && minute == 0 && second == 0));
    if (!date.ok() || !time)
        return std::nullopt;
    return sys_days(date).time_since_epoch().count() * qint64(86400) + qint64(hour) * 3600 +
           qint64(minute) * 60 + second;
}

/// Walks over a text; every function takes what it knows and says whether it did.
class Scanner
{
public:
    explicit Scanner(std::string_view text)
        : m_rest(text)
    {
    }

    bool atEnd() const { return m_rest.empty(); }
    bool take(char c)
    {
        if (m_rest.empty() || m_rest.front() != c)
            return false;
        m_rest.remove_prefix(1);
        return true;
    }
    bool take(std::string_view word)
    {
        if (m_rest.substr(0, word.size()) != word)
            return false;
        m_rest.remove_prefix(word.size());
        return true;
    }
    bool takeBlanks()
    {
        const std::size_t before = m_rest.size();
        while (take(' ') || take('\t') || take('\r') || take('\n')) {
        }
        return m_rest.size() != before;
    }
    bool takeDigits()
    {
        const std::size_t before = m_rest.size();
        while (!m_rest.empty() && isDigit(m_rest.front()))
            m_rest.remove_prefix(1);
        return m_rest.size() != before;
    }
    /// Exactly `count` digits, or -1.
    int number(std::size_t count)
    {
        if (m_rest.size() < count)
            return -1;
        int value = 0;
        for (std::size_t i = 0; i < count; ++i) {
            if (!isDigit(m_rest[i]))
                return -1;
            value = value * 10 + (m_rest[i] - '0');
        }
        m_rest.remove_prefix(count);
        return value;
    }

private:
    std::string_view m_rest;
};

/// "Z", "+02:00", "-0500", "+02", "UTC"; sets the flags. The offset in seconds, none if unreadable.
std::optional<int> readZone(Scanner &scan, Moment &moment)
{
    if (scan.takeBlanks())
        moment.unusual = true;
    if (scan.atEnd()) {
        moment.noZone = true;
        return 0;
    }
    if (scan.take('Z'))
        return 0;
    if (scan.take('z') || scan.take("UTC") || scan.take("GMT")) {
        moment.unusual = true;
        return 0;
    }
    const bool minus = scan.take('-');
    if (!minus && !scan.take('+'))
        return std::nullopt;
    const int hours = scan.number(2);
    const bool colon = scan.take(':');
    const int minutes = scan.atEnd() && !colon ? 0 : scan.number(2);
    if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59)
        return std::nullopt;
    moment.offset = true;
    moment.unusual = moment.unusual || !colon;
    const int seconds = hours * 3600 + minutes * 60;
    return minus ? -seconds : seconds;
}

bool readTime(Scanner &scan, Moment &moment, int &hour, int &minute, int &second)
{
    hour = scan.number(2);
    const bool colons = scan.take(':');
    minute = scan.number(2);
    const bool more = colons ? scan.take(':') : true;
    second = more ? scan.number(2) : 0;
    if (!more || !colons)
        moment.unusual = true;
    if (scan.take('.') || scan.take(',')) {
        moment.unusual = true;
        return scan.takeDigits();
    }
    return true;
}

/// ISO 8601 in the forms people write.
std::optional<Moment> readIso(std::string_view text)
{
    Scanner scan(text);
    Moment moment;
    moment.unusual = scan.takeBlanks();
    const int year = scan.number(4);
    const bool dashes = scan.take('-');
    const int month = scan.number(2);
    if (dashes != scan.take('-'))
        return std::nullopt;
    const int day = scan.number(2);
    moment.unusual = moment.unusual || !dashes;

    int hour = 0;
    int minute = 0;
    int second = 0;
    int offset = 0;
    if (!scan.take('T')) {
        moment.unusual = true;
        const bool separated = scan.takeBlanks() || scan.take('t') || scan.take('_');
        moment.dateOnly = scan.atEnd();
        if (!separated && !moment.dateOnly)
            return std::nullopt;
    }
    if (moment.dateOnly) {
        moment.noZone = true;
    } else {
        if (!readTime(scan, moment, hour, minute, second))
            return std::nullopt;
        const auto zone = readZone(scan, moment);
        if (!zone)
            return std::nullopt;
        offset = *zone;
    }
    if (scan.takeBlanks())
        moment.unusual = true;
    const auto seconds = secondsOf(year, month, day, hour, minute, second);
    if (!scan.atEnd() || !seconds)
        return std::nullopt;
    moment.unusual = moment.unusual || hour == 24 || second == 60;
    moment.lastSecond = second == 59;
    moment.seconds = *seconds - offset;
    return moment;
}

/// "1641686400", and the dates of mail ("Sun, 9 Jan 2022 00:00:00 +0000").
std::optional<Moment> readForeign(std::string_view text)
{
    if (text.size() > 64)
        return std::nullopt;
    const QString string =
        QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).trimmed();
    bool isNumber = false;
    const qint64 number = string.toLongLong(&isNumber);
    if (isNumber)
        return momentFromNumber(number);
    const QDateTime mail = QDateTime::fromString(string, Qt::RFC2822Date);
    if (!mail.isValid())
        return std::nullopt;
    Moment moment;
    moment.seconds = mail.toSecsSinceEpoch();
    moment.lastSecond = mail.time().second() == 59;
    moment.unusual = true;
    return moment;
}

bool isUsable(qint64 seconds)
{
    return seconds >= 0 && seconds < year10000;
}

} // namespace

std::optional<Moment> momentFromNumber(qint64 number)
{
    // Seconds of the years up to 5138 are smaller than milliseconds since 1973.
    if (number >= 100'000'000'000)
        number /= 1000;
    // Small numbers are years or counts; no report is of 1973.
    if (number < 100'000'000 || !isUsable(number))
        return std::nullopt;
    Moment moment;
    moment.seconds = number;
    moment.lastSecond = number % 60 == 59;
    moment.unusual = true;
    return moment;
}

std::optional<Moment> readMoment(std::string_view text)
{
    std::optional<Moment> moment = readIso(text);
    if (!moment)
        moment = readForeign(text);
    if (!moment || !isUsable(moment->seconds))
        return std::nullopt;
    return moment;
}

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
// A UTC calendar day as the archive keeps it: whole days since 1 January 1970.
#pragma once

#include <QDate>

#include <compare>
#include <optional>

namespace tlsrpt
{

struct Day {
    qint32 value = 0;

    static Day fromDate(QDate date) { return {static_cast<qint32>(date.toJulianDay() - epoch)}; }
    /// The UTC day that holds a moment given in seconds since 1970 (also before it).
    static Day fromSeconds(qint64 seconds)
    {
        return {static_cast<qint32>(seconds >= 0 ? seconds / 86400 : (seconds - 86399) / 86400)};
    }
    QDate toDate() const { return QDate::fromJulianDay(epoch + value); }
    /// "2026-10-31"; for JSON, CSV and SQL, never for the screen.
    QString toIso() const { return toDate().toString(Qt::ISODate); }
    auto operator<=>(const Day &) const = default;

private:
    static constexpr qint64 epoch = 2440588; // Julian day of 1970-01-01
};

/// Both ends included.
struct DayRange {
    Day first;
    Day last;

    int days() const { return last.value - first.value + 1; }
    bool contains(Day day) const { return first <= day && day <= last; }
    auto operator<=>(const DayRange &) const = default;
};

} // namespace tlsrpt

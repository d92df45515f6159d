// SPDX-License-Identifier: GPL-3.0-or-later
// The filter as the user set it. Periods like "30 days" stay presets and move with the newest
// report day; pages only ever see the days they stand for.
#pragma once

#include "core/query/filter.h"

#include <QObject>
#include <QVariantMap>

namespace tlsrpt
{

enum class Period : quint8 { All, Days7, Days30, Days90, Days120, ThisYear, Custom };
inline constexpr int periodCount = static_cast<int>(Period::Custom) + 1;
/// Stable name for settings: "all", "7-days", ..., "custom".
QLatin1String slug(Period period);
/// The days of a preset that ends with `newest`; none for All and Custom.
std::optional<DayRange> daysOf(Period period, Day newest);

/// What back and forward and the next start need. Days count only where the period is Custom.
struct FilterMemory {
    Filter filter;
    Period period = Period::All;
    bool operator==(const FilterMemory &) const = default;
};
QVariantMap toVariant(const FilterMemory &memory);
/// Members that are missing or that nobody knows are left at their defaults.
FilterMemory filterFromVariant(const QVariantMap &map);

/// Emits changed() once per change; all pages listen. Owned by the window.
class FilterState : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    const Filter &filter() const { return m_filter; }
    Period period() const { return m_period; }
    std::optional<Day> newestDay() const { return m_newest; }
    FilterMemory memory() const;

    /// Other days than now make the period Custom (or All, where there are none).
    void set(const Filter &filter);
    void setPeriod(Period period);
    /// Presets count back from here: the archive's last believable report day (Facts::period).
    void setNewestDay(std::optional<Day> day);
    void restore(const FilterMemory &memory);
    /// All reports again; also what a page's "clear filter" wants.
    void clear() { set(Filter{}); }

signals:
    void changed();

private:
    void apply(Filter filter, Period period);

    Filter m_filter;
    Period m_period = Period::All;
    std::optional<Day> m_newest;
};

} // namespace tlsrpt

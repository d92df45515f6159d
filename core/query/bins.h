// SPDX-License-Identifier: GPL-3.0-or-later
// Days in equal bins for sparklines, and sets of days.
#pragma once

#include "core/base/day.h"

#include <QtGlobal>

#include <set>
#include <vector>

namespace tlsrpt
{

/// Bins of equally many days that end with the period's last day, so that the newest is whole;
/// the first may begin before the period.
class Bins
{
public:
    Bins(DayRange period, int most);

    int count() const { return m_count; }
    int daysPerBin() const { return m_daysPerBin; }
    /// -1 outside the period.
    int at(qint32 day) const
    {
        const qint64 offset = qint64(day) - m_first;
        return offset >= 0 && offset < qint64(m_byDay.size()) ? m_byDay[size_t(offset)] : -1;
    }

private:
    qint32 m_first;
    int m_daysPerBin;
    int m_count;
    std::vector<qint16> m_byDay;
};

/// Distinct days. Bits for the days of the period, a list for the few outside.
class DaySet
{
public:
    void insert(qint32 day, DayRange period);
    int count() const { return m_count; }
    /// Ascending.
    std::vector<qint32> days(DayRange period) const;

private:
    std::vector<quint64> m_bits;
    std::set<qint32> m_outside;
    int m_count = 0;
};

/// Median of the gaps between ascending days; 0 with fewer than two.
double medianGap(const std::vector<qint32> &days);

} // namespace tlsrpt

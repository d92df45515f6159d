// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/bins.h"

#include <algorithm>

namespace tlsrpt
{

Bins::Bins(DayRange period, int most)
    : m_first(period.first.value)
    , m_daysPerBin(std::max(1, (period.days() + most - 1) / most))
    , m_count((period.days() + m_daysPerBin - 1) / m_daysPerBin)
    , m_byDay(size_t(period.days()))
{
    const int lead = m_count * m_daysPerBin - period.days();
    for (int i = 0; i < period.days(); ++i)
        m_byDay[size_t(i)] = qint16((i + lead) / m_daysPerBin);
}

void DaySet::insert(qint32 day, DayRange period)
{
    if (period.contains({day})) {
        if (m_bits.empty())
            m_bits.resize(size_t(period.days() + 63) / 64);
        const auto offset = quint32(day - period.first.value);
        const quint64 bit = quint64(1) << (offset % 64);
        m_count += (m_bits[offset / 64] & bit) == 0;
        m_bits[offset / 64] |= bit;
        return;
    }
    m_count += m_outside.insert(day).second;
}

std::vector<qint32> DaySet::days(DayRange period) const
{
    std::vector<qint32> result(m_outside.begin(), m_outside.end());
    for (size_t word = 0; word < m_bits.size(); ++word) {
        for (int bit = 0; bit < 64; ++bit) {
            if (m_bits[word] >> bit & 1)
                result.push_back(period.first.value + qint32(word) * 64 + bit);
        }
    }
    std::sort(result.begin(), result.end());
    return result;
}

double medianGap(const std::vector<qint32> &days)
{
    if (days.size() < 2)
        return 0;
    std::vector<qint32> gaps;
    for (size_t i = 1; i < days.size(); ++i)
        gaps.push_back(days[i] - days[i - 1]);
    std::sort(gaps.begin(), gaps.end());
    const size_t middle = gaps.size() / 2;
    return gaps.size() % 2 ? gaps[middle] : (gaps[middle - 1] + gaps[middle]) / 2.0;
}

} // namespace tlsrpt

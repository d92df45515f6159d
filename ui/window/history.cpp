// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/history.h"

namespace tlsrpt
{

void History::visit(Visit visit)
{
    if (!m_visits.empty() && m_visits[m_current] == visit)
        return;
    if (!m_visits.empty())
        m_visits.resize(m_current + 1);
    m_visits.push_back(std::move(visit));
    if (m_visits.size() > most)
        m_visits.erase(m_visits.begin());
    m_current = m_visits.size() - 1;
}

void History::replace(Visit visit)
{
    if (m_visits.empty())
        m_visits.push_back(std::move(visit));
    else
        m_visits[m_current] = std::move(visit);
}

void History::clear()
{
    m_visits.clear();
    m_current = 0;
}

} // namespace tlsrpt

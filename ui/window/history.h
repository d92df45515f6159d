// SPDX-License-Identifier: GPL-3.0-or-later
// Where the user has been: page, filter and place, as in a browser.
#pragma once

#include "ui/page/filterstate.h"

#include <QVariant>

#include <vector>

namespace tlsrpt
{

struct Visit {
    QString page;
    FilterMemory filter;
    QVariant place; ///< opaque
    bool operator==(const Visit &) const = default;
};

class History
{
public:
    /// A new step; what lay ahead is gone. The same again is none.
    void visit(Visit visit);
    /// The current step, bettered.
    void replace(Visit visit);
    bool canGoBack() const { return m_current > 0; }
    bool canGoForward() const { return m_current + 1 < m_visits.size(); }
    const Visit &back() { return m_visits[--m_current]; }
    const Visit &forward() { return m_visits[++m_current]; }
    const Visit &current() const { return m_visits[m_current]; }
    bool empty() const { return m_visits.empty(); }
    void clear();

private:
    static constexpr size_t most = 200;
    std::vector<Visit> m_visits;
    size_t m_current = 0;
};

} // namespace tlsrpt

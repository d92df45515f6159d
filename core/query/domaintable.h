// SPDX-License-Identifier: GPL-3.0-or-later
// Adds up what was reported about each domain, while a pass goes over the reports.
#pragma once

#include "core/query/bins.h"
#include "core/query/selection.h"

#include <unordered_map>
#include <vector>

namespace tlsrpt
{

class DomainTable
{
public:
    DomainTable(const Facts &facts, DayRange period, const Bins &bins);

    void addRow(quint32 reportIndex, const PolicyFact &row, const Sessions &headline);
    /// A failure of the row just added.
    void addFailure(const FailureFact &failure);
    /// Most failed in the last week first, then most sessions. Walks the failures once more for
    /// the beginning of each domain's worst failure.
    std::vector<DomainRow> rows(const Selection &selection) const;

private:
    struct Domain {
        DomainRow row;
        TextIndex name = 0;
        quint32 lastReport = ~quint32(0);
        bool policySeen = false;
        qint32 policyDay = 0; ///< the newest day of the period with a row
    };
    struct Key { ///< who fails how
        TextIndex domain = 0;
        TextIndex mx = 0;
        Cause cause = Cause::Unknown;
        bool operator==(const Key &) const = default;
    };
    struct KeyHash {
        size_t operator()(const Key &key) const noexcept
        {
            return qHashMulti(0, key.domain, key.mx, int(key.cause));
        }
    };
    struct Worst {
        Key key;
        qint64 occurrences = 0;
        qint64 ofHost = 0;
    };

    Domain &domainOf(TextIndex name);
    void notePolicy(Domain &domain, const PolicyFact &row, qint32 day) const;
    std::vector<Worst> worstByDomain() const;
    void fillWorst(std::vector<DomainRow> &rows, const Selection &selection) const;

    const Facts &m_facts;
    DayRange m_period;
    const Bins &m_bins;
    std::vector<qint32> m_slot; ///< by TextIndex, -1 = none yet
    std::vector<Domain> m_domains;
    std::unordered_map<Key, qint64, KeyHash> m_lastWeek;
    TextIndex m_currentDomain = 0;
    bool m_inLastWeek = false;
};

} // namespace tlsrpt

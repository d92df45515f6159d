// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/failuregroups.h"

#include <algorithm>

namespace tlsrpt
{

std::vector<FailureGroup> failureGroups(const Facts &facts, const Selection &selection,
                                        const Bins &bins)
{
    std::vector<FailureGroup> groups;
    std::unordered_map<FailureKey, quint32, FailureKeyHash> places;
    forEachFailure(facts, selection, [&](const ReportFact &report, const PolicyFact &row,
                                         const FailureFact &failure) {
        const FailureKey key{failure.mx, failure.receivingIp, report.reporter, row.domain,
                             failure.resultType, failure.reason, row.policy, row.track};
        const auto [at, isNew] = places.try_emplace(key, quint32(groups.size()));
        if (isNew) {
            FailureGroup &group = groups.emplace_back();
            group.key = key;
            group.cause = failure.cause;
            group.coverage = failure.coverage;
            group.first = group.last = report.day;
            group.organization = report.organization;
            group.byBin.resize(size_t(bins.count()), 0);
        }
        FailureGroup &group = groups[at->second];
        group.occurrences = addCounts(group.occurrences, failure.occurrences);
        group.first = std::min(group.first, report.day);
        if (report.day >= group.last) {
            group.last = report.day;
            group.organization = report.organization;
        }
        if (failure.helo != 0 && (group.helo == 0 || report.day >= group.heloDay)) {
            group.helo = failure.helo;
            group.heloDay = report.day;
        }
        if (const int bin = bins.at(report.day); bin >= 0)
            group.byBin[size_t(bin)] = addCounts(group.byBin[size_t(bin)], failure.occurrences);
    });
    return groups;
}

void Tally::add(const FailureGroup &group)
{
    const bool isNew = m_senders.isEmpty();
    m_first = isNew ? group.first : std::min(m_first, group.first);
    m_last = isNew ? group.last : std::max(m_last, group.last);
    m_occurrences = addCounts(m_occurrences, group.occurrences);
    m_senders.insert(group.key.reporter);
    for (size_t i = 0; i < m_byBin.size(); ++i)
        m_byBin[i] = addCounts(m_byBin[i], group.byBin[i]);
}

} // namespace tlsrpt

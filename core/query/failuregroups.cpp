// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/failuregroups.h"

#include <algorithm>
#include <unordered_map>

namespace tlsrpt
{

namespace
{

FailureKey keyOf(const ReportFact &report, const PolicyFact &row, const FailureFact &failure)
{
    return {failure.mx, failure.receivingIp, report.reporter, row.domain,
            failure.resultType, failure.reason, row.policy, row.track};
}

struct FailureKeyHash {
    size_t operator()(const FailureKey &k) const noexcept
    {
        quint64 hash = 0; // four multiplications are a third of qHashMulti's time
        const auto add = [&hash](quint32 high, quint32 low) {
            hash = (hash ^ (quint64(high) << 32 | low)) * 0x9E3779B97F4A7C15ULL; // 2^64 by the golden ratio
            hash ^= hash >> 29;
        };
        add(k.mx, k.receivingIp);
        add(k.reporter, k.domain);
        add(k.resultType, k.reason);
        add(k.policy, quint32(k.track));
        return size_t(hash);
    }
};

} // namespace

const std::vector<quint32> &FailureKinds::of(const Facts &facts)
{
    std::call_once(m_once, [&] {
        std::unordered_map<FailureKey, quint32, FailureKeyHash> known;
        m_kinds.reserve(facts.failures.size());
        for (const FailureFact &failure : facts.failures) {
            const PolicyFact &row = facts.policyRows[failure.policyRow];
            const FailureKey key = keyOf(facts.reports[row.report], row, failure);
            m_kinds.push_back(known.try_emplace(key, quint32(known.size())).first->second);
        }
        m_count = quint32(known.size());
    });
    return m_kinds;
}

std::vector<FailureGroup> failureGroups(const Facts &facts, const Selection &selection,
                                        const Bins &bins)
{
    constexpr quint32 none = ~quint32(0);
    const std::vector<quint32> &kinds = facts.failureKinds->of(facts);
    std::vector<quint32> places(facts.failureKinds->count(), none);
    std::vector<FailureGroup> groups;
    forEachFailure(facts, selection, [&](const ReportFact &report, const PolicyFact &row,
                                         const FailureFact &failure) {
        quint32 &place = places[kinds[size_t(&failure - facts.failures.data())]];
        const bool isNew = place == none;
        if (isNew) {
            place = quint32(groups.size());
            FailureGroup &group = groups.emplace_back();
            group.key = keyOf(report, row, failure);
            group.cause = failure.cause;
            group.coverage = failure.coverage;
            group.first = group.last = report.day;
            group.organization = report.organization;
            group.byBin.resize(size_t(bins.count()), 0);
        }
        FailureGroup &group = groups[place];
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

bool isBetterExample(const FailureGroup &a, const FailureGroup &b)
{
    const auto rank = [](const FailureGroup &group) {
        return std::pair(group.last, group.key.receivingIp != 0);
    };
    return rank(a) > rank(b);
}

Situation situationOf(const Facts &facts, const FailureGroup &group)
{
    const FailureKey &key = group.key;
    const KnownPolicy &policy = facts.policies[key.policy];
    return {facts.text(key.resultType), facts.text(key.reason), key.track, policy.mode,
            facts.text(key.domain), facts.text(key.mx), facts.text(key.receivingIp), policy.mxHosts};
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

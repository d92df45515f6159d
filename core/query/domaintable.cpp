// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/domaintable.h"

#include <algorithm>
#include <tuple>

namespace tlsrpt
{

namespace
{

/// How much a policy of this track asks of a sender.
int strength(Track track)
{
    switch (track) {
    case Track::Tlsa:
        return 3;
    case Track::Sts:
        return 2;
    case Track::None:
        return 1;
    case Track::Other:
        break;
    }
    return 0;
}

/// First day of the last run in ascending days; up to 3 days without end no run.
qint32 lastRunBegins(const std::vector<qint32> &days)
{
    size_t at = days.size() - 1;
    while (at > 0 && days[at] - days[at - 1] <= 4)
        --at;
    return days[at];
}

} // namespace

DomainTable::DomainTable(const Facts &facts, DayRange period, const Bins &bins)
    : m_facts(facts)
    , m_period(period)
    , m_bins(bins)
    , m_slot(facts.texts.size(), -1)
{
}

DomainTable::Domain &DomainTable::domainOf(TextIndex name)
{
    qint32 &slot = m_slot[name];
    if (slot < 0) {
        slot = qint32(m_domains.size());
        Domain &domain = m_domains.emplace_back();
        domain.name = name;
        domain.row.domain = m_facts.text(name);
        domain.row.isMailHost = name < m_facts.mailHosts.size() && m_facts.mailHosts[name];
        domain.row.track = Track::Other;
        domain.row.failedByBin.resize(size_t(m_bins.count()), 0);
    }
    return m_domains[size_t(slot)];
}

void DomainTable::addRow(quint32 reportIndex, const PolicyFact &policyRow, const Sessions &headline)
{
    Domain &domain = domainOf(policyRow.domain);
    const qint32 day = m_facts.reports[reportIndex].day;
    if (domain.lastReport != reportIndex) {
        domain.lastReport = reportIndex;
        ++domain.row.reports;
    }
    domain.row.sessions += headline;
    m_currentDomain = policyRow.domain;
    m_inLastWeek = day > m_period.last.value - 7 && day <= m_period.last.value;
    if (m_inLastWeek)
        domain.row.lastWeek += headline;
    const int bin = m_bins.at(day);
    if (bin < 0)
        return;
    qint64 &failed = domain.row.failedByBin[size_t(bin)];
    failed = addCounts(failed, headline.failed);
    notePolicy(domain, policyRow, day);
}

void DomainTable::notePolicy(Domain &domain, const PolicyFact &policyRow, qint32 day) const
{
    if (domain.policySeen && day < domain.policyDay)
        return;
    DomainRow &row = domain.row;
    if (!domain.policySeen || day > domain.policyDay) {
        domain.policySeen = true;
        domain.policyDay = day;
        row.hasSts = row.hasTlsa = false;
        row.track = policyRow.track;
        row.mode = PolicyMode::Unknown;
    }
    row.hasSts = row.hasSts || policyRow.track == Track::Sts;
    row.hasTlsa = row.hasTlsa || policyRow.track == Track::Tlsa;
    if (strength(policyRow.track) > strength(row.track))
        row.track = policyRow.track;
    if (policyRow.track == Track::Sts && policyRow.mode != PolicyMode::Unknown)
        row.mode = policyRow.mode;
}

void DomainTable::addFailure(const FailureFact &failure)
{
    if (!m_inLastWeek || failure.occurrences == 0)
        return;
    qint64 &count = m_lastWeek[{m_currentDomain, failure.mx, failure.cause}];
    count = addCounts(count, failure.occurrences);
}

/// By slot: the host with most occurrences in the last week, and its main cause.
std::vector<DomainTable::Worst> DomainTable::worstByDomain() const
{
    std::unordered_map<Key, qint64, KeyHash> byHost;
    for (const auto &[key, occurrences] : m_lastWeek) {
        qint64 &count = byHost[{key.domain, key.mx, Cause::Unknown}];
        count = addCounts(count, occurrences);
    }
    std::vector<Worst> worst(m_domains.size());
    for (const auto &[key, occurrences] : m_lastWeek) {
        Worst &best = worst[size_t(m_slot[key.domain])];
        const qint64 ofHost = byHost[{key.domain, key.mx, Cause::Unknown}];
        // Ties by name, so that the order of a hash table never shows.
        const auto rank = [this](qint64 host, qint64 count, const Key &k) {
            return std::tuple(-host, m_facts.text(k.mx), -count, k.cause);
        };
        if (best.occurrences == 0
            || rank(ofHost, occurrences, key) < rank(best.ofHost, best.occurrences, best.key))
            best = {key, occurrences, ofHost};
    }
    return worst;
}

void DomainTable::fillWorst(std::vector<DomainRow> &rows, const Selection &selection) const
{
    const std::vector<Worst> worst = worstByDomain();
    std::vector<DaySet> days(worst.size());
    if (m_lastWeek.empty())
        return;
    forEachFailure(m_facts, selection, [&](const ReportFact &report, const PolicyFact &row,
                                           const FailureFact &failure) {
        const auto slot = size_t(m_slot[row.domain]);
        if (worst[slot].occurrences > 0 && failure.occurrences > 0
            && worst[slot].key == Key{row.domain, failure.mx, failure.cause}
            && report.day <= m_period.last.value)
            days[slot].insert(report.day, m_period);
    });
    for (size_t slot = 0; slot < worst.size(); ++slot) {
        if (worst[slot].occurrences == 0)
            continue;
        rows[slot].worstMx = m_facts.text(worst[slot].key.mx);
        rows[slot].worstCause = worst[slot].key.cause;
        rows[slot].worstOccurrences = worst[slot].occurrences;
        rows[slot].worstSince = {lastRunBegins(days[slot].days(m_period))};
    }
}

std::vector<DomainRow> DomainTable::rows(const Selection &selection) const
{
    std::vector<DomainRow> rows;
    rows.reserve(m_domains.size());
    for (const Domain &domain : m_domains)
        rows.push_back(domain.row);
    fillWorst(rows, selection);
    std::sort(rows.begin(), rows.end(), [](const DomainRow &a, const DomainRow &b) {
        if (a.lastWeek.failed != b.lastWeek.failed)
            return a.lastWeek.failed > b.lastWeek.failed;
        if (a.sessions.total() != b.sessions.total())
            return a.sessions.total() > b.sessions.total();
        return a.domain < b.domain;
    });
    return rows;
}

} // namespace tlsrpt

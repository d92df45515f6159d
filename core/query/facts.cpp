// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/facts.h"

#include "core/query/failuregroups.h"

#include "core/query/factsloader.h"
#include "core/report/names.h"

#include <QSet>

#include <algorithm>
#include <limits>

namespace tlsrpt
{

namespace
{

std::optional<DayRange> rangeOf(const Facts &facts, qint32 earliest, qint32 latest)
{
    std::optional<DayRange> range;
    for (const ReportFact &report : facts.reports) {
        if (report.day < earliest || report.day > latest)
            continue;
        if (!range)
            range = DayRange{{report.day}, {report.day}};
        range->first.value = std::min(range->first.value, report.day);
        range->last.value = std::max(range->last.value, report.day);
    }
    return range;
}

/// Domains whose rows are all tlsa, by TextIndex.
std::vector<bool> onlyTlsaDomains(const Facts &facts)
{
    enum : quint8 { Tlsa = 1, Others = 2 };
    std::vector<quint8> seen(facts.texts.size(), 0);
    for (const PolicyFact &row : facts.policyRows)
        seen[row.domain] |= row.track == Track::Tlsa ? Tlsa : Others;
    std::vector<bool> result(seen.size());
    for (size_t i = 1; i < seen.size(); ++i)
        result[i] = seen[i] == Tlsa;
    return result;
}

/// Texts that are certainly names of servers.
std::vector<bool> serverNames(const Facts &facts)
{
    std::vector<bool> servers(facts.texts.size());
    for (const FailureFact &failure : facts.failures)
        servers[failure.mx] = true;
    QSet<QString> listed;
    for (const KnownPolicy &policy : facts.policies) {
        for (const QString &host : policy.mxHosts)
            listed.insert(host);
    }
    for (size_t i = 1; i < servers.size(); ++i)
        servers[i] = servers[i] || listed.contains(facts.texts[i]);
    return servers;
}

std::vector<bool> domainsNotTheServer(const Facts &facts)
{
    constexpr quint64 bit = quint64(1) << int(DeviationKind::PolicyDomainNotTheServer);
    std::vector<bool> result(facts.texts.size());
    for (const ReportFact &report : facts.reports) {
        if (!(report.deviations & bit))
            continue;
        for (quint32 i = 0; i < report.policyCount; ++i)
            result[facts.policyRows[report.firstPolicy + i].domain] = true;
    }
    return result;
}

std::vector<bool> mailHostsOf(const Facts &facts)
{
    std::vector<bool> hosts = onlyTlsaDomains(facts);
    if (std::find(hosts.begin(), hosts.end(), true) == hosts.end())
        return hosts;
    const std::vector<bool> servers = serverNames(facts);
    const std::vector<bool> notServers = domainsNotTheServer(facts);
    for (size_t i = 1; i < hosts.size(); ++i) {
        if (!hosts[i] || servers[i])
            continue;
        hosts[i] = !notServers[i] && registrableDomain(facts.texts[i]) != facts.texts[i];
    }
    return hosts;
}

} // namespace

std::optional<DayRange> believablePeriod(const Facts &facts)
{
    constexpr qint32 smallest = std::numeric_limits<qint32>::min();
    constexpr qint32 largest = std::numeric_limits<qint32>::max();
    const qint32 latest = facts.newestImport ? facts.newestImport->value + 2 : largest;
    std::optional<DayRange> range = rangeOf(facts, smallest, latest);
    if (!range && facts.newestImport)
        range = rangeOf(facts, smallest, largest);
    if (range && range->days() > longestPeriodDays)
        range = rangeOf(facts, range->last.value - longestPeriodDays + 1, range->last.value);
    return range;
}

void deriveFacts(Facts &facts)
{
    facts.period = believablePeriod(facts);
    facts.mailHosts = mailHostsOf(facts);
    facts.failureKinds = std::make_shared<FailureKinds>();
}

Result<std::shared_ptr<const Facts>> loadFacts(QSqlDatabase &database,
                                               std::shared_ptr<const Facts> previous)
{
    return FactsLoader(database, std::move(previous)).load();
}

} // namespace tlsrpt

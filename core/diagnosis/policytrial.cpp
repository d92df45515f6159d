// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/policytrial.h"

#include "core/query/answers.h"

#include <QHash>

#include <algorithm>
#include <limits>
#include <tuple>

namespace tlsrpt
{

namespace
{

constexpr size_t mostHosts = 500; ///< more names are no mail system but a flood

struct Seen {
    qint64 failures = 0;
    qint64 notInPolicy = 0; ///< of those
    qint32 last = std::numeric_limits<qint32>::min();
};

/// All that the archive tells of a domain's servers.
class Known
{
public:
    Known(const Facts &facts, TextIndex domain) : m_facts(facts)
    {
        for (const PolicyFact &row : facts.policyRows) {
            if (row.domain == domain)
                add(row);
        }
    }

    QHash<QString, Seen> hosts;
    qint64 unnamed = 0;     ///< not in the policy, without a name
    qint64 otherwise = 0;   ///< other failures without a name
    QStringList patternsNow; ///< of the newest policy

private:
    void add(const PolicyFact &row)
    {
        const ReportFact &report = m_facts.reports[row.report];
        if (m_facts.period && !m_facts.period->contains(Day{report.day}))
            return;
        const KnownPolicy &policy = m_facts.policies[row.policy];
        if (row.track == Track::Sts && !policy.mxHosts.isEmpty() && report.day >= m_policyDay) {
            patternsNow = policy.mxHosts;
            m_policyDay = report.day;
        }
        if (row.track == Track::Tlsa && policy.mxHosts.size() == 1)
            see(policy.mxHosts.front(), report.day);
        for (quint32 i = row.firstFailure; i < row.firstFailure + row.failureCount; ++i)
            add(m_facts.failures[i], row.track, report.day);
    }
    void add(const FailureFact &failure, Track track, qint32 day)
    {
        const bool missing
            = failure.cause == Cause::MxNotInPolicy || failure.coverage == Coverage::NotCovered;
        if (!failure.mx) {
            qint64 &sum = missing ? unnamed : otherwise;
            if (track == Track::Sts)
                sum = addCounts(sum, failure.occurrences);
            return;
        }
        Seen &seen = see(m_facts.text(failure.mx), day);
        if (track != Track::Sts)
            return;
        seen.failures = addCounts(seen.failures, failure.occurrences);
        if (missing)
            seen.notInPolicy = addCounts(seen.notInPolicy, failure.occurrences);
    }
    Seen &see(const QString &host, qint32 day)
    {
        Seen &seen = hosts[host];
        seen.last = std::max(seen.last, day);
        return seen;
    }

    const Facts &m_facts;
    qint32 m_policyDay = std::numeric_limits<qint32>::min();
};

void addFailures(TrialFailures &failures, const Seen &seen, bool covered)
{
    const qint64 other = seen.failures - std::min(seen.failures, seen.notInPolicy);
    qint64 &missing = covered ? failures.solved : failures.same;
    missing = addCounts(missing, seen.notInPolicy);
    qint64 &rest = covered ? failures.same : failures.caused;
    rest = addCounts(rest, other);
}

TrialHost tryHost(const PolicyTrial &trial, const QStringList &patternsNow, const QString &host,
                  const Seen &seen, const QString &domain)
{
    TrialHost tried;
    tried.host = host;
    tried.pattern = coveringPattern(trial.policy.mx, host).value_or(QString());
    if (!tried.covered())
        tried.miss = explainMiss(trial.policy.mx, host, domain);
    tried.coveredNow = coveringPattern(patternsNow, host).has_value();
    tried.failures = seen.failures;
    tried.last = Day{seen.last};
    return tried;
}

} // namespace

PolicyTrial tryPolicy(const Facts &facts, TextIndex domain, const QStringList &lines)
{
    const Known known(facts, domain);
    PolicyTrial trial;
    trial.policy = parseStsPolicy(lines);
    for (const QString &pattern : trial.policy.mx) {
        const bool again = std::any_of(
            trial.patterns.begin(), trial.patterns.end(),
            [&pattern](const TrialPattern &each) { return each.pattern == pattern; });
        if (!again)
            trial.patterns.push_back({pattern, 0});
    }
    for (auto it = known.hosts.cbegin(); it != known.hosts.cend(); ++it) {
        TrialHost host
            = tryHost(trial, known.patternsNow, it.key(), *it, facts.text(domain));
        const bool covered = host.covered();
        addFailures(trial.failures, *it, covered);
        trial.covered += covered;
        trial.lostHosts += host.coveredNow && !covered;
        trial.gainedHosts += covered && !host.coveredNow;
        for (TrialPattern &pattern : trial.patterns)
            pattern.hosts += covered && pattern.pattern == host.pattern;
        trial.hosts.push_back(std::move(host));
    }
    trial.failures.unnamed = known.unnamed;
    trial.failures.same = addCounts(trial.failures.same, known.otherwise);
    std::sort(trial.hosts.begin(), trial.hosts.end(), [](const TrialHost &a, const TrialHost &b) {
        return std::tuple(a.covered(), -a.failures, a.host)
               < std::tuple(b.covered(), -b.failures, b.host);
    });
    if (trial.hosts.size() > mostHosts)
        trial.hosts.resize(mostHosts);
    return trial;
}

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/diagnosis.h"

#include "core/diagnosis/judgement.h"
#include "core/diagnosis/thresholds.h"
#include "core/query/questions.h"

#include <QSet>

#include <algorithm>

namespace tlsrpt
{

namespace
{

/// Which domains must be judged, and their rows.
class Touched
{
public:
    Touched(const Facts &facts, const Diagnosis *previous)
        : m_facts(facts)
        , m_slots(facts.texts.size(), untouched)
    {
        if (previous)
            touchChanged(*previous);
        else
            touchAll();
        collectRows();
    }

    bool contains(TextIndex domain) const { return m_slots[domain] != untouched; }
    std::vector<TextIndex> domains;
    std::vector<std::vector<quint32>> rows; ///< by domains

private:
    static constexpr quint32 untouched = ~0u;

    void touch(TextIndex domain)
    {
        if (m_slots[domain] != untouched)
            return;
        m_slots[domain] = quint32(domains.size());
        domains.push_back(domain);
    }
    void touchReport(const ReportFact &report)
    {
        for (quint32 i = 0; i < report.policyCount; ++i)
            touch(m_facts.policyRows[report.firstPolicy + i].domain);
    }
    void touchAll()
    {
        for (const PolicyFact &row : m_facts.policyRows)
            touch(row.domain);
    }
    /// New reports, and old ones whose day became believable or stopped being so.
    void touchChanged(const Diagnosis &previous)
    {
        const auto believes = [](const std::optional<DayRange> &period, qint32 day) {
            return !period || period->contains(Day{day});
        };
        for (size_t i = 0; i < m_facts.reports.size(); ++i) {
            const ReportFact &report = m_facts.reports[i];
            if (i >= previous.reports
                || believes(previous.period, report.day) != believes(m_facts.period, report.day))
                touchReport(report);
        }
    }
    void collectRows()
    {
        rows.resize(domains.size());
        for (size_t i = 0; i < m_facts.policyRows.size(); ++i) {
            const quint32 slot = m_slots[m_facts.policyRows[i].domain];
            if (slot != untouched)
                rows[slot].push_back(quint32(i));
        }
    }

    const Facts &m_facts;
    std::vector<quint32> m_slots; ///< by TextIndex
};

bool continuesFrom(const Facts &facts, const Diagnosis &previous)
{
    return facts.rewrites == previous.rewrites && facts.reports.size() >= previous.reports;
}

void judgeDomains(Diagnosis &diagnosis, const Facts &facts, const Diagnosis *previous)
{
    Touched touched(facts, previous);
    if (previous) {
        for (const auto &domain : previous->domains) {
            if (!touched.contains(domain->text))
                diagnosis.domains.push_back(domain);
        }
    }
    PolicyBook book(facts);
    for (size_t i = 0; i < touched.domains.size(); ++i) {
        if (auto domain
            = judgeDomain(facts, book, touched.domains[i], std::move(touched.rows[i])))
            diagnosis.domains.push_back(std::move(domain));
    }
    std::sort(diagnosis.domains.begin(), diagnosis.domains.end(),
              [](const auto &a, const auto &b) { return a->domain < b->domain; });
}

/// Findings of a domain that nobody has reported on for a season: what was open then is not known.
std::vector<FindingPtr> asOf(const DomainDiagnosis &domain, const Reference &reference)
{
    std::vector<FindingPtr> findings = domain.findings;
    if (domain.days.last.value > reference.day.value - thresholds::forgottenDays)
        return findings;
    for (FindingPtr &finding : findings) {
        if (!finding->open)
            continue;
        auto forgotten = std::make_shared<Finding>(*finding);
        forgotten->open = false;
        forgotten->forgotten = true;
        finding = std::move(forgotten);
    }
    return findings;
}

/// What depends on the reference day and on all domains; cheap enough for every import.
void sumUp(Diagnosis &diagnosis, const Facts &facts)
{
    for (const auto &domain : diagnosis.domains) {
        std::vector<FindingPtr> own = asOf(*domain, diagnosis.reference);
        for (Finding &finding : silences(*domain, diagnosis.reference))
            own.push_back(std::make_shared<const Finding>(std::move(finding)));
        DomainHealth health = healthOf(*domain, own, diagnosis.reference);
        health.mailHost = domain->text < facts.mailHosts.size() && facts.mailHosts[domain->text];
        diagnosis.health.push_back(std::move(health));
        diagnosis.findings.insert(diagnosis.findings.end(), own.begin(), own.end());
    }
    std::stable_sort(diagnosis.findings.begin(), diagnosis.findings.end(),
                     [](const FindingPtr &a, const FindingPtr &b) { return comesBefore(*a, *b); });
    std::stable_sort(diagnosis.health.begin(), diagnosis.health.end(),
                     [](const DomainHealth &a, const DomainHealth &b) {
                         return std::pair(a.health, -a.openProblems)
                                < std::pair(b.health, -b.openProblems);
                     });
}

bool overlaps(const Finding &finding, const Filter &filter)
{
    return (!filter.from || finding.last >= *filter.from)
           && (!filter.to || finding.first <= *filter.to);
}

bool concernsSender(const Finding &finding, const Filter &filter)
{
    return filter.senders.isEmpty() || finding.senders.empty()
           || std::any_of(finding.senders.begin(), finding.senders.end(),
                          [&filter](const SenderShare &sender) {
                              return filter.senders.contains(sender.key)
                                     || filter.senders.contains(sender.name);
                          });
}

bool matches(const Finding &finding, const Filter &filter)
{
    const bool track = filter.tracks.empty() || finding.track == Track::Other
                       || std::find(filter.tracks.begin(), filter.tracks.end(), finding.track)
                              != filter.tracks.end();
    return track && (filter.domains.isEmpty() || filter.domains.contains(finding.domain))
           && concernsSender(finding, filter) && overlaps(finding, filter)
           && (!filter.mx || finding.mx == *filter.mx)
           && (!filter.cause || finding.group == filter.cause)
           && (!filter.onlyFailures || finding.occurrences > 0 || finding.failed > 0);
}

} // namespace

QLatin1String slug(Health health)
{
    switch (health) {
    case Health::Broken: return QLatin1String("broken");
    case Health::Enforcing: return QLatin1String("enforcing");
    case Health::Dane: return QLatin1String("dane");
    case Health::Testing: return QLatin1String("testing");
    case Health::Unprotected: return QLatin1String("unprotected");
    case Health::NoReports: return QLatin1String("no-reports");
    }
    Q_UNREACHABLE();
}

std::optional<Day> newestReportDay(const Facts &facts)
{
    const std::optional<DayRange> period = wholePeriod(facts);
    return period ? std::optional(period->last) : std::nullopt;
}

std::shared_ptr<const Diagnosis> diagnose(const Facts &facts, const Reference &reference,
                                          std::shared_ptr<const Diagnosis> previous)
{
    if (previous && !continuesFrom(facts, *previous))
        previous.reset();
    auto diagnosis = std::make_shared<Diagnosis>();
    diagnosis->reference = reference;
    diagnosis->rewrites = facts.rewrites;
    diagnosis->reports = facts.reports.size();
    diagnosis->period = facts.period;
    judgeDomains(*diagnosis, facts, previous.get());
    sumUp(*diagnosis, facts);
    return diagnosis;
}

std::vector<FindingPtr> matching(const Diagnosis &diagnosis, const Filter &filter)
{
    std::vector<FindingPtr> found;
    for (const FindingPtr &finding : diagnosis.findings) {
        if (matches(*finding, filter))
            found.push_back(finding);
    }
    return found;
}

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
// Any rows to the rules of the diagnosis, told as a scenario's table; lines that are none are left
// out. The judgement keeps its promises, is the same however hashes are ordered, and the same
// whether reports came at once or one after the other.
#include "core/diagnosis/diagnosis.h"
#include "core/diagnosis/enforcement.h"
#include "core/diagnosis/policytrial.h"
#include "tests/fuzz/memoryfacts.h"

#include <QHashFunctions>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <tuple>

using namespace tlsrpt;

namespace
{

constexpr int mostRows = 5000; ///< more only takes longer

void require(bool promise)
{
    if (!promise)
        std::abort();
}

bool isShare(double share)
{
    return std::isfinite(share) && share >= 0 && share <= 1;
}

bool areBelow(const std::vector<quint32> &indexes, size_t size)
{
    return std::all_of(indexes.begin(), indexes.end(), [size](quint32 index) { return index < size; });
}

int pointsOf(const Confidence &confidence)
{
    int sum = 0;
    for (const ConfidenceReason &reason : confidence.reasons)
        sum += reason.points;
    return sum;
}

void check(const Finding &finding, const Facts &facts)
{
    require(!finding.key().isEmpty());
    require(finding.first <= finding.last);
    require(finding.confidence.certain || (finding.confidence.value >= 5 && finding.confidence.value <= 99));
    require(finding.confidence.certain || pointsOf(finding.confidence) == finding.confidence.value);
    require(!isWeak(finding) || finding.severity != Severity::Critical);
    require(isShare(finding.impact) && isShare(finding.details.shareBefore) && isShare(finding.details.shareAfter));
    require(finding.occurrences >= 0 && finding.sessions >= 0 && finding.failed >= 0);
    require(areBelow(finding.failures, facts.failures.size()));
    require(areBelow(finding.policyRows, facts.policyRows.size()));
    require(reportsOf(finding, facts).size() <= facts.reports.size());
    require(evidenceOf(finding, facts).size() <= 500);
}

void checkDomain(const DomainDiagnosis &domain, const Facts &facts)
{
    const Enforcement enforced = enforcement(facts, domain, domain.days);
    require(enforced.refused <= enforced.sessions);
    const PolicyTrial trial = tryPolicy(facts, domain.text, enforced.draft.lines);
    require(trial.covered <= int(trial.hosts.size()));
    for (size_t i = 1; i < domain.history.size(); ++i) {
        const PolicySpan &before = domain.history[i - 1];
        difference(before.track, before.lines, domain.history[i].lines);
    }
}

bool sameFindings(const Diagnosis &a, const Diagnosis &b)
{
    return std::equal(a.findings.begin(), a.findings.end(), b.findings.begin(), b.findings.end(),
                      [](const FindingPtr &x, const FindingPtr &y) { return *x == *y; });
}

void judge(const Facts &half, const Facts &facts)
{
    const Reference reference{newestReportDay(facts).value_or(Day{}), facts.reports.size() % 2 == 1};
    QHashSeed::setDeterministicGlobalSeed();
    const auto all = diagnose(facts, reference);
    const auto later = diagnose(facts, reference, diagnose(half, reference));
    QHashSeed::resetRandomGlobalSeed();
    const auto again = diagnose(facts, reference);
    require(sameFindings(*all, *again));
    require(sameFindings(*all, *later));
    require(all->health.size() == all->domains.size());
    for (const FindingPtr &finding : all->findings)
        check(*finding, facts);
    for (const auto &domain : all->domains)
        checkDomain(*domain, facts);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    ScenarioTable table;
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const QStringList lines = text.split(u'\n');
    for (const QString &line : lines) {
        if (table.rowCount() < mostRows)
            std::ignore = table.read(line);
    }
    fuzz::MemoryFacts made;
    const std::vector<Report> reports = table.reports();
    Facts half = made.facts();
    for (size_t i = 0; i < reports.size(); ++i) {
        if (i == reports.size() / 2)
            half = made.facts();
        made.add(reports[i], table);
    }
    judge(half, made.facts());
    return 0;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/memoryfacts.h"

#include "core/explain/explanation.h"
#include "core/report/stspolicy.h"

namespace tlsrpt::fuzz
{

namespace
{

constexpr int importDay = 500; ///< days from long after it are not believed

} // namespace

MemoryFacts::MemoryFacts()
{
    m_facts.texts.emplace_back();
    m_facts.policies.emplace_back();
    m_texts.emplace(QString(), 0);
    m_policies.emplace(QString(), 0);
    m_facts.newestImport = ScenarioTable::day(importDay);
}

Facts MemoryFacts::facts() const
{
    Facts facts = m_facts;
    deriveFacts(facts);
    return facts;
}

void MemoryFacts::add(Report report, const ScenarioTable &table)
{
    markHeadline(report);
    ReportFact fact;
    fact.id.value = qint64(m_facts.reports.size()) + 1;
    fact.day = report.day().value;
    fact.reporter = indexOf(report.reporterKey);
    fact.organization = indexOf(report.organization);
    fact.firstPolicy = quint32(m_facts.policyRows.size());
    fact.policyCount = quint32(report.policies.size());
    for (const Deviation &deviation : report.deviations)
        fact.deviations |= quint64(1) << int(deviation.kind);
    fact.contact = indexOf(report.contact);
    fact.submitter = indexOf(report.submitter);
    fact.multiDay = report.multiDay();
    fact.signatureFailed = table.hasBadSignature(report);
    fact.conflicting = table.cameTwice(report);
    m_facts.lastReportId = fact.id.value;
    m_facts.reports.push_back(fact);
    for (const PolicyResult &row : report.policies)
        addRow(row);
}

TextIndex MemoryFacts::indexOf(const QString &text)
{
    const auto [entry, isNew] = m_texts.try_emplace(text, TextIndex(m_facts.texts.size()));
    if (isNew)
        m_facts.texts.push_back(text);
    return entry->second;
}

quint32 MemoryFacts::policyOf(const PolicyResult &row)
{
    const QString key = row.policyStrings.join(u'\n') + row.mxHosts.join(u'\n');
    const auto [entry, isNew] = m_policies.try_emplace(key, quint32(m_facts.policies.size()));
    if (isNew) {
        const StsPolicy read = parseStsPolicy(row.policyStrings);
        m_facts.policies.push_back({row.policyStrings, row.mxHosts, read.mode, read.maxAge.value_or(-1)});
    }
    return entry->second;
}

void MemoryFacts::addRow(const PolicyResult &row)
{
    PolicyFact fact;
    fact.report = quint32(m_facts.reports.size() - 1);
    fact.domain = indexOf(row.policyDomain);
    fact.policyType = indexOf(row.policyType);
    fact.policy = policyOf(row);
    fact.track = row.track;
    fact.mode = m_facts.policies[fact.policy].mode;
    fact.headline = row.inHeadline;
    fact.successful = row.successful;
    fact.failed = row.failed;
    fact.firstFailure = quint32(m_facts.failures.size());
    fact.failureCount = quint32(row.failures.size());
    m_facts.policyRows.push_back(fact);
    for (const FailureDetail &detail : row.failures)
        addFailure(detail, quint32(m_facts.policyRows.size() - 1));
}

void MemoryFacts::addFailure(const FailureDetail &detail, quint32 policyRow)
{
    const PolicyFact &row = m_facts.policyRows[policyRow];
    const QString type = detail.resultType.toLower();
    FailureFact fact;
    fact.policyRow = policyRow;
    fact.resultType = indexOf(type);
    fact.reason = indexOf(detail.reasonCode);
    fact.mx = indexOf(detail.receivingMx);
    fact.receivingIp = indexOf(detail.receivingIp);
    fact.sendingIp = indexOf(detail.sendingMtaIp);
    fact.helo = indexOf(detail.receivingHelo);
    fact.coverage = coverageOf(row.track, m_facts.policies[row.policy].mxHosts, detail.receivingMx);
    fact.cause = causeOf({type, detail.reasonCode, row.track, fact.coverage});
    fact.occurrences = detail.failedSessions;
    m_facts.failures.push_back(fact);
}

} // namespace tlsrpt::fuzz

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/judgement.h"
#include "core/diagnosis/policyspans.h"
#include "core/diagnosis/rules.h"
#include "core/diagnosis/thresholds.h"
#include "core/query/answers.h"

#include <algorithm>

namespace tlsrpt
{

namespace
{

constexpr int countedDays = 30;  ///< DomainDiagnosis::sessions and the like
constexpr double usual = 0.9;    ///< percentile of a sender's gaps

/// Days from one report to the next: what nine of ten do not exceed.
int usualGap(const std::vector<qint32> &days)
{
    std::vector<int> gaps;
    for (size_t i = 1; i < days.size(); ++i)
        gaps.push_back(days[i] - days[i - 1]);
    if (gaps.empty())
        return 1;
    std::sort(gaps.begin(), gaps.end());
    return gaps[size_t(usual * double(gaps.size() - 1))];
}

SenderRhythm rhythmOf(const DomainView &view, SenderIndex index)
{
    const ViewSender &sender = view.senders[index];
    SenderRhythm rhythm;
    rhythm.key = view.text(sender.key);
    rhythm.name = view.text(sender.name).isEmpty() ? rhythm.key : view.text(sender.name);
    const qint32 last = sender.days.back();
    const qint32 recent = last - thresholds::activeWindow + 1;
    rhythm.first = Day{sender.days.front()};
    rhythm.last = Day{last};
    rhythm.reportDays = int(sender.days.size());
    rhythm.recentDays = view.reportDays(index, recent, last);
    rhythm.usualGap = usualGap(sender.days);
    for (const quint32 i : sender.rows) {
        const ViewRow &row = view.rows[i];
        if (!view.facts.policyRows[row.index].headline)
            continue;
        rhythm.sessions = addCounts(rhythm.sessions, row.sessions());
        if (row.day >= recent)
            rhythm.recentSessions = addCounts(rhythm.recentSessions, row.sessions());
    }
    return rhythm;
}

bool protects(const ViewRow &row)
{
    return row.track == Track::Tlsa || (row.track == Track::Sts && row.mode != PolicyMode::None);
}

void addTotals(DomainDiagnosis &domain, const DomainView &view)
{
    quint32 lastReport = ~0u;
    qint32 newestPolicy = view.firstDay - 1;
    std::vector<quint32> reports;
    reports.reserve(view.rows.size());
    for (const ViewRow &row : view.rows) {
        if (row.report != lastReport)
            reports.push_back(row.report);
        lastReport = row.report;
        if (row.mode != PolicyMode::Unknown && row.track == Track::Sts && row.day >= newestPolicy) {
            domain.mode = row.mode;
            newestPolicy = row.day;
        }
        if (row.track == Track::Tlsa && row.day > view.newestDay - thresholds::activeWindow)
            domain.dane = true;
        if (row.day <= view.newestDay - countedDays || !view.facts.policyRows[row.index].headline)
            continue;
        domain.sessions = addCounts(domain.sessions, row.sessions());
        domain.failed = addCounts(domain.failed, row.failed);
        if (protects(row))
            domain.protectedSessions = addCounts(domain.protectedSessions, row.successful);
    }
    std::sort(reports.begin(), reports.end());
    domain.reports = std::unique(reports.begin(), reports.end()) - reports.begin();
    // A policy that nobody has applied for long is none.
    if (newestPolicy <= view.newestDay - thresholds::activeWindow)
        domain.mode = PolicyMode::Unknown;
}

} // namespace

std::shared_ptr<const DomainDiagnosis> judgeDomain(const Facts &facts, PolicyBook &book,
                                                   TextIndex text, std::vector<quint32> rows)
{
    const DomainView view(facts, book, text, std::move(rows));
    if (view.rows.empty())
        return {};
    auto domain = std::make_shared<DomainDiagnosis>();
    domain->domain = view.name;
    domain->text = text;
    domain->days = {Day{view.firstDay}, Day{view.newestDay}};
    addTotals(*domain, view);
    for (SenderIndex sender = 0; sender < view.senders.size(); ++sender)
        domain->senders.push_back(rhythmOf(view, sender));
    domain->history = policyHistoryOf(view);
    Case subject(view, domain->history);
    rules::judge(subject);
    domain->enforceConditions = rules::enforceConditions(subject);
    for (Finding &finding : subject.takeFindings())
        domain->findings.push_back(std::make_shared<const Finding>(std::move(finding)));
    return domain;
}

} // namespace tlsrpt

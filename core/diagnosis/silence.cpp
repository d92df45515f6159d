// SPDX-License-Identifier: GPL-3.0-or-later
// Reports that stopped: R32 (one sender) and R33 (all of them). The only rules that look at the
// reference day; all others judge a domain at its own newest report.
#include "core/diagnosis/case.h"
#include "core/diagnosis/judgement.h"
#include "core/diagnosis/thresholds.h"
#include "core/query/answers.h"

#include <algorithm>

namespace tlsrpt
{

namespace
{

constexpr int quietDays = 4;       ///< reports come up to two days late, and not always daily
constexpr int timesUsual = 3;
constexpr double largeShare = 0.3; ///< of the domain's sessions
constexpr size_t sendersToMiss = 3;

bool wasActive(const SenderRhythm &sender)
{
    return sender.recentDays >= thresholds::activeDays;
}

/// Still reported shortly before that day. One that stopped long before has no part in a silence.
bool wasThere(const SenderRhythm &sender, Day day)
{
    return sender.last.value > day.value - thresholds::activeWindow;
}

bool continues(const SenderRhythm &sender, const Reference &reference)
{
    return sender.last.value >= reference.day.value - quietDays;
}

Finding silence(Rule rule, const DomainDiagnosis &domain, Day since, const Reference &reference)
{
    Finding finding;
    finding.rule = rule;
    finding.domain = domain.domain;
    finding.first = since;
    finding.last = std::max(since, reference.day);
    finding.daysAffected = finding.last.value - since.value;
    finding.owner = Owner::ReceivingDomain;
    Situation situation;
    situation.domain = domain.domain;
    finding.checks.push_back(checkFor(CheckKind::ReportRecord, situation));
    addReason(finding.confidence, ConfidencePoint::Start, thresholds::confidenceStart);
    return finding;
}

SenderShare shareOf(const SenderRhythm &sender)
{
    return {sender.key, sender.name, sender.sessions, 0, 0};
}

/// R32 for one sender. Fills details.number with its usual days between reports.
std::optional<Finding> stopped(const DomainDiagnosis &domain, const SenderRhythm &sender,
                               const Reference &reference)
{
    const int gap = reference.day.value - sender.last.value;
    if (!wasActive(sender) || gap <= std::max(quietDays, timesUsual * sender.usualGap)
        || gap > thresholds::forgottenDays)
        return {};
    Finding finding = silence(Rule::R32, domain, sender.last, reference);
    qint64 allRecent = 0;
    for (const SenderRhythm &other : domain.senders) {
        if (wasThere(other, sender.last))
            allRecent = addCounts(allRecent, other.recentSessions);
    }
    const bool large
        = double(sender.recentSessions) >= largeShare * double(allRecent) && allRecent > 0;
    finding.severity = large ? Severity::Medium : Severity::Low;
    finding.senders.push_back(shareOf(sender));
    for (const SenderRhythm &other : domain.senders) {
        if (continues(other, reference))
            finding.others.push_back(shareOf(other));
    }
    finding.sessions = sender.sessions;
    finding.details.number = sender.usualGap;
    if (sender.reportDays >= 3 * thresholds::activeDays)
        addReason(finding.confidence, ConfidencePoint::SeveralDays, thresholds::pointsSeveralDays);
    if (finding.others.size() >= 2)
        addReason(finding.confidence, ConfidencePoint::SeveralSenders,
                  thresholds::pointsSeveralSenders);
    return finding;
}

/// R33. Needs several senders that reported to the end: one may stop for reasons of its own. After a
/// plain import a season's silence is another archive's story, not a mailbox that broke.
std::optional<Finding> allStopped(const DomainDiagnosis &domain, const Reference &reference)
{
    const Day last = domain.days.last;
    const auto missed = [last](const SenderRhythm &sender) {
        return wasActive(sender) && wasThere(sender, last);
    };
    const auto active = size_t(std::count_if(domain.senders.begin(), domain.senders.end(), missed));
    const int gap = reference.day.value - last.value;
    if (active < sendersToMiss || gap <= quietDays
        || (!reference.afterFetch && gap > thresholds::forgottenDays))
        return {};
    Finding finding = silence(Rule::R33, domain, last, reference);
    finding.severity = gap > thresholds::forgottenDays ? Severity::Low : Severity::High;
    for (const SenderRhythm &sender : domain.senders) {
        if (missed(sender))
            finding.senders.push_back(shareOf(sender));
    }
    addReason(finding.confidence, ConfidencePoint::SeveralSenders,
              thresholds::pointsSeveralSenders);
    addReason(finding.confidence, ConfidencePoint::SeveralDays, thresholds::pointsSeveralDays);
    return finding;
}

} // namespace

std::vector<Finding> silences(const DomainDiagnosis &domain, const Reference &reference)
{
    if (auto all = allStopped(domain, reference))
        return {std::move(*all)};
    std::vector<Finding> findings;
    const bool anybody = std::any_of(
        domain.senders.begin(), domain.senders.end(),
        [&reference](const SenderRhythm &sender) { return continues(sender, reference); });
    if (!anybody)
        return findings;
    for (const SenderRhythm &sender : domain.senders) {
        if (auto finding = stopped(domain, sender, reference))
            findings.push_back(std::move(*finding));
    }
    return findings;
}

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
// The rule about changes of the policy's mode.
#include "core/diagnosis/policyuse.h"
#include "core/diagnosis/rules.h"

#include <algorithm>

namespace tlsrpt::rules
{

namespace
{

constexpr int shortestWindow = 7;   ///< days; senders look at the policy daily, reports skip weekends
constexpr int longestWindow = 366;  ///< max_age may be a year (RFC 8461 §3.2)
constexpr int toAndFroDays = 14;    ///< the same change again so soon: one change that wavers
constexpr int remindedDays = 30;    ///< afterwards a weaker mode is taken for intended
constexpr size_t mostChanges = 20;

/// A sender that saw one mode and then another.
struct ModeChange {
    SenderIndex sender = 0;
    const PolicySpan *from = nullptr;
    const PolicySpan *to = nullptr;
    qint32 day() const { return to->first.value; }
};

std::vector<ModeChange> modeChanges(const Case &subject)
{
    std::vector<ModeChange> changes;
    for (const SenderSpans &spans : spansOf(subject, Track::Sts)) {
        const PolicySpan *before = nullptr;
        for (const PolicySpan *span = spans.begin; span != spans.end; ++span) {
            if (span->mode == PolicyMode::Unknown)
                continue;
            if (before && before->mode != span->mode)
                changes.push_back({spans.sender, before, span});
            before = span;
        }
    }
    std::stable_sort(changes.begin(), changes.end(), [](const ModeChange &a, const ModeChange &b) {
        return a.day() < b.day();
    });
    return changes;
}

/// One change of the policy as several senders saw it.
using SeenChange = std::vector<ModeChange>;

/// How long others may go on with the old policy.
int windowOf(const SeenChange &seen)
{
    const qint64 days = seen.front().from->maxAge / 86400;
    return int(std::clamp<qint64>(days, shortestWindow, longestWindow));
}

bool belongs(const SeenChange &seen, const ModeChange &change)
{
    const ModeChange &first = seen.front();
    if (first.from->mode != change.from->mode || first.to->mode != change.to->mode)
        return false;
    const bool again = std::any_of(seen.begin(), seen.end(), [&change](const ModeChange &other) {
        return other.sender == change.sender;
    });
    if (again)
        return change.day() - seen.back().day() <= toAndFroDays;
    // A sender that was silent meanwhile saw the old mode before and the new one after it.
    return change.day() - first.day() <= windowOf(seen)
           || change.from->last.value <= first.day();
}

/// The newest changes of the policy, each with all who saw it.
std::vector<SeenChange> seenChanges(const Case &subject)
{
    std::vector<SeenChange> all;
    for (const ModeChange &change : modeChanges(subject)) {
        const auto seen = std::find_if(all.rbegin(), all.rend(), [&change](const SeenChange &s) {
            return belongs(s, change);
        });
        if (seen != all.rend()) {
            seen->push_back(change);
            continue;
        }
        if (all.size() == mostChanges)
            all.erase(all.begin());
        all.push_back({change});
    }
    return all;
}

std::vector<SenderIndex> sendersOf(const SeenChange &seen)
{
    std::vector<SenderIndex> senders;
    std::vector<bool> had;
    for (const ModeChange &change : seen) {
        if (had.size() <= change.sender)
            had.resize(change.sender + 1);
        if (!had[change.sender])
            senders.push_back(change.sender);
        had[change.sender] = true;
    }
    return senders;
}

} // namespace

/// The policy's mode changed, one finding a change, whoever saw it (R41): `senders` in the order in
/// which they saw it, first and last the days of the first and the last of them. Fills
/// details.modeBefore, textBefore, textAfter; Finding::mode is the new one. From enforce to a weaker
/// mode is medium, and open for a month while the weaker mode lasts; all others are info and over.
void policyModeChanged(Case &subject)
{
    const std::vector<SeenChange> all = seenChanges(subject);
    if (all.empty())
        return;
    const PolicySpan *now = policiesInUse(subject).newest;
    for (const SeenChange &seen : all) {
        const ModeChange &first = seen.front();
        Finding finding = subject.findingAbout(Rule::R41, Track::Sts, sendersOf(seen), first.day(),
                                               seen.back().day(), Owner::ReceivingDomain,
                                               {CheckKind::PolicyFile, CheckKind::StsRecordAndMx});
        finding.details.modeBefore = first.from->mode;
        finding.mode = first.to->mode;
        finding.details.textBefore = first.from->lines;
        finding.details.textAfter = first.to->lines;
        finding.daysAffected = 1;
        const bool weaker = first.from->mode == PolicyMode::Enforce;
        finding.severity = weaker ? Severity::Medium : Severity::Info;
        finding.open = weaker && now && now->mode == first.to->mode
                       && subject.reference - first.day() < remindedDays;
        for (const ModeChange &change : seen)
            proveByDays(finding, subject, {change.sender}, change.day(), change.day());
        makeCertain(finding.confidence);
        subject.add(std::move(finding));
    }
}

} // namespace tlsrpt::rules

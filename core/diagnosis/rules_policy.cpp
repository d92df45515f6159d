// SPDX-License-Identifier: GPL-3.0-or-later
// Rules about the policy itself: which one senders apply, and whether they see it at all.
#include "core/diagnosis/policyuse.h"
#include "core/diagnosis/rules.h"
#include "core/diagnosis/thresholds.h"
#include "core/query/answers.h"

#include <QHash>

#include <algorithm>

namespace tlsrpt::rules
{

namespace
{

constexpr qsizetype hostsNamed = 20;
constexpr int recentHosts = 14;        ///< days in which a server counts as in use
constexpr int fewestDaysLost = 2;      ///< one day without may be an outage of DNS
constexpr int neverSeenDays = 14;      ///< a sender that starts to apply MTA-STS does so within days
constexpr int fewestReportDays = 3;    ///< a domain that is hardly written to proves nothing

qint32 asDays(qint64 seconds)
{
    return qint32(std::clamp<qint64>(seconds / 86400, 0, longestPeriodDays));
}

/// The policy that most of them apply; the newer on a tie.
const PolicySpan *mostUsed(const std::vector<PolicyUse> &uses)
{
    QHash<QString, int> users;
    const PolicySpan *best = nullptr;
    for (const PolicyUse &use : uses) {
        const int count = ++users[use.span->fingerprint];
        const int most = best ? users[best->fingerprint] : 0;
        if (!best || count > most || (count == most && best->last < use.span->last))
            best = use.span;
    }
    return best;
}

/// Mail servers that reports named lately.
QStringList hostsInUse(const Case &subject)
{
    const DomainView &view = subject.view;
    QStringList hosts;
    const auto [begin, end] = view.rowsOfDays(subject.reference - recentHosts + 1, view.newestDay);
    auto detail = std::partition_point(view.details.begin(), view.details.end(),
                                       [first = begin](const ViewDetail &d) { return d.row < first; });
    std::vector<TextIndex> seen;
    for (; detail != view.details.end() && detail->row < end; ++detail) {
        if (detail->mx)
            seen.push_back(detail->mx);
    }
    std::sort(seen.begin(), seen.end());
    seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
    for (const TextIndex mx : seen)
        hosts.append(view.text(mx));
    for (const PolicyUse &use : usesNow(subject, Track::Tlsa)) {
        if (!use.span->host.isEmpty() && hosts.size() < thresholds::hostsApart)
            hosts.append(use.span->host);
    }
    hosts.sort();
    hosts.removeDuplicates();
    return hosts;
}

QStringList lackingHosts(const Case &subject, const PolicySpan &old, const PolicySpan &newest)
{
    QStringList lacking;
    for (const QString &host : hostsInUse(subject)) {
        if (lacking.size() < hostsNamed && coveringPattern(newest.patterns, host)
            && !coveringPattern(old.patterns, host))
            lacking.append(host);
    }
    return lacking;
}

/// Whether every copy of the old policy must have been given up by now.
bool outlived(const Case &subject, const PolicySpan &old, qint32 introduced)
{
    return old.maxAge >= 0 && subject.reference - introduced > asDays(old.maxAge) + 1;
}

} // namespace

/// Some senders apply an older MTA-STS policy on days after the newest one came (R18). `senders`
/// have the older one, `others` the newest; fills details.textBefore, textAfter (the older one most
/// of them have, the newest), maxAge of the older, hosts in use that it lacks, and since (the day
/// before the newest came). Within max_age of the older one that is how it should be: info.
void policyVersionsDiffer(Case &subject)
{
    const PoliciesInUse policies = policiesInUse(subject);
    if (policies.older.empty())
        return;
    const PolicySpan &old = *mostUsed(policies.older);
    qint32 last = policies.introduced;
    for (const PolicyUse &use : policies.older)
        last = std::max(last, use.span->last.value);
    Finding finding = subject.findingAbout(Rule::R18, Track::Sts, sendersOf(policies.older),
                                           policies.introduced, last, Owner::ReceivingDomain,
                                           {CheckKind::StsRecordAndMx, CheckKind::PolicyFile});
    for (const SenderIndex sender : sendersOf(policies.current))
        finding.others.push_back(
            shareOf(subject.view, sender, Track::Sts, policies.introduced, last));
    finding.mode = policies.newest->mode;
    finding.daysAffected = last - policies.introduced + 1;
    finding.details.textBefore = old.lines;
    finding.details.textAfter = policies.newest->lines;
    finding.details.maxAge = old.maxAge;
    finding.details.since = Day{policies.introduced - 1};
    if (old.mode != PolicyMode::None)
        finding.details.hosts = lackingHosts(subject, old, *policies.newest);
    const bool late = outlived(subject, old, policies.introduced);
    finding.severity
        = late || !finding.details.hosts.isEmpty() ? Severity::Medium : Severity::Info;
    subject.proveByRows(finding, Track::Sts, sendersOf(policies.older), policies.introduced, last);
    makeCertain(finding.confidence);
    subject.add(std::move(finding));
}

namespace
{

/// The newest MTA-STS policy that any of these senders (in order) applied, or null.
const PolicySpan *lastPolicyOf(const Case &subject, const std::vector<SenderIndex> &senders)
{
    const PolicySpan *newest = nullptr;
    for (const SenderSpans &spans : spansOf(subject, Track::Sts)) {
        if (!std::binary_search(senders.begin(), senders.end(), spans.sender))
            continue;
        for (const PolicySpan *span = spans.begin; span != spans.end; ++span) {
            if (!newest || newest->last < span->last)
                newest = span;
        }
    }
    return newest;
}

bool isAnswerWithoutPolicy(const ViewSender &sender, qint32 from)
{
    for (const Track track : {Track::Tlsa, Track::Other}) {
        const std::vector<SenderDay> &days = sender.tracks[size_t(track)];
        if (!days.empty() && days.back().day >= from)
            return false;
    }
    return !sender.tracks[size_t(Track::None)].empty();
}

} // namespace

/// Senders that used the MTA-STS policy until lately report nothing but no-policy-found (R20).
/// Fills details.since (last day any of them used it) and textBefore. Where the last policy had mode
/// none it was ended on purpose: info. DANE in its place is no loss.
void policyLost(Case &subject)
{
    std::vector<SenderIndex> senders;
    qint32 first = subject.reference, last = 0, since = 0;
    int days = 0;
    for (SenderIndex sender = 0; sender < subject.view.senders.size(); ++sender) {
        const auto lost = lostTrack(subject, sender, Track::Sts, fewestDaysLost);
        if (!lost || !isAnswerWithoutPolicy(subject.view.senders[sender], lost->first))
            continue;
        senders.push_back(sender);
        first = std::min(first, lost->first);
        last = std::max(last, lost->last);
        since = std::max(since, lost->lastSeen);
        days = std::max(days, lost->days);
    }
    if (senders.empty())
        return;
    Finding finding
        = subject.findingAbout(Rule::R20, Track::None, senders, first, last, Owner::ReceivingDomain,
                               {CheckKind::StsRecordAndMx, CheckKind::PolicyFile});
    finding.severity = int(senders.size()) >= thresholds::severalSenders ? Severity::High
                                                                         : Severity::Medium;
    finding.daysAffected = days;
    finding.details.since = Day{since};
    if (const PolicySpan *policy = lastPolicyOf(subject, senders)) {
        finding.details.textBefore = policy->lines;
        finding.mode = policy->mode;
        if (policy->mode == PolicyMode::None)
            finding.severity = Severity::Info;
    }
    for (SenderIndex sender = 0; sender < subject.view.senders.size(); ++sender) {
        SenderShare share = shareOf(subject.view, sender, Track::Sts, first, last);
        if (share.sessions > 0 && !std::binary_search(senders.begin(), senders.end(), sender))
            finding.others.push_back(std::move(share));
    }
    addRowReasons(finding.confidence, senders.size(), days, finding.sessions);
    subject.proveByRows(finding, Track::None, senders, first, last);
    subject.add(std::move(finding));
}

/// Senders that never applied a policy in 14 days or more while others apply MTA-STS (R21); `others`
/// are those.
void senderWithoutPolicy(Case &subject)
{
    const DomainView &view = subject.view;
    std::vector<SenderIndex> without, with;
    qint32 first = subject.reference, last = 0;
    for (SenderIndex sender = 0; sender < view.senders.size(); ++sender) {
        const auto &tracks = view.senders[sender].tracks;
        const std::vector<SenderDay> &none = tracks[size_t(Track::None)];
        const std::vector<SenderDay> &sts = tracks[size_t(Track::Sts)];
        const bool now = stillReports(subject, sender);
        if (now && !sts.empty() && sts.back().day >= subject.reference - thresholds::silentGap)
            with.push_back(sender);
        if (!now || !sts.empty() || !tracks[size_t(Track::Tlsa)].empty()
            || !tracks[size_t(Track::Other)].empty()
            || none.back().day - none.front().day + 1 < neverSeenDays)
            continue;
        without.push_back(sender);
        first = std::min(first, none.front().day);
        last = std::max(last, none.back().day);
    }
    if (without.empty() || with.empty())
        return;
    Finding finding = subject.findingAbout(Rule::R21, Track::None, without, first, last,
                                           Owner::Nobody, {CheckKind::StsRecordAndMx});
    finding.severity = Severity::Info;
    for (const SenderIndex sender : with)
        finding.others.push_back(shareOf(view, sender, Track::Sts, first, last));
    finding.daysAffected = view.sessionsOfAll(Track::None, first, last).days;
    addRowReasons(finding.confidence, without.size(), finding.daysAffected, finding.sessions);
    subject.proveByRows(finding, Track::None, without, first, last);
    subject.add(std::move(finding));
}

/// Nobody found MTA-STS or DANE in the last 14 days or more (R22). A policy that went lately is R20.
void noProtection(Case &subject)
{
    const DomainView &view = subject.view;
    const auto &found = subject.findings();
    if (std::any_of(found.begin(), found.end(), [](const Finding &f) {
            return f.rule == Rule::R20 && f.severity <= Severity::Medium;
        }))
        return;
    qint32 lastPolicy = view.firstDay - 1;
    for (const ViewSender &sender : view.senders) {
        for (const Track track : {Track::Sts, Track::Tlsa, Track::Other}) {
            if (!sender.tracks[size_t(track)].empty())
                lastPolicy = std::max(lastPolicy, sender.tracks[size_t(track)].back().day);
        }
    }
    const auto [begin, end] = view.rowsOfDays(lastPolicy + 1, view.newestDay);
    if (begin == end || view.newestDay - view.rows[begin].day + 1 < neverSeenDays)
        return;
    const qint32 first = view.rows[begin].day;
    int days = 1;
    for (size_t row = begin + 1; row < end; ++row)
        days += view.rows[row].day != view.rows[row - 1].day;
    if (days < fewestReportDays)
        return;
    std::vector<SenderIndex> senders;
    for (SenderIndex sender = 0; sender < view.senders.size(); ++sender) {
        if (view.reportDays(sender, first, view.newestDay) > 0)
            senders.push_back(sender);
    }
    Finding finding = subject.findingAbout(Rule::R22, Track::None, senders, first, view.newestDay,
                                           Owner::ReceivingDomain,
                                           {CheckKind::StsRecordAndMx, CheckKind::TlsaRecords});
    finding.severity = Severity::Medium;
    finding.daysAffected = days;
    addRowReasons(finding.confidence, senders.size(), days, finding.sessions);
    subject.proveByRows(finding, Track::None, senders, first, view.newestDay);
    subject.add(std::move(finding));
}

} // namespace tlsrpt::rules

// SPDX-License-Identifier: GPL-3.0-or-later
// Rules about DNSSEC, and about DANE that comes, goes or is demanded.
#include "core/diagnosis/policyuse.h"
#include "core/diagnosis/rules.h"
#include "core/diagnosis/thresholds.h"

#include <algorithm>

namespace tlsrpt::rules
{

namespace
{

constexpr int fewestDaysGone = 3;  ///< a quiet day and a weekend are no removal
constexpr size_t mostRollovers = 20;
constexpr int rolloverShownDays = 14; ///< a change of key that waits longer is not under way

} // namespace

/// DNSSEC cannot be validated (R27). Two senders or two days: critical, since mail is deferred. One
/// sender on one day is a passing trouble of its resolver: low.
void dnssecBroken(Case &subject)
{
    for (size_t i = 0; i < subject.episodes.size(); ++i) {
        const Episode &episode = subject.episodes[i];
        if (episode.problem != Problem::Dnssec || subject.isExplained(i))
            continue;
        Finding finding = subject.findingAbout(Rule::R27, episode);
        const bool passing = episode.senders.size() < 2 && episode.days.size() < 2;
        finding.severity = passing ? Severity::Low : Severity::Critical;
        if (passing)
            finding.owner = Owner::Nobody;
        subject.add(std::move(finding), {i});
    }
}

/// A sender delivers only with DANE and finds no secure TLSA records (R28): high for that sender,
/// nobody else is concerned.
void daneDemanded(Case &subject)
{
    for (size_t i = 0; i < subject.episodes.size(); ++i) {
        const Episode &episode = subject.episodes[i];
        if (episode.problem != Problem::DaneDemanded || subject.isExplained(i))
            continue;
        Finding finding = subject.findingAbout(Rule::R28, episode);
        finding.severity = Severity::High;
        subject.add(std::move(finding), {i});
    }
}

namespace
{

struct DaneLoss {
    std::vector<SenderIndex> senders;
    qint32 first = 0, last = 0, since = 0;
    int days = 0;
};

DaneLoss daneLossOf(const Case &subject)
{
    DaneLoss loss;
    for (SenderIndex sender = 0; sender < subject.view.senders.size(); ++sender) {
        const auto lost = lostTrack(subject, sender, Track::Tlsa, fewestDaysGone);
        if (!lost)
            continue;
        loss.first = loss.senders.empty() ? lost->first : std::min(loss.first, lost->first);
        loss.last = std::max(loss.last, lost->last);
        loss.since = std::max(loss.since, lost->lastSeen);
        loss.days = std::max(loss.days, lost->days);
        loss.senders.push_back(sender);
    }
    return loss;
}

/// Whether some other sender still found the records when these did not.
bool isStillSeen(const Case &subject, const DaneLoss &loss)
{
    for (SenderIndex sender = 0; sender < subject.view.senders.size(); ++sender) {
        const auto &days = subject.view.senders[sender].tracks[size_t(Track::Tlsa)];
        if (!days.empty() && days.back().day >= loss.first
            && !std::binary_search(loss.senders.begin(), loss.senders.end(), sender))
            return true;
    }
    return false;
}

/// The newest span of each server for these senders, and the records in them.
void addLastRecords(const Case &subject, const DaneLoss &loss, Finding &finding)
{
    QStringList hosts;
    for (const SenderSpans &spans : spansOf(subject, Track::Tlsa)) {
        if (!std::binary_search(loss.senders.begin(), loss.senders.end(), spans.sender)
            || spans.last < loss.since - thresholds::openWithin
            || hosts.size() > thresholds::hostsApart)
            continue;
        const PolicySpan &span = *(spans.end - 1);
        if (!hosts.contains(span.host))
            hosts.append(span.host);
        finding.details.textBefore += span.fingerprint.split(u'\n');
    }
    finding.details.textBefore.sort();
    finding.details.textBefore.removeDuplicates();
    if (hosts.size() == 1)
        finding.mx = serverOf(subject, hosts.front());
}

} // namespace

/// Senders that found TLSA records until lately report none any more, and nobody else finds them
/// (R29). Fills details.since (last day anybody found them) and textBefore. One sender may have
/// given up DANE itself: medium.
void daneDisappeared(Case &subject)
{
    const DaneLoss loss = daneLossOf(subject);
    if (loss.senders.empty() || isStillSeen(subject, loss))
        return;
    Finding finding
        = subject.findingAbout(Rule::R29, Track::Tlsa, loss.senders, loss.first, loss.last,
                               Owner::MxOperator, {CheckKind::TlsaRecords, CheckKind::DnssecChain});
    finding.severity = int(loss.senders.size()) >= thresholds::severalSenders ? Severity::High
                                                                              : Severity::Medium;
    finding.daysAffected = loss.days;
    finding.details.since = Day{loss.since};
    addLastRecords(subject, loss, finding);
    addRowReasons(finding.confidence, loss.senders.size(), loss.days, 0);
    proveByDays(finding, subject, loss.senders, loss.since, loss.last);
    subject.add(std::move(finding));
}

namespace
{

/// A new record beside the old ones, as several senders saw it.
struct Rollover {
    const PolicySpan *from = nullptr;
    const PolicySpan *to = nullptr;
    std::vector<SenderIndex> senders;
    qint32 last = 0; ///< newest day with that set
};

bool isGrown(const PolicySpan &before, const PolicySpan &after)
{
    const QStringList old = before.fingerprint.split(u'\n');
    const QStringList fresh = after.fingerprint.split(u'\n');
    return fresh.size() > old.size()
           && std::all_of(old.begin(), old.end(),
                          [&fresh](const QString &record) { return fresh.contains(record); });
}

void addRollover(std::vector<Rollover> &all, SenderIndex sender, const PolicySpan &before,
                 const PolicySpan &after)
{
    const auto known = std::find_if(all.begin(), all.end(), [&after](const Rollover &r) {
        return r.to->host == after.host && r.to->fingerprint == after.fingerprint;
    });
    if (known == all.end()) {
        if (all.size() < mostRollovers)
            all.push_back({&before, &after, {sender}, after.last.value});
        return;
    }
    if (after.first < known->to->first) {
        known->from = &before;
        known->to = &after;
    }
    known->last = std::max(known->last, after.last.value);
    if (std::find(known->senders.begin(), known->senders.end(), sender) == known->senders.end())
        known->senders.push_back(sender);
}

std::vector<Rollover> rolloversOf(const Case &subject)
{
    std::vector<Rollover> all;
    for (const SenderSpans &spans : spansOf(subject, Track::Tlsa)) {
        for (const PolicySpan *after = spans.end; --after > spans.begin;) {
            const PolicySpan &before = after[-1];
            // Sets side by side are those of several servers that the sender does not tell apart.
            if (after->first >= before.last && isGrown(before, *after))
                addRollover(all, spans.sender, before, *after);
        }
    }
    return all;
}

bool failsMeanwhile(const Case &subject, const Rollover &rollover)
{
    return std::any_of(subject.episodes.begin(), subject.episodes.end(), [&](const Episode &e) {
        const QString &mx = subject.view.text(e.mx);
        return e.track == Track::Tlsa && e.last >= rollover.to->first.value
               && e.first <= rollover.last
               && (mx.isEmpty() || rollover.to->host.isEmpty() || mx == rollover.to->host);
    });
}

} // namespace

/// A set of TLSA records grew and kept the old ones, and nothing fails (R31b): info, open while it is
/// under way. Fills details.textBefore and textAfter; `first` is the day the new one was seen.
void daneRollover(Case &subject)
{
    for (const Rollover &rollover : rolloversOf(subject)) {
        if (failsMeanwhile(subject, rollover))
            continue;
        const qint32 day = rollover.to->first.value;
        Finding finding = subject.findingAbout(Rule::R31b, Track::Tlsa, rollover.senders, day,
                                               rollover.last, Owner::Nobody,
                                               {CheckKind::TlsaRecords, CheckKind::TlsaDigest});
        finding.severity = Severity::Info;
        finding.mx = serverOf(subject, rollover.to->host);
        finding.daysAffected = rollover.to->reportDays;
        finding.open = subject.reference - day < rolloverShownDays
                       && rollover.last >= subject.reference - thresholds::openWithin;
        finding.details.textBefore = rollover.from->fingerprint.split(u'\n');
        finding.details.textAfter = rollover.to->fingerprint.split(u'\n');
        subject.proveByRows(finding, Track::Tlsa, rollover.senders, day, day);
        makeCertain(finding.confidence);
        subject.add(std::move(finding));
    }
}

} // namespace tlsrpt::rules

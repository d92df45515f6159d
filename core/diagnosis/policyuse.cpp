// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/policyuse.h"

#include "core/diagnosis/thresholds.h"

#include <QHash>

#include <algorithm>
#include <limits>

namespace tlsrpt
{

namespace
{

constexpr qsizetype daysBeforeLoss = 10; ///< report days that tell whether it was usual
constexpr int usualOnDays = 5;

constexpr qint32 never = std::numeric_limits<qint32>::min();
constexpr int alternationDays = 30;
constexpr int returnsOfAlternation = 2; ///< one return is an owner who took a change back

/// When the policies in use came.
struct Arrival {
    qint32 newest = never;       ///< last change to it, or first sight of it
    std::vector<qint32> days;    ///< all of these
};
using Arrivals = QHash<QString, Arrival>; ///< by fingerprint

/// Whether the sender goes to and fro: then coming back to a policy is no news.
bool alternates(const SenderSpans &spans)
{
    QHash<QString, int> seen;
    int returns = 0;
    for (const PolicySpan *span = spans.begin; span != spans.end; ++span) {
        if (span->last.value > spans.last - alternationDays && seen[span->fingerprint]++ > 0)
            ++returns;
    }
    return returns >= returnsOfAlternation;
}

void note(Arrival &arrival, qint32 day)
{
    arrival.newest = std::max(arrival.newest, day);
    arrival.days.push_back(day);
}

/// Of the policies in `arrivals` only.
void noteArrivals(Arrivals &arrivals, const std::vector<SenderSpans> &all)
{
    QHash<QString, qint32> firstSeen;
    for (const SenderSpans &spans : all) {
        const bool toAndFro = alternates(spans);
        QHash<QString, bool> had;
        for (const PolicySpan *span = spans.begin; span != spans.end; ++span) {
            const auto arrival = arrivals.find(span->fingerprint);
            if (arrival == arrivals.end())
                continue;
            const qint32 day = span->first.value;
            if (!firstSeen.contains(span->fingerprint) || day < firstSeen[span->fingerprint])
                firstSeen[span->fingerprint] = day;
            const bool again = had.value(span->fingerprint);
            had[span->fingerprint] = true;
            if (span != spans.begin && !(again && toAndFro))
                note(*arrival, day);
        }
    }
    for (auto it = firstSeen.cbegin(); it != firstSeen.cend(); ++it)
        note(arrivals[it.key()], it.value());
}

/// First day of the newest policy after the others had come.
qint32 introductionOf(const Arrival &newest, qint32 othersCame)
{
    qint32 day = newest.newest;
    for (const qint32 arrived : newest.days) {
        if (arrived > othersCame)
            day = std::min(day, arrived);
    }
    return day;
}

StsPolicy readAgain(const PolicySpan &span)
{
    return parseStsPolicy(span.lines);
}

QStringList sortedUnique(QStringList list)
{
    list.sort();
    list.removeDuplicates();
    return list;
}

} // namespace

std::vector<SenderSpans> spansOf(const Case &subject, Track track)
{
    std::vector<SenderSpans> all;
    QHash<QString, SenderIndex> senders;
    for (const PolicySpan &span : subject.history) {
        if (span.track != track)
            continue;
        if (senders.isEmpty()) {
            for (SenderIndex i = 0; i < subject.view.senders.size(); ++i)
                senders.insert(subject.view.text(subject.view.senders[i].key), i);
        }
        const bool continues = !all.empty() && all.back().begin->sender == span.sender
                               && all.back().begin->host == span.host;
        if (!continues)
            all.push_back({senders.value(span.sender), &span, &span, span.last.value});
        all.back().end = &span + 1;
        all.back().last = std::max(all.back().last, span.last.value);
    }
    return all;
}

bool stillReports(const Case &subject, SenderIndex sender)
{
    return subject.view.senders[sender].days.back() >= subject.reference - thresholds::silentGap;
}

QString serverOf(const Case &subject, const QString &host)
{
    const DomainView &view = subject.view;
    const bool isServer
        = view.domain < view.facts.mailHosts.size() && view.facts.mailHosts[view.domain];
    return host.isEmpty() && isServer ? view.name : host;
}

std::vector<PolicyUse> usesNow(const Case &subject, Track track)
{
    std::vector<PolicyUse> uses;
    for (const SenderSpans &spans : spansOf(subject, track)) {
        if (spans.last < subject.reference - thresholds::silentGap)
            continue;
        for (const PolicySpan *span = spans.begin; span != spans.end; ++span) {
            if (span->last.value >= spans.last - thresholds::openWithin)
                uses.push_back({spans.sender, span});
        }
    }
    return uses;
}

bool maySame(const PolicySpan &a, const PolicySpan &b)
{
    if (a.fingerprint == b.fingerprint)
        return true;
    const StsPolicy left = readAgain(a);
    const StsPolicy right = readAgain(b);
    const bool version = left.version.isEmpty() || right.version.isEmpty()
                         || left.version == right.version;
    const bool mode = left.mode == PolicyMode::Unknown || right.mode == PolicyMode::Unknown
                      || left.mode == right.mode;
    const bool age = !left.maxAge || !right.maxAge || left.maxAge == right.maxAge;
    const bool hosts = left.mx.isEmpty() || right.mx.isEmpty()
                       || sortedUnique(left.mx) == sortedUnique(right.mx);
    return version && mode && age && hosts;
}

PoliciesInUse policiesInUse(const Case &subject)
{
    PoliciesInUse policies;
    const std::vector<PolicyUse> uses = usesNow(subject, Track::Sts);
    Arrivals arrivals;
    QHash<QString, int> users;
    for (const PolicyUse &use : uses) {
        arrivals.insert(use.span->fingerprint, {});
        ++users[use.span->fingerprint];
    }
    if (arrivals.size() > 1)
        noteArrivals(arrivals, spansOf(subject, Track::Sts));
    const auto rank = [&arrivals, &users](const PolicySpan &span) {
        return std::pair(arrivals[span.fingerprint].newest, users[span.fingerprint]);
    };
    for (const PolicyUse &use : uses) {
        if (!policies.newest || rank(*use.span) > rank(*policies.newest))
            policies.newest = use.span;
    }
    QHash<QString, bool> same;
    qint32 othersCame = never;
    for (const PolicyUse &use : uses) {
        const QString &fingerprint = use.span->fingerprint;
        if (!same.contains(fingerprint))
            same.insert(fingerprint, maySame(*use.span, *policies.newest));
        if (!same[fingerprint])
            othersCame = std::max(othersCame, arrivals[fingerprint].newest);
    }
    if (policies.newest && arrivals.size() > 1)
        policies.introduced = introductionOf(arrivals[policies.newest->fingerprint], othersCame);
    else if (policies.newest)
        policies.introduced = policies.newest->first.value;
    for (const PolicyUse &use : uses) {
        if (same[use.span->fingerprint])
            policies.current.push_back(use);
        else if (use.span->last.value > policies.introduced)
            policies.older.push_back(use);
    }
    return policies;
}

std::optional<LostTrack> lostTrack(const Case &subject, SenderIndex sender, Track track,
                                   int fewestDays)
{
    const ViewSender &one = subject.view.senders[sender];
    const std::vector<SenderDay> &with = one.tracks[size_t(track)];
    if (with.empty() || !stillReports(subject, sender))
        return {};
    const qint32 lastSeen = with.back().day;
    const auto run = std::upper_bound(one.days.begin(), one.days.end(), lastSeen);
    if (one.days.end() - run < fewestDays)
        return {};
    const auto memory = run - std::min<qsizetype>(daysBeforeLoss, run - one.days.begin());
    if (subject.view.sessionsOf(sender, track, *memory, lastSeen).days < usualOnDays)
        return {};
    return LostTrack{sender, lastSeen, *run, one.days.back(), int(one.days.end() - run)};
}

std::vector<SenderIndex> sendersOf(const std::vector<PolicyUse> &uses)
{
    std::vector<SenderIndex> senders;
    for (const PolicyUse &use : uses)
        senders.push_back(use.sender);
    std::sort(senders.begin(), senders.end());
    senders.erase(std::unique(senders.begin(), senders.end()), senders.end());
    return senders;
}

const PolicySpan *wholeText(const PoliciesInUse &policies)
{
    const auto isWhole = [](const PolicySpan &span) {
        return span.mode != PolicyMode::Unknown && span.maxAge >= 0 && !span.patterns.isEmpty();
    };
    if (policies.newest && isWhole(*policies.newest))
        return policies.newest;
    for (const PolicyUse &use : policies.current) {
        if (isWhole(*use.span))
            return use.span;
    }
    return nullptr;
}

void addRowReasons(Confidence &confidence, size_t senders, int days, qint64 sessions)
{
    using namespace thresholds;
    if (int(senders) >= severalSenders)
        addReason(confidence, ConfidencePoint::SeveralSenders, pointsSeveralSenders);
    if (int(senders) >= manySenders)
        addReason(confidence, ConfidencePoint::ManySenders, pointsManySenders);
    if (days >= severalDays)
        addReason(confidence, ConfidencePoint::SeveralDays, pointsSeveralDays);
    if (sessions >= manyOccurrences)
        addReason(confidence, ConfidencePoint::ManyOccurrences, pointsManyOccurrences);
}

void proveByDays(Finding &finding, const Case &subject, const std::vector<SenderIndex> &senders,
                 qint32 first, qint32 last)
{
    for (const SenderIndex sender : senders) {
        for (const quint32 row : subject.view.senders[sender].rows) {
            const ViewRow &r = subject.view.rows[row];
            if (r.day >= first && r.day <= last)
                finding.policyRows.push_back(r.index);
        }
    }
    std::sort(finding.policyRows.begin(), finding.policyRows.end());
}

} // namespace tlsrpt

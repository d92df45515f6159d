// SPDX-License-Identifier: GPL-3.0-or-later
// Rules about mail hosts that no policy covers (RFC 8461 §4.1).
#include "core/diagnosis/rules.h"
#include "core/diagnosis/thresholds.h"
#include "core/report/names.h"

#include <QHash>

#include <algorithm>
#include <map>

namespace tlsrpt::rules
{

namespace
{

constexpr int samePolicyDays = 2;   ///< reports of one day differ by a day or two in what they apply
constexpr int hostMemoryDays = 60;  ///< a host not named for that long counts as unseen
/// Before that nobody can say that a host is new. Successes name no host, so even then it only
/// means "not among the failures", which is why a foreign organisation is asked for as well.
constexpr int hostHistoryDays = 7;

bool isUncovered(const DomainView &view, quint32 detail)
{
    return view.fact(view.details[detail]).coverage == Coverage::NotCovered;
}

/// The newest detail that says which policy was held against the host; prefers one that names it.
const ViewDetail *tellingDetail(const DomainView &view, const Episode &episode)
{
    const ViewDetail *telling = nullptr;
    for (auto it = episode.details.rbegin(); it != episode.details.rend(); ++it) {
        const ViewDetail &detail = view.details[*it];
        if (isUncovered(view, *it))
            return &detail;
        if (!telling && view.rowOf(detail).policy != 0)
            telling = &detail;
    }
    return telling;
}

/// Whether others apply a younger policy that covers the host in the days of the detail: then the
/// sender goes on with an old copy (R18).
bool isStale(const Case &subject, const ViewDetail &detail, TextIndex mx)
{
    const DomainView &view = subject.view;
    const ViewRow &row = view.rowOf(detail);
    const QString &own = view.policyOf(row).fingerprint;
    const QString &sender = view.text(view.senders[row.sender].key);
    if (!mx)
        return false;
    QHash<QString, Day> firstSeen;
    for (const PolicySpan &span : subject.history) {
        if (span.track == Track::Sts)
            firstSeen[span.fingerprint]
                = std::min(firstSeen.value(span.fingerprint, span.first), span.first);
    }
    for (const PolicySpan &span : subject.history) {
        if (span.track != Track::Sts || span.sender == sender || span.fingerprint == own
            || span.fingerprint.isEmpty() || span.first.value > row.day
            || span.last.value < row.day - samePolicyDays)
            continue;
        if (firstSeen[span.fingerprint] > firstSeen.value(own, Day{row.day})
            && coveringPattern(span.patterns, view.text(mx)))
            return true;
    }
    return false;
}

/// Why the host is not covered. Without a host only the commonest mistake can be told: a policy
/// that lists nothing but the mail domain.
std::optional<Miss> missOf(const DomainView &view, const QStringList &patterns, TextIndex mx)
{
    const QString &host = view.text(mx);
    if (!host.isEmpty()) {
        if (patterns.isEmpty() || coveringPattern(patterns, host))
            return {};
        return explainMiss(patterns, host, view.name);
    }
    if (patterns.size() == 1 && normalisedPattern(patterns.front()) == view.name)
        return Miss{MissReason::PatternIsMailDomain, patterns.front()};
    return {};
}

Situation situationOf(const Finding &finding)
{
    Situation situation;
    situation.track = finding.track;
    situation.mode = finding.mode;
    situation.domain = finding.domain;
    situation.mx = finding.mx;
    return situation;
}

Finding notInPolicy(const Case &subject, const Episode &episode)
{
    const DomainView &view = subject.view;
    Finding finding = subject.findingAbout(Rule::R08, episode);
    finding.cause = Cause::MxNotInPolicy;
    finding.group = groupOf(finding.cause);
    finding.effect = effectOf(finding.cause, finding.resultType, finding.track, finding.mode);
    finding.owner = Owner::ReceivingDomain;
    const Situation situation = situationOf(finding);
    finding.checks = {checkFor(CheckKind::StsRecordAndMx, situation),
                      checkFor(CheckKind::PolicyFile, situation)};
    if (const ViewDetail *telling = tellingDetail(view, episode)) {
        const QStringList &patterns = view.facts.policies[view.rowOf(*telling).policy].mxHosts;
        finding.details.hosts = patterns;
        finding.details.miss = missOf(view, patterns, episode.mx);
        if (isStale(subject, *telling, episode.mx))
            finding.details.about = Rule::R18;
    }
    if (std::any_of(episode.details.begin(), episode.details.end(),
                    [&view](quint32 detail) { return isUncovered(view, detail); }))
        makeCertain(finding.confidence);
    return finding;
}

/// The last run of details, which are by day, without a gap of so many days.
std::vector<quint32> newestRun(const DomainView &view, std::vector<quint32> details, int gap)
{
    std::sort(details.begin(), details.end());
    size_t begin = details.size() - 1;
    const auto day = [&](size_t i) { return view.rowOf(view.details[details[i]]).day; };
    while (begin > 0 && day(begin) - day(begin - 1) <= gap)
        --begin;
    details.erase(details.begin(), details.begin() + qptrdiff(begin));
    return details;
}

/// Details of servers by host; episodes keep a flood of names small.
template<typename Wanted>
std::map<TextIndex, std::vector<quint32>> detailsByHost(const Case &subject, Wanted wanted)
{
    std::map<TextIndex, std::vector<quint32>> byHost;
    for (const Episode &episode : subject.episodes) {
        if (!episode.mx || isPolicyLevel(episode.problem))
            continue;
        for (const quint32 detail : episode.details) {
            if (wanted(episode, detail))
                byHost[episode.mx].push_back(detail);
        }
    }
    return byHost;
}

/// Everything that was a mail host of the domain according to some policy, since a day.
class KnownHosts
{
public:
    KnownHosts(const DomainView &view, const PolicyHistory &history)
        : m_own(registrableDomain(view.name))
    {
        for (const PolicySpan &span : history) {
            if (span.track != Track::Sts)
                continue;
            for (const QString &sent : span.patterns) {
                Day &last = m_patterns.try_emplace(normalisedPattern(sent), span.last).first->second;
                last = std::max(last, span.last);
            }
        }
        for (const auto &[pattern, last] : m_patterns) {
            const QString name = pattern.startsWith(QLatin1String("*.")) ? pattern.mid(2) : pattern;
            const auto house = m_houses.try_emplace(registrableDomain(name), last).first;
            house->second = std::max(house->second, last);
        }
    }

    /// Neither covered by a pattern nor of the same house as one or as the domain.
    bool isForeign(const QString &host, qint32 since) const
    {
        const QString parent = u"*."_qs + host.section(u'.', 1);
        const QString house = registrableDomain(host);
        return house != m_own && !isSince(m_patterns, host, since)
               && !isSince(m_patterns, parent, since) && !isSince(m_houses, house, since);
    }
    bool empty() const { return m_patterns.empty(); }

private:
    using Seen = std::map<QString, Day>;
    static bool isSince(const Seen &seen, const QString &text, qint32 since)
    {
        const auto found = seen.find(text);
        return found != seen.end() && found->second.value >= since;
    }
    QString m_own;
    Seen m_patterns; ///< and the last day they were applied
    Seen m_houses;
};

Finding unknownHost(const Case &subject, TextIndex mx, const std::vector<quint32> &run)
{
    const DomainView &view = subject.view;
    const Track track = view.rowOf(view.details[run.back()]).track;
    std::vector<quint32> details;
    std::copy_if(run.begin(), run.end(), std::back_inserter(details), [&](quint32 detail) {
        return view.rowOf(view.details[detail]).track == track;
    });
    const Problem problem = view.details[details.back()].problem;
    Finding finding = subject.findingAbout(
        Rule::R09, episodeFrom(view, track, problem, mx, std::move(details)));
    finding.severity = Severity::High;
    finding.owner = Owner::ReceivingDomain;
    finding.checks = {checkFor(CheckKind::StsRecordAndMx, situationOf(finding))};
    return finding;
}

} // namespace

/// A host that no pattern of the sender's own policy covers, or whose sender says so (R08). Fills
/// details.hosts (the patterns), miss (why, where it can be told) and about (R18 where the sender
/// applies an older policy than others do). Certain where a report names host and policy, whatever
/// result type it gives: a failure of another kind at such a host has its own finding, and this one
/// stands beside it.
void mxNotInPolicy(Case &subject)
{
    QHash<TextIndex, qint32> found; ///< by host, to the last day
    for (size_t i = 0; i < subject.episodes.size(); ++i) {
        const Episode &episode = subject.episodes[i];
        if (episode.problem != Problem::MxNotInPolicy || subject.isExplained(i))
            continue;
        subject.add(notInPolicy(subject, episode), {i});
        found[episode.mx] = std::max(found.value(episode.mx, episode.last), episode.last);
    }
    const DomainView &view = subject.view;
    const auto others = detailsByHost(subject, [&view](const Episode &episode, quint32 detail) {
        return episode.problem != Problem::MxNotInPolicy && isUncovered(view, detail);
    });
    for (const auto &[mx, details] : others) {
        const Episode episode
            = episodeFrom(view, Track::Sts, Problem::MxNotInPolicy, mx,
                          newestRun(view, details, thresholds::silentGap));
        if (found.value(mx, episode.first - thresholds::silentGap - 1)
            < episode.first - thresholds::silentGap)
            subject.add(notInPolicy(subject, episode));
    }
}

/// A host of another organisation than the domain and all hosts of its policies, that no report
/// named in the 60 days before (R09): the provider changed, or the MX records were tampered with.
/// A near miss within the own house is a mistake in the policy, which R08 tells better.
void unknownMailHost(Case &subject)
{
    const DomainView &view = subject.view;
    const auto byHost = detailsByHost(subject, [](const Episode &, quint32) { return true; });
    if (byHost.empty())
        return;
    const KnownHosts known(view, subject.history);
    if (known.empty())
        return;
    for (const auto &[mx, details] : byHost) {
        const QString &host = view.text(mx);
        const std::vector<quint32> run = newestRun(view, details, hostMemoryDays);
        const qint32 first = view.rowOf(view.details[run.front()]).day;
        if (first - view.firstDay >= hostHistoryDays && isPlainHostName(host)
            && known.isForeign(host, first - hostMemoryDays))
            subject.add(unknownHost(subject, mx, run));
    }
}

} // namespace tlsrpt::rules

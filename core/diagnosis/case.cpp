// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/case.h"

#include "core/diagnosis/thresholds.h"
#include "core/query/answers.h"

#include <QHash>

#include <algorithm>
#include <map>

namespace tlsrpt
{

namespace
{

/// The text that occurs most often among details, by a member of FailureFact.
template<typename Member>
TextIndex mostFrequent(const DomainView &view, const std::vector<quint32> &details, Member member)
{
    QHash<TextIndex, qint64> counts;
    TextIndex best = 0;
    for (const quint32 index : details) {
        const ViewDetail &detail = view.details[index];
        // Adopted ones carry a type that says nothing of the cause.
        if (detail.adopted)
            continue;
        const TextIndex text = view.fact(detail).*member;
        qint64 &count = counts[text];
        count = addCounts(count, std::max<qint64>(detail.count, 1));
        if (count > counts.value(best))
            best = text;
    }
    return best;
}

constexpr size_t none = ~size_t(0);

} // namespace

bool isBlip(const Finding &finding)
{
    return finding.occurrences < thresholds::fewOccurrences
           && double(std::min(finding.occurrences, finding.failed))
                  < thresholds::blipShare * double(finding.sessions);
}

Case::Case(const DomainView &theView, const PolicyHistory &theHistory)
    : view(theView)
    , history(theHistory)
    , episodes(episodesOf(theView))
    , reference(theView.newestDay)
    , m_explained(episodes.size())
    , m_findingOf(episodes.size(), none)
{
}

void Case::add(Finding finding, const std::vector<size_t> &explained)
{
    for (const size_t episode : explained) {
        m_explained[episode] = finding.rule;
        m_findingOf[episode] = m_findings.size();
    }
    if (isWeak(finding))
        finding.severity = std::max(finding.severity, Severity::High);
    m_findings.push_back(std::move(finding));
}

const Finding *Case::findingOf(size_t episode) const
{
    return m_findingOf[episode] == none ? nullptr : &m_findings[m_findingOf[episode]];
}

Finding Case::findingAbout(Rule rule, const Episode &episode) const
{
    Finding finding;
    finding.rule = rule;
    finding.domain = view.name;
    finding.mx = view.text(episode.mx);
    finding.track = episode.track;
    finding.cause = episode.cause;
    finding.group = groupOf(episode.cause);
    finding.mode = episode.mode;
    finding.severity = severityByMode(episode.track, episode.mode);
    finding.open = episode.open;
    finding.first = Day{episode.first};
    finding.last = Day{episode.last};
    finding.daysAffected = int(episode.days.size());
    finding.occurrences = episode.occurrences;
    for (const quint32 detail : episode.details)
        finding.failures.push_back(view.details[detail].index);
    addShares(finding, episode.senders);
    addOthers(finding, episode.senders);
    addDays(finding, episode.senders);
    addExplanation(finding, episode);
    finding.confidence = confidenceOf(view, {&episode});
    if (isBlip(finding))
        finding.severity = std::max(finding.severity, Severity::Low);
    return finding;
}

Finding Case::findingAbout(Rule rule, const std::vector<size_t> &indexes) const
{
    Episode joined = episodes[indexes.front()];
    std::vector<const Episode *> parts;
    for (const size_t index : indexes) {
        const Episode &part = episodes[index];
        parts.push_back(&part);
        if (&part == &episodes[indexes.front()])
            continue;
        joined.first = std::min(joined.first, part.first);
        joined.last = std::max(joined.last, part.last);
        joined.details.insert(joined.details.end(), part.details.begin(), part.details.end());
        joined.days.insert(joined.days.end(), part.days.begin(), part.days.end());
        for (const SenderIndex sender : part.senders) {
            if (std::find(joined.senders.begin(), joined.senders.end(), sender)
                == joined.senders.end())
                joined.senders.push_back(sender);
        }
        joined.occurrences = addCounts(joined.occurrences, part.occurrences);
        joined.mode = std::max(joined.mode, part.mode);
        joined.open = joined.open || part.open;
    }
    std::sort(joined.details.begin(), joined.details.end());
    std::sort(joined.days.begin(), joined.days.end());
    joined.days.erase(std::unique(joined.days.begin(), joined.days.end()), joined.days.end());
    joined.mx = 0;
    Finding finding = findingAbout(rule, joined);
    finding.confidence = confidenceOf(view, parts);
    return finding;
}

Finding Case::findingAbout(Rule rule, Track track, const std::vector<SenderIndex> &senders,
                           qint32 first, qint32 last, Owner owner,
                           std::initializer_list<CheckKind> checks) const
{
    Finding finding;
    finding.rule = rule;
    finding.domain = view.name;
    finding.track = track;
    finding.first = Day{first};
    finding.last = Day{last};
    finding.owner = owner;
    finding.open = true;
    Situation situation;
    situation.track = track;
    situation.domain = view.name;
    for (const CheckKind kind : checks)
        finding.checks.push_back(checkFor(kind, situation));
    addShares(finding, senders);
    addReason(finding.confidence, ConfidencePoint::Start, 40);
    return finding;
}

void Case::proveByRows(Finding &finding, Track track, const std::vector<SenderIndex> &senders,
                       qint32 first, qint32 last) const
{
    for (const SenderIndex sender : senders) {
        for (const quint32 row : view.senders[sender].rows) {
            const ViewRow &r = view.rows[row];
            if (r.track == track && r.day >= first && r.day <= last)
                finding.policyRows.push_back(r.index);
        }
    }
    std::sort(finding.policyRows.begin(), finding.policyRows.end());
}

void Case::addShares(Finding &finding, const std::vector<SenderIndex> &senders) const
{
    std::map<TextIndex, qint64> occurrences;
    for (const quint32 failure : finding.failures) {
        const FailureFact &fact = view.facts.failures[failure];
        const TextIndex reporter
            = view.facts.reports[view.facts.policyRows[fact.policyRow].report].reporter;
        qint64 &count = occurrences[reporter];
        count = addCounts(count, fact.occurrences);
    }
    for (const SenderIndex sender : senders) {
        SenderShare share = shareOf(view, sender, finding.track, finding.first.value,
                                    finding.last.value);
        share.occurrences = occurrences[view.senders[sender].key];
        finding.sessions = addCounts(finding.sessions, share.sessions);
        finding.failed = addCounts(finding.failed, share.failed);
        finding.senders.push_back(std::move(share));
    }
    const SessionSum all
        = view.sessionsOfAll(finding.track, finding.first.value, finding.last.value);
    finding.impact = all.sessions > 0 ? double(finding.failed) / double(all.sessions) : 0;
}

void Case::addOthers(Finding &finding, const std::vector<SenderIndex> &senders) const
{
    for (SenderIndex sender = 0; sender < view.senders.size(); ++sender) {
        if (std::find(senders.begin(), senders.end(), sender) != senders.end())
            continue;
        SenderShare share = shareOf(view, sender, finding.track, finding.first.value,
                                    finding.last.value);
        if (share.sessions > 0)
            finding.others.push_back(std::move(share));
    }
    std::sort(finding.others.begin(), finding.others.end(),
              [](const SenderShare &a, const SenderShare &b) { return a.sessions > b.sessions; });
    const size_t kept = std::min(finding.others.size(), size_t(thresholds::othersTold));
    finding.moreOthers = qint64(finding.others.size() - kept); // a forged flood has thousands
    for (size_t i = kept; i < finding.others.size(); ++i)
        finding.moreOtherSessions = addCounts(finding.moreOtherSessions, finding.others[i].sessions);
    finding.others.resize(kept);
}

void Case::addDays(Finding &finding, const std::vector<SenderIndex> &senders) const
{
    std::map<qint32, FindingDay> days;
    const auto at = [&days](qint32 day) -> FindingDay & {
        FindingDay &entry = days[day];
        entry.day = Day{day};
        return entry;
    };
    for (const SenderIndex sender : senders) {
        for (const SenderDay &day : view.senders[sender].tracks[size_t(finding.track)]) {
            if (day.day < finding.first.value || day.day > finding.last.value)
                continue;
            FindingDay &entry = at(day.day);
            entry.sessions = addCounts(entry.sessions, day.sessions);
            entry.failed = addCounts(entry.failed, day.failed);
        }
    }
    for (const quint32 failure : finding.failures) {
        const FailureFact &fact = view.facts.failures[failure];
        FindingDay &entry
            = at(view.facts.reports[view.facts.policyRows[fact.policyRow].report].day);
        entry.occurrences = addCounts(entry.occurrences, fact.occurrences);
    }
    for (const auto &[day, entry] : days)
        finding.days.push_back(entry);
}

void Case::addExplanation(Finding &finding, const Episode &episode) const
{
    finding.resultType
        = view.text(mostFrequent(view, episode.details, &FailureFact::resultType));
    finding.reason = view.text(mostFrequent(view, episode.details, &FailureFact::reason));
    Situation situation;
    situation.resultType = finding.resultType;
    situation.reason = finding.reason;
    situation.track = finding.track;
    situation.mode = finding.mode;
    situation.domain = finding.domain;
    situation.mx = finding.mx;
    situation.receivingIp
        = view.text(mostFrequent(view, episode.details, &FailureFact::receivingIp));
    situation.patterns
        = view.facts.policies[view.rowOf(view.details[episode.details.back()]).policy].mxHosts;
    const Explanation explanation = explain(situation);
    finding.owner = explanation.owner;
    finding.effect = effectOf(finding.cause, finding.resultType, finding.track, finding.mode);
    finding.mailAffected = true;
    finding.checks = explanation.checks;
}

Severity severityByMode(Track track, PolicyMode mode)
{
    switch (track) {
    case Track::Tlsa:
        return Severity::Critical;
    case Track::Sts:
        break;
    case Track::None:
    case Track::Other:
        return Severity::Low;
    }
    switch (mode) {
    case PolicyMode::Enforce:
        return Severity::Critical;
    case PolicyMode::Testing:
    case PolicyMode::Unknown:
        return Severity::High;
    case PolicyMode::None:
        return Severity::Low;
    }
    Q_UNREACHABLE();
}

SenderShare shareOf(const DomainView &view, SenderIndex sender, Track track, qint32 first,
                    qint32 last)
{
    const SessionSum sum = view.sessionsOf(sender, track, first, last);
    SenderShare share;
    share.key = view.text(view.senders[sender].key);
    share.name = view.text(view.senders[sender].name);
    if (share.name.isEmpty())
        share.name = share.key;
    share.sessions = sum.sessions;
    share.failed = sum.failed;
    return share;
}

} // namespace tlsrpt

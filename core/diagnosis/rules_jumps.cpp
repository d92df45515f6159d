// SPDX-License-Identifier: GPL-3.0-or-later
// A sudden rise of failures, and what else happened on that day.
#include "core/diagnosis/rules.h"
#include "core/diagnosis/thresholds.h"
#include "core/query/answers.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <array>
#include <cmath>

namespace tlsrpt::rules
{

namespace
{

constexpr int baselineDays = 28;       ///< four whole weeks: weekends weigh alike
constexpr int baselineReports = 7;     ///< with fewer days nobody knows what is usual
constexpr double smallestShare = 0.05; ///< below it a jump worries nobody
constexpr double sigmas = 3;
constexpr qint64 fewestFailed = 5;
constexpr int coincidencesTold = 3;    ///< of one kind

struct FailureJump {
    qint32 first = 0, last = 0;
    double before = 0, after = 0;
    bool open = false;
};

double shareOf(const SenderDay &day)
{
    return day.sessions > 0 ? double(day.failed) / double(day.sessions) : 0;
}

/// All senders' days of a track with sessions.
std::vector<SenderDay> daysOf(const DomainView &view, Track track)
{
    std::vector<SenderDay> days;
    for (const ViewRow &row : view.rows) {
        if (row.track != track || row.sessions() == 0)
            continue;
        if (days.empty() || days.back().day != row.day)
            days.push_back({row.day, 0, 0, 0});
        days.back().sessions = addCounts(days.back().sessions, row.sessions());
        days.back().failed = addCounts(days.back().failed, row.failed);
    }
    return days;
}

/// What the share must exceed on day `at`, and the mean before it; none without a baseline.
struct UsualFailures {
    double mean = 0;
    double limit = 0;
};
std::optional<UsualFailures> baselineOf(const std::vector<SenderDay> &days, size_t at)
{
    int count = 0;
    double sum = 0;
    double squares = 0;
    for (size_t i = at; i-- > 0 && days[i].day >= days[at].day - baselineDays;) {
        const double share = shareOf(days[i]);
        ++count;
        sum += share;
        squares += share * share;
    }
    if (count < baselineReports)
        return {};
    const double mean = sum / count;
    const double deviation = std::sqrt(std::max(0.0, squares / count - mean * mean));
    return UsualFailures{mean, std::max(smallestShare, mean + sigmas * deviation)};
}

bool exceeds(const SenderDay &day, const UsualFailures &baseline)
{
    return day.failed >= fewestFailed && shareOf(day) > baseline.limit;
}

/// The days after `at` on which the share stays that high; index of the last.
size_t endOf(const std::vector<SenderDay> &days, size_t at, const UsualFailures &baseline)
{
    size_t last = at;
    for (size_t i = at + 1;
         i < days.size() && days[i].day - days[last].day <= thresholds::mergedGap + 1; ++i) {
        if (exceeds(days[i], baseline))
            last = i;
    }
    return last;
}

std::optional<FailureJump> newestJump(const std::vector<SenderDay> &days)
{
    std::optional<FailureJump> newest;
    for (size_t i = 0; i < days.size(); ++i) {
        if (days[i].failed < fewestFailed || shareOf(days[i]) <= smallestShare)
            continue;
        const auto baseline = baselineOf(days, i);
        if (!baseline || !exceeds(days[i], *baseline))
            continue;
        const size_t last = endOf(days, i, *baseline);
        newest = FailureJump{days[i].day, days[last].day, baseline->mean, shareOf(days[i]),
                      days.back().day - days[last].day <= thresholds::openWithin};
        i = last;
    }
    return newest;
}

/// Proof, senders and mode of the failures in these days.
void addFailures(Finding &finding, const DomainView &view)
{
    QHash<QString, qint64> occurrences;
    const auto [begin, end] = view.rowsOfDays(finding.first.value, finding.last.value);
    for (size_t i = begin; i < end; ++i) {
        const ViewRow &row = view.rows[i];
        if (row.track != finding.track)
            continue;
        if (finding.days.empty() || finding.days.back().day.value != row.day)
            finding.days.push_back({Day{row.day}, 0, 0, 0});
        FindingDay &day = finding.days.back();
        day.sessions = addCounts(day.sessions, row.sessions());
        day.failed = addCounts(day.failed, row.failed);
        if (row.failed == 0)
            continue;
        finding.mode = std::max(finding.mode, row.mode);
        finding.policyRows.push_back(row.index);
        const PolicyFact &fact = view.facts.policyRows[row.index];
        for (quint32 f = fact.firstFailure; f < fact.firstFailure + fact.failureCount; ++f) {
            const qint64 count = view.facts.failures[f].occurrences;
            finding.failures.push_back(f);
            finding.occurrences = addCounts(finding.occurrences, count);
            day.occurrences = addCounts(day.occurrences, count);
            qint64 &sum = occurrences[view.text(view.senders[row.sender].key)];
            sum = addCounts(sum, count);
        }
    }
    for (SenderShare &sender : finding.senders)
        sender.occurrences = occurrences.value(sender.key);
    finding.daysAffected = int(finding.days.size());
}

std::vector<SenderIndex> failingSenders(const DomainView &view, Track track, const FailureJump &jump)
{
    std::vector<std::pair<qint64, SenderIndex>> ranked;
    for (SenderIndex sender = 0; sender < view.senders.size(); ++sender) {
        const qint64 failed = view.sessionsOf(sender, track, jump.first, jump.last).failed;
        if (failed > 0)
            ranked.emplace_back(-failed, sender);
    }
    std::sort(ranked.begin(), ranked.end());
    std::vector<SenderIndex> senders;
    for (const auto &[failed, sender] : ranked)
        senders.push_back(sender);
    return senders;
}

/// New policies and TLSA sets: a span that follows another one of the same sender.
void addChanges(std::vector<Condition> &found, const Case &subject, Track track, qint32 day)
{
    const ConditionKind kind
        = track == Track::Tlsa ? ConditionKind::NewTlsaSet : ConditionKind::NewPolicy;
    QSet<QString> told;
    for (size_t i = 1; i < subject.history.size() && told.size() < coincidencesTold; ++i) {
        const PolicySpan &before = subject.history[i - 1];
        const PolicySpan &span = subject.history[i];
        if (span.track != track || before.track != track || before.sender != span.sender
            || before.host != span.host || span.first.value < day - 1 || span.first.value > day
            || told.contains(span.host))
            continue;
        told.insert(span.host);
        found.push_back({kind, true, 0, 0, span.host});
    }
}

void addNewHosts(std::vector<Condition> &found, const DomainView &view, Track track, qint32 day)
{
    QSet<TextIndex> known;
    int told = 0;
    for (const ViewDetail &detail : view.details) {
        const ViewRow &row = view.rowOf(detail);
        if (row.day > day || told == coincidencesTold)
            break;
        if (!detail.mx || known.contains(detail.mx))
            continue;
        known.insert(detail.mx);
        if (row.day == day && row.track == track) {
            found.push_back({ConditionKind::NewHost, true, 0, 0, view.text(detail.mx)});
            ++told;
        }
    }
}

/// They happened on the same day; no more is said.
std::vector<Condition> coincidences(const Case &subject, Track track, qint32 day,
                                    const std::vector<SenderIndex> &senders)
{
    std::vector<Condition> found;
    addChanges(found, subject, track, day);
    addNewHosts(found, subject.view, track, day);
    int told = 0;
    for (const SenderIndex sender : senders) {
        const ViewSender &one = subject.view.senders[sender];
        if (one.days.front() != day || told++ == coincidencesTold)
            continue;
        found.push_back({ConditionKind::NewSender, true, 0, 0,
                         subject.view.text(one.name ? one.name : one.key)});
    }
    return found;
}

/// The finding that tells why: of most failed sessions among those that begin with the jump.
const Finding *causeOf(const Case &subject, Track track, const FailureJump &jump)
{
    const Finding *best = nullptr;
    for (const Finding &finding : subject.findings()) {
        if (finding.track == track && finding.occurrences > 0 && !finding.details.about
            && std::abs(finding.first.value - jump.first) <= 1
            && (!best || finding.occurrences > best->occurrences))
            best = &finding;
    }
    return best;
}

/// Of most occurrences among the failures that prove it.
Cause mainCause(const Finding &finding, const Facts &facts)
{
    std::array<qint64, causeCount> counts{};
    for (const quint32 failure : finding.failures) {
        qint64 &count = counts[size_t(facts.failures[failure].cause)];
        count = addCounts(count, facts.failures[failure].occurrences);
    }
    const auto most = std::max_element(counts.begin(), counts.end());
    return *most > 0 ? static_cast<Cause>(most - counts.begin()) : Cause::Unknown;
}

/// Medium at least, and no more where the policy was not fetched: that holds back no mail by
/// itself. Where another finding tells the cause, the jump is only a part of its story.
Severity severityOf(const Finding &finding)
{
    if (finding.details.about)
        return Severity::Low;
    return isPolicyLevel(problemOf(finding.cause))
               ? Severity::Medium
               : std::min(severityByMode(finding.track, finding.mode), Severity::Medium);
}

void addJump(Case &subject, Track track, const FailureJump &jump)
{
    const std::vector<SenderIndex> senders = failingSenders(subject.view, track, jump);
    Finding finding
        = subject.findingAbout(Rule::R37, track, senders, jump.first, jump.last,
                               Owner::ReceivingDomain, {CheckKind::StsRecordAndMx});
    addFailures(finding, subject.view);
    finding.open = jump.open;
    finding.cause = mainCause(finding, subject.view.facts);
    finding.effect = effectOf(finding.cause, {}, track, finding.mode);
    finding.mailAffected = true;
    if (const Finding *cause = causeOf(subject, track, jump)) {
        finding.details.about = cause->rule;
        finding.owner = cause->owner;
        finding.checks = cause->checks;
        finding.effect = cause->effect;
        finding.mailAffected = cause->mailAffected;
    }
    finding.severity = severityOf(finding);
    finding.details.shareBefore = jump.before;
    finding.details.shareAfter = jump.after;
    finding.details.conditions = coincidences(subject, track, jump.first, senders);
    if (int(senders.size()) >= thresholds::severalSenders)
        addReason(finding.confidence, ConfidencePoint::SeveralSenders,
                  thresholds::pointsSeveralSenders);
    if (int(senders.size()) >= thresholds::manySenders)
        addReason(finding.confidence, ConfidencePoint::ManySenders,
                  thresholds::pointsManySenders);
    if (finding.failed >= thresholds::manyOccurrences)
        addReason(finding.confidence, ConfidencePoint::ManyOccurrences,
                  thresholds::pointsManyOccurrences);
    subject.add(std::move(finding));
}

} // namespace

/// The share of failed sessions of a track left its usual range (R37); the newest time it did.
/// Fills details.shareBefore (mean of 28 days), shareAfter (of the first day), conditions (what
/// else happened on that day: correlation only) and about (the finding that tells the cause).
void failureJump(Case &subject)
{
    for (const Track track : {Track::Sts, Track::Tlsa, Track::None}) {
        if (const auto jump = newestJump(daysOf(subject.view, track)))
            addJump(subject, track, *jump);
    }
}

} // namespace tlsrpt::rules

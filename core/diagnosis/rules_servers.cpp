// SPDX-License-Identifier: GPL-3.0-or-later
// Rules about encryption with a mail server: not offered, broken off, or failed without a reason.
#include "core/diagnosis/rules.h"
#include "core/diagnosis/thresholds.h"
#include "core/query/answers.h"

#include <algorithm>
#include <map>

namespace tlsrpt::rules
{

namespace
{

constexpr double everywhereShare = 0.8;  ///< of sessions: the server as a whole, not a node of it
constexpr double atTimesLeast = 0.01;    ///< below it is the noise of any busy server
constexpr double atTimesMost = 0.3;      ///< above it more is wrong than an overload
constexpr int atTimesDays = 4;
constexpr int atTimesWindow = 14;
/// Large senders give up a session in a thousand without a reason everywhere; nobody can act on it.
constexpr double trickleShare = 0.002;
constexpr double unexplainedIsHigh = 0.1; ///< of sessions, where mail is held back

/// The weaker of two severities.
Severity atMost(Severity severity, Severity limit)
{
    return std::max(severity, limit);
}

/// Share of the sessions that failed this way. Details may count a session several times, and
/// may belong to none (RFC 8460 §4.3): then nothing speaks against "all".
double shareOf(qint64 occurrences, qint64 failed, qint64 sessions)
{
    if (sessions <= 0)
        return occurrences > 0 ? 1 : 0;
    return double(std::min(occurrences, failed)) / double(sessions);
}

double shareOf(const Finding &finding)
{
    return shareOf(finding.occurrences, finding.failed, finding.sessions);
}

SessionSum sessionsOf(const DomainView &view, const Episode &episode)
{
    SessionSum sum;
    for (const SenderIndex sender : episode.senders) {
        const SessionSum one = view.sessionsOf(sender, episode.track, episode.first, episode.last);
        sum.sessions = addCounts(sum.sessions, one.sessions);
        sum.failed = addCounts(sum.failed, one.failed);
    }
    return sum;
}

/// Of the rows whose sessions are surely with the server, if there are any.
std::optional<double> attributableShare(const DomainView &view, const Episode &episode)
{
    qint64 sessions = 0;
    qint64 failed = 0;
    quint32 last = ~0u;
    for (const quint32 index : episode.details) {
        const quint32 row = view.details[index].row;
        if (row == last || !view.isAttributable(view.rows[row], episode.mx))
            continue;
        last = row;
        sessions = addCounts(sessions, view.rows[row].sessions());
        failed = addCounts(failed, view.rows[row].failed);
    }
    if (sessions == 0)
        return {};
    return double(failed) / double(sessions);
}

/// Whether the server itself lacks encryption: several senders, nearly all their sessions.
bool isMissingEverywhere(const DomainView &view, const Episode &episode)
{
    if (int(episode.senders.size()) < thresholds::severalSenders)
        return false;
    const SessionSum sum = sessionsOf(view, episode);
    return shareOf(episode.occurrences, sum.failed, sum.sessions) >= everywhereShare
           || attributableShare(view, episode).value_or(0) >= everywhereShare;
}

/// Points off where the successes of the senders may have been with another server.
void addCompatible(Finding &finding, const DomainView &view, const Episode &episode)
{
    if (finding.failed < finding.sessions && !attributableShare(view, episode))
        addReason(finding.confidence, ConfidencePoint::OnlyCompatible,
                  thresholds::pointsOnlyCompatible);
}

/// One sender alone may have the trouble on its side; a few among many sessions is none.
Severity weighed(const Finding &finding)
{
    if (isBlip(finding))
        return finding.severity;
    if (int(finding.senders.size()) < thresholds::severalSenders)
        return milder(finding.severity);
    return finding.severity;
}

Episode joined(const Case &subject, const std::vector<size_t> &parts)
{
    const Episode &first = subject.episodes[parts.front()];
    std::vector<quint32> details;
    for (const size_t part : parts) {
        const std::vector<quint32> &more = subject.episodes[part].details;
        details.insert(details.end(), more.begin(), more.end());
    }
    std::sort(details.begin(), details.end());
    return episodeFrom(subject.view, first.track, first.problem, first.mx, std::move(details));
}

/// Several days in two weeks, several senders, a small share of their sessions.
bool isAtTimes(const DomainView &view, const Episode &episode)
{
    if (int(episode.senders.size()) < thresholds::severalSenders)
        return false;
    const std::vector<qint32> &days = episode.days;
    bool often = false;
    for (size_t i = atTimesDays - 1; i < days.size() && !often; ++i)
        often = days[i] - days[i + 1 - atTimesDays] < atTimesWindow;
    const SessionSum sum = sessionsOf(view, episode);
    const double share = shareOf(episode.occurrences, sum.failed, sum.sessions);
    return often && share >= atTimesLeast && share <= atTimesMost;
}

/// Episodes of one server that are one trouble that comes and goes. Quiet days part episodes, so
/// those of the same two weeks are looked at together.
std::vector<std::vector<size_t>> atTimes(const Case &subject)
{
    std::map<std::pair<Track, TextIndex>, std::vector<std::vector<size_t>>> runs;
    for (size_t i = 0; i < subject.episodes.size(); ++i) {
        const Episode &episode = subject.episodes[i];
        if (episode.problem != Problem::StarttlsMissing || subject.isExplained(i)
            || isMissingEverywhere(subject.view, episode))
            continue;
        auto &ofServer = runs[{episode.track, episode.mx}];
        if (ofServer.empty()
            || episode.first - subject.episodes[ofServer.back().back()].last > atTimesWindow)
            ofServer.emplace_back();
        ofServer.back().push_back(i);
    }
    std::vector<std::vector<size_t>> found;
    for (const auto &[server, ofServer] : runs) {
        for (const std::vector<size_t> &run : ofServer) {
            if (isAtTimes(subject.view, joined(subject, run)))
                found.push_back(run);
        }
    }
    return found;
}

/// That it failed is sure, what it was is not, however many senders say no more than that: the
/// points against weigh so much that the confidence stays low.
void keepLow(Confidence &confidence)
{
    const int tooMuch = confidence.value - (mediumConfidence - 1);
    const auto bare = std::find_if(
        confidence.reasons.begin(), confidence.reasons.end(),
        [](const ConfidenceReason &r) { return r.point == ConfidencePoint::BareFailure; });
    if (tooMuch <= 0 || bare == confidence.reasons.end())
        return;
    bare->points -= tooMuch;
    confidence.value -= tooMuch;
}

} // namespace

/// A server without encryption (R06): for several senders in nearly all sessions, by mode. What is
/// neither that nor R07 (one sender, part of the sessions) has no rule of its own and is the same
/// finding, milder, so that no failure goes untold.
void starttlsMissing(Case &subject)
{
    std::vector<bool> comesAndGoes(subject.episodes.size());
    for (const std::vector<size_t> &run : atTimes(subject)) {
        for (const size_t part : run)
            comesAndGoes[part] = true;
    }
    for (size_t i = 0; i < subject.episodes.size(); ++i) {
        const Episode &episode = subject.episodes[i];
        if (episode.problem != Problem::StarttlsMissing || subject.isExplained(i)
            || comesAndGoes[i])
            continue;
        Finding finding = subject.findingAbout(Rule::R06, episode);
        if (!isMissingEverywhere(subject.view, episode)) {
            finding.severity = weighed(finding);
            if (shareOf(finding) <= atTimesMost)
                finding.severity = atMost(finding.severity, Severity::Medium);
        }
        addCompatible(finding, subject.view, episode);
        subject.add(std::move(finding), {i});
    }
}

/// A server that leaves encryption out now and then, for several senders (R07). Fills
/// details.shareAfter: the share of sessions, 0..1.
void starttlsIntermittent(Case &subject)
{
    for (const std::vector<size_t> &run : atTimes(subject)) {
        const Episode episode = joined(subject, run);
        Finding finding = subject.findingAbout(Rule::R07, episode);
        finding.severity = atMost(finding.severity, Severity::Medium);
        finding.details.shareAfter = shareOf(finding);
        addCompatible(finding, subject.view, episode);
        subject.add(std::move(finding), run);
    }
}

/// The handshake breaks off (R10). One sender alone may have very old or very strict settings.
void handshakeFailure(Case &subject)
{
    for (size_t i = 0; i < subject.episodes.size(); ++i) {
        const Episode &episode = subject.episodes[i];
        if (episode.problem != Problem::Handshake || subject.isExplained(i))
            continue;
        Finding finding = subject.findingAbout(Rule::R10, episode);
        finding.severity = weighed(finding);
        subject.add(std::move(finding), {i});
    }
}

/// What nobody explained (R11): a bare validation-failure, a type or a text that is not known.
/// High where it holds back a noticeable share of the mail. A sender that names its own set-up as
/// the reason is told here too, as its own affair: owner Sender, low.
void unexplainedFailure(Case &subject)
{
    for (size_t i = 0; i < subject.episodes.size(); ++i) {
        const Episode &episode = subject.episodes[i];
        const bool setup = episode.problem == Problem::SenderSetup;
        if ((episode.problem != Problem::Unexplained && !setup) || subject.isExplained(i))
            continue;
        Finding finding = subject.findingAbout(Rule::R11, episode);
        if (setup) {
            finding.owner = Owner::Sender;
            finding.severity = atMost(finding.severity, Severity::Low);
        } else {
            const bool heldBack = finding.severity == Severity::Critical
                                  && shareOf(finding) > unexplainedIsHigh;
            finding.severity
                = atMost(finding.severity, heldBack ? Severity::High : Severity::Medium);
            if (shareOf(finding) < trickleShare)
                finding.severity = atMost(finding.severity, Severity::Low);
            keepLow(finding.confidence);
        }
        subject.add(std::move(finding), {i});
    }
}

} // namespace tlsrpt::rules

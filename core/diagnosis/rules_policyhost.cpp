// SPDX-License-Identifier: GPL-3.0-or-later
// Rules about senders that cannot fetch the policy: all, some for a short time, or one alone.
#include "core/diagnosis/fetchtrouble.h"
#include "core/diagnosis/rules.h"
#include "core/diagnosis/thresholds.h"

#include <algorithm>
#include <array>
#include <map>

namespace tlsrpt::rules
{

namespace
{

constexpr int monthDays = 30;
constexpr int oftenInAMonth = 3; ///< short troubles: the web server is not reliable

Episode partOf(const Case &subject, const FetchTrouble &trouble)
{
    const Episode &episode = subject.episodes[trouble.episode];
    return episodeFrom(subject.view, episode.track, episode.problem, 0,
                       detailsOf(subject.view, episode, trouble.lasting));
}

/// Short troubles with no more than a month between them: one finding.
struct BriefRun {
    Track track = Track::Sts;
    qint32 last = 0;
    std::vector<quint32> details;
    std::vector<size_t> episodes;
};

std::vector<BriefRun> briefRuns(const Case &subject)
{
    // By first day, as episodes are.
    std::map<size_t, std::vector<quint32>> details;
    const FetchTroubles troubles = fetchTroublesOf(subject);
    for (const FetchTrouble &trouble : troubles.failed) {
        const Episode &episode = subject.episodes[trouble.episode];
        if (!trouble.brief.empty())
            details[trouble.episode] = detailsOf(subject.view, episode, trouble.brief);
    }
    for (const size_t once : troubles.rejectedOnce)
        details[once] = subject.episodes[once].details;

    std::vector<BriefRun> runs;
    std::array<size_t, trackCount> newest;
    newest.fill(~size_t(0));
    for (const auto &[i, ofEpisode] : details) {
        const Episode &episode = subject.episodes[i];
        size_t &run = newest[size_t(episode.track)];
        if (run >= runs.size() || episode.first - runs[run].last > monthDays) {
            run = runs.size();
            runs.push_back({episode.track, episode.last, {}, {}});
        }
        runs[run].details.insert(runs[run].details.end(), ofEpisode.begin(), ofEpisode.end());
        runs[run].last = std::max(runs[run].last, episode.last);
        runs[run].episodes.push_back(i);
    }
    return runs;
}

/// How often it began in the month up to its last day.
int timesInAMonth(const Episode &episode)
{
    int times = 0;
    qint32 before = episode.first - 2;
    for (const qint32 day : episode.days) {
        if (day > episode.last - monthDays && day > before + 1)
            ++times;
        before = day;
    }
    return std::max(times, 1);
}

/// Every sender's sessions were under the policy again, later or on the same day.
bool isOverForAll(const DomainView &view, const Episode &episode)
{
    std::map<SenderIndex, qint32> last;
    for (const quint32 detail : episode.details) {
        const ViewRow &row = view.rowOf(view.details[detail]);
        last[row.sender] = row.day;
    }
    return std::all_of(last.begin(), last.end(), [&view](const auto &of) {
        const SessionSum sum = view.sessionsOf(of.first, Track::Sts, of.second, of.second);
        return sum.sessions > sum.failed || hasRecovered(view, of.first, of.second);
    });
}

Finding briefTrouble(const Case &subject, const BriefRun &run)
{
    const DomainView &view = subject.view;
    std::vector<quint32> details = run.details;
    std::sort(details.begin(), details.end());
    const Episode episode
        = episodeFrom(view, run.track, Problem::PolicyFetch, 0, std::move(details));
    Finding finding = subject.findingAbout(Rule::R13, episode);
    const int times = timesInAMonth(episode);
    // One sender alone may have the trouble in its own network.
    const bool unreliable = times >= oftenInAMonth && subject.reference - episode.last < monthDays
                            && int(episode.senders.size()) >= thresholds::severalSenders;
    finding.details.number = times;
    finding.open = unreliable || (episode.open && !isOverForAll(view, episode));
    finding.severity = unlessNone(episode.mode, unreliable ? Severity::Medium
                                                : finding.open || times > 1 ? Severity::Low
                                                                            : Severity::Info);
    return finding;
}

} // namespace

/// One sender alone cannot fetch the policy for long while others obtain it (R14); they are the
/// finding's `others`. Wins over R12.
void policyFetchOneSender(Case &subject)
{
    for (const FetchTrouble &trouble : fetchTroublesOf(subject).failed) {
        if (!trouble.oneSenderOnly || subject.isExplained(trouble.episode))
            continue;
        const Episode part = partOf(subject, trouble);
        Finding finding = subject.findingAbout(Rule::R14, part);
        finding.severity = unlessNone(part.mode, Severity::Medium);
        finding.others.erase(std::remove_if(finding.others.begin(), finding.others.end(),
                                            [](const SenderShare &other) {
                                                return other.failed >= other.sessions;
                                            }),
                             finding.others.end());
        subject.add(std::move(finding), {trouble.episode});
    }
}

/// Several senders cannot fetch the policy on most of the last report days, or one never for a
/// week with nobody to compare it with (R12): protection is gone where no copy is cached.
void policyUnreachable(Case &subject)
{
    for (const FetchTrouble &trouble : fetchTroublesOf(subject).failed) {
        if (trouble.lasting.empty() || trouble.oneSenderOnly
            || subject.isExplained(trouble.episode))
            continue;
        const Episode part = partOf(subject, trouble);
        Finding finding = subject.findingAbout(Rule::R12, part);
        finding.severity = unlessNone(part.mode, Severity::High);
        subject.add(std::move(finding), {trouble.episode});
    }
}

/// Short or small trouble with the policy (R13), over or too fresh to say more (then open); also
/// one refusal by one sender. Fills details.number: how often within a month. Three times with
/// several senders is a policy host that is not reliable.
void policyFetchTransient(Case &subject)
{
    for (const BriefRun &run : briefRuns(subject)) {
        std::vector<size_t> unexplained;
        std::copy_if(run.episodes.begin(), run.episodes.end(), std::back_inserter(unexplained),
                     [&subject](size_t i) { return !subject.isExplained(i); });
        subject.add(briefTrouble(subject, run), unexplained);
    }
}

} // namespace tlsrpt::rules

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/fetchtrouble.h"

#include "core/diagnosis/thresholds.h"
#include "core/query/answers.h"

#include <QHash>

#include <algorithm>

namespace tlsrpt
{

namespace
{

constexpr int recentReports = 5;     ///< report days looked at, up to the last failing one
constexpr int failingOfRecent = 3;   ///< of them: it lasts
constexpr int lastingDays = 7;       ///< or nothing but failures for so long
constexpr int quickDays = 3;         ///< over within so many days: it was a short trouble after all
constexpr double smallShare = 0.1;   ///< of the sender's sessions, the others with a policy
constexpr int sameCauseDays = 3;     ///< senders name one fault of the policy host differently

/// What one sender went through in an episode.
struct SenderTrouble {
    SenderIndex sender = 0;
    std::vector<qint32> days; ///< failing, each once
    qint64 failed = 0;        ///< sessions of the rows with such details
    quint32 lastRow = ~0u;
    qint32 first() const { return days.front(); }
    qint32 last() const { return days.back(); }
};

std::vector<SenderTrouble> troublesOf(const DomainView &view, const Episode &episode)
{
    QHash<SenderIndex, size_t> known;
    std::vector<SenderTrouble> troubles;
    for (const quint32 index : episode.details) {
        const quint32 at = view.details[index].row;
        const ViewRow &row = view.rows[at];
        const auto found = known.constFind(row.sender);
        const size_t slot = found == known.constEnd() ? troubles.size() : *found;
        if (slot == troubles.size()) {
            known.insert(row.sender, slot);
            troubles.push_back({row.sender, {}, 0, ~0u});
        }
        SenderTrouble &trouble = troubles[slot];
        if (trouble.days.empty() || trouble.days.back() != row.day)
            trouble.days.push_back(row.day);
        if (trouble.lastRow != at)
            trouble.failed = addCounts(trouble.failed, row.failed);
        trouble.lastRow = at;
    }
    return troubles;
}

/// Most of its sessions in these days were under a policy nevertheless.
bool isSmall(const DomainView &view, const SenderTrouble &trouble)
{
    const SessionSum sum
        = view.sessionsOf(trouble.sender, Track::Sts, trouble.first(), trouble.last());
    return sum.sessions > sum.failed
           && double(trouble.failed) <= smallShare * double(sum.sessions);
}

/// Nothing but failures for a week.
bool isTotal(const DomainView &view, const SenderTrouble &trouble)
{
    const SessionSum sum
        = view.sessionsOf(trouble.sender, Track::Sts, trouble.first(), trouble.last());
    return trouble.last() - trouble.first() + 1 >= lastingDays && sum.failed >= sum.sessions;
}

bool isLasting(const DomainView &view, const SenderTrouble &trouble)
{
    const std::vector<SenderDay> &days
        = view.senders[trouble.sender].tracks[size_t(Track::Sts)];
    const auto end = std::partition_point(days.begin(), days.end(), [&](const SenderDay &d) {
        return d.day <= trouble.last();
    });
    const auto begin = end - std::min<qptrdiff>(end - days.begin(), recentReports);
    const auto failing = std::count_if(begin, end, [&trouble](const SenderDay &d) {
        return std::binary_search(trouble.days.begin(), trouble.days.end(), d.day);
    });
    return failing >= failingOfRecent || isTotal(view, trouble);
}

/// Several senders together fail on most of the domain's last report days.
bool isLastingTogether(const DomainView &view, const std::vector<SenderTrouble> &troubles,
                       qint32 last)
{
    int seen = 0;
    int failing = 0;
    qint32 before = last + 1;
    for (size_t i = view.rowsOfDays(last, last).second; i-- > 0 && seen < recentReports;) {
        const qint32 day = view.rows[i].day;
        if (day == before)
            continue;
        before = day;
        ++seen;
        failing += std::any_of(troubles.begin(), troubles.end(), [day](const SenderTrouble &t) {
            return std::binary_search(t.days.begin(), t.days.end(), day);
        });
    }
    return failing >= failingOfRecent;
}

std::vector<SenderIndex> sendersOf(const std::vector<SenderTrouble> &troubles)
{
    std::vector<SenderIndex> senders;
    for (const SenderTrouble &trouble : troubles)
        senders.push_back(trouble.sender);
    return senders;
}

FetchTrouble troubleOf(const DomainView &view, const Episode &episode)
{
    std::vector<SenderTrouble> grave; // lasting, or not over yet
    std::vector<SenderTrouble> slight;
    bool lasts = false;
    for (SenderTrouble &trouble : troublesOf(view, episode)) {
        const bool recovered = hasRecovered(view, trouble.sender, trouble.last());
        const bool quick = trouble.last() - trouble.first() < quickDays;
        const bool lasting = isLasting(view, trouble);
        const bool over = recovered && (quick || !lasting);
        if (over || isSmall(view, trouble)) {
            slight.push_back(std::move(trouble));
        } else {
            lasts = lasts || lasting;
            grave.push_back(std::move(trouble));
        }
    }
    FetchTrouble found;
    found.brief = sendersOf(slight);
    found.oneSenderOnly = grave.size() == 1 && lasts
                           && othersObtainPolicy(view, grave.front().sender,
                                                 grave.front().first(), grave.front().last());
    const bool together = grave.size() >= size_t(thresholds::severalSenders)
                          && (lasts || isLastingTogether(view, grave, episode.last));
    const bool alone = grave.size() == 1 && isTotal(view, grave.front());
    const std::vector<SenderIndex> senders = sendersOf(grave);
    if (found.oneSenderOnly) {
        found.lasting = senders;
    } else {
        found.brief.insert(found.brief.end(), senders.begin(), senders.end());
        // Whoever met the same outage for a shorter time belongs to it.
        if (together || alone)
            std::swap(found.lasting, found.brief);
    }
    return found;
}

/// Refused on several days or by several senders, not once by one.
bool isRejection(const Episode &episode)
{
    return episode.days.size() > 1
           || int(episode.senders.size()) >= thresholds::severalSenders;
}

bool isBare(const DomainView &view, const Episode &episode)
{
    return std::all_of(episode.details.begin(), episode.details.end(), [&view](quint32 detail) {
        return view.details[detail].cause == Cause::FetchFailed;
    });
}

/// The rejection that tells of an episode too; null if none does.
Rejection *tellingOf(const Case &subject, FetchTroubles &troubles, const Episode &episode)
{
    for (Rejection &rejection : troubles.rejected) {
        const Episode &other = subject.episodes[rejection.episode];
        if (other.track == episode.track && episode.first >= other.first - sameCauseDays
            && episode.last <= other.last + sameCauseDays)
            return isBare(subject.view, episode) ? &rejection : nullptr;
    }
    return nullptr;
}

} // namespace

bool hasRecovered(const DomainView &view, SenderIndex sender, qint32 day)
{
    const std::vector<SenderDay> &days = view.senders[sender].tracks[size_t(Track::Sts)];
    const auto later = std::partition_point(days.begin(), days.end(),
                                            [day](const SenderDay &d) { return d.day <= day; });
    return std::any_of(later, days.end(),
                       [](const SenderDay &d) { return d.sessions > d.failed; });
}

bool othersObtainPolicy(const DomainView &view, SenderIndex sender, qint32 first, qint32 last)
{
    const auto [begin, end] = view.rowsOfDays(first, last);
    return std::any_of(view.rows.begin() + qptrdiff(begin), view.rows.begin() + qptrdiff(end),
                       [sender](const ViewRow &row) {
                           return row.track == Track::Sts && row.policy != 0
                                  && row.sender != sender && row.successful > 0;
                       });
}

std::vector<quint32> detailsOf(const DomainView &view, const Episode &episode,
                               std::vector<SenderIndex> senders)
{
    std::sort(senders.begin(), senders.end());
    std::vector<quint32> details;
    std::copy_if(episode.details.begin(), episode.details.end(), std::back_inserter(details),
                 [&](quint32 detail) {
                     return std::binary_search(senders.begin(), senders.end(),
                                               view.rowOf(view.details[detail]).sender);
                 });
    return details;
}

Severity unlessNone(PolicyMode mode, Severity severity)
{
    return mode == PolicyMode::None ? Severity::Low : severity;
}

FetchTroubles fetchTroublesOf(const Case &subject)
{
    FetchTroubles troubles;
    for (size_t i = 0; i < subject.episodes.size(); ++i) {
        const Episode &episode = subject.episodes[i];
        if (episode.problem != Problem::PolicyRejected || subject.isExplained(i))
            continue;
        if (isRejection(episode))
            troubles.rejected.push_back({i, {}});
        else
            troubles.rejectedOnce.push_back(i);
    }
    for (size_t i = 0; i < subject.episodes.size(); ++i) {
        const Episode &episode = subject.episodes[i];
        if (episode.problem != Problem::PolicyFetch)
            continue;
        if (Rejection *rejection = tellingOf(subject, troubles, episode)) {
            rejection->bare.push_back(i);
            continue;
        }
        troubles.failed.push_back(troubleOf(subject.view, episode));
        troubles.failed.back().episode = i;
    }
    return troubles;
}

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/suspicion.h"

#include "core/diagnosis/thresholds.h"

#include <algorithm>
#include <array>

namespace tlsrpt
{

namespace
{

struct ClueWeight {
    ClueKind kind;
    int points;
};
/// Judgement: no single clue may reach the six points of rules_downgrade.cpp; it takes what others
/// did not see and a place it is tied to.
constexpr std::array weights{
    ClueWeight{ClueKind::OthersSucceedOnThatServer, 3},
    ClueWeight{ClueKind::OthersSucceedThatDay, 2},
    ClueWeight{ClueKind::SucceededBeforeAndAfter, 2},
    ClueWeight{ClueKind::OneNetworkOnly, 2},
    ClueWeight{ClueKind::AddressNeverSeen, 3},
    ClueWeight{ClueKind::FetchFailedToo, 2},
    ClueWeight{ClueKind::PolicyHostOnlyForThisSender, 2},
    ClueWeight{ClueKind::EhloWithoutStarttls, 2},
    ClueWeight{ClueKind::UnknownPolicy, 3},
    ClueWeight{ClueKind::ManySendersSeeIt, -4},
    ClueWeight{ClueKind::StartsWithChange, -2},
    ClueWeight{ClueKind::ManyNetworks, -2},
    ClueWeight{ClueKind::AddressFailsForOthersToo, -2},
    ClueWeight{ClueKind::Few, -1},
    ClueWeight{ClueKind::NoisySender, -1},
    ClueWeight{ClueKind::FirewallMasking, -3},
};
constexpr bool inOrder()
{
    for (size_t i = 0; i < weights.size(); ++i) {
        if (weights[i].kind != static_cast<ClueKind>(i))
            return false;
    }
    return true;
}
static_assert(inOrder());

constexpr size_t othersNeeded = 2;
constexpr int daysBeside = 3;       ///< "the day before and after": reports skip quiet days
constexpr int fetchDays = 3;        ///< a policy host that one sender alone cannot reach
constexpr int manySenders = 3;
constexpr int manyNetworks = 3;
constexpr int noisyDays = 90;
constexpr int noisyEpisodes = 2;    ///< other troubles that only this sender had; then it happens

/// The only receiving address of an episode; 0: several, or a detail without.
TextIndex onlyAddress(const DomainView &view, const Episode &episode)
{
    TextIndex only = 0;
    for (const quint32 index : episode.details) {
        const TextIndex ip = view.details[index].ip;
        if (!ip || (only && ip != only))
            return 0;
        only = ip;
    }
    return only;
}

} // namespace

int pointsOf(ClueKind kind)
{
    return weights[static_cast<size_t>(kind)].points;
}

int Suspicion::score() const
{
    int sum = 0;
    for (const Clue &clue : clues)
        sum += clue.points;
    return sum;
}

bool Suspicion::has(ClueKind kind) const
{
    return std::any_of(clues.begin(), clues.end(),
                       [kind](const Clue &clue) { return clue.kind == kind; });
}

bool Suspicion::isTiedToAPlace() const
{
    return has(ClueKind::OneNetworkOnly) || has(ClueKind::AddressNeverSeen)
           || has(ClueKind::EhloWithoutStarttls);
}

Suspicion Weighing::weigh(const Episode &episode)
{
    Suspicion found;
    const auto add = [&found](ClueKind kind, bool holds) {
        if (holds)
            found.clues.push_back({kind, pointsOf(kind)});
    };
    const TextIndex address = onlyAddress(m_view, episode);
    found.network = m_networks.only(episode);
    if (const auto kind = others(episode))
        add(*kind, true);
    add(ClueKind::SucceededBeforeAndAfter, beforeAndAfter(episode));
    add(ClueKind::OneNetworkOnly, isOneNetwork(episode, found.network));
    add(ClueKind::AddressNeverSeen, address && neverSeen(episode, address));
    add(ClueKind::FetchFailedToo, fetchFailedToo(episode));
    add(ClueKind::PolicyHostOnlyForThisSender, policyHostOnly(episode));
    add(ClueKind::EhloWithoutStarttls,
        greets(episode, Greeting::WithoutStarttls) && othersSawStarttls(episode));
    add(ClueKind::UnknownPolicy, unknownPolicy(episode));
    add(ClueKind::ManySendersSeeIt, manySeeIt(episode));
    add(ClueKind::StartsWithChange, startsWithChange(episode));
    add(ClueKind::ManyNetworks, m_networks.count(episode) >= manyNetworks);
    add(ClueKind::AddressFailsForOthersToo,
        address && m_addresses.value({episode.mx, address}).several);
    add(ClueKind::Few, episode.occurrences < thresholds::fewOccurrences);
    add(ClueKind::NoisySender, isNoisy(episode));
    add(ClueKind::FirewallMasking, greets(episode, Greeting::Masked));
    return found;
}

std::optional<ClueKind> Weighing::others(const Episode &episode) const
{
    size_t clean = 0;
    for (SenderIndex other = 0; other < m_view.senders.size() && clean < othersNeeded; ++other) {
        if (other == episode.senders.front())
            continue;
        SessionSum sum;
        for (size_t track = 0; track < trackCount; ++track) {
            const SessionSum one = m_view.sessionsOf(other, static_cast<Track>(track),
                                                     episode.first, episode.last);
            sum.sessions = std::max(sum.sessions, one.sessions);
            sum.failed = std::max(sum.failed, one.failed);
        }
        clean += sum.sessions > 0 && sum.failed == 0;
    }
    if (clean < othersNeeded)
        return {};
    return othersOnThatServer(episode) ? ClueKind::OthersSucceedOnThatServer
                                       : ClueKind::OthersSucceedThatDay;
}

/// Whether the sessions of two others were surely with the same server, on its first or last day.
bool Weighing::othersOnThatServer(const Episode &episode) const
{
    QSet<SenderIndex> clean;
    for (const qint32 day : {episode.first, episode.last}) {
        const auto [begin, end] = m_view.rowsOfDays(day, day);
        for (size_t i = begin; i < end && size_t(clean.size()) < othersNeeded; ++i) {
            const ViewRow &row = m_view.rows[i];
            if (row.sender != episode.senders.front() && row.failed == 0 && row.successful > 0
                && !clean.contains(row.sender) && m_view.isAttributable(row, episode.mx))
                clean.insert(row.sender);
        }
    }
    return size_t(clean.size()) >= othersNeeded;
}

bool Weighing::beforeAndAfter(const Episode &episode) const
{
    const SenderIndex sender = episode.senders.front();
    return m_view.sessionsOf(sender, episode.track, episode.first - daysBeside, episode.first - 1)
                   .cleanDays > 0
           && m_view.sessionsOf(sender, episode.track, episode.last + 1, episode.last + daysBeside)
                      .cleanDays > 0;
}

/// Only where another address of the server is known from before: sessions that succeed name none,
/// so the first failing one is always new.
bool Weighing::neverSeen(const Episode &episode, TextIndex address) const
{
    const Seen seen = m_addresses.value({episode.mx, address});
    return !seen.several && seen.first >= episode.first
           && m_addressesSince.value(episode.mx, episode.first) < episode.first;
}

/// Of a single detail that is always true.
bool Weighing::isOneNetwork(const Episode &episode, const QString &network)
{
    return !network.isEmpty() && episode.details.size() > 1
           && m_networks.usesAnother(episode.senders.front(), network, episode);
}

bool Weighing::fetchFailedToo(const Episode &episode) const
{
    return std::any_of(episode.days.begin(), episode.days.end(), [&](qint32 day) {
        return m_fetchFailed.contains({episode.senders.front(), day});
    });
}

bool Weighing::policyHostOnly(const Episode &episode) const
{
    const auto alone = m_alone.constFind(episode.senders.front()); // the episode is among them
    return std::any_of(alone->begin(), alone->end(), [&](size_t index) {
        const Episode &other = m_case.episodes[index];
        return isPolicyLevel(other.problem) && int(other.days.size()) >= fetchDays
               && other.first <= episode.last + daysBeside
               && other.last >= episode.first - daysBeside;
    });
}

/// A policy with a server that no other sender was ever shown, where others were shown policies.
bool Weighing::unknownPolicy(const Episode &episode) const
{
    const QString &sender = m_view.text(m_view.senders[episode.senders.front()].key);
    if (size_t(m_spans.size()) <= othersNeeded)
        return false;
    const auto spans = m_spans.constFind(sender);
    if (spans == m_spans.constEnd())
        return false;
    return std::any_of(spans->begin(), spans->end(), [&](size_t index) {
        const PolicySpan &span = m_case.history[index];
        return span.first.value <= episode.last && span.last.value >= episode.first
               && std::any_of(span.patterns.begin(), span.patterns.end(), [&](const QString &p) {
                      return m_patternOwners.value(p) == sender;
                  });
    });
}

/// Also on another track: the same server, the same trouble, the same days.
bool Weighing::manySeeIt(const Episode &episode) const
{
    const auto found = m_byServer.find({episode.problem, episode.mx});
    QSet<SenderIndex> senders;
    for (const size_t index : found->second) {
        const Episode &other = m_case.episodes[index];
        if (other.first > episode.last)
            break;
        if (other.last >= episode.first)
            senders.unite(QSet<SenderIndex>(other.senders.begin(), other.senders.end()));
    }
    return senders.size() >= manySenders;
}

bool Weighing::startsWithChange(const Episode &episode) const
{
    const auto near
        = std::lower_bound(m_changes.begin(), m_changes.end(), episode.first - 1);
    return near != m_changes.end() && *near <= episode.first + 1;
}

bool Weighing::isNoisy(const Episode &episode) const
{
    const auto alone = m_alone.constFind(episode.senders.front()); // the episode is among them
    int before = 0;
    for (auto it = alone->rbegin(); it != alone->rend() && before < noisyEpisodes; ++it) {
        const Episode &other = m_case.episodes[*it];
        if (other.first < episode.first - noisyDays)
            break;
        before += other.last < episode.first;
    }
    return before >= noisyEpisodes;
}

bool Weighing::greets(const Episode &episode, Greeting greeting)
{
    return std::any_of(episode.details.begin(), episode.details.end(), [&](quint32 index) {
        return greetingOf(m_view.fact(m_view.details[index]).helo) == greeting;
    });
}

bool Weighing::othersSawStarttls(const Episode &episode) const
{
    const auto seen = m_starttlsSeen.constFind(episode.mx);
    return seen != m_starttlsSeen.constEnd()
           && (seen->several || seen->sender != episode.senders.front());
}

} // namespace tlsrpt

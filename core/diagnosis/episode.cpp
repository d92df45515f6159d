// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/episode.h"

#include "core/diagnosis/thresholds.h"
#include "core/query/answers.h"

#include <QHash>

#include <algorithm>
#include <map>
#include <tuple>

namespace tlsrpt
{

namespace
{

using Key = std::tuple<Track, Problem, TextIndex>;

/// Hosts of one problem that are told apart: those with most occurrences.
std::map<Key, std::vector<quint32>> detailsByKey(const DomainView &view)
{
    std::map<Key, std::vector<quint32>> byKey;
    for (size_t i = 0; i < view.details.size(); ++i) {
        const ViewDetail &detail = view.details[i];
        const TextIndex mx = isPolicyLevel(detail.problem) ? 0 : detail.mx;
        byKey[{view.rowOf(detail).track, detail.problem, mx}].push_back(quint32(i));
    }
    return byKey;
}

qint64 occurrencesOf(const DomainView &view, const std::vector<quint32> &details)
{
    qint64 sum = 0;
    for (const quint32 detail : details)
        sum = addCounts(sum, view.details[detail].count);
    return sum;
}

/// A forged flood of host names must not make as many episodes: those beyond hostsApart join the
/// episode without a host.
void joinRareHosts(const DomainView &view, std::map<Key, std::vector<quint32>> &byKey)
{
    std::map<std::pair<Track, Problem>, std::vector<std::pair<qint64, TextIndex>>> hosts;
    for (const auto &[key, details] : byKey) {
        if (std::get<TextIndex>(key))
            hosts[{std::get<Track>(key), std::get<Problem>(key)}].emplace_back(
                occurrencesOf(view, details), std::get<TextIndex>(key));
    }
    for (auto &[kind, ranked] : hosts) {
        if (ranked.size() <= size_t(thresholds::hostsApart))
            continue;
        std::sort(ranked.begin(), ranked.end(), std::greater<>());
        std::vector<quint32> &joined = byKey[{kind.first, kind.second, 0}];
        for (size_t i = thresholds::hostsApart; i < ranked.size(); ++i) {
            const auto rare = byKey.find({kind.first, kind.second, ranked[i].second});
            joined.insert(joined.end(), rare->second.begin(), rare->second.end());
            byKey.erase(rare);
        }
        std::sort(joined.begin(), joined.end());
    }
}

/// Whether the days between belong to a run: short, or without a word from its senders.
bool bridges(const DomainView &view, const std::vector<quint32> &details, size_t begin, size_t end)
{
    const qint32 before = view.rowOf(view.details[details[end - 1]]).day;
    const qint32 after = view.rowOf(view.details[details[end]]).day;
    const int quiet = after - before - 1;
    if (quiet <= thresholds::mergedGap)
        return true;
    if (quiet > thresholds::silentGap)
        return false;
    std::vector<SenderIndex> asked;
    for (size_t i = begin; i < end && asked.size() < size_t(thresholds::hostsApart); ++i) {
        const SenderIndex sender = view.rowOf(view.details[details[i]]).sender;
        if (std::find(asked.begin(), asked.end(), sender) != asked.end())
            continue;
        asked.push_back(sender);
        if (view.reportDays(sender, before + 1, after - 1) > 0)
            return false;
    }
    return true;
}

void addSenders(const DomainView &view, Episode &episode)
{
    QHash<SenderIndex, qint64> counts;
    for (const quint32 detail : episode.details) {
        qint64 &count = counts[view.rowOf(view.details[detail]).sender];
        count = addCounts(count, view.details[detail].count);
    }
    episode.senders = std::vector<SenderIndex>(counts.keyBegin(), counts.keyEnd());
    std::sort(episode.senders.begin(), episode.senders.end(),
              [&counts](SenderIndex a, SenderIndex b) {
                  return std::pair(-counts.value(a), a) < std::pair(-counts.value(b), b);
              });
}

} // namespace

Episode episodeFrom(const DomainView &view, Track track, Problem problem, TextIndex mx,
                    std::vector<quint32> details)
{
    Episode episode;
    episode.track = track;
    episode.problem = problem;
    episode.mx = mx;
    episode.details = std::move(details);
    std::array<qint64, causeCount> causes{};
    for (const quint32 index : episode.details) {
        const ViewDetail &detail = view.details[index];
        const ViewRow &row = view.rowOf(detail);
        if (episode.days.empty() || episode.days.back() != row.day)
            episode.days.push_back(row.day);
        episode.occurrences = addCounts(episode.occurrences, detail.count);
        qint64 &cause = causes[size_t(detail.cause)];
        cause = addCounts(cause, std::max<qint64>(detail.count, 1));
        episode.mode = std::max(episode.mode, row.mode);
    }
    episode.first = episode.days.front();
    episode.last = episode.days.back();
    episode.cause = static_cast<Cause>(std::max_element(causes.begin(), causes.end())
                                       - causes.begin());
    addSenders(view, episode);
    episode.open = isOpen(view, episode.senders, episode.track, episode.last);
    return episode;
}

bool isOpen(const DomainView &view, const std::vector<SenderIndex> &senders, Track track,
            qint32 last)
{
    int clean = 0;
    bool fresh = false;
    for (const SenderIndex sender : senders) {
        const qint32 newest = view.senders[sender].days.back();
        clean += view.sessionsOf(sender, track, last + 1, view.newestDay).cleanDays;
        // Somebody who went silent long ago keeps nothing open.
        fresh = fresh
                || (last >= newest - thresholds::openWithin
                    && newest >= view.newestDay - thresholds::silentGap);
    }
    return fresh || clean < thresholds::cleanReportsToClose;
}

std::vector<Episode> episodesOf(const DomainView &view)
{
    std::map<Key, std::vector<quint32>> byKey = detailsByKey(view);
    joinRareHosts(view, byKey);
    std::vector<Episode> episodes;
    for (const auto &[key, details] : byKey) {
        size_t begin = 0;
        for (size_t i = 1; i <= details.size(); ++i) {
            if (i < details.size() && bridges(view, details, begin, i))
                continue;
            const auto &[track, problem, mx] = key;
            episodes.push_back(
                episodeFrom(view, track, problem, mx,
                            {details.begin() + qptrdiff(begin), details.begin() + qptrdiff(i)}));
            begin = i;
        }
    }
    std::stable_sort(episodes.begin(), episodes.end(),
                     [](const Episode &a, const Episode &b) { return a.first < b.first; });
    return episodes;
}

} // namespace tlsrpt

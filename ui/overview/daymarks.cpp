// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/daymarks.h"

#include "ui/words/findingwords.h"
#include "ui/words/text.h"
#include "ui/words/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>
#include <map>
#include <set>

namespace tlsrpt
{

namespace
{

class DayMarkWords
{
    Q_DECLARE_TR_FUNCTIONS(DayMarkWords)
};

constexpr size_t most = 12;

/// Words cost more than all else, and few marks are shown.
struct Candidate {
    Day day;
    bool change = false;
    std::function<QString()> text;
};
using Candidates = std::vector<Candidate>;
constexpr qsizetype longestName = 40;

bool hasSender(const Filter &filter, const PolicySpan &span)
{
    return filter.senders.isEmpty() || filter.senders.contains(span.sender) || filter.senders.contains(span.senderName);
}

bool hasTrack(const Filter &filter, Track track)
{
    return filter.tracks.empty() || std::find(filter.tracks.begin(), filter.tracks.end(), track) != filter.tracks.end();
}

QString changeText(const QString &domain, const PolicySpan &before, const PolicySpan &after)
{
    if (after.track == Track::Tlsa)
        return DayMarkWords::tr("%1: new DANE records").arg(words::shown(after.host.isEmpty() ? domain : after.host, longestName));
    if (before.mode != after.mode && before.mode != PolicyMode::Unknown && after.mode != PolicyMode::Unknown)
        //: a domain, and the mode of its policy before and after
        return DayMarkWords::tr("%1: %2 → %3").arg(words::shown(domain, longestName), words::modeName(before.mode), words::modeName(after.mode));
    return DayMarkWords::tr("%1: new policy").arg(words::shown(domain, longestName));
}

/// Each policy of a track (and host) begins where the first sender applied it.
void addChanges(Candidates &marks, const DomainDiagnosis &domain, const Filter &filter)
{
    std::map<std::pair<Track, QString>, std::vector<const PolicySpan *>> runs;
    for (const PolicySpan &span : domain.history) {
        if (!span.fingerprint.isEmpty() && hasSender(filter, span) && hasTrack(filter, span.track))
            runs[{span.track, span.host}].push_back(&span);
    }
    for (auto &run : runs) {
        std::vector<const PolicySpan *> &spans = run.second;
        std::stable_sort(spans.begin(), spans.end(), [](const PolicySpan *a, const PolicySpan *b) { return a->first < b->first; });
        std::set<QString> known{spans.front()->fingerprint};
        const PolicySpan *before = spans.front();
        for (const PolicySpan *span : spans) {
            // A sender's first report with an old policy is no change of the policy.
            if (!known.insert(span->fingerprint).second)
                continue;
            if (span->first > before->first)
                marks.push_back({span->first, true, [&domain, before, span] {
                                     //: a mark in a chart: "15 Jul, example.org: new policy"
                                     return DayMarkWords::tr("%1, %2").arg(words::dayAndMonth(span->first),
                                                                           changeText(domain.domain, *before, *span));
                                 }});
            before = span;
        }
    }
}

void addEpisodes(Candidates &marks, const std::vector<FindingPtr> &findings)
{
    for (const FindingPtr &each : findings) {
        const Finding *const finding = each.get();
        const bool over = !finding->open && finding->severity <= Severity::High;
        if (!over && !(isProblem(*finding) && finding->severity <= Severity::High))
            continue;
        marks.push_back({finding->first, false, [finding] {
                             return DayMarkWords::tr("%1 begins: %2").arg(words::dayAndMonth(finding->first),
                                                                          words::findingTitle(*finding));
                         }});
        if (over)
            marks.push_back({finding->last, false, [finding] {
                                 return DayMarkWords::tr("%1 last seen: %2").arg(words::dayAndMonth(finding->last),
                                                                                 words::findingTitle(*finding));
                             }});
    }
}

} // namespace

std::vector<DayMark> dayMarks(const Diagnosis &diagnosis, const std::vector<FindingPtr> &findings, const Filter &filter)
{
    Candidates found;
    for (const auto &domain : diagnosis.domains) {
        if (filter.domains.isEmpty() || filter.domains.contains(domain->domain))
            addChanges(found, *domain, filter);
    }
    addEpisodes(found, findings);
    std::erase_if(found, [&filter](const Candidate &mark) {
        return (filter.from && mark.day < *filter.from) || (filter.to && mark.day > *filter.to);
    });
    std::stable_sort(found.begin(), found.end(), [](const Candidate &a, const Candidate &b) { return a.change > b.change; });
    found.resize(std::min(found.size(), most));
    std::stable_sort(found.begin(), found.end(), [](const Candidate &a, const Candidate &b) { return a.day < b.day; });
    std::vector<DayMark> marks;
    for (const Candidate &each : found)
        marks.push_back({each.day, each.text(), each.change});
    return marks;
}

void addMarks(ChartData &chart, const std::vector<DayMark> &marks)
{
    if (chart.count() == 0)
        return;
    const DayRange shown{chart.range(0).first, chart.range(chart.count() - 1).last};
    for (const DayMark &mark : marks) {
        if (!shown.contains(mark.day))
            continue;
        const auto after = std::upper_bound(chart.slotStart.begin(), chart.slotStart.end(), mark.day);
        chart.markers.push_back({static_cast<int>(after - chart.slotStart.begin()) - 1, mark.text, !mark.change});
    }
}

} // namespace tlsrpt

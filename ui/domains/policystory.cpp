// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/domains/policystory.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <map>

namespace tlsrpt
{

namespace
{

constexpr int mostLines = 4;   ///< more runs side by side are drawn over each other
constexpr int changeWithin = 7; ///< days from the end of a run to one that follows it beside others

PolicyLane &laneOf(PolicyGroup &group, const PolicySpan &span)
{
    const auto found = std::find_if(group.lanes.begin(), group.lanes.end(),
                                    [&span](const PolicyLane &lane) { return lane.sender == span.sender; });
    if (found != group.lanes.end())
        return *found;
    group.lanes.push_back({span.sender, span.senderName, 1, {}, 0});
    return group.lanes.back();
}

/// The same text has the same number for all senders: one sees at once who lags behind.
void number(PolicyGroup &group)
{
    std::vector<PolicyRun *> runs;
    for (PolicyLane &lane : group.lanes) {
        for (PolicyRun &run : lane.runs)
            runs.push_back(&run);
    }
    std::stable_sort(runs.begin(), runs.end(),
                     [](const PolicyRun *a, const PolicyRun *b) { return a->span.first < b->span.first; });
    QHash<QString, int> numbers;
    for (PolicyRun *run : runs) {
        int &number = numbers[run->span.fingerprint];
        if (number == 0)
            number = ++group.versions;
        run->version = number;
    }
}

/// The day of a change has both policies; that is not side by side.
void stack(PolicyLane &lane)
{
    std::vector<Day> ends;
    for (PolicyRun &run : lane.runs) {
        const auto free = std::find_if(ends.begin(), ends.end(),
                                       [&run](Day end) { return end <= run.span.first; });
        run.line = static_cast<int>(free - ends.begin());
        if (free != ends.end())
            *free = run.span.last;
        else if (ends.size() < mostLines)
            ends.push_back(run.span.last);
        else
            run.line = mostLines - 1;
    }
    lane.lines = std::max<int>(1, static_cast<int>(ends.size()));
}

/// The run that `run` took the place of, or -1.
int predecessor(const PolicyLane &lane, size_t run, const QSet<int> &replaced)
{
    const PolicySpan &span = lane.runs[run].span;
    int found = -1;
    bool beside = false;
    for (size_t i = 0; i < run; ++i) {
        const PolicySpan &before = lane.runs[i].span;
        if (before.last > span.first)
            beside = true;
        else if (!replaced.contains(static_cast<int>(i))
                 && (found < 0 || lane.runs[static_cast<size_t>(found)].span.last <= before.last))
            found = static_cast<int>(i);
    }
    if (found < 0)
        return -1;
    const PolicyRun &old = lane.runs[static_cast<size_t>(found)];
    const bool late = beside && span.first.value - old.span.last.value > changeWithin;
    return late || old.version == lane.runs[run].version ? -1 : found;
}

using Pairs = std::map<std::pair<int, int>, PolicyChange>;

void addChange(Pairs &pairs, const PolicyLane &lane, const PolicyRun &before, const PolicyRun &after)
{
    PolicyChange &change = pairs[{before.version, after.version}];
    const Day day = after.span.first;
    if (change.senders.isEmpty()) {
        change.from = before.version;
        change.to = after.version;
        change.first = change.last = day;
        change.differences = difference(after.span.track, before.span.lines, after.span.lines);
    }
    if (day < change.first)
        change.senders.prepend(lane.name);
    else
        change.senders.append(lane.name);
    change.first = std::min(change.first, day);
    change.last = std::max(change.last, day);
}

void findChanges(PolicyGroup &group)
{
    Pairs pairs;
    for (const PolicyLane &lane : group.lanes) {
        QSet<int> replaced;
        for (size_t i = 1; i < lane.runs.size(); ++i) {
            const int before = predecessor(lane, i, replaced);
            if (before < 0)
                continue;
            replaced.insert(before);
            addChange(pairs, lane, lane.runs[static_cast<size_t>(before)], lane.runs[i]);
        }
    }
    for (auto &[versions, change] : pairs) {
        change.senders.removeDuplicates();
        group.changes.push_back(std::move(change));
    }
    std::stable_sort(group.changes.begin(), group.changes.end(),
                     [](const PolicyChange &a, const PolicyChange &b) { return a.first > b.first; });
}

void finish(PolicyGroup &group)
{
    for (PolicyLane &lane : group.lanes)
        std::stable_sort(lane.runs.begin(), lane.runs.end(), [](const PolicyRun &a, const PolicyRun &b) {
            return a.span.first < b.span.first;
        });
    number(group);
    for (PolicyLane &lane : group.lanes)
        stack(lane);
    findChanges(group);
    std::stable_sort(group.lanes.begin(), group.lanes.end(),
                     [](const PolicyLane &a, const PolicyLane &b) { return a.reportDays > b.reportDays; });
}

} // namespace

PolicyStory policyStory(const PolicyHistory &history)
{
    PolicyStory story;
    std::map<std::pair<Track, QString>, PolicyGroup> groups;
    for (const PolicySpan &span : history) {
        PolicyGroup &group = groups[{span.track, span.host}];
        group.track = span.track;
        group.host = span.host;
        PolicyLane &lane = laneOf(group, span);
        PolicyRun run;
        run.span = span;
        lane.runs.push_back(std::move(run));
        lane.reportDays += span.reportDays;
        const bool first = &span == &history.front();
        story.days.first = first ? span.first : std::min(story.days.first, span.first);
        story.days.last = first ? span.last : std::max(story.days.last, span.last);
    }
    for (auto &[key, group] : groups) {
        finish(group);
        story.groups.push_back(std::move(group));
    }
    return story;
}

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/hostcauses.h"

#include "core/query/failuregroups.h"
#include "core/query/questions.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace tlsrpt
{

namespace
{

struct Parts {
    Tally tally;
    std::set<TextIndex> domains;
    const FailureGroup *example = nullptr;

    explicit Parts(int bins) : tally(bins) {}
    void add(const FailureGroup &group)
    {
        tally.add(group);
        domains.insert(group.key.domain);
        if (!example || isBetterExample(group, *example))
            example = &group;
    }
};

} // namespace

std::vector<HostCause> hostCauses(const Facts &facts, const Filter &filter)
{
    const Selection selection(facts, filter);
    const Bins bins(shownPeriod(facts, filter), 1);
    const std::vector<FailureGroup> groups = failureGroups(facts, selection, bins);
    std::map<std::pair<TextIndex, Cause>, Parts> byHost;
    for (const FailureGroup &group : groups)
        byHost.try_emplace({group.key.mx, group.cause}, bins.count()).first->second.add(group);
    std::vector<HostCause> causes;
    for (const auto &[key, parts] : byHost) {
        const Tally &tally = parts.tally;
        causes.push_back({key.second, situationOf(facts, *parts.example), int(parts.domains.size()),
                          tally.senders(), tally.occurrences(), tally.first(), tally.last()});
    }
    std::sort(causes.begin(), causes.end(), [](const HostCause &a, const HostCause &b) {
        const auto rank = [](const HostCause &c) { return std::tie(c.situation.mx, c.cause); };
        return a.occurrences != b.occurrences ? a.occurrences > b.occurrences : rank(a) < rank(b);
    });
    return causes;
}

} // namespace tlsrpt

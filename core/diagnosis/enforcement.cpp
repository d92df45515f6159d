// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/enforcement.h"

#include "core/diagnosis/policyuse.h"
#include "core/diagnosis/refusal.h"
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

constexpr int lastMonth = 30;      ///< what the conditions are about
constexpr int serverMemory = 90;   ///< days after which a server of DANE rows counts as gone

std::vector<quint32> rowsOfDomain(const Facts &facts, TextIndex domain)
{
    std::vector<quint32> rows;
    for (size_t i = 0; i < facts.policyRows.size(); ++i) {
        if (facts.policyRows[i].domain == domain)
            rows.push_back(quint32(i));
    }
    return rows;
}

bool allMet(const std::vector<Condition> &conditions)
{
    return std::all_of(conditions.begin(), conditions.end(),
                       [](const Condition &condition) { return condition.met; });
}

EnforceState stateOf(const DomainDiagnosis &domain, const DomainView &view)
{
    if (!domain.enforceConditions.empty())
        return allMet(domain.enforceConditions) ? EnforceState::Ready : EnforceState::NotYet;
    switch (domain.mode) {
    case PolicyMode::Enforce:
    case PolicyMode::Testing: {
        // Not in testing alone: somebody applies enforce; does everybody?
        const auto [begin, end]
            = view.rowsOfDays(view.newestDay - thresholds::activeWindow + 1, view.newestDay);
        QHash<SenderIndex, PolicyMode> modes;
        for (size_t i = begin; i < end; ++i) {
            if (view.rows[i].track == Track::Sts && view.rows[i].mode != PolicyMode::Unknown)
                modes.insert(view.rows[i].sender, view.rows[i].mode);
        }
        const bool all = std::all_of(modes.cbegin(), modes.cend(), [](PolicyMode mode) {
            return mode == PolicyMode::Enforce;
        });
        return all ? EnforceState::Enforcing : EnforceState::Mixed;
    }
    case PolicyMode::None: return EnforceState::ModeNone;
    case PolicyMode::Unknown: break;
    }
    const auto [begin, end]
        = view.rowsOfDays(view.newestDay - thresholds::activeWindow + 1, view.newestDay);
    const bool any = std::any_of(view.rows.begin() + qsizetype(begin),
                                 view.rows.begin() + qsizetype(end), [](const ViewRow &row) {
                                     return row.track == Track::Sts && row.sessions() > 0;
                                 });
    return any ? EnforceState::NotTold : EnforceState::NoPolicy;
}

bool counts(EnforceState state, const ViewRow &row)
{
    if (row.track != Track::Sts)
        return false;
    switch (state) {
    case EnforceState::Ready:
    case EnforceState::NotYet:
    case EnforceState::Mixed: return row.mode == PolicyMode::Testing;
    case EnforceState::Enforcing: return row.mode == PolicyMode::Enforce;
    case EnforceState::ModeNone:
    case EnforceState::NotTold:
    case EnforceState::NoPolicy: break;
    }
    return false;
}

struct GroupKey {
    SenderIndex sender;
    TextIndex host;
    Cause cause;
    bool detailed;
    bool operator<(const GroupKey &o) const
    {
        return std::tie(sender, host, cause, detailed)
               < std::tie(o.sender, o.host, o.cause, o.detailed);
    }
};

/// Gathers the refused sessions of rows.
class Refused
{
public:
    Refused(const DomainView &view, Enforcement &result) : m_view(view), m_result(result) {}

    void add(size_t rowIndex)
    {
        const ViewRow &row = m_view.rows[rowIndex];
        const Refusal refusal = refusedUnderEnforce(m_view, row);
        addDay(row, refusal);
        m_result.sessions = addCounts(m_result.sessions, row.sessions());
        m_result.refused = addCounts(m_result.refused, refusal.sessions);
        if (refusal.sessions > 0)
            addGroups(rowIndex, refusal);
    }
    void finish()
    {
        for (auto &[key, group] : m_groups)
            m_result.groups.push_back(std::move(group));
        std::stable_sort(m_result.groups.begin(), m_result.groups.end(),
                         [](const RefusedGroup &a, const RefusedGroup &b) {
                             return std::pair(a.sessions, a.occurrences)
                                    > std::pair(b.sessions, b.occurrences);
                         });
    }

private:
    void addDay(const ViewRow &row, const Refusal &refusal)
    {
        std::vector<FindingDay> &days = m_result.byDay;
        if (days.empty() || days.back().day.value != row.day)
            days.push_back({Day{row.day}, 0, 0, 0});
        FindingDay &day = days.back();
        day.sessions = addCounts(day.sessions, row.sessions());
        day.failed = addCounts(day.failed, refusal.sessions);
        day.occurrences = addCounts(day.occurrences, refusal.occurrences);
    }

    void addGroups(size_t rowIndex, const Refusal &refusal)
    {
        const ViewRow &row = m_view.rows[rowIndex];
        std::map<GroupKey, qint64> named; // in this row
        auto detail = std::lower_bound(
            m_view.details.begin(), m_view.details.end(), rowIndex,
            [](const ViewDetail &each, size_t index) { return each.row < index; });
        for (; detail != m_view.details.end() && detail->row == rowIndex; ++detail) {
            if (std::find(refusal.failures.begin(), refusal.failures.end(), detail->index)
                == refusal.failures.end())
                continue;
            const GroupKey key{row.sender, detail->mx, detail->cause, true};
            RefusedGroup &group = groupOf(key, row);
            const QString &reason = m_view.text(m_view.fact(*detail).reason);
            if (!reason.isEmpty())
                group.reason = reason;
            group.occurrences = addCounts(group.occurrences, detail->count);
            named[key] = addCounts(named[key], detail->count);
        }
        if (named.empty()) {
            RefusedGroup &group = groupOf({row.sender, 0, Cause::Unknown, false}, row);
            group.sessions = addCounts(group.sessions, refusal.sessions);
        }
        for (const auto &[key, occurrences] : named) {
            const qint64 share
                = named.size() == 1 ? refusal.sessions : std::min(refusal.sessions, occurrences);
            RefusedGroup &group = m_groups[key];
            group.sessions = addCounts(group.sessions, share);
        }
    }

    RefusedGroup &groupOf(const GroupKey &key, const ViewRow &row)
    {
        RefusedGroup &group = m_groups[key];
        if (group.sender.isEmpty()) {
            const ViewSender &sender = m_view.senders[key.sender];
            group.sender = m_view.text(sender.key);
            group.senderName = sender.name ? m_view.text(sender.name) : group.sender;
            group.host = m_view.text(key.host);
            group.cause = key.cause;
            group.detailed = key.detailed;
            group.first = Day{row.day};
        }
        group.last = Day{row.day};
        return group;
    }

    const DomainView &m_view;
    Enforcement &m_result;
    std::map<GroupKey, RefusedGroup> m_groups;
};

/// Servers seen in these days or the last month, most failures first, then those of DANE rows.
QStringList serversOf(const DomainView &view, const PolicyHistory &history, DayRange days)
{
    QHash<TextIndex, qint64> seen;
    for (const ViewDetail &detail : view.details) {
        const qint32 day = view.rowOf(detail).day;
        if (detail.mx && (days.contains(Day{day}) || day > view.newestDay - lastMonth))
            seen[detail.mx] = addCounts(seen.value(detail.mx), std::max<qint64>(1, detail.count));
    }
    std::vector<std::pair<qint64, QString>> hosts;
    for (auto it = seen.cbegin(); it != seen.cend(); ++it)
        hosts.emplace_back(-it.value(), view.text(it.key()));
    std::sort(hosts.begin(), hosts.end());
    QStringList names;
    for (const auto &[count, host] : hosts)
        names.append(host);
    for (const PolicySpan &span : history) {
        if (span.track == Track::Tlsa && !span.host.isEmpty() && !names.contains(span.host)
            && span.last.value > view.newestDay - serverMemory)
            names.append(span.host);
    }
    return names;
}

/// Servers that no failure of the last month names; HostsCovered says nothing about them.
QStringList longUnseen(const DomainView &view, QStringList hosts)
{
    for (const ViewDetail &detail : view.details) {
        if (!hosts.isEmpty() && detail.mx && view.rowOf(detail).day > view.newestDay - lastMonth)
            hosts.removeAll(view.text(detail.mx));
    }
    return hosts;
}

/// The newest policy senders apply, by its fullest text; else the last one anybody applied.
const PolicySpan *policyInForce(const DomainView &view, const PolicyHistory &history)
{
    const PoliciesInUse policies = policiesInUse(Case(view, history));
    if (const PolicySpan *whole = wholeText(policies))
        return whole;
    if (policies.newest)
        return policies.newest;
    const PolicySpan *last = nullptr;
    for (const PolicySpan &span : history) {
        if (span.track == Track::Sts && (!last || span.last > last->last))
            last = &span;
    }
    return last;
}

const Condition *conditionOf(const std::vector<Condition> &all, ConditionKind kind)
{
    const auto it = std::find_if(all.begin(), all.end(),
                                 [kind](const Condition &each) { return each.kind == kind; });
    return it == all.end() ? nullptr : &*it;
}

/// A report is about the day before: the 30th clean day is known on the 31st.
std::optional<Day> earliestOf(const Enforcement &result, const DomainView &view)
{
    std::optional<Day> earliest;
    const Condition *time = conditionOf(result.conditions, ConditionKind::DaysInTesting);
    if (time && !time->met)
        earliest = Day{qint32(view.newestDay + 1 + time->outOf - time->number)};
    const Condition *clean = conditionOf(result.conditions, ConditionKind::NoFailures);
    if (!clean || clean->met)
        return earliest;
    qint32 lastRefused = view.newestDay;
    for (size_t i = view.rows.size(); result.problems.empty() && i-- > 0;) {
        const ViewRow &row = view.rows[i];
        lastRefused = row.day;
        if (counts(result.state, row) && refusedUnderEnforce(view, row).sessions > 0)
            break;
    }
    const Day free{lastRefused + lastMonth + 1};
    return earliest ? std::max(*earliest, free) : free;
}

PolicyMode nextMode(EnforceState state)
{
    switch (state) {
    case EnforceState::Ready:
    case EnforceState::NotYet:
    case EnforceState::Mixed:
    case EnforceState::Enforcing: return PolicyMode::Enforce;
    case EnforceState::ModeNone:
    case EnforceState::NotTold:
    case EnforceState::NoPolicy: break;
    }
    return PolicyMode::Testing;
}

} // namespace

Enforcement enforcement(const Facts &facts, const DomainDiagnosis &domain, DayRange days)
{
    PolicyBook book(facts);
    const DomainView view(facts, book, domain.text, rowsOfDomain(facts, domain.text));
    Enforcement result;
    result.domain = domain.domain;
    result.state = stateOf(domain, view);
    result.conditions = domain.enforceConditions;
    const DayRange own{Day{view.firstDay}, Day{view.newestDay}};
    const DayRange cut{std::max(days.first, own.first), std::min(days.last, own.last)};
    result.anyDay = cut.first <= cut.last;
    result.days = result.anyDay ? cut : own;
    Refused refused(view, result);
    const auto [begin, end]
        = view.rowsOfDays(result.days.first.value, result.days.last.value);
    for (size_t i = begin; result.anyDay && i < end; ++i) {
        if (counts(result.state, view.rows[i]))
            refused.add(i);
    }
    refused.finish();
    for (const FindingPtr &finding : domain.findings) {
        if (isProblem(*finding))
            result.problems.push_back(finding);
    }
    std::stable_sort(result.problems.begin(), result.problems.end(),
                     [](const FindingPtr &a, const FindingPtr &b) { return comesBefore(*a, *b); });
    result.earliest = earliestOf(result, view);
    if (const PolicySpan *policy = policyInForce(view, domain.history)) {
        result.current = policy->lines;
        result.defects = parseStsPolicy(policy->lines).defects;
    }
    result.draft = draftPolicy(domain.domain, result.current,
                               serversOf(view, domain.history, result.days), nextMode(result.state));
    result.longUnseen = longUnseen(view, result.draft.added);
    if (result.draft.mode == PolicyMode::Enforce && result.state != EnforceState::Enforcing
        && !result.draft.added.isEmpty())
        result.firstTesting = draftPolicy(domain.domain, result.draft.lines, {}, PolicyMode::Testing).lines;
    return result;
}

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
// The per-host failure table.
#include "core/query/questions.h"

#include "core/query/failuregroups.h"
#include "core/report/stspolicy.h"

#include <algorithm>
#include <map>
#include <set>

namespace tlsrpt
{

namespace
{

/// Failures of one host, folded into a row.
class ServerBuilder
{
public:
    ServerBuilder(const Facts &facts, int bins)
        : m_facts(facts)
        , m_bins(bins)
        , m_all(bins)
    {
    }

    void add(const FailureGroup &group)
    {
        m_all.add(group);
        m_groups.push_back(&group);
        m_domains.insert(m_facts.text(group.key.domain));
        tallyOf(m_addresses, group.key.receivingIp).add(group);
        tallyOf(m_senders, group.key.reporter).add(group);
        tallyOf(m_causes, CauseLine{group.cause, group.key.resultType, group.key.reason}).add(group);
        qint64 &ofGroup = m_row.occurrencesByGroup[size_t(groupOf(group.cause))];
        ofGroup = addCounts(ofGroup, group.occurrences);
        qint64 &ofType = m_row.resultTypes[m_facts.text(group.key.resultType)];
        ofType = addCounts(ofType, group.occurrences);
        qint64 &ofCause = m_byCause[group.cause];
        ofCause = addCounts(ofCause, group.occurrences);
        m_row.dane = m_row.dane || group.key.track == Track::Tlsa;
    }

    ServerRow row(const std::vector<qint32> &newestDayBySender)
    {
        m_row.mx = m_facts.text(m_groups.front()->key.mx);
        m_row.domains = QStringList(m_domains.begin(), m_domains.end());
        m_row.occurrences = m_all.occurrences();
        m_row.first = m_all.first();
        m_row.last = m_all.last();
        m_row.byBin = m_all.byBin();
        m_row.senderCount = m_all.senders();
        m_row.addressCount = int(m_addresses.size()) - int(m_addresses.count(0));
        fillCauses();
        fillChildren();
        fillCoverage();
        fillHelo();
        fillSample();
        qint32 newest = m_row.last.value;
        for (const auto &[sender, tally] : m_senders)
            newest = std::max(newest, newestDayBySender[sender]);
        m_row.goingOn = newest - m_row.last.value <= 2;
        return std::move(m_row);
    }

private:
    struct CauseLine {
        Cause cause;
        TextIndex resultType;
        TextIndex reason;
        auto operator<=>(const CauseLine &) const = default;
    };

    template<typename Key>
    Tally &tallyOf(std::map<Key, Tally> &tallies, const Key &key)
    {
        return tallies.try_emplace(key, m_bins).first->second;
    }

    void fillCauses()
    {
        m_row.causes = int(m_byCause.size());
        const auto most = std::max_element(
            m_byCause.begin(), m_byCause.end(),
            [](const auto &a, const auto &b) { return a.second < b.second; });
        m_row.mainCause = most->first;
        for (const auto &[line, tally] : m_causes) {
            m_row.causeList.push_back({line.cause, m_facts.text(line.resultType),
                                       m_facts.text(line.reason), tally.occurrences(),
                                       tally.senders(), tally.first(), tally.last()});
        }
        std::stable_sort(m_row.causeList.begin(), m_row.causeList.end(),
                         [](const CountedCause &a, const CountedCause &b) {
                             return a.occurrences > b.occurrences;
                         });
    }

    void fillChildren()
    {
        for (const auto &[ip, tally] : m_addresses)
            m_row.addresses.push_back(named(m_facts.text(ip), m_facts.text(ip), tally));
        for (const auto &[sender, tally] : m_senders)
            m_row.senders.push_back(named(senderName(sender), m_facts.text(sender), tally));
        for (auto *list : {&m_row.addresses, &m_row.senders}) {
            std::sort(list->begin(), list->end(), [](const CountedName &a, const CountedName &b) {
                return a.occurrences != b.occurrences ? a.occurrences > b.occurrences
                                                      : a.key < b.key;
            });
        }
    }

    static CountedName named(const QString &name, const QString &key, const Tally &tally)
    {
        return {name,          key,          tally.occurrences(), tally.senders(),
                tally.first(), tally.last(), tally.byBin()};
    }

    /// Organisation of the sender's newest failure here, else its key.
    QString senderName(TextIndex sender) const
    {
        const FailureGroup *newest = nullptr;
        for (const FailureGroup *group : m_groups) {
            if (group->key.reporter == sender && group->organization != 0
                && (!newest || group->last >= newest->last))
                newest = group;
        }
        return m_facts.text(newest ? newest->organization : sender);
    }

    /// In the newest policy that says something; the best guess of all where none does.
    void fillCoverage()
    {
        const FailureGroup *newest = nullptr;
        for (const FailureGroup *group : m_groups) {
            m_row.coverage = std::max(m_row.coverage, group->coverage == Coverage::Unknown
                                                          ? Coverage::Unknown
                                                          : Coverage::NotApplicable);
            const bool says = group->coverage == Coverage::Covered
                              || group->coverage == Coverage::NotCovered;
            if (says && (!newest || group->last >= newest->last))
                newest = group;
        }
        if (!newest)
            return;
        m_row.coverage = newest->coverage;
        const auto pattern
            = coveringPattern(m_facts.policies[newest->key.policy].mxHosts, m_row.mx);
        if (pattern && *pattern != m_row.mx)
            m_row.pattern = *pattern;
    }

    void fillHelo()
    {
        const FailureGroup *newest = nullptr;
        for (const FailureGroup *group : m_groups) {
            if (group->helo != 0 && (!newest || group->heloDay >= newest->heloDay))
                newest = group;
        }
        if (!newest)
            return;
        m_row.helo = m_facts.text(newest->helo);
        m_row.heloDay = {newest->heloDay};
        m_row.heloSender = senderName(newest->key.reporter);
    }

    void fillSample()
    {
        const FailureGroup *best = nullptr;
        for (const FailureGroup *group : m_groups) {
            if (group->cause == m_row.mainCause && (!best || isBetterExample(*group, *best)))
                best = group;
        }
        m_row.sample = situationOf(m_facts, *best);
    }

    const Facts &m_facts;
    int m_bins;
    Tally m_all;
    ServerRow m_row;
    std::vector<const FailureGroup *> m_groups;
    std::set<QString> m_domains;
    std::map<TextIndex, Tally> m_addresses;
    std::map<TextIndex, Tally> m_senders;
    std::map<CauseLine, Tally> m_causes;
    std::map<Cause, qint64> m_byCause;
};

/// By TextIndex of the sender: its newest believable report day in the filter's period, whatever
/// the report is about.
std::vector<qint32> newestDays(const Facts &facts, const Selection &selection, DayRange period)
{
    std::vector<qint32> days(facts.texts.size(), period.first.value);
    for (const ReportFact &report : facts.reports) {
        if (report.day > days[report.reporter] && report.day <= period.last.value
            && selection.hears(report))
            days[report.reporter] = report.day;
    }
    return days;
}

} // namespace

std::vector<ServerRow> servers(const Facts &facts, const Filter &filter)
{
    const Selection selection(facts, filter);
    const DayRange period = shownPeriod(facts, filter);
    const Bins bins(period, sparkBins);
    const std::vector<FailureGroup> groups = failureGroups(facts, selection, bins);
    std::map<TextIndex, ServerBuilder> builders;
    for (const FailureGroup &group : groups)
        builders.try_emplace(group.key.mx, facts, bins.count()).first->second.add(group);
    const std::vector<qint32> newest
        = groups.empty() ? std::vector<qint32>() : newestDays(facts, selection, period);
    std::vector<ServerRow> rows;
    for (auto &[mx, builder] : builders)
        rows.push_back(builder.row(newest));
    std::sort(rows.begin(), rows.end(), [](const ServerRow &a, const ServerRow &b) {
        return a.occurrences != b.occurrences ? a.occurrences > b.occurrences : a.mx < b.mx;
    });
    return rows;
}

std::vector<DayRow> serverDays(const Facts &facts, const Filter &filter, const QString &mx)
{
    Filter ofHost = filter;
    ofHost.mx = mx;
    const Selection selection(facts, ofHost);
    const DayRange period = shownPeriod(facts, filter);
    std::vector<DayRow> days(size_t(period.days()));
    for (size_t i = 0; i < days.size(); ++i)
        days[i].day.value = period.first.value + qint32(i);
    for (const ReportFact &report : facts.reports) {
        if (!period.contains({report.day}) || !selection.hears(report))
            continue;
        bool heard = report.policyCount == 0 && selection.hearsEmptyReports();
        for (quint32 i = 0; i < report.policyCount && !heard; ++i)
            heard = selection.concerns(facts.policyRows[report.firstPolicy + i]);
        days[size_t(report.day - period.first.value)].reports += heard;
    }
    forEachFailure(facts, selection, [&](const ReportFact &report, const PolicyFact &,
                                         const FailureFact &failure) {
        if (!period.contains({report.day}))
            return;
        DayRow &day = days[size_t(report.day - period.first.value)];
        qint64 &count = day.occurrences[size_t(groupOf(failure.cause))];
        count = addCounts(count, failure.occurrences);
    });
    return days;
}

std::vector<ResultTypeRow> resultTypes(const Facts &facts, const Filter &filter)
{
    const Selection selection(facts, filter);
    std::vector<qint64> counts(facts.texts.size(), -1);
    forEachFailure(facts, selection, [&](const ReportFact &, const PolicyFact &,
                                         const FailureFact &failure) {
        qint64 &count = counts[failure.resultType];
        count = addCounts(std::max<qint64>(count, 0), failure.occurrences);
    });
    std::vector<ResultTypeRow> rows;
    for (size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] >= 0)
            rows.push_back({facts.texts[i], counts[i]});
    }
    std::sort(rows.begin(), rows.end(), [](const ResultTypeRow &a, const ResultTypeRow &b) {
        return a.occurrences != b.occurrences ? a.occurrences > b.occurrences
                                              : a.resultType < b.resultType;
    });
    return rows;
}

} // namespace tlsrpt

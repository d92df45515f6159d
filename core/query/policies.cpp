// SPDX-License-Identifier: GPL-3.0-or-later
// Policies as senders applied them, and what the filter bar offers.
#include "core/query/questions.h"

#include "core/query/selection.h"
#include "core/report/stspolicy.h"

#include <QSet>

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace tlsrpt
{

namespace
{

struct PolicyTally {
    quint32 newest = 0; ///< index of the policy as written in the newest report
    qint32 first = 0;
    qint32 last = 0;
    QSet<TextIndex> senders;
    qint64 reports = 0;
    quint32 lastReport = ~quint32(0);
};

/// Senders write one policy in several ways (order of lines, mx-host or not): one number for all
/// writings with the same meaning. Texts with defects stand for themselves.
class Meanings
{
public:
    explicit Meanings(const Facts &facts) : m_facts(facts), m_known(facts.policies.size(), -1) {}

    quint32 of(quint32 policy, Track track)
    {
        if (track != Track::Sts)
            return policy;
        qint64 &known = m_known[policy];
        if (known < 0) {
            const StsPolicy parsed = parseStsPolicy(m_facts.policies[policy].strings);
            known = parsed.defects.empty()
                        ? m_byFingerprint.try_emplace(parsed.fingerprint(), policy).first->second
                        : policy;
        }
        return quint32(known);
    }

private:
    const Facts &m_facts;
    std::vector<qint64> m_known; ///< by policy, -1 = not yet
    std::map<QString, quint32> m_byFingerprint;
};

void add(PolicyTally &tally, const PolicyFact &row, const ReportFact &report)
{
    const bool isNew = tally.senders.isEmpty();
    if (isNew || report.day >= tally.last)
        tally.newest = row.policy;
    tally.first = isNew ? report.day : std::min(tally.first, report.day);
    tally.last = isNew ? report.day : std::max(tally.last, report.day);
    tally.senders.insert(report.reporter);
    if (tally.lastReport != row.report) {
        tally.lastReport = row.report;
        ++tally.reports;
    }
}

std::vector<Choice> sortedChoices(std::vector<Choice> choices)
{
    std::sort(choices.begin(), choices.end(), [](const Choice &a, const Choice &b) {
        const int order = a.name.compare(b.name, Qt::CaseInsensitive);
        return order != 0 ? order < 0 : a.key < b.key;
    });
    return choices;
}

} // namespace

std::vector<PolicySeen> policiesSeen(const Facts &facts, const Filter &filter)
{
    const Selection selection(facts, filter);
    Meanings meanings(facts);
    std::map<std::tuple<TextIndex, Track, quint32>, PolicyTally> tallies;
    for (const PolicyFact &row : facts.policyRows) {
        const ReportFact &report = facts.reports[row.report];
        if (row.policy != 0 && selection.counts(row) && selection.hears(report))
            add(tallies[{row.domain, row.track, meanings.of(row.policy, row.track)}], row, report);
    }
    std::vector<PolicySeen> seen;
    for (const auto &[key, tally] : tallies) {
        seen.push_back({facts.text(std::get<0>(key)), std::get<1>(key),
                        facts.policies[tally.newest], Day{tally.first}, Day{tally.last},
                        int(tally.senders.size()), tally.reports});
    }
    std::stable_sort(seen.begin(), seen.end(), [](const PolicySeen &a, const PolicySeen &b) {
        return std::tuple(a.domain, a.track, -a.last.value, -a.first.value)
               < std::tuple(b.domain, b.track, -b.last.value, -b.first.value);
    });
    return seen;
}

std::vector<Choice> domainChoices(const Facts &facts)
{
    std::vector<qint64> reports(facts.texts.size(), 0);
    std::vector<quint32> lastReport(facts.texts.size(), ~quint32(0));
    for (const PolicyFact &row : facts.policyRows) {
        if (std::exchange(lastReport[row.domain], row.report) != row.report)
            ++reports[row.domain];
    }
    std::vector<Choice> choices;
    for (size_t i = 0; i < reports.size(); ++i) {
        if (reports[i] > 0)
            choices.push_back({facts.texts[i], facts.texts[i], reports[i]});
    }
    return sortedChoices(std::move(choices));
}

std::vector<Choice> senderChoices(const Facts &facts)
{
    struct Sender {
        qint64 reports = 0;
        qint32 nameDay = 0;
        TextIndex name = 0;
    };
    std::vector<Sender> senders(facts.texts.size());
    for (const ReportFact &report : facts.reports) {
        Sender &sender = senders[report.reporter];
        ++sender.reports;
        if (report.organization != 0 && (sender.name == 0 || report.day >= sender.nameDay)) {
            sender.name = report.organization;
            sender.nameDay = report.day;
        }
    }
    std::vector<Choice> choices;
    for (size_t i = 0; i < senders.size(); ++i) {
        if (senders[i].reports > 0)
            choices.push_back({facts.texts[i],
                               facts.texts[senders[i].name != 0 ? senders[i].name : i],
                               senders[i].reports});
    }
    return sortedChoices(std::move(choices));
}

} // namespace tlsrpt

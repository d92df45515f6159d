// SPDX-License-Identifier: GPL-3.0-or-later
// The report list: a million lines sorted by number keys, text by the rank of distinct texts.
#include "core/query/questions.h"

#include "core/query/radixsort.h"
#include "core/query/selection.h"

#include <QHash>

#include <algorithm>
#include <bit>

namespace tlsrpt
{

namespace
{

/// Remembers for each text whether it holds what is looked for.
class Finder
{
public:
    Finder(const Facts &facts, const QString &find)
        : m_facts(facts)
        , m_find(find.trimmed())
        , m_known(facts.texts.size(), Unasked)
    {
    }

    bool matches(const ReportFact &report)
    {
        if (m_find.isEmpty() || holds(report.organization) || holds(report.reporter)
            || holdsDay(report.day))
            return true;
        for (quint32 i = 0; i < report.policyCount; ++i) {
            if (holds(m_facts.policyRows[report.firstPolicy + i].domain))
                return true;
        }
        return false;
    }

private:
    enum State : quint8 { Unasked, No, Yes };

    bool holds(TextIndex text)
    {
        quint8 &known = m_known[text];
        if (known == Unasked)
            known = m_facts.text(text).contains(m_find, Qt::CaseInsensitive) ? Yes : No;
        return known == Yes;
    }

    bool holdsDay(qint32 day)
    {
        auto known = m_days.find(day);
        if (known == m_days.end())
            known = m_days.insert(day, Day{day}.toIso().contains(m_find));
        return *known;
    }

    const Facts &m_facts;
    QString m_find;
    std::vector<quint8> m_known;
    QHash<qint32, bool> m_days;
};

bool matches(const Facts &facts, const Selection &selection, const ReportFact &report)
{
    if (!selection.hears(report))
        return false;
    if (report.policyCount == 0)
        return selection.takesEmptyReports();
    for (quint32 i = 0; i < report.policyCount; ++i) {
        if (selection.counts(facts.policyRows[report.firstPolicy + i]))
            return true;
    }
    return false;
}

TextIndex senderText(const ReportFact &report)
{
    return report.organization != 0 ? report.organization : report.reporter;
}

TextIndex domainText(const Facts &facts, const ReportFact &report)
{
    return report.policyCount == 0 ? 0 : facts.policyRows[report.firstPolicy].domain;
}

/// Tracks and mode of a report as one line shows them.
struct PolicyShown {
    bool hasSts = false;
    bool hasTlsa = false;
    Track track = Track::Other;
    PolicyMode mode = PolicyMode::Unknown;

    /// Weakest first: unknown, none, sts by mode, tlsa.
    quint64 strength() const
    {
        const int sts = hasSts ? 2 + int(mode) : 0;
        return quint64((hasTlsa ? 16 : 0) + sts + (track == Track::None ? 1 : 0));
    }
};

PolicyShown policyShown(const Facts &facts, const ReportFact &report)
{
    PolicyShown shown;
    for (quint32 i = 0; i < report.policyCount; ++i) {
        const PolicyFact &row = facts.policyRows[report.firstPolicy + i];
        shown.hasTlsa = shown.hasTlsa || row.track == Track::Tlsa;
        if (row.track == Track::Sts) {
            shown.hasSts = true;
            shown.mode = std::max(shown.mode, row.mode);
        }
        if (row.track == Track::None && shown.track == Track::Other)
            shown.track = Track::None;
    }
    if (shown.hasTlsa)
        shown.track = Track::Tlsa;
    else if (shown.hasSts)
        shown.track = Track::Sts;
    return shown;
}

/// By TextIndex: place of each text that `textOf` gives for a listed report, in order of names.
template<typename TextOf>
std::vector<quint32> ranksOf(const Facts &facts, const std::vector<quint32> &list, TextOf textOf)
{
    std::vector<bool> used(facts.texts.size());
    for (const quint32 index : list)
        used[textOf(facts.reports[index])] = true;
    std::vector<TextIndex> order;
    for (size_t i = 0; i < used.size(); ++i) {
        if (used[i])
            order.push_back(TextIndex(i));
    }
    std::sort(order.begin(), order.end(), [&facts](TextIndex a, TextIndex b) {
        const int byLetters = facts.text(a).compare(facts.text(b), Qt::CaseInsensitive);
        return byLetters != 0 ? byLetters < 0 : facts.text(a) < facts.text(b);
    });
    std::vector<quint32> ranks(facts.texts.size(), 0);
    for (size_t i = 0; i < order.size(); ++i)
        ranks[order[i]] = quint32(i);
    return ranks;
}

/// The keys of the listed reports, in the list's order.
template<typename KeyOf>
std::vector<quint64> keysOf(const Facts &facts, const std::vector<quint32> &list, KeyOf keyOf)
{
    std::vector<quint64> keys(list.size());
    for (size_t i = 0; i < list.size(); ++i)
        keys[i] = keyOf(facts.reports[list[i]]);
    return keys;
}

template<typename TextOf>
std::vector<quint64> rankKeys(const Facts &facts, const std::vector<quint32> &list, TextOf textOf)
{
    const std::vector<quint32> ranks = ranksOf(facts, list, textOf);
    return keysOf(facts, list, [&](const ReportFact &report) { return ranks[textOf(report)]; });
}

std::vector<quint64> sortKeys(const Facts &facts, const std::vector<quint32> &list, ReportSort sort)
{
    switch (sort) {
    case ReportSort::Day:
        break;
    case ReportSort::Sender:
        return rankKeys(facts, list, senderText);
    case ReportSort::Domain:
        return rankKeys(facts, list, [&](const ReportFact &r) { return domainText(facts, r); });
    case ReportSort::Policy:
        return keysOf(facts, list,
                      [&](const ReportFact &r) { return policyShown(facts, r).strength(); });
    case ReportSort::Sessions:
        return keysOf(facts, list,
                      [&](const ReportFact &r) { return quint64(sessionsOf(facts, r).total()); });
    case ReportSort::Failed:
        return keysOf(facts, list,
                      [&](const ReportFact &r) { return quint64(sessionsOf(facts, r).failed); });
    case ReportSort::Deviations:
        return keysOf(facts, list,
                      [](const ReportFact &r) { return quint64(std::popcount(r.deviations)); });
    }
    return keysOf(facts, list, [](const ReportFact &r) {
        return quint64(qint64(r.day) + (qint64(1) << 31));
    });
}

void turnRound(std::vector<quint64> &keys)
{
    for (quint64 &key : keys)
        key = ~key;
}

} // namespace

std::vector<quint32> reportList(const Facts &facts, const Filter &filter, ReportSort sort,
                                Qt::SortOrder order, const QString &find)
{
    const Selection selection(facts, filter);
    const bool all = filter.isAll();
    Finder finder(facts, find);
    std::vector<quint32> list;
    list.reserve(all ? facts.reports.size() : 0);
    for (quint32 i = 0; i < facts.reports.size(); ++i) {
        const ReportFact &report = facts.reports[i];
        if ((all || matches(facts, selection, report)) && finder.matches(report))
            list.push_back(i);
    }
    // Keys are made while the list is in the order of memory, then only they move.
    std::vector<quint64> days = sortKeys(facts, list, ReportSort::Day);
    if (sort == ReportSort::Day && order == Qt::AscendingOrder) {
        sortByKeys(list, std::move(days));
        return list;
    }
    std::vector<quint64> keys;
    if (sort != ReportSort::Day)
        keys = sortKeys(facts, list, sort);
    if (order == Qt::DescendingOrder)
        turnRound(keys);
    turnRound(days);
    std::reverse(days.begin(), days.end()); // of one day: the newest id first
    std::vector<quint32> places(list.size());
    for (size_t i = 0; i < places.size(); ++i)
        places[i] = quint32(places.size() - 1 - i);
    sortByKeys(places, std::move(days));
    if (!keys.empty()) {
        std::vector<quint64> gathered(places.size());
        for (size_t i = 0; i < places.size(); ++i)
            gathered[i] = keys[places[i]];
        sortByKeys(places, std::move(gathered));
    }
    for (quint32 &place : places)
        place = list[place];
    return places;
}

ReportRow reportRow(const Facts &facts, quint32 index)
{
    const ReportFact &report = facts.reports[index];
    const PolicyShown shown = policyShown(facts, report);
    ReportRow row;
    row.id = report.id;
    row.day = {report.day};
    row.sender = facts.text(senderText(report));
    row.domain = facts.text(domainText(facts, report));
    row.hasSts = shown.hasSts;
    row.hasTlsa = shown.hasTlsa;
    row.track = shown.track;
    row.mode = shown.mode;
    row.sessions = sessionsOf(facts, report);
    row.deviations = std::popcount(report.deviations);
    row.multiDay = report.multiDay;
    std::vector<TextIndex> domains;
    for (quint32 i = 0; i < report.policyCount; ++i)
        domains.push_back(facts.policyRows[report.firstPolicy + i].domain);
    std::sort(domains.begin(), domains.end());
    const auto distinct = std::unique(domains.begin(), domains.end()) - domains.begin();
    row.moreDomains = std::max(0, int(distinct) - 1);
    return row;
}

} // namespace tlsrpt

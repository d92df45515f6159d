// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/domainview.h"

#include "core/diagnosis/thresholds.h"
#include "core/query/answers.h"

#include <QHash>

#include <algorithm>
#include <tuple>

namespace tlsrpt
{

DomainView::DomainView(const Facts &theFacts, PolicyBook &theBook, TextIndex theDomain,
                       std::vector<quint32> indexes)
    : facts(theFacts)
    , book(theBook)
    , domain(theDomain)
    , name(theFacts.text(theDomain))
{
    addRows(indexes);
    addSenderDays();
    resolveModes();
    addDetails();
    adoptCauses();
    adoptHosts();
}

void DomainView::addRows(const std::vector<quint32> &indexes)
{
    QHash<TextIndex, SenderIndex> known;
    rows.reserve(indexes.size());
    for (const quint32 index : indexes) {
        const PolicyFact &fact = facts.policyRows[index];
        const ReportFact &report = facts.reports[fact.report];
        if (facts.period && !facts.period->contains(Day{report.day}))
            continue;
        auto sender = known.find(report.reporter);
        if (sender == known.end()) {
            sender = known.insert(report.reporter, SenderIndex(senders.size()));
            senders.push_back({report.reporter, report.organization, {}, {}, {}});
        }
        rows.push_back({index, fact.report, report.day, *sender, fact.track, fact.mode, fact.policy,
                        fact.successful, fact.failed});
    }
    std::sort(rows.begin(), rows.end(), [](const ViewRow &a, const ViewRow &b) {
        return std::tie(a.day, a.sender, a.index) < std::tie(b.day, b.sender, b.index);
    });
    if (!rows.empty()) {
        firstDay = rows.front().day;
        newestDay = rows.back().day;
    }
}

void DomainView::addSenderDays()
{
    for (size_t i = 0; i < rows.size(); ++i) {
        const ViewRow &row = rows[i];
        ViewSender &sender = senders[row.sender];
        sender.rows.push_back(quint32(i));
        sender.name = facts.reports[row.report].organization;
        if (sender.days.empty() || sender.days.back() != row.day)
            sender.days.push_back(row.day);
        std::vector<SenderDay> &days = sender.tracks[size_t(row.track)];
        if (days.empty() || days.back().day != row.day)
            days.push_back({row.day, 0, 0, 0});
        SenderDay &day = days.back();
        ++day.rows;
        day.sessions = addCounts(day.sessions, row.sessions());
        day.failed = addCounts(day.failed, row.failed);
    }
}

/// A fetch error comes without the policy; the sender then goes on with the one it has, as long as
/// its max_age lasts (RFC 8461 §5.1).
void DomainView::resolveModes()
{
    for (const ViewSender &sender : senders) {
        const ViewRow *last = nullptr;
        for (const quint32 i : sender.rows) {
            ViewRow &row = rows[i];
            if (row.track != Track::Sts)
                continue;
            if (row.mode != PolicyMode::Unknown)
                last = &row;
            else if (last && row.policy == 0) {
                const qint64 maxAge = facts.policies[last->policy].maxAge;
                if (maxAge >= 0 && qint64(row.day - last->day) * 86400 <= maxAge)
                    row.mode = last->mode;
            }
        }
    }
}

void DomainView::addDetails()
{
    for (size_t i = 0; i < rows.size(); ++i) {
        const PolicyFact &row = facts.policyRows[rows[i].index];
        for (quint32 d = row.firstFailure; d < row.firstFailure + row.failureCount; ++d) {
            const FailureFact &fact = facts.failures[d];
            const Problem problem = problemOf(fact.cause);
            details.push_back({d, quint32(i), problem, fact.cause, false, fact.mx, fact.receivingIp,
                               fact.occurrences});
            if (fact.mx)
                hosts.push_back(fact.mx);
        }
    }
    std::sort(hosts.begin(), hosts.end());
    hosts.erase(std::unique(hosts.begin(), hosts.end()), hosts.end());
}

std::pair<size_t, size_t> DomainView::rowsOfDays(qint32 first, qint32 last) const
{
    const auto begin = std::partition_point(rows.begin(), rows.end(),
                                            [first](const ViewRow &row) { return row.day < first; });
    const auto end = std::partition_point(begin, rows.end(),
                                          [last](const ViewRow &row) { return row.day <= last; });
    return {size_t(begin - rows.begin()), size_t(end - rows.begin())};
}

SessionSum DomainView::sessionsOf(SenderIndex sender, Track track, qint32 first, qint32 last) const
{
    const std::vector<SenderDay> &days = senders[sender].tracks[size_t(track)];
    SessionSum sum;
    auto day = std::partition_point(days.begin(), days.end(),
                                    [first](const SenderDay &d) { return d.day < first; });
    for (; day != days.end() && day->day <= last; ++day) {
        sum.sessions = addCounts(sum.sessions, day->sessions);
        sum.failed = addCounts(sum.failed, day->failed);
        ++sum.days;
        sum.cleanDays += day->sessions > 0 && day->failed == 0;
    }
    return sum;
}

SessionSum DomainView::sessionsOfAll(Track track, qint32 first, qint32 last) const
{
    SessionSum sum;
    for (SenderIndex sender = 0; sender < senders.size(); ++sender) {
        const SessionSum one = sessionsOf(sender, track, first, last);
        sum.sessions = addCounts(sum.sessions, one.sessions);
        sum.failed = addCounts(sum.failed, one.failed);
        sum.days = std::max(sum.days, one.days);
        sum.cleanDays += one.cleanDays;
    }
    return sum;
}

int DomainView::reportDays(SenderIndex sender, qint32 first, qint32 last) const
{
    const std::vector<qint32> &days = senders[sender].days;
    return int(std::upper_bound(days.begin(), days.end(), last)
               - std::lower_bound(days.begin(), days.end(), first));
}

bool DomainView::isActive(SenderIndex sender, qint32 day) const
{
    return reportDays(sender, day - thresholds::activeWindow + 1, day) >= thresholds::activeDays;
}

bool DomainView::isAttributable(const ViewRow &row, TextIndex mx) const
{
    const QStringList &patterns = facts.policies[row.policy].mxHosts;
    // A server that the policy lists exists, though it never failed.
    if (hosts.size() == 1 && hosts.front() == mx && patterns.size() < 2)
        return true;
    const PolicyReading &policy = policyOf(row);
    if (row.track == Track::Tlsa)
        return domain == mx || (!policy.host.isEmpty() && policy.host == text(mx));
    return row.track == Track::Sts && patterns.size() == 1 && patterns.front() == text(mx);
}

} // namespace tlsrpt

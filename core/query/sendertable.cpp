// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/sendertable.h"

#include <algorithm>

namespace tlsrpt
{

SenderTable::SenderTable(const Facts &facts, DayRange period, const Bins &bins)
    : m_facts(facts)
    , m_period(period)
    , m_bins(bins)
    , m_slot(facts.texts.size(), -1)
{
}

SenderTable::Sender &SenderTable::senderOf(const ReportFact &report)
{
    qint32 &slot = m_slot[report.reporter];
    if (slot < 0) {
        slot = qint32(m_senders.size());
        Sender &sender = m_senders.emplace_back();
        sender.row.key = m_facts.text(report.reporter);
        sender.row.first = sender.row.last = {report.day};
        sender.row.failedByBin.resize(size_t(m_bins.count()), 0);
        sender.row.totalByBin.resize(size_t(m_bins.count()), -1);
        sender.nameDay = report.day;
    }
    return m_senders[size_t(slot)];
}

void SenderTable::hear(const ReportFact &report)
{
    Sender &sender = senderOf(report);
    m_current = &sender;
    m_bin = m_bins.at(report.day);
    sender.row.first = std::min(sender.row.first, Day{report.day});
    sender.row.last = std::max(sender.row.last, Day{report.day});
    sender.days.insert(report.day, m_period);
    if (report.organization != 0 && (report.day >= sender.nameDay || sender.name == 0)) {
        sender.name = report.organization;
        sender.nameDay = report.day;
    }
    if (m_bin >= 0 && sender.row.totalByBin[size_t(m_bin)] < 0)
        sender.row.totalByBin[size_t(m_bin)] = 0;
}

void SenderTable::match(const ReportFact &report)
{
    SenderRow &row = m_current->row;
    ++row.reports;
    row.deviations |= report.deviations;
    row.deviatingReports += report.deviations != 0;
}

void SenderTable::addRow(const PolicyFact &policyRow, const Sessions &headline)
{
    SenderRow &row = m_current->row;
    row.sessions += headline;
    TrackSessions &track = row.tracks[size_t(policyRow.track)];
    track.successful = addCounts(track.successful, policyRow.successful);
    track.failed = addCounts(track.failed, policyRow.failed);
    if (m_bin < 0)
        return;
    qint64 &failed = row.failedByBin[size_t(m_bin)];
    failed = addCounts(failed, headline.failed);
    qint64 &total = row.totalByBin[size_t(m_bin)];
    total = addCounts(total, headline.total());
}

void SenderTable::addFailure(const FailureFact &failure)
{
    qint64 &count = m_current->row.occurrences[size_t(groupOf(failure.cause))];
    count = addCounts(count, failure.occurrences);
}

std::vector<SenderRow> SenderTable::rows() const
{
    std::vector<SenderRow> rows;
    for (const Sender &sender : m_senders) {
        if (sender.row.reports == 0)
            continue;
        SenderRow &row = rows.emplace_back(sender.row);
        row.name = sender.name != 0 ? m_facts.text(sender.name) : row.key;
        row.days = sender.days.count();
        row.usualGapDays = medianGap(sender.days.days(m_period));
    }
    std::sort(rows.begin(), rows.end(), [](const SenderRow &a, const SenderRow &b) {
        if (a.sessions.total() != b.sessions.total())
            return a.sessions.total() > b.sessions.total();
        return a.name != b.name ? a.name < b.name : a.key < b.key;
    });
    return rows;
}

} // namespace tlsrpt

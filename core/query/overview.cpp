// SPDX-License-Identifier: GPL-3.0-or-later
// The questions that walk all reports: overview and senders.
#include "core/query/questions.h"

#include "core/query/domaintable.h"
#include "core/query/selection.h"
#include "core/query/sendertable.h"

#include <algorithm>
#include <utility>

namespace tlsrpt
{

namespace
{

class OverviewPass
{
public:
    OverviewPass(const Facts &facts, const Filter &filter)
        : m_facts(facts)
        , m_selection(facts, filter)
        , m_bins(shownPeriod(facts, filter), sparkBins)
        , m_senders(facts, shownPeriod(facts, filter), m_bins)
        , m_domains(facts, shownPeriod(facts, filter), m_bins)
    {
        m_answer.period = shownPeriod(facts, filter);
    }

    Overview run()
    {
        if (wholePeriod(m_facts) || m_answer.period != DayRange{})
            fillDays(); // else nothing is there and no days are asked for
        for (quint32 i = 0; i < m_facts.reports.size(); ++i) {
            if (m_selection.hears(m_facts.reports[i]))
                addReport(i);
        }
        closeDays();
        m_answer.senders = m_senders.rows();
        m_answer.domains = m_domains.rows(m_selection);
        return std::move(m_answer);
    }

private:
    void fillDays()
    {
        m_answer.days.resize(size_t(m_answer.period.days()));
        for (size_t i = 0; i < m_answer.days.size(); ++i)
            m_answer.days[i].day.value = m_answer.period.first.value + qint32(i);
    }

    void addReport(quint32 index)
    {
        const ReportFact &report = m_facts.reports[index];
        m_day = m_answer.period.contains({report.day})
                    ? &m_answer.days[size_t(report.day - m_answer.period.first.value)]
                    : &m_otherDays;
        bool heard = report.policyCount == 0 && m_selection.hearsEmptyReports();
        bool matches = report.policyCount == 0 && m_selection.takesEmptyReports();
        for (quint32 i = 0; i < report.policyCount; ++i) {
            const PolicyFact &row = m_facts.policyRows[report.firstPolicy + i];
            if (!m_selection.concerns(row))
                continue;
            if (!std::exchange(heard, true))
                m_senders.hear(report);
            if (!m_selection.counts(row))
                continue;
            matches = true;
            addRow(index, row);
        }
        if (report.policyCount == 0 && heard)
            m_senders.hear(report);
        if (heard)
            ++m_day->reports;
        if (matches)
            matchReport(report);
    }

    void matchReport(const ReportFact &report)
    {
        m_senders.match(report);
        if (m_answer.reports++ == 0)
            m_answer.first = m_answer.last = {report.day};
        m_answer.first = std::min(m_answer.first, Day{report.day});
        m_answer.last = std::max(m_answer.last, Day{report.day});
    }

    void addRow(quint32 index, const PolicyFact &row)
    {
        Sessions headline;
        if (m_selection.inHeadline(m_facts.reports[index], row))
            headline = sessionsOf(row);
        m_day->sessions += headline;
        m_senders.addRow(row, headline);
        m_domains.addRow(index, row, headline);
        TrackSessions &track = m_answer.tracks[size_t(row.track)];
        track.successful = addCounts(track.successful, row.successful);
        track.failed = addCounts(track.failed, row.failed);
        for (quint32 i = 0; i < row.failureCount; ++i) {
            const FailureFact &failure = m_facts.failures[row.firstFailure + i];
            if (!m_selection.counts(failure))
                continue;
            qint64 &count = m_day->occurrences[size_t(groupOf(failure.cause))];
            count = addCounts(count, failure.occurrences);
            m_senders.addFailure(failure);
            m_domains.addFailure(failure);
        }
    }

    /// Totals from the days, and from reports whose days nobody would believe.
    void closeDays()
    {
        addDay(m_otherDays);
        for (const DayRow &day : m_answer.days) {
            addDay(day);
            m_answer.daysWithReports += day.reports > 0;
            if (day.day.value > m_answer.period.last.value - 7)
                m_answer.lastWeek += day.sessions;
        }
        for (const qint64 count : m_answer.occurrences)
            m_answer.occurrencesTotal = addCounts(m_answer.occurrencesTotal, count);
    }

    void addDay(const DayRow &day)
    {
        m_answer.sessions += day.sessions;
        for (size_t i = 0; i < day.occurrences.size(); ++i)
            m_answer.occurrences[i] = addCounts(m_answer.occurrences[i], day.occurrences[i]);
    }

    const Facts &m_facts;
    Selection m_selection;
    Bins m_bins;
    SenderTable m_senders;
    DomainTable m_domains;
    Overview m_answer;
    DayRow m_otherDays;
    DayRow *m_day = nullptr;
};

} // namespace

Overview overview(const Facts &facts, const Filter &filter)
{
    return OverviewPass(facts, filter).run();
}

std::vector<SenderRow> senders(const Facts &facts, const Filter &filter)
{
    return OverviewPass(facts, filter).run().senders;
}

} // namespace tlsrpt

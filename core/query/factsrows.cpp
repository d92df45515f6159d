// SPDX-License-Identifier: GPL-3.0-or-later
// The many rows of a load: reports, policy results and failures.
#include "core/query/factsloader.h"

#include "core/query/sql.h"

#include <algorithm>

namespace tlsrpt
{

namespace
{

/// The store writes 0..2^53; the file may have been written by others.
qint64 safeCount(qint64 count)
{
    return std::clamp<qint64>(count, 0, qint64(1) << 53);
}

Track safeTrack(qint64 track)
{
    return track >= 0 && track < trackCount ? static_cast<Track>(track) : Track::Other;
}

} // namespace

Status FactsLoader::readReports()
{
    return forEachRow(m_database,
                      "SELECT id, day, end - start > 93600, reporter, organization, deviations, "
                      "contact, submitter, signature = 2 "
                      "FROM report_ WHERE id > ? AND state = 0 AND deletion_id IS NULL ORDER BY id",
                      m_after, [this](const Statement &columns) {
                          ReportFact report;
                          report.id.value = columns.number(0);
                          report.day = safeDay(columns.number(1));
                          report.multiDay = columns.number(2) != 0;
                          report.reporter = textOf(columns.number(3));
                          report.organization = textOf(columns.number(4));
                          report.deviations = static_cast<quint64>(columns.number(5));
                          report.contact = textOf(columns.number(6));
                          report.submitter = textOf(columns.number(7));
                          report.signatureFailed = columns.number(8) != 0;
                          m_facts->reports.push_back(report);
                          return true;
                      });
}

/// Each conflict also counts as a rewrite, so that all of them are read with all reports.
Status FactsLoader::readConflicts()
{
    return forEachRow(m_database, "SELECT report_id FROM notice_ WHERE kind = 2 AND report_id > ?",
                      m_after, [this](const Statement &columns) {
                          const qint64 id = columns.number(0);
                          const auto report = std::lower_bound(
                              m_facts->reports.begin(), m_facts->reports.end(), id,
                              [](const ReportFact &fact, qint64 wanted) { return fact.id.value < wanted; });
                          if (report != m_facts->reports.end() && report->id.value == id)
                              report->conflicting = true;
                          return true;
                      });
}

/// Rows are written in the order of their reports, and a scan by id is fastest. Should a file
/// hold them otherwise, they are read once more in the order of the reports.
Status FactsLoader::readRows()
{
    const auto both = [this]() -> Status {
        if (const Status status = readPolicyRows(); !status || m_disordered)
            return status;
        return readFailures();
    };
    Status status = both();
    if (status && m_disordered) {
        dropRows();
        m_joined = true;
        status = both();
    }
    if (!status)
        return status;
    linkRows();
    linkFailures();
    return {};
}

void FactsLoader::dropRows()
{
    m_facts->policyRows.resize(m_oldRows);
    m_facts->failures.resize(m_oldFailures);
    m_rowIds.clear();
    m_rowById.clear();
    m_reportCursor = 0;
    m_rowCursor = 0;
    m_disordered = false;
}

Status FactsLoader::readPolicyRows()
{
    const char *const inOrderOfIds = "SELECT id, report_id, track, headline, policy_type, domain, "
                                     "policy_id, successful, failed FROM policy_result_ "
                                     "WHERE +report_id > ? ORDER BY id"; // +: no index
    const char *const inOrderOfReports = "SELECT id, report_id, track, headline, policy_type, domain, "
                                         "policy_id, successful, failed FROM policy_result_ "
                                         "WHERE report_id > ? ORDER BY report_id, id";
    const Status status
        = forEachRow(m_database, m_joined ? inOrderOfReports : inOrderOfIds, m_after,
                     [this](const Statement &columns) {
                         addPolicyRow(columns);
                         return !m_disordered;
                     });
    if (status && !std::is_sorted(m_rowIds.begin(), m_rowIds.end())) {
        for (size_t i = 0; i < m_rowIds.size(); ++i)
            m_rowById.insert(m_rowIds[i], quint32(m_oldRows + i));
    }
    return status;
}

void FactsLoader::addPolicyRow(const Statement &columns)
{
    const qint64 report = reportPosition(columns.number(1));
    if (report < 0)
        return; // of a report that does not count
    if (m_facts->policyRows.size() > m_oldRows && m_facts->policyRows.back().report > report) {
        m_disordered = true;
        return;
    }
    PolicyFact row;
    row.report = quint32(report);
    row.track = safeTrack(columns.number(2));
    row.headline = columns.number(3) != 0;
    row.policyType = textOf(columns.number(4));
    row.domain = textOf(columns.number(5));
    row.policy = m_facts->policyIndex.value(columns.number(6), 0);
    row.mode = m_facts->policies[row.policy].mode;
    row.successful = safeCount(columns.number(7));
    row.failed = safeCount(columns.number(8));
    m_rowIds.push_back(columns.number(0));
    m_facts->policyRows.push_back(row);
}

Status FactsLoader::readFailures()
{
    const char *const inOrderOfIds
        = "SELECT policy_result_id, result_type, reason, mx, receiving_ip, sending_ip, helo, "
          "occurrences FROM failure_ WHERE id > ? ORDER BY id";
    const char *const inOrderOfReports
        = "SELECT f.policy_result_id, f.result_type, f.reason, f.mx, f.receiving_ip, f.sending_ip, "
          "f.helo, f.occurrences FROM policy_result_ p CROSS JOIN failure_ f "
          "ON f.policy_result_id = p.id WHERE p.report_id > ? ORDER BY p.report_id, p.id, f.id";
    // Not joined, everything is read: m_after is 0, before all ids.
    return forEachRow(m_database, m_joined ? inOrderOfReports : inOrderOfIds, m_after,
                      [this](const Statement &columns) {
                          addFailure(columns);
                          return !m_disordered;
                      });
}

void FactsLoader::addFailure(const Statement &columns)
{
    const qint64 position = rowPosition(columns.number(0));
    if (position < 0)
        return;
    if (m_facts->failures.size() > m_oldFailures
        && m_facts->failures.back().policyRow > position) {
        m_disordered = true;
        return;
    }
    const PolicyFact &row = m_facts->policyRows[size_t(position)];
    FailureFact failure;
    failure.policyRow = quint32(position);
    failure.resultType = loweredType(textOf(columns.number(1)));
    failure.reason = textOf(columns.number(2));
    failure.mx = textOf(columns.number(3));
    failure.receivingIp = textOf(columns.number(4));
    failure.sendingIp = textOf(columns.number(5));
    failure.helo = textOf(columns.number(6));
    failure.occurrences = safeCount(columns.number(7));
    const Judged judged
        = judge({failure.resultType, failure.reason, failure.mx, row.policy, row.track});
    failure.cause = judged.cause;
    failure.coverage = judged.coverage;
    m_facts->failures.push_back(failure);
}

/// Each report's and row's share of the array below it.
void FactsLoader::linkRows()
{
    for (size_t i = m_oldRows; i < m_facts->policyRows.size(); ++i) {
        ReportFact &report = m_facts->reports[m_facts->policyRows[i].report];
        if (report.policyCount++ == 0)
            report.firstPolicy = quint32(i);
    }
}

void FactsLoader::linkFailures()
{
    for (size_t i = m_oldFailures; i < m_facts->failures.size(); ++i) {
        PolicyFact &row = m_facts->policyRows[m_facts->failures[i].policyRow];
        if (row.failureCount++ == 0)
            row.firstFailure = quint32(i);
    }
}

/// Index of a counting report, -1 for another. Mostly the one of the call before, or the next.
qint64 FactsLoader::reportPosition(qint64 reportId)
{
    const std::vector<ReportFact> &reports = m_facts->reports;
    for (size_t step = 0; step < 2; ++step) {
        const size_t at = m_reportCursor + step;
        if (at < reports.size() && reports[at].id.value == reportId)
            return qint64(m_reportCursor = at);
    }
    const auto found = std::lower_bound(
        reports.begin(), reports.end(), reportId,
        [](const ReportFact &report, qint64 id) { return report.id.value < id; });
    if (found == reports.end() || found->id.value != reportId)
        return -1;
    m_reportCursor = size_t(found - reports.begin());
    return qint64(m_reportCursor);
}

qint64 FactsLoader::rowPosition(qint64 policyResultId)
{
    if (m_rowCursor < m_rowIds.size() && m_rowIds[m_rowCursor] == policyResultId)
        return qint64(m_oldRows + m_rowCursor);
    if (!m_rowById.isEmpty()) {
        const auto found = m_rowById.constFind(policyResultId);
        return found == m_rowById.constEnd() ? -1 : qint64(*found);
    }
    const auto found = std::lower_bound(m_rowIds.begin(), m_rowIds.end(), policyResultId);
    if (found == m_rowIds.end() || *found != policyResultId)
        return -1;
    m_rowCursor = size_t(found - m_rowIds.begin());
    return qint64(m_oldRows + m_rowCursor);
}

} // namespace tlsrpt

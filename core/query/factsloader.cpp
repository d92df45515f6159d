// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/factsloader.h"

#include "core/explain/explanation.h"
#include "core/query/sql.h"

#include <algorithm>

namespace tlsrpt
{

namespace
{

/// The years 1 to 9999 and then some; arithmetic on days must not overflow whatever a file holds.
qint32 safeDay(qint64 day)
{
    return static_cast<qint32>(std::clamp<qint64>(day, -5'000'000, 5'000'000));
}

/// The store writes 0..2^53; the file may have been written by others.
qint64 safeCount(qint64 count)
{
    return std::clamp<qint64>(count, 0, qint64(1) << 53);
}

PolicyMode safeMode(int mode)
{
    return mode >= 0 && mode <= int(PolicyMode::Enforce) ? static_cast<PolicyMode>(mode)
                                                         : PolicyMode::Unknown;
}

qint64 largestKey(const auto &hash)
{
    qint64 largest = 0;
    for (auto it = hash.keyBegin(); it != hash.keyEnd(); ++it)
        largest = std::max(largest, *it);
    return largest;
}

QStringList linesOf(const QString &text)
{
    return text.split(u'\n', Qt::SkipEmptyParts);
}

} // namespace

FactsLoader::FactsLoader(QSqlDatabase &database, std::shared_ptr<const Facts> previous)
    : m_database(database)
    , m_previous(std::move(previous))
{
}

Result<std::shared_ptr<const Facts>> FactsLoader::load()
{
    const ReadTransaction transaction(m_database);
    if (const Status status = readState(); !status)
        return tl::unexpected<Error>(status.error());
    if (canAdd()) {
        if (m_lastReportId == m_previous->lastReportId)
            return m_previous;
        m_facts = std::make_shared<Facts>(*m_previous);
        m_after = m_previous->lastReportId;
        m_joined = true;
    } else {
        m_facts = std::make_shared<Facts>();
        m_facts->texts.emplace_back();
        m_facts->policies.emplace_back();
    }
    m_oldReports = m_facts->reports.size();
    m_oldRows = m_facts->policyRows.size();
    m_oldFailures = m_facts->failures.size();
    m_facts->rewrites = m_rewrites;
    m_facts->lastReportId = m_lastReportId;
    if (const Status status = readAll(); !status)
        return tl::unexpected<Error>(status.error());
    deriveFacts(*m_facts);
    return std::shared_ptr<const Facts>(std::move(m_facts));
}

/// Purged reports may give their ids back: a largest id that shrank means reading everything.
bool FactsLoader::canAdd() const
{
    return m_previous && m_previous->rewrites == m_rewrites
           && m_lastReportId >= m_previous->lastReportId;
}

Status FactsLoader::readState()
{
    return forEachRow(m_database,
                      QStringLiteral("SELECT rewrites, (SELECT max(id) FROM report_) FROM change_"),
                      {}, [this](const QSqlQuery &query) {
                          m_rewrites = query.value(0).toLongLong();
                          m_lastReportId = query.value(1).toLongLong();
                          return true;
                      });
}

Status FactsLoader::chooseColumns()
{
    return forEachRow(m_database,
                      QStringLiteral("SELECT max(ifnull((SELECT max(id) FROM text_), 0), "
                                     "ifnull((SELECT max(id) FROM policy_), 0)), "
                                     "max(ifnull((SELECT max(id) FROM report_), 0), "
                                     "ifnull((SELECT max(id) FROM policy_result_), 0))"),
                      {}, [this](const QSqlQuery &query) {
                          m_columns = {query.value(0).toLongLong(), query.value(1).toLongLong()};
                          if (m_after == 0)
                              reserveRows(query.value(1).toLongLong());
                          return true;
                      });
}

/// By ids, which have few gaps; a file of others may have large ones.
void FactsLoader::reserveRows(qint64 largestId)
{
    const auto rows = size_t(std::clamp<qint64>(largestId, 0, 4'000'000));
    m_facts->reports.reserve(std::min(rows, size_t(m_lastReportId)));
    m_facts->policyRows.reserve(rows);
    m_rowIds.reserve(rows);
}

Status FactsLoader::readAll()
{
    for (const auto step : {&FactsLoader::chooseColumns, &FactsLoader::readNewestImport,
                            &FactsLoader::readTexts, &FactsLoader::readPolicies,
                            &FactsLoader::readReports, &FactsLoader::readRows}) {
        if (const Status status = (this->*step)(); !status)
            return status;
    }
    return {};
}

Status FactsLoader::readNewestImport()
{
    return forEachRow(m_database,
                      QStringLiteral("SELECT max(max(started, ifnull(finished, 0))) FROM import_"),
                      {}, [this](const QSqlQuery &query) {
                          m_facts->newestImport.reset();
                          if (!query.isNull(0)) {
                              const qint64 seconds = query.value(0).toLongLong();
                              const qint64 days = seconds / 86400 - (seconds % 86400 < 0 ? 1 : 0);
                              m_facts->newestImport = Day{safeDay(days)};
                          }
                          return true;
                      });
}

Status FactsLoader::readTexts()
{
    const bool adding = m_facts->texts.size() > 1;
    return forEachRow(m_database, QStringLiteral("SELECT id, value FROM text_ WHERE id > ?"),
                      {largestKey(m_facts->textIndex)}, [this, adding](const QSqlQuery &query) {
                          const qint64 id = query.value(0).toLongLong();
                          const QString value = query.value(1).toString();
                          // A lower-cased result type may be here already, without an id.
                          if (adding || value.isEmpty()) {
                              m_facts->textIndex.insert(id, indexOf(value));
                          } else {
                              m_facts->textIndex.insert(id, TextIndex(m_facts->texts.size()));
                              m_facts->texts.push_back(value);
                          }
                          return true;
                      });
}

Status FactsLoader::readPolicies()
{
    return forEachRow(
        m_database,
        QStringLiteral("SELECT id, mode, max_age, strings, mx_hosts FROM policy_ WHERE id > ?"),
        {largestKey(m_facts->policyIndex)}, [this](const QSqlQuery &query) {
            KnownPolicy policy;
            policy.mode = safeMode(query.value(1).toInt());
            policy.maxAge = query.isNull(2) ? -1 : query.value(2).toLongLong();
            policy.strings = linesOf(query.value(3).toString());
            policy.mxHosts = linesOf(query.value(4).toString());
            m_facts->policyIndex.insert(query.value(0).toLongLong(),
                                        quint32(m_facts->policies.size()));
            m_facts->policies.push_back(std::move(policy));
            return true;
        });
}

Status FactsLoader::readReports()
{
    const QString sql = QStringLiteral("SELECT %1 FROM report_ WHERE id > ? AND state = 0 "
                                       "AND deletion_id IS NULL ORDER BY id")
                            .arg(m_columns.reports());
    return forEachRow(m_database, sql, {m_after}, [this](const QSqlQuery &query) {
        const ReportColumns columns = m_columns.report(query);
        ReportFact report;
        report.id.value = columns.id;
        report.day = safeDay(columns.day);
        report.multiDay = columns.multiDay;
        report.reporter = textOf(columns.reporter);
        report.organization = textOf(columns.organization);
        report.deviations = columns.deviations;
        m_facts->reports.push_back(report);
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
    return m_hasLargeCounts ? readLargeCounts() : Status{};
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
    const QString order = m_joined ? QStringLiteral("WHERE report_id > ? ORDER BY report_id, id")
                                   : QStringLiteral("ORDER BY id");
    const QString sql
        = QStringLiteral("SELECT %1 FROM policy_result_ %2").arg(m_columns.policies(), order);
    const Status status = forEachRow(m_database, sql,
                                     m_joined ? QVariantList{m_after} : QVariantList{},
                                     [this](const QSqlQuery &query) {
                                         addPolicyRow(m_columns.policy(query));
                                         return !m_disordered;
                                     });
    if (status && !std::is_sorted(m_rowIds.begin(), m_rowIds.end())) {
        for (size_t i = 0; i < m_rowIds.size(); ++i)
            m_rowById.insert(m_rowIds[i], quint32(m_oldRows + i));
    }
    return status;
}

void FactsLoader::addPolicyRow(const PolicyColumns &columns)
{
    const qint64 report = reportPosition(columns.report);
    if (report < 0)
        return; // of a report that does not count
    if (m_facts->policyRows.size() > m_oldRows && m_facts->policyRows.back().report > report) {
        m_disordered = true;
        return;
    }
    PolicyFact row;
    row.report = quint32(report);
    row.track = static_cast<Track>(columns.track);
    row.headline = columns.headline;
    row.policyType = textOf(columns.policyType);
    row.domain = textOf(columns.domain);
    row.policy = m_facts->policyIndex.value(columns.policy, 0);
    row.mode = m_facts->policies[row.policy].mode;
    row.successful = safeCount(columns.successful);
    row.failed = safeCount(columns.failed);
    m_hasLargeCounts = m_hasLargeCounts || !columns.counted;
    m_rowIds.push_back(columns.id);
    m_facts->policyRows.push_back(row);
}

Status FactsLoader::readLargeCounts()
{
    m_rowCursor = 0;
    return forEachRow(m_database, FactsColumns::largeCounts(), {}, [this](const QSqlQuery &query) {
        const qint64 position = rowPosition(query.value(0).toLongLong());
        if (position >= 0) {
            PolicyFact &row = m_facts->policyRows[size_t(position)];
            row.successful = safeCount(query.value(1).toLongLong());
            row.failed = safeCount(query.value(2).toLongLong());
        }
        return true;
    });
}

Status FactsLoader::readFailures()
{
    const QString rest = m_joined
                             ? QStringLiteral("FROM policy_result_ p CROSS JOIN failure_ f "
                                              "ON f.policy_result_id = p.id WHERE p.report_id > ? "
                                              "ORDER BY p.report_id, p.id, f.id")
                             : QStringLiteral("FROM failure_ f ORDER BY f.id");
    const QString sql = QStringLiteral("SELECT %1 %2").arg(m_columns.failures(), rest);
    return forEachRow(m_database, sql, m_joined ? QVariantList{m_after} : QVariantList{},
                      [this](const QSqlQuery &query) {
                          addFailure(m_columns.failure(query));
                          return !m_disordered;
                      });
}

void FactsLoader::addFailure(const FailureColumns &columns)
{
    const qint64 position = rowPosition(columns.policyResult);
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
    failure.resultType = loweredType(textOf(columns.resultType));
    failure.reason = textOf(columns.reason);
    failure.mx = textOf(columns.mx);
    failure.receivingIp = textOf(columns.receivingIp);
    failure.sendingIp = textOf(columns.sendingIp);
    failure.helo = textOf(columns.helo);
    failure.occurrences = safeCount(columns.occurrences);
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

/// Index of a text by its value; adds it where it is new.
TextIndex FactsLoader::indexOf(const QString &text)
{
    if (text.isEmpty())
        return 0;
    if (m_byValue.isEmpty()) {
        m_byValue.reserve(qsizetype(m_facts->texts.size()));
        for (size_t i = 0; i < m_facts->texts.size(); ++i)
            m_byValue.insert(m_facts->texts[i], TextIndex(i));
    }
    const auto known = m_byValue.constFind(text);
    if (known != m_byValue.constEnd())
        return *known;
    const auto index = TextIndex(m_facts->texts.size());
    m_facts->texts.push_back(text);
    m_byValue.insert(text, index);
    return index;
}

TextIndex FactsLoader::loweredType(TextIndex type)
{
    const auto known = m_lowered.constFind(type);
    if (known != m_lowered.constEnd())
        return *known;
    const QString text = m_facts->texts[type];
    const QString lowered = text.toLower();
    const TextIndex result = lowered == text ? type : indexOf(lowered);
    m_lowered.insert(type, result);
    return result;
}

FactsLoader::Judged FactsLoader::judge(const CauseKey &key)
{
    const auto known = m_judged.find(key);
    if (known != m_judged.end())
        return known->second;
    const Coverage coverage
        = coverageOf(key.track, m_facts->policies[key.policy].mxHosts, m_facts->texts[key.mx]);
    const Cause cause = causeOf(
        {m_facts->texts[key.resultType], m_facts->texts[key.reason], key.track, coverage});
    return m_judged.emplace(key, Judged{cause, coverage}).first->second;
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/factsloader.h"

#include "core/explain/explanation.h"
#include "core/query/sql.h"

#include <algorithm>

namespace tlsrpt
{

namespace
{

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
    if (!transaction.begun())
        return tl::unexpected<Error>(transaction.begun().error());
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
        reserveRows();
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
                      QStringLiteral("SELECT rewrites, (SELECT max(id) FROM report_), "
                                     "(SELECT max(id) FROM policy_result_) FROM change_"),
                      {}, [this](const QSqlQuery &query) {
                          m_rewrites = query.value(0).toLongLong();
                          m_lastReportId = query.value(1).toLongLong();
                          m_lastRowId = query.value(2).toLongLong();
                          return true;
                      });
}

/// By ids, which have few gaps; a file of others may have large ones.
void FactsLoader::reserveRows()
{
    const auto few = [](qint64 largestId) {
        return size_t(std::clamp<qint64>(largestId, 0, 4'000'000));
    };
    m_facts->reports.reserve(few(m_lastReportId));
    m_facts->policyRows.reserve(few(m_lastRowId));
    m_rowIds.reserve(few(m_lastRowId));
}

Status FactsLoader::readAll()
{
    for (const auto step : {&FactsLoader::readNewestImport, &FactsLoader::readTexts,
                            &FactsLoader::readPolicies, &FactsLoader::readReports,
                            &FactsLoader::readConflicts, &FactsLoader::readRows}) {
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

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
// Reads Facts from the archive: all of them, or what came since a snapshot.
#pragma once

#include "core/query/facts.h"
#include "core/store/statement.h"

#include <algorithm>
#include <unordered_map>

namespace tlsrpt
{

/// What decides a failure's cause and coverage; few of these, many failures.
struct CauseKey {
    TextIndex resultType = 0;
    TextIndex reason = 0;
    TextIndex mx = 0;
    quint32 policy = 0;
    Track track = Track::Other;

    bool operator==(const CauseKey &) const = default;
};
struct CauseKeyHash {
    size_t operator()(const CauseKey &key) const noexcept
    {
        return qHashMulti(0, key.resultType, key.reason, key.mx, key.policy, int(key.track));
    }
};

/// The years 1 to 9999 and then some; arithmetic on days must not overflow whatever a file holds.
inline qint32 safeDay(qint64 day)
{
    return static_cast<qint32>(std::clamp<qint64>(day, -5'000'000, 5'000'000));
}

/// For one load, then thrown away.
class FactsLoader
{
public:
    FactsLoader(QSqlDatabase &database, std::shared_ptr<const Facts> previous);
    Result<std::shared_ptr<const Facts>> load();

private:
    struct Judged {
        Cause cause;
        Coverage coverage;
    };

    Status readState();
    bool canAdd() const;
    void reserveRows();
    Status readAll();
    Status readNewestImport();
    Status readTexts();
    Status readPolicies();
    Status readReports();
    Status readConflicts();
    Status readPolicyRows();
    Status readFailures();
    Status readRows();
    void dropRows();
    void addPolicyRow(const Statement &columns);
    void addFailure(const Statement &columns);
    void linkRows();
    void linkFailures();

    TextIndex textOf(qint64 id) const { return m_facts->textIndex.value(id, 0); }
    TextIndex indexOf(const QString &text);
    TextIndex loweredType(TextIndex type);
    Judged judge(const CauseKey &key);
    qint64 reportPosition(qint64 reportId);
    qint64 rowPosition(qint64 policyResultId);

    QSqlDatabase &m_database;
    std::shared_ptr<const Facts> m_previous;
    std::shared_ptr<Facts> m_facts;
    qint64 m_rewrites = 0;
    qint64 m_lastReportId = 0;
    qint64 m_lastRowId = 0;
    qint64 m_after = 0;         ///< reports up to this id are in m_facts already
    size_t m_oldReports = 0;    ///< how many of m_facts came from m_previous
    size_t m_oldRows = 0;
    size_t m_oldFailures = 0;
    bool m_joined = false;      ///< read rows in the order of their reports, not of their ids
    bool m_disordered = false;
    std::vector<qint64> m_rowIds; ///< policy_result_.id of the rows from m_oldRows on
    QHash<qint64, quint32> m_rowById; ///< only where m_rowIds does not ascend
    size_t m_reportCursor = 0;
    size_t m_rowCursor = 0;
    QHash<QString, TextIndex> m_byValue; ///< all texts; empty until needed
    QHash<TextIndex, TextIndex> m_lowered;
    std::unordered_map<CauseKey, Judged, CauseKeyHash> m_judged;
};

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/factscolumns.h"

#include <QSqlQuery>
#include <QVariant>

namespace tlsrpt
{

namespace
{

// Three names and a few bits fill a column: 3 * 19 + 6 = 63. The SQL below has these numbers
// too; in SQLite <<, >>, & and | bind alike, hence all the brackets.
constexpr int nameBits = 19;
constexpr qint64 nameMask = (qint64(1) << nameBits) - 1;
constexpr int countBits = 31;
constexpr qint64 countMask = (qint64(1) << countBits) - 1;

qint64 number(const QSqlQuery &query, int column) { return query.value(column).toLongLong(); }

qint64 nameAt(qint64 packed, int place) { return packed >> (place * nameBits) & nameMask; }

} // namespace

FactsColumns::FactsColumns(qint64 largestNameId, qint64 largestRowId)
    : m_packed(largestNameId <= nameMask && largestRowId <= countMask)
{
}

QString FactsColumns::reports() const
{
    return m_packed ? QStringLiteral("id, (day << 39) | ((end - start > 93600) << 38) | "
                                     "(reporter << 19) | organization, deviations")
                    : QStringLiteral("id, day, end - start > 93600, reporter, organization, deviations");
}

QString FactsColumns::policies() const
{
    return m_packed ? QStringLiteral("(id << 31) | report_id, "
                                     "((track & 3) << 58) | ((headline <> 0) << 57) | "
                                     "(policy_type << 38) | (domain << 19) | ifnull(policy_id, 0), "
                                     "CASE (successful | failed) >> 31 WHEN 0 "
                                     "THEN (successful << 31) | failed ELSE -1 END")
                    : QStringLiteral("id, report_id, track & 3, headline <> 0, policy_type, domain, "
                                     "policy_id, successful, failed");
}

QString FactsColumns::failures() const
{
    return m_packed ? QStringLiteral("f.policy_result_id, "
                                     "(f.result_type << 38) | (f.reason << 19) | f.mx, "
                                     "(f.receiving_ip << 38) | (f.sending_ip << 19) | f.helo, "
                                     "f.occurrences")
                    : QStringLiteral("f.policy_result_id, f.result_type, f.reason, f.mx, "
                                     "f.receiving_ip, f.sending_ip, f.helo, f.occurrences");
}

QString FactsColumns::largeCounts()
{
    return QStringLiteral("SELECT id, successful, failed FROM policy_result_ "
                          "WHERE (successful | failed) >> 31 <> 0");
}

ReportColumns FactsColumns::report(const QSqlQuery &query) const
{
    if (!m_packed)
        return {number(query, 0), number(query, 1), number(query, 2) != 0,
                number(query, 3), number(query, 4), quint64(number(query, 5))};
    const qint64 packed = number(query, 1);
    return {number(query, 0),  packed >> 39,      (packed >> 38 & 1) != 0,
            nameAt(packed, 1), nameAt(packed, 0), quint64(number(query, 2))};
}

PolicyColumns FactsColumns::policy(const QSqlQuery &query) const
{
    if (!m_packed)
        return {number(query, 0), number(query, 1),      int(number(query, 2)),
                number(query, 3) != 0, number(query, 4), number(query, 5),
                number(query, 6), true,                  number(query, 7),
                number(query, 8)};
    const qint64 ids = number(query, 0);
    const qint64 names = number(query, 1);
    const qint64 counts = number(query, 2);
    return {ids >> countBits,  ids & countMask,   int(names >> 58 & 3), (names >> 57 & 1) != 0,
            nameAt(names, 2),  nameAt(names, 1),  nameAt(names, 0),     counts >= 0,
            counts >> countBits, counts & countMask};
}

FailureColumns FactsColumns::failure(const QSqlQuery &query) const
{
    if (!m_packed)
        return {number(query, 0), number(query, 1), number(query, 2), number(query, 3),
                number(query, 4), number(query, 5), number(query, 6), number(query, 7)};
    const qint64 what = number(query, 1);
    const qint64 where = number(query, 2);
    return {number(query, 0), nameAt(what, 2),  nameAt(what, 1),  nameAt(what, 0),
            nameAt(where, 2), nameAt(where, 1), nameAt(where, 0), number(query, 3)};
}

} // namespace tlsrpt

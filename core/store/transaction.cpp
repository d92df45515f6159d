// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/transaction.h"

#include "core/store/connection.h"
#include "core/store/statement.h"

#include <sqlite3.h>

namespace tlsrpt
{

Result<Transaction> Transaction::begin(QSqlDatabase database)
{
    if (auto begun = beginAnew(database, QStringLiteral("BEGIN IMMEDIATE")); !begun)
        return tl::unexpected(begun.error());
    return Transaction(std::move(database));
}

Transaction::Transaction(Transaction &&other) noexcept
    : m_database(std::move(other.m_database)), m_open(std::exchange(other.m_open, false))
{
}

Transaction::~Transaction()
{
    if (m_open) // SQLite has rolled back by itself after some errors; then this says so and no harm is done
        QSqlQuery(m_database).exec(QStringLiteral("ROLLBACK"));
}

Status Transaction::commit()
{
    auto done = execute(m_database, QStringLiteral("COMMIT"));
    if (!done)
        return tl::unexpected(done.error());
    m_open = false;
    return {};
}

Status beginAnew(QSqlDatabase database, const QString &statement)
{
    sqlite3 *const handle = handleOf(database);
    if (handle && !sqlite3_get_autocommit(handle))
        QSqlQuery(database).exec(QStringLiteral("ROLLBACK"));
    return execute(database, statement).map([](const QSqlQuery &) {});
}

Result<QSqlQuery> execute(QSqlDatabase database, const QString &sql, const QVariantList &values)
{
    QSqlQuery query(database);
    if (auto ready = prepare(query, sql); !ready)
        return tl::unexpected(ready.error());
    for (int i = 0; i < values.size(); ++i)
        query.bindValue(i, values.at(i));
    if (auto done = execute(query); !done)
        return tl::unexpected(done.error());
    return query;
}

Status execute(QSqlQuery &query)
{
    if (query.exec())
        return {};
    return tl::unexpected(storeError(query.lastError(), {}));
}

Status prepare(QSqlQuery &query, const QString &sql)
{
    query.setForwardOnly(true);
    if (query.prepare(sql))
        return {};
    return tl::unexpected(storeError(query.lastError(), {}));
}

Result<qint64> number(QSqlDatabase database, const QString &sql, const QVariantList &values)
{
    auto query = execute(std::move(database), sql, values);
    if (!query)
        return tl::unexpected(query.error());
    return query->next() ? query->value(0).toLongLong() : 0;
}

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
// Reading rows one after another, forward only, with SQLite's errors as ours.
#pragma once

#include "core/base/error.h"
#include "core/store/connection.h"
#include "core/store/statement.h"
#include "core/store/transaction.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <utility>

namespace tlsrpt
{

/// Runs `sql` and calls `onRow(query)` for each row. `onRow` returns false to stop early; only the
/// next step would tell that there was no memory for a text or blob of the row before.
template<typename OnRow>
Status forEachRow(QSqlDatabase &database, const QString &sql, const QVariantList &values,
                  OnRow onRow)
{
    QSqlQuery query(database);
    query.setForwardOnly(true);
    const auto failed = [&] {
        return tl::unexpected<Error>(storeError(query.lastError(), database.databaseName()));
    };
    if (!query.prepare(sql))
        return failed();
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return failed();
    while (query.next()) {
        if (!onRow(query))
            return {};
    }
    if (query.lastError().isValid())
        return failed();
    return {};
}

/// The same for very many rows of numbers, on SQLite itself: a million reports have 17 million
/// columns, and Qt makes a QVariant of each. `after` is the one parameter.
template<typename OnRow>
Status forEachRow(QSqlDatabase &database, const char *sql, qint64 after, OnRow onRow)
{
    Statement statement;
    const auto failed = [&database](Error error) {
        error.subject = database.databaseName();
        return tl::unexpected<Error>(std::move(error));
    };
    if (const Status prepared = statement.prepare(database, sql); !prepared)
        return failed(prepared.error());
    statement.bind(0, after);
    for (;;) {
        const Result<bool> row = statement.next();
        if (!row)
            return failed(row.error());
        if (!*row || !onRow(std::as_const(statement)))
            return {};
    }
}

/// A read transaction: all statements see one state of the archive.
class ReadTransaction
{
public:
    explicit ReadTransaction(QSqlDatabase &database)
        : m_database(database)
        , m_begun(beginAnew(database, QStringLiteral("BEGIN")).map_error([&database](Error error) {
            error.subject = database.databaseName();
            return error;
        }))
    {
    }
    ~ReadTransaction()
    {
        if (m_begun)
            m_database.rollback();
    }
    Q_DISABLE_COPY_MOVE(ReadTransaction)

    [[nodiscard]] const Status &begun() const { return m_begun; }

private:
    QSqlDatabase &m_database;
    const Status m_begun;
};

} // namespace tlsrpt

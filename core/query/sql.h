// SPDX-License-Identifier: GPL-3.0-or-later
// Reading rows one after another, forward only, with SQLite's errors as ours.
#pragma once

#include "core/base/error.h"
#include "core/store/connection.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

namespace tlsrpt
{

/// Runs `sql` and calls `onRow(query)` for each row. `onRow` returns false to stop early.
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

/// A read transaction: all statements see one state of the archive.
class ReadTransaction
{
public:
    explicit ReadTransaction(QSqlDatabase &database)
        : m_database(database)
        , m_open(database.transaction())
    {
    }
    ~ReadTransaction()
    {
        if (m_open)
            m_database.rollback();
    }
    Q_DISABLE_COPY_MOVE(ReadTransaction)

private:
    QSqlDatabase &m_database;
    bool m_open;
};

} // namespace tlsrpt

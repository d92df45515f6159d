// SPDX-License-Identifier: GPL-3.0-or-later
// A write transaction that rolls back unless it is committed, and the short way to run a statement.
#pragma once

#include "core/base/error.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariantList>

namespace tlsrpt
{

class Transaction
{
public:
    /// Takes the write lock at once (BEGIN IMMEDIATE): a transaction that begins by reading and
    /// then writes could not wait for another program's.
    static Result<Transaction> begin(QSqlDatabase database);
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();

    [[nodiscard]] Status commit();

private:
    explicit Transaction(QSqlDatabase database) : m_database(std::move(database)) {}
    QSqlDatabase m_database;
    bool m_open = true;
};

/// BEGIN, of the kind that `statement` says. Ends a transaction whose ROLLBACK failed (no memory): it
/// would go on for ever, and its readers would see the archive as it was.
Status beginAnew(QSqlDatabase database, const QString &statement);
/// Prepares, binds and executes one statement.
Result<QSqlQuery> execute(QSqlDatabase database, const QString &sql, const QVariantList &values = {});
/// Executes a prepared and bound statement.
[[nodiscard]] Status execute(QSqlQuery &query);
/// Prepares; forward-only, positional.
[[nodiscard]] Status prepare(QSqlQuery &query, const QString &sql);
/// The first column of the first row as a number; 0 without a row or where it is NULL.
Result<qint64> number(QSqlDatabase database, const QString &sql, const QVariantList &values = {});

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
// A prepared statement on SQLite's own interface, through the handle of a Qt connection. For the
// few statements that run for every report: QSqlQuery makes a string and a hash look-up for each
// positional value, which costs more than SQLite's insertion (measured: two thirds of the writer).
#pragma once

#include "core/base/error.h"

#include <QSqlDatabase>

struct sqlite3;
struct sqlite3_stmt;

namespace tlsrpt
{

/// SQLite's own handle of an open connection; null when the driver is another one.
sqlite3 *handleOf(const QSqlDatabase &database);

class Statement
{
public:
    Statement() = default;
    ~Statement();
    Q_DISABLE_COPY_MOVE(Statement)

    /// Must go before the connection closes. StoreFailed where the driver's SQLite is not the one
    /// that this program links: two copies must not share a handle.
    [[nodiscard]] Status prepare(const QSqlDatabase &database, const char *sql);

    /// Parameters and columns count from 0. Blobs are not copied: they must live until run() or
    /// reset(), after which nothing is bound any more. A value that cannot be bound (no memory, too
    /// big) fails the next run() or next(): no row is written with another one's value.
    void bind(int index, qint64 value);
    void bind(int index, const QString &text);
    void bind(int index, const QByteArray &blob);
    void bind(int index, QByteArray &&blob) = delete; ///< a temporary does not live so long
    void bindNull(int index);

    /// To the end; the statement can be bound again.
    [[nodiscard]] Status run();
    /// The next row; false at the end, after which the statement can be bound again.
    [[nodiscard]] Result<bool> next();
    /// Ready to be bound again.
    void reset();
    qint64 number(int column) const;
    QByteArray blob(int column) const;
    QString text(int column) const;
    qint64 lastInsertId() const;

private:
    void note(int answer);
    Error error(int answer) const;

    sqlite3_stmt *m_statement = nullptr;
    int m_bindFailure = 0; ///< SQLite's first answer other than SQLITE_OK
};

} // namespace tlsrpt

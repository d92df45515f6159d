// SPDX-License-Identifier: GPL-3.0-or-later
// A QSqlDatabase that belongs to one thread and closes by itself.
#pragma once

#include "core/base/error.h"

#include <QSqlDatabase>
#include <QSqlError>

namespace tlsrpt
{

class Connection
{
public:
    enum class Mode { ReadOnly, ReadWrite };
    /// How long a statement waits for another program's transaction.
    static constexpr int defaultBusySeconds = 30;

    /// Sets foreign_keys=ON, WAL (when writing), the busy time-out, and checks application_id and
    /// user_version before anything is written. An empty file passes when writing: it becomes an
    /// archive by migrate(). Errors as Archive::open; never makes a file.
    static Result<Connection> open(const QString &path, Mode mode,
                                   int busySeconds = defaultBusySeconds);
    /// Read-only, and nothing is checked: for what can still be read of a damaged archive. Tables
    /// whose definition is damaged are as good as missing, the others answer.
    static Result<Connection> openUnchecked(const QString &path);
    Connection(Connection &&other) noexcept;
    Connection &operator=(Connection &&other) noexcept;
    ~Connection();

    QSqlDatabase &database() { return m_database; }

private:
    explicit Connection(QString name) : m_name(std::move(name)) {}
    static Connection named(const QString &path, Mode mode, int busySeconds);
    bool openAsItLies(const QString &path);
    void close();

    QString m_name;
    QSqlDatabase m_database;
};

/// SQLite's answer as one of our codes: locked, full, read-only, damaged, else StoreFailed.
Error storeError(const QSqlError &error, const QString &subject);

} // namespace tlsrpt

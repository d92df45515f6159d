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

    /// Sets foreign_keys=ON, WAL (when writing), busy time-out 30 s, and checks application_id.
    static Result<Connection> open(const QString &path, Mode mode);
    Connection(Connection &&other) noexcept;
    Connection &operator=(Connection &&other) noexcept;
    ~Connection();

    QSqlDatabase &database() { return m_database; }

private:
    explicit Connection(QString name) : m_name(std::move(name)) {}
    QString m_name;
    QSqlDatabase m_database;
};

/// SQLite's answer as one of our codes: locked, full, read-only, damaged, else StoreFailed.
Error storeError(const QSqlError &error, const QString &subject);

} // namespace tlsrpt

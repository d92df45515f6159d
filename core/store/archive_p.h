// SPDX-License-Identifier: GPL-3.0-or-later
// What the parts of Archive share.
#pragma once

#include "core/store/archive.h"
#include "core/store/batchwriter.h"
#include "core/store/connection.h"
#include "core/store/transaction.h"

#include <QHash>

#include <functional>

namespace tlsrpt
{

class Archive::Private
{
public:
    Private(QString archivePath, const Clock &systemClock, Connection opened)
        : path(std::move(archivePath)), clock(systemClock), connection(std::move(opened))
        , writer(connection.database())
    {
    }

    QSqlDatabase &database() { return connection.database(); }
    qint64 now() const { return clock.nowUtc().toSecsSinceEpoch(); }
    /// The error with the archive's path as its subject.
    Error named(Error error) const;
    /// SQLite goes on writing to a file that nobody finds any more: removed, or its drive is gone.
    [[nodiscard]] Status stillThere();
    /// Runs `work` in a transaction of its own; all of it or nothing.
    [[nodiscard]] Status inTransaction(const std::function<Status()> &work);

    QString path;
    const Clock &clock;
    Connection connection;
    BatchWriter writer;               ///< after the connection: its statements go first
    QHash<qint64, qint64> ignoredListed; ///< by import
    std::optional<Upgrade> upgrade;
};

} // namespace tlsrpt

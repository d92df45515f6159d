// SPDX-License-Identifier: GPL-3.0-or-later
// Writing to the archive on a thread of its own: each task opens it, does one thing and closes it.
#pragma once

#include "core/store/archive.h"

#include <QFuture>
#include <QThreadPool>
#include <QtConcurrentRun>

namespace tlsrpt
{

class ArchiveWork
{
public:
    explicit ArchiveWork(const Clock &clock) : m_clock(clock) { m_pool.setMaxThreadCount(1); }
    ~ArchiveWork() { m_pool.waitForDone(); }

    void finish() { m_pool.waitForDone(); } ///< before those who wait for an answer go away

    /// Makes the file and its folder where they are missing, and brings it to our schema.
    QFuture<Result<std::optional<Upgrade>>> prepare(const QString &path);
    /// A file that exists is replaced only by a whole copy.
    QFuture<Status> backUp(const QString &path, const QString &copy);
    QFuture<Result<QStringList>> check(const QString &path);
    /// What was deleted longer than a day ago goes for good: no window can undo it any more.
    QFuture<Status> purge(const QString &path);

private:
    template<typename Task>
    auto run(const QString &path, Archive::Mode mode, Task task);

    const Clock &m_clock;
    QThreadPool m_pool;
};

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/archivework.h"

#include <QFileInfo>

namespace tlsrpt
{

template<typename Task>
auto ArchiveWork::run(const QString &path, Archive::Mode mode, Task task)
{
    using Answer = std::invoke_result_t<Task, Archive &>;
    return QtConcurrent::run(&m_pool, [this, path, mode, task]() -> Answer {
        auto archive = Archive::open(path, mode, m_clock);
        if (!archive)
            return tl::unexpected<Error>(archive.error());
        return task(**archive);
    });
}

QFuture<Result<std::optional<Upgrade>>> ArchiveWork::prepare(const QString &path)
{
    return QtConcurrent::run(&m_pool, [this, path]() -> Result<std::optional<Upgrade>> {
        const auto archive = Archive::open(path, Archive::Mode::CreateIfMissing, m_clock);
        if (!archive)
            return tl::unexpected<Error>(archive.error());
        return (*archive)->upgrade();
    });
}

QFuture<Status> ArchiveWork::backUp(const QString &path, const QString &copy)
{
    return run(path, Archive::Mode::ReadWrite, [path, copy](Archive &archive) -> Status {
        if (QFileInfo(copy).canonicalFilePath() == QFileInfo(path).canonicalFilePath())
            return failure(Code::CannotWrite, copy);
        const QString part = copy + u".part"_qs;
        QFile::remove(part); // of a backup that was killed
        if (Status status = archive.backupTo(part); !status)
            return status;
        QFile::remove(copy);
        if (!QFile::rename(part, copy))
            return failure(Code::CannotWrite, copy);
        return {};
    });
}

QFuture<Result<QStringList>> ArchiveWork::check(const QString &path)
{
    return QtConcurrent::run(&m_pool, [path] { return checkArchive(path); });
}

QFuture<Status> ArchiveWork::purge(const QString &path)
{
    const qint64 before = m_clock.nowUtc().toSecsSinceEpoch() - 24 * 3600;
    return run(path, Archive::Mode::ReadWrite, [before](Archive &a) { return a.purgeDeleted(before); });
}

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
// A change of the archive from the window, on another thread and on a connection of its own.
#pragma once

#include "core/store/archive.h"

#include <QFuture>
#include <QThreadPool>
#include <QtConcurrentRun>

namespace tlsrpt
{

/// Opens the archive, runs `change`, closes it. `clock` outlives the future. `pool` is a member of
/// whoever gets the answer with `.then(this, ...)`: it waits for the work, so that the answer
/// never meets a destroyed context (Qt 6.4 asserts that it lives). One thread keeps the order.
template<typename Change>
auto writeArchive(QThreadPool &pool, const QString &path, const Clock &clock, Change change)
    -> QFuture<std::invoke_result_t<Change, Archive &>>
{
    using Answer = std::invoke_result_t<Change, Archive &>;
    return QtConcurrent::run(&pool, [path, &clock, change = std::move(change)]() -> Answer {
        auto archive = Archive::open(path, Archive::Mode::ReadWrite, clock);
        if (!archive)
            return tl::unexpected(archive.error());
        return change(**archive);
    });
}

} // namespace tlsrpt

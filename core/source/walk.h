// SPDX-License-Identifier: GPL-3.0-or-later
// Files and folders as a flat stream of inputs.
#pragma once

#include "core/base/error.h"
#include "core/base/jobcontrol.h"

#include <QStringList>

#include <functional>

namespace tlsrpt
{

/// One file to read. The bytes stay on disk until a worker takes them.
struct Input {
    QString path;        ///< absolute
    QString display;     ///< as messages name it: relative to what the user named, else the path
    qint64 size = 0;     ///< bytes
    qint64 modified = 0; ///< seconds since 1970, UTC
};

/// Walks files and folders recursively in a stable order, hidden files included, each real file
/// once, following links to files and folders but no loop. `found` returns false to stop.
/// Unreadable places are given to `failed` and the walk goes on.
void walk(const QStringList &paths, JobControl &control,
          const std::function<bool(Input)> &found, const std::function<void(Error)> &failed);

} // namespace tlsrpt

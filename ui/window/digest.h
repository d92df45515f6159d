// SPDX-License-Identifier: GPL-3.0-or-later
// What the window's frame says about the archive, asked on the reading thread.
#pragma once

#include "core/query/questions.h"
#include "core/query/session.h"

#include <functional>

namespace tlsrpt
{

struct Digest {
    std::vector<Choice> domains;
    std::vector<Choice> senders;
    std::optional<DayRange> period;
    qint64 reports = 0;
    qint64 fileBytes = 0;
    qint64 lastImport = 0; ///< seconds since 1970 UTC; 0: none
};

/// Calls `then` on the context's thread with what the archive holds now.
void askDigest(ArchiveSession &session, QObject *context, std::function<void(const Digest &)> then);
/// "~/.local/share/..." where it is under the home folder.
QString shortPath(const QString &path);

} // namespace tlsrpt

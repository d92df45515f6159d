// SPDX-License-Identifier: GPL-3.0-or-later
// The archive's tables, documented for people with `sqlite3`, and its ordered migrations.
#pragma once

#include "core/base/error.h"

#include <QSqlDatabase>

#include <functional>

namespace tlsrpt
{

inline constexpr int schemaVersion = 3;
/// PRAGMA application_id: "TLSR".
inline constexpr qint32 applicationId = 0x544C5352;

/// Brings an empty or older database to schemaVersion, all or nothing. `backUp` is called with the
/// version of an older one, while nobody can write to it and before anything is changed; its error
/// leaves everything as it is.
/// Errors: ArchiveNewer, ArchiveNotOurs, ArchiveDamaged, ArchiveReadOnly, DiskFull, StoreFailed.
Status migrate(QSqlDatabase &database, const std::function<Status(int version)> &backUp);

} // namespace tlsrpt

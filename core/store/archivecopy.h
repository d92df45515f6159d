// SPDX-License-Identifier: GPL-3.0-or-later
// Copies of an archive: for the user, and before the schema changes.
#pragma once

#include "core/base/error.h"

#include <QSqlDatabase>

namespace tlsrpt
{

/// A consistent copy while others read and write, for its owner only. Refuses an existing file.
/// The subject of an error is the copy.
[[nodiscard]] Status copyDatabase(QSqlDatabase database, const QString &path);

/// Copies the archive, on a connection of its own, to a file beside it like
/// archive.before-schema-3.sqlite, whose name is the answer; a backup of before is never
/// overwritten. For the holder of the archive's write lock. Errors: CannotWrite with the name, or
/// ArchiveDamaged, when it cannot even be read.
[[nodiscard]] Result<QString> backUpBeforeUpgrade(const QString &archive);

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
// Files and folders that nobody else may look into or write to.
#pragma once

#include <QString>

namespace tlsrpt
{

/// Makes the folder and those above it where they are missing, for their owner only, whatever the
/// umask says. What is there stays as it is. False: it cannot be made.
bool makeOwnFolder(const QString &path);
/// A file, empty where it is missing, in such a folder; one that is there is taken from others. For
/// writers that keep the rights of what they replace.
bool makeOwnFile(const QString &path);

} // namespace tlsrpt

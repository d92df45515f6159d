// SPDX-License-Identifier: GPL-3.0-or-later
// The sample reports the program carries with it.
#pragma once

#include <QStringList>

namespace tlsrpt
{

/// Writes the samples into the folder (made if missing) and returns the paths to import: its
/// files and folders. Empty when the folder cannot be written.
QStringList extractSamples(const QString &folder);

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
// Writes the story's reports as the files a person might have collected.
#pragma once

#include <QString>

namespace tlsrpt::made
{

/// Fills folder/samples and writes folder/samples.qrc, which lists its files. What was in
/// folder/samples before is removed.
[[nodiscard]] bool writeSamples(const QString &folder);

} // namespace tlsrpt::made

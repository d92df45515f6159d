// SPDX-License-Identifier: GPL-3.0-or-later
// A stranger's text as the name of a file.
#pragma once

#include <QString>

namespace tlsrpt
{

/// Controls, direction marks and the like (Unicode's Cc, Cf, Zl and Zp): they can turn a name round,
/// or hide a part of it.
bool isInvisible(QChar c);

/// The last part of it, without whatever would lead out of a folder, hide the file, or mislead a
/// shell, a command or a screen; at most 200 bytes, of which the end is kept. Empty where nothing
/// remains.
QString safeFileName(const QString &text);

} // namespace tlsrpt

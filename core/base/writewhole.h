// SPDX-License-Identifier: GPL-3.0-or-later
// A file is written whole or not at all.
#pragma once

#include "core/base/error.h"

namespace tlsrpt
{

/// What stood at `path` before stays until all bytes are on disk, and for good when that fails:
/// CannotWrite with the path and the system's reason.
[[nodiscard]] Status writeWhole(const QString &path, const QByteArray &bytes);

} // namespace tlsrpt

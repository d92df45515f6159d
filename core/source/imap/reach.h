// SPDX-License-Identifier: GPL-3.0-or-later
// A TCP connection to a host, in waits short enough to be cancelled; each address is tried.
#pragma once

#include "core/base/error.h"
#include "core/base/jobcontrol.h"

namespace tlsrpt
{

/// A connected descriptor, the caller's to close. With `onlyLoopback` other addresses of the host
/// are not tried: EncryptionMissing when there is none. ServerUnreachable, ServerTimeout, Cancelled.
Result<int> reach(const QString &host, quint16 port, bool onlyLoopback, int timeoutMs,
                  JobControl &control);

} // namespace tlsrpt

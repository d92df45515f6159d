// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes to a server and back. Waiting ends with an answer, a time-out, or when the job is cancelled.
#pragma once

#include "core/base/error.h"

namespace tlsrpt
{

class Wire
{
public:
    virtual ~Wire() = default;
    /// At least one byte.
    virtual Result<qint64> read(char *to, qint64 most) = 0;
    /// All of them.
    virtual Status write(const char *from, qint64 size) = 0;
    /// Is something to read within this time? Cancelled and ServerClosed as read().
    virtual Result<bool> waiting(int milliseconds) = 0;
};

} // namespace tlsrpt

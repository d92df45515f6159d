// SPDX-License-Identifier: GPL-3.0-or-later
// When a mailbox is fetched again.
#pragma once

#include "core/base/error.h"
#include "core/source/mailbox.h"

#include <optional>

namespace tlsrpt
{

/// Nothing is wrong with the mailbox, and a little later it may answer.
bool isPassing(Code code);
/// Seconds until the next fetch; 0: none by itself. `failures` in a row ended with `error`: what
/// passes is tried again soon, everything else ever more rarely.
qint64 secondsToNext(const Mailbox &mailbox, int failures, const std::optional<Error> &error);

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a table past those that cannot be read.
#pragma once

#include "core/base/jobcontrol.h"
#include "core/store/statement.h"

#include <functional>

namespace tlsrpt
{

enum class Way { Up, Down };

/// `rows` asks for the rows behind (Up: above, Down: below) the number it is bound to, in the order
/// of their numbers, which are column 0 and from 1 to `last`. Where SQLite meets damage it is asked
/// again from the next number on; after very many in vain, in ever larger steps, so that this ends.
/// False: something could not be read. Stops when cancelled.
bool walkRows(Statement &rows, Way way, qint64 last, JobControl &control,
              const std::function<void(Statement &)> &take);

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
// What the words of errors are made of.
#pragma once

#include "ui/words/words.h"

#include <optional>

namespace tlsrpt::words
{

/// The sentence, and behind it the library's or system's own words where there are any.
QString detailed(const Error &error, const QString &what);

/// Errors of mailboxes; none for all others.
std::optional<ErrorWords> mailboxError(const Error &error);

} // namespace tlsrpt::words

// SPDX-License-Identifier: GPL-3.0-or-later
// Strangers' text inside our sentences.
#pragma once

#include <QString>

namespace tlsrpt::words
{

/// One line of visible characters, cut to `longest` with an ellipsis. Control characters and
/// marks that turn the writing direction would let a report rewrite the sentence around it.
QString shown(const QString &text, qsizetype longest = 120);

/// Its visible characters, line by line, cut to `longest` in all: for texts of their own, not in a
/// sentence.
QString shownLines(const QString &text, qsizetype longest = 1000);

/// `with` (its %1 filled with the shown name) or, without a name, `without`.
QString named(const QString &name, const QString &with, const QString &without);

/// "3 1 1 8cb0fc6c…f2d41a7e": enough to tell two TLSA records apart; the reports have the whole.
QString shortRecord(const QString &record);

} // namespace tlsrpt::words

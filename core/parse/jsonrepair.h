// SPDX-License-Identifier: GPL-3.0-or-later
// Looks at JSON text that a parser refused, byte by byte: where it ends and what can be mended.
#pragma once

#include <QByteArray>

namespace tlsrpt
{

struct JsonExtent {
    qsizetype end = -1; ///< bytes up to the end of the first object or array; -1 if it does not end
    qint64 deepest = 0; ///< arrays and objects inside each other
};
JsonExtent extentOf(const QByteArray &json);

/// Integers beyond 64 bits become doubles; numbers that no double can hold become huge ones of their
/// sign, or 0 where they are too small. Whoever counts with a huge one finds it unusable.
QByteArray withNumbersInRange(const QByteArray &json);
/// Escapes of one half of a surrogate pair become U+FFFD.
QByteArray withoutHalfSurrogates(const QByteArray &json);

} // namespace tlsrpt

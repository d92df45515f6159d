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

/// Numbers that no double can hold become huge ones of their sign, or 0 where they are too small:
/// whoever counts with a huge one finds it unusable.
QByteArray withFiniteNumbers(const QByteArray &json);
/// The halves of surrogate pairs that QJsonDocument writes as escapes become U+FFFD.
QByteArray withoutHalfSurrogates(const QByteArray &compactJson);

} // namespace tlsrpt

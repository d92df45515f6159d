// SPDX-License-Identifier: GPL-3.0-or-later
// TLSA record sets that the stories about DANE share.
#pragma once

#include "tests/core/diagnosis/scenario.h"

namespace tlsrpt
{

inline constexpr char daneSets[] = R"(
    policy P enforce mx1.example.org 2592000
    tlsa A  mx1.example.org | 3 1 1 a64
    tlsa B  mx1.example.org | 3 1 1 b64
    tlsa AB mx1.example.org | 3 1 1 a64 | 3 1 1 b64
    tlsa X  mx2.example.org | 3 1 1 c64
    tlsa Y  mx2.example.org | 3 1 1 d64
)";

inline QByteArray with(const char *more)
{
    return QByteArray(daneSets) + more;
}

inline QString record(QChar digit)
{
    return QStringLiteral("3 1 1 ") + QString(64, digit);
}

} // namespace tlsrpt

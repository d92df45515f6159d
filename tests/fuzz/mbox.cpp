// SPDX-License-Identifier: GPL-3.0-or-later
// Mboxes (RFC 4155).
#include "tests/fuzz/unpacking.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    tlsrpt::fuzz::unpackAll("From a@b Mon Jan  1 00:00:00 2024\nFrom: a@b\n" + bytes,
                            QStringLiteral("b.mbox"));
    return 0;
}

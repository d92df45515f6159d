// SPDX-License-Identifier: GPL-3.0-or-later
// Mails (RFC 5322, 2045 and what is near them).
#include "tests/fuzz/unpacking.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    tlsrpt::fuzz::unpackAll("From: a@b\nTo: c@d\n" + bytes,
                            QStringLiteral("m.eml"));
    return 0;
}

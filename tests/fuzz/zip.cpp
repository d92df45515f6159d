// SPDX-License-Identifier: GPL-3.0-or-later
// Zip files, also with what is no zip behind the magic.
#include "tests/fuzz/unpacking.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    tlsrpt::fuzz::unpackAll(QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)),
                            QStringLiteral("a.zip"));
    return 0;
}

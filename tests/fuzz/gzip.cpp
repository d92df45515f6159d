// SPDX-License-Identifier: GPL-3.0-or-later
// gzip streams (RFC 1952), also inside each other.
#include "tests/fuzz/unpacking.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    tlsrpt::fuzz::unpackAll(QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)),
                            QStringLiteral("r.json.gz"));
    return 0;
}

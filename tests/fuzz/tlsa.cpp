// SPDX-License-Identifier: GPL-3.0-or-later
// Any text as a TLSA record; what is called usable is so.
#include "core/report/tlsarecord.h"

#include <cstdlib>

using namespace tlsrpt;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, std::size_t size)
{
    const TlsaRecord record = parseTlsa(
        QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    const bool sound = (record.usage == 2 || record.usage == 3) &&
                       (record.selector == 0 || record.selector == 1) && record.matching >= 0 &&
                       record.matching <= 2 && !record.data.isEmpty() &&
                       record.data.size() % 2 == 0;
    if (record.usable() && !sound)
        std::abort();
    return 0;
}

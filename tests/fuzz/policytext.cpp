// SPDX-License-Identifier: GPL-3.0-or-later
// Any text as an MTA-STS policy, its last line as the host that is held against it.
#include "core/report/stspolicy.h"

#include <cstdlib>

using namespace tlsrpt;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, std::size_t size)
{
    const QString text =
        QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const StsPolicy policy = parseStsPolicy({text});
    const QString host = text.section(u'\n', -1);
    const auto covering = coveringPattern(policy.mx, host);
    for (const QString &pattern : policy.mx) {
        if (mxMatches(pattern, host) && !covering)
            std::abort();
    }
    if (!covering)
        explainMiss(policy.mx, host, QStringLiteral("example.org"));
    if (policy.maxAge && *policy.maxAge < 0)
        std::abort();
    policy.fingerprint();
    return 0;
}

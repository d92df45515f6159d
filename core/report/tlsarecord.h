// SPDX-License-Identifier: GPL-3.0-or-later
// TLSA records as reports carry them (RFC 6698 §2.2 presentation form).
#pragma once

#include <QString>

#include <vector>

namespace tlsrpt
{

enum class TlsaDefect : quint8 {
    None, Unreadable, UsageUnusable, ///< 0 and 1 are not for SMTP (RFC 7672 §3.1.3)
    UsageUnknown, SelectorUnknown, MatchingUnknown, NotHexadecimal, LengthWrong,
};

struct TlsaRecord {
    int usage = -1;
    int selector = -1;
    int matching = -1;
    QString data; ///< lower-case hexadecimal
    TlsaDefect defect = TlsaDefect::None;
    QString text; ///< as sent

    bool usable() const { return defect == TlsaDefect::None; }
    bool operator==(const TlsaRecord &) const = default;
};

TlsaRecord parseTlsa(const QString &text);

} // namespace tlsrpt

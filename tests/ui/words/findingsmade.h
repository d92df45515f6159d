// SPDX-License-Identifier: GPL-3.0-or-later
// Findings by hand, in the variants that their words differ by.
#pragma once

#include "core/diagnosis/diagnosis.h"

namespace tlsrpt::made
{

inline const QString domain = QStringLiteral("example.org");
inline const QString server = QStringLiteral("mx2.example.org");

/// 3 to 14 May 2026: 214 times on 12 days, 212 of 1904 sessions of four senders; open, mode
/// testing, confidence 85. What the rule fills beside that is filled too.
Finding finding(Rule rule);

struct Variant {
    QByteArray name;
    Finding finding;
};
/// As it is; over; one day; one sender; no sender; unsure; certain; under enforce; without a
/// policy; without a server.
std::vector<Variant> variants(Rule rule);

} // namespace tlsrpt::made

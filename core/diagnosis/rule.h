// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of the diagnosis, by number and by the name programs see (`findings --json`).
#pragma once

#include <QString>

#include <optional>

namespace tlsrpt
{

/// In the order of their numbers. R38 is no rule but a state: Finding::open is false.
enum class Rule : quint8 {
    R01, R02, R03, R04, R05, R06, R07, R08, R09, R10, R11, R12, R13, R14, R15, R16, R17, R18, R19,
    R20, R21, R22, R23, R24, R25, R26, R27, R28, R29, R30, R30b, R31, R31b, R32, R33, R34, R35, R36,
    R37, R39, R40, R41,
};
inline constexpr int ruleCount = static_cast<int>(Rule::R41) + 1;

QLatin1String id(Rule rule);   ///< "R08"
QLatin1String slug(Rule rule); ///< "mx-not-in-policy": `kind` in `findings --json`

enum class Severity : quint8 {
    Critical, ///< mail is delayed or bounced
    High,     ///< protection is gone, or the next change of mode breaks something
    Medium,   ///< limited or partial
    Low,      ///< hygiene
    Info,
    Good,     ///< something positive
};
inline constexpr int severityCount = static_cast<int>(Severity::Good) + 1;
QLatin1String slug(Severity severity);
std::optional<Severity> severityOf(QStringView slug);

/// One step milder, at most Info; Good stays.
Severity milder(Severity severity);

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/explain/explanation.h"

namespace tlsrpt::words
{

/// What it did to the mail of these sessions.
QString effectWords(const Explanation &explanation);
/// When to think of an attack and when not.
QString attackWords(AttackHint hint);

} // namespace tlsrpt::words

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/rules.h"

namespace tlsrpt::rules
{

void readiness(Case &) {}
void failureJump(Case &) {}

} // namespace tlsrpt::rules

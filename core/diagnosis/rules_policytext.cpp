// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/rules.h"

namespace tlsrpt::rules
{

void policyDefects(Case &) {}
void maxAgeShort(Case &) {}
void patternWide(Case &) {}
void patternUnused(Case &) {}

} // namespace tlsrpt::rules

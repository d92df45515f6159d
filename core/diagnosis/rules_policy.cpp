// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/rules.h"

namespace tlsrpt::rules
{

void policyVersionsDiffer(Case &) {}
void policyLost(Case &) {}
void senderWithoutPolicy(Case &) {}
void noProtection(Case &) {}
void policyModeChanged(Case &) {}

} // namespace tlsrpt::rules

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/rules.h"

namespace tlsrpt::rules
{

void oneSenderOnly(Case &) {}
void oneNetworkOnly(Case &) {}
void possibleDowngrade(Case &) {}

} // namespace tlsrpt::rules

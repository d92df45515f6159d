// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/rules.h"

namespace tlsrpt::rules
{

void tlsaUnusable(Case &) {}
void daneMismatch(Case &) {}
void dnssecBroken(Case &) {}
void daneDemanded(Case &) {}
void daneDisappeared(Case &) {}
void daneRollover(Case &) {}

} // namespace tlsrpt::rules

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/rules.h"

namespace tlsrpt::rules
{

void policyFetchOneSender(Case &) {}
void policyUnreachable(Case &) {}
void policyFetchTransient(Case &) {}
void policyRejected(Case &) {}

} // namespace tlsrpt::rules

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/rules.h"

namespace tlsrpt::rules
{

void starttlsMissing(Case &) {}
void starttlsIntermittent(Case &) {}
void mxNotInPolicy(Case &) {}
void unknownMailHost(Case &) {}
void handshakeFailure(Case &) {}
void unexplainedFailure(Case &) {}

} // namespace tlsrpt::rules

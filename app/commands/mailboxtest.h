// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/mailbox.h"

namespace tlsrpt
{

/// `mailbox test NAME`: connects, signs in and counts, and says so step by step.
int runMailboxTest(const Mailbox &mailbox);

} // namespace tlsrpt

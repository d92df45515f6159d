// SPDX-License-Identifier: GPL-3.0-or-later
// Which commands to run for a cause, the most telling one first.
#pragma once

#include "core/explain/explanation.h"

namespace tlsrpt
{

std::vector<Check> checksFor(Cause cause, const Situation &situation);

} // namespace tlsrpt

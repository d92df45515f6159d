// SPDX-License-Identifier: GPL-3.0-or-later
// What enforce would have done to the sessions of each day.
#pragma once

#include "core/diagnosis/enforcement.h"
#include "ui/charts/series.h"
#include "ui/theme/theme.h"

namespace tlsrpt
{

/// Days without such sessions are hatched; no slots where there is none at all.
ChartData enforceChart(const Enforcement &enforcement, const Theme &theme);

} // namespace tlsrpt

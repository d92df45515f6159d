// SPDX-License-Identifier: GPL-3.0-or-later
// A finding over time: what happened each day, with some quiet days before it.
#pragma once

#include "core/diagnosis/finding.h"
#include "ui/charts/series.h"
#include "ui/theme/theme.h"

namespace tlsrpt
{

/// Occurrences by day, else failed sessions; no slots where there is neither. `newest` is the
/// last day that is known of: what goes on is drawn up to it.
ChartData findingChart(const Finding &finding, Day newest, const Theme &theme);

} // namespace tlsrpt

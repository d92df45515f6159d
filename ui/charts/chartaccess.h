// SPDX-License-Identifier: GPL-3.0-or-later
// What a screen reader is told about a chart: role, what it shows, and the slot it stands on.
#pragma once

namespace tlsrpt
{

/// Makes Qt ask us for the accessible interface of every DayChart. May be called again.
void installChartAccess();

} // namespace tlsrpt

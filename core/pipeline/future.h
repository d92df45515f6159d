// SPDX-License-Identifier: GPL-3.0-or-later
// Reports about days to come: only whoever has the clock can tell.
#pragma once

#include "core/report/report.h"

namespace tlsrpt
{

/// Notes DeviationKind::InTheFuture when the report begins more than a day after `now` (seconds
/// since 1970 UTC): a clock that is wrong by hours, or a zone left out, is no deviation.
void noteFuture(Report &report, qint64 now);

} // namespace tlsrpt

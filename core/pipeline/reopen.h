// SPDX-License-Identifier: GPL-3.0-or-later
// A kept original, read again: for the opened report and for rescue.
#pragma once

#include "core/base/limits.h"
#include "core/query/reader.h"
#include "core/report/report.h"

namespace tlsrpt
{

struct ReopenedReport {
    Report report;
    QByteArray json;     ///< unpacked
    OriginalRow original;
};

/// Deviations as on the day of its import.
Result<ReopenedReport> reopen(OriginalRow original, const Limits &limits);

} // namespace tlsrpt

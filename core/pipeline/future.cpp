// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/future.h"

#include <QDateTime>

namespace tlsrpt
{

void noteFuture(Report &report, qint64 now)
{
    constexpr qint64 day = 86400;
    if (report.start <= now + day)
        return;
    report.deviations.push_back({DeviationKind::InTheFuture, QStringLiteral("/date-range/start-datetime"),
                                 QDateTime::fromSecsSinceEpoch(report.start, Qt::UTC).toString(Qt::ISODate)});
}

} // namespace tlsrpt

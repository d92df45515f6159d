// SPDX-License-Identifier: GPL-3.0-or-later
// Which policy each sender applied when (MTA-STS texts, TLSA sets), as runs of report days.
#pragma once

#include "core/base/day.h"
#include "core/report/report.h"
#include "core/report/stspolicy.h"

#include <QStringList>

#include <vector>

namespace tlsrpt
{

/// A run of one sender's report days with the same policy. Runs overlap where a report carries
/// several: on the day of a change, or for servers that the sender does not tell apart.
struct PolicySpan {
    QString sender; ///< key
    QString senderName;
    Track track = Track::Other;
    QString host;        ///< tlsa: the server the records belong to, where told
    QString fingerprint; ///< equal for equal policies; empty: the report carried none
    QStringList lines;   ///< as sent, newest spelling
    PolicyMode mode = PolicyMode::Unknown;
    qint64 maxAge = -1;  ///< seconds
    QStringList patterns;
    Day first, last;
    int reportDays = 0;
    quint32 policy = 0;  ///< index into Facts::policies
};
using PolicyHistory = std::vector<PolicySpan>; ///< by sender, track, host, first day

/// Field by field what differs between two MTA-STS policies, or between two TLSA sets.
enum class PolicyField : quint8 { Version, Mode, MaxAge, Mx, Record };
struct PolicyDifference {
    PolicyField field;
    QString before; ///< empty: added
    QString after;  ///< empty: removed
    bool operator==(const PolicyDifference &) const = default;
};
std::vector<PolicyDifference> difference(Track track, const QStringList &before,
                                         const QStringList &after);

} // namespace tlsrpt

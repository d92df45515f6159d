// SPDX-License-Identifier: GPL-3.0-or-later
// What a failure-reason-code says, read with a dictionary. Free text of strangers:
// only the first part is looked at, and nothing is matched with unbounded repetition.
#pragma once

#include "core/explain/cause.h"
#include "core/report/resulttypes.h"

#include <optional>

namespace tlsrpt
{

struct ReasonReading {
    std::optional<Cause> cause;    ///< none: no row of the dictionary matches
    bool bare = true;              ///< empty, or repeats the result type: carries no information
    bool usedCachedPolicy = false; ///< "fallback to cached policy"
};

/// `type` is none for a result type that is not registered.
ReasonReading readReason(QStringView reason, std::optional<ResultType> type);

/// The cause and whether the reason had a share in it.
struct CauseReading {
    Cause cause = Cause::Unknown;
    bool reasonUnderstood = false;
    bool usedCachedPolicy = false;
};
CauseReading readCause(const FailureFacts &facts);

/// Whether the type is about the MTA-STS policy itself, before any mail server is contacted.
bool isPolicyLevel(std::optional<ResultType> type);

} // namespace tlsrpt

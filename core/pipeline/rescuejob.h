// SPDX-License-Identifier: GPL-3.0-or-later
// A damaged archive to a new one: the kept originals are read again and imported.
#pragma once

#include "core/base/clock.h"
#include "core/base/jobcontrol.h"
#include "core/base/limits.h"
#include "core/store/keptrows.h"

#include <functional>

namespace tlsrpt
{

struct RescueRequest {
    QString damaged; ///< is never changed
    QString target;  ///< must not exist
    Limits limits;
};

struct RescueCounts {
    qint64 saved = 0; ///< reports that are in the new archive
    qint64 total = 0; ///< that left a trace in the damaged one and were not deleted
    /// That its imports say they added and that left no trace: lost altogether, or removed for good before.
    qint64 traceless = 0;
};

struct RescueOutcome {
    RescueCounts counts;        ///< nothing saved: no new archive was made
    bool hadMailboxes = false;  ///< some of its reports were fetched
    QList<KeptPart> incomplete; ///< what else was lost in part or altogether
    qint64 elapsedMs = 0;

    /// No report that the damaged one ever had is known to be missing.
    bool whole() const { return counts.saved == counts.total && counts.traceless == 0; }
};

/// Blocks. Progress comes on the same thread, at most ten times a second. The new archive appears
/// under its name when it is complete; cancelled or failed, nothing is left of it. Errors: those of
/// Archive::open for the damaged one, CannotWrite for the target, Cancelled.
Result<RescueOutcome> runRescue(const RescueRequest &request, const Clock &clock, JobControl &control,
                                const std::function<void(const RescueCounts &)> &progress);

} // namespace tlsrpt

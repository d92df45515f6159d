// SPDX-License-Identifier: GPL-3.0-or-later
// A domain's policy history as it is drawn: a lane for each sender, numbered policies, changes.
#pragma once

#include "core/diagnosis/policyhistory.h"

namespace tlsrpt
{

/// A stretch of days with one policy.
struct PolicyRun {
    int version = 0; ///< of the group, from 1 in the order in which they were first seen
    int line = 0;    ///< runs side by side are on lines below each other
    PolicySpan span;
};

struct PolicyLane {
    QString sender; ///< key
    QString name;
    int lines = 1;
    std::vector<PolicyRun> runs; ///< by first day
    int reportDays = 0;
};

/// The same policy gave way to the same other one, in one or several senders' reports.
struct PolicyChange {
    int from = 0;
    int to = 0;
    Day first, last;     ///< first day of the new policy, of the first and the last sender
    QStringList senders; ///< names, in the order in which they saw it
    std::vector<PolicyDifference> differences;
};

/// Texts of one kind: the MTA-STS policy, or the TLSA records of one server.
struct PolicyGroup {
    Track track = Track::Other;
    QString host;
    int versions = 0;
    std::vector<PolicyLane> lanes;     ///< most report days first
    std::vector<PolicyChange> changes; ///< newest first
};

struct PolicyStory {
    DayRange days;
    std::vector<PolicyGroup> groups;
    bool empty() const { return groups.empty(); }
};
PolicyStory policyStory(const PolicyHistory &history);

} // namespace tlsrpt

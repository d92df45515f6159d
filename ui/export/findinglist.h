// SPDX-License-Identifier: GPL-3.0-or-later
// Findings written out: as text for people at a terminal, as JSON for programs.
#pragma once

#include "core/base/clock.h"
#include "core/diagnosis/diagnosis.h"
#include "core/query/reader.h"

#include <QByteArray>

namespace tlsrpt
{

struct ListedFinding {
    FindingPtr finding;
    bool muted = false;
    std::vector<ReportId> reports; ///< that prove it
};

struct FindingList {
    std::optional<Day> reference;        ///< none: the archive is empty
    std::optional<Day> today;            ///< set, it is told when the reference is old
    std::vector<ListedFinding> findings; ///< in the order to show them
};

/// Keys of the findings that are muted today.
Result<QStringList> mutedKeys(ArchiveReader &reader, const Clock &clock);

/// The commands that are told with the steps: the first one; all in their order where the cause is not known.
QStringList checksToTell(const Finding &finding);

QByteArray findingsJson(const FindingList &list); ///< the promise of `findings --json`, schema 1
QString findingsText(const FindingList &list);

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
// What the user said about findings: looked at, muted until when and why. Kept in the archive.
#pragma once

#include "core/base/day.h"

#include <QString>

#include <optional>

namespace tlsrpt
{

struct FindingMark {
    QString key;                 ///< Finding::key(); empty: the list as a whole
    std::optional<Day> seen;     ///< first day of the newest finding of that key that was looked at;
                                 ///< of the list: the day of the look
    bool muted = false;
    std::optional<Day> until;    ///< muted up to and including this day; none: until unmuted
    QString reason;              ///< the user's own words
    qint64 mutedAt = 0;          ///< seconds since 1970, UTC

    bool operator==(const FindingMark &) const = default;
};

} // namespace tlsrpt

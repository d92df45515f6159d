// SPDX-License-Identifier: GPL-3.0-or-later
// Moments as senders write them: RFC 3339, and what passes for it.
#pragma once

#include <QtGlobal>

#include <optional>
#include <string_view>

namespace tlsrpt
{

struct Moment {
    qint64 seconds = 0;      ///< since 1970, UTC
    bool lastSecond = false; ///< written ":59": as an end it means the second after
    bool dateOnly = false;
    bool noZone = false;  ///< read as UTC
    bool offset = false;  ///< a zone other than Z, converted
    bool unusual = false; ///< fractions, blanks, another notation

    bool operator==(const Moment &) const = default;
};

/// None for what is no moment of the years 1970 to 9999.
std::optional<Moment> readMoment(std::string_view text);
/// Seconds or milliseconds since 1970, as a number.
std::optional<Moment> momentFromNumber(qint64 number);

} // namespace tlsrpt

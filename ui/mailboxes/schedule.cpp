// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mailboxes/schedule.h"

#include <algorithm>

namespace tlsrpt
{

namespace
{
constexpr qint64 minute = 60;
constexpr qint64 day = 24 * 60 * minute;
constexpr int mostDoublings = 12;
}

bool isPassing(Code code)
{
    return code == Code::ServerUnreachable || code == Code::ServerTimeout || code == Code::ServerClosed
        || code == Code::ArchiveLocked;
}

qint64 secondsToNext(const Mailbox &mailbox, int failures, const std::optional<Error> &error)
{
    const qint64 usual = mailbox.everyMinutes * minute;
    if (mailbox.paused || usual <= 0)
        return 0;
    if (!error || failures <= 0)
        return usual;
    const qint64 factor = qint64(1) << std::min(failures - 1, mostDoublings);
    if (isPassing(error->code))
        return std::min(usual, minute * factor);
    return std::min(std::max(usual, day), usual * factor);
}

} // namespace tlsrpt

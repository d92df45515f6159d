// SPDX-License-Identifier: GPL-3.0-or-later
// What went wrong where: the failures of each host, told apart by their cause.
#pragma once

#include "core/explain/explanation.h"
#include "core/query/facts.h"
#include "core/query/filter.h"

#include <vector>

namespace tlsrpt
{

/// One cause at one host. Numbers and days are of this cause alone.
struct HostCause {
    Cause cause = Cause::Unknown;
    Situation situation; ///< of its newest failure, enough for explain(); mx "": policy level
    int domains = 0;
    int senders = 0;
    qint64 occurrences = 0;
    Day first;
    Day last;
};

std::vector<HostCause> hostCauses(const Facts &facts, const Filter &filter); ///< most occurrences first

} // namespace tlsrpt

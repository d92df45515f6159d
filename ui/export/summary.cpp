// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/summary.h"

namespace tlsrpt
{

Summary summarise(const Facts &facts, const Filter &filter, const Clock &clock)
{
    Summary summary;
    summary.filter = filter;
    summary.overview = overview(facts, filter);
    summary.servers = servers(facts, filter);
    summary.resultTypes = resultTypes(facts, filter);
    summary.policies = policiesSeen(facts, filter);
    summary.written = clock.nowUtc();
    return summary;
}

} // namespace tlsrpt

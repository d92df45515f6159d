// SPDX-License-Identifier: GPL-3.0-or-later
// The story of the bundled sample reports: 4 July to 31 October 2026, three domains, five senders.
//
// example.com is healthy: MTA-STS in testing until 17 August, enforced from the 18th. Its second
// server offers no encryption from 11 to 13 August. example.org stays in testing: a certificate
// with a wrong name (21 to 25 July), a policy Mail.ru cannot fetch (9 to 11 September), a backup
// server that the policy does not cover (from 10 October), and from 20 October an expired
// certificate that everybody sees. example.net has DANE, and misses a roll-over on 27 October.
// Nobody reports from 14 to 16 August; Mail.ru falls silent after 24 October.
#pragma once

#include "tests/support/corpus/madereport.h"

#include <vector>

namespace tlsrpt::made
{

/// All reports in the order of their days.
std::vector<Report> story();

} // namespace tlsrpt::made

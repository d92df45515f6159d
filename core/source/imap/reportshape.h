// SPDX-License-Identifier: GPL-3.0-or-later
// May a mail of this structure hold a report (RFC 8460 §5.3, and what gateways make of it)?
#pragma once

struct mailimap_body;

namespace tlsrpt
{

/// When in doubt, yes.
bool mayHoldReport(const mailimap_body &structure);

} // namespace tlsrpt

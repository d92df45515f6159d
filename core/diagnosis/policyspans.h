// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnosis/domainview.h"
#include "core/diagnosis/policyhistory.h"

namespace tlsrpt
{

/// Which policy each sender of the domain applied when.
PolicyHistory policyHistoryOf(const DomainView &view);

} // namespace tlsrpt

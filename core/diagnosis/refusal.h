// SPDX-License-Identifier: GPL-3.0-or-later
// What the mode enforce would have done to the sessions of one row (RFC 8461 §5).
#pragma once

#include "core/diagnosis/domainview.h"

namespace tlsrpt
{

struct Refusal {
    qint64 sessions = 0;
    qint64 occurrences = 0;           ///< of `failures`
    std::vector<quint32> failures;    ///< Facts::failures that a server would be refused for
};
/// Sessions come from the row's summary; its details only tell which of them to leave out: a policy
/// that cannot be fetched is no reason to refuse a server.
Refusal refusedUnderEnforce(const DomainView &view, const ViewRow &row);

} // namespace tlsrpt

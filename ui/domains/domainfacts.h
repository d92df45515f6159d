// SPDX-License-Identifier: GPL-3.0-or-later
// What is known about a domain, beside its policies.
#pragma once

#include "ui/domains/domainitem.h"
#include "ui/theme/theme.h"

namespace tlsrpt
{

class Sections;

/// The state as sentences, figures of the last 30 days.
void fillState(Sections &into, const Theme &theme, const DomainItem &item, const DomainDiagnosis *domain);
/// Who reports, how often, up to when.
void fillSenders(Sections &into, const Theme &theme, const DomainDiagnosis *domain, Day reference);

} // namespace tlsrpt

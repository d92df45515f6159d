// SPDX-License-Identifier: GPL-3.0-or-later
// The two steps of a diagnosis: a domain by its own rows, then all of them at the reference day.
#pragma once

#include "core/diagnosis/diagnosis.h"
#include "core/diagnosis/policybook.h"

namespace tlsrpt
{

/// Judges one domain at its own newest report day. `rows` are its indexes into Facts::policyRows.
/// Null where no row has a believable day.
std::shared_ptr<const DomainDiagnosis> judgeDomain(const Facts &facts, PolicyBook &book,
                                                   TextIndex domain, std::vector<quint32> rows);

/// R32 and R33: who went silent, as seen from the reference day.
std::vector<Finding> silences(const DomainDiagnosis &domain, const Reference &reference);

/// The state of a domain, with `own` (its findings and silences).
DomainHealth healthOf(const DomainDiagnosis &domain, const std::vector<FindingPtr> &own,
                      const Reference &reference);

} // namespace tlsrpt

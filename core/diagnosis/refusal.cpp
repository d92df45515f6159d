// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/refusal.h"

#include "core/explain/explanation.h"
#include "core/query/answers.h"

#include <algorithm>

namespace tlsrpt
{

Refusal refusedUnderEnforce(const DomainView &view, const ViewRow &row)
{
    Refusal refusal;
    if (row.failed == 0)
        return refusal;
    const PolicyFact &fact = view.facts.policyRows[row.index];
    qint64 excused = 0;
    for (quint32 i = fact.firstFailure; i < fact.firstFailure + fact.failureCount; ++i) {
        const FailureFact &failure = view.facts.failures[i];
        const MailEffect effect = effectOf(failure.cause, view.text(failure.resultType), Track::Sts,
                                           PolicyMode::Enforce);
        if (effect == MailEffect::Delayed)
            refusal.failures.push_back(i);
        else
            excused = addCounts(excused, failure.occurrences);
    }
    refusal.sessions = std::max<qint64>(0, row.failed - excused);
    if (refusal.sessions == 0)
        refusal.failures.clear();
    for (const quint32 i : refusal.failures)
        refusal.occurrences = addCounts(refusal.occurrences, view.facts.failures[i].occurrences);
    return refusal;
}

} // namespace tlsrpt

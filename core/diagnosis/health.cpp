// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/judgement.h"
#include "core/diagnosis/thresholds.h"

#include <algorithm>

namespace tlsrpt
{

namespace
{

Health stateOf(const DomainDiagnosis &domain, const DomainHealth &health,
               const Reference &reference)
{
    if (domain.days.last.value <= reference.day.value - thresholds::activeWindow)
        return Health::NoReports;
    if (health.worst && health.worst->severity <= Severity::High)
        return Health::Broken;
    if (domain.mode == PolicyMode::Enforce)
        return Health::Enforcing;
    if (domain.dane)
        return Health::Dane;
    return domain.mode == PolicyMode::Testing ? Health::Testing : Health::Unprotected;
}

} // namespace

DomainHealth healthOf(const DomainDiagnosis &domain, const std::vector<FindingPtr> &own,
                      const Reference &reference)
{
    DomainHealth health;
    health.domain = domain.domain;
    health.mode = domain.mode;
    health.dane = domain.dane;
    health.days = domain.days;
    health.reports = domain.reports;
    health.sessions = domain.sessions;
    health.failed = domain.failed;
    health.protectedSessions = domain.protectedSessions;
    health.senders = int(domain.senders.size());
    for (const FindingPtr &finding : own) {
        health.ready = health.ready || finding->rule == Rule::R34;
        if (!isProblem(*finding))
            continue;
        ++health.openProblems;
        if (!health.worst || comesBefore(*finding, *health.worst))
            health.worst = finding;
    }
    health.health = stateOf(domain, health, reference);
    return health;
}

} // namespace tlsrpt

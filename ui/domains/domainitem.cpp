// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/domains/domainitem.h"

#include "core/diagnosis/judgement.h"
#include "ui/words/findingwords.h"
#include "ui/words/words.h"

#include <QHash>

#include <algorithm>

namespace tlsrpt
{

namespace
{

struct Own {
    std::vector<FindingPtr> loud;
    int mutedOpen = 0;
    bool anyMuted = false;
};

QHash<QString, Own> byDomain(const Diagnosis &diagnosis, const QSet<QString> &mutedKeys)
{
    QHash<QString, Own> all;
    for (const FindingPtr &finding : diagnosis.findings) {
        Own &own = all[finding->domain];
        if (!mutedKeys.isEmpty() && mutedKeys.contains(finding->key())) {
            own.anyMuted = true;
            own.mutedOpen += finding->open;
        } else {
            own.loud.push_back(finding);
        }
    }
    return all;
}

QString policyOf(const DomainHealth &health)
{
    QStringList parts;
    if (health.mode != PolicyMode::Unknown)
        parts << words::policyApplied(Track::Sts, health.mode);
    if (health.dane)
        parts << words::policyApplied(Track::Tlsa, PolicyMode::Unknown);
    if (parts.isEmpty())
        parts << words::policyApplied(Track::None, PolicyMode::Unknown);
    return parts.join(u", "_qs);
}

DomainItem itemOf(const Diagnosis &diagnosis, const DomainHealth &health, const Own &own)
{
    DomainItem item;
    item.health = health;
    item.muted = own.mutedOpen;
    const auto domain = own.anyMuted ? domainOf(diagnosis, health.domain) : nullptr;
    if (domain) {
        item.health = healthOf(*domain, own.loud, diagnosis.reference);
        item.health.mailHost = health.mailHost;
    }
    for (const FindingPtr &finding : own.loud) {
        if (finding->open)
            item.open.push_back(finding);
    }
    std::stable_partition(item.open.begin(), item.open.end(),
                          [](const FindingPtr &finding) { return isProblem(*finding); });
    item.advice = static_cast<int>(item.open.size()) - item.health.openProblems;
    item.reason = item.health.worst && item.health.health != Health::NoReports
                      ? words::findingTitle(*item.health.worst)
                      : words::healthReason(item.health);
    item.policy = policyOf(item.health);
    return item;
}

} // namespace

std::vector<DomainItem> domainItems(const Diagnosis &diagnosis, const QSet<QString> &mutedKeys,
                                    const Filter &filter)
{
    const QHash<QString, Own> own = byDomain(diagnosis, mutedKeys);
    std::vector<DomainItem> items;
    for (const DomainHealth &health : diagnosis.health) {
        if (filter.domains.isEmpty() || filter.domains.contains(health.domain))
            items.push_back(itemOf(diagnosis, health, own.value(health.domain)));
    }
    // What is muted may have changed a state.
    if (!mutedKeys.isEmpty())
        std::stable_sort(items.begin(), items.end(), [](const DomainItem &a, const DomainItem &b) {
            return a.health.health < b.health.health;
        });
    return items;
}

std::shared_ptr<const DomainDiagnosis> domainOf(const Diagnosis &diagnosis, const QString &domain)
{
    for (const auto &each : diagnosis.domains) {
        if (each->domain == domain)
            return each;
    }
    return {};
}

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/summary.h"

#include "ui/export/findinglist.h"

#include <algorithm>

namespace tlsrpt
{

Summary summarise(const Facts &facts, const Filter &filter, const Clock &clock)
{
    Summary summary;
    summary.filter = filter;
    summary.overview = overview(facts, filter);
    summary.servers = servers(facts, filter);
    summary.causes = hostCauses(facts, filter);
    summary.resultTypes = resultTypes(facts, filter);
    summary.policies = policiesSeen(facts, filter);
    summary.written = clock.nowUtc();
    return summary;
}

void addFindings(Summary &summary, const Diagnosis &diagnosis, const QStringList &mutedKeys)
{
    summary.judged = true;
    for (FindingPtr &finding : matching(diagnosis, summary.filter)) {
        if (mutedKeys.contains(finding->key()))
            summary.muted += isProblem(*finding);
        else
            summary.findings.push_back(std::move(finding));
    }
}

Summary judgedSummary(ArchiveReader &reader, const Facts &facts, const Filter &filter,
                      const Clock &clock, std::shared_ptr<const Diagnosis> previous)
{
    Summary summary = summarise(facts, filter, clock);
    if (!newestReportDay(facts))
        return summary;
    Reference reference = referenceOf(facts, reader.newestFetch().value_or(std::nullopt));
    if (previous && previous->reference.afterFetch)
        reference = {std::max(reference.day, previous->reference.day), true};
    // Marks that cannot be read mute nothing: better one problem too many.
    addFindings(summary, *diagnose(facts, reference, std::move(previous)),
                mutedKeys(reader, clock).value_or(QStringList()));
    return summary;
}

} // namespace tlsrpt

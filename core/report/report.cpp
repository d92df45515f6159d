// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report.h"

namespace tlsrpt
{

QLatin1String slug(Track track)
{
    switch (track) {
    case Track::Sts: return QLatin1String("sts");
    case Track::Tlsa: return QLatin1String("tlsa");
    case Track::None: return QLatin1String("none");
    case Track::Other: return QLatin1String("other");
    }
    Q_UNREACHABLE();
}

Track trackOf(QStringView policyType)
{
    const QStringView type = policyType.trimmed();
    if (type.compare(QLatin1String("sts"), Qt::CaseInsensitive) == 0)
        return Track::Sts;
    if (type.compare(QLatin1String("tlsa"), Qt::CaseInsensitive) == 0)
        return Track::Tlsa;
    if (type.compare(QLatin1String("no-policy-found"), Qt::CaseInsensitive) == 0)
        return Track::None;
    return Track::Other;
}

namespace
{

bool sameSessions(const PolicyResult &sts, const PolicyResult &tlsa)
{
    return !sts.policyDomainAsSent.isEmpty() && sts.policyDomainAsSent == tlsa.policyDomainAsSent
        && sts.successful + sts.failed == tlsa.successful + tlsa.failed;
}

/// The sts row that counts the sessions of `tlsa` too and is not paired yet. One with the same
/// failures is the better partner, whatever the order of the rows.
PolicyResult *partnerOf(const PolicyResult &tlsa, Report &report, std::vector<bool> &paired)
{
    std::size_t best = report.policies.size();
    for (std::size_t i = 0; i < report.policies.size(); ++i) {
        const PolicyResult &sts = report.policies[i];
        if (sts.track != Track::Sts || paired[i] || !sameSessions(sts, tlsa))
            continue;
        if (best == report.policies.size() || sts.failed == tlsa.failed)
            best = i;
        if (sts.failed == tlsa.failed)
            break;
    }
    if (best == report.policies.size())
        return nullptr;
    paired[best] = true;
    return &report.policies[best];
}

} // namespace

void markHeadline(Report &report)
{
    bool sts = false;
    bool tlsa = false;
    for (PolicyResult &row : report.policies) {
        row.inHeadline = true;
        sts = sts || row.track == Track::Sts;
        tlsa = tlsa || row.track == Track::Tlsa;
    }
    if (!sts || !tlsa)
        return;
    std::vector<bool> paired(report.policies.size());
    for (PolicyResult &row : report.policies) {
        if (row.track != Track::Tlsa)
            continue;
        PolicyResult *partner = partnerOf(row, report, paired);
        if (!partner)
            continue;
        // The row that saw more failures counts; the sts row when both saw the same.
        PolicyResult &counted = row.failed > partner->failed ? row : *partner;
        (&counted == &row ? *partner : row).inHeadline = false;
    }
}

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report.h"

#include <algorithm>
#include <map>
#include <utility>

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

using Rows = std::vector<PolicyResult *>;

struct SameSessions {
    Rows sts;
    Rows tlsa;
};

/// The row that saw more failures counts; the sts row when both saw the same.
void pair(PolicyResult &sts, PolicyResult &tlsa)
{
    (tlsa.failed > sts.failed ? sts : tlsa).inHeadline = false;
}

/// Each row finds one partner: first those with the same failures, then the rest in the order of
/// their failures, so that the order of the rows in the report does not matter.
void pairAll(SameSessions &rows)
{
    const auto lessFailed = [](const PolicyResult *a, const PolicyResult *b) {
        return a->failed < b->failed;
    };
    std::sort(rows.sts.begin(), rows.sts.end(), lessFailed);
    std::sort(rows.tlsa.begin(), rows.tlsa.end(), lessFailed);
    SameSessions rest;
    auto sts = rows.sts.begin();
    auto tlsa = rows.tlsa.begin();
    while (sts != rows.sts.end() && tlsa != rows.tlsa.end()) {
        if ((*sts)->failed == (*tlsa)->failed)
            pair(**sts++, **tlsa++);
        else if ((*sts)->failed < (*tlsa)->failed)
            rest.sts.push_back(*sts++);
        else
            rest.tlsa.push_back(*tlsa++);
    }
    rest.sts.insert(rest.sts.end(), sts, rows.sts.end());
    rest.tlsa.insert(rest.tlsa.end(), tlsa, rows.tlsa.end());
    for (std::size_t i = 0; i < std::min(rest.sts.size(), rest.tlsa.size()); ++i)
        pair(*rest.sts[i], *rest.tlsa[i]);
}

} // namespace

void markHeadline(Report &report)
{
    std::map<std::pair<QString, qint64>, SameSessions> groups;
    bool tlsa = false;
    for (PolicyResult &row : report.policies) {
        row.inHeadline = true;
        tlsa = tlsa || row.track == Track::Tlsa;
    }
    if (!tlsa)
        return;
    for (PolicyResult &row : report.policies) {
        const bool candidate = row.track == Track::Sts || row.track == Track::Tlsa;
        if (!candidate || row.policyDomainAsSent.isEmpty())
            continue;
        SameSessions &group = groups[{row.policyDomainAsSent, row.successful + row.failed}];
        (row.track == Track::Sts ? group.sts : group.tlsa).push_back(&row);
    }
    for (auto &[key, rows] : groups)
        pairAll(rows);
}

} // namespace tlsrpt

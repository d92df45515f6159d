// SPDX-License-Identifier: GPL-3.0-or-later
// A bare validation-failure says nothing; where another sender names a cause for the same server
// in the same days, it is taken for the same problem, and marked as adopted. Some senders name no
// host either: where one host alone has the problem in these days, it is meant.
#include "core/diagnosis/domainview.h"
#include "core/diagnosis/thresholds.h"

#include <QHash>

#include <algorithm>

namespace tlsrpt
{

namespace
{

/// Who named a cause when.
struct Named {
    qint32 day;
    SenderIndex sender;
    Problem problem;
    Cause cause;
    TextIndex mx;
    qint64 count;
};
using NamedByHost = QHash<TextIndex, std::vector<Named>>; ///< each by day; 0: of any host

constexpr std::array serverProblems{Problem::CertificateExpired, Problem::CertificateName,
                                    Problem::CertificateTrust,   Problem::StarttlsMissing,
                                    Problem::MxNotInPolicy,      Problem::Handshake};

bool namesServerCause(Problem problem)
{
    return std::find(serverProblems.begin(), serverProblems.end(), problem) != serverProblems.end();
}

/// The one problem that other senders name around a day. None where they disagree and no host
/// says which is meant; with a host, the one seen most.
const Named *namedNear(const std::vector<Named> &named, qint32 day, SenderIndex sender, bool anyHost)
{
    auto at = std::partition_point(named.begin(), named.end(), [day](const Named &n) {
        return n.day < day - thresholds::adoptionDays;
    });
    const Named *best = nullptr;
    for (; at != named.end() && at->day <= day + thresholds::adoptionDays; ++at) {
        if (at->sender == sender)
            continue;
        if (anyHost && best && best->problem != at->problem)
            return nullptr;
        if (!best || at->count > best->count)
            best = &*at;
    }
    return best;
}

/// The only host that anybody names for a problem around a day; 0: none, or several.
TextIndex onlyHostNear(const std::vector<Named> &named, qint32 day, Problem problem)
{
    auto at = std::partition_point(named.begin(), named.end(), [day](const Named &n) {
        return n.day < day - thresholds::adoptionDays;
    });
    TextIndex only = 0;
    for (; at != named.end() && at->day <= day + thresholds::adoptionDays; ++at) {
        if (at->problem != problem || !at->mx)
            continue;
        if (only && at->mx != only)
            return 0;
        only = at->mx;
    }
    return only;
}

/// Days of one host, sender and problem joined, so that a flood of rows costs one entry.
void add(std::vector<Named> &named, const Named &one)
{
    for (auto it = named.rbegin(); it != named.rend() && it->day == one.day; ++it) {
        if (it->sender == one.sender && it->problem == one.problem
            && it->mx == one.mx) {
            it->count += one.count;
            return;
        }
    }
    named.push_back(one);
}

/// A sender whose own policy covers a server has not met it as one that is missing there.
bool isRefuted(const DomainView &view, const ViewRow &row, Problem problem, TextIndex mx)
{
    return problem == Problem::MxNotInPolicy && mx
           && coveringPattern(view.facts.policies[row.policy].mxHosts, view.text(mx));
}

} // namespace

void DomainView::adoptCauses()
{
    const auto isBare = [this](const ViewDetail &d) {
        return d.cause == Cause::NoReason && rowOf(d).track == Track::Sts;
    };
    if (std::none_of(details.begin(), details.end(), isBare))
        return;
    NamedByHost byHost;
    for (const ViewDetail &detail : details) {
        const ViewRow &row = rowOf(detail);
        if (row.track != Track::Sts || !namesServerCause(detail.problem))
            continue;
        const Named named{row.day,      row.sender, detail.problem,
                          detail.cause, detail.mx,  detail.count};
        add(byHost[0], named);
        if (detail.mx)
            add(byHost[detail.mx], named);
    }
    for (ViewDetail &detail : details) {
        if (!isBare(detail))
            continue;
        const ViewRow &row = rowOf(detail);
        const auto named = byHost.constFind(detail.mx);
        if (named == byHost.constEnd())
            continue;
        const Named *near = namedNear(*named, row.day, row.sender, detail.mx == 0);
        if (near && !isRefuted(*this, row, near->problem, near->mx)) {
            detail.problem = near->problem;
            detail.cause = near->cause;
            detail.adopted = true;
        }
    }
}

void DomainView::adoptHosts()
{
    std::array<std::vector<Named>, trackCount> named;
    bool anyWithout = false;
    for (const ViewDetail &detail : details) {
        const ViewRow &row = rowOf(detail);
        if (detail.mx)
            add(named[size_t(row.track)],
                {row.day, row.sender, detail.problem, detail.cause, detail.mx, detail.count});
        anyWithout = anyWithout || !detail.mx;
    }
    if (!anyWithout)
        return;
    for (ViewDetail &detail : details) {
        if (detail.mx || isPolicyLevel(detail.problem))
            continue;
        const ViewRow &row = rowOf(detail);
        const TextIndex mx = onlyHostNear(named[size_t(row.track)], row.day, detail.problem);
        if (!isRefuted(*this, row, detail.problem, mx))
            detail.mx = mx;
    }
}

} // namespace tlsrpt

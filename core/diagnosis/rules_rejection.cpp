// SPDX-License-Identifier: GPL-3.0-or-later
// The rule about a policy that was fetched and refused.
#include "core/diagnosis/fetchtrouble.h"
#include "core/diagnosis/rules.h"

#include <algorithm>

namespace tlsrpt::rules
{

namespace
{

/// Defects of the text that was refused: the sender's own copy, else one that another sender
/// reports in these days.
void addDefects(Finding &finding, const DomainView &view, const Episode &episode)
{
    const auto take = [&](const ViewRow &row) {
        if (row.track != Track::Sts || row.policy == 0)
            return false;
        finding.details.defects = view.policyOf(row).sts.defects;
        return !finding.details.defects.empty();
    };
    for (auto it = episode.details.rbegin(); it != episode.details.rend(); ++it) {
        if (take(view.rowOf(view.details[*it])))
            return;
    }
    const auto [begin, end] = view.rowsOfDays(episode.first, episode.last);
    for (size_t i = end; i-- > begin;) {
        if (take(view.rows[i]))
            return;
    }
}

/// With the bare failures of other senders in the same days.
Finding rejectionFinding(const Case &subject, const Rejection &rejection)
{
    const DomainView &view = subject.view;
    const Episode &own = subject.episodes[rejection.episode];
    const Finding refusal = subject.findingAbout(Rule::R19, own);
    if (rejection.bare.empty())
        return refusal;
    std::vector<quint32> details = own.details;
    for (const size_t part : rejection.bare) {
        const std::vector<quint32> &more = subject.episodes[part].details;
        details.insert(details.end(), more.begin(), more.end());
    }
    std::sort(details.begin(), details.end());
    Finding finding = subject.findingAbout(
        Rule::R19, episodeFrom(view, own.track, own.problem, 0, std::move(details)));
    finding.cause = refusal.cause;
    finding.group = refusal.group;
    finding.resultType = refusal.resultType;
    finding.reason = refusal.reason;
    finding.owner = refusal.owner;
    finding.effect = refusal.effect;
    finding.checks = refusal.checks;
    addReason(finding.confidence, ConfidencePoint::AdoptedCause, 0);
    return finding;
}

} // namespace

/// The policy was fetched and refused, or the certificate of its host was (R19). Fills
/// details.defects where a report carries the text. One sender alone, with others content, is
/// limited: medium.
void policyRejected(Case &subject)
{
    for (const Rejection &rejection : fetchTroublesOf(subject).rejected) {
        const Episode &episode = subject.episodes[rejection.episode];
        Finding finding = rejectionFinding(subject, rejection);
        const bool limited = finding.senders.size() == 1
                             && othersObtainPolicy(subject.view, episode.senders.front(),
                                                   episode.first, episode.last);
        finding.severity
            = unlessNone(episode.mode, limited ? Severity::Medium : Severity::High);
        if (finding.cause == Cause::PolicyInvalid)
            addDefects(finding, subject.view, episode);
        std::vector<size_t> explained = rejection.bare;
        explained.push_back(rejection.episode);
        subject.add(std::move(finding), explained);
    }
}

} // namespace tlsrpt::rules

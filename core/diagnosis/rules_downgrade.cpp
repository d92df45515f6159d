// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody on the path may be holding encryption off: never more than "possible".
#include "core/diagnosis/rules.h"
#include "core/diagnosis/suspicion.h"
#include "core/diagnosis/thresholds.h"

#include <algorithm>

namespace tlsrpt::rules
{

namespace
{

constexpr int enoughPoints = 6;
constexpr int rememberedDays = 365;    ///< nobody can ask a sender about older ones
constexpr size_t weighedAtMost = 200;  ///< the newest; a flood of forged ones is no attack
constexpr int pointsBeforeAndAfter = 15;

/// What interception looks like: no encryption offered, or a certificate of somebody else's.
bool looksLikeIt(const Episode &episode)
{
    return episode.mx && episode.senders.size() == 1
           && (episode.problem == Problem::StarttlsMissing
               || episode.problem == Problem::CertificateTrust);
}

/// Its own, not that of the failure: that encryption failed is sure, why is not.
Confidence confidenceOf(const Suspicion &suspicion)
{
    using namespace thresholds;
    Confidence confidence;
    addReason(confidence, ConfidencePoint::Start, confidenceStart);
    if (suspicion.has(ClueKind::SucceededBeforeAndAfter))
        addReason(confidence, ConfidencePoint::SenderUnaffectedBefore, pointsBeforeAndAfter);
    if (!suspicion.has(ClueKind::OthersSucceedOnThatServer))
        addReason(confidence, ConfidencePoint::OnlyCompatible, pointsOnlyCompatible);
    if (suspicion.has(ClueKind::Few))
        addReason(confidence, ConfidencePoint::FewOccurrences, pointsFewOccurrences);
    return confidence;
}

Finding findingOf(const Case &subject, size_t index, Suspicion suspicion)
{
    Finding finding = subject.findingAbout(Rule::R31, subject.episodes[index]);
    finding.severity = Severity::High;
    finding.owner = Owner::ReceivingDomain;
    finding.confidence = confidenceOf(suspicion);
    Situation situation;
    situation.track = finding.track;
    situation.mode = finding.mode;
    situation.domain = finding.domain;
    situation.mx = finding.mx;
    for (const CheckKind kind : {CheckKind::StsRecordAndMx, CheckKind::ReportRecord}) {
        Check check = checkFor(kind, situation);
        if (std::find(finding.checks.begin(), finding.checks.end(), check) == finding.checks.end())
            finding.checks.push_back(std::move(check));
    }
    std::vector<SenderShare> &others = finding.others;
    others.erase(std::remove_if(others.begin(), others.end(),
                                [](const SenderShare &other) { return other.failed > 0; }),
                 others.end());
    finding.details.clues = std::move(suspicion.clues);
    finding.details.address = suspicion.network;
    if (const Finding *cause = subject.findingOf(index))
        finding.details.about = cause->rule;
    return finding;
}

} // namespace

/// One sender cannot encrypt, or sees an unknown certificate, where others have no trouble, and it
/// is tied to one place of the network: six points of the table in suspicion.cpp or more (R31).
/// `others` are those without any failure. Fills details.clues, address (the sending network,
/// where it is one) and about.
void possibleDowngrade(Case &subject)
{
    std::vector<size_t> candidates;
    for (size_t i = subject.episodes.size(); i-- > 0 && candidates.size() < weighedAtMost;) {
        const Episode &episode = subject.episodes[i];
        if (looksLikeIt(episode) && episode.last >= subject.reference - rememberedDays)
            candidates.push_back(i);
    }
    if (candidates.empty())
        return;
    Weighing weighing(subject);
    for (const size_t index : candidates) {
        Suspicion suspicion = weighing.weigh(subject.episodes[index]);
        if (suspicion.score() >= enoughPoints && suspicion.isTiedToAPlace())
            subject.add(findingOf(subject, index, std::move(suspicion)));
    }
}

} // namespace tlsrpt::rules

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/case.h"
#include "core/diagnosis/thresholds.h"
#include "core/explain/reason.h"
#include "core/query/answers.h"

#include <algorithm>

namespace tlsrpt
{

namespace
{

/// What the details of some episodes have in common.
struct Traits {
    std::vector<SenderIndex> senders;
    std::vector<qint32> days;
    qint64 occurrences = 0;
    bool reasonGiven = false;
    bool onlyBare = true; ///< no reason that tells the cause
    bool adopted = false;
};

void addDetail(Traits &traits, const DomainView &view, const ViewDetail &detail)
{
    const FailureFact &fact = view.fact(detail);
    const auto type = resultTypeOf(view.text(fact.resultType));
    if (!traits.reasonGiven && fact.reason != 0 && fact.cause != Cause::Unknown) {
        const ReasonReading reading = readReason(view.text(fact.reason), type);
        traits.reasonGiven = reading.cause.has_value() && !reading.bare;
    }
    const bool tells = fact.cause != Cause::NoReason && fact.cause != Cause::Unknown;
    traits.onlyBare = traits.onlyBare && (detail.adopted || !tells);
    traits.adopted = traits.adopted || detail.adopted;
}

template<typename Value>
void sortUnique(std::vector<Value> &values)
{
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

Traits traitsOf(const DomainView &view, const std::vector<const Episode *> &episodes)
{
    Traits traits;
    for (const Episode *episode : episodes) {
        traits.senders.insert(traits.senders.end(), episode->senders.begin(),
                              episode->senders.end());
        traits.days.insert(traits.days.end(), episode->days.begin(), episode->days.end());
        traits.occurrences = addCounts(traits.occurrences, episode->occurrences);
        for (const quint32 detail : episode->details)
            addDetail(traits, view, view.details[detail]);
    }
    sortUnique(traits.senders);
    sortUnique(traits.days);
    return traits;
}

/// Sessions that are surely with the server, on the episode's days and of its senders.
bool mostlySucceeds(const DomainView &view, const Episode &episode)
{
    if (!episode.mx)
        return false;
    qint64 sessions = 0;
    qint64 failed = 0;
    quint32 last = ~0u;
    for (const quint32 index : episode.details) {
        const ViewDetail &detail = view.details[index];
        if (detail.row == last || !view.isAttributable(view.rowOf(detail), episode.mx))
            continue;
        last = detail.row;
        sessions = addCounts(sessions, view.rowOf(detail).sessions());
        failed = addCounts(failed, view.rowOf(detail).failed);
    }
    return sessions > 0
           && double(sessions - failed) > thresholds::mostlySuccessful * double(sessions);
}

} // namespace

void addReason(Confidence &confidence, ConfidencePoint point, int points)
{
    std::erase_if(confidence.reasons, [](const ConfidenceReason &reason) {
        return reason.point == ConfidencePoint::Limit;
    });
    confidence.reasons.push_back({point, points});
    int sum = 0;
    for (const ConfidenceReason &reason : confidence.reasons)
        sum += reason.points;
    confidence.value = std::clamp(sum, 5, 99);
    if (confidence.value != sum)
        confidence.reasons.push_back({ConfidencePoint::Limit, confidence.value - sum});
}

void makeCertain(Confidence &confidence)
{
    confidence.certain = true;
    confidence.reasons.push_back({ConfidencePoint::Certain, 0});
    confidence.value = 99;
}

Confidence confidenceOf(const DomainView &view, const std::vector<const Episode *> &episodes)
{
    using namespace thresholds;
    const Traits traits = traitsOf(view, episodes);
    Confidence confidence;
    addReason(confidence, ConfidencePoint::Start, confidenceStart);
    if (int(traits.senders.size()) >= severalSenders)
        addReason(confidence, ConfidencePoint::SeveralSenders, pointsSeveralSenders);
    if (int(traits.senders.size()) >= manySenders)
        addReason(confidence, ConfidencePoint::ManySenders, pointsManySenders);
    if (int(traits.days.size()) >= severalDays)
        addReason(confidence, ConfidencePoint::SeveralDays, pointsSeveralDays);
    if (traits.occurrences >= manyOccurrences)
        addReason(confidence, ConfidencePoint::ManyOccurrences, pointsManyOccurrences);
    if (traits.reasonGiven)
        addReason(confidence, ConfidencePoint::ReasonGiven, pointsReasonGiven);
    if (traits.occurrences < fewOccurrences)
        addReason(confidence, ConfidencePoint::FewOccurrences, pointsFewOccurrences);
    if (traits.onlyBare)
        addReason(confidence, ConfidencePoint::BareFailure, pointsBareFailure);
    if (traits.adopted)
        addReason(confidence, ConfidencePoint::AdoptedCause, 0);
    if (std::any_of(episodes.begin(), episodes.end(),
                    [&view](const Episode *e) { return mostlySucceeds(view, *e); }))
        addReason(confidence, ConfidencePoint::SuccessesOnThatServer, pointsSuccessesOnThatServer);
    return confidence;
}

} // namespace tlsrpt

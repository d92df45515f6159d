// SPDX-License-Identifier: GPL-3.0-or-later
// Failures that only one sender, or only one of its networks, reports: beside the finding that
// tells what failed.
#include "core/diagnosis/networks.h"
#include "core/diagnosis/rules.h"
#include "core/diagnosis/thresholds.h"

#include <algorithm>

namespace tlsrpt::rules
{

namespace
{

constexpr size_t othersNeeded = 2;      ///< one other alone may just have used another server
constexpr qint64 othersSessions = 20;   ///< fewer clean sessions are weak evidence

/// Rules that speak of one sender already, or of what passed by itself.
bool saysSoItself(Rule rule)
{
    return rule == Rule::R13 || rule == Rule::R14 || rule == Rule::R28;
}

/// A blip that is over needs no second finding.
bool isWorthIt(const Episode &episode)
{
    return episode.senders.size() == 1
           && (episode.open || int(episode.days.size()) >= thresholds::severalDays);
}

bool hasCleanOthers(const DomainView &view, const Episode &episode)
{
    size_t clean = 0;
    for (SenderIndex other = 0; other < view.senders.size(); ++other) {
        if (other == episode.senders.front())
            continue;
        const SessionSum sum
            = view.sessionsOf(other, episode.track, episode.first, episode.last);
        if (sum.failed == 0 && sum.sessions >= othersSessions
            && view.isActive(other, episode.last) && ++clean >= othersNeeded)
            return true;
    }
    return false;
}

/// Reports do not tell with which server the others' sessions were.
bool isOnlyCompatible(const DomainView &view, const Episode &episode)
{
    return episode.mx
           && !view.isAttributable(view.rowOf(view.details[episode.details.back()]), episode.mx);
}

} // namespace

/// One sender has the problem; at least two others that report regularly delivered on the same
/// track and days without a failure (R30). One step milder than what it stands beside; where no
/// other rule speaks of the failures, it does. `others` are those without any failure. Fills
/// details.about.
void oneSenderOnly(Case &subject)
{
    const DomainView &view = subject.view;
    for (size_t i = 0; i < subject.episodes.size(); ++i) {
        const Episode &episode = subject.episodes[i];
        const Finding *cause = subject.findingOf(i);
        if (!isWorthIt(episode) || (cause && saysSoItself(cause->rule))
            || (!cause && isPolicyLevel(episode.problem)) || !hasCleanOthers(view, episode))
            continue;
        Finding finding = subject.findingAbout(Rule::R30, episode);
        finding.severity = milder(cause ? cause->severity : finding.severity);
        finding.owner = Owner::Sender;
        std::vector<SenderShare> &others = finding.others;
        others.erase(std::remove_if(others.begin(), others.end(),
                                    [](const SenderShare &other) { return other.failed > 0; }),
                     others.end());
        if (isOnlyCompatible(view, episode))
            addReason(finding.confidence, ConfidencePoint::OnlyCompatible,
                      thresholds::pointsOnlyCompatible);
        if (cause)
            finding.details.about = cause->rule;
        subject.add(std::move(finding), cause ? std::vector<size_t>{} : std::vector<size_t>{i});
    }
}

/// All failures of an episode come from one network of a sender that is known to use others and
/// delivers from somewhere in these days (R30b). Fills details.address with the network, and
/// about. Other networks are known from other failures only: sessions that succeed name no machine.
void oneNetworkOnly(Case &subject)
{
    const DomainView &view = subject.view;
    SenderNetworks networks(view);
    for (size_t i = 0; i < subject.episodes.size(); ++i) {
        const Episode &episode = subject.episodes[i];
        const Finding *cause = subject.findingOf(i);
        if (!cause || !isWorthIt(episode) || saysSoItself(cause->rule)
            || episode.occurrences < thresholds::fewOccurrences
            || episode.details.size() < 2) // of a single detail it is always true
            continue;
        const SenderIndex sender = episode.senders.front();
        const SessionSum sum
            = view.sessionsOf(sender, episode.track, episode.first, episode.last);
        const QString network = networks.only(episode);
        if (network.isEmpty() || sum.sessions <= sum.failed
            || !networks.usesAnother(sender, network, episode))
            continue;
        Finding finding = subject.findingAbout(Rule::R30b, episode);
        const bool blocksMail
            = episode.track == Track::Tlsa || episode.mode == PolicyMode::Enforce;
        finding.severity = blocksMail ? Severity::Medium : Severity::Low;
        finding.owner = Owner::Sender;
        finding.details.address = network;
        finding.details.about = cause->rule;
        addReason(finding.confidence, ConfidencePoint::OnlyCompatible,
                  thresholds::pointsOnlyCompatible);
        subject.add(std::move(finding));
    }
}

} // namespace tlsrpt::rules

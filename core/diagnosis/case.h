// SPDX-License-Identifier: GPL-3.0-or-later
// A domain on the bench: what the rules look at, what they found, and what is explained already.
#pragma once

#include "core/diagnosis/diagnosis.h"
#include "core/diagnosis/episode.h"

namespace tlsrpt
{

class Case
{
public:
    Case(const DomainView &view, const PolicyHistory &history);

    const DomainView &view;
    const PolicyHistory &history;
    const std::vector<Episode> episodes;
    /// The domain's newest report day: a domain is judged at its own last day.
    const qint32 reference;

    /// What an earlier rule made of an episode; none: nobody explained it yet. Rules run in the
    /// order of the table in rules.cpp, so a rule that wins over another stands before it.
    std::optional<Rule> explainedBy(size_t episode) const { return m_explained[episode]; }
    bool isExplained(size_t episode) const { return m_explained[episode].has_value(); }
    /// The finding explains these episodes. A weak one is high at most.
    void add(Finding finding, const std::vector<size_t> &explained = {});
    /// The finding of an earlier rule about an episode, or null.
    const Finding *findingOf(size_t episode) const;
    const std::vector<Finding> &findings() const { return m_findings; }
    std::vector<Finding> takeFindings() { return std::move(m_findings); }

    /// A finding about one episode with everything that follows from it: days, counts, senders and
    /// the others, impact, mode, cause, owner, effect, checks, confidence and proof. Severity is
    /// severityByMode(), at most low for once or twice among many. The rule adds what is its own.
    Finding findingAbout(Rule rule, const Episode &episode) const;
    /// The same for several episodes as one finding (R02); the host is left empty.
    Finding findingAbout(Rule rule, const std::vector<size_t> &episodes) const;
    /// A finding that is about no failures: the domain, days and senders (with their sessions on
    /// the track), owner, checks; start confidence only.
    Finding findingAbout(Rule rule, Track track, const std::vector<SenderIndex> &senders,
                         qint32 first, qint32 last, Owner owner,
                         std::initializer_list<CheckKind> checks) const;
    /// Rows as proof of such a finding: those of the senders on the track and days.
    void proveByRows(Finding &finding, Track track, const std::vector<SenderIndex> &senders,
                     qint32 first, qint32 last) const;

private:
    void addDays(Finding &finding, const std::vector<SenderIndex> &senders) const;
    void addShares(Finding &finding, const std::vector<SenderIndex> &senders) const;
    void addOthers(Finding &finding, const std::vector<SenderIndex> &senders) const;
    void addExplanation(Finding &finding, const Episode &episode) const;

    std::vector<std::optional<Rule>> m_explained;
    std::vector<size_t> m_findingOf; ///< by episode: index into m_findings
    std::vector<Finding> m_findings;
};

/// Critical under enforce and DANE, high in testing or where the mode is unknown, low without
/// policy.
Severity severityByMode(Track track, PolicyMode mode);

/// Once or twice among many sessions: networks do that. Case::findingAbout() made it low.
bool isBlip(const Finding &finding);

/// Adds a reason and its points, within 5 to 99.
void addReason(Confidence &confidence, ConfidencePoint point, int points);
/// A deterministic check proves it.
void makeCertain(Confidence &confidence);
Confidence confidenceOf(const DomainView &view, const std::vector<const Episode *> &episodes);

/// SenderShare of one sender on a track and days, without occurrences.
SenderShare shareOf(const DomainView &view, SenderIndex sender, Track track, qint32 first,
                    qint32 last);

} // namespace tlsrpt

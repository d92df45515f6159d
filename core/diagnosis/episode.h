// SPDX-License-Identifier: GPL-3.0-or-later
// Runs of days with the same problem at the same server.
#pragma once

#include "core/diagnosis/domainview.h"

namespace tlsrpt
{

struct Episode {
    Problem problem = Problem::Unexplained;
    Track track = Track::Other;
    TextIndex mx = 0;            ///< 0: no server involved, not named, or too many to tell apart
    qint32 first = 0, last = 0;
    std::vector<quint32> details; ///< DomainView::details, by day
    std::vector<SenderIndex> senders; ///< most occurrences first
    std::vector<qint32> days;    ///< days with a detail, each once
    qint64 occurrences = 0;
    Cause cause = Cause::Unknown; ///< of most occurrences
    PolicyMode mode = PolicyMode::Unknown; ///< the strictest seen in it
    bool open = true;
};

/// All of the domain's, by first day. Quiet days inside an episode: see thresholds.h.
std::vector<Episode> episodesOf(const DomainView &view);

/// One episode of these details, in day order: what a rule makes of a part of one, or of several.
/// `details` must not be empty.
Episode episodeFrom(const DomainView &view, Track track, Problem problem, TextIndex mx,
                    std::vector<quint32> details);

/// Still going on: its last day is within openWithin days of the newest report of one of its senders
/// that still reports, or fewer than cleanReportsToClose later reports of them show success.
bool isOpen(const DomainView &view, const std::vector<SenderIndex> &senders, Track track,
            qint32 last);

} // namespace tlsrpt

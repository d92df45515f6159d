// SPDX-License-Identifier: GPL-3.0-or-later
// Who applies which policy now, and which of them is the newest: what several rules ask the history.
#pragma once

#include "core/diagnosis/case.h"

namespace tlsrpt
{

/// The spans of one sender on one track, for tlsa of one host, by first day.
struct SenderSpans {
    SenderIndex sender = 0;
    const PolicySpan *begin = nullptr;
    const PolicySpan *end = nullptr;
    qint32 last = 0; ///< newest day of any of them
};
std::vector<SenderSpans> spansOf(const Case &subject, Track track);

/// A span that its sender still applies, or applied up to openWithin days before its newest report.
struct PolicyUse {
    SenderIndex sender = 0;
    const PolicySpan *span = nullptr;
};
/// Those of senders that still report; one that went silent long ago applies nothing.
std::vector<PolicyUse> usesNow(const Case &subject, Track track);

/// Their senders, each once, in order.
std::vector<SenderIndex> sendersOf(const std::vector<PolicyUse> &uses);

/// The MTA-STS policies in use, parted at the newest of them.
struct PoliciesInUse {
    const PolicySpan *newest = nullptr; ///< null: none in use
    qint32 introduced = 0;              ///< first day anybody applied it in place of the older ones
    std::vector<PolicyUse> current;     ///< who applies the newest
    std::vector<PolicyUse> older;       ///< who applied another one after that day
};
PoliciesInUse policiesInUse(const Case &subject);
/// The newest policy by its fullest text; null where nobody tells its mode, max_age and servers.
const PolicySpan *wholeText(const PoliciesInUse &policies);

/// Whether two texts can be of one policy: senders leave fields out, and what is left out is no
/// difference.
bool maySame(const PolicySpan &a, const PolicySpan &b);

/// The server that a set of TLSA records belongs to: `host`, or the domain itself where that is a
/// mail host's name.
QString serverOf(const Case &subject, const QString &host);

/// Whether the sender's newest report is at most silentGap days older than the domain's.
bool stillReports(const Case &subject, SenderIndex sender);

/// A sender that had rows of a track on most of its report days, and then none up to its newest.
struct LostTrack {
    SenderIndex sender = 0;
    qint32 lastSeen = 0;
    qint32 first = 0; ///< report day without
    qint32 last = 0;
    int days = 0;     ///< report days without
};
std::optional<LostTrack> lostTrack(const Case &subject, SenderIndex sender, Track track,
                                   int fewestDays);

/// Points for senders, days and sessions, where a finding rests on rows and not on failures.
void addRowReasons(Confidence &confidence, size_t senders, int days, qint64 sessions);

/// Rows of some senders and days as proof, whatever their track.
void proveByDays(Finding &finding, const Case &subject, const std::vector<SenderIndex> &senders,
                 qint32 first, qint32 last);

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
// Which senders could not fetch the policy for how long: what R12, R13, R14 and R19 share.
#pragma once

#include "core/diagnosis/case.h"

namespace tlsrpt
{

/// What an episode of failed fetches amounts to.
struct FetchTrouble {
    size_t episode = 0;
    std::vector<SenderIndex> lasting; ///< R12, or R14
    std::vector<SenderIndex> brief;   ///< R13
    bool oneSenderOnly = false;       ///< R14: the only lasting one, while others obtain the policy
};

/// What senders refused: the text of the policy, or the certificate of its host.
struct Rejection {
    size_t episode = 0;
    /// Of other senders in the same days that say no more than that the fetch failed: one fault
    /// under two names.
    std::vector<size_t> bare;
};

struct FetchTroubles {
    std::vector<FetchTrouble> failed;
    std::vector<Rejection> rejected;
    std::vector<size_t> rejectedOnce; ///< by one sender on one day: no more than a short trouble
};

/// Of all failed fetches, and of the refusals that nobody explained yet.
FetchTroubles fetchTroublesOf(const Case &subject);

/// Sessions of the sender under the policy succeed on a later day.
bool hasRecovered(const DomainView &view, SenderIndex sender, qint32 day);

/// Sessions of another sender succeed under a policy that it has, in these days.
bool othersObtainPolicy(const DomainView &view, SenderIndex sender, qint32 first, qint32 last);

/// The part of an episode that is these senders'; by day, like the episode's.
std::vector<quint32> detailsOf(const DomainView &view, const Episode &episode,
                               std::vector<SenderIndex> senders);

/// Under mode none nothing was protected that could be gone.
Severity unlessNone(PolicyMode mode, Severity severity);

} // namespace tlsrpt

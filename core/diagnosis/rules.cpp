// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/rules.h"

#include <array>

namespace tlsrpt::rules
{

namespace
{

using Judge = void (*)(Case &);

/// The order decides which rule explains an episode: the more specific first; those that stand
/// beside a finding after it.
constexpr std::array<Judge, 33> inOrder{
    certificateExpired, certificateNameMismatch, tlsaUnusable, daneMismatch, certificateUntrusted,
    starttlsMissing, starttlsIntermittent, mxNotInPolicy, unknownMailHost, handshakeFailure,
    policyFetchOneSender, policyUnreachable, policyFetchTransient, policyRejected, dnssecBroken,
    daneDemanded, unexplainedFailure, policyDefects, policyVersionsDiffer, policyLost,
    senderWithoutPolicy, noProtection, policyModeChanged, maxAgeShort, patternWide, patternUnused,
    daneDisappeared, daneRollover, singleAddressFault, oneSenderOnly, oneNetworkOnly,
    possibleDowngrade, failureJump,
};
/// These look at what the others found, or at nothing of it.
constexpr std::array<Judge, 4> afterwards{reportQuality, doubtfulReports, countedTwice, readiness};

} // namespace

void judge(Case &subject)
{
    for (const Judge rule : inOrder)
        rule(subject);
    for (const Judge rule : afterwards)
        rule(subject);
}

} // namespace tlsrpt::rules

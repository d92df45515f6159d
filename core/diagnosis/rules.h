// SPDX-License-Identifier: GPL-3.0-or-later
// The rules by family, one file each. A rule looks at the case and adds what it finds.
//
// To add one: its value in rule.h and its names in rule.cpp, a function here and in its family's
// file, its place in the table of rules.cpp, its words in ui/words, its scenarios in
// tests/core/diagnosis.
#pragma once

#include "core/diagnosis/case.h"

namespace tlsrpt::rules
{

// rules_certificates.cpp: the certificate and name of a mail server
void certificateExpired(Case &subject);        ///< R01, R02
void singleAddressFault(Case &subject);        ///< R03, beside the cause
void certificateNameMismatch(Case &subject);   ///< R04
void certificateUntrusted(Case &subject);      ///< R05

// rules_servers.cpp: encryption of a mail server
void starttlsMissing(Case &subject);           ///< R06
void starttlsIntermittent(Case &subject);      ///< R07
void handshakeFailure(Case &subject);          ///< R10
void unexplainedFailure(Case &subject);        ///< R11

// rules_hosts.cpp: mail hosts that no policy covers
void mxNotInPolicy(Case &subject);             ///< R08
void unknownMailHost(Case &subject);           ///< R09, beside the cause

// rules_policyhost.cpp: fetching the policy
void policyFetchOneSender(Case &subject);      ///< R14, wins over R12
void policyUnreachable(Case &subject);         ///< R12
void policyFetchTransient(Case &subject);      ///< R13

// rules_rejection.cpp
void policyRejected(Case &subject);            ///< R19

// rules_policy.cpp: the policy itself and who sees it
void policyVersionsDiffer(Case &subject);      ///< R18
void policyLost(Case &subject);                ///< R20
void senderWithoutPolicy(Case &subject);       ///< R21
void noProtection(Case &subject);              ///< R22

// rules_policymode.cpp: its mode
void policyModeChanged(Case &subject);         ///< R41

// rules_policytext.cpp: defects of its text
void policyDefects(Case &subject);             ///< R23
void maxAgeShort(Case &subject);               ///< R24
void patternWide(Case &subject);               ///< R25

// rules_policyentries.cpp: entries that nothing fits
void patternUnused(Case &subject);             ///< R26

// rules_tlsa.cpp: TLSA records
void tlsaUnusable(Case &subject);              ///< R17

// rules_mismatch.cpp: a key that matches none of them
void daneMismatch(Case &subject);              ///< R15, R16; win over R05

// rules_dane.cpp: DNSSEC, and DANE that comes, goes or is demanded
void dnssecBroken(Case &subject);              ///< R27
void daneDemanded(Case &subject);              ///< R28
void daneDisappeared(Case &subject);           ///< R29
void daneRollover(Case &subject);              ///< R31b

// rules_senders.cpp: one sender, one network
void oneSenderOnly(Case &subject);             ///< R30, beside the cause
void oneNetworkOnly(Case &subject);            ///< R30b, beside the cause

// rules_downgrade.cpp: the path between
void possibleDowngrade(Case &subject);         ///< R31, beside the cause

// rules_readiness.cpp: enforcing
void readiness(Case &subject);                 ///< R34, R35, R36
/// What R34 asks of a domain in testing, met or not; empty where it is not in testing.
std::vector<Condition> enforceConditions(const Case &subject);

// rules_jumps.cpp
void failureJump(Case &subject);               ///< R37

// rules_reports.cpp: the reports themselves
void reportQuality(Case &subject);             ///< R39: reports that deviate, or come in two versions
void doubtfulReports(Case &subject);           ///< R39: reports that somebody else may have written
void countedTwice(Case &subject);              ///< R40

/// Every rule once, in the order in which one may explain an episode before another.
void judge(Case &subject);

} // namespace tlsrpt::rules

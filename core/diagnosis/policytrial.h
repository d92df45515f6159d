// SPDX-License-Identifier: GPL-3.0-or-later
// Another MTA-STS policy tried on all that was reported about a domain.
#pragma once

#include "core/query/facts.h"
#include "core/report/stspolicy.h"

namespace tlsrpt
{

/// A mail server that reports name: as failing, or as the owner of DANE records.
struct TrialHost {
    QString host;
    QString pattern; ///< of the trial that covers it; empty: none does
    bool covered() const { return !pattern.isEmpty(); }
    Miss miss;                      ///< why none does
    bool coveredNow = false;        ///< by the newest policy reported
    qint64 failures = 0;            ///< occurrences under MTA-STS
    Day last;                       ///< newest report that names it
    bool operator==(const TrialHost &) const = default;
};

struct TrialPattern {
    QString pattern;
    int hosts = 0; ///< known ones that it is the first to cover
    bool operator==(const TrialPattern &) const = default;
};

/// Occurrences of failures under MTA-STS, each in one of four.
struct TrialFailures {
    qint64 solved = 0;  ///< the server was not in the policy, in this one it is
    qint64 caused = 0;  ///< the server was in the policy; this one would refuse it besides
    qint64 same = 0;    ///< this policy changes nothing about them
    qint64 unnamed = 0; ///< not in the policy, but no report names the server
    bool operator==(const TrialFailures &) const = default;
};

struct PolicyTrial {
    StsPolicy policy;
    std::vector<TrialHost> hosts;       ///< those not covered first, then by failures
    std::vector<TrialPattern> patterns; ///< in the order of the text, each once
    TrialFailures failures;
    int covered = 0;
    int lostHosts = 0;                  ///< covered by the policy now, not by this one
    int gainedHosts = 0;
    bool operator==(const PolicyTrial &) const = default;
};

/// `lines` as typed: one or several lines each.
PolicyTrial tryPolicy(const Facts &facts, TextIndex domain, const QStringList &lines);

} // namespace tlsrpt

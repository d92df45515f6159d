// SPDX-License-Identifier: GPL-3.0-or-later
// Is it safe to enforce? One domain's MTA-STS sessions of some days held against the mode enforce.
#pragma once

#include "core/diagnosis/diagnosis.h"
#include "core/diagnosis/policydraft.h"

namespace tlsrpt
{

enum class EnforceState : quint8 {
    Ready,     ///< in testing, all conditions met
    NotYet,    ///< in testing, some are not
    Mixed,     ///< some senders apply enforce, others testing
    Enforcing, ///< already
    ModeNone,  ///< the policy says none
    NotTold,   ///< senders apply a policy whose mode no report tells
    NoPolicy,  ///< nobody found a policy lately
};

/// What one sender could not do at one server for one cause.
struct RefusedGroup {
    QString sender;       ///< key
    QString senderName;   ///< organization as sent
    QString host;         ///< empty: none named
    Cause cause = Cause::Unknown;
    bool detailed = true; ///< false: failed sessions that no detail explains; no host, no cause
    QString reason;       ///< the newest reason text as sent; may be empty
    qint64 occurrences = 0;
    /// Failed sessions of the rows that name it; of a row that names several causes at most the
    /// occurrences of this one.
    qint64 sessions = 0;
    Day first, last;
    bool operator==(const RefusedGroup &) const = default;
};

struct Enforcement {
    EnforceState state = EnforceState::NoPolicy;
    QString domain;
    DayRange days;            ///< those asked for that the domain has reports of
    bool anyDay = false;      ///< false: it has none in these days, and `days` are all of its days
    qint64 sessions = 0;      ///< in testing (Enforcing: in enforce) in these days
    qint64 refused = 0;       ///< that enforce would have refused (Enforcing: did)
    std::vector<FindingDay> byDay;    ///< `failed`: refused; days with such rows only
    std::vector<RefusedGroup> groups; ///< most sessions first
    std::vector<Condition> conditions; ///< of the last month, whatever the days; may be empty
    std::vector<FindingPtr> problems;  ///< what stands open, comesBefore()
    /// The first day on which the conditions of time can be met, if all is mended on the newest
    /// report day; none: they are met, or this is not a matter of time.
    std::optional<Day> earliest;
    QStringList current;      ///< lines of the policy in force; empty: none known
    std::vector<PolicyDefectAt> defects; ///< of it
    PolicyDraft draft;        ///< what to publish
    QStringList longUnseen;   ///< of draft.added, those that the conditions' days do not name
    QStringList firstTesting; ///< the draft in mode testing, where servers must be added before enforce
};

/// `domain` is of a diagnosis of these facts.
Enforcement enforcement(const Facts &facts, const DomainDiagnosis &domain, DayRange days);

} // namespace tlsrpt

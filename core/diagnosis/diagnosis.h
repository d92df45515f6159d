// SPDX-License-Identifier: GPL-3.0-or-later
// All domains of an archive judged: pure, no SQL, no clock, no sentences.
#pragma once

#include "core/diagnosis/finding.h"
#include "core/diagnosis/policyhistory.h"
#include "core/query/filter.h"

#include <algorithm>

namespace tlsrpt
{

enum class Health : quint8 {
    Broken,         ///< an open problem of critical or high severity
    Enforcing,      ///< protected by MTA-STS in mode enforce
    Dane,           ///< protected by DANE
    Testing,        ///< MTA-STS in mode testing: reports, no protection
    Unprotected,    ///< neither, or mode none
    NoReports,      ///< none in the 14 days before the reference day
};
inline constexpr int healthCount = static_cast<int>(Health::NoReports) + 1;
QLatin1String slug(Health health);

/// How one sender reports about a domain.
struct SenderRhythm {
    QString key;
    QString name;
    Day first, last;
    int reportDays = 0;
    int recentDays = 0;  ///< report days in the 14 up to its own last
    int usualGap = 1;    ///< 90th percentile of days from one report to the next, at least 1
    qint64 sessions = 0; ///< headline
    qint64 recentSessions = 0; ///< in the 14 days up to its own last
};

/// One domain as judged at its own newest report day.
struct DomainDiagnosis {
    QString domain;
    TextIndex text = 0; ///< the domain in Facts::texts
    DayRange days;
    qint64 reports = 0;
    qint64 sessions = 0; ///< headline, of the 30 days up to the newest day; so are the next two
    qint64 failed = 0;
    qint64 protectedSessions = 0;
    PolicyMode mode = PolicyMode::Unknown; ///< of the newest MTA-STS policy
    bool dane = false;     ///< tlsa rows in the last 14 days
    std::vector<FindingPtr> findings; ///< without R32 and R33, see Diagnosis
    std::vector<SenderRhythm> senders;
    PolicyHistory history;
    /// What enforce asks for, met or not, also where R34 and R36 have nothing to say yet; empty
    /// where the domain is not in testing.
    std::vector<Condition> enforceConditions;
};

struct DomainHealth {
    QString domain;
    bool mailHost = false;
    Health health = Health::NoReports;
    PolicyMode mode = PolicyMode::Unknown;
    bool dane = false;
    DayRange days;
    qint64 reports = 0, sessions = 0, failed = 0, protectedSessions = 0;
    int senders = 0;
    int openProblems = 0;
    FindingPtr worst; ///< the reason; null when there is none
    bool ready = false; ///< R34: safe to enforce
};

/// What "now" is for a diagnosis.
struct Reference {
    /// The newest believable report day of the archive, or, after a successful fetch from a
    /// mailbox, the day of the fetch: only then does silence mean anything.
    Day day;
    bool afterFetch = false;
    bool operator==(const Reference &) const = default;
};

struct Diagnosis {
    Reference reference;
    std::vector<std::shared_ptr<const DomainDiagnosis>> domains; ///< by name
    std::vector<FindingPtr> findings; ///< all of them, comesBefore()
    std::vector<DomainHealth> health; ///< worst first

    // What it was made from.
    qint64 rewrites = -1;
    size_t reports = 0;
    std::optional<DayRange> period;
};

/// The reference day after a plain import: the newest believable report day.
std::optional<Day> newestReportDay(const Facts &facts);

/// What "now" is, with the day of the newest successful fetch (ArchiveReader::newestFetch()).
/// Reports of that day, or after it by another clock, move it on.
inline Reference referenceOf(const Facts &facts, std::optional<Day> fetched)
{
    const Day newest = newestReportDay(facts).value_or(Day{});
    return {fetched ? std::max(*fetched, newest) : newest, fetched.has_value()};
}

/// Judges every domain, or only those that the reports added since `previous` are about.
std::shared_ptr<const Diagnosis> diagnose(const Facts &facts, const Reference &reference,
                                          std::shared_ptr<const Diagnosis> previous = {});

/// The findings that the filter leaves: its domain, senders, track, host, and days that overlap.
std::vector<FindingPtr> matching(const Diagnosis &diagnosis, const Filter &filter);

} // namespace tlsrpt

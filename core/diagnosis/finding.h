// SPDX-License-Identifier: GPL-3.0-or-later
// What the diagnosis found out, as facts and keys; ui/words makes sentences of them.
#pragma once

#include "core/base/day.h"
#include "core/diagnosis/rule.h"
#include "core/explain/explanation.h"
#include "core/query/facts.h"
#include "core/report/tlsarecord.h"

#include <memory>
#include <optional>
#include <vector>

namespace tlsrpt
{

/// Why a confidence is what it is. Each is told to the user with its points.
enum class ConfidencePoint : quint8 {
    Start,                  ///< every finding starts with these
    SeveralSenders,         ///< two or more independent senders
    ManySenders,            ///< four or more
    SeveralDays,
    ManyOccurrences,
    ReasonGiven,            ///< a specific reason text names the cause
    Certain,                ///< proven by the text of a policy or record itself
    FewOccurrences,
    BareFailure,            ///< no reason, or none that tells the cause
    SuccessesOnThatServer,  ///< over 90 % of sessions that are surely with that server succeed
    OnlyCompatible,         ///< successes cannot be attributed to one server
    AdoptedCause,           ///< another sender named the cause
    OtherTrackGood,         ///< MTA-STS keeps working where DANE fails
    SenderUnaffectedBefore, ///< this sender succeeded before and after
    Limit,                  ///< what the others sum up to beyond 5 to 99, taken back
};
struct ConfidenceReason {
    ConfidencePoint point = ConfidencePoint::Start;
    int points = 0; ///< added; negative ones speak against it
    bool operator==(const ConfidenceReason &) const = default;
};
/// 5 to 99, and what it is made of: the points of the reasons add up to it, unless it is certain.
struct Confidence {
    int value = 0;
    bool certain = false; ///< a deterministic check: shown as "certain"
    std::vector<ConfidenceReason> reasons;
    bool operator==(const Confidence &) const = default;
};
inline constexpr int highConfidence = 70; ///< below it nobody is named as the one at fault
inline constexpr int mediumConfidence = 45; ///< something speaks for it beyond what all start with

/// One sender's share in a finding. Sessions are those of its rows on the finding's track from
/// first to last day; occurrences come from failure details.
struct SenderShare {
    QString key;
    QString name; ///< organization as sent
    qint64 sessions = 0;
    qint64 failed = 0;
    qint64 occurrences = 0;
    bool operator==(const SenderShare &) const = default;
};

struct FindingDay {
    Day day;
    qint64 occurrences = 0;
    qint64 sessions = 0; ///< of the senders of the finding, on its track
    qint64 failed = 0;
    bool operator==(const FindingDay &) const = default;
};

/// For and against an attack (R31), each with its points in Clue::points.
enum class ClueKind : quint8 {
    OthersSucceedOnThatServer, OthersSucceedThatDay, SucceededBeforeAndAfter, OneNetworkOnly,
    AddressNeverSeen, FetchFailedToo, PolicyHostOnlyForThisSender, EhloWithoutStarttls,
    UnknownPolicy,
    ManySendersSeeIt, StartsWithChange, ManyNetworks, AddressFailsForOthersToo, Few, NoisySender,
    FirewallMasking,
};
struct Clue {
    ClueKind kind;
    int points = 0;
    bool operator==(const Clue &) const = default;
};

/// What is missing before `enforce` is safe (R34, R36), or what happened on the same day (R37).
enum class ConditionKind : quint8 {
    DaysInTesting,      ///< number of outOf days
    NoFailures,         ///< number failed sessions
    SeveralSenders,     ///< number of outOf
    EnoughSessions,     ///< number of outOf
    NoOpenFinding,      ///< number open ones of medium severity or more
    HostsCovered,       ///< text: a host that no pattern covers
    OnePolicy,          ///< number of different policies in use
    NewPolicy, NewHost, NewTlsaSet, NewSender, ///< on the day of a jump (R37); text names it
};
struct Condition {
    ConditionKind kind;
    bool met = false;
    qint64 number = 0;
    qint64 outOf = 0;
    QString text;
    bool operator==(const Condition &) const = default;
};

/// What the rules' sentences need beside the common members; each rule says in its file which of
/// these it fills. Texts come from reports and are shown as plain text only.
struct FindingDetails {
    QString address;            ///< R03 receiving address, R30b and R31 sending network, R39 contact domain
    QStringList addresses;      ///< R03 all known addresses of the host
    QStringList hosts;          ///< R02 all hosts; R08 patterns; R18 hosts the old policy lacks; R26 entry
    std::optional<Miss> miss;   ///< R08
    std::vector<PolicyDefectAt> defects; ///< R19, R23
    std::vector<TlsaRecord> records;     ///< R17 those that cannot be used
    QStringList textBefore;     ///< policy or TLSA lines (R15, R16, R18, R20, R29, R31b, R41)
    QStringList textAfter;
    PolicyMode modeBefore = PolicyMode::Unknown; ///< R41
    std::optional<Day> since;   ///< R15 records unchanged since; R18, R20, R29 last day of the old state
    qint64 number = 0;          ///< R13 times in a month; R32 usual days between reports; R34/R35 days in testing; R40 reports
    qint64 outOf = 0;
    double shareBefore = 0;     ///< R37 of failed sessions, 0..1
    double shareAfter = 0;      ///< R07, R36, R37
    qint64 maxAge = -1;         ///< seconds (R18, R24)
    std::vector<Clue> clues;    ///< R31
    std::vector<Condition> conditions; ///< R34, R36, R37
    quint64 deviations = 0;     ///< R39: bits by DeviationKind
    qint64 conflicts = 0;       ///< R39: reports of which a version with other numbers exists
    qint64 badSignatures = 0;   ///< R39: reports whose mail had a DKIM signature that did not match
    std::optional<Rule> about;  ///< R03, R30, R30b, R31, R37: the finding these stand beside; R08: R18
                                ///< where the sender applies an older policy than others
    bool operator==(const FindingDetails &) const = default;
};

struct Finding {
    Rule rule = Rule::R01;
    Severity severity = Severity::Info;
    Confidence confidence;
    bool open = true;       ///< still going on at the newest report; else over (R38)
    bool forgotten = false; ///< it was open when the domain's reports ended, a season ago: nobody
                            ///< knows how it went on, and it is not counted as open
    QString domain;
    QString mx;             ///< empty: no single server
    Track track = Track::Other;
    Cause cause = Cause::Unknown;
    std::optional<CauseGroup> group; ///< for the colour of its failures; none where it is no failure
    PolicyMode mode = PolicyMode::Unknown; ///< under which most of it happened
    QString resultType;     ///< the most frequent one, as sent, lower-cased; may be empty
    QString reason;         ///< most frequent reason text as sent; may be empty
    std::vector<SenderShare> senders; ///< affected, most occurrences first
    std::vector<SenderShare> others;  ///< on the same days and track, not affected; the largest
    qint64 moreOthers = 0;            ///< senders that are not in `others` ...
    qint64 moreOtherSessions = 0;     ///< ... and their sessions
    Day first, last;
    int daysAffected = 0;
    qint64 occurrences = 0; ///< from failure details
    qint64 sessions = 0;    ///< of the senders concerned, on the track, first to last day
    qint64 failed = 0;      ///< of those
    double impact = 0;      ///< share of all of the track's sessions in that time, 0..1
    Owner owner = Owner::Nobody;
    MailEffect effect = MailEffect::Unknown;
    bool mailAffected = false; ///< false: `effect` says nothing (a hygiene rule)
    std::vector<Check> checks; ///< may be empty only for rules about nothing to check
    FindingDetails details;
    std::vector<FindingDay> days; ///< first to last with something to tell, for the timeline

    // The proof, as indexes into the facts the diagnosis was made from (facts only grow).
    std::vector<quint32> failures;
    std::vector<quint32> policyRows; ///< where there are no failures, the rows that prove it

    /// The same problem keeps this name from one import to the next: rule, domain, server, track
    /// and, where the rule is about one, the sender or address. Mutes are kept by it.
    QString key() const;
    bool operator==(const Finding &) const = default;
};
using FindingPtr = std::shared_ptr<const Finding>;

/// Open ones that ask for somebody's action: critical, high, or medium without being advice (R36).
bool isProblem(const Finding &finding);
/// Nothing speaks for it but what all start with. One odd report may be made up, and what its own
/// policy proves is only as good as that report: such a finding is never critical, nor the headline.
bool isWeak(const Finding &finding);
/// Open first, then severity, those that name a cause, impact, newest, name.
bool comesBefore(const Finding &a, const Finding &b);
/// For the one that stands for all: weak ones last, then comesBefore().
bool isWorse(const Finding &a, const Finding &b);

/// Ids of the reports that prove it, oldest first.
std::vector<ReportId> reportsOf(const Finding &finding, const Facts &facts);

/// The finding as the sender with this key saw it: its proof, counts, days and reason only.
Finding narrowedTo(const QString &senderKey, const Finding &finding, const Facts &facts);

/// One failure detail of the proof, with names.
struct EvidenceRow {
    ReportId report;
    Day day;
    QString sender; ///< organization as sent
    QString resultType, reason, mx, receivingIp, sendingIp, helo;
    qint64 occurrences = 0;
};
/// Newest first, at most `limit`.
std::vector<EvidenceRow> evidenceOf(const Finding &finding, const Facts &facts, int limit = 500);

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
// Is it safe to enforce? Judged at the domain's own newest day, after all other rules.
#include "core/diagnosis/refusal.h"
#include "core/diagnosis/rules.h"
#include "core/diagnosis/thresholds.h"
#include "core/query/answers.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace tlsrpt::rules
{

namespace
{

constexpr int judgedDays = 30;         ///< four weeks and a bit: every monthly job ran once
constexpr int sendersWanted = 2;
constexpr qint64 sessionsWanted = 100; ///< or, for small domains,
constexpr int reportDaysWanted = 20;   ///< reports on most days of the month
constexpr int longDays = 180;          ///< half a year of testing protects nobody
constexpr double smallShare = 0.01;    ///< failures that need not hold anybody up for half a year

/// The domain's policy in testing, and what senders reported under it in the last month.
struct TestingTime {
    qint32 since = 0;       ///< first day of testing
    qint32 first = 0, last = 0; ///< judged days
    quint32 policy = 0;     ///< newest text; index into Facts::policies
    int policies = 0;       ///< different ones in use
    int reportDays = 0;
    qint64 sessions = 0;
    qint64 refused = 0;     ///< sessions that enforce would have refused
    qint64 occurrences = 0;
    std::vector<SenderIndex> senders; ///< those with refused sessions first
    std::vector<quint32> failures;    ///< Facts::failures
    std::vector<quint32> policyRows;  ///< Facts::policyRows
    std::vector<FindingDay> days;
};

/// The modes of the policies that senders applied in the last two weeks, each sender's newest.
struct PolicyModesInUse {
    bool testing = false, enforce = false;
    quint32 policy = 0; ///< of the newest testing row
    int policies = 0;
};

PolicyModesInUse modesInUse(const Case &subject)
{
    const DomainView &view = subject.view;
    PolicyModesInUse found;
    QSet<SenderIndex> seen;
    QSet<QString> fingerprints;
    const auto [begin, end] = view.rowsOfDays(subject.reference - thresholds::activeWindow + 1,
                                              subject.reference);
    for (size_t i = end; i-- > begin;) {
        const ViewRow &row = view.rows[i];
        if (row.track != Track::Sts || !row.policy || row.mode == PolicyMode::Unknown
            || seen.contains(row.sender))
            continue;
        seen.insert(row.sender);
        fingerprints.insert(view.policyOf(row).fingerprint);
        if (row.mode == PolicyMode::Testing && !found.testing)
            found.policy = row.policy;
        found.testing = found.testing || row.mode == PolicyMode::Testing;
        found.enforce = found.enforce || row.mode == PolicyMode::Enforce;
    }
    found.policies = int(fingerprints.size());
    return found;
}

/// The first testing row of the run that lasts until today: after the sender's last other mode,
/// for the sender that saw it first, and after anybody's last enforce.
qint32 testingSince(const Case &subject)
{
    QHash<SenderIndex, qint32> runs;
    qint32 lastEnforce = subject.view.firstDay - 1;
    for (const ViewRow &row : subject.view.rows) {
        if (row.track != Track::Sts || !row.policy || row.mode == PolicyMode::Unknown)
            continue;
        if (row.mode == PolicyMode::Enforce)
            lastEnforce = row.day;
        if (row.mode != PolicyMode::Testing)
            runs.remove(row.sender);
        else if (!runs.contains(row.sender))
            runs.insert(row.sender, row.day);
    }
    qint32 since = subject.reference;
    for (const qint32 day : std::as_const(runs))
        since = std::min(since, day);
    return std::max(since, lastEnforce + 1);
}

/// Refused sessions of a row, added to the others.
qint64 addRefused(TestingTime &testing, const DomainView &view, const ViewRow &row)
{
    const Refusal refusal = refusedUnderEnforce(view, row);
    testing.failures.insert(testing.failures.end(), refusal.failures.begin(),
                            refusal.failures.end());
    testing.occurrences = addCounts(testing.occurrences, refusal.occurrences);
    testing.refused = addCounts(testing.refused, refusal.sessions);
    return refusal.sessions;
}

void addRows(TestingTime &testing, const DomainView &view)
{
    QHash<SenderIndex, qint64> refusedBySender;
    const auto [begin, end] = view.rowsOfDays(testing.first, testing.last);
    for (size_t i = begin; i < end; ++i) {
        const ViewRow &row = view.rows[i];
        if (row.track != Track::Sts || row.mode != PolicyMode::Testing)
            continue;
        if (testing.days.empty() || testing.days.back().day.value != row.day)
            testing.days.push_back({Day{row.day}, 0, 0, 0});
        FindingDay &day = testing.days.back();
        const qint64 before = testing.occurrences;
        const qint64 refused = addRefused(testing, view, row);
        day.sessions = addCounts(day.sessions, row.sessions());
        day.failed = addCounts(day.failed, refused);
        day.occurrences = addCounts(day.occurrences, testing.occurrences - before);
        testing.sessions = addCounts(testing.sessions, row.sessions());
        testing.policyRows.push_back(row.index);
        if (row.sessions() > 0) {
            qint64 &sum = refusedBySender[row.sender];
            sum = addCounts(sum, refused);
        }
    }
    testing.reportDays = int(testing.days.size());
    testing.senders
        = std::vector<SenderIndex>(refusedBySender.keyBegin(), refusedBySender.keyEnd());
    std::sort(testing.senders.begin(), testing.senders.end(),
              [&refusedBySender](SenderIndex a, SenderIndex b) {
                  return std::pair(-refusedBySender.value(a), a)
                         < std::pair(-refusedBySender.value(b), b);
              });
}

/// None where the domain is not in testing, or where anybody applies enforce already.
std::optional<TestingTime> testingOf(const Case &subject)
{
    const PolicyModesInUse modes = modesInUse(subject);
    if (!modes.testing || modes.enforce)
        return {};
    TestingTime testing;
    testing.since = testingSince(subject);
    testing.last = subject.reference;
    testing.first = std::max(testing.since, testing.last - judgedDays + 1);
    testing.policy = modes.policy;
    testing.policies = modes.policies;
    addRows(testing, subject.view);
    return testing;
}

/// A mail server seen lately that the newest policy does not cover; empty: none.
QString uncoveredHost(const DomainView &view, const TestingTime &testing)
{
    const QStringList &patterns = view.facts.policies[testing.policy].mxHosts;
    const auto [begin, end] = view.rowsOfDays(testing.first, testing.last);
    const auto first = std::partition_point(
        view.details.begin(), view.details.end(),
        [begin = begin](const ViewDetail &detail) { return detail.row < begin; });
    QSet<TextIndex> seen;
    for (auto it = first; it != view.details.end() && it->row < end; ++it) {
        if (!it->mx || view.rowOf(*it).track != Track::Sts || seen.contains(it->mx))
            continue;
        seen.insert(it->mx);
        if (!coveringPattern(patterns, view.text(it->mx)))
            return view.text(it->mx);
    }
    return {};
}

std::vector<Condition> conditionsOf(const Case &subject, const TestingTime &testing)
{
    const qint64 days = testing.last - testing.since + 1;
    const auto senders = qint64(testing.senders.size());
    const qint64 problems = std::count_if(subject.findings().begin(), subject.findings().end(),
                                          [](const Finding &f) { return isProblem(f); });
    const QString host = uncoveredHost(subject.view, testing);
    const bool enough = testing.sessions >= sessionsWanted
                        || (testing.sessions > 0 && testing.reportDays >= reportDaysWanted);
    return {
        {ConditionKind::DaysInTesting, days >= judgedDays, days, judgedDays, {}},
        {ConditionKind::NoFailures, testing.refused == 0, testing.refused, 0, {}},
        {ConditionKind::SeveralSenders, senders >= sendersWanted, senders, sendersWanted, {}},
        {ConditionKind::EnoughSessions, enough, testing.sessions, sessionsWanted, {}},
        {ConditionKind::NoOpenFinding, problems == 0, problems, 0, {}},
        {ConditionKind::HostsCovered, host.isEmpty(), 0, 0, host},
        {ConditionKind::OnePolicy, testing.policies == 1, testing.policies, 0, {}},
    };
}

Confidence confidenceOf(const TestingTime &testing)
{
    using namespace thresholds;
    Confidence confidence;
    addReason(confidence, ConfidencePoint::Start, confidenceStart);
    if (int(testing.senders.size()) >= severalSenders)
        addReason(confidence, ConfidencePoint::SeveralSenders, pointsSeveralSenders);
    if (int(testing.senders.size()) >= manySenders)
        addReason(confidence, ConfidencePoint::ManySenders, pointsManySenders);
    if (testing.reportDays >= severalDays)
        addReason(confidence, ConfidencePoint::SeveralDays, pointsSeveralDays);
    if (testing.sessions >= sessionsWanted)
        addReason(confidence, ConfidencePoint::ManyOccurrences, pointsManyOccurrences);
    return confidence;
}

Finding findingOf(Rule rule, Severity severity, const Case &subject, const TestingTime &testing)
{
    Finding finding = subject.findingAbout(
        rule, Track::Sts, testing.senders, testing.first, testing.last, Owner::ReceivingDomain,
        {CheckKind::PolicyFile, CheckKind::StsRecordAndMx});
    finding.severity = severity;
    finding.mode = PolicyMode::Testing;
    finding.confidence = confidenceOf(testing);
    finding.sessions = testing.sessions;
    finding.failed = testing.refused;
    finding.occurrences = testing.occurrences;
    finding.impact
        = testing.sessions > 0 ? double(testing.refused) / double(testing.sessions) : 0;
    finding.daysAffected = testing.reportDays;
    finding.days = testing.days;
    finding.policyRows = testing.policyRows;
    finding.details.number = testing.last - testing.since + 1;
    finding.details.shareAfter = finding.impact;
    return finding;
}

bool allMet(const std::vector<Condition> &conditions)
{
    return std::all_of(conditions.begin(), conditions.end(),
                       [](const Condition &condition) { return condition.met; });
}

} // namespace

/// A domain in testing may enforce (R34), has been able to for half a year (R35), or enforce would
/// refuse sessions now (R36). All fill details.number (days in testing), shareAfter (of sessions
/// that enforce would refuse) and conditions; `failed` counts the refused sessions of the last 30
/// days. R36 is advice, not a problem: in testing all of them were delivered.
void readiness(Case &subject)
{
    const std::optional<TestingTime> testing = testingOf(subject);
    if (!testing)
        return;
    const std::vector<Condition> conditions = conditionsOf(subject, *testing);
    const auto add = [&](Rule rule, Severity severity) {
        Finding finding = findingOf(rule, severity, subject, *testing);
        finding.details.conditions = conditions;
        if (rule == Rule::R36)
            finding.failures = testing->failures;
        subject.add(std::move(finding));
    };
    const bool ready = allMet(conditions);
    if (ready)
        add(Rule::R34, Severity::Good);
    else if (testing->refused > 0)
        add(Rule::R36, Severity::Medium);
    const double share = testing->sessions > 0
                             ? double(testing->refused) / double(testing->sessions)
                             : 1;
    if (conditions.front().number >= longDays && (ready || share <= smallShare))
        add(Rule::R35, Severity::Low);
}

std::vector<Condition> enforceConditions(const Case &subject)
{
    const std::optional<TestingTime> testing = testingOf(subject);
    return testing ? conditionsOf(subject, *testing) : std::vector<Condition>{};
}

} // namespace tlsrpt::rules

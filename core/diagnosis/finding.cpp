// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/finding.h"

#include "core/query/answers.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

namespace tlsrpt
{

namespace
{

/// Rules that may stand once per sender beside each other.
constexpr std::array rulesPerSender{Rule::R13, Rule::R14, Rule::R18, Rule::R20, Rule::R21,
                                    Rule::R28, Rule::R29, Rule::R30, Rule::R31, Rule::R32,
                                    Rule::R40, Rule::R41};

QString subjectOf(const Finding &finding)
{
    if (finding.rule == Rule::R39 && !finding.senders.empty()) {
        const bool doubtful = finding.details.badSignatures > 0 || !finding.details.address.isEmpty();
        const QString &sender = finding.senders.front().key;
        return doubtful ? QString(sender % u'>' % finding.details.address) : sender;
    }
    if (!finding.details.address.isEmpty())
        return finding.details.address;
    const bool perSender = std::find(rulesPerSender.begin(), rulesPerSender.end(), finding.rule)
                           != rulesPerSender.end();
    return perSender && finding.senders.size() == 1 ? finding.senders.front().key : QString();
}

std::vector<quint32> reportIndexes(const Finding &finding, const Facts &facts)
{
    std::vector<quint32> reports;
    reports.reserve(finding.failures.size() + finding.policyRows.size());
    for (const quint32 failure : finding.failures)
        reports.push_back(facts.policyRows[facts.failures[failure].policyRow].report);
    for (const quint32 row : finding.policyRows)
        reports.push_back(facts.policyRows[row].report);
    std::sort(reports.begin(), reports.end(), [&facts](quint32 a, quint32 b) {
        return std::tie(facts.reports[a].day, a) < std::tie(facts.reports[b].day, b);
    });
    reports.erase(std::unique(reports.begin(), reports.end()), reports.end());
    return reports;
}

/// The text of most occurrences among failures, by a member of FailureFact.
template<typename Member>
QString mostCounted(const std::vector<quint32> &failures, const Facts &facts, Member member)
{
    QHash<TextIndex, qint64> counts;
    TextIndex best = 0;
    for (const quint32 index : failures) {
        const FailureFact &failure = facts.failures[index];
        qint64 &count = counts[failure.*member];
        count = addCounts(count, std::max<qint64>(failure.occurrences, 1));
        if (count > counts.value(best))
            best = failure.*member;
    }
    return facts.text(best);
}

} // namespace

QString Finding::key() const
{
    return id(rule) % u'|' % domain % u'|' % mx % u'|' % slug(track) % u'|' % subjectOf(*this);
}

bool isWeak(const Finding &finding)
{
    int points = 0;
    for (const ConfidenceReason &reason : finding.confidence.reasons)
        points += reason.points;
    return points < mediumConfidence && (!finding.confidence.certain || finding.occurrences > 0);
}

bool isProblem(const Finding &finding)
{
    return finding.open && finding.rule != Rule::R36 && finding.severity <= Severity::Medium;
}

bool comesBefore(const Finding &a, const Finding &b)
{
    const auto rank = [](const Finding &f) {
        // A jump says that something is wrong, not what.
        return std::tuple(!f.open, static_cast<int>(f.severity), f.rule == Rule::R37, -f.impact,
                          -f.last.value, f.rule);
    };
    const auto left = rank(a);
    const auto right = rank(b);
    return left != right ? left < right : std::tie(a.domain, a.mx) < std::tie(b.domain, b.mx);
}

bool isWorse(const Finding &a, const Finding &b)
{
    const bool weak = isWeak(a);
    return weak != isWeak(b) ? !weak : comesBefore(a, b);
}

std::vector<ReportId> reportsOf(const Finding &finding, const Facts &facts)
{
    std::vector<ReportId> ids;
    for (const quint32 report : reportIndexes(finding, facts))
        ids.push_back(facts.reports[report].id);
    return ids;
}

Finding narrowedTo(const QString &senderKey, const Finding &finding, const Facts &facts)
{
    Finding own = finding;
    std::erase_if(own.senders, [&](const SenderShare &share) { return share.key != senderKey; });
    const SenderShare share = own.senders.empty() ? SenderShare() : own.senders.front();
    own.sessions = share.sessions;
    own.failed = share.failed;
    own.occurrences = share.occurrences;
    const auto byOthers = [&](quint32 row) {
        return facts.text(facts.reports[facts.policyRows[row].report].reporter) != senderKey;
    };
    std::erase_if(own.policyRows, byOthers);
    std::erase_if(own.failures,
                  [&](quint32 failure) { return byOthers(facts.failures[failure].policyRow); });
    std::set<qint32> days;
    for (const quint32 report : reportIndexes(own, facts))
        days.insert(facts.reports[report].day);
    if (!days.empty()) {
        own.first = Day{*days.begin()};
        own.last = Day{*days.rbegin()};
    }
    own.daysAffected = int(days.size());
    own.days.clear();
    if (!own.failures.empty()) {
        own.resultType = mostCounted(own.failures, facts, &FailureFact::resultType);
        own.reason = mostCounted(own.failures, facts, &FailureFact::reason);
    }
    return own;
}

std::vector<EvidenceRow> evidenceOf(const Finding &finding, const Facts &facts, int limit)
{
    std::vector<EvidenceRow> rows;
    for (const quint32 index : finding.failures) {
        const FailureFact &failure = facts.failures[index];
        const ReportFact &report = facts.reports[facts.policyRows[failure.policyRow].report];
        rows.push_back({report.id, Day{report.day}, facts.text(report.organization),
                        facts.text(failure.resultType), facts.text(failure.reason),
                        facts.text(failure.mx), facts.text(failure.receivingIp),
                        facts.text(failure.sendingIp), facts.text(failure.helo),
                        failure.occurrences});
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const EvidenceRow &a, const EvidenceRow &b) { return b.day < a.day; });
    if (rows.size() > static_cast<size_t>(limit))
        rows.resize(static_cast<size_t>(limit));
    return rows;
}

} // namespace tlsrpt

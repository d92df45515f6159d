// SPDX-License-Identifier: GPL-3.0-or-later
// The rules about a server's key that matches none of its TLSA records.
#include "core/diagnosis/policyuse.h"
#include "core/diagnosis/rules.h"
#include "core/diagnosis/thresholds.h"

#include <QSet>

#include <algorithm>

namespace tlsrpt::rules
{

namespace
{

constexpr int changeSlack = 1;     ///< days between a change of records and the first failure
constexpr int memoryDays = 14;     ///< older records say nothing about the day before a failure
constexpr int goodDaysWindow = 30;
constexpr int goodDaysNeeded = 3;  ///< fewer prove no change
constexpr int pointsOtherTrack = 15; ///< the certificate is good where TLSA is not asked
constexpr size_t sendersAsked = 8; ///< the first that knows both sets decides

/// A set of records as one sender saw it, and since when.
struct RecordSet {
    QStringList records;
    qint32 since = 0;
    bool known() const { return !records.isEmpty(); }
};

RecordSet setOf(const std::vector<const PolicySpan *> &spans)
{
    RecordSet set;
    for (const PolicySpan *span : spans) {
        set.records += span->fingerprint.split(u'\n');
        set.since = std::max(set.since, span->first.value);
    }
    set.records.sort();
    set.records.removeDuplicates();
    return set;
}

using SpanList = std::vector<const PolicySpan *>;

/// The sender's spans about a server; those that name none where none names it.
SpanList spansAbout(const Case &subject, const std::vector<SenderSpans> &all, SenderIndex sender,
                    const QString &mx)
{
    SpanList named, nameless;
    for (const SenderSpans &spans : all) {
        if (spans.sender != sender)
            continue;
        const QString host = serverOf(subject, spans.begin->host);
        for (const PolicySpan *span = spans.begin; span != spans.end; ++span) {
            if (mx.isEmpty() || host == mx)
                named.push_back(span);
            else if (host.isEmpty())
                nameless.push_back(span);
        }
    }
    return named.empty() ? nameless : named;
}

RecordSet setBefore(const SpanList &spans, qint32 day)
{
    qint32 newest = day - memoryDays;
    for (const PolicySpan *span : spans) {
        if (span->first.value <= day)
            newest = std::max(newest, std::min(span->last.value, day));
    }
    SpanList active;
    std::copy_if(spans.begin(), spans.end(), std::back_inserter(active),
                 [newest, day](const PolicySpan *span) {
                     return span->first.value <= day && span->last.value >= newest;
                 });
    return setOf(active);
}

/// From `day` on, else as on the day before it.
RecordSet setAfter(const SpanList &spans, qint32 day)
{
    for (const qint32 from : {day, day - 1}) {
        qint32 oldest = from + memoryDays;
        for (const PolicySpan *span : spans) {
            if (span->last.value >= from)
                oldest = std::min(oldest, std::max(span->first.value, from));
        }
        SpanList active;
        std::copy_if(spans.begin(), spans.end(), std::back_inserter(active),
                     [oldest](const PolicySpan *span) {
                         return span->first.value <= oldest && span->last.value >= oldest;
                     });
        if (!active.empty())
            return setOf(active);
    }
    return {};
}

/// Days before `start` on which the sender had sessions with the server and none failed.
int goodDaysBefore(const Case &subject, SenderIndex sender, const Episode &episode)
{
    const DomainView &view = subject.view;
    const QString &mx = view.text(episode.mx);
    const std::vector<quint32> &rows = view.senders[sender].rows;
    auto row = std::partition_point(rows.begin(), rows.end(), [&](quint32 r) {
        return view.rows[r].day < episode.first - goodDaysWindow;
    });
    QSet<qint32> good, bad;
    for (; row != rows.end() && view.rows[*row].day < episode.first; ++row) {
        const ViewRow &r = view.rows[*row];
        const QString host = r.track == Track::Tlsa ? serverOf(subject, view.policyOf(r).host)
                                                    : QString();
        if (r.track != episode.track || (!mx.isEmpty() && !host.isEmpty() && host != mx))
            continue;
        if (r.failed > 0)
            bad.insert(r.day);
        else if (r.successful > 0)
            good.insert(r.day);
    }
    return int((good - bad).size());
}

/// What the affected senders tell of the days around the start.
struct Start {
    RecordSet before, after;
    int goodDays = 0;

    QStringList removed() const
    {
        QStringList gone = before.records;
        gone.erase(std::remove_if(gone.begin(), gone.end(),
                                  [this](const QString &r) { return after.records.contains(r); }),
                   gone.end());
        return gone;
    }
};

Start startOf(const Case &subject, const std::vector<SenderSpans> &all, const Episode &episode)
{
    Start start;
    for (size_t i = 0; i < std::min(episode.senders.size(), sendersAsked); ++i) {
        const SenderIndex sender = episode.senders[i];
        start.goodDays = std::max(start.goodDays, goodDaysBefore(subject, sender, episode));
        if (start.before.known() && start.after.known())
            continue;
        const SpanList spans = spansAbout(subject, all, sender, subject.view.text(episode.mx));
        start.before = setBefore(spans, episode.first - changeSlack - 1);
        start.after = setAfter(spans, episode.first + changeSlack);
    }
    return start;
}

/// The mismatch and what else fails of the same server's certificate for senders that use DANE.
std::vector<size_t> withCertificateFailures(const Case &subject, size_t mismatch)
{
    const Episode &episode = subject.episodes[mismatch];
    std::vector<size_t> all{mismatch};
    for (size_t i = 0; i < subject.episodes.size(); ++i) {
        const Episode &other = subject.episodes[i];
        if (other.problem == Problem::CertificateTrust && other.track == Track::Tlsa
            && other.mx == episode.mx && !subject.isExplained(i)
            && other.first <= episode.last + thresholds::mergedGap
            && other.last >= episode.first - thresholds::mergedGap)
            all.push_back(i);
    }
    return all;
}

Severity mismatchSeverity(const Finding &finding, const Start &start)
{
    const bool several = int(finding.senders.size()) >= thresholds::severalSenders;
    if (start.goodDays >= goodDaysNeeded && (several || finding.daysAffected > 1))
        return Severity::Critical;
    const bool single = !several && finding.daysAffected == 1
                        && finding.occurrences < thresholds::fewOccurrences;
    return single ? Severity::Low : Severity::High;
}

Finding mismatchFinding(const Case &subject, const std::vector<SenderSpans> &all,
                        const std::vector<size_t> &parts)
{
    const Episode &episode = subject.episodes[parts.front()];
    const Start start = startOf(subject, all, episode);
    const bool bothKnown = start.before.known() && start.after.known();
    const Rule rule = bothKnown && !start.removed().isEmpty() ? Rule::R16 : Rule::R15;
    Finding finding = subject.findingAbout(rule, episode);
    if (parts.size() > 1) {
        Finding joined = subject.findingAbout(rule, parts);
        joined.mx = finding.mx;
        joined.checks = finding.checks;
        joined.cause = finding.cause;
        joined.effect = finding.effect;
        finding = std::move(joined);
    }
    finding.severity = mismatchSeverity(finding, start);
    const RecordSet &now = start.after.known() ? start.after : start.before;
    if (rule == Rule::R16) {
        finding.details.textAfter = start.after.records;
        finding.details.since = Day{start.after.since};
        finding.details.textBefore = start.before.records;
    } else {
        finding.details.textBefore = now.records;
        if (start.goodDays >= goodDaysNeeded && bothKnown
            && start.before.records == start.after.records)
            finding.details.since = Day{start.before.since};
    }
    const SessionSum sts
        = subject.view.sessionsOfAll(Track::Sts, finding.first.value, finding.last.value);
    if (finding.track == Track::Tlsa && sts.sessions > 0 && sts.failed == 0)
        addReason(finding.confidence, ConfidencePoint::OtherTrackGood, pointsOtherTrack);
    return finding;
}

} // namespace

/// A server's key matches none of its TLSA records. R16: records were removed within a day of the
/// first failure, so the records changed before the key; fills details.textBefore, textAfter and
/// since (the day of the change). Else R15: the key changed; fills textBefore (the records), and
/// since (the day from which on they are unchanged) only where good days before prove it. Critical
/// where the start was seen, by several senders or on several days; high where it was not; low for
/// one or two failures of one sender on one day.
void daneMismatch(Case &subject)
{
    const std::vector<SenderSpans> all = spansOf(subject, Track::Tlsa);
    for (size_t i = 0; i < subject.episodes.size(); ++i) {
        if (subject.episodes[i].problem != Problem::TlsaMismatch || subject.isExplained(i))
            continue;
        const std::vector<size_t> parts = withCertificateFailures(subject, i);
        subject.add(mismatchFinding(subject, all, parts), parts);
    }
}

} // namespace tlsrpt::rules

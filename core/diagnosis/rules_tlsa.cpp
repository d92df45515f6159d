// SPDX-License-Identifier: GPL-3.0-or-later
// The rule about TLSA records that mail servers cannot use.
#include "core/diagnosis/policyuse.h"
#include "core/diagnosis/rules.h"
#include "core/diagnosis/thresholds.h"

#include <QSet>

#include <algorithm>
#include <map>

namespace tlsrpt::rules
{

namespace
{

constexpr size_t recordsListed = 20;

/// Unusable records, each once, and whether some set has nothing else.
struct Unusable {
    std::vector<TlsaRecord> records;
    bool wholeSet = false;    ///< some set has no usable record
    bool someUsable = false;  ///< some set has
    std::vector<SenderIndex> senders;
    std::vector<const PolicySpan *> spans;

    bool add(const std::vector<TlsaRecord> &set)
    {
        const auto usable = [](const TlsaRecord &record) { return record.usable(); };
        const bool any = std::any_of(set.begin(), set.end(), usable);
        wholeSet = wholeSet || (!set.empty() && !any);
        someUsable = someUsable || any;
        bool found = false;
        for (const TlsaRecord &record : set) {
            if (record.usable())
                continue;
            found = true;
            if (records.size() < recordsListed
                && std::find(records.begin(), records.end(), record) == records.end())
                records.push_back(record);
        }
        return found;
    }
    bool onlyHas(TlsaDefect defect) const
    {
        return std::all_of(records.begin(), records.end(),
                           [defect](const TlsaRecord &r) { return r.defect == defect; });
    }
};

/// What the rows of an episode carry.
Unusable unusableIn(const DomainView &view, const Episode &episode)
{
    Unusable unusable;
    QSet<quint32> seen;
    for (const quint32 detail : episode.details) {
        const ViewRow &row = view.rowOf(view.details[detail]);
        if (row.track == Track::Tlsa && !seen.contains(row.policy)) {
            seen.insert(row.policy);
            unusable.add(view.policyOf(row).records);
        }
    }
    return unusable;
}

void checkHost(Finding &finding, std::initializer_list<CheckKind> checks)
{
    Situation situation;
    situation.track = finding.track;
    situation.domain = finding.domain;
    situation.mx = finding.mx;
    finding.checks.clear();
    for (const CheckKind kind : checks)
        finding.checks.push_back(checkFor(kind, situation));
}

/// Failures that unusable records explain: those that say so, and mismatches where the sender's
/// whole set cannot be used.
void unusableByFailures(Case &subject)
{
    for (size_t i = 0; i < subject.episodes.size(); ++i) {
        const Episode &episode = subject.episodes[i];
        const bool told = episode.problem == Problem::TlsaUnusable;
        if (subject.isExplained(i) || (!told && episode.problem != Problem::TlsaMismatch))
            continue;
        Unusable unusable = unusableIn(subject.view, episode);
        const bool proven = unusable.wholeSet && !unusable.someUsable;
        if (!told && !proven)
            continue;
        Finding finding = subject.findingAbout(Rule::R17, episode);
        finding.severity = Severity::High;
        if (!told) {
            finding.cause = Cause::TlsaUnusable;
            finding.effect = effectOf(finding.cause, finding.resultType, finding.track, finding.mode);
        }
        finding.details.records = std::move(unusable.records);
        if (proven)
            makeCertain(finding.confidence);
        subject.add(std::move(finding), {i});
    }
}

std::map<QString, Unusable> unusableNow(const Case &subject)
{
    std::map<QString, Unusable> byHost;
    for (const PolicyUse &use : usesNow(subject, Track::Tlsa)) {
        const QString host = serverOf(subject, use.span->host);
        if (byHost.size() >= size_t(thresholds::hostsApart) && !byHost.count(host))
            continue;
        Unusable &unusable = byHost[host];
        if (unusable.add(subject.view.book.reading(use.span->policy, Track::Tlsa).records)) {
            unusable.senders.push_back(use.sender);
            unusable.spans.push_back(use.span);
        }
    }
    return byHost;
}

bool isSaid(const Case &subject, const QString &host)
{
    const auto &found = subject.findings();
    return std::any_of(found.begin(), found.end(), [&host](const Finding &f) {
        return f.rule == Rule::R17 && f.open && (f.mx == host || f.mx.isEmpty() || host.isEmpty());
    });
}

Finding unusableFinding(const Case &subject, const QString &host, Unusable unusable)
{
    qint32 first = unusable.spans.front()->first.value, last = first;
    for (const PolicySpan *span : unusable.spans) {
        first = std::min(first, span->first.value);
        last = std::max(last, span->last.value);
    }
    std::sort(unusable.senders.begin(), unusable.senders.end());
    unusable.senders.erase(std::unique(unusable.senders.begin(), unusable.senders.end()),
                           unusable.senders.end());
    Finding finding = subject.findingAbout(Rule::R17, Track::Tlsa, unusable.senders, first, last,
                                           Owner::MxOperator, {});
    finding.mx = host;
    finding.cause = Cause::TlsaUnusable;
    finding.group = groupOf(finding.cause);
    checkHost(finding, {CheckKind::TlsaRecords, CheckKind::TlsaDigest});
    for (const PolicySpan *span : unusable.spans)
        finding.daysAffected = std::max(finding.daysAffected, span->reportDays);
    subject.proveByRows(finding, Track::Tlsa, unusable.senders, first, last);
    // With a usable one beside them, DANE works and these only confuse.
    finding.severity = unusable.wholeSet                             ? Severity::High
                       : unusable.onlyHas(TlsaDefect::UsageUnusable) ? Severity::Low
                                                                     : Severity::Medium;
    finding.details.records = std::move(unusable.records);
    makeCertain(finding.confidence);
    return finding;
}

} // namespace

/// TLSA records that mail servers cannot use (R17), as senders say or as the records themselves
/// prove. Fills details.records with those. Without failures `mailAffected` is false.
void tlsaUnusable(Case &subject)
{
    unusableByFailures(subject);
    for (auto &[host, unusable] : unusableNow(subject)) {
        // One sender's odd way to write what others show well is no fault of the records.
        const bool oddity = unusable.senders.size() == 1 && unusable.someUsable
                            && unusable.wholeSet && unusable.onlyHas(TlsaDefect::Unreadable);
        if (!unusable.records.empty() && !oddity && !isSaid(subject, host))
            subject.add(unusableFinding(subject, host, unusable));
    }
}

} // namespace tlsrpt::rules

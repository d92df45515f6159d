// SPDX-License-Identifier: GPL-3.0-or-later
// The rule about entries of the policy that no server fits.
#include "core/diagnosis/policyuse.h"
#include "core/diagnosis/rules.h"
#include "core/diagnosis/thresholds.h"

#include <QSet>

#include <algorithm>

namespace tlsrpt::rules
{

namespace
{

constexpr int unusedDays = 90; ///< a reserve server may rest for weeks
constexpr qint64 unusedSessions = 500;
constexpr size_t unusedSenders = 3;

/// Servers that reports named in the last days, as far as they are told apart.
QStringList hostsNamed(const Case &subject, qint32 from)
{
    const DomainView &view = subject.view;
    const size_t begin = view.rowsOfDays(from, view.newestDay).first;
    auto detail = std::partition_point(view.details.begin(), view.details.end(),
                                       [begin](const ViewDetail &d) { return d.row < begin; });
    QSet<TextIndex> seen;
    for (; detail != view.details.end() && seen.size() < thresholds::hostsApart; ++detail) {
        if (detail->mx)
            seen.insert(detail->mx);
    }
    QStringList hosts;
    for (const TextIndex mx : std::as_const(seen))
        hosts.append(view.text(mx));
    for (const PolicySpan &span : subject.history) {
        if (span.track == Track::Tlsa && span.last.value >= from && !span.host.isEmpty()
            && hosts.size() < 2 * thresholds::hostsApart && !hosts.contains(span.host))
            hosts.append(span.host);
    }
    return hosts;
}

bool isUsed(const QString &pattern, const QStringList &hosts)
{
    return std::any_of(hosts.begin(), hosts.end(), [&pattern](const QString &host) {
        return mxMatches(pattern, host);
    });
}

bool isOldEntry(const Case &subject, const QString &pattern, qint32 from)
{
    return std::any_of(subject.history.begin(), subject.history.end(),
                       [&pattern, from](const PolicySpan &span) {
                           return span.track == Track::Sts && span.first.value <= from
                                  && span.patterns.contains(pattern);
                       });
}

/// Entries that no named server fits. Successes name no server, so silence tells something only
/// where as many other entries were seen.
QStringList unusedEntries(const Case &subject, const PolicySpan &text, qint32 from)
{
    if (text.patterns.size() > thresholds::hostsApart)
        return {};
    const QStringList hosts = hostsNamed(subject, from);
    QStringList unused;
    for (const QString &pattern : text.patterns) {
        if (!isUsed(pattern, hosts))
            unused.append(pattern);
    }
    const bool decidable = unused.size() <= text.patterns.size() - unused.size();
    unused.erase(std::remove_if(unused.begin(), unused.end(),
                                [&subject, from](const QString &pattern) {
                                    return !isOldEntry(subject, pattern, from);
                                }),
                 unused.end());
    return decidable ? unused : QStringList();
}

} // namespace

/// An entry of the newest policy that fits no server seen in 90 days of good traffic (R26); fills
/// details.hosts with these entries. A reserve server looks the same: info.
void patternUnused(Case &subject)
{
    const DomainView &view = subject.view;
    const qint32 from = subject.reference - unusedDays + 1;
    const PoliciesInUse policies = policiesInUse(subject);
    const PolicySpan *text = wholeText(policies);
    if (!text || text->patterns.size() < 2 || view.firstDay > from)
        return;
    std::vector<SenderIndex> senders;
    for (SenderIndex sender = 0; sender < view.senders.size(); ++sender) {
        if (view.sessionsOf(sender, Track::Sts, from, subject.reference).sessions > 0)
            senders.push_back(sender);
    }
    const SessionSum all = view.sessionsOfAll(Track::Sts, from, subject.reference);
    if (senders.size() < unusedSenders || all.sessions < unusedSessions)
        return;
    const QStringList unused = unusedEntries(subject, *text, from);
    if (unused.isEmpty())
        return;
    Finding finding = subject.findingAbout(Rule::R26, Track::Sts, senders, from, subject.reference,
                                           Owner::ReceivingDomain, {CheckKind::StsRecordAndMx});
    if (isPlainHostName(unused.front())) {
        Situation situation;
        situation.domain = view.name;
        situation.mx = unused.front();
        finding.checks.insert(finding.checks.begin(), checkFor(CheckKind::TlsHandshake, situation));
    }
    finding.severity = Severity::Info;
    finding.mode = text->mode;
    finding.details.hosts = unused;
    addRowReasons(finding.confidence, senders.size(), all.days, all.sessions);
    addReason(finding.confidence, ConfidencePoint::OnlyCompatible,
              thresholds::pointsOnlyCompatible);
    subject.proveByRows(finding, Track::Sts, sendersOf(policies.current), text->first.value,
                        text->last.value);
    subject.add(std::move(finding));
}

} // namespace tlsrpt::rules

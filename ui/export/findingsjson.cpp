// SPDX-License-Identifier: GPL-3.0-or-later
// `findings --json`: a promise to other programs; add members, never rename or remove one.
#include "ui/export/findinglist.h"
#include "ui/words/findingwords.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace tlsrpt
{

namespace
{

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonArray sendersJson(const Finding &finding)
{
    QJsonArray senders;
    for (const SenderShare &sender : finding.senders)
        senders.append(sender.name.isEmpty() ? sender.key : sender.name);
    return senders;
}

QJsonObject findingJson(const ListedFinding &listed)
{
    const Finding &finding = *listed.finding;
    const words::FindingWords words = words::finding(finding);
    QJsonArray checks, reports;
    for (const Check &check : finding.checks)
        checks.append(check.command);
    for (const ReportId report : listed.reports)
        reports.append(report.value);
    return {{u"kind"_qs, QString(slug(finding.rule))},
            {u"rule"_qs, QString(id(finding.rule))},
            {u"severity"_qs, QString(slug(finding.severity))},
            {u"confidence"_qs, finding.confidence.value},
            {u"open"_qs, finding.open},
            {u"muted"_qs, listed.muted},
            {u"domain"_qs, finding.domain},
            {u"mx"_qs, textOrNull(finding.mx)},
            {u"senders"_qs, sendersJson(finding)},
            {u"first_day"_qs, finding.first.toIso()},
            {u"last_day"_qs, finding.last.toIso()},
            {u"occurrences"_qs, finding.occurrences},
            {u"owner"_qs, QString(slug(finding.owner))},
            {u"title"_qs, words.title},
            {u"explanation"_qs, QString(words.statement + u' ' + words.meaning)},
            {u"effect"_qs, words.effect},
            {u"checks"_qs, checks},
            {u"fix"_qs, words.fix.join(u'\n')},
            {u"reports"_qs, reports}};
}

} // namespace

Result<QStringList> mutedKeys(ArchiveReader &reader, const Clock &clock)
{
    const auto marks = reader.findingMarks();
    if (!marks)
        return tl::unexpected(marks.error());
    const Day today = Day::fromSeconds(clock.nowUtc().toSecsSinceEpoch());
    QStringList keys;
    for (const FindingMark &mark : *marks) {
        if (mark.muted && (!mark.until || today <= *mark.until))
            keys += mark.key;
    }
    return keys;
}

QByteArray findingsJson(const FindingList &list)
{
    QJsonArray findings;
    for (const ListedFinding &listed : list.findings)
        findings.append(findingJson(listed));
    const QJsonObject root{
        {u"schema"_qs, 1},
        {u"reference_day"_qs, textOrNull(list.reference ? list.reference->toIso() : QString())},
        {u"findings"_qs, findings}};
    return QJsonDocument(root).toJson(QJsonDocument::Indented);
}

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/findings/findingitem.h"

#include "ui/words/findingwords.h"
#include "ui/words/text.h"
#include "ui/words/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace tlsrpt
{

namespace
{

class FindingItemWords
{
    Q_DECLARE_TR_FUNCTIONS(FindingItemWords)
};

constexpr qsizetype longestName = 60;

QString sendersCaption(const Finding &finding)
{
    if (finding.senders.empty())
        return {};
    if (finding.senders.size() == 1)
        return FindingItemWords::tr("%1 only").arg(words::shown(finding.senders.front().name, longestName));
    return FindingItemWords::tr("%Ln sender(s)", nullptr, static_cast<int>(finding.senders.size()));
}

QString whenCaption(const Finding &finding)
{
    if (finding.open)
        return FindingItemWords::tr("since %1").arg(words::day(finding.first));
    return finding.first == finding.last ? words::day(finding.first) : words::period({finding.first, finding.last});
}

QString captionOf(const Finding &finding)
{
    QStringList parts{finding.open        ? words::severityName(finding.severity)
                      : finding.forgotten ? FindingItemWords::tr("Not known")
                                          : FindingItemWords::tr("Over"),
                      words::shown(finding.domain, longestName), whenCaption(finding), sendersCaption(finding)};
    parts.removeAll(QString());
    return parts.join(u" · "_qs);
}

QString searchText(const FindingItem &item)
{
    const Finding &finding = *item.finding;
    QStringList parts{item.title, item.caption, finding.domain, finding.mx, id(finding.rule), slug(finding.rule),
                      finding.resultType};
    for (const SenderShare &sender : finding.senders)
        parts << sender.name << sender.key;
    return parts.join(u'\n').left(20'000).toCaseFolded();
}

QString paragraph(const QString &title, const QString &text)
{
    return text.isEmpty() ? QString() : title % u'\n' % text % u"\n\n"_qs;
}

QString checksAsText(const Finding &finding)
{
    QStringList lines;
    for (const Check &check : finding.checks)
        lines << words::checkTitle(check.kind) + u":"_qs << check.command;
    return lines.join(u'\n');
}

/// One for each sender and domain, and hardly ever a reason to act.
bool isMereNote(const Finding &finding)
{
    const bool aboutReports = finding.rule == Rule::R32 || finding.rule == Rule::R39 || finding.rule == Rule::R40;
    return finding.severity == Severity::Info || (finding.severity == Severity::Low && aboutReports);
}

} // namespace

FindingGroup groupOf(const FindingItem &item)
{
    if (item.muted)
        return FindingGroup::Muted;
    const Finding &finding = *item.finding;
    if (!finding.open)
        return finding.severity <= Severity::Medium ? FindingGroup::Over : FindingGroup::OverSmall;
    if (isProblem(finding))
        return FindingGroup::Open;
    return isMereNote(finding) ? FindingGroup::Notes : FindingGroup::Advice;
}

QString groupTitle(FindingGroup group)
{
    switch (group) {
    case FindingGroup::Open: return FindingItemWords::tr("Open problems");
    case FindingGroup::Advice: return FindingItemWords::tr("Advice");
    case FindingGroup::Notes: return FindingItemWords::tr("Notes");
    case FindingGroup::Over: return FindingItemWords::tr("Over");
    case FindingGroup::OverSmall: return FindingItemWords::tr("Over, of little weight");
    case FindingGroup::Muted: return FindingItemWords::tr("Muted");
    }
    return {};
}

FindingItem findingItem(FindingPtr finding)
{
    FindingItem item;
    item.key = finding->key();
    item.place = item.key % u'@' % finding->first.toIso();
    item.title = words::findingTitle(*finding);
    item.caption = captionOf(*finding);
    item.finding = std::move(finding);
    item.search = searchText(item);
    return item;
}

std::vector<FindingItem> FindingItems::matching(const std::shared_ptr<const Diagnosis> &diagnosis, const Filter &filter)
{
    if (m_diagnosis != diagnosis) {
        m_items.clear();
        m_diagnosis = diagnosis;
    }
    std::vector<FindingItem> items;
    for (const FindingPtr &finding : tlsrpt::matching(*diagnosis, filter)) {
        FindingItem &item = m_items[finding.get()];
        if (!item.finding)
            item = findingItem(finding);
        items.push_back(item);
    }
    return items;
}

QString findingAsText(const Finding &finding)
{
    const words::FindingWords told = words::finding(finding);
    QString text = told.title % u'\n' % words::severityName(finding.severity) % u" · "_qs % told.state % u" · "_qs
        % id(finding.rule) % u"\n\n"_qs % told.statement % u"\n\n"_qs % told.meaning % u"\n\n"_qs;
    text += paragraph(FindingItemWords::tr("What it did to the mail"), told.effect);
    text += paragraph(FindingItemWords::tr("Who must act"), told.who);
    text += paragraph(FindingItemWords::tr("Check it"), checksAsText(finding));
    text += paragraph(FindingItemWords::tr("Fix it"), told.fix.join(u'\n'));
    QStringList reasons{told.sure};
    for (const ConfidenceReason &reason : finding.confidence.reasons)
        reasons << words::confidenceReason(reason);
    text += paragraph(FindingItemWords::tr("How sure we are"), reasons.join(u'\n'));
    return text.trimmed() + u'\n';
}

Filter reportsFilter(const Finding &finding)
{
    Filter filter;
    filter.from = finding.first;
    filter.to = finding.last;
    if (!finding.domain.isEmpty())
        filter.domains = QStringList{finding.domain};
    for (const SenderShare &sender : finding.senders)
        filter.senders << sender.key;
    if (!finding.failures.empty()) {
        filter.onlyFailures = true;
        if (!finding.mx.isEmpty())
            filter.mx = finding.mx;
    }
    return filter;
}

} // namespace tlsrpt

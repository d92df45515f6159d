// SPDX-License-Identifier: GPL-3.0-or-later
// What the PDF and the HTML say about findings.
#include "ui/export/findinglist.h"
#include "ui/export/sections.h"

#include <QCoreApplication>

#include <algorithm>

namespace tlsrpt
{

namespace
{

// A context that lupdate sees.
class T
{
    Q_DECLARE_TR_FUNCTIONS(FindingSections)
};

constexpr qsizetype longestList = 10;

bool isReadiness(Rule rule)
{
    return rule == Rule::R34 || rule == Rule::R35 || rule == Rule::R36;
}

/// What somebody had to do something about when it was going on.
bool wasProblem(const Finding &finding)
{
    return !isReadiness(finding.rule) && finding.severity <= Severity::Medium;
}

/// What is no longer open, and when it was: it may have the title of a problem that is.
QString solvedText(const Finding &solved, const QStringList &openTitles)
{
    const words::FindingWords words = words::finding(solved);
    if (solved.forgotten) // nobody knows its last day
        return words.title + u" · "_qs + words.state;
    const QString days = words::period({solved.first, solved.last});
    return openTitles.contains(words.title)
               //: a problem and the days of an earlier time of it
               ? T::tr("%1 · %2, an earlier time; now it is open again").arg(words.title, days)
               : QString(words.title + u" · "_qs + days);
}

QStringList cut(QStringList texts)
{
    const qsizetype more = texts.size() - longestList;
    if (more <= 0)
        return texts;
    texts = texts.mid(0, longestList);
    return texts << T::tr("and %1 more", nullptr, static_cast<int>(more)).arg(words::number(more));
}

} // namespace

std::vector<FindingText> problemTexts(const Summary &summary)
{
    std::vector<FindingText> texts;
    for (const FindingPtr &finding : summary.findings) {
        if (!isProblem(*finding))
            continue;
        FindingText text;
        text.words = words::finding(*finding);
        text.checks = checksToTell(*finding);
        text.coloured = finding->group.has_value();
        text.group = finding->group.value_or(CauseGroup::Other);
        text.caption =
            QStringList{words::severityName(finding->severity), text.words.state, text.words.sure}
                .join(u" · "_qs);
        texts.push_back(std::move(text));
    }
    return texts;
}

QStringList solvedTexts(const Summary &summary)
{
    std::vector<FindingPtr> solved;
    QStringList openTitles;
    for (const FindingPtr &finding : summary.findings) {
        if (finding->open)
            openTitles += words::findingTitle(*finding);
    }
    std::copy_if(summary.findings.begin(), summary.findings.end(), std::back_inserter(solved),
                 [](const FindingPtr &f) { return !f->open && wasProblem(*f); });
    std::stable_sort(solved.begin(), solved.end(),
                     [](const FindingPtr &a, const FindingPtr &b) { return b->last < a->last; });
    QStringList texts;
    for (const FindingPtr &finding : solved)
        texts += solvedText(*finding, openTitles);
    return cut(texts);
}

QStringList minorTexts(const Summary &summary)
{
    QStringList texts;
    for (const FindingPtr &finding : summary.findings) {
        if (finding->open && !isReadiness(finding->rule) && finding->severity == Severity::Low)
            texts += words::findingTitle(*finding);
    }
    return cut(texts);
}

QStringList readinessTexts(const Summary &summary)
{
    QStringList texts;
    for (const FindingPtr &finding : summary.findings) {
        if (finding->open && isReadiness(finding->rule))
            texts += words::finding(*finding).statement;
    }
    return cut(texts);
}

QString headlineText(const Summary &summary)
{
    if (words::leavesOnlyFailures(summary.filter) && summary.overview.reports > 0)
        return words::failuresHeadline(summary.overview, summary.findings);
    return summary.judged ? words::headline(summary.overview, summary.findings)
                          : words::verdict(summary.overview);
}

QString problemsNote(const Summary &summary)
{
    const bool any = std::any_of(summary.findings.begin(), summary.findings.end(),
                                 [](const FindingPtr &finding) { return isProblem(*finding); });
    if (!summary.judged)
        return {};
    if (summary.muted == 1)
        return any ? T::tr("One more problem is muted and left out.")
                   : T::tr("No problem is open but one that is muted.");
    if (summary.muted > 1)
        return (any ? T::tr("%1 more problems are muted and left out.", nullptr,
                            static_cast<int>(summary.muted))
                    : T::tr("No problem is open but %1 that are muted.", nullptr,
                            static_cast<int>(summary.muted)))
            .arg(words::number(summary.muted));
    return any ? QString() : T::tr("No problem is open.");
}

} // namespace tlsrpt

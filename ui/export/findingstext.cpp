// SPDX-License-Identifier: GPL-3.0-or-later
// Findings for people at a terminal: open ones first, by severity; no colour.
#include "core/base/plaintext.h"
#include "ui/export/findinglist.h"
#include "ui/words/findingwords.h"
#include "ui/words/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace tlsrpt
{

namespace
{

// A context that lupdate sees.
class T
{
    Q_DECLARE_TR_FUNCTIONS(FindingsText)
};

constexpr qsizetype lineWidth = 88;

/// Words on lines of that width, each behind `indent`; the first behind `first`.
QString wrapped(const QString &text, const QString &indent, const QString &first)
{
    QString result, line = first;
    bool begun = false;
    QString tied = printable(text);
    tied.replace(u" %"_qs, u"\u00a0%"_qs); // a number and its sign stay together
    for (QString word : tied.split(u' ', Qt::SkipEmptyParts)) {
        word.replace(QChar::Nbsp, u' ');
        if (begun && line.size() + 1 + word.size() > lineWidth) {
            result += line + u'\n';
            line = indent;
            begun = false;
        }
        line += (begun ? u" "_qs : QString()) + word;
        begun = true;
    }
    return result + line + u'\n';
}

QString paragraph(const QString &text)
{
    return wrapped(text, u"    "_qs, u"    "_qs);
}

QString steps(const QStringList &fix)
{
    if (fix.size() == 1)
        return paragraph(T::tr("What to do: %1").arg(fix.front()));
    QString text = paragraph(T::tr("What to do:"));
    for (qsizetype i = 0; i < fix.size(); ++i)
        text += wrapped(fix[i], u"       "_qs, u"    %1. "_qs.arg(i + 1));
    return text;
}

/// A command as it is, so that it can be copied; each of its lines is made harmless by itself.
QString commandLines(const QString &command)
{
    QString text;
    const QStringList lines = command.split(u'\n');
    for (const QString &line : lines)
        text += u"      "_qs + printable(line) + u'\n';
    return text;
}

QString whatToDo(const Finding &finding, const words::FindingWords &words)
{
    QString text = paragraph(T::tr("Who acts: %1.").arg(words.who)) + steps(words.fix);
    const QStringList checks = checksToTell(finding);
    if (checks.isEmpty())
        return text;
    text += u"    "_qs + T::tr("To check:") + u'\n';
    for (const QString &command : checks)
        text += commandLines(command);
    return text;
}

QString findingText(const ListedFinding &listed)
{
    const Finding &finding = *listed.finding;
    const words::FindingWords words = words::finding(finding);
    //: How bad, and what: "Critical: Certificate of mx2.example.org expired"
    QString title = T::tr("%1: %2").arg(words::severityName(finding.severity), words.title);
    if (listed.muted)
        //: %1 is the title of a finding
        title = T::tr("%1 (muted)").arg(title);
    QString text = wrapped(title, u"    "_qs, u"  "_qs) + paragraph(words.statement) +
                   paragraph(T::tr("Effect on the mail: %1").arg(words.effect));
    if (finding.open)
        text += whatToDo(finding, words);
    return text + paragraph(words.state + u" · "_qs + words.sure);
}

QString section(const QString &title, const FindingList &list, bool open)
{
    QString text;
    for (const ListedFinding &listed : list.findings) {
        if (listed.finding->open == open)
            text += u'\n' + findingText(listed);
    }
    return text.isEmpty() ? QString() : QString(u'\n' + title + u'\n' + text);
}

QString counted(const FindingList &list)
{
    const auto open =
        std::count_if(list.findings.begin(), list.findings.end(),
                      [](const auto &each) { return !each.muted && isProblem(*each.finding); });
    if (open == 0)
        return T::tr("No problem is open.");
    return open == 1 ? T::tr("One problem is open.")
                     : T::tr("%1 problems are open.", nullptr, static_cast<int>(open))
                           .arg(words::number(open));
}

} // namespace

QStringList checksToTell(const Finding &finding)
{
    QStringList commands;
    for (const Check &check : finding.checks) {
        if (commands.isEmpty() || finding.rule == Rule::R11)
            commands += check.command;
    }
    return commands;
}

QString findingsText(const FindingList &list)
{
    if (!list.reference)
        return T::tr("There are no reports to judge.") + u'\n';
    QString text = counted(list) + u' ' +
                   T::tr("Judged by the reports up to %1. All days are UTC.")
                       .arg(words::dayLong(*list.reference)) +
                   u'\n';
    const QString stale = list.today ? words::staleness(*list.reference, *list.today) : QString();
    text += stale.isEmpty() ? QString() : stale + u'\n';
    text += section(T::tr("GOING ON"), list, true) + section(T::tr("OVER"), list, false);
    if (list.findings.empty())
        text += T::tr("There is nothing to tell.") + u'\n';
    return text;
}

} // namespace tlsrpt

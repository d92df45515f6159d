// SPDX-License-Identifier: GPL-3.0-or-later
// What the PDF and the HTML say, once: the same titles, tables and explanations for both.
#pragma once

#include "ui/export/summary.h"
#include "ui/theme/theme.h"
#include "ui/words/findingwords.h"
#include "ui/words/words.h"

namespace tlsrpt
{

struct ReportTable {
    struct Column {
        QString title;
        bool number = false;   ///< right-aligned, tabular
        int share = 1;         ///< of the width, relative to the other columns
    };
    QString title;
    QString caption;
    std::vector<Column> columns;
    std::vector<QStringList> rows;
    int boldColumn = -1;
    bool grouped = false;      ///< rows with the same first cell belong together
};
/// A row's cells. In a grouped table the first one is told once, and again at the top of a page.
QStringList cellsOf(const ReportTable &table, size_t row, bool atTop = false);

struct ReportFigure {
    QString label;
    QString value;
    QString caption;
    Token tone = Token::Text;
};

struct CauseText {
    CauseGroup group = CauseGroup::Other;
    words::ExplanationWords words;
    QString caption;           ///< "20 to 31 Oct · 5 senders · 4,390 occurrences"
    QString firstCheck;        ///< a command
    QString owner;
    bool stepsAbove = false;   ///< an open problem has this cause, and the steps stand with it
};

/// A finding on paper.
struct FindingText {
    CauseGroup group = CauseGroup::Other;
    bool coloured = false;     ///< whether `group` says anything
    words::FindingWords words; ///< with the steps
    QStringList checks;        ///< commands that the steps may speak of
    QString caption;           ///< "Critical · going on since 3 May · confidence: high (85)"
};
std::vector<FindingText> problemTexts(const Summary &summary); ///< open ones, worst first
/// "Certificate of mx2.example.org expired · 21–25 Jul 2026", newest first, at most 10.
QStringList solvedTexts(const Summary &summary);
/// Open ones of low severity, their titles; at most 10.
QStringList minorTexts(const Summary &summary);
/// Which domains can be switched to enforce and which cannot yet, a sentence each; at most 10.
QStringList readinessTexts(const Summary &summary);
QString headlineText(const Summary &summary);
/// "No problem is open.", "2 problems are muted and left out."; empty when there is nothing to say.
QString problemsNote(const Summary &summary);

QString summaryTitle(const Summary &summary);
QString summarySubtitle(const Summary &summary);   ///< domains, prepared by
std::vector<ReportFigure> summaryFigures(const Summary &summary);
ReportTable domainsTable(const Summary &summary);
/// As the servers are ordered, of each the most frequent first. Of `summary`, which outlives them.
std::vector<const HostCause *> causesByServer(const Summary &summary);
ReportTable serversTable(const Summary &summary);
ReportTable causesTable(const Summary &summary);
ReportTable coverageTable(const Summary &summary); ///< who reported
ReportTable policiesTable(const Summary &summary);
QString daysWithoutReports(const Summary &summary); ///< a sentence; empty when there are none
/// One explanation a cause, with its numbers at the host of the open problem, else at the worst one;
/// those of open problems first, then by occurrences; at most 12.
std::vector<CauseText> causeTexts(const Summary &summary);
/// "How to read this": word and meaning.
std::vector<std::pair<QString, QString>> glossary();
QString directionNote();
/// Where the steps of a cause stand (CauseText::stepsAbove).
QString stepsAboveNote();

} // namespace tlsrpt

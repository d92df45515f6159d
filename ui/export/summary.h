// SPDX-License-Identifier: GPL-3.0-or-later
// The summary one can hand over: one value, written as PDF, HTML, CSV or JSON.
#pragma once

#include "core/base/clock.h"
#include "core/diagnosis/diagnosis.h"
#include "core/query/hostcauses.h"
#include "core/query/questions.h"
#include "core/query/reader.h"

#include <QByteArray>
#include <QPageSize>

class QPdfWriter;
class QPrinter;

namespace tlsrpt
{

struct Summary {
    Filter filter;
    Overview overview;
    std::vector<ServerRow> servers;
    std::vector<HostCause> causes;
    std::vector<ResultTypeRow> resultTypes;
    std::vector<PolicySeen> policies;
    bool judged = false;                ///< whether `findings` were looked for
    std::vector<FindingPtr> findings;   ///< that the filter leaves, without muted ones
    qint64 muted = 0;                   ///< problems left out
    QString title;          ///< may be empty: "Is the mail to your domains protected?"
    QString preparedBy;     ///< may be empty
    QDateTime written;      ///< UTC
};
Summary summarise(const Facts &facts, const Filter &filter, const Clock &clock);
/// The same with the findings of the diagnosis; `previous` is one to go on from, or null.
Summary judgedSummary(ArchiveReader &reader, const Facts &facts, const Filter &filter,
                      const Clock &clock, std::shared_ptr<const Diagnosis> previous = {});
void addFindings(Summary &summary, const Diagnosis &diagnosis, const QStringList &mutedKeys = {});

QByteArray summaryJson(const Summary &summary);       ///< the promise of `summary --json`, schema 1
QString summaryText(const Summary &summary);          ///< for people at a terminal
QString summaryHtml(const Summary &summary);          ///< one file, no network, no script
enum class CsvTable { Days, Domains, Senders, Servers, ResultTypes, Policies };
inline constexpr int csvTableCount = 6;
QLatin1String slug(CsvTable table); ///< "days", "domains", ...; for file names and --table
QString summaryCsv(const Summary &summary, CsvTable table);
/// Needs a QApplication (any platform plug-in). Errors: CannotWrite.
Status writeSummaryPdf(const Summary &summary, const QString &path, QPageSize::PageSizeId size);
void paintSummary(const Summary &summary, QPrinter &printer); ///< for preview and printing

} // namespace tlsrpt

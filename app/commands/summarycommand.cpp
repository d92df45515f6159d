// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"
#include "app/commands/console.h"
#include "core/base/writewhole.h"
#include "core/query/reader.h"
#include "core/settings/settings.h"
#include "ui/export/summary.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace tlsrpt
{

namespace
{

// A context that lupdate sees.
class T
{
    Q_DECLARE_TR_FUNCTIONS(SummaryCommand)
};

std::optional<CsvTable> tableNamed(const QString &name)
{
    for (int i = 0; i < csvTableCount; ++i) {
        if (name == slug(static_cast<CsvTable>(i)))
            return static_cast<CsvTable>(i);
    }
    return std::nullopt;
}

/// A folder gets one file a table, or the chosen one; a file gets the chosen one, or that of the days.
Status writeCsv(const Summary &summary, const QString &path, std::optional<CsvTable> table)
{
    if (!QFileInfo(path).isDir())
        return writeWhole(path, summaryCsv(summary, table.value_or(CsvTable::Days)).toUtf8());
    for (int i = 0; i < csvTableCount; ++i) {
        const auto each = static_cast<CsvTable>(i);
        if (table && each != *table)
            continue;
        const QString file = QDir(path).filePath(slug(each) + u".csv"_qs);
        if (const Status written = writeWhole(file, summaryCsv(summary, each).toUtf8()); !written)
            return written;
    }
    return {};
}

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(T::tr("Sums up what the archive says."));
    console::addArchiveOption(parser);
    console::addFilterOptions(parser);
    parser.addOptions({
        {u"json"_qs, T::tr("Print as JSON.")},
        {u"pdf"_qs, T::tr("Write a PDF."), u"FILE"_qs},
        {u"html"_qs, T::tr("Write one HTML file."), u"FILE"_qs},
        {u"csv"_qs, T::tr("Write one table (days, or that of --table) to a file, or every table into a folder."), u"FILE"_qs},
        {u"table"_qs, T::tr("The table for --csv: days, domains, senders, servers, result-types, policies."),
         u"TABLE"_qs},
        {u"paper"_qs, T::tr("Paper of the PDF: a4 or letter."), u"SIZE"_qs},
        {u"title"_qs, T::tr("Title of the PDF and the HTML."), u"TEXT"_qs},
        {u"prepared-by"_qs, T::tr("Name of whoever hands it over."), u"TEXT"_qs},
    });
}

/// What is wrong with the options of the files that are written; empty where nothing is.
QString wrongOptions(const QCommandLineParser &parser)
{
    for (const QString &option : {u"pdf"_qs, u"html"_qs, u"csv"_qs}) {
        if (parser.value(option) == u"-")
            return T::tr("--%1 writes a file; name it.").arg(option);
    }
    const QString table = parser.value(u"table"_qs);
    if (parser.isSet(u"table"_qs) && !tableNamed(table))
        return T::tr("\"%1\" is no table.").arg(table);
    const QString paper = parser.value(u"paper"_qs).toLower();
    if (parser.isSet(u"paper"_qs) && paper != u"a4" && paper != u"letter")
        return T::tr("\"%1\" is no paper size; use a4 or letter.").arg(paper);
    const bool pdf = parser.isSet(u"pdf"_qs);
    const bool document = pdf || parser.isSet(u"html"_qs);
    if (parser.isSet(u"table"_qs) && !parser.isSet(u"csv"_qs))
        return T::tr("--table chooses what --csv writes; use both.");
    if (parser.isSet(u"paper"_qs) && !pdf)
        return T::tr("--paper is for --pdf; use both.");
    if ((parser.isSet(u"title"_qs) || parser.isSet(u"prepared-by"_qs)) && !document)
        return T::tr("--title and --prepared-by are for --pdf and --html; use one of these, too.");
    return {};
}

/// JSON and CSV carry no findings, so they need no diagnosis.
Result<Summary> summaryOf(const QString &path, const Filter &filter, bool judged)
{
    if (!QFileInfo::exists(path))
        return failure(Code::ArchiveCannotOpen, path);
    auto reader = ArchiveReader::open(path);
    if (!reader)
        return tl::unexpected(reader.error());
    const auto facts = loadFacts(reader->database());
    if (!facts)
        return tl::unexpected(facts.error());
    (void)console::choosesReports(**facts, filter);
    const SystemClock clock;
    return judged ? judgedSummary(*reader, **facts, filter, clock)
                  : summarise(**facts, filter, clock);
}

Status writeAll(const QCommandLineParser &parser, const Summary &summary, std::optional<CsvTable> table, bool letter)
{
    Status done;
    if (parser.isSet(u"pdf"_qs))
        done = writeSummaryPdf(summary, parser.value(u"pdf"_qs), letter ? QPageSize::Letter : QPageSize::A4);
    if (done && parser.isSet(u"html"_qs))
        done = writeWhole(parser.value(u"html"_qs), summaryHtml(summary).toUtf8());
    if (done && parser.isSet(u"csv"_qs))
        done = writeCsv(summary, parser.value(u"csv"_qs), table);
    return done;
}

} // namespace

int runSummaryCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    int status = ExitDone;
    if (!console::parse(parser, arguments, status))
        return status;
    Filter filter;
    QString wrong;
    if (!console::readFilter(parser, filter, wrong))
        return console::usage(wrong);
    if (!parser.positionalArguments().isEmpty())
        return console::usage(T::tr("The command summary takes no file names; import them first."));
    if (const QString complaint = wrongOptions(parser); !complaint.isEmpty())
        return console::usage(complaint);

    const bool onlyData = (parser.isSet(u"json"_qs) || parser.isSet(u"csv"_qs))
                       && !parser.isSet(u"pdf"_qs) && !parser.isSet(u"html"_qs);
    auto summary = summaryOf(console::archivePath(parser), filter, !onlyData);
    if (!summary)
        return console::fail(summary.error());
    summary->title = parser.value(u"title"_qs);
    summary->preparedBy = parser.value(u"prepared-by"_qs);
    const bool letter = parser.isSet(u"paper"_qs) ? parser.value(u"paper"_qs).toLower() == u"letter" : Settings().letterPaper();
    if (const Status written = writeAll(parser, *summary, tableNamed(parser.value(u"table"_qs)), letter); !written)
        return console::fail(written.error());
    if (parser.isSet(u"json"_qs))
        console::outJson(summaryJson(*summary));
    else if (!parser.isSet(u"pdf"_qs) && !parser.isSet(u"html"_qs) && !parser.isSet(u"csv"_qs))
        console::out(summaryText(*summary));
    return ExitDone;
}

} // namespace tlsrpt

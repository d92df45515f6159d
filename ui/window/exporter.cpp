// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/exporter.h"

#include "core/base/filename.h"
#include "core/base/writewhole.h"
#include "core/query/reader.h"
#include "ui/window/filedialogs.h"
#include "ui/words/words.h"

#include <QDir>
#include <QPrintPreviewDialog>
#include <QPrinter>

namespace tlsrpt
{

namespace
{

/// Names that are free in a folder: many reports may suggest the same one.
class FreeNames
{
public:
    explicit FreeNames(const QString &folder) : m_folder(folder) {}

    QString pathFor(const QString &name)
    {
        int &number = m_given[name];
        QString free = ++number == 1 ? name : u"%1-%2"_qs.arg(number).arg(name);
        while (m_folder.exists(free))
            free = u"%1-%2"_qs.arg(++number).arg(name);
        return m_folder.filePath(free);
    }

private:
    QDir m_folder;
    QHash<QString, int> m_given;
};

} // namespace

Exporter::Exporter(Context context, QWidget *window)
    : QObject(window), m_context(context), m_window(window)
{
}

void Exporter::collect(std::function<void(const Summary &)> then)
{
    const Filter filter = m_context.filter.filter();
    const Clock *clock = &m_context.clock;
    m_context.session
        .ask([filter, clock, previous = m_context.diagnosis.diagnosis()](ArchiveReader &reader,
                                                                         const Facts &facts) {
            return judgedSummary(reader, facts, filter, *clock, previous);
        })
        .then(this, [then = std::move(then)](const Summary &summary) { then(summary); });
}

void Exporter::report(const Status &status, const QString &path)
{
    if (status)
        emit done(tr("Written: %1").arg(QDir::toNativeSeparators(path)));
    else
        emit failed(status.error());
}

void Exporter::write(Format format, const QString &path)
{
    switch (format) {
    case Format::Pdf:
        // Charts are Qt Charts scenes, and scenes belong to the GUI thread.
        collect([this, path](const Summary &summary) {
            const auto size = m_context.settings.letterPaper() ? QPageSize::Letter : QPageSize::A4;
            report(writeSummaryPdf(summary, path, size), path);
        });
        return;
    case Format::Html:
        collect([this, path](const Summary &summary) {
            report(writeWhole(path, summaryHtml(summary).toUtf8()), path);
        });
        return;
    case Format::Json: writeText(&summaryJson, path); return;
    }
}

void Exporter::writeText(std::function<QByteArray(const Summary &)> make, const QString &path)
{
    const Filter filter = m_context.filter.filter();
    const Clock *clock = &m_context.clock;
    m_context.session
        .ask([filter, clock, make = std::move(make), path](ArchiveReader &, const Facts &facts) {
            return writeWhole(path, make(summarise(facts, filter, *clock)));
        })
        .then(this, [this, path](const Status &status) { report(status, path); });
}

void Exporter::writeTable(CsvTable table, const QString &path)
{
    writeText([table](const Summary &summary) { return summaryCsv(summary, table).toUtf8(); }, path);
}

void Exporter::writeAllTables(const QString &folder)
{
    const Filter filter = m_context.filter.filter();
    const Clock *clock = &m_context.clock;
    m_context.session
        .ask([filter, clock, folder](ArchiveReader &, const Facts &facts) -> Status {
            const Summary summary = summarise(facts, filter, *clock);
            for (int i = 0; i < csvTableCount; ++i) {
                const auto table = static_cast<CsvTable>(i);
                const QString name = u"tls-"_qs + slug(table) + u".csv"_qs;
                if (const Status status = writeWhole(QDir(folder).filePath(name),
                                                    summaryCsv(summary, table).toUtf8());
                    !status)
                    return status;
            }
            return {};
        })
        .then(this, [this, folder](const Status &status) { report(status, folder); });
}

void Exporter::writeOriginals(const QString &folder)
{
    const Filter filter = m_context.filter.filter();
    m_context.session
        .ask([filter, folder](ArchiveReader &reader, const Facts &facts) -> Result<qint64> {
            qint64 written = 0;
            FreeNames names(folder);
            for (const quint32 index : reportList(facts, filter, ReportSort::Day, Qt::AscendingOrder)) {
                const auto original = reader.original(facts.reports[index].id);
                if (!original)
                    return tl::unexpected<Error>(original.error());
                const QString path = names.pathFor(original->fileName);
                if (const Status status = writeWhole(path, original->bytes); !status)
                    return tl::unexpected<Error>(status.error());
                ++written;
            }
            return written;
        })
        .then(this, [this](const Result<qint64> &written) {
            if (written)
                emit done(tr("%1 original file(s) written.", nullptr, static_cast<int>(*written))
                              .arg(words::number(*written)));
            else
                emit failed(written.error());
        });
}

void Exporter::preview()
{
    collect([this](const Summary &summary) { showPreview(summary); });
}

void Exporter::showPreview(const Summary &summary)
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setPageSize(QPageSize(m_context.settings.letterPaper() ? QPageSize::Letter : QPageSize::A4));
    auto *dialog = new QPrintPreviewDialog(printer.get(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Print preview"));
    dialog->resize(m_window->size() * 0.9);
    connect(dialog, &QPrintPreviewDialog::paintRequested, this,
            [summary](QPrinter *page) { paintSummary(summary, *page); });
    connect(dialog, &QObject::destroyed, this, [printer] {}); // the dialog does not own it
    dialog->open();
}

QString Exporter::suggestedName() const
{
    const Filter &filter = m_context.filter.filter();
    // Before the prefix: what is left of "a/../../x" must not be a name of its own.
    const QString domain = filter.domains.size() == 1 ? safeFileName(filter.domains.first()) : QString();
    return domain.isEmpty() ? u"tls-summary"_qs : u"tls-summary-"_qs + domain;
}

void Exporter::ask(Format format)
{
    QString title;
    QString filter;
    QString suffix;
    switch (format) {
    case Format::Pdf:
        title = tr("Export as PDF"), filter = tr("PDF (*.pdf)"), suffix = u"pdf"_qs;
        break;
    case Format::Html:
        title = tr("Export as HTML"), filter = tr("HTML (*.html)"), suffix = u"html"_qs;
        break;
    case Format::Json:
        title = tr("Export as JSON"), filter = tr("JSON (*.json)"), suffix = u"json"_qs;
        break;
    }
    askSavePath(m_window, title, suggestedName(), filter, suffix,
                [this, format](const QString &path) { write(format, path); });
}

void Exporter::askTable(CsvTable table)
{
    askSavePath(m_window, tr("Export as CSV"), u"tls-"_qs + slug(table), tr("CSV (*.csv)"), u"csv"_qs,
                [this, table](const QString &path) { writeTable(table, path); });
}

void Exporter::askAllTables()
{
    askFolder(m_window, tr("Choose a folder for the CSV files"),
              [this](const QString &folder) { writeAllTables(folder); });
}

void Exporter::askOriginals()
{
    askFolder(m_window, tr("Choose a folder for the original files"),
              [this](const QString &folder) { writeOriginals(folder); });
}

} // namespace tlsrpt

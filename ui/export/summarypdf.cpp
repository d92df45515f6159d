// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of the summary. Always the light theme; charts are vectors, text is text.
#include "core/base/plaintext.h"
#include "core/base/writewhole.h"
#include "ui/charts/daychart.h"
#include "ui/export/pdfflow.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPdfWriter>
#include <QPrinter>

namespace tlsrpt
{

namespace
{

// A context that lupdate sees.
class T
{
    Q_DECLARE_TR_FUNCTIONS(Pdf)
};

void figures(PdfFlow &flow, const Summary &summary)
{
    const auto all = summaryFigures(summary);
    constexpr size_t firstRow = 4; // sessions and what became of them; then where the figures come from
    constexpr double height = 50;
    flow.moveDown(8);
    flow.keep(2 * height);
    for (size_t begin = 0; begin < all.size(); begin += firstRow) {
        flow.rule();
        const double width = flow.width() / static_cast<double>(firstRow);
        const double top = flow.y() + 6;
        for (size_t i = begin; i < std::min(all.size(), begin + firstRow); ++i) {
            const double x = width * static_cast<double>(i - begin);
            const double room = width - 8;
            flow.line({x, top, room, 11}, all[i].label, PdfFont::Caption, Token::Text2, Qt::AlignLeft);
            flow.line({x, top + 11, room, 18}, all[i].value, PdfFont::Figure, all[i].tone, Qt::AlignLeft);
            flow.line({x, top + 29, room, 11}, all[i].caption, PdfFont::Caption, Token::Text2, Qt::AlignLeft);
        }
        flow.moveDown(height);
    }
    flow.rule();
}

void chart(PdfFlow &flow, const Theme &theme, const QString &title, const QString &caption,
           const ChartData &data, double height)
{
    flow.heading(title, caption, height);
    const QRectF area(0, flow.y(), flow.width(), height);
    QPainter &painter = flow.painter();
    painter.save();
    // The chart is laid out in screen pixels; three quarters of a point make its text caption size.
    DayChart::render(painter, flow.units(area), data, theme, flow.units(0.78));
    painter.restore();
    flow.moveDown(height);
}

void charts(PdfFlow &flow, const Theme &theme, const Summary &summary)
{
    const Overview &o = summary.overview;
    const ChartData sessions = sessionsChart(o.days, theme);
    chart(flow, theme, sessions.accessibleName, T::tr("Protected, without policy and failed; hatched: nobody reported."), sessions, 150);
    if (o.occurrencesTotal > 0) {
        const QString caption = T::tr("%1 occurrences named in the reports; %2 sessions failed.")
                                    .arg(words::number(o.occurrencesTotal), words::number(o.sessions.failed));
        chart(flow, theme, causesTitle(sessions.unit), caption, causesChart(o.days, theme), 130);
    }
}

QString stepsText(const QStringList &steps)
{
    QStringList lines;
    for (const QString &step : steps)
        lines += u"%1. %2"_qs.arg(lines.size() + 1).arg(step);
    return lines.join(u'\n');
}

/// A problem or a cause.
struct Entry {
    QColor colour;
    QString title;
    QString caption;
    QString body;
    QString who;
    QString steps;
    QString checks;
    QString verbatim;
};
constexpr double entryIndent = 14;

double heightOf(const PdfFlow &flow, const Entry &entry)
{
    const double width = flow.width() - entryIndent;
    double height = 16; // between the paragraphs, see draw()
    for (const QString &text : {entry.body, entry.steps})
        height += flow.textHeight(text, PdfFont::Body, width);
    for (const QString &text : {entry.title, entry.who})
        height += flow.textHeight(text, PdfFont::BodyBold, width);
    for (const QString &text : {entry.caption, entry.verbatim})
        height += flow.textHeight(text, PdfFont::Caption, width);
    return height + flow.textHeight(entry.checks, PdfFont::Mono, width);
}

void draw(PdfFlow &flow, const Entry &entry)
{
    const double width = flow.width() - entryIndent;
    flow.keep(heightOf(flow, entry));
    flow.moveDown(4);
    flow.painter().fillRect(flow.units(QRectF(0, flow.y() + 2.5, 7, 7)), entry.colour);
    flow.paragraphAt(entryIndent, width, entry.title, PdfFont::BodyBold);
    flow.paragraphAt(entryIndent, width, entry.caption, PdfFont::Caption, Token::Text2);
    flow.moveDown(2);
    flow.paragraphAt(entryIndent, width, entry.body, PdfFont::Body);
    flow.moveDown(2);
    flow.paragraphAt(entryIndent, width, entry.who, PdfFont::BodyBold);
    flow.paragraphAt(entryIndent, width, entry.steps, PdfFont::Body);
    flow.paragraphAt(entryIndent, width, entry.checks, PdfFont::Mono, Token::Text2);
    flow.paragraphAt(entryIndent, width, entry.verbatim, PdfFont::Caption, Token::Text2);
    flow.moveDown(5);
}

/// A heading that stays with the first entry.
void headingOf(PdfFlow &flow, const QString &title, const std::vector<Entry> &entries)
{
    constexpr double oneLine = 20;
    flow.heading(title, {}, entries.empty() ? oneLine : heightOf(flow, entries.front()));
}

QString whoMustAct(const QString &who)
{
    return T::tr("Who must act: %1").arg(who);
}

void causes(PdfFlow &flow, const Theme &theme, const Summary &summary)
{
    std::vector<Entry> entries;
    for (const CauseText &cause : causeTexts(summary)) {
        QStringList lines{cause.words.whatHappened, cause.words.meaning, cause.words.effect};
        lines.removeAll(QString());
        entries.push_back({theme.causeColor(cause.group), cause.words.title, cause.caption, lines.join(u' '),
                           whoMustAct(cause.owner), cause.stepsAbove ? stepsAboveNote() : stepsText(cause.words.fix),
                           cause.stepsAbove ? QString() : cause.firstCheck, cause.words.verbatim.left(300)});
    }
    if (entries.empty())
        return;
    headingOf(flow, T::tr("What the failures mean, and what to do"), entries);
    for (const Entry &entry : entries) {
        draw(flow, entry);
        flow.rule();
    }
}

void bullets(PdfFlow &flow, const QString &title, const QStringList &texts)
{
    if (texts.isEmpty())
        return;
    constexpr double gap = 6;
    const double width = flow.width() - entryIndent;
    flow.keep(gap + flow.textHeight(title, PdfFont::BodyBold, flow.width())
              + flow.textHeight(texts.front(), PdfFont::Body, width));
    flow.moveDown(gap);
    flow.paragraph(title, PdfFont::BodyBold);
    for (const QString &text : texts) {
        flow.keep(flow.textHeight(text, PdfFont::Body, width));
        flow.line({3, flow.y(), entryIndent - 3, 12}, u"•"_qs, PdfFont::Body, Token::Text2, Qt::AlignLeft);
        flow.paragraphAt(entryIndent, width, text, PdfFont::Body);
    }
}

void findings(PdfFlow &flow, const Theme &theme, const Summary &summary)
{
    if (!summary.judged)
        return;
    std::vector<Entry> entries;
    for (const FindingText &finding : problemTexts(summary)) {
        entries.push_back({finding.coloured ? theme.causeColor(finding.group) : theme.color(Token::Text2),
                           finding.words.title, finding.caption, finding.words.statement + u' ' + finding.words.effect,
                           whoMustAct(finding.words.who), stepsText(finding.words.fix),
                           finding.checks.join(u'\n'), {}});
    }
    headingOf(flow, T::tr("Problems found"), entries);
    for (const Entry &entry : entries)
        draw(flow, entry);
    if (const QString note = problemsNote(summary); !note.isEmpty())
        flow.paragraph(note, PdfFont::Body);
    bullets(flow, T::tr("Solved in this period"), solvedTexts(summary));
    bullets(flow, T::tr("Smaller points"), minorTexts(summary));
    bullets(flow, T::tr("Ready for enforce?"), readinessTexts(summary));
}

void howToRead(PdfFlow &flow)
{
    flow.heading(T::tr("How to read this"), {}, 120);
    for (const auto &[word, meaning] : glossary()) {
        const double column = 70;
        const double height = flow.textHeight(meaning, PdfFont::Body, flow.width() - column);
        flow.keep(height);
        flow.line({0, flow.y(), column - 6, 12}, word, PdfFont::BodyBold, Token::Text, Qt::AlignLeft);
        flow.paragraphAt(column, flow.width() - column, meaning, PdfFont::Body, Token::Text2);
        flow.moveDown(2);
    }
}

int paint(QPainter &painter, QPagedPaintDevice &device, const Summary &summary, int total)
{
    const Theme theme(Appearance::Light);
    PdfFlow flow(painter, device, theme, summary, total);
    flow.moveDown(4);
    flow.paragraph(summaryTitle(summary), PdfFont::Title);
    flow.paragraph(summarySubtitle(summary), PdfFont::Body, Token::Text2);
    flow.moveDown(10);
    flow.paragraph(headlineText(summary), PdfFont::Headline);
    if (summary.overview.reports > 0) {
        figures(flow, summary);
        findings(flow, theme, summary);
        charts(flow, theme, summary);
        flow.table(domainsTable(summary));
        flow.table(causesTable(summary));
        flow.table(serversTable(summary));
        causes(flow, theme, summary);
        flow.table(coverageTable(summary));
        flow.table(policiesTable(summary));
    }
    howToRead(flow);
    return flow.pages();
}

void setUp(QPdfWriter &writer, QPageSize::PageSizeId size, const Summary &summary)
{
    writer.setResolution(1200);
    writer.setPageSize(QPageSize(size));
    writer.setPageMargins(QMarginsF(15, 15, 15, 12), QPageLayout::Millimeter);
    writer.setTitle(printable(summaryTitle(summary)));
    writer.setCreator(u"TLS Report Viewer " TLSRPT_VERSION ""_qs);
}

/// "Page 1 of 3" needs the number of pages before the first one is drawn.
int countPages(const Summary &summary, QPageSize::PageSizeId size)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    setUp(writer, size, summary);
    QPainter painter(&writer);
    return paint(painter, writer, summary, 0);
}

} // namespace

Status writeSummaryPdf(const Summary &summary, const QString &path, QPageSize::PageSizeId size)
{
    const int pages = countPages(summary, size);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        setUp(writer, size, summary);
        QPainter painter(&writer);
        paint(painter, writer, summary, pages);
    }
    return writeWhole(path, buffer.data());
}

void paintSummary(const Summary &summary, QPrinter &printer)
{
    printer.setPageMargins(QMarginsF(15, 15, 15, 12), QPageLayout::Millimeter);
    const int pages = countPages(summary, printer.pageLayout().pageSize().id());
    QPainter painter(&printer);
    paint(painter, printer, summary, pages);
}

} // namespace tlsrpt

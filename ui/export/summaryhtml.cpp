// SPDX-License-Identifier: GPL-3.0-or-later
// One HTML file: no script, no network, every inserted text escaped; charts are inline SVG.
#include "core/base/plaintext.h"
#include "ui/charts/daychart.h"
#include "ui/export/sections.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QSvgGenerator>

namespace tlsrpt
{

namespace
{

// A context that lupdate sees.
class T
{
    Q_DECLARE_TR_FUNCTIONS(Html)
};

/// As text; no character in a line acts on it or turns the reading of what follows.
QString escaped(const QString &text, const QString &lineBreak)
{
    QStringList lines = text.split(u'\n');
    for (QString &line : lines)
        line = printable(line).toHtmlEscaped();
    return lines.join(lineBreak);
}

QString element(const QString &name, const QString &text, const QString &cssClass = {})
{
    const QString open = cssClass.isEmpty() ? name : name + u" class=\""_qs + cssClass + u'"';
    return u'<' + open + u'>' + escaped(text, u"\n"_qs) + u"</"_qs + name + u">\n"_qs;
}

QString svg(const ChartData &data, const Theme &theme, int height)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    const QSize size(1000, height);
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(0, 0), size));
    generator.setTitle(data.accessibleName);
    {
        QPainter painter(&generator);
        DayChart::render(painter, QRectF(QPointF(0, 0), size), data, theme);
    }
    const QString text = QString::fromUtf8(buffer.data());
    return u"<figure>"_qs + text.mid(text.indexOf(u"<svg")) + u"</figure>\n"_qs; // without the XML declaration
}

QString tableHtml(const ReportTable &table)
{
    if (table.rows.empty())
        return {};
    QString html = element(u"h2"_qs, table.title);
    if (!table.caption.isEmpty())
        html += element(u"p"_qs, table.caption, u"caption"_qs);
    html += u"<table><thead><tr>"_qs;
    for (const auto &column : table.columns)
        html += element(u"th"_qs, column.title, column.number ? u"number"_qs : QString());
    html += u"</tr></thead><tbody>\n"_qs;
    for (size_t r = 0; r < table.rows.size(); ++r) {
        const QStringList row = cellsOf(table, r);
        html += u"<tr>"_qs;
        for (qsizetype i = 0; i < row.size(); ++i) {
            const bool number = table.columns[static_cast<size_t>(i)].number;
            html += (number ? u"<td class=\"number\">"_qs : u"<td>"_qs) + escaped(row[i], u"<br>"_qs) + u"</td>"_qs;
        }
        html += u"</tr>\n"_qs;
    }
    return html + u"</tbody></table>\n"_qs;
}

QString stepsHtml(const QStringList &steps)
{
    QString html = u"<ol>"_qs;
    for (const QString &step : steps)
        html += element(u"li"_qs, step);
    return html + u"</ol>\n"_qs;
}

QString causesHtml(const Summary &summary)
{
    const auto texts = causeTexts(summary);
    if (texts.empty())
        return {};
    QString html = element(u"h2"_qs, T::tr("What the failures mean, and what to do"));
    for (const CauseText &cause : texts) {
        html += element(u"h3"_qs, cause.words.title) + element(u"p"_qs, cause.caption, u"caption"_qs);
        html += element(u"p"_qs, QStringList{cause.words.whatHappened, cause.words.meaning, cause.words.effect}
                                     .join(u' '));
        html += element(u"p"_qs, T::tr("Who must act: %1").arg(cause.owner), u"who"_qs)
            + (cause.stepsAbove ? element(u"p"_qs, stepsAboveNote()) : stepsHtml(cause.words.fix));
        if (!cause.firstCheck.isEmpty() && !cause.stepsAbove)
            html += element(u"pre"_qs, cause.firstCheck);
        if (!cause.words.verbatim.isEmpty())
            html += element(u"p"_qs, cause.words.verbatim, u"caption"_qs);
    }
    return html;
}

QString listHtml(const QString &title, const QStringList &texts)
{
    if (texts.isEmpty())
        return {};
    QString html = element(u"h3"_qs, title) + u"<ul>"_qs;
    for (const QString &text : texts)
        html += element(u"li"_qs, text);
    return html + u"</ul>\n"_qs;
}

QString findingsHtml(const Summary &summary)
{
    if (!summary.judged)
        return {};
    QString html = element(u"h2"_qs, T::tr("Problems found"));
    for (const FindingText &finding : problemTexts(summary)) {
        html += element(u"h3"_qs, finding.words.title)
            + element(u"p"_qs, finding.caption, u"caption"_qs)
            + element(u"p"_qs, finding.words.statement + u' ' + finding.words.effect)
            + element(u"p"_qs, T::tr("Who must act: %1").arg(finding.words.who), u"who"_qs)
            + stepsHtml(finding.words.fix);
        for (const QString &command : finding.checks)
            html += element(u"pre"_qs, command);
    }
    if (const QString note = problemsNote(summary); !note.isEmpty())
        html += element(u"p"_qs, note);
    return html + listHtml(T::tr("Solved in this period"), solvedTexts(summary))
         + listHtml(T::tr("Smaller points"), minorTexts(summary))
         + listHtml(T::tr("Ready for enforce?"), readinessTexts(summary));
}

QString style(const Theme &theme)
{
    const auto c = [&theme](Token token) { return theme.color(token).name(); };
    return u"body{font:15px/1.45 system-ui,sans-serif;color:%1;max-width:1000px;margin:32px auto;padding:0 16px}"
           "h1{font-size:28px;margin:0}h2{font-size:18px;margin:32px 0 4px}h3{font-size:15px;margin:20px 0 0}"
           ".verdict{font-size:18px;font-weight:600}.caption{color:%2;font-size:13px;margin:2px 0}"
           ".who{font-weight:600}table{border-collapse:collapse;width:100%}"
           "th,td{text-align:left;padding:5px 12px 5px 0;border-bottom:1px solid %3;vertical-align:top;"
           "overflow-wrap:anywhere}th{color:%2;font-weight:500;font-size:13px}"
           ".number{text-align:right;font-variant-numeric:tabular-nums}figure{margin:8px 0}svg{width:100%;height:auto}"
           "pre{background:%4;padding:8px 12px;overflow:auto;white-space:pre-wrap}dt{font-weight:600}dd{margin:0 0 6px}"_qs
        .arg(c(Token::Text), c(Token::Text2), c(Token::Line), c(Token::Window));
}

QString chartsHtml(const Summary &summary, const Theme &theme)
{
    const Overview &o = summary.overview;
    const ChartData sessions = sessionsChart(o.days, theme);
    QString html = element(u"h2"_qs, sessions.accessibleName)
        + element(u"p"_qs, T::tr("Protected, without policy and failed; hatched: nobody reported."), u"caption"_qs)
        + svg(sessions, theme, 260);
    if (o.occurrencesTotal > 0)
        html += element(u"h2"_qs, causesTitle(sessions.unit)) + svg(causesChart(o.days, theme), theme, 220);
    return html;
}

} // namespace

QString summaryHtml(const Summary &summary)
{
    const Theme theme(Appearance::Light);
    QString html = u"<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\">"
                   "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                   "style-src 'unsafe-inline'\"><meta name=\"viewport\" content=\"width=device-width\">"_qs
        + element(u"title"_qs, summaryTitle(summary)) + u"<style>"_qs + style(theme)
        + u"</style></head><body>\n"_qs;
    html += element(u"h1"_qs, summaryTitle(summary)) + element(u"p"_qs, summarySubtitle(summary), u"caption"_qs);
    html += element(u"p"_qs, headlineText(summary), u"verdict"_qs);
    if (summary.overview.reports > 0) {
        ReportTable figures;
        QStringList values;
        for (const ReportFigure &figure : summaryFigures(summary)) {
            figures.columns.push_back({figure.label, false, 1});
            values.append(figure.value + u'\n' + figure.caption);
        }
        figures.rows.push_back(values);
        html += tableHtml(figures).remove(u"<h2></h2>\n"_qs) + findingsHtml(summary);
        html += chartsHtml(summary, theme);
        html += tableHtml(domainsTable(summary)) + tableHtml(causesTable(summary)) + tableHtml(serversTable(summary));
        html += causesHtml(summary) + tableHtml(coverageTable(summary)) + tableHtml(policiesTable(summary));
    }
    html += element(u"h2"_qs, T::tr("How to read this")) + u"<dl>"_qs;
    for (const auto &[word, meaning] : glossary())
        html += element(u"dt"_qs, word) + element(u"dd"_qs, meaning);
    html += u"</dl>\n"_qs + element(u"p"_qs, directionNote(), u"caption"_qs);
    html += element(u"p"_qs, T::tr("Written by TLS Report Viewer %1 on %2.")
                                 .arg(QStringLiteral(TLSRPT_VERSION),
                                      words::dayLong(Day::fromDate(summary.written.date()))),
                    u"caption"_qs);
    return html + u"</body></html>\n"_qs;
}

} // namespace tlsrpt

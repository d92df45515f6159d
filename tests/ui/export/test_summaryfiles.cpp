// SPDX-License-Identifier: GPL-3.0-or-later
// CSV, HTML and text, also when the reports' authors mean harm.
#include "core/base/plaintext.h"
#include "tests/core/query/made.h"
#include "tests/ui/export/exportfixture.h"
#include "translations/translations.h"
#include "ui/words/words.h"

#include <QApplication>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace tlsrpt;

namespace
{

using Rows = QList<QStringList>;

/// Reads as RFC 4180 section 2 says, and no further: an empty list for what is no such file.
Rows readCsv(const QString &text)
{
    Rows rows;
    QStringList row;
    QString cell;
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (quoted) {
            if (c != u'"')
                cell += c;
            else if (i + 1 < text.size() && text[i + 1] == u'"')
                cell += text[++i];
            else
                quoted = false;
        } else if (c == u'"') {
            if (!cell.isEmpty())
                return {}; // a quote inside a bare cell
            quoted = true;
        } else if (c == u',') {
            row << cell;
            cell.clear();
        } else if (c == u'\r') {
            if (i + 1 == text.size() || text[++i] != u'\n')
                return {};
            rows << (row << cell);
            row.clear();
            cell.clear();
        } else if (c == u'\n') {
            return {};
        } else {
            cell += c;
        }
    }
    return quoted || !row.isEmpty() || !cell.isEmpty() ? Rows() : rows;
}

bool isFormula(const QString &cell)
{
    static const QString starts = QStringLiteral("=+-@\t\r");
    bool number = false;
    QLocale::c().toDouble(cell, &number);
    return !cell.isEmpty() && starts.contains(cell[0]) && !number;
}

} // namespace

class TestSummaryFiles : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { installTranslations(*QCoreApplication::instance(), u"en"_qs); }

    void csv_data()
    {
        QTest::addColumn<int>("table");
        for (int i = 0; i < csvTableCount; ++i)
            QTest::newRow(slug(static_cast<CsvTable>(i)).data()) << i;
    }

    void csv()
    {
        QFETCH(int, table);
        for (const Summary &summary : {made::someOfEverything(), made::hostileSummary()}) {
            const QString text = summaryCsv(summary, static_cast<CsvTable>(table));
            const Rows rows = readCsv(text);
            QVERIFY2(rows.size() > 1, qPrintable(text));
            static const QRegularExpression name(u"^[a-z0-9_-]+$"_qs);
            for (const QString &header : rows[0])
                QVERIFY2(name.match(header).hasMatch(), qPrintable(header));
            for (const QStringList &row : rows) {
                QCOMPARE(row.size(), rows[0].size());
                for (const QString &cell : row)
                    QVERIFY2(!isFormula(cell), qPrintable(cell));
            }
        }
        QCOMPARE(readCsv(summaryCsv(made::emptySummary(), static_cast<CsvTable>(table))).size(), 1);
    }

    void csvNumbers()
    {
        const Summary summary = made::someOfEverything();
        const Rows days = readCsv(summaryCsv(summary, CsvTable::Days));
        QCOMPARE(days.size(), 21); // days without reports too
        QCOMPARE(days[8].mid(0, 5), QStringList({u"2026-10-08"_qs, u"0"_qs, u"0"_qs, u"0"_qs, u"0"_qs}));
        QCOMPARE(days[1].mid(0, 5), QStringList({u"2026-10-01"_qs, u"3"_qs, u"1690"_qs, u"50"_qs, u"36"_qs}));
        const Rows hosts = readCsv(summaryCsv(summary, CsvTable::Servers));
        qint64 occurrences = 0;
        for (qsizetype i = 1; i < hosts.size(); ++i)
            occurrences += hosts[i][hosts[0].indexOf(u"occurrences"_qs)].toLongLong();
        QCOMPARE(occurrences, summary.overview.occurrencesTotal);
    }

    void csvKeepsNamesWhole()
    {
        const made::HostileNames names;
        const QString text = summaryCsv(made::hostileSummary(), CsvTable::Senders);
        QStringList senders;
        for (const QStringList &row : readCsv(text))
            senders << row[0];
        QVERIFY(senders.contains(u'\'' + names.formula));
        QVERIFY(senders.contains(names.breaks));
    }

    void htmlLoadsNothingAndRunsNothing_data()
    {
        QTest::addColumn<bool>("hostile");
        QTest::newRow("everything") << false;
        QTest::newRow("hostile") << true;
    }

    void htmlLoadsNothingAndRunsNothing()
    {
        QFETCH(bool, hostile);
        const QString html = summaryHtml(hostile ? made::hostileSummary() : made::someOfEverything());
        QVERIFY(html.startsWith(u"<!DOCTYPE html>"));
        QVERIFY(html.contains(u"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"));
        QVERIFY(html.contains(u"<meta charset=\"utf-8\">"));
        // Only between < and > does text do something; what was escaped is not there.
        static const QRegularExpression tag(u"<[^>]*>"_qs);
        static const QRegularExpression acts(
            u"^<(script|iframe|object|embed|link|base|form|img|image|foreignobject)\\b|\\s(on\\w+|src|href|xlink:href|action|background)\\s*=|javascript:|@import|url\\((?!#)"_qs,
            QRegularExpression::CaseInsensitiveOption);
        for (auto tags = tag.globalMatch(html); tags.hasNext();) {
            const QString each = tags.next().captured();
            const auto match = acts.match(each);
            QVERIFY2(!match.hasMatch(), qPrintable(each));
        }
        const qsizetype style = html.indexOf(u"<style>");
        const QString css = html.mid(style, html.indexOf(u"</style>") - style);
        QVERIFY(!css.contains(u"url(") && !css.contains(u"@import"));
    }

    void htmlEscapesNames()
    {
        const made::HostileNames names;
        const QString html = summaryHtml(made::hostileSummary());
        QVERIFY(!html.contains(u"<script"));
        QVERIFY(!html.contains(u"<img"));
        QVERIFY(html.contains(names.markup.toHtmlEscaped()));
        QVERIFY(html.contains(names.formula.toHtmlEscaped()));
    }

    void htmlSaysEverything()
    {
        const Summary summary = made::someOfEverything();
        const QString html = summaryHtml(summary);
        for (const QString &heading : {u"Sessions per day"_qs, u"Domains"_qs, u"Failures by cause, per day"_qs, u"Failures by mail server"_qs,
                                       u"What the failures mean, and what to do"_qs, u"Who reported"_qs,
                                       u"Policies seen"_qs, u"How to read this"_qs})
            QVERIFY2(html.contains(u"<h2>" + heading + u"</h2>"), qPrintable(heading));
        QVERIFY(html.contains(words::domainOrder()) && summaryText(summary).contains(words::domainOrder()));
        for (const DomainRow &row : summary.overview.domains)
            QVERIFY(html.contains(row.domain));
        for (const ServerRow &row : summary.servers)
            QVERIFY(html.contains(row.mx));
        QCOMPARE(html.count(u"<svg"), 2);
        QCOMPARE(html.count(u"</svg>"), 2);
        QVERIFY(summaryHtml(made::emptySummary()).contains(u"<h2>How to read this</h2>"));
    }

    void htmlIsBalanced_data() { htmlLoadsNothingAndRunsNothing_data(); }

    /// The charts and tables are XML once the few void elements are closed.
    void htmlIsBalanced()
    {
        QFETCH(bool, hostile);
        QString html = summaryHtml(hostile ? made::hostileSummary() : made::someOfEverything());
        static const QRegularExpression open(u"<(meta[^>]*|br)>"_qs);
        html.replace(open, u"<\\1/>"_qs);
        static const QRegularExpression controls(u"[\\x01-\\x08\\x0b\\x0c\\x0e-\\x1f]"_qs); // HTML has them, XML does not
        html.remove(controls);
        QXmlStreamReader reader(html.mid(html.indexOf(u"<html>")));
        while (!reader.atEnd())
            reader.readNext();
        QVERIFY2(!reader.hasError(), qPrintable(u"%1 at %2"_qs.arg(reader.errorString()).arg(reader.lineNumber())));
    }

    void textIsForATerminal_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("everything") << summaryText(made::someOfEverything());
        QTest::newRow("hostile") << summaryText(made::hostileSummary());
        QTest::newRow("long") << summaryText(made::longNames(5000));
        QTest::newRow("empty") << summaryText(made::emptySummary());
    }

    void textIsForATerminal()
    {
        QFETCH(QString, text);
        QVERIFY(!text.isEmpty());
        for (const QString &line : text.split(u'\n')) {
            QCOMPARE(printable(line), line); // no escape sequence, nothing that turns the reading
            QVERIFY2(line.size() < 400, qPrintable(line));
        }
        QVERIFY(!text.contains(u"%1") && !text.contains(u"(s)"));
    }

    void textSaysEverything()
    {
        const Summary summary = made::someOfEverything();
        const QString text = summaryText(summary);
        for (const DomainRow &row : summary.overview.domains)
            QVERIFY(text.contains(row.domain));
        for (const SenderRow &row : summary.overview.senders)
            QVERIFY(text.contains(row.name));
        for (const ServerRow &row : summary.servers)
            QVERIFY(text.contains(row.mx.isEmpty() ? u"(no server, policy level)"_qs : row.mx));
        QVERIFY(text.contains(u"mail sent to these domains"));
    }

    /// Senders word one cause differently.
    void textHasALineForACause()
    {
        const auto facts = made::factsOf({made::report(
            "google.com", made::day(0),
            {made::sts("a.example", 5, 8, {made::failure("certificate-expired", 5, "mx1.a.example"),
                                           made::failure("certificate-expired", 3, "mx1.a.example", "certificate has expired")})})});
        const QString text = summaryText(summarise(*facts, {}, FixedClock(QDateTime(made::day(1).toDate(), QTime(), Qt::UTC))));
        QVERIFY2(text.count(u"\n  mx1.a.example"_qs) == 1, qPrintable(text));
        QVERIFY2(text.contains(QRegularExpression(u"mx1\\.a\\.example +Certificate expired .* 8\n"_qs)), qPrintable(text));
    }

    void textSaysHowOldItIs()
    {
        Summary summary = made::someOfEverything();
        const QDate newest = summary.overview.period.last.toDate();
        summary.written = QDateTime(newest.addDays(7), QTime(23, 0), Qt::UTC);
        QVERIFY(!summaryText(summary).contains(u"The newest report is of "));
        summary.written = summary.written.addDays(1);
        QVERIFY(summaryText(summary).contains(u"8 days ago. What has happened since then is not known.\n"));
        summary.filter.to = summary.overview.period.last; // asked for
        QVERIFY(!summaryText(summary).contains(u"The newest report is of "));
    }
};

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    TestSummaryFiles test;
    QTEST_SET_MAIN_SOURCE_PATH
    return QTest::qExec(&test, argc, argv);
}
#include "test_summaryfiles.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The PDF as other programs see it: poppler's tools read it back.
#include "tests/ui/export/exportfixture.h"
#include "translations/translations.h"

#include <QApplication>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace tlsrpt;

namespace
{

QString output(const QString &tool, const QStringList &arguments)
{
    QProcess process;
    process.start(tool, arguments);
    if (!process.waitForFinished(60'000) || process.exitCode() != 0)
        return {};
    // Ligatures are one glyph; what they stand for is what people look for.
    return QString::fromUtf8(process.readAllStandardOutput()).normalized(QString::NormalizationForm_KC);
}

} // namespace

class TestSummaryPdf : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_files = 0;

    QString write(const Summary &summary, QPageSize::PageSizeId size = QPageSize::A4)
    {
        const QString path = m_folder.filePath(u"%1.pdf"_qs.arg(++m_files));
        const Status written = writeSummaryPdf(summary, path, size);
        if (!written)
            qFatal("cannot write %s", qPrintable(path));
        return path;
    }

    static int pagesOf(const QString &pdf)
    {
        static const QRegularExpression pages(u"Pages:\\s+(\\d+)"_qs);
        return pages.match(output(u"pdfinfo"_qs, {pdf})).captured(1).toInt();
    }

    static QString pageText(const QString &pdf, int page)
    {
        const QString number = QString::number(page);
        return output(u"pdftotext"_qs, {u"-layout"_qs, u"-f"_qs, number, u"-l"_qs, number, pdf, u"-"_qs});
    }

    struct Word {
        int page;
        QSizeF paper;
        QRectF box;
        QString text;
    };

    static std::vector<Word> wordsOf(const QString &pdf)
    {
        static const QRegularExpression item(
            u"<page width=\"([\\d.]+)\" height=\"([\\d.]+)\">|<word xMin=\"([-\\d.]+)\" yMin=\"([-\\d.]+)\" "
            "xMax=\"([-\\d.]+)\" yMax=\"([-\\d.]+)\">([^<]*)"_qs);
        std::vector<Word> words;
        QSizeF paper;
        int page = 0;
        const QString boxes = output(u"pdftotext"_qs, {u"-bbox"_qs, pdf, u"-"_qs});
        for (auto items = item.globalMatch(boxes); items.hasNext();) {
            const auto match = items.next();
            const auto n = [&match](int i) { return match.captured(i).toDouble(); };
            if (!match.captured(1).isEmpty()) {
                ++page;
                paper = {n(1), n(2)};
            } else {
                words.push_back({page, paper, QRectF(QPointF(n(3), n(4)), QPointF(n(5), n(6))), match.captured(7)});
            }
        }
        return words;
    }

    /// The first word that is not inside the page's margins; empty when all are.
    static QString outside(const QString &pdf)
    {
        constexpr double side = 15 / 25.4 * 72 - 2;   // the margins, less what a glyph leans over
        constexpr double bottom = 12 / 25.4 * 72 - 2;
        const std::vector<Word> words = wordsOf(pdf);
        for (const Word &word : words) {
            const QRectF room(side, side, word.paper.width() - 2 * side, word.paper.height() - side - bottom);
            if (!room.contains(word.box))
                return word.text;
        }
        return words.empty() ? u"no words"_qs : QString();
    }

    /// Two words of a page's foot of which one lies on the other; empty when none do.
    static QString overlapping(const QString &pdf)
    {
        std::vector<Word> feet = wordsOf(pdf);
        std::erase_if(feet, [](const Word &word) { return word.box.top() < word.paper.height() - 80; });
        for (size_t i = 0; i < feet.size(); ++i) {
            for (size_t j = i + 1; j < feet.size(); ++j) {
                const QRectF common = feet[i].box & feet[j].box;
                if (feet[i].page == feet[j].page && common.width() > 1 && common.height() > 3)
                    return feet[i].text + u" on "_qs + feet[j].text;
            }
        }
        return feet.empty() ? u"no foot"_qs : QString();
    }

private slots:
    void initTestCase()
    {
        for (const QString &tool : {u"pdftotext"_qs, u"pdfinfo"_qs, u"pdffonts"_qs, u"pdfimages"_qs}) {
            if (QStandardPaths::findExecutable(tool).isEmpty())
                QSKIP("poppler-utils is not installed");
        }
        installTranslations(*QCoreApplication::instance(), u"en"_qs);
    }

    void pageSize_data()
    {
        QTest::addColumn<int>("size");
        QTest::addColumn<QString>("expected");
        QTest::newRow("A4") << int(QPageSize::A4) << u"A4"_qs;
        QTest::newRow("Letter") << int(QPageSize::Letter) << u"letter"_qs;
    }

    void pageSize()
    {
        QFETCH(int, size);
        QFETCH(QString, expected);
        const QString pdf = write(made::someOfEverything(), static_cast<QPageSize::PageSizeId>(size));
        const QString info = output(u"pdfinfo"_qs, {pdf});
        QVERIFY2(info.contains(u"Page size:") && info.contains(u'(' + expected + u')'), qPrintable(info));
        QVERIFY(info.contains(u"Is the mail to your domains protected?"));
        QCOMPARE(outside(pdf), QString());
        QCOMPARE(overlapping(pdf), QString());
    }

    void pagesAreNumbered()
    {
        const QString pdf = write(made::manyHosts(300));
        const int pages = pagesOf(pdf);
        QVERIFY(pages > 5);
        for (int page = 1; page <= pages; ++page) {
            const QString text = pageText(pdf, page);
            QVERIFY2(text.contains(u"Page %1 of %2"_qs.arg(page).arg(pages)), qPrintable(text));
            QVERIFY(text.contains(u"Summary of TLS reports"));
        }
    }

    void fontsAreEmbedded()
    {
        const QString fonts = output(u"pdffonts"_qs, {write(made::someOfEverything())});
        const QStringList lines = fonts.split(u'\n', Qt::SkipEmptyParts);
        QVERIFY2(lines.size() > 2, qPrintable(fonts));
        // The columns stand under their dashes: name, type, encoding, emb, sub, uni, object ID.
        static const QRegularExpression columns(u"\\s(yes|no)\\s+(yes|no)\\s+(yes|no)\\s+\\d+\\s+\\d+\\s*$"_qs);
        for (const QString &line : lines.mid(2)) {
            const auto match = columns.match(line);
            QVERIFY2(match.hasMatch(), qPrintable(line));
            QCOMPARE(match.captured(1), u"yes"_qs);
            QCOMPARE(match.captured(3), u"yes"_qs); // text can be searched and copied
        }
    }

    void chartsAreVectors()
    {
        const QString images = output(u"pdfimages"_qs, {u"-list"_qs, write(made::someOfEverything())});
        QVERIFY(images.startsWith(u"page"));
        QVERIFY2(images.split(u'\n', Qt::SkipEmptyParts).size() == 2, qPrintable(images)); // the heading alone
    }

    void everySectionIsThere()
    {
        const Summary summary = made::someOfEverything();
        const QString pdf = write(summary);
        const QString text = output(u"pdftotext"_qs, {pdf, u"-"_qs}).simplified();
        for (const QString &heading : {u"Is the mail to your domains protected?"_qs, u"Sessions per day"_qs,
                                       u"Failures by cause"_qs, u"Domains"_qs, u"Failures by mail server"_qs,
                                       u"What the failures mean, and what to do"_qs, u"Who reported"_qs,
                                       u"Nobody reported on"_qs, u"Policies seen"_qs, u"How to read this"_qs,
                                       u"mail sent to these domains"_qs, u"TLS Report Viewer " TLSRPT_VERSION ""_qs})
            QVERIFY2(text.contains(heading), qPrintable(heading));
        for (const DomainRow &row : summary.overview.domains)
            QVERIFY2(text.contains(row.domain), qPrintable(row.domain));
        for (const SenderRow &row : summary.overview.senders)
            QVERIFY2(text.contains(row.name), qPrintable(row.name));
        for (const ServerRow &row : summary.servers)
            QVERIFY2(text.contains(row.mx), qPrintable(row.mx));
    }

    void titleAndNameAreTaken()
    {
        Summary summary = made::someOfEverything();
        summary.title = u"Mail of the Example Society"_qs;
        summary.preparedBy = u"Examples & Sons"_qs;
        const QString pdf = write(summary);
        QVERIFY(pageText(pdf, 1).contains(summary.title));
        QVERIFY(pageText(pdf, 1).contains(u"prepared by Examples & Sons"));
        QVERIFY(output(u"pdfinfo"_qs, {pdf}).contains(summary.title));
    }

    void anEmptySummaryIsAPage()
    {
        const QString pdf = write(made::emptySummary());
        QCOMPARE(pagesOf(pdf), 1);
        QVERIFY(pageText(pdf, 1).contains(u"How to read this"));
        QVERIFY(pageText(pdf, 1).contains(u"Page 1 of 1"));
    }

    /// 300 rows: each once, in order, and every page of them has the heading of the columns.
    void longTablesBreakOverPages()
    {
        constexpr int hosts = 300;
        const QString pdf = write(made::manyHosts(hosts));
        static const QRegularExpression row(u"^\\s*(mx\\d{4}\\.example\\.org)\\s+Certificate"_qs, QRegularExpression::MultilineOption);
        static const QRegularExpression header(u"^\\s*Mail server\\s+Cause\\s+.*Occurrences\\s*$"_qs, QRegularExpression::MultilineOption);
        QStringList seen;
        int pagesWithRows = 0;
        const int pages = pagesOf(pdf);
        for (int page = 1; page <= pages; ++page) {
            const QString text = pageText(pdf, page);
            const qsizetype before = seen.size();
            for (auto rows = row.globalMatch(text); rows.hasNext();)
                seen << rows.next().captured(1);
            if (seen.size() == before)
                continue;
            ++pagesWithRows;
            const auto heading = header.match(text);
            QVERIFY2(heading.hasMatch(), qPrintable(text));
            QVERIFY(heading.capturedStart() < row.match(text).capturedStart());
        }
        QVERIFY(pagesWithRows > 3);
        QStringList expected;
        for (int i = 1; i <= hosts; ++i)
            expected << u"mx%1.example.org"_qs.arg(i, 4, 10, QLatin1Char('0'));
        QCOMPARE(seen, expected);
        QCOMPARE(outside(pdf), QString());
    }

    /// A page begins with the name of the server that its first row belongs to.
    void serversAreNamedOnEveryPage()
    {
        const QString pdf = write(made::manyHosts(60, 3));
        static const QRegularExpression firstRow(u"^\\s*Mail server\\s+Cause\\s+.*\\n\\s*(\\S+)"_qs, QRegularExpression::MultilineOption);
        int pages = 0;
        for (int page = 1; page <= pagesOf(pdf); ++page) {
            const auto row = firstRow.match(pageText(pdf, page));
            if (!row.hasMatch())
                continue;
            ++pages;
            QVERIFY2(row.captured(1).startsWith(u"mx00"), qPrintable(row.captured(1)));
        }
        QVERIFY(pages > 3);
        const QString text = output(u"pdftotext"_qs, {pdf, u"-"_qs});
        QVERIFY(text.count(u"mx0030.example.org") <= 2); // once, or again at the top of the next page
    }

    /// One report may name 10,000 policies: the pages stay few, and the rest is counted.
    void hugeTablesAreCut()
    {
        Summary summary = made::someOfEverything();
        const QString whole = output(u"pdftotext"_qs, {write(summary), u"-"_qs});
        QVERIFY(!whole.contains(u"Not shown"));
        QVERIFY(!summary.policies.empty());
        PolicySeen seen = summary.policies.front();
        summary.policies.clear();
        for (int i = 1; i <= 10'000; ++i) {
            seen.domain = u"d%1.example"_qs.arg(i);
            summary.policies.push_back(seen);
        }
        const QString pdf = write(summary);
        const QString text = output(u"pdftotext"_qs, {pdf, u"-"_qs});
        QVERIFY2(text.contains(u"d400.example"), qPrintable(text.right(3000)));
        QVERIFY(!text.contains(u"d401.example"));
        QVERIFY(text.contains(u"Not shown: 9,600 more rows. The export as CSV has all."));
        QVERIFY2(pagesOf(pdf) < 40, qPrintable(QString::number(pagesOf(pdf))));
        QCOMPARE(outside(pdf), QString());
    }

    void strangersNamesStayOnThePage_data()
    {
        QTest::addColumn<int>("length");
        QTest::newRow("a host name's longest") << 253;
        QTest::newRow("a nuisance") << 2000;
        QTest::newRow("an attack") << 100'000;
    }

    void strangersNamesStayOnThePage()
    {
        QFETCH(int, length);
        const QString pdf = write(made::longNames(length));
        QCOMPARE(outside(pdf), QString());
        QVERIFY(pagesOf(pdf) < 20);
        QVERIFY(output(u"pdftotext"_qs, {pdf, u"-"_qs}).contains(u"How to read this"));
    }

    void strangersMarkupIsText()
    {
        const QString pdf = write(made::hostileSummary());
        QVERIFY(output(u"pdftotext"_qs, {pdf, u"-"_qs}).contains(u"<script"));
        QCOMPARE(outside(pdf), QString());
        QVERIFY(output(u"pdfinfo"_qs, {u"-js"_qs, pdf}).trimmed().isEmpty());
    }

    void whatCannotBeWrittenIsTold_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("no such folder") << m_folder.filePath(u"missing/a.pdf"_qs);
        QTest::newRow("a folder") << m_folder.path();
        QTest::newRow("nothing") << QString();
    }

    void whatCannotBeWrittenIsTold()
    {
        QFETCH(QString, path);
        const Status written = writeSummaryPdf(made::someOfEverything(), path, QPageSize::A4);
        QVERIFY(!written);
        QCOMPARE(written.error().code, Code::CannotWrite);
        QCOMPARE(written.error().subject, path);
        QVERIFY(!written.error().detail.isEmpty());
    }
};

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    TestSummaryPdf test;
    QTEST_SET_MAIN_SOURCE_PATH
    return QTest::qExec(&test, argc, argv);
}
#include "test_summarypdf.moc"

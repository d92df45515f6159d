// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/overview/pagefixture.h"
#include "ui/senders/sendersmodels.h"
#include "ui/senders/timedelegate.h"
#include "ui/widgets/table.h"

#include <QAbstractItemModelTester>

using namespace tlsrpt;
using namespace tlsrpt::test;

class TestSendersModels : public QObject
{
    Q_OBJECT

    static SenderRow sender(const QString &key, const QString &name, qint64 good, qint64 failed)
    {
        SenderRow row;
        row.key = key;
        row.name = name;
        row.reports = 30;
        row.days = 30;
        row.first = Day::fromDate(QDate(2026, 10, 1));
        row.last = Day::fromDate(QDate(2026, 10, 30));
        row.usualGapDays = 1;
        row.sessions = {good, 0, failed};
        row.tracks[static_cast<size_t>(Track::Sts)] = {good, failed};
        row.occurrences[static_cast<size_t>(CauseGroup::Dane)] = failed;
        row.failedByBin = {0, failed};
        row.totalByBin = {-1, good + failed};
        return row;
    }

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void linesMatrixAndProxies()
    {
        QObject parent;
        SenderLines *lines = newSenderLines(&parent);
        SenderMatrix *matrix = newSenderMatrix(&parent);
        SenderProxy lineProxy, matrixProxy;
        lineProxy.setSourceModel(lines);
        matrixProxy.setSourceModel(matrix);
        using Tester = QAbstractItemModelTester;
        Tester a(lines, Tester::FailureReportingMode::QtTest);
        Tester b(matrix, Tester::FailureReportingMode::QtTest);
        Tester c(&lineProxy, Tester::FailureReportingMode::QtTest);
        Tester d(&matrixProxy, Tester::FailureReportingMode::QtTest);
        const std::vector<SenderRow> rows{sender(u"google.com"_qs, u"Google Inc."_qs, 900, 100),
                                          sender(u"mail.ru"_qs, u"mail.ru"_qs, 1500, 0),
                                          sender(u"a.example"_qs, u"ärger"_qs, 10, 90)};
        lines->setRows(senderLines(rows));
        matrix->setRows(rows);
        QCOMPARE(matrix->columnCount(), matrixTimeColumn + 1);
        lineProxy.sort(2, Qt::DescendingOrder); // by raw numbers, not as text
        QCOMPARE(columnTexts(lineProxy, 0, KeyRole), QStringList({u"mail.ru"_qs, u"google.com"_qs, u"a.example"_qs}));
        lineProxy.sort(4, Qt::DescendingOrder);
        QCOMPARE(lineProxy.index(0, 0).data(KeyRole).toString(), u"a.example"_qs);
        for (int column = 0; column < lineProxy.columnCount(); ++column)
            lineProxy.sort(column, Qt::AscendingOrder);
        lineProxy.setFind(u"GOOGLE"_qs);
        QCOMPARE(lineProxy.rowCount(), 1);
        lineProxy.setFind(u"a.example"_qs); // by key too
        QCOMPARE(columnTexts(lineProxy, 0), QStringList{u"ärger"_qs});
        lineProxy.setFind(u"nobody"_qs);
        QCOMPARE(lineProxy.rowCount(), 0);
        lineProxy.setFind(u"(["_qs); // no pattern
        QCOMPARE(lineProxy.rowCount(), 0);
        lineProxy.setFind({});
        QCOMPARE(lineProxy.rowCount(), 3);
        const int dane = matrixFirstCause + static_cast<int>(CauseGroup::Dane);
        QCOMPARE(cell(*matrix, 1, dane), u"·"_qs);
        QCOMPARE(cell(*matrix, 0, dane), u"100"_qs);
        QCOMPARE(matrix->index(0, dane).data(ToneRole).toInt(), static_cast<int>(Token::Failed));
        QCOMPARE(matrix->index(0, matrixTimeColumn).data(TotalBinsRole).value<std::vector<qint64>>(), rows[0].totalByBin);
        matrixProxy.sort(dane, Qt::DescendingOrder);
        QCOMPARE(matrixProxy.index(0, 0).data(KeyRole).toString(), u"google.com"_qs);
        lines->setRows({});
        matrix->setRows({});
        QCOMPARE(lineProxy.rowCount() + matrixProxy.rowCount(), 0);
    }

    void aMatrixCanBeSortedByTime()
    {
        QObject parent;
        SenderMatrix *matrix = newSenderMatrix(&parent);
        SenderProxy proxy;
        proxy.setSourceModel(matrix);
        matrix->setRows({sender(u"few"_qs, u"few"_qs, 9, 1), sender(u"many"_qs, u"many"_qs, 0, 99)});
        proxy.sort(matrixTimeColumn, Qt::DescendingOrder);
        QCOMPARE(proxy.index(0, 0).data(KeyRole).toString(), u"many"_qs);
    }

    void rhythmAndChecksInWords()
    {
        SenderRow row = sender(u"a"_qs, u"a"_qs, 1, 0);
        QCOMPARE(rhythm(row), u"every day"_qs);
        row.usualGapDays = 6.6;
        QVERIFY(rhythm(row).contains(u'7'));
        row.usualGapDays = 0;
        QCOMPARE(rhythm(row), u"every day"_qs);
        row.days = 2;
        QCOMPARE(rhythm(row), QString());
        QCOMPARE(checks(row), u"MTA-STS"_qs);
        row.tracks = {};
        QCOMPARE(checks(row), u"no policy"_qs);
        row.tracks[static_cast<size_t>(Track::None)] = {5, 0};
        QCOMPARE(checks(row), u"no policy"_qs);
        const QString time = timeText({0, 3, 1}, {-1, 3, 5});
        QVERIFY2(time.contains(u'2') && time.contains(u'3') && time.contains(u'1'), qPrintable(time));
    }

    void copiesHoldDaysAndNumbers()
    {
        QObject parent;
        SenderLines *lines = newSenderLines(&parent);
        const std::vector<SenderRow> rows{sender(u"google.com"_qs, u"Google Inc."_qs, 9000, 1000)};
        lines->setRows(senderLines(rows));
        QCOMPARE(toCsv(*lines), u"Sender,Checks,Sessions,Failed,Rate,Reports,Days,Usually,Last report,Odd reports\r\n"
                                "Google Inc.,MTA-STS,10000,1000,0.1000,30,30,every day,2026-10-30,0\r\n"_qs);
        SenderMatrix *matrix = newSenderMatrix(&parent);
        matrix->setRows(rows);
        const QString csv = toCsv(*matrix);
        QVERIFY(csv.contains(u"Google Inc.,0,0,0,0,0,1000,0,0\r\n"_qs)); // and no picture of the time
        QVERIFY(!csv.contains(u"Over the period"_qs));
    }

    void hostileNamesStayText()
    {
        QObject parent;
        SenderLines *lines = newSenderLines(&parent);
        SenderMatrix *matrix = newSenderMatrix(&parent);
        const std::vector<SenderRow> rows{sender(hostile, hostile, largestSum, largestSum), sender(megabyte(), megabyte(), 1, 1)};
        lines->setRows(senderLines(rows));
        matrix->setRows(rows);
        QVERIFY(toolTipsAreHarmless(*lines));
        QVERIFY(toolTipsAreHarmless(*matrix));
    }
};

QTEST_MAIN(TestSendersModels)
#include "test_sendersmodels.moc"

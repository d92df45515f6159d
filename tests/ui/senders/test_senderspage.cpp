// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/overview/pagefixture.h"
#include "ui/charts/daychart.h"
#include "ui/senders/senderdetail.h"
#include "ui/senders/sendersmodels.h"
#include "ui/senders/senderspage.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTableView>

using namespace tlsrpt;
using namespace tlsrpt::test;

class TestSendersPage : public QObject
{
    Q_OBJECT

    SampleArchive m_samples;

    static QString current(const QTableView &table)
    {
        return table.currentIndex().siblingAtColumn(0).data(KeyRole).toString();
    }

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QVERIFY(m_samples.make());
    }

    void fillsFiltersAndBothTablesAgree()
    {
        Filled<SendersPage> filled(m_samples);
        SendersPage &page = filled.page;
        auto *table = view<QTableView>(page, u"Senders"_qs);
        auto *matrix = view<QTableView>(page, u"Failures by sender and cause"_qs);
        auto *detail = page.findChild<SenderDetail *>();
        QVERIFY(table && matrix);
        QCOMPARE(table->model()->rowCount(), 5);
        QCOMPARE(matrix->model()->rowCount(), 5);
        QVERIFY(!page.place().toString().isEmpty());
        QTRY_VERIFY(textOf(*detail).contains(page.place().toString()));
        QVERIFY(tabReaches(page, *table));
        QSignalSpy moved(&page, &Page::placeChanged);
        QTest::keyClick(table, Qt::Key_Down);
        QCOMPARE(moved.count(), 1);
        QCOMPARE(current(*table), page.place().toString());
        QCOMPARE(current(*matrix), page.place().toString());
        QTRY_VERIFY(textOf(*detail).contains(page.place().toString()));
        QVERIFY(tabReaches(page, *matrix));
        QTest::keyClick(matrix, Qt::Key_Home, Qt::ControlModifier);
        QTest::keyClick(matrix, Qt::Key_Down);
        QCOMPARE(current(*table), current(*matrix));
        QCOMPARE(page.place().toString(), current(*matrix));
        QVERIFY(page.currentTableAsCsv().startsWith(u"Sender,Expired,"_qs)); // of the matrix
        QVERIFY(isPlain(page));
        Filter filter;
        filter.senders = QStringList{u"google.com"_qs};
        filled.bench.filter.set(filter);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QCOMPARE(page.place().toString(), u"google.com"_qs);
    }

    void columnsWithoutOccurrencesAreHidden()
    {
        Filled<SendersPage> filled(m_samples);
        SendersPage &page = filled.page;
        const auto *matrix = view<QTableView>(page, u"Failures by sender and cause"_qs);
        int shown = 0;
        for (int column = matrixFirstCause; column < matrixTimeColumn; ++column) {
            qint64 sum = 0;
            for (int row = 0; row < matrix->model()->rowCount(); ++row)
                sum += matrix->model()->index(row, column).data(SortRole).toLongLong();
            QCOMPARE(matrix->isColumnHidden(column), sum == 0);
            shown += sum > 0 ? 1 : 0;
        }
        QVERIFY(shown >= 2);
        QVERIFY(!matrix->isColumnHidden(matrixTimeColumn));
    }

    void findAndPlace()
    {
        Filled<SendersPage> filled(m_samples, u"mail.ru"_qs);
        SendersPage &page = filled.page;
        QCOMPARE(page.place().toString(), u"mail.ru"_qs);
        auto *table = view<QTableView>(page, u"Senders"_qs);
        QCOMPARE(current(*table), u"mail.ru"_qs);
        page.goTo(u"google.com"_qs);
        QCOMPARE(current(*table), u"google.com"_qs);
        page.find(u" MAIL.ru "_qs);
        QCOMPARE(table->model()->rowCount(), 1);
        QCOMPARE(view<QTableView>(page, u"Failures by sender and cause"_qs)->model()->rowCount(), 1);
        page.find(u"nobody"_qs);
        QCOMPARE(table->model()->rowCount(), 0);
        page.find({});
        QCOMPARE(table->model()->rowCount(), 5);
    }

    void detailLeadsOn()
    {
        Filled<SendersPage> filled(m_samples);
        SendersPage &page = filled.page;
        page.goTo(u"google.com"_qs);
        QSignalSpy navigate(&page, &Page::navigate);
        QTest::mouseClick(button(page, u"Show only this sender"_qs), Qt::LeftButton);
        QTest::mouseClick(button(page, u"Show its reports"_qs), Qt::LeftButton);
        QCOMPARE(navigate.count(), 2);
        QCOMPARE(navigate[0].at(0).toString(), u"senders"_qs);
        QCOMPARE(navigate[1].at(0).toString(), u"reports"_qs);
        for (const auto &call : navigate)
            QCOMPARE(call.at(1).value<Filter>().senders, QStringList{u"google.com"_qs});
        emit page.findChild<SenderDetail *>()->findChild<DayChart *>()->daysChosen({Day{20700}, Day{20701}});
        QCOMPARE(navigate.last().at(1).value<Filter>().to->value, 20701);
    }

    void emptyFilteredToNothingAndBroken() { checkStates<SendersPage>(m_samples, u"Nothing matches this filter"_qs); }

    void silentAndHostileSenders()
    {
        Theme theme{Appearance::Light};
        SenderDetail detail(theme);
        detail.resize(400, 700);
        SenderRow row;
        row.key = hostile;
        row.name = hostile;
        row.days = 30;
        row.reports = 30;
        row.usualGapDays = 1;
        row.last = Day{20700};
        row.first = Day{20660};
        row.deviations = ~quint64(0) >> (64 - deviationKindCount);
        row.deviatingReports = 30;
        detail.show(row, Day{20720});
        QVERIFY(textOf(detail).contains(u"No report since"_qs));
        QVERIFY(isPlain(detail));
        detail.show(row, Day{20702});
        QVERIFY(!textOf(detail).contains(u"No report since"_qs));
        row.name = megabyte();
        row.key = megabyte();
        QElapsedTimer timer;
        timer.start();
        detail.show(row, Day{20702});
        detail.grab();
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
        detail.clear();
        QVERIFY(textOf(detail).contains(u"Choose a sender"_qs));
    }
};

QTEST_MAIN(TestSendersPage)
#include "test_senderspage.moc"

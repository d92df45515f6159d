// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/overview/pagefixture.h"
#include "ui/reports/jsonview.h"
#include "ui/reports/reportlistmodel.h"
#include "ui/reports/reportspage.h"
#include "ui/reports/reportview.h"

#include <QFileDialog>
#include <QSignalSpy>
#include <QTableView>

using namespace tlsrpt;
using namespace tlsrpt::test;

class TestReportsPage : public QObject
{
    Q_OBJECT

    SampleArchive m_samples;

    static ReportListModel *model(const ReportsPage &page) { return page.findChild<ReportListModel *>(); }
    static QString shownJson(const ReportsPage &page) { return page.findChild<JsonView *>()->toPlainText(); }

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        QVERIFY(m_samples.make());
    }

    void fillsOpensAndFilters()
    {
        Filled<ReportsPage> filled(m_samples);
        ReportsPage &page = filled.page;
        auto *table = view<QTableView>(page, u"Reports"_qs);
        const qint64 all = model(page)->size();
        QCOMPARE(all, static_cast<qint64>(filled.bench.session.facts()->reports.size()));
        QCOMPARE(table->currentIndex().row(), 0);
        QTRY_VERIFY(shownJson(page).contains(u"\"organization-name\""_qs)); // the newest is open at once
        QVERIFY(isPlain(page));
        Filter filter;
        filter.senders = QStringList{u"mail.ru"_qs};
        filter.domains = QStringList{u"example.org"_qs};
        filled.bench.filter.set(filter);
        QTRY_VERIFY(model(page)->size() < all);
        QVERIFY(model(page)->size() > 0);
        QTRY_VERIFY(shownJson(page).contains(u"example.org"_qs));
        const QString csv = page.currentTableAsCsv();
        QCOMPARE(csv.count(u"\r\n"_qs), model(page)->size() + 1);
    }

    void keysMoveOpenAndDelete()
    {
        Filled<ReportsPage> filled(m_samples);
        ReportsPage &page = filled.page;
        auto *table = view<QTableView>(page, u"Reports"_qs);
        QTRY_VERIFY(!shownJson(page).isEmpty());
        QVERIFY(tabReaches(page, *table));
        const QString first = shownJson(page);
        QSignalSpy moved(&page, &Page::placeChanged);
        QTest::keyClick(table, Qt::Key_Down);
        QCOMPARE(table->currentIndex().row(), 1);
        QTRY_VERIFY(shownJson(page) != first);
        QVERIFY(moved.count() >= 1);
        QTest::keyClick(table, Qt::Key_End, Qt::ControlModifier);
        QCOMPARE(table->currentIndex().row(), static_cast<int>(model(page)->size()) - 1);
        QSignalSpy removal(&page, &ReportsPage::deleteRequested);
        QTest::keyClick(table, Qt::Key_Up, Qt::ShiftModifier);
        QTest::keyClick(table, Qt::Key_Delete);
        QCOMPARE(removal.count(), 1);
        const auto ids = removal.first().at(0).value<std::vector<ReportId>>();
        QCOMPARE(ids.size(), size_t(2));
        QVERIFY(!removal.first().at(1).toString().isEmpty());
        QTest::keyClick(table, Qt::Key_Tab);
        QVERIFY(!table->hasFocus());
    }

    void sortsWhenAColumnIsClicked()
    {
        Filled<ReportsPage> filled(m_samples);
        ReportsPage &page = filled.page;
        auto *table = view<QTableView>(page, u"Reports"_qs);
        QHeaderView *header = table->horizontalHeader();
        const QPoint at(header->sectionViewportPosition(ReportListModel::Failed) + 10, header->height() / 2);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, at);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, at);
        header->setSortIndicator(ReportListModel::Failed, Qt::DescendingOrder);
        const auto failed = [&](int row) {
            return model(page)->index(row, ReportListModel::Failed).data(NumberRole).toLongLong();
        };
        const auto descends = [&] {
            for (int row = 1; row < model(page)->rowCount(); ++row) {
                if (failed(row) > failed(row - 1))
                    return false;
            }
            return true;
        };
        QTRY_VERIFY(failed(0) > 0 && descends());
    }

    void findsAndForgets()
    {
        Filled<ReportsPage> filled(m_samples);
        ReportsPage &page = filled.page;
        const qint64 all = model(page)->size();
        page.find(u" mail.ru "_qs);
        QTRY_VERIFY(model(page)->size() > 0 && model(page)->size() < all);
        page.find(u"2026-10-20"_qs);
        QTRY_VERIFY(model(page)->size() > 0 && model(page)->size() < 40);
        page.find(u"nothing at all"_qs);
        QTRY_COMPARE(model(page)->size(), 0);
        QVERIFY(textOf(page).contains(u"nothing at all"_qs)); // says for what
        page.find({});
        QTRY_COMPARE(model(page)->size(), all);
    }

    void placeComesBack()
    {
        QVariant place;
        {
            Filled<ReportsPage> filled(m_samples);
            ReportsPage &page = filled.page;
            auto *table = view<QTableView>(page, u"Reports"_qs);
            table->selectRow(7);
            page.findChild<ReportView *>()->setTab(1);
            place = page.place();
        }
        Filled<ReportsPage> later(m_samples, place);
        ReportsPage &page = later.page;
        QCOMPARE(view<QTableView>(page, u"Reports"_qs)->currentIndex().row(), 7);
        QCOMPARE(page.place(), place);
        QCOMPARE(page.findChild<ReportView *>()->tab(), 1);
        page.goTo({}); // nothing to go to
        page.goTo(QVariantList{qint64(99'999'999), 0}); // gone
        QVERIFY(model(page)->size() > 0);
        page.goTo(place);
        QTRY_VERIFY(!shownJson(page).isEmpty());
        QCOMPARE(view<QTableView>(page, u"Reports"_qs)->currentIndex().row(), 7);
    }

    void savesTheFileAsItCame()
    {
        Filled<ReportsPage> filled(m_samples);
        ReportsPage &page = filled.page;
        QTRY_VERIFY(button(page, u"Save the file…"_qs) && button(page, u"Save the file…"_qs)->isVisible());
        QTest::mouseClick(button(page, u"Save the file…"_qs), Qt::LeftButton);
        QTRY_VERIFY(page.findChild<QFileDialog *>());
        const QString path = filled.bench.folder.filePath(u"saved.bin"_qs);
        emit page.findChild<QFileDialog *>()->fileSelected(path);
        QTRY_VERIFY(QFile::exists(path));
        QFile saved(path);
        QVERIFY(saved.open(QIODevice::ReadOnly));
        QVERIFY(saved.size() > 0);
        page.findChild<QFileDialog *>()->close();
    }

    void emptyFilteredToNothingAndBroken() { checkStates<ReportsPage>(m_samples, u"Nothing matches this filter"_qs); }
};

QTEST_MAIN(TestReportsPage)
#include "test_reportspage.moc"

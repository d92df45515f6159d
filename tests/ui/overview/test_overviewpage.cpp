// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/overview/pagefixture.h"
#include "ui/charts/daychart.h"
#include "ui/overview/overviewpage.h"
#include "ui/words/words.h"

#include <QSignalSpy>
#include <QTableView>

using namespace tlsrpt;
using namespace tlsrpt::test;

class TestOverviewPage : public QObject
{
    Q_OBJECT

    SampleArchive m_samples;

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QVERIFY(m_samples.make());
    }

    void fillsAndTheFilterNarrows()
    {
        Bench b;
        OverviewPage page(b.context());
        showPage(page);
        b.openCopyOf(m_samples);
        QTRY_VERIFY(hasContent(page));
        auto *domains = view<QTableView>(page, u"Domains"_qs);
        auto *senders = view<QTableView>(page, u"Sessions by sender"_qs);
        QVERIFY(domains && senders);
        QTRY_COMPARE(domains->model()->rowCount(), 3);
        QCOMPARE(senders->model()->rowCount(), 5);
        QVERIFY(isPlain(page));
        const QString before = textOf(page);
        QVERIFY(before.contains(words::domainOrder()));
        Filter filter;
        filter.domains = QStringList{u"example.org"_qs};
        b.filter.set(filter);
        QTRY_COMPARE(domains->model()->rowCount(), 1);
        QCOMPARE(cell(*domains->model(), 0, 0), u"example.org"_qs);
        QVERIFY(textOf(page) != before);
        QVERIFY(page.currentTableAsCsv().contains(u"example.org"_qs));
        QVERIFY(!page.currentTableAsCsv().contains(u"example.com"_qs));
    }

    void keysReachEveryTableAndEnterChooses_data()
    {
        QTest::addColumn<QString>("table");
        QTest::newRow("senders") << u"Sessions by sender"_qs;
        QTest::newRow("tracks") << u"Sessions by policy"_qs;
        QTest::newRow("domains") << u"Domains"_qs;
    }
    void keysReachEveryTableAndEnterChooses()
    {
        QFETCH(const QString, table);
        Bench b;
        OverviewPage page(b.context());
        showPage(page);
        b.openCopyOf(m_samples);
        QTRY_VERIFY(hasContent(page));
        auto *rows = view<QTableView>(page, table);
        QVERIFY(rows);
        QVERIFY(tabReaches(page, *rows));
        QTest::keyClick(rows, Qt::Key_Home, Qt::ControlModifier);
        QTest::keyClick(rows, Qt::Key_Down);
        QCOMPARE(rows->currentIndex().row(), 1);
        QSignalSpy navigate(&page, &Page::navigate);
        QTest::keyClick(rows, Qt::Key_Return);
        QCOMPARE(navigate.count(), 1);
        const QString key = rows->model()->index(1, 0).data(KeyRole).toString();
        const auto filter = navigate.first().at(1).value<Filter>();
        QStringList chosen = filter.domains + filter.senders;
        for (const Track track : filter.tracks)
            chosen << slug(track);
        QCOMPARE(chosen, QStringList{key});
        // Tab leaves the table again.
        QTest::keyClick(rows, Qt::Key_Tab);
        QVERIFY(!rows->hasFocus());
        QVERIFY(page.currentTableAsCsv().size() > 20);
    }

    void choosingKeepsTheRestOfTheFilter()
    {
        Bench b;
        Filter filter;
        filter.onlyFailures = true;
        filter.domains = QStringList{u"example.org"_qs};
        b.filter.set(filter);
        OverviewPage page(b.context());
        showPage(page);
        b.openCopyOf(m_samples);
        QTRY_VERIFY(hasContent(page));
        auto *senders = view<QTableView>(page, u"Sessions by sender"_qs);
        QTRY_VERIFY(senders->model()->rowCount() > 0);
        QSignalSpy navigate(&page, &Page::navigate);
        senders->setFocus();
        senders->setCurrentIndex(senders->model()->index(0, 0));
        QTest::keyClick(senders, Qt::Key_Enter);
        const auto chosen = navigate.first().at(1).value<Filter>();
        QVERIFY(chosen.onlyFailures);
        QCOMPARE(chosen.domains, filter.domains);
        QCOMPARE(chosen.senders.size(), 1);
    }

    void aDayAndACauseOfTheChartsNavigate()
    {
        Bench b;
        OverviewPage page(b.context());
        showPage(page);
        b.openCopyOf(m_samples);
        QTRY_VERIFY(hasContent(page));
        const auto charts = page.findChildren<DayChart *>();
        QCOMPARE(charts.size(), 2);
        QSignalSpy navigate(&page, &Page::navigate);
        const DayRange days{Day::fromDate(QDate(2026, 10, 1)), Day::fromDate(QDate(2026, 10, 7))};
        for (DayChart *chart : charts)
            emit chart->daysChosen(days);
        QCOMPARE(navigate.count(), 2);
        QCOMPARE(navigate.last().at(1).value<Filter>().from->value, days.first.value);
        QCOMPARE(navigate.last().at(1).value<Filter>().to->value, days.last.value);
        for (DayChart *chart : charts)
            emit chart->seriesChosen(QString(slug(CauseGroup::Dane)), days);
        QCOMPARE(navigate.count(), 3); // only causes can be chosen
        QVERIFY(navigate.last().at(1).value<Filter>().cause == CauseGroup::Dane);
    }

    /// The samples end on 31 October, the bench's clock stands at 24 November.
    void oldFiguresAreCalledOld()
    {
        Bench b;
        OverviewPage page(b.context());
        showPage(page);
        b.filter.setNewestDay(Day::fromDate({2026, 10, 31})); // as the window does
        b.openCopyOf(m_samples);
        QTRY_VERIFY(hasContent(page));
        QTRY_VERIFY2(textOf(page).contains(u"31 October 2026, 24 days ago. What has happened since"), qPrintable(textOf(page)));
        Filter filter;
        filter.to = Day::fromDate({2026, 9, 30});
        b.filter.set(filter);
        QTRY_VERIFY(!textOf(page).contains(u"days ago"));
    }

    void emptyArchiveAndFilteredToNothing()
    {
        Bench b;
        OverviewPage page(b.context());
        showPage(page);
        b.openEmpty();
        QTRY_COMPARE(message(page), u"No reports yet"_qs);
        Bench full;
        OverviewPage other(full.context());
        showPage(other);
        full.openCopyOf(m_samples);
        QTRY_VERIFY(hasContent(other));
        Filter filter;
        filter.domains = QStringList{u"nobody.example"_qs};
        full.filter.set(filter);
        QTRY_VERIFY(messageButton(other));
        QTest::mouseClick(messageButton(other), Qt::LeftButton);
        QVERIFY(full.filter.filter().isAll());
        QTRY_VERIFY(hasContent(other));
    }

    void aFailingArchiveIsToldAndCanBeTriedAgain()
    {
        Bench b;
        OverviewPage page(b.context());
        showPage(page);
        b.openGarbage();
        QTRY_VERIFY(messageButton(page));
        QVERIFY(!message(page).isEmpty());
        QVERIFY(textOf(page).contains(b.archive()));
        QFile::remove(b.archive());
        QVERIFY(m_samples.copyTo(b.archive()));
        QTest::mouseClick(messageButton(page), Qt::LeftButton);
        QTRY_VERIFY(hasContent(page));
    }
};

QTEST_MAIN(TestOverviewPage)
#include "test_overviewpage.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/overview/pagefixture.h"
#include "ui/charts/daychart.h"
#include "ui/servers/serverdetail.h"
#include "ui/servers/serversmodel.h"
#include "ui/servers/serverspage.h"

#include <QElapsedTimer>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTreeView>

using namespace tlsrpt;
using namespace tlsrpt::test;

class TestServersPage : public QObject
{
    Q_OBJECT

    SampleArchive m_samples;

    static QString keyAt(const QTreeView &tree, int row)
    {
        return tree.model()->index(row, 0).data(KeyRole).toString();
    }

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QVERIFY(m_samples.make());
    }

    void fillsFiltersAndShowsTheDetail()
    {
        Filled<ServersPage> filled(m_samples);
        ServersPage &page = filled.page;
        auto *tree = page.findChild<QTreeView *>();
        auto *detail = page.findChild<ServerDetail *>();
        const int all = tree->model()->rowCount();
        QVERIFY(all >= 2);
        QCOMPARE(tree->currentIndex().row(), 0); // never an empty right side
        QVERIFY(tree->currentIndex().isValid());
        QVERIFY(textOf(*detail).contains(keyAt(*tree, 0)));
        QVERIFY(isPlain(page));
        Filter filter;
        filter.cause = CauseGroup::CertificateExpired;
        filled.bench.filter.set(filter);
        QTRY_VERIFY(tree->model()->rowCount() < all);
        QVERIFY(tree->model()->rowCount() > 0);
        QVERIFY(page.currentTableAsCsv().startsWith(u"Server,"_qs));
    }

    void aSmallScreenShowsNamesAndCausesWhole()
    {
        Filled<ServersPage> filled(m_samples);
        filled.page.resize(1180, 640); // of a screen of 1366 x 768
        auto *tree = filled.page.findChild<QTreeView *>();
        const auto width = [tree](int column) { return tree->header()->sectionSize(column); };
        const QFontMetrics metrics(filled.bench.theme.font(FontRole::Body));
        QTRY_VERIFY(width(ServersModel::Causes) >= 32 + 16 + metrics.horizontalAdvance(u"Certificate not trusted"_qs));
        QVERIFY(width(ServersModel::Server) >= 220);
        QVERIFY(!tree->horizontalScrollBar()->isVisible());
    }

    void arrowsMoveAndOpen()
    {
        Filled<ServersPage> filled(m_samples);
        ServersPage &page = filled.page;
        auto *tree = page.findChild<QTreeView *>();
        auto *detail = page.findChild<ServerDetail *>();
        QVERIFY(tabReaches(page, *tree));
        QSignalSpy moved(&page, &Page::placeChanged);
        QTest::keyClick(tree, Qt::Key_Down);
        QCOMPARE(tree->currentIndex().row(), 1);
        QCOMPARE(moved.count(), 1);
        QCOMPARE(page.place().toString(), keyAt(*tree, 1));
        QVERIFY(page.place().toString().isEmpty() || textOf(*detail).contains(keyAt(*tree, 1)));
        QTest::keyClick(tree, Qt::Key_Right);
        const QModelIndex host = tree->model()->index(1, 0);
        QVERIFY(tree->isExpanded(host));
        // A row below a host keeps its host; the captions are passed over by the arrows or harmless.
        QTest::keyClick(tree, Qt::Key_Down);
        QTest::keyClick(tree, Qt::Key_Down);
        QCOMPARE(page.place().toString(), keyAt(*tree, 1));
        QCOMPARE(moved.count(), 1);
        // What was open stays open after an update.
        filled.bench.session.refresh();
        tree->model()->sort(ServersModel::Server, Qt::AscendingOrder);
        const auto *model = static_cast<const ServersModel *>(tree->model());
        QVERIFY(tree->isExpanded(model->indexOf(page.place().toString())));
        QTest::keyClick(tree, Qt::Key_Tab);
        QVERIFY(!tree->hasFocus());
    }

    void findNarrowsAndComesBack()
    {
        Filled<ServersPage> filled(m_samples);
        ServersPage &page = filled.page;
        auto *tree = page.findChild<QTreeView *>();
        const int all = tree->model()->rowCount();
        QVERIFY(!page.findPlaceholder().isEmpty());
        QString name;
        for (int i = 0; i < all && name.isEmpty(); ++i)
            name = keyAt(*tree, i);
        page.find(u"  "_qs + name.toUpper() + u' ');
        QVERIFY(tree->model()->rowCount() >= 1 && tree->model()->rowCount() < all);
        QCOMPARE(page.place().toString(), keyAt(*tree, 0));
        page.find(u"no such host"_qs);
        QCOMPARE(tree->model()->rowCount(), 0);
        page.find({});
        QCOMPARE(tree->model()->rowCount(), all);
        QVERIFY(tree->currentIndex().isValid());
    }

    void placeComesBackEvenBeforeTheData()
    {
        QVariant place;
        {
            Filled<ServersPage> filled(m_samples);
            ServersPage &page = filled.page;
            auto *tree = page.findChild<QTreeView *>();
            tree->setCurrentIndex(tree->model()->index(tree->model()->rowCount() - 1, 0));
            place = page.place();
        }
        Filled<ServersPage> later(m_samples, place);
        ServersPage &page = later.page;
        auto *tree = page.findChild<QTreeView *>();
        QCOMPARE(tree->currentIndex().row(), tree->model()->rowCount() - 1);
        QCOMPARE(page.place(), place);
        page.goTo({});
        QCOMPARE(page.place(), place);
        page.goTo(u"gone.example"_qs); // no longer there: the first one
        QCOMPARE(tree->currentIndex().row(), 0);
    }

    void detailLeadsToReportsAndDays()
    {
        Filled<ServersPage> filled(m_samples);
        ServersPage &page = filled.page;
        QSignalSpy navigate(&page, &Page::navigate);
        QTest::mouseClick(button(page, u"Show its reports"_qs), Qt::LeftButton);
        QCOMPARE(navigate.count(), 1);
        QCOMPARE(navigate.first().at(0).toString(), u"reports"_qs);
        QCOMPARE(*navigate.first().at(1).value<Filter>().mx, page.place().toString());
        auto *chart = page.findChild<ServerDetail *>()->findChild<DayChart *>();
        const DayRange days{Day{20700}, Day{20702}};
        emit chart->daysChosen(days);
        QCOMPARE(navigate.count(), 2);
        QCOMPARE(navigate.last().at(1).value<Filter>().from->value, 20700);
        QCOMPARE(navigate.last().at(2), page.place());
    }

    void emptyFilteredToNothingAndBroken() { checkStates<ServersPage>(m_samples, u"No failures"_qs); }

    /// At policy level one row stands for many domains: their number is told, and about which one the
    /// explanation and its owner are.
    void tellsWhichDomainItExplains()
    {
        Theme theme{Appearance::Light};
        ServerDetail detail(theme);
        ServerRow row;
        for (int i = 1; i <= 7; ++i)
            row.domains << u"d%1.example"_qs.arg(i);
        row.sample.domain = u"d6.example"_qs;
        row.sample.track = Track::Sts;
        row.sample.resultType = u"sts-policy-fetch-error"_qs;
        detail.show(row);
        QVERIFY(textOf(detail).contains(u"d5.example and 2 more"_qs));
        QVERIFY(textOf(detail).contains(u"mta-sts.d6.example"_qs));
        QLabel *example = nullptr;
        for (QLabel *label : detail.findChildren<QLabel *>()) {
            if (label->text().startsWith(u"For example d6.example"_qs))
                example = label;
        }
        QVERIFY(example && example->isVisibleTo(&detail));
        row.domains = QStringList{u"d6.example"_qs};
        detail.show(row);
        QVERIFY(!example->isVisibleTo(&detail));
        row.mx = row.sample.mx = u"mx.provider.example"_qs; // its operator is one, whatever the domain
        row.domains << u"d7.example"_qs;
        row.sample.resultType = u"certificate-expired"_qs;
        detail.show(row);
        QVERIFY(!example->isVisibleTo(&detail));
    }

    void hostileDetailIsPlainAndQuick()
    {
        Theme theme{Appearance::Light};
        ServerDetail detail(theme);
        detail.resize(400, 800);
        ServerRow row;
        row.mx = row.sample.mx = hostile;
        row.domains = QStringList{hostile, megabyte()};
        row.coverage = Coverage::NotCovered;
        row.sample.patterns = QStringList{hostile, hostile};
        row.sample.domain = hostile;
        row.sample.reason = hostile + megabyte();
        row.sample.resultType = hostile;
        row.sample.receivingIp = hostile;
        row.helo = hostile + u"\n"_qs + megabyte();
        row.heloSender = hostile;
        QElapsedTimer timer;
        timer.start();
        detail.show(row);
        detail.grab();
        QVERIFY(isPlain(detail));
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
        detail.clear();
        QVERIFY(!textOf(detail).contains(u"gpj.exe"_qs));
    }
};

QTEST_MAIN(TestServersPage)
#include "test_serverspage.moc"

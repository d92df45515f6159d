// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/overview/pagefixture.h"
#include "ui/detail/linkbutton.h"
#include "ui/domains/domaindetail.h"
#include "ui/domains/domainsmodel.h"
#include "ui/domains/domainspage.h"
#include "ui/domains/policyrun.h"
#include "ui/widgets/chip.h"
#include "ui/words/findingwords.h"

#include <QSignalSpy>
#include <QTableView>

using namespace tlsrpt;
using namespace tlsrpt::test;

class TestDomainsPage : public QObject
{
    Q_OBJECT

    SampleArchive m_samples;

    static QTableView *tableOf(const DomainsPage &page) { return view<QTableView>(page, u"Domains"_qs); }
    static QString current(const QTableView &table)
    {
        return table.currentIndex().siblingAtColumn(DomainName).data(KeyRole).toString();
    }

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QVERIFY(m_samples.make());
    }

    void tellsEveryDomainAndOneInFull()
    {
        Filled<DomainsPage> filled(m_samples);
        DomainsPage &page = filled.page;
        QTableView *table = tableOf(page);
        QVERIFY(table);
        QCOMPARE(table->model()->rowCount(), 3);
        QCOMPARE(table->model()->index(0, DomainState).data().toString(), words::healthName(Health::Broken));
        QVERIFY(!page.place().toString().isEmpty());
        QVERIFY(tabReaches(page, *table));
        QSignalSpy moved(&page, &Page::placeChanged);
        QTest::keyClick(table, Qt::Key_Down);
        QCOMPARE(moved.count(), 1);
        QCOMPARE(page.place().toString(), current(*table));
        const auto *detail = page.findChild<DomainDetail *>();
        QVERIFY(test::textOf(*detail).contains(current(*table)));
        QTRY_VERIFY(detail->findChild<PolicyRunButton *>());
        QTest::keyClick(table, Qt::Key_Return);
        QVERIFY(detail->hasFocus());
        QVERIFY(page.currentTableAsCsv().contains(current(*table)));
        QVERIFY(isPlain(page));
    }

    void countsAndFindChooseRows()
    {
        Filled<DomainsPage> filled(m_samples);
        DomainsPage &page = filled.page;
        QTableView *table = tableOf(page);
        const auto chips = page.findChildren<Chip *>();
        int all = 0;
        for (auto *chip : chips) {
            if (chip->isHidden())
                continue;
            QTest::mouseClick(chip, Qt::LeftButton);
            QCOMPARE(table->model()->rowCount(), chip->value().toInt());
            QCOMPARE(page.place().toString(), current(*table));
            all += table->model()->rowCount();
            QTest::keyClick(chip, Qt::Key_Delete);
            QCOMPARE(table->model()->rowCount(), 3);
        }
        QCOMPARE(all, 3);
        page.find(u"example.ORG "_qs);
        QCOMPARE(table->model()->rowCount(), 1);
        page.find(u"nothing of that"_qs);
        QCOMPARE(table->model()->rowCount(), 0);
        QVERIFY(test::textOf(page).contains(u"Choose a domain"_qs));
        page.find({});
        QCOMPARE(table->model()->rowCount(), 3);
    }

    void placeComesBackAndFilterRules()
    {
        Filled<DomainsPage> filled(m_samples, u"example.net"_qs);
        DomainsPage &page = filled.page;
        QCOMPARE(page.place().toString(), u"example.net"_qs);
        QCOMPARE(current(*tableOf(page)), u"example.net"_qs);
        page.goTo(u"example.com"_qs);
        QCOMPARE(current(*tableOf(page)), u"example.com"_qs);
        Filter filter;
        filter.domains = QStringList{u"example.org"_qs};
        filled.bench.filter.set(filter);
        QTRY_COMPARE(tableOf(page)->model()->rowCount(), 1);
        QCOMPARE(page.place().toString(), u"example.org"_qs);
    }

    void detailLeadsOn()
    {
        Filled<DomainsPage> filled(m_samples, u"example.org"_qs);
        DomainsPage &page = filled.page;
        QSignalSpy navigate(&page, &Page::navigate);
        QVERIFY(!button(page, u"Is it safe to enforce?"_qs)->isVisible()); // nobody has that page yet
        page.setEnforceOffered(true);
        page.goTo(u"example.org"_qs);
        for (const QString &text : {u"Is it safe to enforce?"_qs, u"Show its mail servers"_qs, u"Show its reports"_qs}) {
            QVERIFY2(button(page, text) && button(page, text)->isVisible(), qPrintable(text));
            QTest::mouseClick(button(page, text), Qt::LeftButton);
            QCOMPARE(navigate.last().at(1).value<Filter>().domains, QStringList{u"example.org"_qs});
        }
        QCOMPARE(navigate.count(), 3);
        QCOMPARE(navigate[0].at(0).toString(), u"enforce"_qs);
        QCOMPARE(navigate[0].at(2).toString(), u"example.org"_qs);
        QCOMPARE(navigate[1].at(0).toString(), u"servers"_qs);
        QCOMPARE(navigate[2].at(0).toString(), u"reports"_qs);
        page.goTo(u"example.com"_qs); // which enforces: no question
        QTRY_VERIFY(button(page, u"Policy and steps"_qs));
    }

    void findingOpensWhereTheFilterLetsIt()
    {
        Filled<DomainsPage> filled(m_samples, u"example.org"_qs);
        DomainsPage &page = filled.page;
        const auto diagnosis = filled.bench.diagnosis.diagnosis();
        QSignalSpy navigate(&page, &Page::navigate);
        const auto link = [&page]() -> LinkButton * {
            for (auto *each : page.findChildren<LinkButton *>()) {
                if (each->text().startsWith(u"Open the finding"_qs) && each->isVisible())
                    return each;
            }
            return nullptr;
        };
        QTRY_VERIFY(link()); // a layout shows new links with the next event
        link()->click();
        QCOMPARE(navigate.count(), 1);
        QCOMPARE(navigate[0].at(0).toString(), u"findings"_qs);
        const QString key = navigate[0].at(2).toString();
        const auto shows = [&](const Filter &filter) {
            const auto left = matching(*diagnosis, filter);
            return std::any_of(left.begin(), left.end(), [&key](const FindingPtr &each) { return each->key() == key; });
        };
        QVERIFY(shows(navigate[0].at(1).value<Filter>()));
        Filter longAgo;
        longAgo.from = longAgo.to = Day{10000};
        QVERIFY(!shows(longAgo));
        filled.bench.filter.set(longAgo); // states are not of the filter's days
        QTRY_VERIFY(hasContent(page));
        QTRY_VERIFY(link());
        link()->click();
        QCOMPARE(navigate.count(), 2);
        QVERIFY(shows(navigate[1].at(1).value<Filter>()));
    }

    void emptyFilteredToNothingAndBroken() { checkStates<DomainsPage>(m_samples, u"Nothing matches this filter"_qs); }
};

QTEST_MAIN(TestDomainsPage)
#include "test_domainspage.moc"

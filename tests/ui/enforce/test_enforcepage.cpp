// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/overview/pagefixture.h"
#include "ui/charts/daychart.h"
#include "ui/detail/linkbutton.h"
#include "ui/enforce/enforcepage.h"
#include "ui/enforce/enforceview.h"
#include "ui/enforce/trialview.h"
#include "ui/widgets/commandbox.h"

#include <QClipboard>
#include <QComboBox>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>

using namespace tlsrpt;
using namespace tlsrpt::test;

class TestEnforcePage : public QObject
{
    Q_OBJECT

    SampleArchive m_samples;

    static QString boxText(const QWidget &page, const QString &name)
    {
        for (const auto *box : page.findChildren<CommandBox *>()) {
            if (box->isVisible() && box->findChild<QPlainTextEdit *>()->accessibleName() == name)
                return box->text();
        }
        return {};
    }
    static LinkButton *link(const QWidget &page, const QString &start)
    {
        for (auto *each : page.findChildren<LinkButton *>()) {
            if (each->isVisible() && (each->text().startsWith(start) || each->accessibleName().startsWith(start)))
                return each;
        }
        return nullptr;
    }
    static TrialView *openTrial(EnforcePage &page)
    {
        auto *tabs = page.findChild<QTabWidget *>();
        tabs->setCurrentIndex(1);
        return page.findChild<TrialView *>();
    }

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QVERIFY(m_samples.make());
    }

    void answersForADomainInTesting()
    {
        Filled<EnforcePage> filled(m_samples, u"example.org"_qs);
        EnforcePage &page = filled.page;
        QTRY_VERIFY(link(page, u"Open the finding: "_qs));
        const QString said = test::textOf(page);
        QVERIFY2(said.contains(u"Not yet."_qs), qPrintable(said));
        QTRY_VERIFY(test::textOf(page).contains(u"No open problem"_qs));
        QVERIFY(isPlain(page));
        const auto *table = view<QTableView>(page, u"What would have been refused"_qs);
        QVERIFY(table && table->isVisible());
        QCOMPARE(page.place().toString(), u"example.org"_qs);
        QTRY_VERIFY(boxText(page, u"The text of the policy"_qs).contains(u"mode: enforce\nmx: "_qs));
        QVERIFY(boxText(page, u"The text of the policy in testing"_qs).contains(u"mx: backup.mail.example.org"_qs));
        QCOMPARE(boxText(page, u"The record in DNS"_qs), u"_mta-sts.example.org. IN TXT \"v=STSv1; id=20261124T120000Z\""_qs);
        QVERIFY(page.currentTableAsCsv().startsWith(u"Sender,Server,"_qs));
        QCOMPARE(page.findChild<EnforceView *>()->verticalScrollBar()->value(), 0);
    }

    void theDaysOfTheFilterRule()
    {
        Filled<EnforcePage> filled(m_samples, u"example.org"_qs);
        EnforcePage &page = filled.page;
        const auto &model = page.findChild<EnforceView *>()->refused();
        const int all = model.rowCount();
        Filter filter;
        filter.from = Day::fromDate({2026, 8, 1});
        filter.to = Day::fromDate({2026, 8, 31});
        filled.bench.filter.set(filter);
        QTRY_VERIFY(model.rowCount() < all);
        QVERIFY(test::textOf(page).contains(u"Not yet."_qs)); // the answer is about now
        auto *chart = page.findChild<DayChart *>();
        QSignalSpy navigate(&page, &Page::navigate);
        const DayRange days{Day{20700}, Day{20702}};
        emit chart->daysChosen(days);
        QCOMPARE(navigate.first().at(0).toString(), u"enforce"_qs);
        QCOMPARE(navigate.first().at(1).value<Filter>().from->value, 20700);
        QCOMPARE(navigate.first().at(2).toString(), u"example.org"_qs);
        filter.from = Day::fromDate({2020, 1, 1});
        filter.to = Day::fromDate({2020, 1, 2});
        filled.bench.filter.set(filter);
        QTRY_VERIFY(test::textOf(page).contains(u"no reports about it in the chosen days"_qs));
    }

    void domainsAreChosenHereAndInTheFilter()
    {
        Filled<EnforcePage> filled(m_samples);
        EnforcePage &page = filled.page;
        QCOMPARE(page.place().toString(), u"example.org"_qs); // the one in testing
        auto *domains = page.findChild<QComboBox *>();
        QVERIFY(domains->count() >= 3);
        QSignalSpy navigate(&page, &Page::navigate);
        domains->setFocus();
        QTest::keyClick(domains, Qt::Key_Home);
        QVERIFY(navigate.count() >= 1);
        QCOMPARE(navigate.last().at(0).toString(), u"enforce"_qs);
        QCOMPARE(navigate.last().at(2).toString(), domains->itemText(0));
        page.goTo(u"example.com"_qs);
        QTRY_VERIFY(test::textOf(page).contains(u"Already done."_qs));
        QCOMPARE(domains->currentText(), u"example.com"_qs);
        Filter filter;
        filter.domains = QStringList{u"example.net"_qs};
        filled.bench.filter.set(filter);
        QTRY_VERIFY(test::textOf(page).contains(u"Nothing to enforce."_qs));
        QCOMPARE(page.place().toString(), u"example.net"_qs);
        QTRY_VERIFY(boxText(page, u"The text of the policy"_qs).contains(u"mode: testing"_qs));
        page.goTo(u"gone.example"_qs); // no longer there: what the filter says
        QTRY_COMPARE(page.place().toString(), u"example.net"_qs);
    }

    void leadsToFindingsAndReports()
    {
        Filled<EnforcePage> filled(m_samples, u"example.org"_qs);
        EnforcePage &page = filled.page;
        QSignalSpy navigate(&page, &Page::navigate);
        QTRY_VERIFY(link(page, u"Open the finding: "_qs));
        QTest::mouseClick(link(page, u"Open the list of problems"_qs), Qt::LeftButton);
        QCOMPARE(navigate.count(), 1);
        QCOMPARE(navigate.last().at(0).toString(), u"findings"_qs);
        QCOMPARE(navigate.last().at(1).value<Filter>().domains, QStringList{u"example.org"_qs});
        LinkButton *finding = link(page, u"Open the finding: "_qs);
        finding->setFocus();
        QTest::keyClick(finding, Qt::Key_Space);
        QCOMPARE(navigate.count(), 2);
        QVERIFY(!navigate.last().at(2).toString().isEmpty());
        auto *table = view<QTableView>(page, u"What would have been refused"_qs);
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(navigate.count(), 3);
        const Filter filter = navigate.last().at(1).value<Filter>();
        QCOMPARE(navigate.last().at(0).toString(), u"reports"_qs);
        QCOMPARE(filter.senders.size(), 1);
        QCOMPARE(filter.mx, std::optional<QString>(u"mx2.example.org"_qs));
        QTest::mouseClick(link(page, u"Domains"_qs), Qt::LeftButton);
        QCOMPARE(navigate.last().at(0).toString(), u"domains"_qs);
        QCOMPARE(navigate.last().at(2).toString(), u"example.org"_qs);
    }

    void readingIsNotDisturbed()
    {
        Filled<EnforcePage> filled(m_samples, u"example.org"_qs);
        EnforcePage &page = filled.page;
        page.resize(1000, 500);
        QTRY_VERIFY(link(page, u"Open the finding: "_qs));
        LinkButton *finding = link(page, u"Open the finding: "_qs);
        QVERIFY(tabReaches(page, *finding));
        const auto *bar = page.findChild<EnforceView *>()->verticalScrollBar();
        const int at = bar->value();
        const int all = page.findChild<EnforceView *>()->refused().rowCount();
        Filter lately;
        lately.from = Day::fromDate({2026, 10, 25});
        filled.bench.filter.set(lately);
        QTRY_VERIFY(page.findChild<EnforceView *>()->refused().rowCount() < all);
        QVERIFY(finding->hasFocus());
        QCOMPARE(bar->value(), at);
        page.goTo(u"example.com"_qs); // another domain begins at its top
        QTRY_VERIFY(test::textOf(page).contains(u"Already done."_qs));
        QCOMPARE(bar->value(), 0);
    }

    void copiesThePolicy()
    {
        Filled<EnforcePage> filled(m_samples, u"example.org"_qs);
        QTRY_VERIFY(!boxText(filled.page, u"The text of the policy"_qs).isEmpty());
        for (auto *button : filled.page.findChildren<QPushButton *>()) {
            if (button->isVisible() && button->accessibleName() == u"Copy: The text of the policy")
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"version: STSv1\nmode: enforce\n"_qs));
    }

    void triesAnotherPolicyWhileItIsTyped()
    {
        Filled<EnforcePage> filled(m_samples, u"example.org"_qs);
        EnforcePage &page = filled.page;
        TrialView *trial = openTrial(page);
        auto *edit = view<QPlainTextEdit>(page, u"Policy to try"_qs);
        QVERIFY(edit->toPlainText().contains(u"mode: testing"_qs)); // the policy in force
        QTRY_COMPARE(trial->hosts().rowCount(), 3);
        QTRY_VERIFY(test::textOf(*trial).contains(u"Covers 2 of 3"_qs));
        QTRY_VERIFY(test::textOf(*trial).contains(u"The asterisk in *.example.org stands for one part"_qs));
        edit->setFocus();
        QTest::keyClick(edit, Qt::Key_End, Qt::ControlModifier);
        QTest::keyClick(edit, Qt::Key_Return);
        QTest::keyClicks(edit, u"mx: backup.mail.example.org"_qs);
        QTRY_VERIFY(test::textOf(*trial).contains(u"Covers all 3"_qs));
        QTRY_VERIFY(test::textOf(*trial).contains(u"would not have happened"_qs));
        // What was typed stays when reports come, and goes with the domain.
        filled.bench.session.refresh();
        Filter lately;
        lately.from = Day::fromDate({2026, 10, 25});
        filled.bench.filter.set(lately);
        QTRY_VERIFY(page.findChild<EnforceView *>()->refused().rowCount() > 0);
        QVERIFY(edit->toPlainText().contains(u"backup"_qs));
        QTest::mouseClick(button(page, u"Use the policy in force"_qs), Qt::LeftButton);
        QVERIFY(!edit->toPlainText().contains(u"backup"_qs));
        QTest::mouseClick(button(page, u"Use the suggested policy"_qs), Qt::LeftButton);
        QVERIFY(edit->toPlainText().contains(u"mode: enforce"_qs));
        QSignalSpy told(&page, &EnforcePage::told);
        QTest::mouseClick(button(page, u"Copy"_qs), Qt::LeftButton);
        page.goTo(u"example.com"_qs);
        QTRY_VERIFY(!edit->toPlainText().contains(u"backup"_qs));
        QVERIFY(page.currentTableAsCsv().startsWith(u"Server,Covered,"_qs));
    }

    void defectsAreTold()
    {
        Filled<EnforcePage> filled(m_samples, u"example.org"_qs);
        TrialView *trial = openTrial(filled.page);
        auto *edit = view<QPlainTextEdit>(filled.page, u"Policy to try"_qs);
        edit->setFocus();
        QTest::keyClick(edit, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(edit, u"mode: strict"_qs);
        QTRY_VERIFY(test::textOf(*trial).contains(u"What is wrong with the text"_qs));
        QTRY_VERIFY(test::textOf(*trial).contains(u"The mode is “strict”"_qs));
        edit->setPlainText(hostile + u'\n' + megabyte());
        QTRY_VERIFY(test::textOf(*trial).contains(u"cannot be read"_qs));
        QVERIFY(isPlain(*trial));
        filled.page.grab();
    }

    void emptyAndBroken()
    {
        Bench empty;
        EnforcePage invites(empty.context());
        showPage(invites);
        empty.openEmpty();
        QTRY_COMPARE(message(invites), u"No reports yet"_qs);

        Bench broken;
        EnforcePage failing(broken.context());
        showPage(failing);
        broken.openGarbage();
        QTRY_VERIFY(messageButton(failing));
    }

    void keyboardAndNames()
    {
        Filled<EnforcePage> filled(m_samples, u"example.org"_qs);
        EnforcePage &page = filled.page;
        QTRY_VERIFY(link(page, u"Open the finding: "_qs));
        QVERIFY(tabReaches(page, *page.findChild<QComboBox *>()));
        QVERIFY(tabReaches(page, *view<QTableView>(page, u"What would have been refused"_qs)));
        QVERIFY(tabReaches(page, *link(page, u"Open the finding: "_qs)));
        for (const auto *each : page.findChildren<QAbstractItemView *>()) {
            if (!qobject_cast<const QHeaderView *>(each) && each->isVisible())
                QVERIFY(!each->accessibleName().isEmpty());
        }
        for (const auto *each : page.findChildren<LinkButton *>())
            QVERIFY(!each->text().isEmpty());
        QVERIFY(!page.title().isEmpty());
    }

    void narrowAndWide()
    {
        Filled<EnforcePage> filled(m_samples, u"example.org"_qs);
        EnforcePage &page = filled.page;
        for (const QSize size : {QSize(640, 500), QSize(2300, 1300), QSize(1000, 600)}) {
            page.resize(size);
            const auto *area = page.findChild<EnforceView *>();
            QTRY_VERIFY(area->widget()->width() <= area->viewport()->width());
        }
    }
};

QTEST_MAIN(TestEnforcePage)
#include "test_enforcepage.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/overview/pagefixture.h"
#include "tests/ui/words/findingsmade.h"
#include "ui/charts/daychart.h"
#include "ui/findings/findingchart.h"
#include "ui/findings/findingdetail.h"
#include "ui/findings/findingsections.h"
#include "ui/findings/mutedialog.h"

#include <QAction>
#include <QDateEdit>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTableView>

using namespace tlsrpt;
using namespace tlsrpt::test;

class TestFindingDetail : public QObject
{
    Q_OBJECT

    struct Pane {
        QTemporaryDir folder;
        Settings settings{folder.filePath(u"s.ini"_qs)};
        Theme theme{Appearance::Light};
        QAction letter{u"Letter"_qs}, copy{u"Copy"_qs}, mute{u"Mute"_qs}, enforce{u"Enforce"_qs}, reports{u"Reports"_qs}, server{u"Server"_qs};
        FindingDetail detail{theme, settings, {&letter, &copy, &mute, &enforce, &reports, &server}};

        void show(const Finding &finding, const FindingMark &mark = {})
        {
            FindingItem item = findingItem(std::make_shared<const Finding>(finding));
            item.muted = mark.muted;
            detail.show(item, mark, finding.last);
        }
    };

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void everyRuleIsShown()
    {
        Pane pane;
        pane.detail.resize(820, 700);
        pane.detail.setVisible(true);
        for (int rule = 0; rule < ruleCount; ++rule) {
            const Finding finding = made::finding(static_cast<Rule>(rule));
            pane.show(finding);
            QTRY_VERIFY(test::textOf(pane.detail).contains(u"Fix it"_qs)); // new labels show a moment later
            const QString told = test::textOf(pane.detail);
            for (const QString &heading : {u"What it means"_qs, u"What it did to the mail"_qs, u"Who must act"_qs,
                                           u"How sure we are"_qs, u"Fix it"_qs})
                QVERIFY2(told.contains(heading), qPrintable(QString(id(finding.rule)) + heading));
            QVERIFY(told.contains(u"rule "_qs + id(finding.rule)));
            QVERIFY(isPlain(pane.detail));
            pane.detail.grab();
        }
    }

    void oneColumnWhereItIsNarrow()
    {
        Pane pane;
        pane.show(made::finding(Rule::R01));
        pane.detail.resize(1000, 700);
        pane.detail.setVisible(true);
        const auto columns = pane.detail.findChildren<Sections *>();
        QCOMPARE(columns.size(), 3);
        const auto beside = [&columns] {
            int right = 0;
            for (const Sections *each : columns)
                right += each->x() > 100;
            return right;
        };
        QTRY_COMPARE(beside(), 1);
        pane.detail.resize(500, 700);
        QTRY_COMPARE(beside(), 0);
    }

    void evidenceOpensItsReport()
    {
        Pane pane;
        pane.detail.resize(900, 900);
        pane.detail.setVisible(true);
        QVERIFY(QTest::qWaitForWindowActive(&pane.detail));
        pane.show(made::finding(Rule::R01));
        auto *table = pane.detail.findChild<QTableView *>();
        QVERIFY(!table->isVisible()); // until it is known
        Evidence evidence;
        evidence.reports = 2;
        evidence.rows = {{ReportId{7}, Day{20000}, hostile, u"certificate-expired"_qs, {}, u"mx.example.org"_qs, {}, {}, {}, 3},
                         {ReportId{5}, Day{19999}, u"Google"_qs, u"certificate-expired"_qs, {}, {}, {}, {}, {}, 1}};
        pane.detail.showEvidence(evidence);
        QTRY_VERIFY(table->isVisible());
        QVERIFY(table->isColumnHidden(EvidenceReason) && !table->isColumnHidden(EvidenceServer));
        QVERIFY(toolTipsAreHarmless(*table->model()));
        QSignalSpy opened(&pane.detail, &FindingDetail::reportOpened);
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Down);
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened.first().first().value<ReportId>().value, 5);
    }

    void mutedSaysWhyAndUntilWhen()
    {
        Pane pane;
        FindingMark mark;
        mark.muted = true;
        mark.until = Day::fromDate(QDate(2027, 1, 2));
        mark.reason = u"The server is replaced"_qs;
        pane.show(made::finding(Rule::R01), mark);
        const QString told = test::textOf(pane.detail);
        QVERIFY2(told.contains(u"The server is replaced"_qs) && told.contains(u"2027"_qs), qPrintable(told));
        pane.show(made::finding(Rule::R01));
        QVERIFY(!test::textOf(pane.detail).contains(u"The server is replaced"_qs));
        pane.detail.clear();
        QVERIFY(test::textOf(pane.detail).contains(u"Choose a finding"_qs));
    }

    void buttonsAreTheActions()
    {
        Pane pane;
        pane.show(made::finding(Rule::R01));
        pane.detail.resize(900, 600);
        pane.detail.setVisible(true);
        QSignalSpy muted(&pane.mute, &QAction::triggered);
        QTest::mouseClick(button(pane.detail, u"Mute"_qs), Qt::LeftButton);
        QCOMPARE(muted.count(), 1);
        pane.mute.setText(u"Un&mute"_qs);
        QVERIFY(button(pane.detail, u"Unmute"_qs));
        pane.server.setVisible(false);
        QVERIFY(!button(pane.detail, u"Server"_qs)->isVisible());
    }

    void chartShowsDaysAndTheStart()
    {
        Theme theme{Appearance::Light};
        Finding finding = made::finding(Rule::R01);
        finding.group = CauseGroup::CertificateExpired;
        finding.days = {{finding.first, 5, 50, 5}, {finding.last, 7, 60, 7}};
        const ChartData data = findingChart(finding, finding.last, theme);
        QVERIFY(data.count() >= 30);
        QCOMPARE(data.series.size(), size_t(1));
        QCOMPARE(data.markers.size(), size_t(1));
        QCOMPARE(data.slotStart[static_cast<size_t>(data.markers[0].slot)], finding.first);
        QCOMPARE(data.total(data.markers[0].slot), 5);
        finding.days = {{finding.first, 0, 50, 0}};
        QCOMPARE(findingChart(finding, finding.last, theme).count(), 0);
        finding.days = {{finding.last, 0, 50, 9}};
        QCOMPARE(findingChart(finding, finding.last, theme).series.size(), size_t(1));
        finding.days = {{finding.last, 3, 50, 9}};
        finding.first = Day{-700'000}; // forged
        QVERIFY(findingChart(finding, finding.last, theme).count() <= 400);
    }

    void hostileFindingIsPlainAndQuick()
    {
        Pane pane;
        Finding finding = made::finding(Rule::R31);
        finding.domain = hostile;
        finding.mx = hostile + megabyte();
        finding.reason = megabyte();
        finding.senders.assign(200, {hostile, megabyte(), 1, 1, 1});
        finding.others = finding.senders;
        finding.details.textBefore = QStringList{hostile, megabyte()};
        finding.details.textAfter = QStringList{megabyte()};
        finding.details.address = megabyte();
        QElapsedTimer timer;
        timer.start();
        pane.show(finding);
        pane.detail.resize(820, 700);
        pane.detail.grab();
        QVERIFY(isPlain(pane.detail));
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
    }

    void muteDialogTellsWhyAndUntilWhen()
    {
        const Day today = Day::fromDate(QDate(2026, 11, 24));
        const auto choose = [today](const QString &radio) {
            MuteDialog dialog(u"Certificate expired"_qs, {}, today);
            std::optional<Day> until;
            QString reason;
            connect(&dialog, &MuteDialog::chosen, &dialog, [&](const QString &why, std::optional<Day> day) {
                reason = why;
                until = day;
            });
            dialog.show();
            dialog.findChild<QLineEdit *>()->setText(u" because "_qs);
            for (auto *each : dialog.findChildren<QRadioButton *>()) {
                if (each->text().remove(u'&').startsWith(radio))
                    each->click();
            }
            QTest::mouseClick(button(dialog, u"Mute"_qs), Qt::LeftButton);
            return std::pair(reason, until);
        };
        QCOMPARE(choose(u"For a week"_qs), std::pair(u"because"_qs, std::optional(Day{today.value + 7})));
        QCOMPARE(choose(u"For a month"_qs).second, std::optional(Day::fromDate(QDate(2026, 12, 24))));
        QCOMPARE(choose(u"Up to the day"_qs).second, std::optional(Day::fromDate(QDate(2026, 12, 24))));
        QCOMPARE(choose(u"Until I"_qs).second, std::optional<Day>());
    }
};

QTEST_MAIN(TestFindingDetail)
#include "test_findingdetail.moc"

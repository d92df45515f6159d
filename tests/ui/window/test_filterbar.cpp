// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/dayspopup.h"
#include "ui/window/filterbar.h"
#include "ui/window/filterchip.h"
#include "ui/window/periodchip.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace tlsrpt;

class TestFilterBar : public QObject
{
    Q_OBJECT

    Theme m_theme{Appearance::Light};

    static std::vector<Choice> many()
    {
        std::vector<Choice> choices;
        for (int i = 0; i < 50; ++i)
            choices.push_back({u"d%1.example"_qs.arg(i), u"d%1.example"_qs.arg(i), i});
        return choices;
    }

    struct Bar {
        FilterState filter;
        QAction back{u"Back"_qs};
        QAction forward{u"Forward"_qs};
        FilterBar bar;
        explicit Bar(const Theme &theme) : bar(filter, theme, &back, &forward)
        {
            filter.setNewestDay(Day::fromDate(QDate(2026, 10, 31)));
            bar.setChoices(many(), {{u"google.com"_qs, u"Google Inc."_qs, 3}},
                           DayRange{Day::fromDate(QDate(2026, 7, 4)), Day::fromDate(QDate(2026, 10, 31))});
            bar.resize(1180, bar.heightForWidth(1180));
            bar.show();
        }
        FilterChip *chip(const QString &start) const
        {
            for (FilterChip *chip : bar.findChildren<FilterChip *>()) {
                if (chip->words().startsWith(start) && !chip->isHidden())
                    return chip;
            }
            return nullptr;
        }
        ChoicePopup *popup(const QString &name) const
        {
            for (auto *popup : bar.findChildren<ChoicePopup *>()) {
                if (popup->accessibleName() == name)
                    return popup;
            }
            return nullptr;
        }
    };

private slots:
    void choiceModelHoldsUpUnderTheTester()
    {
        ChoiceModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setChoices(many());
        QCOMPARE(model.rowCount(), 50);
        model.find(u"D7"_qs);
        QCOMPARE(model.rowCount(), 1);
        QVERIFY(model.setData(model.index(0), Qt::Checked, Qt::CheckStateRole));
        model.find({});
        QCOMPARE(model.checked(), QStringList{u"d7.example"_qs});
        model.setChecked({u"gone.example"_qs});
        QCOMPARE(model.nameOf(u"gone.example"_qs), u"gone.example"_qs);
        model.setChoices({});
        QCOMPARE(model.rowCount(), 0);
    }

    void domainsByKeyboard()
    {
        Bar b(m_theme);
        QVERIFY(QTest::qWaitForWindowExposed(&b.bar));
        QSignalSpy started(&b.bar, &FilterBar::editingStarted);
        QSignalSpy finished(&b.bar, &FilterBar::editingFinished);
        QTest::keyClick(b.chip(u"Domain"_qs), Qt::Key_Down);
        ChoicePopup *popup = b.popup(u"Domains to show"_qs);
        QTRY_VERIFY(popup->isVisible());
        QCOMPARE(started.count(), 1);
        auto *search = popup->findChild<QLineEdit *>();
        QVERIFY(search->isVisible()); // 50 entries
        auto *list = popup->findChild<QListView *>();
        const int height = popup->height();
        QTest::keyClicks(search, u"nobody"_qs);
        QVERIFY(!list->isVisible()); // and it is said why
        QCOMPARE(popup->findChild<QLabel *>()->text(), u"Nothing found."_qs);
        QVERIFY(popup->findChild<QLabel *>()->isVisible());
        QCOMPARE(popup->height(), height);
        search->clear();
        QVERIFY(list->isVisible());
        QTest::keyClicks(search, u" d42 "_qs);
        QTest::keyClick(search, Qt::Key_Return);
        QTRY_VERIFY(!popup->isVisible());
        QCOMPARE(finished.count(), 1);
        QCOMPARE(b.filter.filter().domains, QStringList{u"d42.example"_qs});
        QVERIFY(b.chip(u"Domain d42.example"_qs));
        QVERIFY(b.chip(u"Domain"_qs)->isActive());
    }

    void enterTakesTheHighlightedRow()
    {
        Bar b(m_theme);
        QVERIFY(QTest::qWaitForWindowExposed(&b.bar));
        ChoicePopup *popup = b.popup(u"Domains to show"_qs);
        auto *search = popup->findChild<QLineEdit *>();
        auto *list = popup->findChild<QListView *>();
        const auto open = [&] {
            QTest::keyClick(b.chip(u"Domain"_qs), Qt::Key_Down);
            QTRY_VERIFY(popup->isVisible());
        };
        open();
        QVERIFY(!list->currentIndex().isValid()); // nothing was asked for yet
        QTest::keyClicks(search, u"d4"_qs);
        QCOMPARE(list->currentIndex().data().toString(), u"d4.example"_qs);
        QVERIFY(list->selectionModel()->isSelected(list->currentIndex()));
        QTest::keyClick(search, Qt::Key_Return);
        QTRY_VERIFY(!popup->isVisible());
        QCOMPARE(b.filter.filter().domains, QStringList{u"d4.example"_qs});

        open();
        QTest::keyClicks(search, u"d4"_qs);
        QTest::keyClick(search, Qt::Key_Down); // from the first one
        QTest::keyClick(list, Qt::Key_Down);
        QCOMPARE(list->currentIndex().data().toString(), u"d40.example"_qs);
        QTest::keyClick(list, Qt::Key_Enter);
        QTRY_VERIFY(!popup->isVisible());
        QCOMPARE(b.filter.filter().domains, QStringList({u"d4.example"_qs, u"d40.example"_qs}));

        open(); // and closes it as it is after Space, or where nothing was typed
        QTest::keyClicks(search, u"d40"_qs);
        QTest::keyClick(search, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_Space);
        QTest::keyClick(list, Qt::Key_Return);
        QTRY_VERIFY(!popup->isVisible());
        QCOMPARE(b.filter.filter().domains, QStringList{u"d4.example"_qs});
        open();
        QTest::keyClick(search, Qt::Key_Return);
        QTRY_VERIFY(!popup->isVisible());
        QCOMPARE(b.filter.filter().domains, QStringList{u"d4.example"_qs});
    }

    void tracksBySpace()
    {
        Bar b(m_theme);
        QTest::mouseClick(b.chip(u"Track"_qs), Qt::LeftButton);
        ChoicePopup *popup = b.popup(u"Tracks to show"_qs);
        QTRY_VERIFY(popup->isVisible());
        QVERIFY(!popup->findChild<QLineEdit *>()->isVisible()); // four need no search
        auto *list = popup->findChild<QListView *>();
        QTest::keyClick(list, Qt::Key_Space);
        QTest::keyClick(list, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_Space);
        QCOMPARE(b.filter.filter().tracks, (std::vector{Track::Sts, Track::Tlsa}));
        QTest::keyClick(popup, Qt::Key_Escape);
        QTRY_VERIFY(!popup->isVisible());
    }

    void presetsAndOnlyFailures()
    {
        Bar b(m_theme);
        auto *period = b.bar.findChild<PeriodChip *>();
        QVERIFY(period->words().startsWith(u"All days"_qs));
        auto *menu = period->findChild<QMenu *>();
        for (QAction *action : menu->actions()) {
            if (action->text() == PeriodChip::periodName(Period::Days30))
                action->trigger();
        }
        QCOMPARE(b.filter.filter().from->toIso(), u"2026-10-02"_qs);
        QVERIFY(period->isActive());
        QTest::mouseClick(b.chip(u"Only failures"_qs), Qt::LeftButton);
        QVERIFY(b.filter.filter().onlyFailures);
        b.filter.clear();
        QVERIFY(!b.chip(u"Only failures"_qs)->isChecked());
    }

    void freeDates()
    {
        Bar b(m_theme);
        auto *period = b.bar.findChild<PeriodChip *>();
        QTest::keyClick(period, Qt::Key_Down);
        auto *menu = period->findChild<QMenu *>();
        QTRY_VERIFY(menu->isVisible());
        QTest::keyClick(menu, Qt::Key_Up); // the last one
        QTest::keyClick(menu, Qt::Key_Return);
        auto *days = period->findChild<DaysPopup *>();
        QTRY_VERIFY(days->isVisible());
        const auto edits = days->findChildren<QDateEdit *>();
        QCOMPARE(edits.size(), 2);
        QCOMPARE(edits[0]->date(), QDate(2026, 7, 4)); // the whole archive to begin with
        edits[0]->setDate(QDate(2026, 12, 1));
        QCOMPARE(edits[1]->date(), QDate(2026, 12, 1)); // never ends before it begins
        edits[1]->setDate(QDate(2026, 8, 15));
        QCOMPARE(edits[0]->date(), QDate(2026, 8, 15));
        edits[0]->setDate(QDate(2026, 8, 1));
        QTest::keyClick(days->findChild<QPushButton *>(), Qt::Key_Space);
        QTRY_VERIFY(!days->isVisible());
        QCOMPARE(b.filter.period(), Period::Custom);
        QCOMPARE(b.filter.filter().from->toIso(), u"2026-08-01"_qs);
        QCOMPARE(b.filter.filter().to->toIso(), u"2026-08-15"_qs);
    }

    void chipsOfMailServerAndCauseGoAway()
    {
        Bar b(m_theme);
        Filter filter;
        filter.mx = u"mx.example.org"_qs;
        filter.cause = CauseGroup::Dane;
        b.filter.set(filter);
        FilterChip *mx = b.chip(u"Mail server"_qs);
        QVERIFY(mx && mx->isVisible());
        QTest::mouseClick(mx, Qt::LeftButton);
        QVERIFY(!b.filter.filter().mx);
        QTest::keyClick(b.chip(u"Cause"_qs), Qt::Key_Delete);
        QVERIFY(b.filter.filter().isAll());
        QVERIFY(!mx->isVisible());
    }

    void wrapsWhereItIsNarrow()
    {
        Bar b(m_theme);
        const int wide = b.bar.heightForWidth(1180);
        QVERIFY(b.bar.heightForWidth(600) > wide);
        b.bar.resize(600, b.bar.heightForWidth(600));
        QTRY_VERIFY(b.chip(u"Only failures"_qs)->geometry().right() < 600);
        for (FilterChip *chip : b.bar.findChildren<FilterChip *>()) {
            if (!chip->isVisible())
                continue;
            QVERIFY2(b.bar.rect().contains(chip->geometry()), qPrintable(chip->words()));
        }
    }

    void everythingHasAName()
    {
        Bar b(m_theme);
        for (const FilterChip *chip : b.bar.findChildren<FilterChip *>()) {
            if (chip->isVisible())
                QVERIFY(!chip->accessibleName().isEmpty());
        }
        b.bar.setFind({}, {});
        auto *find = b.bar.findChild<QLineEdit *>(QString(), Qt::FindDirectChildrenOnly);
        QVERIFY(!find->isEnabled());
        b.bar.setFind(u"Find a host"_qs, u"mx"_qs);
        QVERIFY(find->isEnabled());
        QCOMPARE(find->text(), u"mx"_qs);
        QSignalSpy found(&b.bar, &FilterBar::findChanged);
        QTest::keyClick(find, Qt::Key_Escape);
        QCOMPARE(found.count(), 1);
        QCOMPARE(find->text(), QString());
    }
};

QTEST_MAIN(TestFilterBar)
#include "test_filterbar.moc"

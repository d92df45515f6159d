// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/overview/pagefixture.h"
#include "tests/ui/words/findingsmade.h"
#include "ui/findings/findingstree.h"
#include "ui/findings/letterdialog.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace tlsrpt;
using namespace tlsrpt::test;

class TestFindingsModel : public QObject
{
    Q_OBJECT

    static FindingItem item(Rule rule, const std::function<void(Finding &)> &change = {})
    {
        Finding finding = made::finding(rule);
        if (change)
            change(finding);
        return findingItem(std::make_shared<const Finding>(finding));
    }

    static QStringList groups(const FindingsModel &model)
    {
        QStringList all;
        for (int row = 0; row < model.rowCount(); ++row)
            all << model.index(row, 0).data(Qt::AccessibleTextRole).toString();
        return all;
    }

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void groupsFillFindAndClear()
    {
        FindingsModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        FindingItem muted = item(Rule::R06, [](Finding &f) { f.severity = Severity::High; });
        muted.muted = true;
        model.setItems({item(Rule::R01, [](Finding &f) { f.severity = Severity::High; }), item(Rule::R36),
                        item(Rule::R04, [](Finding &f) { f.open = false; }), muted});
        QCOMPARE(groups(model), QStringList({u"Open problems: 1"_qs, u"Advice: 1"_qs, u"Over: 1"_qs, u"Muted: 1"_qs}));
        QCOMPARE(model.shownCount(), 4);
        QVERIFY(!(model.flags(model.index(0, 0)) & Qt::ItemIsSelectable));
        const QModelIndex first = model.firstFinding();
        QCOMPARE(model.itemAt(first)->finding->rule, Rule::R01);
        QVERIFY(first.data(EmphasisRole).toBool());
        QVERIFY(first.data(CaptionRole).toString().startsWith(u"High · example.org · since "_qs));
        QCOMPARE(first.data(IconNameRole).toString(), u"triangle"_qs);
        QCOMPARE(model.indexOf(muted.place).data(IconNameRole).toString(), u"bell"_qs);
        model.setFind(u"r36"_qs);
        QCOMPARE(model.shownCount(), 1);
        QVERIFY(!model.indexOf(muted.place).isValid());
        model.setFind(u"MX2.EXAMPLE"_qs);
        QVERIFY(model.shownCount() >= 2);
        model.setFind(u"nothing like it"_qs);
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(!model.firstFinding().isValid());
        model.setFind({});
        QCOMPARE(model.shownCount(), 4);
        model.setItems({});
        QCOMPARE(model.rowCount(), 0);
    }

    void smallOnesAreApart()
    {
        FindingsModel model;
        model.setItems({item(Rule::R10, [](Finding &f) { f.severity = Severity::Low; }),
                        item(Rule::R30, [](Finding &f) { f.severity = Severity::Info; }),
                        item(Rule::R39, [](Finding &f) { f.severity = Severity::Low; }),
                        item(Rule::R04, [](Finding &f) { f.open = false, f.severity = Severity::Medium; }),
                        item(Rule::R11, [](Finding &f) { f.open = false, f.severity = Severity::Low; })});
        QCOMPARE(groups(model), QStringList({u"Advice: 1"_qs, u"Notes: 2"_qs, u"Over: 1"_qs, u"Over, of little weight: 1"_qs}));
    }

    void episodesOfOneProblemAreToldApart()
    {
        FindingsModel model;
        const FindingItem now = item(Rule::R11);
        const FindingItem before = item(Rule::R11, [](Finding &f) {
            f.open = false;
            f.first = Day{f.first.value - 40};
            f.last = Day{f.first.value + 2};
        });
        QCOMPARE(now.key, before.key);
        QVERIFY(now.place != before.place);
        model.setItems({now, before});
        QCOMPARE(model.itemAt(model.indexOf(before.place))->place, before.place);
        QCOMPARE(model.itemAt(model.indexOf(now.place))->place, now.place);
        QCOMPARE(model.itemAt(model.indexOf(now.key))->place, now.place); // a link knows the key only
        QCOMPARE(model.itemAt(model.indexOf(now.key + u"@1999-01-01"_qs))->place, now.place);
        QVERIFY(!model.indexOf(u"other"_qs).isValid());
    }

    void newOnesSaySo()
    {
        FindingsModel model;
        FindingItem fresh = item(Rule::R01);
        fresh.fresh = true;
        model.setItems({fresh});
        QVERIFY(model.firstFinding().data(Qt::AccessibleTextRole).toString().endsWith(u"new"_qs));
    }

    void everyRuleHasItsWords()
    {
        FindingsModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        std::vector<FindingItem> items;
        for (int rule = 0; rule < ruleCount; ++rule) {
            for (made::Variant &variant : made::variants(static_cast<Rule>(rule))) {
                items.push_back(findingItem(std::make_shared<const Finding>(variant.finding)));
                QVERIFY2(!items.back().title.isEmpty() && !items.back().caption.isEmpty(), variant.name.constData());
                const QString text = findingAsText(variant.finding);
                QVERIFY2(text.contains(items.back().title) && text.contains(u"Who must act"_qs), variant.name.constData());
            }
        }
        model.setItems(std::move(items));
        QVERIFY(toolTipsAreHarmless(model));
    }

    void hostileNamesStayTextAndAreFound()
    {
        const FindingItem bad = item(Rule::R01, [](Finding &f) {
            f.domain = hostile;
            f.mx = hostile + megabyte();
            f.senders = {{hostile, megabyte(), 1, 1, 1}};
        });
        FindingsModel model;
        model.setItems({bad});
        QVERIFY(toolTipsAreHarmless(model));
        QVERIFY(bad.caption.size() < 400 && bad.search.size() <= 20'000);
        QVERIFY(!bad.caption.contains(QChar(0x202e)));
    }

    void treeMovesClosesAndOpens()
    {
        Theme theme{Appearance::Light};
        FindingsModel model;
        FindingsTree tree(model, theme);
        FindingItem muted = item(Rule::R06);
        muted.muted = true;
        const FindingItem first = item(Rule::R01, [](Finding &f) { f.severity = Severity::High; });
        const FindingItem advice = item(Rule::R36);
        model.setItems({first, advice, muted});
        tree.resize(360, 500);
        tree.show();
        QVERIFY(QTest::qWaitForWindowActive(&tree));
        QCOMPARE(tree.select({}), first.place);
        QVERIFY(!tree.isExpanded(model.index(2, 0))); // muted ones are counted, not spread out
        QSignalSpy chosen(&tree, &FindingsTree::chosen);
        QSignalSpy entered(&tree, &FindingsTree::entered);
        QSignalSpy copied(&tree, &FindingsTree::copyRequested);
        tree.setFocus();
        QTest::keyClick(&tree, Qt::Key_Down); // the group of advice
        QCOMPARE(chosen.count(), 0);
        QTest::keyClick(&tree, Qt::Key_Down);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.last().first().toString(), advice.place);
        QTest::keyClick(&tree, Qt::Key_Return);
        QCOMPARE(entered.count(), 1);
        QTest::keySequence(&tree, QKeySequence::Copy);
        QCOMPARE(copied.count(), 1);
        QTest::keyClick(&tree, Qt::Key_Down);
        QTest::keyClick(&tree, Qt::Key_Space); // the muted ones
        QVERIFY(tree.isExpanded(model.index(2, 0)));
        QTest::mouseClick(tree.viewport(), Qt::LeftButton, {}, tree.visualRect(model.index(0, 0)).center());
        QVERIFY(!tree.isExpanded(model.index(0, 0)));
        model.setItems({first, advice, muted}); // an import: what was closed stays closed
        QVERIFY(!tree.isExpanded(model.index(0, 0)));
        QVERIFY(tree.isExpanded(model.index(2, 0)));
        QCOMPARE(tree.select(first.place), first.place); // a link opens the group
        QVERIFY(tree.isExpanded(model.index(0, 0)));
        QVERIFY(!tree.grab().isNull());
    }

    void mailAddresses_data()
    {
        QTest::addColumn<QString>("contact");
        QTest::addColumn<QString>("address");
        QTest::newRow("plain") << u"tls@example.org"_qs << u"tls@example.org"_qs;
        QTest::newRow("mailto") << u"mailto:tls@example.org"_qs << u"tls@example.org"_qs;
        QTest::newRow("named") << u"Post <tls@example.org>"_qs << u"tls@example.org"_qs;
        QTest::newRow("phone") << u"+49 30 123"_qs << QString();
        QTest::newRow("none") << QString() << QString();
        QTest::newRow("header") << u"a@b.example?bcc=c@d.example"_qs << QString();
        QTest::newRow("two") << u"a@b.example,c@d.example"_qs << QString();
        QTest::newRow("huge") << QString(100'000, u'a') + u"@example.org"_qs << QString();
    }
    void mailAddresses()
    {
        QFETCH(const QString, contact);
        QFETCH(const QString, address);
        QCOMPARE(mailAddress(contact), address);
    }

    void mailtoIsEncoded()
    {
        const QUrl url = mailtoUrl(u"tls@example.org"_qs, u"100 % & more?"_qs, u"one\ntwo"_qs);
        QVERIFY(url.isValid());
        QCOMPARE(url.toEncoded(), QByteArray("mailto:tls@example.org?subject=100%20%25%20%26%20more%3F&body=one%0D%0Atwo"));
    }
};

QTEST_MAIN(TestFindingsModel)
#include "test_findingsmodel.moc"

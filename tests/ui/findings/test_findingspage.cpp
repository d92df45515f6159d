// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/overview/pagefixture.h"
#include "ui/findings/findingdetail.h"
#include "ui/findings/findingspage.h"
#include "ui/findings/findingstree.h"
#include "ui/findings/letterdialog.h"
#include "ui/findings/mutedialog.h"

#include <QAction>
#include <QClipboard>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTableView>

using namespace tlsrpt;
using namespace tlsrpt::test;

class TestFindingsPage : public QObject
{
    Q_OBJECT

    SampleArchive m_samples;

    static FindingsTree *list(const QWidget &page) { return page.findChild<FindingsTree *>(); }
    static const FindingsModel &model(const QWidget &page) { return *static_cast<const FindingsModel *>(list(page)->model()); }
    static QStringList groups(const QWidget &page) { return columnTexts(model(page), 0); }
    static QAction *action(const FindingsPage &page, int index) { return page.findingActions().at(index); }
    enum { Letter, Copy, Mute, Reports, Server };

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QVERIFY(m_samples.make());
    }

    void fillsFiltersAndFinds()
    {
        Bench b;
        FindingsPage page(b.context());
        showPage(page);
        b.openCopyOf(m_samples);
        QTRY_VERIFY(hasContent(page));
        QVERIFY(groups(page).startsWith(u"Open problems"_qs) || groups(page).contains(u"Open problems"_qs));
        const QString first = model(page).itemAt(list(page)->currentIndex())->title;
        QVERIFY(textOf(page).contains(first)); // never an empty right side
        QVERIFY(isPlain(page));
        QVERIFY(page.currentTableAsCsv().startsWith(u"severity,"_qs));
        const int all = model(page).shownCount();
        Filter filter;
        filter.domains = QStringList{u"example.net"_qs};
        b.filter.set(filter);
        QTRY_VERIFY(model(page).shownCount() < all);
        for (const FindingItem &item : model(page).items())
            QCOMPARE(item.finding->domain, u"example.net"_qs);
        filter.domains = QStringList{u"nobody.example"_qs};
        b.filter.set(filter);
        QTRY_COMPARE(message(page), u"No finding for these choices"_qs);
        QVERIFY(!action(page, Mute)->isEnabled());
        QTest::mouseClick(messageButton(page), Qt::LeftButton);
        QTRY_VERIFY(hasContent(page));
        QCOMPARE(model(page).shownCount(), all);
        page.find(u" MX2.example.org "_qs);
        QVERIFY(model(page).shownCount() > 0 && model(page).shownCount() < all);
        page.find(u"no such thing"_qs);
        QCOMPARE(model(page).shownCount(), 0);
        page.find({});
        QCOMPARE(model(page).shownCount(), all);
    }

    void everyFindingByTheArrows()
    {
        Bench b;
        FindingsPage page(b.context());
        showPage(page);
        b.openCopyOf(m_samples);
        QTRY_VERIFY(hasContent(page));
        QVERIFY(tabReaches(page, *list(page)));
        QTest::keyClick(list(page), Qt::Key_Home);
        QStringList places;
        for (int i = 0; i < 200; ++i) {
            if (const FindingItem *item = model(page).itemAt(list(page)->currentIndex()); item && !places.contains(item->place)) {
                places << item->place;
                QCOMPARE(page.place().toString(), item->place);
                QVERIFY2(textOf(page).contains(item->title), qPrintable(item->title));
            }
            QTest::keyClick(list(page), Qt::Key_Down);
            const QModelIndex heading = list(page)->currentIndex();
            if (!model(page).itemAt(heading) && !list(page)->isExpanded(heading))
                QTest::keyClick(list(page), Qt::Key_Return); // what is small is closed at first
        }
        QCOMPARE(places.size(), model(page).shownCount());
    }

    void placeComesBackEvenBeforeTheData()
    {
        Bench b;
        QVariant place;
        {
            FindingsPage page(b.context());
            showPage(page);
            b.openCopyOf(m_samples);
            QTRY_VERIFY(hasContent(page));
            page.goTo(model(page).items().back().place);
            place = page.place();
        }
        Bench later;
        FindingsPage page(later.context());
        page.goTo(place);
        showPage(page);
        later.openCopyOf(m_samples);
        QTRY_VERIFY(hasContent(page));
        QCOMPARE(page.place(), place);
        QCOMPARE(model(page).itemAt(list(page)->currentIndex())->place, place.toString());
        page.goTo({});
        QCOMPARE(page.place(), place);
    }

    void waysOut()
    {
        Bench b;
        FindingsPage page(b.context());
        showPage(page);
        b.openCopyOf(m_samples);
        QTRY_VERIFY(hasContent(page));
        QTRY_VERIFY(page.findChild<QTableView *>()->model()->rowCount() > 0);
        const Finding finding = *model(page).itemAt(list(page)->currentIndex())->finding;
        QSignalSpy navigate(&page, &Page::navigate);
        action(page, Reports)->trigger();
        QCOMPARE(navigate.last().at(0).toString(), u"reports"_qs);
        const auto filter = navigate.last().at(1).value<Filter>();
        QCOMPARE(filter.domains, QStringList{finding.domain});
        QVERIFY(*filter.from == finding.first && *filter.to == finding.last);
        QVERIFY(!finding.mx.isEmpty());
        action(page, Server)->trigger();
        QCOMPARE(navigate.last().at(0).toString(), u"servers"_qs);
        QCOMPARE(navigate.last().at(2).toString(), finding.mx);
        auto *table = page.findChild<QTableView *>();
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(navigate.count(), 3);
        QCOMPARE(navigate.last().at(0).toString(), u"reports"_qs);
        QVERIFY(navigate.last().at(2).toList().first().toLongLong() > 0);
        QVERIFY(page.currentTableAsCsv().startsWith(u"Day,"_qs));
    }

    void copiesAsText()
    {
        Bench b;
        FindingsPage page(b.context());
        showPage(page);
        b.openCopyOf(m_samples);
        QTRY_VERIFY(hasContent(page));
        list(page)->setFocus();
        QTest::keySequence(list(page), QKeySequence::Copy);
        const QString text = QApplication::clipboard()->text();
        QVERIFY(text.startsWith(model(page).itemAt(list(page)->currentIndex())->title));
    }

    void mutesAndUnmutes()
    {
        Bench b;
        FindingsPage page(b.context());
        showPage(page);
        b.openCopyOf(m_samples);
        QTRY_VERIFY(hasContent(page));
        const QString place = page.place().toString();
        action(page, Mute)->trigger();
        auto *dialog = page.findChild<MuteDialog *>();
        QVERIFY(dialog);
        dialog->findChild<QLineEdit *>()->setText(u"known"_qs);
        QTest::mouseClick(button(*dialog, u"Mute"_qs), Qt::LeftButton);
        QTRY_VERIFY(groups(page).contains(u"Muted"_qs));
        // On to its neighbour, not to the end of the list with it.
        QVERIFY(page.place().toString() != place);
        QVERIFY(!model(page).itemAt(list(page)->currentIndex())->muted);
        page.goTo(place);
        QTRY_VERIFY(textOf(page).contains(u"known"_qs));
        QCOMPARE(action(page, Mute)->text().remove(u'&'), u"Unmute"_qs);
        action(page, Mute)->trigger();
        QTRY_VERIFY(!groups(page).contains(u"Muted"_qs));
        QVERIFY(!page.canUndoMute());
    }

    void aMuteIsUndone()
    {
        Bench b;
        FindingsPage page(b.context());
        showPage(page);
        b.openCopyOf(m_samples);
        QTRY_VERIFY(hasContent(page));
        const QString place = page.place().toString();
        action(page, Mute)->trigger();
        QTest::mouseClick(button(*page.findChild<MuteDialog *>(), u"Mute"_qs), Qt::LeftButton);
        QTRY_VERIFY(page.canUndoMute());
        QVERIFY(place.startsWith(model(page).itemAt(model(page).indexOf(place))->key));
        page.undoMute();
        QTRY_VERIFY(!page.canUndoMute());
        QTRY_VERIFY(!groups(page).contains(u"Muted"_qs));
        QTRY_COMPARE(page.place().toString(), place);
    }

    void aMuteSaysWhatElseItMutes()
    {
        const MuteDialog one(u"A"_qs, {u"A, 1 Oct"_qs}, Day{20000});
        const MuteDialog many(u"A"_qs, {u"A, 1 Oct"_qs, u"A, 4 Oct"_qs, u"A, 9 Oct"_qs}, Day{20000});
        const auto says = [](const MuteDialog &dialog, const QString &text) {
            const auto labels = dialog.findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
                return label->isVisibleTo(&dialog) && label->text().contains(text);
            });
        };
        QVERIFY(!says(one, u"same problem"_qs));
        QVERIFY(says(many, u"mutes 3 finding"_qs));
        QVERIFY(says(many, u"A, 9 Oct"_qs));
    }

    /// Each of the three gets its own letter.
    void writesToWhomItConcerns_data()
    {
        QTest::addColumn<int>("addressee");
        QTest::addColumn<QString>("part");
        QTest::newRow("sender") << int(words::Addressee::Sender) << u"your TLS reports"_qs;
        QTest::newRow("operator") << int(words::Addressee::ServerOperator) << u"senders of mail to"_qs;
        QTest::newRow("owner") << int(words::Addressee::DomainOwner) << u"whoever runs its DNS"_qs;
    }
    void writesToWhomItConcerns()
    {
        QFETCH(int, addressee);
        QFETCH(QString, part);
        Bench b;
        FindingsPage page(b.context());
        showPage(page);
        b.openCopyOf(m_samples);
        QTRY_VERIFY(hasContent(page));
        const auto &items = model(page).items();
        const auto item = std::find_if(items.begin(), items.end(), [addressee](const FindingItem &each) {
            return int(words::addresseeOf(*each.finding)) == addressee;
        });
        QVERIFY(item != items.end());
        page.goTo(item->place);
        action(page, Letter)->trigger();
        QTRY_VERIFY(page.findChild<LetterDialog *>());
        const QString body = page.findChild<LetterDialog *>()->findChild<QPlainTextEdit *>()->toPlainText();
        QVERIFY2(body.contains(part), qPrintable(body));
    }

    void writesALetter()
    {
        Bench b;
        FindingsPage page(b.context());
        showPage(page);
        b.openCopyOf(m_samples);
        QTRY_VERIFY(hasContent(page));
        action(page, Letter)->trigger();
        QTRY_VERIFY(page.findChild<LetterDialog *>());
        auto *dialog = page.findChild<LetterDialog *>();
        QVERIFY(dialog->findChildren<QLineEdit *>().first()->text().contains(u'@'));
        const QString body = dialog->findChild<QPlainTextEdit *>()->toPlainText();
        QVERIFY(body.size() > 200);
        QTest::mouseClick(button(*dialog, u"Copy text"_qs), Qt::LeftButton);
        QCOMPARE(QApplication::clipboard()->text(), body);
    }

    void whatWasShownIsSeenWhenThePageIsLeft()
    {
        Bench b;
        FindingsPage page(b.context());
        showPage(page);
        b.openCopyOf(m_samples);
        QTRY_VERIFY(hasContent(page));
        QVERIFY(b.diagnosis.marks().isEmpty());
        page.hide();
        QTRY_VERIFY(b.diagnosis.marks().size() > 1);
        for (const FindingItem &item : model(page).items())
            QVERIFY(!b.diagnosis.isNew(*item.finding));
    }

    void emptyAndBroken()
    {
        Bench b;
        FindingsPage page(b.context());
        showPage(page);
        b.openEmpty();
        QTRY_COMPARE(message(page), u"No reports yet"_qs);
        Bench broken;
        FindingsPage failing(broken.context());
        showPage(failing);
        broken.openGarbage();
        QTRY_VERIFY(messageButton(failing));
        QFile::remove(broken.archive());
        QVERIFY(m_samples.copyTo(broken.archive()));
        QTest::mouseClick(messageButton(failing), Qt::LeftButton);
        QTRY_VERIFY(hasContent(failing));
    }

    void nothingFoundIsGoodNews()
    {
        Bench b;
        QFile report(b.folder.filePath(u"good.json"_qs));
        QVERIFY(report.open(QIODevice::WriteOnly));
        report.write(R"({"organization-name":"Example","contact-info":"r@example.net","report-id":"1",
"date-range":{"start-datetime":"2026-11-20T00:00:00Z","end-datetime":"2026-11-20T23:59:59Z"},
"policies":[{"policy":{"policy-type":"sts","policy-string":["version: STSv1","mode: enforce","mx: mx.example.org","max_age: 2592000"],
"policy-domain":"example.org","mx-host":["mx.example.org"]},
"summary":{"total-successful-session-count":90,"total-failure-session-count":0}}]})");
        report.close();
        QVERIFY(importInto(b.archive(), {report.fileName()}));
        FindingsPage page(b.context());
        showPage(page);
        b.session.open(b.archive());
        QTRY_COMPARE(message(page), u"No problem found"_qs);
    }

    void accessibleNames()
    {
        Bench b;
        FindingsPage page(b.context());
        showPage(page);
        b.openCopyOf(m_samples);
        QTRY_VERIFY(hasContent(page));
        QVERIFY(!list(page)->accessibleName().isEmpty());
        QVERIFY(!page.findChild<QTableView *>()->accessibleName().isEmpty());
        for (const QAction *each : page.findingActions())
            QVERIFY(!each->shortcut().isEmpty() && !each->text().isEmpty());
    }
};

QTEST_MAIN(TestFindingsPage)
#include "test_findingspage.moc"

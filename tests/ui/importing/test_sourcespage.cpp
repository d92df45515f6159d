// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/overview/pagefixture.h"
#include "ui/importing/sourcespage.h"
#include "ui/importing/sourcesview.h"

#include <QFileDialog>
#include <QMessageBox>
#include <QSignalSpy>
#include <QTabBar>
#include <QTableView>

using namespace tlsrpt;
using namespace tlsrpt::test;

class TestSourcesPage : public QObject
{
    Q_OBJECT

    /// The samples, and an import with something rejected and something ignored.
    static bool fill(const Bench &b)
    {
        const QString broken = b.folder.filePath(u"broken.json.gz"_qs);
        const QString other = b.folder.filePath(u"note.txt"_qs);
        for (const auto &[path, bytes] : {std::pair(broken, QByteArray("\x1f\x8b\x08 no gzip")),
                                          std::pair(other, QByteArray("hello"))}) {
            QFile file(path);
            if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
                return false;
        }
        return importInto(b.archive(), {QStringLiteral(SAMPLES_DIR "/mail.ru")})
            && importInto(b.archive(), {QStringLiteral(SAMPLES_DIR "/mx.verein.example"), broken, other});
    }
    static QTableView *sources(const SourcesPage &page) { return view<QTableView>(page, u"Sources"_qs); }
    static QTableView *notices(const SourcesPage &page)
    {
        return view<QTableView>(page, u"Rejected, ignored or conflicting items"_qs);
    }

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    }

    void listsSourcesAndWhatWasRejected()
    {
        Bench b;
        QVERIFY(fill(b));
        ImportQueue queue(b.context());
        SourcesPage page(b.context(), queue);
        showPage(page);
        b.session.open(b.archive());
        QTRY_VERIFY(hasContent(page));
        QCOMPARE(sources(page)->model()->rowCount(), 2);
        QTRY_COMPARE(notices(page)->model()->rowCount(), 1);
        QCOMPARE(cell(*notices(page)->model(), 0, 0), u"broken.json.gz"_qs);
        QVERIFY(tabReaches(page, *sources(page)));
        QTest::keyClick(sources(page), Qt::Key_End, Qt::ControlModifier);
        QTest::keyClick(sources(page), Qt::Key_Home, Qt::ControlModifier);
        QTest::keyClick(sources(page), Qt::Key_Down); // the older import had no trouble
        QTRY_COMPARE(notices(page)->model()->rowCount(), 0);
        QTest::keyClick(sources(page), Qt::Key_Up);
        QTRY_COMPARE(notices(page)->model()->rowCount(), 1);
        auto *tabs = page.findChild<QTabBar *>();
        QVERIFY(tabReaches(page, *tabs));
        QTest::keyClick(tabs, Qt::Key_Right);
        QTRY_COMPARE(cell(*notices(page)->model(), 0, 0), u"note.txt"_qs);
        QVERIFY(tabReaches(page, *notices(page)));
        QVERIFY(page.currentTableAsCsv().contains(u"note.txt"_qs));
        QVERIFY(isPlain(page));
    }

    void noticesOfTheSelectedMailboxOnly()
    {
        Bench b;
        const auto archive = Archive::open(b.archive(), Archive::Mode::CreateIfMissing, b.clock);
        const auto reject = [&archive](ImportKind kind, const QString &name, const QString &source) {
            const auto import = (*archive)->beginImport(kind, {name});
            return import && (*archive)->addNotices(*import, NoticeKind::Rejected, {{Code::Truncated, source, {}, -1}});
        };
        QVERIFY(reject(ImportKind::Mailbox, u"Work"_qs, u"Work/INBOX › UID 1"_qs));
        QVERIFY(reject(ImportKind::Mailbox, u"Home"_qs, u"Home/INBOX › UID 2"_qs));
        QVERIFY(reject(ImportKind::Mailbox, u"Work"_qs, u"Work/INBOX › UID 3"_qs));
        QVERIFY(reject(ImportKind::WatchedFolder, u"/w/a.gz"_qs, u"/w/a.gz"_qs));
        QVERIFY((*archive)->addWatchedFolder(u"/w"_qs));
        ImportQueue queue(b.context());
        SourcesPage page(b.context(), queue);
        MailboxRow work;
        work.mailbox.name = u"Work"_qs;
        page.setMailboxes({work});
        showPage(page);
        b.session.open(b.archive());
        QTRY_VERIFY(hasContent(page));
        QTRY_COMPARE(notices(page)->model()->rowCount(), 4);
        QCOMPARE(cell(*sources(page)->model(), 0, 0), u"Work"_qs);
        sources(page)->selectRow(0);
        QTRY_COMPARE(notices(page)->model()->rowCount(), 2);
        QVERIFY(cell(*notices(page)->model(), 1, 0).contains(u"UID 3"_qs));
        QCOMPARE(page.findChild<QTabBar *>()->tabText(0), u"Rejected 2"_qs);
        sources(page)->selectRow(1);
        QTRY_COMPARE(notices(page)->model()->rowCount(), 1);
        QCOMPARE(cell(*notices(page)->model(), 0, 0), u"a.gz"_qs);
        page.setMailboxes({work, work}); // the selection stays with its row
        QTRY_COMPARE(notices(page)->model()->rowCount(), 1);
    }

    void placeComesBack()
    {
        Bench b;
        QVERIFY(fill(b));
        ImportQueue queue(b.context());
        QVariant place;
        {
            SourcesPage page(b.context(), queue);
            showPage(page);
            b.session.open(b.archive());
            QTRY_VERIFY(hasContent(page));
            sources(page)->selectRow(1);
            page.findChild<QTabBar *>()->setCurrentIndex(1);
            place = page.place();
        }
        SourcesPage page(b.context(), queue);
        page.goTo(place); // before the data
        showPage(page);
        QTRY_VERIFY(hasContent(page));
        QTRY_COMPARE(page.place(), place);
        QCOMPARE(sources(page)->currentIndex().row(), 1);
        page.goTo({});
        QCOMPARE(page.place(), place);
        page.goTo(QVariantList{99, 99}); // of another archive
        QVERIFY(hasContent(page));
    }

    void deletesAfterAskingAndUndoes()
    {
        Bench b;
        QVERIFY(fill(b));
        ImportQueue queue(b.context());
        SourcesPage page(b.context(), queue);
        showPage(page);
        b.session.open(b.archive());
        QTRY_VERIFY(hasContent(page));
        const size_t all = b.session.facts()->reports.size();
        QVERIFY(!button(page, u"Delete reports…"_qs)->isEnabled());
        sources(page)->selectRow(0);
        QTRY_VERIFY(button(page, u"Delete reports…"_qs)->isEnabled());
        QTest::mouseClick(button(page, u"Delete reports…"_qs), Qt::LeftButton);
        QTRY_VERIFY(page.findChild<QMessageBox *>());
        auto *question = page.findChild<QMessageBox *>();
        QCOMPARE(question->textFormat(), Qt::PlainText);
        QPointer<QMessageBox> asked = question;
        QTest::mouseClick(question->button(QMessageBox::Cancel), Qt::LeftButton);
        QTRY_VERIFY(!asked);
        QVERIFY(!page.deletions().canUndo());
        QTest::mouseClick(button(page, u"Delete reports…"_qs), Qt::LeftButton);
        QTRY_VERIFY(page.findChild<QMessageBox *>());
        QTest::mouseClick(button(*page.findChild<QMessageBox *>(), u"Delete"_qs), Qt::LeftButton);
        QTRY_VERIFY(b.session.facts()->reports.size() < all);
        QTRY_VERIFY(page.deletions().canUndo());
        page.deletions().undo();
        QTRY_COMPARE(b.session.facts()->reports.size(), all);
    }

    void tryingAgainImportsTheSameSources()
    {
        Bench b;
        QVERIFY(fill(b));
        ImportQueue queue(b.context());
        QSignalSpy finished(&queue, &ImportQueue::finished);
        SourcesPage page(b.context(), queue);
        showPage(page);
        b.session.open(b.archive());
        QTRY_VERIFY(hasContent(page));
        sources(page)->selectRow(0);
        QTRY_VERIFY(button(page, u"Try again"_qs)->isEnabled());
        sources(page)->selectRow(1);
        QTRY_VERIFY(!button(page, u"Try again"_qs)->isEnabled()); // of it nothing was rejected
        // What was rejected leads to its source by itself.
        sources(page)->clearSelection();
        QTRY_COMPARE(notices(page)->model()->rowCount(), 1);
        QVERIFY(!button(page, u"Try again"_qs)->isEnabled());
        notices(page)->setCurrentIndex(notices(page)->model()->index(0, 0));
        QVERIFY(button(page, u"Try again"_qs)->isEnabled());
        QTest::mouseClick(button(page, u"Try again"_qs), Qt::LeftButton);
        QTRY_COMPARE(finished.count(), 1);
        QVERIFY(finished[0].at(0).value<ImportOutcome>().counts.duplicates > 0);
        QTRY_COMPARE(sources(page)->model()->rowCount(), 3);
    }

    void theChosenItemIsToldInFull()
    {
        Bench b;
        QVERIFY(fill(b));
        ImportQueue queue(b.context());
        SourcesPage page(b.context(), queue);
        showPage(page);
        b.session.open(b.archive());
        QTRY_VERIFY(hasContent(page));
        QTRY_COMPARE(notices(page)->model()->rowCount(), 1);
        auto *whole = view<QLabel>(page, u"All about the chosen item"_qs);
        QVERIFY(whole && !whole->isVisible());
        notices(page)->setCurrentIndex(notices(page)->model()->index(0, 0));
        QVERIFY(whole->isVisible());
        QVERIFY(whole->text().contains(cell(*notices(page)->model(), 0, 2)));
        page.findChild<QTabBar *>()->setCurrentIndex(1);
        QTRY_VERIFY(!whole->isVisible());
    }

    void theListIsSaved()
    {
        Bench b;
        QVERIFY(fill(b));
        ImportQueue queue(b.context());
        SourcesPage page(b.context(), queue);
        showPage(page);
        b.session.open(b.archive());
        QTRY_VERIFY(hasContent(page));
        QTRY_VERIFY(button(page, u"Save the list…"_qs)->isEnabled());
        QTest::mouseClick(button(page, u"Save the list…"_qs), Qt::LeftButton);
        QTRY_VERIFY(page.findChild<QFileDialog *>());
        const QString path = b.folder.filePath(u"list.csv"_qs);
        emit page.findChild<QFileDialog *>()->fileSelected(path);
        page.findChild<QFileDialog *>()->close();
        QTRY_VERIFY(QFile::exists(path));
        QFile saved(path);
        QVERIFY(saved.open(QIODevice::ReadOnly));
        const QByteArray csv = saved.readAll();
        QVERIFY(csv.startsWith("source,code,reason,offset\r\n"));
        QVERIFY(csv.contains("broken.json.gz"));
    }

    void buttonsAskForFilesAndFolders()
    {
        Bench b;
        ImportQueue queue(b.context());
        SourcesPage page(b.context(), queue);
        QSignalSpy files(&page, &SourcesPage::openFilesRequested);
        QSignalSpy folder(&page, &SourcesPage::openFolderRequested);
        showPage(page);
        b.openEmpty();
        QTRY_COMPARE(message(page), u"Nothing was imported yet"_qs);
        QTest::mouseClick(messageButton(page), Qt::LeftButton);
        QCOMPARE(files.count(), 1);
        QSignalSpy mailbox(&page, &SourcesPage::mailboxWished);
        QTest::mouseClick(button(page, u"Add a mailbox…"_qs), Qt::LeftButton);
        QCOMPARE(mailbox.count(), 1);
        QCOMPARE(mailbox[0].at(0).value<MailboxWish>(), MailboxWish::Add);
        Bench full;
        QVERIFY(fill(full));
        ImportQueue other(full.context());
        SourcesPage filled(full.context(), other);
        QSignalSpy wanted(&filled, &SourcesPage::openFolderRequested);
        showPage(filled);
        full.session.open(full.archive());
        QTRY_VERIFY(hasContent(filled));
        QTest::mouseClick(button(filled, u"Import a folder…"_qs), Qt::LeftButton);
        QCOMPARE(wanted.count(), 1);
    }

    void aFailingArchiveIsTold()
    {
        Bench b;
        ImportQueue queue(b.context());
        SourcesPage page(b.context(), queue);
        showPage(page);
        b.openGarbage();
        QTRY_VERIFY(messageButton(page));
        QFile::remove(b.archive());
        QVERIFY(fill(b));
        QTest::mouseClick(messageButton(page), Qt::LeftButton);
        QTRY_VERIFY(hasContent(page));
    }
};

QTEST_MAIN(TestSourcesPage)
#include "test_sourcespage.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The window with its real pages, archive and imports, driven by real events.
#include "core/store/archive.h"
#include "core/unpack/unpack.h"
#include "resources/samples.h"
#include "tests/ui/window/windowfixture.h"
#include "ui/importing/importpanel.h"
#include "ui/window/archiveerrorpage.h"
#include "ui/window/periodchip.h"
#include "ui/words/words.h"

#include <QClipboard>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>

using namespace tlsrpt;

using Fixture = WindowFixture;

class TestMainWindow : public QObject
{
    Q_OBJECT

    static QPushButton *button(const QWidget &widget, const QString &text)
    {
        for (auto *each : widget.findChildren<QPushButton *>()) {
            if (each->text() == text)
                return each;
        }
        qFatal("no such button");
    }

    static void chooseArchive(const Fixture &f, const QString &path)
    {
        f.action(u"Open archive…"_qs)->trigger();
        auto *dialog = f.window->findChild<QFileDialog *>();
        QVERIFY(dialog);
        dialog->selectFile(path);
        QTRY_COMPARE(dialog->selectedFiles(), QStringList{path});
        QVERIFY(QMetaObject::invokeMethod(dialog, "accept"));
    }

    static void overwritePage(QByteArray &content, qsizetype at)
    {
        constexpr qsizetype page = 4096;
        QVERIFY(at >= 0);
        const qsizetype start = at / page * page;
        const qsizetype length = start == 0 ? 6 : page; // the rest of the first one says whose it is
        content.replace(start, length, QByteArray(length, 'x'));
    }

    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private slots:
    void initTestCase() { QApplication::setAttribute(Qt::AA_DontUseNativeDialogs); }

    void firstStartInvitesAndDroppedFilesEndIt()
    {
        Fixture f;
        f.open();
        QTRY_VERIFY(f.first()->isVisible());
        QVERIFY(!f.bar()->isVisible());
        QVERIFY(!f.action(u"As PDF…"_qs)->isEnabled());
        for (auto *button : f.first()->findChildren<QPushButton *>()) {
            if (button->accessibleName() == u"Copy the DNS record")
                button->click();
        }
        QVERIFY(QApplication::clipboard()->text().startsWith(u"_smtp._tls.example.org."_qs));

        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(f.write(10)), QUrl::fromLocalFile(f.write(11)),
                      QUrl(u"https://example.org/r.json"_qs)});
        f.drop(data);
        QTRY_VERIFY(f.bar()->isVisible());
        QVERIFY(!f.first()->isVisible());
        QTRY_VERIFY(f.hasReports(2));
        QVERIFY(f.action(u"As PDF…"_qs)->isEnabled());
    }

    void dropsOfAMailProgram()
    {
        Fixture f;
        f.open();
        QTRY_VERIFY(f.first()->isVisible());
        QMimeData mail;
        mail.setData(u"message/rfc822"_qs,
                     "From: r@google.com\r\nSubject: Report Domain: example.org\r\nMIME-Version: 1.0\r\n"
                     "Content-Type: application/tlsrpt+json\r\n\r\n" + reportJson(12) + "\r\n");
        f.drop(mail);
        QTRY_VERIFY(f.hasReports(1));
        QMimeData bytes;
        bytes.setData(u"application/octet-stream"_qs, reportJson(13));
        f.drop(bytes);
        QTRY_VERIFY(f.hasReports(2));
        QMimeData text;
        text.setText(u"hello"_qs);
        QDragEnterEvent enter({400, 300}, Qt::CopyAction, &text, Qt::LeftButton, Qt::NoModifier);
        enter.ignore();
        QApplication::sendEvent(f.window.get(), &enter);
        QVERIFY(!enter.isAccepted());
    }

    /// Anybody can mail a report of the next century.
    void periodsEndAtTheLastBelievableDay()
    {
        Fixture f;
        f.open();
        QFile file(f.write(11));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(reportJson(11).replace("2026-10", "2126-01"));
        file.close();
        f.window->import({f.write(10), file.fileName()});
        QTRY_VERIFY(f.hasReports(2));
        auto *chip = f.bar()->findChild<PeriodChip *>();
        for (QAction *action : chip->findChild<QMenu *>()->actions()) {
            if (action->text() == PeriodChip::periodName(Period::Days7))
                action->trigger();
        }
        const DayRange week{Day::fromDate({2026, 10, 4}), Day::fromDate({2026, 10, 10})};
        QTRY_VERIFY2(chip->words().contains(words::period(week)), qPrintable(chip->words()));
    }

    void pagesAndHistoryByKeyboard()
    {
        Fixture f;
        f.open();
        f.window->import({f.write(10), f.write(11)});
        QTRY_VERIFY(f.hasReports(2));
        QCOMPARE(f.current(), u"Overview"_qs);
        QTest::keyClick(f.window.get(), Qt::Key_3, Qt::ControlModifier);
        QCOMPARE(f.current(), u"Domains"_qs);
        QTest::keyClick(f.window.get(), Qt::Key_4, Qt::ControlModifier);
        QCOMPARE(f.current(), u"Mail servers"_qs);
        QTest::keyClick(f.window.get(), Qt::Key_6, Qt::ControlModifier);
        QCOMPARE(f.current(), u"Reports"_qs);
        QTest::keyClick(f.window.get(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(f.action(u"Only failures"_qs)->isChecked());
        QTest::keyClick(f.window.get(), Qt::Key_F, Qt::ControlModifier);
        QTRY_VERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
        QTest::keyClicks(QApplication::focusWidget(), u"google"_qs);
        QTest::keyClick(f.window.get(), Qt::Key_Left, Qt::AltModifier);
        QVERIFY(!f.action(u"Only failures"_qs)->isChecked());
        QCOMPARE(f.current(), u"Reports"_qs);
        QTest::keyClick(f.window.get(), Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(f.current(), u"Mail servers"_qs);
        QTest::keyClick(f.window.get(), Qt::Key_Right, Qt::AltModifier);
        QTest::keyClick(f.window.get(), Qt::Key_Right, Qt::AltModifier);
        QVERIFY(f.action(u"Only failures"_qs)->isChecked());
        QTest::keyClick(f.window.get(), Qt::Key_Backspace, Qt::ControlModifier);
        QTRY_VERIFY(!f.action(u"Only failures"_qs)->isChecked());
    }

    void everyActionIsInAMenuAndNoShortcutIsTwice()
    {
        Fixture f;
        f.open();
        QHash<QString, QString> keys;
        int inMenus = 0;
        QList<QMenu *> menus = f.window->menuBar()->findChildren<QMenu *>();
        for (const QMenu *menu : menus) {
            for (const QAction *action : menu->actions()) {
                if (action->isSeparator() || action->menu())
                    continue;
                ++inMenus;
                for (const QKeySequence &key : action->shortcuts()) {
                    const QString text = key.toString();
                    QVERIFY2(!keys.contains(text), qPrintable(text + u" "_qs + action->text()));
                    keys.insert(text, action->text());
                }
            }
        }
        QVERIFY(inMenus > 30);
        QVERIFY(keys.contains(u"Ctrl+7"_qs));
        QVERIFY(keys.contains(u"Ctrl+F"_qs));
    }

    void comesBackAsItWasLeft()
    {
        Fixture f;
        f.open();
        f.window->import({f.write(10), f.write(11, "other.example")});
        QTRY_VERIFY(f.hasReports(2));
        QTest::keyClick(f.window.get(), Qt::Key_5, Qt::ControlModifier);
        QTest::keyClick(f.window.get(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        f.window->resize(1200, 700);
        f.window->close();
        f.window.reset();
        f.window = std::make_unique<MainWindow>(f.clock, f.settings, f.theme, MailAccess{f.mailboxes, f.secrets}, f.archive());
        f.window->show();
        QTRY_VERIFY(f.hasReports(2));
        QCOMPARE(f.current(), u"Senders"_qs);
        QVERIFY(f.action(u"Only failures"_qs)->isChecked());
        QVERIFY(!f.action(u"Back"_qs)->isEnabled());
        QCOMPARE(f.window->size(), QSize(1200, 700));
    }

    void anotherArchiveStartsWithoutTheFilter()
    {
        Fixture f;
        f.open();
        f.window->import({f.write(10), f.write(11, "other.example")});
        QTRY_VERIFY(f.hasReports(2));
        QTest::keyClick(f.window.get(), Qt::Key_6, Qt::ControlModifier);
        QTest::keyClick(f.window.get(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        f.window->close();
        f.window.reset();
        const QString other = f.folder.filePath(u"archive/other.sqlite"_qs);
        f.window = std::make_unique<MainWindow>(f.clock, f.settings, f.theme, MailAccess{f.mailboxes, f.secrets}, other);
        f.window->import({f.write(12)});
        f.window->show();
        QTRY_VERIFY(f.hasReports(1));
        QVERIFY(!f.action(u"Only failures"_qs)->isChecked());
        QCOMPARE(f.current(), u"Overview"_qs);
    }

    void theSizeCountsWhatIsNotInTheFileYet()
    {
        Fixture f;
        f.open();
        f.window->import({f.write(10), f.write(11)});
        QTRY_VERIFY(f.hasReports(2));
        QFileInfo log(f.archive() + u"-wal"_qs);
        QVERIFY(log.size() > 50'000);
        const auto tells = [&] {
            log.refresh();
            return f.place().endsWith(words::bytes(QFileInfo(f.archive()).size() + log.size()));
        };
        QTRY_VERIFY2(tells(), qPrintable(f.place()));
    }

    void samplesHaveAnArchiveOfTheirOwn()
    {
        Fixture f;
        f.open();
        f.window->import({f.write(10)});
        QTRY_VERIFY(f.hasReports(1));
        f.action(u"Sample reports"_qs)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(f.counts().contains(u"3 domain"_qs) && !f.action(u"Stop import"_qs)->isEnabled(), 60000);
        QCOMPARE(f.window->archivePath(), f.archive());
        // What is imported now goes to the user's own archive.
        f.window->import({f.write(11)});
        QTRY_VERIFY(f.hasReports(2));
    }

    void anArchiveThatCannotBeOpenedHasWaysOut()
    {
        Fixture f;
        QDir().mkpath(f.folder.filePath(u"archive"_qs));
        QFile file(f.archive());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(8192, 'x'));
        file.close();
        f.open();
        auto *page = f.window->findChild<ArchiveErrorPage *>();
        QTRY_VERIFY(page->isVisible());
        QFile::remove(f.archive());
        page->findChildren<QPushButton *>().first()->click();
        QTRY_VERIFY(f.first()->isVisible());
        f.window->openArchive(f.folder.filePath(u"other.sqlite"_qs));
        f.window->import({f.write(10)});
        QTRY_VERIFY(f.hasReports(1));
        QVERIFY(QFile::exists(f.folder.filePath(u"other.sqlite"_qs)));
    }

    void aDamagedArchiveIsRescued()
    {
        Fixture f;
        f.open();
        f.window->import({f.write(10), f.write(11)});
        QTRY_VERIFY(f.hasReports(2));
        f.window.reset();
        {
            QFile file(f.archive());
            QVERIFY(file.open(QIODevice::ReadWrite));
            file.write("SQLate");
        }
        f.open();
        auto *page = f.window->findChild<ArchiveErrorPage *>();
        QTRY_VERIFY(page->isVisible());
        QVERIFY2(f.counts().startsWith(u"No archive is open"), qPrintable(f.counts()));
        QStringList buttons;
        for (const QPushButton *button : page->findChildren<QPushButton *>()) {
            if (button->isVisible())
                buttons << button->text();
        }
        QCOMPARE(buttons, QStringList({u"Rescue into a new archive…"_qs, u"Back to the usual archive"_qs, u"Open another archive…"_qs, u"Make a new archive…"_qs}));
        button(*page, buttons.first())->click();
        auto *dialog = f.window->findChild<QFileDialog *>();
        QVERIFY(dialog);
        const QString target = f.folder.filePath(u"archive/archive-rescued.sqlite"_qs);
        QTRY_COMPARE(dialog->selectedFiles(), QStringList{target});
        QVERIFY(QMetaObject::invokeMethod(dialog, "accept"));
        QTRY_VERIFY(f.hasReports(2));
        QCOMPARE(f.window->archivePath(), target);
        QCOMPARE(f.settings.archivePath(), target);
        auto *told = f.window->findChild<QMessageBox *>();
        QVERIFY(told);
        QVERIFY2(told->text().startsWith(u"2 of 2 report"), qPrintable(told->text()));
        QVERIFY(!page->isVisible());
    }

    void whatDoesNotOpenClosesNothing_data()
    {
        QTest::addColumn<QByteArray>("damage"); // what is overwritten there; empty: it is something else
        QTest::addColumn<QString>("reason");
        QTest::newRow("a mail") << QByteArray() << u"The file is not an archive of this program."_qs;
        QTest::newRow("damaged") << QByteArray("SQLite") << u"The archive is damaged."_qs;
        QTest::newRow("damaged inside") << QByteArray("Google Inc.") << u"The archive is damaged."_qs; // seen when it is read
    }
    void whatDoesNotOpenClosesNothing()
    {
        QFETCH(const QByteArray, damage);
        QFETCH(const QString, reason);
        Fixture f;
        f.open();
        f.window->import({f.write(10), f.write(11)});
        QTRY_VERIFY(f.hasReports(2));
        const QString wrong = f.folder.filePath(u"archive/wrong.sqlite"_qs);
        QByteArray content = "From: somebody\n\nHello\n";
        if (!damage.isEmpty()) {
            QVERIFY((*Archive::open(f.archive(), Archive::Mode::ReadWrite, f.clock))->backupTo(wrong));
            content = contentOf(wrong);
            overwritePage(content, content.indexOf(damage));
        }
        QFile file(wrong);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        QSignalSpy changed(f.window.get(), &MainWindow::archiveChanged);
        chooseArchive(f, wrong);
        QMessageBox *told = nullptr;
        QTRY_VERIFY((told = f.window->findChild<QMessageBox *>()) && told->isVisible());
        QVERIFY2(told->text().contains(wrong), qPrintable(told->text()));
        QVERIFY2(told->informativeText().startsWith(reason), qPrintable(told->informativeText()));
        QCOMPARE(told->buttons().size(), damage.isEmpty() ? 1 : 2); // which offers the rescue
        if (QString::fromLatin1(QTest::currentDataTag()) != u"damaged inside") {
            QCOMPARE(changed.count(), 0);
            QCOMPARE(contentOf(wrong), content);
        }
        QTRY_VERIFY(f.hasReports(2));
        QVERIFY(f.bar()->isVisible());
        QCOMPARE(f.window->archivePath(), f.archive());
        QCOMPARE(f.settings.archivePath(), QString());
        f.window->import({f.write(12)});
        QTRY_VERIFY(f.hasReports(3));
    }

    void onlyWhatOpenedIsRemembered()
    {
        Fixture f;
        f.open();
        QTRY_VERIFY(f.first()->isVisible());
        const QString other = f.folder.filePath(u"archive/other.sqlite"_qs);
        QVERIFY(Archive::open(other, Archive::Mode::CreateIfMissing, f.clock));
        chooseArchive(f, other);
        QTRY_COMPARE(f.settings.archivePath(), other);
        QCOMPARE(f.window->archivePath(), other);
        QTRY_VERIFY(f.first()->isVisible());
        // The default one needs not be remembered.
        f.window->openArchive(defaultArchivePath());
        QTRY_COMPARE(f.window->archivePath(), defaultArchivePath());
        QTRY_COMPARE(f.settings.archivePath(), QString());
    }

    void thereIsAWayBackToTheUsualArchive()
    {
        Fixture f;
        QFile file(f.archive());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(8192, 'x'));
        file.close();
        const QString usual = f.folder.filePath(u"archive/usual.sqlite"_qs);
        QVERIFY(Archive::open(usual, Archive::Mode::CreateIfMissing, f.clock));
        f.settings.setArchivePath(usual);
        f.open(); // as with --archive
        auto *page = f.window->findChild<ArchiveErrorPage *>();
        QTRY_VERIFY(page->isVisible());
        QCOMPARE(f.settings.archivePath(), usual);
        button(*page, u"Back to the usual archive"_qs)->click();
        QTRY_VERIFY(f.first()->isVisible());
        QCOMPARE(f.window->archivePath(), usual);
        // Where the remembered one is broken, to the default one.
        f.window.reset();
        f.settings.setArchivePath(f.archive());
        f.open();
        page = f.window->findChild<ArchiveErrorPage *>();
        QTRY_VERIFY(page->isVisible());
        button(*page, u"Back to the usual archive"_qs)->click();
        QTRY_VERIFY(f.first()->isVisible());
        QCOMPARE(f.window->archivePath(), defaultArchivePath());
        QCOMPARE(f.settings.archivePath(), QString());
    }

    void anOlderArchiveTellsItsBackup()
    {
        Fixture f;
        QDir().mkpath(f.folder.filePath(u"archive"_qs));
        QFile packed(QStringLiteral(TEST_DATA_DIR "/store/schema1.sqlite.gz"));
        QVERIFY(packed.open(QIODevice::ReadOnly));
        QFile file(f.archive());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(unpackOriginal(packed.readAll(), Packing::Gzip, Limits{}).value());
        file.close();
        f.open();
        QTRY_VERIFY(f.hasReports(9));
        auto *told = f.window->findChild<QMessageBox *>();
        QVERIFY(told);
        const QString backup = f.folder.filePath(u"archive/archive.before-schema-3.sqlite"_qs);
        QVERIFY2(told->text().contains(backup), qPrintable(told->text()));
        QVERIFY(QFile::exists(backup));
    }

    void goesAwayInTheMiddleOfEverything_data()
    {
        QTest::addColumn<int>("importChanges"); // it begins, it ends
        QTest::addColumn<bool>("withReports");
        QTest::newRow("at once") << 0 << false;
        QTest::newRow("when the import begins") << 1 << false;
        QTest::newRow("when reports are shown") << 1 << true;
        QTest::newRow("when the import ends") << 2 << false;
    }
    void goesAwayInTheMiddleOfEverything()
    {
        QFETCH(const int, importChanges);
        QFETCH(const bool, withReports);
        Fixture f;
        f.window = std::make_unique<MainWindow>(f.clock, f.settings, f.theme, MailAccess{f.mailboxes, f.secrets}, f.archive());
        f.window->show();
        f.window->import({f.write(10), f.write(11)});
        QSignalSpy changes(f.action(u"Stop import"_qs), &QAction::changed);
        f.action(u"Sample reports"_qs)->trigger();
        while (changes.count() < importChanges)
            QVERIFY(changes.wait(60000));
        if (withReports)
            QTRY_VERIFY(f.counts().contains(u" report"_qs) && f.counts().front().isDigit());
        f.window->showPage(u"reports"_qs);
        f.window.reset();
        QVERIFY(QFile::exists(f.archive()));
        // And what was imported by then can be opened.
        f.window = std::make_unique<MainWindow>(f.clock, f.settings, f.theme, MailAccess{f.mailboxes, f.secrets}, f.archive());
        f.window->import({f.write(12), f.write(10), f.write(11)});
        f.window->show();
        QTRY_VERIFY(f.hasReports(3));
    }

    void narrowWindowsHaveIconsOnly()
    {
        Fixture f;
        f.open({1366, 768});
        auto *side = f.window->findChild<SideBar *>();
        QCOMPARE(side->width(), 184);
        f.window->resize(1024, 640);
        QTRY_COMPARE(side->width(), 48);
        QCOMPARE(f.window->size(), QSize(1024, 640)); // nothing forces it wider
        f.window->resize(1366, 768);
        QTRY_COMPARE(side->width(), 184);
    }

    /// Pictures for people; only where a folder is named.
    void pictures()
    {
        const QString out = qEnvironmentVariable("TLSRPT_PICTURES");
        if (out.isEmpty())
            QSKIP("TLSRPT_PICTURES names no folder");
        QDir().mkpath(out);
        Fixture f;
        f.theme.apply(*qApp);
        f.open();
        QTRY_VERIFY(f.first()->isVisible());
        QImage picture;
        const auto stands = [&] { // nothing has moved since it was asked before
            const QImage before = std::exchange(picture, f.window->grab().toImage());
            return picture == before;
        };
        const auto grab = [&](const QString &name) {
            for (const QSize size : {QSize(1366, 768), QSize(2560, 1440), QSize(1024, 640)}) {
                f.window->resize(size);
                QTRY_VERIFY(stands());
                picture.save(u"%1/%2-%3.png"_qs.arg(out, name).arg(size.width()));
            }
        };
        grab(u"first-light"_qs);
        f.settings.setAppearance(Appearance::Dark);
        grab(u"first-dark"_qs);
        f.settings.setAppearance(Appearance::Light);
        f.action(u"Sample reports"_qs)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(f.counts().contains(u"3 domain"_qs) && !f.action(u"Stop import"_qs)->isEnabled(), 60000);
        QTRY_VERIFY_WITH_TIMEOUT(!f.window->findChild<ImportPanel *>()->isVisible(), 60000);
        const QStringList pages{u"overview"_qs, u"findings"_qs, u"domains"_qs, u"servers"_qs, u"senders"_qs, u"reports"_qs, u"sources"_qs};
        for (const QString &page : pages) {
            f.window->showPage(page);
            grab(page + u"-light"_qs);
        }
        f.settings.setAppearance(Appearance::Dark);
        for (const QString &page : pages) {
            f.window->showPage(page);
            grab(page + u"-dark"_qs);
        }
    }
};

int main(int argc, char **argv) { return runWindowTest<TestMainWindow>(argc, argv); }
#include "test_mainwindow.moc"

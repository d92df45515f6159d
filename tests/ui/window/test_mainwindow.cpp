// SPDX-License-Identifier: GPL-3.0-or-later
// The window with its real pages, archive and imports, driven by real events.
#include "tests/ui/window/windowfixture.h"
#include "ui/importing/importpanel.h"
#include "ui/window/periodchip.h"
#include "ui/words/words.h"

#include <QClipboard>
#include <QLineEdit>
#include <QMenuBar>
#include <QPushButton>
#include <QSignalSpy>

using namespace tlsrpt;

using Fixture = WindowFixture;

class TestMainWindow : public QObject
{
    Q_OBJECT

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

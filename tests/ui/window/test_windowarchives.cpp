// SPDX-License-Identifier: GPL-3.0-or-later
// Archives that are opened, do not open, are damaged or of an earlier version, as the window tells it.
#include "core/store/archive.h"
#include "core/unpack/unpack.h"
#include "tests/ui/window/windowfixture.h"
#include "ui/window/archiveerrorpage.h"

#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>

using namespace tlsrpt;

using Fixture = WindowFixture;

class TestWindowArchives : public QObject
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
};

int main(int argc, char **argv) { return runWindowTest<TestWindowArchives>(argc, argv); }
#include "test_windowarchives.moc"

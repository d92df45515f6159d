// SPDX-License-Identifier: GPL-3.0-or-later
// Where keys go in the window, and that nothing is lost or deleted by a key too many.
#include "tests/ui/window/windowfixture.h"
#include "ui/window/archiveerrorpage.h"
#include "ui/window/deletedialog.h"
#include "ui/window/periodchip.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QTableView>

using namespace tlsrpt;

namespace
{
bool shows(const QWidget &widget, const QString &text)
{
    const auto labels = widget.findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(),
                       [&](const QLabel *label) { return label->isVisible() && label->text().contains(text); });
}
} // namespace

class TestWindowKeys : public QObject
{
    Q_OBJECT

    static void openDamaged(WindowFixture &f)
    {
        QDir().mkpath(f.folder.filePath(u"archive"_qs));
        QFile file(f.archive());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(8192, 'x'));
        file.close();
        f.open();
        QTRY_VERIFY(f.window->findChild<ArchiveErrorPage *>()->isVisible());
    }

    static void openThree(WindowFixture &f)
    {
        f.open();
        f.window->import({f.write(10, "a.example"), f.write(11, "b.example"), f.write(12, "b.example")});
        QTRY_VERIFY(f.hasReports(3));
    }

    static DeleteDialog *deleteDialog(const WindowFixture &f)
    {
        QTest::keyClick(f.window.get(), Qt::Key_Delete, Qt::ControlModifier | Qt::ShiftModifier);
        DeleteDialog *dialog = nullptr;
        [&] { QTRY_VERIFY((dialog = f.window->findChild<DeleteDialog *>()) && dialog->isVisible()); }();
        return dialog;
    }

    static QComboBox *domains(const DeleteDialog &dialog)
    {
        for (auto *box : dialog.findChildren<QComboBox *>()) {
            if (box->accessibleName() == u"All reports about the domain")
                return box;
        }
        return nullptr;
    }

    static QTableView *table(const WindowFixture &f, const QString &name)
    {
        for (auto *view : f.window->findChildren<QTableView *>()) {
            if (view->isVisible() && view->accessibleName() == name)
                return view;
        }
        return nullptr;
    }

private slots:
    void initTestCase() { QApplication::setAttribute(Qt::AA_DontUseNativeDialogs); }

    void deletionOffersTheChosenDomain()
    {
        WindowFixture f;
        openThree(f);
        f.window->showPage(u"domains"_qs);
        QTableView *list = nullptr;
        QTRY_VERIFY((list = table(f, u"Domains"_qs)) && list->model()->rowCount() == 2);
        for (int row = 0; row < 2; ++row) {
            if (list->model()->index(row, 0).data().toString() == u"b.example")
                list->setCurrentIndex(list->model()->index(row, 0));
        }
        DeleteDialog *dialog = deleteDialog(f);
        QVERIFY(dialog);
        QCOMPARE(domains(*dialog)->currentText(), u"b.example"_qs);
        QTRY_VERIFY(shows(*dialog, u"2 report"_qs));
        // Return by habit deletes nothing.
        const auto *buttons = dialog->findChild<QDialogButtonBox *>();
        QCOMPARE(dialog->focusWidget(), buttons->button(QDialogButtonBox::Cancel));
        QTest::keyClick(dialog, Qt::Key_Return);
        QTRY_VERIFY(!f.window->findChild<DeleteDialog *>());
        QVERIFY(f.hasReports(3));
    }

    void deletionElsewhereOffersNone()
    {
        WindowFixture f;
        openThree(f);
        DeleteDialog *dialog = deleteDialog(f);
        QVERIFY(dialog);
        QCOMPARE(domains(*dialog)->currentIndex(), -1);
        QPushButton *remove = nullptr;
        for (auto *button : dialog->findChildren<QPushButton *>()) {
            if (button->text() == u"Delete")
                remove = button;
        }
        QVERIFY(remove && !remove->isEnabled());
        domains(*dialog)->setCurrentIndex(0);
        QTRY_VERIFY(remove->isEnabled());
        QVERIFY(shows(*dialog, u"1 report"_qs));
        remove->click();
        QTRY_VERIFY(f.hasReports(2));
    }

    void returnPressesTheButtonOfTheErrorPage()
    {
        WindowFixture f;
        openDamaged(f);
        auto *button = qobject_cast<QPushButton *>(QApplication::focusWidget());
        QVERIFY(button && button->isVisible());
        QVERIFY(f.window->testAttribute(Qt::WA_KeyboardFocusChange)); // its ring is painted
        QFile::remove(f.archive());
        f.window->findChild<ArchiveErrorPage *>()->findChildren<QPushButton *>().first()->setFocus(); // Try again
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_VERIFY(f.first()->isVisible());
    }

    void filesWaitForAnArchiveThatOpens()
    {
        WindowFixture f;
        openDamaged(f);
        const auto *page = f.window->findChild<ArchiveErrorPage *>();
        QVERIFY(!shows(*page, u"Not imported yet"_qs));
        f.window->import({f.write(10), f.write(11)});
        QVERIFY(shows(*page, u"Not imported yet: r10.json, r11.json\n"_qs));
        f.window->openArchive(f.folder.filePath(u"other.sqlite"_qs));
        QTRY_VERIFY(f.hasReports(2));
    }

    void withoutAnArchiveNoMailboxIsAdded()
    {
        WindowFixture f;
        openDamaged(f);
        QTest::keyClick(f.window.get(), Qt::Key_F5);
        QVERIFY(!f.window->findChild<QDialog *>());
        f.window->openArchive(f.folder.filePath(u"other.sqlite"_qs));
        QTRY_VERIFY(f.first()->isVisible());
        QTest::keyClick(f.window.get(), Qt::Key_F5);
        QTRY_VERIFY(f.window->findChild<QDialog *>());
    }

    void enforceIsAskedFromAnyPage()
    {
        WindowFixture f;
        openThree(f);
        QTest::keyClick(f.window.get(), Qt::Key_3, Qt::ControlModifier);
        QTableView *list = nullptr;
        QTRY_VERIFY((list = table(f, u"Domains"_qs)) && list->model()->rowCount() == 2);
        const QString domain = list->currentIndex().siblingAtColumn(0).data().toString();
        QTest::keyClick(f.window.get(), Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(f.window->windowTitle().startsWith(u"Is it safe to enforce?"));
        QTRY_VERIFY(shows(*f.window, domain));
        QTest::keyClick(f.window.get(), Qt::Key_7, Qt::ControlModifier);
        QCOMPARE(f.current(), u"Sources"_qs);
        QTest::keyClick(f.window.get(), Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(f.window->windowTitle().startsWith(u"Is it safe to enforce?"));
        QCOMPARE(f.current(), u"Domains"_qs); // it is a page about one of them
    }

    void everyFilterHasAKey()
    {
        WindowFixture f;
        openThree(f);
        f.window->showPage(u"reports"_qs);
        const QHash<int, QString> popups{{Qt::Key_2, u"Domains to show"_qs}, {Qt::Key_3, u"Senders to show"_qs}, {Qt::Key_4, u"Tracks to show"_qs}};
        for (auto it = popups.begin(); it != popups.end(); ++it) {
            QTest::keyClick(f.window.get(), static_cast<Qt::Key>(it.key()), Qt::AltModifier);
            QTRY_VERIFY(QApplication::activePopupWidget());
            QCOMPARE(QApplication::activePopupWidget()->accessibleName(), it.value());
            QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
            QTRY_VERIFY(!QApplication::activePopupWidget());
        }
        QTest::keyClick(f.window.get(), Qt::Key_1, Qt::AltModifier);
        QTRY_VERIFY(qobject_cast<QMenu *>(QApplication::activePopupWidget()));
        QCOMPARE(QApplication::activePopupWidget()->parentWidget(), f.bar()->findChild<PeriodChip *>());
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
        QTRY_VERIFY(!QApplication::activePopupWidget());
    }

    void theListOfKeysHasThemAll()
    {
        WindowFixture f;
        openThree(f);
        QTest::keyClick(f.window.get(), Qt::Key_F1, Qt::ControlModifier);
        QDialog *dialog = nullptr;
        QTRY_VERIFY((dialog = f.window->findChild<QDialog *>()) && dialog->isVisible());
        QStringList lines;
        for (const QLabel *label : dialog->findChildren<QLabel *>())
            lines << label->text();
        for (const QString &line : {u"Filter by period…"_qs, u"Alt+1"_qs, u"Filter by track…"_qs, u"Alt+4"_qs, u"Del"_qs})
            QVERIFY2(lines.contains(line), qPrintable(line));
    }

    void everyEntryOfTheMenusHasALetterOfItsOwn()
    {
        WindowFixture f;
        openThree(f);
        for (const QMenu *menu : f.window->menuBar()->findChildren<QMenu *>()) {
            QSet<QString> letters;
            for (const QAction *action : menu->actions()) {
                const QString key = QKeySequence::mnemonic(action->text()).toString();
                if (action->isSeparator() || key.isEmpty())
                    continue;
                QVERIFY2(!letters.contains(key), qPrintable(menu->title() + u" "_qs + action->text()));
                letters.insert(key);
            }
            if (!menu->title().isEmpty()) // the menu bar has one of its own
                QVERIFY2(menu->title().contains(u'&'), qPrintable(menu->title()));
        }
    }

    void aChosenPageTakesTheFocusIntoItsList_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<QString>("page");
        QTest::newRow("findings") << int(Qt::Key_2) << u"Findings"_qs;
        QTest::newRow("domains") << int(Qt::Key_3) << u"Domains"_qs;
        QTest::newRow("servers") << int(Qt::Key_4) << u"Mail servers"_qs;
        QTest::newRow("senders") << int(Qt::Key_5) << u"Senders"_qs;
        QTest::newRow("reports") << int(Qt::Key_6) << u"Reports"_qs;
        QTest::newRow("sources") << int(Qt::Key_7) << u"Sources"_qs;
    }
    void aChosenPageTakesTheFocusIntoItsList()
    {
        QFETCH(const int, key);
        QFETCH(const QString, page);
        WindowFixture f;
        openThree(f);
        QTest::keyClick(f.window.get(), static_cast<Qt::Key>(key), Qt::ControlModifier);
        QCOMPARE(f.current(), page);
        QTRY_VERIFY(qobject_cast<QAbstractItemView *>(QApplication::focusWidget()));
        QTRY_VERIFY(QApplication::focusWidget()->isVisible());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Up);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Up);
        QCOMPARE(f.current(), page);
    }

    void everyListHasAMenuOfItsRows_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<QString>("own");
        QTest::newRow("findings") << int(Qt::Key_2) << u"&Mute…"_qs;
        QTest::newRow("domains") << int(Qt::Key_3) << u"Show only this domain"_qs;
        QTest::newRow("servers") << int(Qt::Key_4) << u"Show its reports"_qs;
        QTest::newRow("senders") << int(Qt::Key_5) << u"Show only this sender"_qs;
        QTest::newRow("reports") << int(Qt::Key_6) << u"Delete from the archive…"_qs;
        QTest::newRow("sources") << int(Qt::Key_7) << u"Delete reports…"_qs;
    }
    void everyListHasAMenuOfItsRows()
    {
        QFETCH(const int, key);
        QFETCH(const QString, own);
        WindowFixture f;
        openThree(f);
        QTest::keyClick(f.window.get(), static_cast<Qt::Key>(key), Qt::ControlModifier);
        QAbstractItemView *list = nullptr;
        QTRY_VERIFY((list = qobject_cast<QAbstractItemView *>(QApplication::focusWidget())) && list->isVisible());
        QTRY_VERIFY(list->model()->rowCount() > 0);
        if (!list->currentIndex().isValid())
            QTest::keyClick(list, Qt::Key_Down);
        QTRY_VERIFY(list->currentIndex().isValid());
        QTest::keyClick(list, Qt::Key_F10, Qt::ShiftModifier);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QStringList texts;
        for (const QAction *action : menu->actions())
            texts << action->text();
        QVERIFY2(texts.contains(own), qPrintable(texts.join(u'|')));
        QCOMPARE(texts.last(), u"Copy table as C&SV"_qs);
        menu->close();
    }
};

int main(int argc, char **argv) { return runWindowTest<TestWindowKeys>(argc, argv); }
#include "test_windowkeys.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// A mailbox in the whole window: added, fetched, listed in Sources, removed.
#include "core/settings/mailboxes.h"
#include "tests/support/eventqueue.h"
#include "tests/support/secrets/memorystore.h"
#include "tests/ui/mailboxes/mailfixture.h"
#include "tests/ui/overview/pagefixture.h"
#include "ui/mailboxes/certificatebox.h"
#include "ui/mailboxes/mailboxdialog.h"
#include "ui/window/firststartpage.h"
#include "ui/window/mainwindow.h"

#include <QAction>
#include <QLineEdit>
#include <QMessageBox>
#include <QStatusBar>
#include <QTableView>

using namespace tlsrpt;
using namespace tlsrpt::test;

class TestMailboxWindow : public QObject
{
    Q_OBJECT

    struct Fixture {
        QTemporaryDir folder;
        SystemClock clock;
        Settings settings{folder.filePath(u"s.ini"_qs)};
        Theme theme{Appearance::Light};
        Mailboxes mailboxes{folder.filePath(u"s.ini"_qs)};
        MemoryStore::Content store;
        MailboxSecrets secrets{std::make_unique<MemoryStore>(store), oauthProvider};
        std::unique_ptr<MainWindow> window;

        void open()
        {
            window = std::make_unique<MainWindow>(clock, settings, theme, MailAccess{mailboxes, secrets},
                                                  folder.filePath(u"a.sqlite"_qs));
            window->show();
            QVERIFY(QTest::qWaitForWindowActive(window.get()));
            QTRY_VERIFY(window->findChild<FirstStartPage *>()->isVisible()
                        || window->findChild<QTableView *>()->isVisible());
        }
        QAction *action(const QString &text) const
        {
            for (QAction *action : window->findChildren<QAction *>()) {
                if (action->iconText() == text)
                    return action;
            }
            return nullptr;
        }
        /// What waits for an answer.
        QList<QDialog *> dialogs() const
        {
            QList<QDialog *> open;
            for (QDialog *dialog : window->findChildren<QDialog *>()) {
                if (dialog->isVisible())
                    open << dialog;
            }
            return open;
        }
        QTableView *sources() const { return view<QTableView>(*window, u"Sources"_qs); }
    };

    std::unique_ptr<made::Dovecot> m_server;

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        if (const QString why = made::Dovecot::missing(); !why.isEmpty())
            QSKIP(qPrintable(why));
        m_server = std::make_unique<made::Dovecot>();
        QVERIFY(m_server->start());
        QVERIFY(deliverReports(*m_server, 0, 4));
    }
    void cleanupTestCase() { m_server.reset(); }

    void firstStartOffersIt()
    {
        Fixture f;
        f.open();
        auto *card = view<QAbstractButton>(*f.window->findChild<FirstStartPage *>(), u"Add a mailbox"_qs);
        QVERIFY(card);
        QTest::mouseClick(card, Qt::LeftButton);
        QTRY_VERIFY(f.window->findChild<MailboxDialog *>());
        f.window->findChild<MailboxDialog *>()->reject();
        QTRY_VERIFY(!f.window->findChild<MailboxDialog *>());
        QTest::keyClick(f.window.get(), Qt::Key_F5); // without a mailbox this is how to get one
        QTRY_VERIFY(f.window->findChild<MailboxDialog *>());
    }

    void newMailsComeByThemselves()
    {
        Fixture f;
        f.mailboxes.put(mailboxOn(*m_server));
        f.store.secrets.insert(u"Reports"_qs, rightPassword().value);
        f.open();
        QTest::keyClick(f.window.get(), Qt::Key_F5);
        f.window->showPage(u"sources"_qs);
        QTRY_VERIFY(f.sources()->isVisible());
        QTRY_COMPARE_WITH_TIMEOUT(cell(*f.sources()->model(), 0, 1), u"up to date"_qs, 20'000);
        QTRY_COMPARE(cell(*f.sources()->model(), 0, 2), u"4"_qs);
        f.sources()->selectRow(0);
        QTRY_VERIFY(test::textOf(*f.window).contains(u"New mails are fetched as they arrive."_qs));
        QVERIFY(deliverReports(*m_server, 4, 1));
        QTRY_COMPARE_WITH_TIMEOUT(cell(*f.sources()->model(), 0, 2), u"5"_qs, 40'000); // without F5
    }

    void brokenMailboxesAreNoPileOfBoxes()
    {
        Fixture f;
        Mailbox mailbox = mailboxOn(*m_server);
        for (const QString &name : {u"A asks"_qs, u"B asks too"_qs, u"C is offline"_qs, u"D is a stranger"_qs}) {
            mailbox.name = name;
            mailbox.port = name.startsWith(u'C') ? closedPort() : m_server->tlsPort();
            mailbox.caFile = name.startsWith(u'D') ? m_server->certificates().otherAuthority()
                                                   : m_server->certificates().authority();
            f.mailboxes.put(mailbox);
            if (name > u"C"_qs)
                f.store.secrets.insert(name, rightPassword().value);
        }
        f.open();
        f.window->showPage(u"sources"_qs);
        QTRY_VERIFY(f.sources()->isVisible());
        QTest::keyClick(f.window.get(), Qt::Key_F5);
        QTRY_COMPARE(f.dialogs().size(), 1);
        QVERIFY(f.dialogs().first()->windowTitle().contains(u"asks"_qs));
        const auto state = [&f](int row) { return cell(*f.sources()->model(), row, 1); };
        QTRY_COMPARE_WITH_TIMEOUT(state(2), u"Server not reached"_qs, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(state(3), u"Certificate refused"_qs, 20'000);
        QTRY_COMPARE(f.window->statusBar()->currentMessage(),
                     u"2 of 4 mailboxes could not be fetched; Sources says why."_qs);
        QCOMPARE(f.dialogs().size(), 1);

        // Answered, the next is asked; who says no is left alone.
        auto *password = view<QLineEdit>(*f.dialogs().first(), u"Password"_qs);
        password->setText(QString::fromUtf8(made::Dovecot::password));
        QTest::keyClick(password, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(state(0) == u"up to date" || state(1) == u"up to date", 20'000);
        QTRY_COMPARE(f.dialogs().size(), 1);
        f.dialogs().first()->reject();
        QVERIFY(queueDelivered());
        QCOMPARE(f.dialogs().size(), 0);

        f.sources()->selectRow(3);
        QTRY_VERIFY(button(*f.window, u"Look at the certificate…"_qs)->isVisible());
        QTest::mouseClick(button(*f.window, u"Look at the certificate…"_qs), Qt::LeftButton);
        QTRY_COMPARE(f.dialogs().size(), 1);
        QTRY_VERIFY_WITH_TIMEOUT(f.dialogs().first()->findChild<CertificateBox *>()->isVisible(), 20'000);
        f.dialogs().first()->reject();
        f.sources()->selectRow(2);
        QTRY_VERIFY(!button(*f.window, u"Look at the certificate…"_qs));
    }

    void fetchedListedPausedRemoved()
    {
        Fixture f;
        f.mailboxes.put(mailboxOn(*m_server));
        f.store.secrets.insert(u"Reports"_qs, rightPassword().value);
        f.open();
        QTest::keyClick(f.window.get(), Qt::Key_F5);
        QTRY_VERIFY_WITH_TIMEOUT(!f.window->findChild<FirstStartPage *>()->isVisible(), 20'000);
        f.window->showPage(u"sources"_qs);
        QTRY_VERIFY(f.sources()->isVisible());
        QTRY_COMPARE(cell(*f.sources()->model(), 0, 0), u"Reports"_qs);
        QTRY_COMPARE(cell(*f.sources()->model(), 0, 1), u"up to date"_qs);
        QTRY_COMPARE(cell(*f.sources()->model(), 0, 2), u"5"_qs);
        f.sources()->selectRow(0);
        QTRY_VERIFY(button(*f.window, u"Fetch now"_qs)->isVisible());
        QVERIFY(test::textOf(*f.window).contains(u"Last fetched"_qs));

        QTest::mouseClick(button(*f.window, u"Pause"_qs), Qt::LeftButton);
        QTRY_COMPARE(cell(*f.sources()->model(), 0, 1), u"paused"_qs);
        QVERIFY(f.mailboxes.byName(u"Reports"_qs)->paused);
        QTest::mouseClick(button(*f.window, u"Resume"_qs), Qt::LeftButton);
        QTRY_COMPARE(cell(*f.sources()->model(), 0, 1), u"up to date"_qs);
        QTest::mouseClick(button(*f.window, u"Edit…"_qs), Qt::LeftButton);
        QTRY_VERIFY(f.window->findChild<MailboxDialog *>());
        f.window->findChild<MailboxDialog *>()->reject();
        QTRY_VERIFY(!f.window->findChild<MailboxDialog *>());

        QTest::mouseClick(button(*f.window, u"Remove…"_qs), Qt::LeftButton);
        QTRY_VERIFY(f.window->findChild<QMessageBox *>());
        auto *question = f.window->findChild<QMessageBox *>();
        QVERIFY(question->informativeText().contains(u"reports stay"_qs));
        for (QAbstractButton *each : question->buttons()) {
            if (question->buttonRole(each) == QMessageBox::DestructiveRole)
                QTest::mouseClick(each, Qt::LeftButton);
        }
        QTRY_VERIFY(f.mailboxes.all().empty());
        QTRY_VERIFY(f.store.secrets.isEmpty());
        QTRY_COMPARE(f.sources()->model()->rowCount(), 1); // what was fetched is still an import
        QVERIFY(!button(*f.window, u"Fetch now"_qs)->isVisible());
    }
};

QTEST_MAIN(TestMailboxWindow)
#include "test_mailboxwindow.moc"

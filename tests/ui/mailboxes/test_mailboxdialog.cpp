// SPDX-License-Identifier: GPL-3.0-or-later
// The dialog of a mailbox, by keyboard and mouse, against a real server.
#include "tests/ui/mailboxes/dialogdesk.h"
#include "tests/ui/mailboxes/mailfixture.h"
#include "ui/mailboxes/certificatebox.h"
#include "ui/mailboxes/passworddialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTreeWidget>

using namespace tlsrpt;
using namespace tlsrpt::test;

class TestMailboxDialog : public QObject
{
    Q_OBJECT

    std::unique_ptr<made::Dovecot> m_server;
    bool m_hasServer = false;

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        qRegisterMetaType<MailboxEntry>();
        if (!made::Dovecot::missing().isEmpty())
            return;
        m_server = std::make_unique<made::Dovecot>();
        m_hasServer = m_server->start() && deliverReports(*m_server, 0, 3) && m_server->makeFolder("Old stuff");
        QVERIFY(m_hasServer);
    }
    void cleanupTestCase() { m_server.reset(); }

    void proposesByTheAddress()
    {
        Desk d;
        d.add({u"me@gmail.com"_qs});
        QVERIFY(d.says(u"Enter the mail address first."_qs));
        QVERIFY(!button(*d.dialog, u"Test"_qs)->isEnabled());
        d.enter(u"Mail address"_qs, u"me@gmail.com"_qs);
        QCOMPARE(d.line(u"Server"_qs)->text(), u"imap.gmail.com"_qs);
        QCOMPARE(d.line(u"User name"_qs)->text(), u"me@gmail.com"_qs);
        QVERIFY(d.says(u"app password"_qs));
        QVERIFY(d.says(u"Enter the password."_qs));
        d.enter(u"Password"_qs, u"x"_qs);
        QVERIFY(d.says(u"Another mailbox has this name already."_qs));
        QVERIFY(button(*d.dialog, u"Test"_qs)->isEnabled());
        QVERIFY(!button(*d.dialog, u"Add the mailbox"_qs)->isEnabled());

        d.enter(u"Mail address"_qs, u"tls@example.org"_qs);
        QCOMPARE(d.line(u"Server"_qs)->text(), u"imap.example.org"_qs);
        QVERIFY(d.says(u"a guess"_qs));
        d.enter(u"Server"_qs, u"mx.example.net"_qs);
        QVERIFY(!d.says(u"a guess"_qs));
        d.enter(u"Mail address"_qs, u"me@gmail.com"_qs); // what was entered stays
        QCOMPARE(d.line(u"Server"_qs)->text(), u"mx.example.net"_qs);
    }

    void aServerThatIsNotReached()
    {
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        Mailbox mailbox;
        mailbox.host = u"127.0.0.1"_qs;
        mailbox.port = closed.serverPort();
        mailbox.user = u"me"_qs;
        closed.close();
        Desk d;
        d.add();
        d.enterServer(mailbox, u"x"_qs);
        d.press(u"Test"_qs);
        QTRY_VERIFY_WITH_TIMEOUT(d.says(u"Your mail provider tells"_qs), 20'000);
        QVERIFY(!d.says(u"by itself"_qs)); // nobody tries again here
    }

    void anotherAddressAfterAFailureIsGuessedAnew()
    {
        Desk d;
        d.add();
        d.enter(u"Mail address"_qs, u"me@mistyped.invalid"_qs); // a name that no network knows (RFC 6761)
        d.enter(u"Password"_qs, u"x"_qs);
        d.press(u"Test"_qs);
        QTRY_VERIFY_WITH_TIMEOUT(d.says(u"Your mail provider tells"_qs), 60'000);
        d.enter(u"Mail address"_qs, u"me@gmail.com"_qs);
        QCOMPARE(d.line(u"Server"_qs)->text(), u"imap.gmail.com"_qs);
    }

    void aGuessThatFailedIsNotTicked()
    {
        Theme theme{Appearance::Light};
        TestLog log(theme);
        TestLog failed(theme);
        failed.addStep(ImapStep::Connecting, u"a:993"_qs);
        failed.endBadly(u"x"_qs);
        const QVariant wrong = failed.item(0)->data(Qt::UserRole);
        log.addStep(ImapStep::Connecting, u"a:993"_qs);
        log.addGivenUp({Code::ServerUnreachable, {}, {}, -1});
        log.addStep(ImapStep::Connecting, u"b:993"_qs);
        QCOMPARE(log.count(), 3);
        QCOMPARE(log.item(0)->data(Qt::UserRole), wrong);
        QCOMPARE(log.item(1)->data(Qt::UserRole), wrong);
        QVERIFY(log.item(2)->data(Qt::UserRole) != wrong); // under way
    }

    void browserSignIn()
    {
        Desk d;
        d.add();
        d.enter(u"Mail address"_qs, u"me@outlook.com"_qs);
        auto *way = d.named<QComboBox>(u"Sign in"_qs);
        QCOMPARE(way->currentIndex(), 1);
        QVERIFY(!d.line(u"Password"_qs)->isVisible());
        QVERIFY(d.line(u"Client ID"_qs)->isVisible());
        QVERIFY(!d.line(u"Client secret"_qs)->isVisible());
        QVERIFY(d.line(u"Organisation"_qs)->isVisible());
        d.press(u"Sign in in the browser…"_qs); // without an ID there is nothing to open
        QVERIFY(d.says(u"Enter the client ID first."_qs));
        d.press(u"How to get a client ID…"_qs);
        QTRY_VERIFY(d.dialog->findChild<QDialog *>());
        QVERIFY(test::textOf(*d.dialog->findChild<QDialog *>()).contains(u"http://localhost"_qs));
        d.dialog->findChild<QDialog *>()->close();
        way->setCurrentIndex(2);
        QVERIFY(d.says(u"Enter the command"_qs));
    }

    void testsThenAdds()
    {
        if (!m_hasServer)
            QSKIP("no Dovecot here");
        Desk d;
        d.add();
        const Mailbox mailbox = mailboxOn(*m_server);
        d.enterServer(mailbox, QString::fromUtf8(made::Dovecot::password));
        QSignalSpy chosen(d.dialog.get(), &MailboxDialog::chosen);
        d.press(u"Test"_qs);
        // Its authority is unknown to this computer.
        auto *box = d.dialog->findChild<CertificateBox *>();
        QTRY_VERIFY_WITH_TIMEOUT(box->isVisible(), 20'000);
        QVERIFY(d.log().contains(u"Certificate refused"_qs));
        QVERIFY(test::textOf(*box).contains(u"SHA-256"_qs));
        QVERIFY(!button(*d.dialog, u"Add the mailbox"_qs)->isEnabled());
        auto *trust = box->findChild<QCheckBox *>();
        QVERIFY(!trust->isChecked());
        QTest::keyClick(trust, Qt::Key_Space);
        QVERIFY(d.says(u"Trusts one certificate that you chose."_qs));
        QVERIFY(!button(*d.dialog, u"Add the mailbox"_qs)->isEnabled());
        d.press(u"Test again"_qs);
        auto *folders = d.named<QTreeWidget>(u"Folders to read"_qs);
        QTRY_VERIFY_WITH_TIMEOUT(folders->isVisible(), 20'000);
        QVERIFY(d.log().contains(u"The mailbox can be read: 4 mails"_qs));
        QVERIFY(folders->topLevelItemCount() >= 2);
        QCOMPARE(folders->topLevelItem(0)->text(0), u"INBOX"_qs);
        const auto *log = d.dialog->findChild<TestLog *>();
        QTRY_VERIFY(log->viewport()->rect().contains(log->visualItemRect(log->item(log->count() - 1)))); // all is seen
        QVERIFY(button(*d.dialog, u"Add the mailbox"_qs)->isEnabled());

        auto *all = qobject_cast<QCheckBox *>(folders->parentWidget()->findChild<QCheckBox *>());
        QTest::keyClick(all, Qt::Key_Space);
        QVERIFY(d.says(u"Choose at least one folder."_qs));
        for (int i = 0; i < folders->topLevelItemCount(); ++i) {
            if (folders->topLevelItem(i)->text(0) == u"INBOX")
                folders->topLevelItem(i)->setCheckState(0, Qt::Checked);
        }
        d.named<QComboBox>(u"Fetch"_qs)->setCurrentIndex(0);
        d.press(u"Add the mailbox"_qs);
        QCOMPARE(chosen.size(), 1);
        const auto entry = chosen[0][0].value<MailboxEntry>();
        QCOMPARE(entry.mailbox.folders, QStringList{u"INBOX"_qs});
        QCOMPARE(entry.mailbox.everyMinutes, 15);
        QCOMPARE(entry.mailbox.name, u"reports@example.org"_qs);
        QVERIFY(!entry.mailbox.pinnedCertificate.isEmpty());
        QCOMPARE(entry.password->value, rightPassword().value);
        QVERIFY(entry.remember);
    }

    void wrongPasswordIsToldAndCanBeCorrected()
    {
        if (!m_hasServer)
            QSKIP("no Dovecot here");
        Desk d;
        d.store.secrets.insert(u"Reports"_qs, "wrong");
        d.edit(mailboxOn(*m_server));
        QVERIFY(button(*d.dialog, u"Save"_qs)->isEnabled()); // nothing changed
        d.press(u"Test"_qs);
        QTRY_VERIFY_WITH_TIMEOUT(d.log().contains(u"Sign-in refused"_qs), 20'000);
        QVERIFY(d.says(u"refused the user name or the password"_qs));
        QTRY_VERIFY(d.line(u"Password"_qs)->hasFocus());
        d.line(u"Password"_qs)->setText(QString::fromUtf8(made::Dovecot::password));
        QVERIFY(!button(*d.dialog, u"Save"_qs)->isEnabled());
        d.press(u"Test"_qs);
        QTRY_VERIFY_WITH_TIMEOUT(button(*d.dialog, u"Save"_qs)->isEnabled(), 20'000);
        QVERIFY(!d.log().contains(QString::fromUtf8(made::Dovecot::password)));
        QVERIFY(isPlain(*d.dialog));
    }

    void saysWhereThePasswordWillBe()
    {
        Desk d;
        d.add();
        d.enter(u"Mail address"_qs, u"me@example.org"_qs);
        auto *keep = d.tick(u"Keep it in the desktop's password store"_qs);
        QVERIFY(keep->isChecked());
        QVERIFY(!d.says(u"after each start"_qs));
        QTest::keyClick(keep, Qt::Key_Space);
        QVERIFY(d.says(u"It is kept until the program ends"_qs));

        Desk bare;
        bare.store.isThere = false;
        bare.add();
        auto *kept = bare.tick(u"Keep it in the desktop's password store"_qs);
        QTRY_VERIFY(!kept->isEnabled());
        QVERIFY(!kept->isChecked());
        QVERIFY(bare.says(u"This desktop has no password store"_qs));
        bare.named<QComboBox>(u"Sign in"_qs)->setCurrentIndex(1);
        QVERIFY(bare.says(u"the permission could not be kept"_qs));
    }

    void theHintOfTheTestStandsAtTheTop()
    {
        Desk d;
        d.add();
        const auto labels = d.dialog->findChildren<QLabel *>();
        const auto hint = std::find_if(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->text().startsWith(u"The test connects"_qs);
        });
        QVERIFY(hint != labels.end());
        const QPushButton *test = button(*d.dialog, u"Test"_qs);
        const auto top = [&d](const QWidget &widget) { return widget.mapTo(d.dialog.get(), QPoint()).y(); };
        QTRY_VERIFY(top(**hint) - (top(*test) + test->height()) <= 24);
    }

    void closedWhileATestRuns()
    {
        Desk d;
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        Mailbox mailbox;
        mailbox.host = u"127.0.0.1"_qs;
        mailbox.port = silent.serverPort();
        mailbox.user = u"me"_qs;
        d.add();
        d.enterServer(mailbox, u"x"_qs);
        d.press(u"Test"_qs);
        QTRY_VERIFY(!d.log().isEmpty());
        QVERIFY(d.dialog->findChild<TestLog *>()->isVisible());
        QVERIFY(button(*d.dialog, u"Stop"_qs));
        QElapsedTimer timer;
        timer.start();
        d.dialog.reset();
        QVERIFY(timer.elapsed() < 5000);
    }

    void passwordDialogWithoutAStore()
    {
        Theme theme{Appearance::Light};
        Mailbox mailbox;
        PasswordDialog dialog(mailbox, {Code::SecretStoreFailed, {}, u"No bus"_qs, -1}, theme);
        dialog.show();
        QVERIFY(test::textOf(dialog).contains(u"cannot be used. (No bus) Unlock the password store"_qs)); // it may be locked
        dialog.setHasStore(false);
        QVERIFY(!test::textOf(dialog).contains(u"Unlock"_qs));
        QVERIFY(test::textOf(dialog).contains(u"This desktop has no password store"_qs));
        QVERIFY(!dialog.findChild<QCheckBox *>()->isEnabled());
    }

    void passwordDialog()
    {
        Theme theme{Appearance::Light};
        Mailbox mailbox;
        mailbox.name = u"Reports"_qs;
        mailbox.user = u"me"_qs;
        PasswordDialog dialog(mailbox, {Code::SignInRefused, {}, {}, -1}, theme);
        QSignalSpy entered(&dialog, &PasswordDialog::entered);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        QVERIFY(test::textOf(dialog).contains(u"refused"_qs));
        QVERIFY(!button(dialog, u"Fetch"_qs)->isEnabled());
        auto *password = view<QLineEdit>(dialog, u"Password"_qs);
        QTRY_VERIFY(password->hasFocus());
        QTest::keyClicks(password, u"abc"_qs);
        QVERIFY(button(dialog, u"Fetch"_qs)->isEnabled());
        QTest::keyClick(password, Qt::Key_Return);
        QCOMPARE(entered.size(), 1);
        QCOMPARE(entered[0][0].value<Secret>().value, QByteArray("abc"));
        QCOMPARE(entered[0][1].toBool(), true);
    }
};

QTEST_MAIN(TestMailboxDialog)
#include "test_mailboxdialog.moc"

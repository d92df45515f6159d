// SPDX-License-Identifier: GPL-3.0-or-later
// The dialog of a mailbox in a window, and hands to fill it in.
#pragma once

#include "tests/support/secrets/memorystore.h"
#include "tests/ui/overview/pagefixture.h"
#include "ui/mailboxes/mailboxdialog.h"
#include "ui/mailboxes/testlog.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QSpinBox>

namespace tlsrpt::test
{

struct Desk {
    Theme theme{Appearance::Light};
    MemoryStore::Content store;
    MailboxSecrets secrets{std::make_unique<MemoryStore>(store), oauthProvider};
    OAuthProviders providers = oauthProvider;
    std::unique_ptr<MailboxDialog> dialog;

    void add(const QStringList &taken = {}) { take(new MailboxDialog({theme, secrets, providers}, taken)); }
    void edit(const Mailbox &mailbox) { take(new MailboxDialog({theme, secrets, providers}, mailbox)); }
    void take(MailboxDialog *made)
    {
        dialog.reset(made);
        dialog->show();
        QVERIFY(QTest::qWaitForWindowActive(dialog.get()));
    }
    template<typename W>
    W *named(const QString &name) const
    {
        for (W *each : dialog->findChildren<W *>()) {
            if (each->accessibleName() == name)
                return each;
        }
        qFatal("no widget named %s", qPrintable(name));
    }
    QLineEdit *line(const QString &name) const { return named<QLineEdit>(name); }
    QCheckBox *tick(const QString &text) const
    {
        for (auto *each : dialog->findChildren<QCheckBox *>()) {
            if (each->text() == text)
                return each;
        }
        qFatal("no tick named %s", qPrintable(text));
    }
    void enter(const QString &name, const QString &text) const
    {
        line(name)->setFocus();
        line(name)->selectAll();
        line(name)->insert(text); // not by keys: they know only Latin-1
    }
    void press(const QString &text) const
    {
        QPushButton *wanted = button(*dialog, text);
        QVERIFY2(wanted, qPrintable(text));
        QVERIFY(wanted->isEnabled());
        QTest::mouseClick(wanted, Qt::LeftButton);
    }
    QString log() const
    {
        const auto *list = dialog->findChild<TestLog *>();
        QStringList lines;
        for (int i = 0; i < list->count(); ++i)
            lines << list->item(i)->text();
        return lines.join(u'\n');
    }
    bool says(const QString &text) const { return textOf(*dialog).contains(text); }
    /// As people who know their server enter it.
    void enterServer(const Mailbox &mailbox, const QString &password) const
    {
        enter(u"Mail address"_qs, u"reports@example.org"_qs);
        enter(u"Server"_qs, mailbox.host);
        auto *port = named<QSpinBox>(u"Port of the server"_qs);
        port->setFocus();
        port->selectAll();
        QTest::keyClicks(port, QString::number(mailbox.port));
        enter(u"User name"_qs, mailbox.user);
        enter(u"Password"_qs, password);
    }
};

} // namespace tlsrpt::test

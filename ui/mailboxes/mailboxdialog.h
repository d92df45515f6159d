// SPDX-License-Identifier: GPL-3.0-or-later
// Adds or changes a mailbox: what it is at the left, its test at the right.
#pragma once

#include "core/settings/mailboxsecrets.h"
#include "ui/mailboxes/mailboxtest.h"
#include "ui/theme/theme.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace tlsrpt
{

class AccountForm;
class CertificateBox;
class FolderList;
class InfoBox;
class TestLog;

struct MailboxEntry {
    Mailbox mailbox;
    std::optional<Secret> password;  ///< entered here
    bool remember = true;            ///< in the desktop's store, else until the program ends
    std::optional<OAuthGrant> grant; ///< of a sign-in in the browser
};

class MailboxDialog : public QDialog
{
    Q_OBJECT
public:
    struct Parts {
        const Theme &theme;
        MailboxSecrets &secrets; ///< outlives the dialog
        OAuthProviders providers = oauthProvider;
    };
    /// To add one. `taken`: names that others have.
    MailboxDialog(const Parts &parts, const QStringList &taken, QWidget *parent = nullptr);
    /// To change one.
    MailboxDialog(const Parts &parts, const Mailbox &mailbox, QWidget *parent = nullptr);

    void test();          ///< as if the button was pressed
    void focusPassword();

signals:
    void chosen(const tlsrpt::MailboxEntry &entry);

private:
    void build();
    QWidget *buildTest();
    void connectParts();
    void runTest(const Secret &secret);
    void ended(const TestOutcome &outcome);
    void showProblem(const Error &error);
    void accountChanged();
    void update();
    Mailbox mailbox() const; ///< with folders and trust
    bool needsTest() const;
    void save();

    Parts m_parts;
    std::optional<Mailbox> m_before;
    AccountForm *m_account;
    MailboxTest m_test;
    TestLog *m_log;
    QLabel *m_testCaption;
    QPushButton *m_testButton;
    QStackedWidget *m_below;
    QLabel *m_nothing; ///< what a test is
    InfoBox *m_problem;
    CertificateBox *m_certificate;
    FolderList *m_folders;
    QLabel *m_trust;        ///< whom it trusts beside the system's authorities
    QPushButton *m_distrust;
    QLabel *m_missing;
    QPushButton *m_save;
    bool m_tested = false;
    bool m_changed = false; ///< the account, since the dialog opened
    bool m_asking = false;  ///< the store or the command for the secret
    QString m_caFile;
    QByteArray m_pinned;
};

} // namespace tlsrpt

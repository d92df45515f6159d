// SPDX-License-Identifier: GPL-3.0-or-later
// The left side of a mailbox's dialog: address, server, sign-in, what becomes of the mails, how often.
#pragma once

#include "core/settings/presets.h"
#include "ui/mailboxes/mailboxtest.h"
#include "ui/mailboxes/secretform.h"

class QSpinBox;

namespace tlsrpt
{

class AccountForm : public QWidget
{
    Q_OBJECT
public:
    /// `taken`: names that other mailboxes have.
    AccountForm(const Theme &theme, OAuthProviders providers, const QStringList &taken, QWidget *parent = nullptr);

    void show(const Mailbox &mailbox); ///< to be changed; its name stays
    Mailbox mailbox() const;           ///< without folders and trust
    /// As entered, or as guessed from the address, the likeliest first.
    std::vector<Mailbox> guesses() const;
    /// The guess that got furthest; `answered`: it is none any more.
    void setServer(const Mailbox &found, bool answered);
    void setFolders(const std::vector<FolderCount> &folders); ///< to move mails to
    /// What is missing for a test, as a sentence; empty: nothing.
    QString missing() const;
    QString wrong() const; ///< what is wrong with the rest
    void focusFirst(); ///< where people begin
    SecretForm &secret() const { return *m_secret; }

signals:
    void accountChanged(); ///< a test no longer counts
    void changed();        ///< anything else

private:
    void build();
    void buildServer(FormGrid &form);
    void buildReading(FormGrid &form);
    void propose();
    void adopt(const MailboxProposal &proposal);
    void updateNote();
    void updateSecurities();
    Security security() const;
    void setSecurity(Security security);

    const Theme &m_theme;
    QStringList m_taken;
    std::vector<MailboxProposal> m_proposals;
    bool m_editing = false;
    bool m_serverEdited = false;
    bool m_nameEdited = false;
    bool m_filling = false;

    QLineEdit *m_address;
    QLabel *m_note;
    QLineEdit *m_host;
    QSpinBox *m_port;
    QComboBox *m_security;
    QLineEdit *m_user;
    SecretForm *m_secret = nullptr;
    QLineEdit *m_name;
    QComboBox *m_often;
    QComboBox *m_afterwards;
    QComboBox *m_moveTo;
    FormGrid *m_form = nullptr;
};

} // namespace tlsrpt

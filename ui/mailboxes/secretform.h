// SPDX-License-Identifier: GPL-3.0-or-later
// How a mailbox is signed in to: a password, the browser, or a command that prints the password.
#pragma once

#include "core/settings/oauth.h"
#include "core/source/mailbox.h"
#include "ui/mailboxes/formgrid.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace tlsrpt
{

/// Adds its rows to a form of others; so that all labels of the dialog stand in one column.
class SecretForm : public QObject
{
    Q_OBJECT
public:
    SecretForm(FormGrid &form, const Theme &theme, OAuthProviders providers, QWidget *parent);

    /// `stored`: it may have a secret already, so the password may stay empty.
    void show(const Mailbox &mailbox, bool stored);
    void fill(Mailbox &mailbox) const;
    void setUser(const QString &user) { m_user = user; } ///< whom the browser proposes
    void setHasStore(bool has); ///< the desktop, for passwords

    /// What was entered here; none: what is stored, or what the command prints.
    std::optional<Secret> secret() const;
    std::optional<OAuthGrant> grant() const; ///< after a sign-in in the browser
    bool remember() const;
    /// What is missing, as a sentence; empty: nothing.
    QString missing() const;
    void focusPassword();

signals:
    void changed();

private:
    void build();
    void buildBrowser();
    QLabel *addNote();
    QString passwordNote() const;
    QString browserNote() const;
    void addRow(const QString &label, QWidget *field);
    void update();
    void signIn();
    void signedIn(const Result<OAuthTokens> &tokens);
    QString providerId() const;
    bool isWith(int way) const;

    FormGrid &m_form;
    const Theme &m_theme;
    OAuthProviders m_providers;
    OAuthSignIn m_browser;
    OAuthTokens m_tokens;
    QString m_user;
    bool m_stored = false;
    bool m_hasStore = true;

    QComboBox *m_way;
    QLineEdit *m_password;
    QCheckBox *m_remember;
    QLineEdit *m_command;
    QComboBox *m_provider;
    QLineEdit *m_clientId;
    QLineEdit *m_clientSecret;
    QLineEdit *m_tenant;
    QPushButton *m_signIn;
    QPushButton *m_help;
    QLabel *m_state;
    QLabel *m_passwordNote = nullptr;
};

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
// What a mailbox signs in with: from the desktop's secret store, a command, or an OAuth 2 provider.
// Secrets are in no settings, log or error.
#pragma once

#include "core/settings/oauthtokens.h"
#include "core/settings/secretstore.h"

#include <QObject>

#include <memory>

class QNetworkAccessManager;

namespace tlsrpt
{

/// Asynchronous: the answers need the event loop of the thread it lives on. Blocking in
/// waitForFinished() on that thread would wait for ever; use `.then(context, …)`. It going away
/// cancels what is under way.
class MailboxSecrets : public QObject
{
    Q_OBJECT
public:
    /// The desktop's store and the real providers.
    explicit MailboxSecrets(QObject *parent = nullptr);
    MailboxSecrets(std::unique_ptr<SecretStore> store, OAuthProviders providers, QObject *parent = nullptr);
    ~MailboxSecrets() override;

    /// The password, or for SignIn::OAuth2 a fresh access token (a command prints an access token
    /// itself). A refresh token that the provider replaced is stored before the answer comes.
    /// Errors, subject the mailbox's name: NoPassword, SecretStoreFailed, PasswordCommandFailed;
    /// for OAuth 2 those of tokensOf(), subject the provider's host.
    QFuture<Result<Secret>> get(const Mailbox &mailbox);

    QFuture<bool> hasStore(); ///< whether store() has where to
    QFuture<Status> store(const QString &mailbox, const Secret &password);
    QFuture<Status> store(const QString &mailbox, const OAuthGrant &grant);
    QFuture<Status> remove(const QString &mailbox); ///< no error when there is none

private:
    QFuture<Result<Secret>> exchange(const Mailbox &mailbox, const Secret &stored);

    std::unique_ptr<SecretStore> m_store;
    OAuthProviders m_providers;
    std::unique_ptr<QNetworkAccessManager> m_network; ///< made when first needed
};

} // namespace tlsrpt

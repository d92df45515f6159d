// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/mailboxsecrets.h"

#include "core/settings/passwordcommand.h"

#include <QNetworkAccessManager>

namespace tlsrpt
{

namespace
{

QFuture<Result<Secret>> at(const Result<Secret> &answer)
{
    return QtFuture::makeReadyFuture(answer);
}

} // namespace

MailboxSecrets::MailboxSecrets(QObject *parent)
    : MailboxSecrets(std::make_unique<KeychainStore>(), oauthProvider, parent)
{
}

MailboxSecrets::MailboxSecrets(std::unique_ptr<SecretStore> store, OAuthProviders providers, QObject *parent)
    : QObject(parent)
    , m_store(std::move(store))
    , m_providers(std::move(providers))
{
}

MailboxSecrets::~MailboxSecrets() = default;

QFuture<Result<Secret>> MailboxSecrets::get(const Mailbox &mailbox)
{
    if (!mailbox.passwordCommand.isEmpty())
        return runPasswordCommand(mailbox.passwordCommand, mailbox.name, this);
    QFuture<Result<Secret>> stored = m_store->read(mailbox.name);
    if (mailbox.signIn == SignIn::Password)
        return stored;
    return stored
        .then(this, [this, mailbox](const Result<Secret> &secret) {
            return secret ? exchange(mailbox, *secret) : at(secret);
        })
        .unwrap();
}

QFuture<Result<Secret>> MailboxSecrets::exchange(const Mailbox &mailbox, const Secret &stored)
{
    const std::optional<OAuthProvider> provider = m_providers(mailbox.provider);
    const OAuthGrant grant = OAuthGrant::fromSecret(stored);
    if (!provider || grant.refreshToken.isEmpty())
        return at(failure(Code::SignInEnded, mailbox.name, mailbox.provider));
    if (!m_network)
        m_network = std::make_unique<QNetworkAccessManager>();

    const auto keep = [this, grant, name = mailbox.name](const Result<OAuthTokens> &tokens) {
        if (!tokens)
            return at(tl::make_unexpected(tokens.error()));
        const Result<Secret> access = Secret{tokens->accessToken};
        if (tokens->refreshToken.isEmpty() || tokens->refreshToken == grant.refreshToken)
            return at(access);
        // Should the store fail now, this fetch still works, and the next one says what is wrong.
        return store(name, OAuthGrant{tokens->refreshToken, grant.clientSecret})
            .then(this, [access](const Status &) { return access; });
    };
    return refreshTokens(*provider, mailbox.clientId, grant, *m_network).then(this, keep).unwrap();
}

QFuture<bool> MailboxSecrets::hasStore()
{
    return m_store->isThere();
}

QFuture<Status> MailboxSecrets::store(const QString &mailbox, const Secret &password)
{
    return m_store->write(mailbox, password);
}

QFuture<Status> MailboxSecrets::store(const QString &mailbox, const OAuthGrant &grant)
{
    return m_store->write(mailbox, grant.toSecret());
}

QFuture<Status> MailboxSecrets::remove(const QString &mailbox)
{
    return m_store->remove(mailbox);
}

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
// OAuth 2.0 (RFC 6749) as far as mail providers need it: who they are, and tokens from them.
#pragma once

#include "core/base/error.h"
#include "core/source/mailbox.h"

#include <QByteArrayList>
#include <QFuture>
#include <QList>
#include <QUrl>

#include <functional>
#include <optional>
#include <utility>

class QNetworkAccessManager;
class QNetworkReply;

namespace tlsrpt
{

struct OAuthProvider {
    QString id;              ///< Mailbox::provider
    QUrl authorizeUrl;
    QUrl tokenUrl;
    QString scope;
    QString redirectHost;    ///< how the provider wants this machine called: "127.0.0.1" or "localhost"
    QList<std::pair<QString, QString>> extra; ///< more parameters of the authorization request
    bool hasClientSecret = false; ///< its registrations come with a client secret, also for programs
    QUrl registrationPage;   ///< where people register a client id of their own
};

/// "gmail" and "microsoft365", or "microsoft365:TENANT" (a domain or GUID) for a registration of one
/// organisation only, which the common address refuses; nothing for another id.
std::optional<OAuthProvider> oauthProvider(const QString &id);
using OAuthProviders = std::function<std::optional<OAuthProvider>(const QString &id)>;

/// What is kept in the secret store for an OAuth 2 mailbox.
struct OAuthGrant {
    QByteArray refreshToken;
    QByteArray clientSecret; ///< "" = none

    Secret toSecret() const;
    /// Also of a bare refresh token, as other programs print it.
    static OAuthGrant fromSecret(const Secret &secret);
};

struct OAuthTokens {
    QByteArray accessToken;
    QByteArray refreshToken; ///< "" = the old one stays good
    int expiresIn = 0;       ///< seconds, 0 = not said

    bool operator==(const OAuthTokens &) const = default;
};

/// RFC 6749 §4.1.2.1 and §5.2: SignInEnded for invalid_grant and its like, SignInDenied for
/// access_denied, ServerUnreachable for what passes, else ClientRefused.
Error oauthRefusal(const QString &code, const QString &description, const QString &host);
/// Whatever a server repeats of what it was sent, it does not get into a message.
void conceal(Error &error, const QByteArrayList &secrets);

/// The answer of a token endpoint, RFC 6749 §5. Errors: those of oauthRefusal() (detail: code and
/// description), ServerTimeout, TlsFailed, ServerAnswerBroken. None has a token in it.
Result<OAuthTokens> tokensOf(QNetworkReply &reply);

/// RFC 6749 §6: a new access token. `network` must outlive the answer, which comes by the event loop.
QFuture<Result<OAuthTokens>> refreshTokens(const OAuthProvider &provider, const QString &clientId,
                                           const OAuthGrant &grant, QNetworkAccessManager &network,
                                           int timeoutMs = 30'000);

} // namespace tlsrpt

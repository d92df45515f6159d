// SPDX-License-Identifier: GPL-3.0-or-later
// The first sign-in of an OAuth 2 mailbox: in the user's browser, with the answer sent back to this
// machine (RFC 8252) and a proof that nobody else can use it (PKCE, RFC 7636).
#pragma once

#include "core/settings/oauthtokens.h"

#include <QObject>

#include <chrono>

namespace tlsrpt
{

struct OAuthRequest {
    OAuthProvider provider;
    QString clientId;        ///< the user's own registration
    QByteArray clientSecret; ///< "" = none
    QString user;            ///< the mail address, so that the browser proposes the right account
    QString page;            ///< what the browser shows at the end, one plain translated sentence
};

class OAuthSignIn : public QObject
{
    Q_OBJECT
public:
    explicit OAuthSignIn(QObject *parent = nullptr);
    ~OAuthSignIn() override; ///< ends silently what is under way

    /// Cancels what is under way. How long a person may take.
    void start(const OAuthRequest &request, std::chrono::milliseconds patience = std::chrono::minutes(10));
    void cancel();
    bool isRunning() const { return m_attempt; }

signals:
    void openBrowser(const QUrl &url);
    /// Once for each start, never from within it. Tokens always with a refresh token: what to
    /// store is OAuthGrant{refreshToken, clientSecret}. Errors: Cancelled, ServerTimeout (nobody
    /// signed in), SignInDenied (also when the person said no), and those of tokensOf().
    void finished(const tlsrpt::Result<tlsrpt::OAuthTokens> &tokens);

private:
    class Attempt;
    void finish(const Result<OAuthTokens> &tokens);

    Attempt *m_attempt = nullptr; ///< a child
};

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/oauthtokens.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPromise>
#include <QRegularExpression>

#include <memory>

namespace tlsrpt
{

namespace
{

constexpr qint64 longestAnswer = 1 << 20;
constexpr qsizetype longestDescription = 300;

/// No status: the question or its answer went astray on the way.
Error networkError(const QNetworkReply &reply)
{
    const QString host = reply.url().host();
    const QNetworkReply::NetworkError error = reply.error();
    if (error == QNetworkReply::OperationCanceledError || error == QNetworkReply::TimeoutError)
        return {Code::ServerTimeout, host, {}, -1};
    const Code code = error == QNetworkReply::SslHandshakeFailedError ? Code::TlsFailed : Code::ServerUnreachable;
    return {code, host, reply.errorString(), -1};
}

QByteArray encoded(const QList<std::pair<QString, QByteArray>> &fields)
{
    QByteArray form;
    for (const auto &field : fields) {
        if (!form.isEmpty())
            form += '&';
        form += field.first.toLatin1() + '=' + field.second.toPercentEncoding();
    }
    return form;
}

/// OpenID Connect Core §3.1.2.6 names what only a person can mend; the last of `denied` is Google's.
Code refusalCode(const QString &code)
{
    static const QStringList ended = {u"invalid_grant"_qs, u"interaction_required"_qs,
                                      u"consent_required"_qs, u"login_required"_qs};
    static const QStringList denied = {u"access_denied"_qs, u"admin_policy_enforced"_qs};
    static const QStringList passing = {u"temporarily_unavailable"_qs, u"server_error"_qs};
    if (ended.contains(code))
        return Code::SignInEnded;
    if (denied.contains(code))
        return Code::SignInDenied;
    // All others are about how the program is registered, or how it asks.
    return passing.contains(code) ? Code::ServerUnreachable : Code::ClientRefused;
}

} // namespace

std::optional<OAuthProvider> oauthProvider(const QString &id)
{
    if (id == u"gmail") {
        // Without "consent" a second sign-in brings no refresh token.
        return OAuthProvider{id,
                             QUrl(u"https://accounts.google.com/o/oauth2/v2/auth"_qs),
                             QUrl(u"https://oauth2.googleapis.com/token"_qs),
                             u"https://mail.google.com/"_qs,
                             u"127.0.0.1"_qs,
                             {{u"access_type"_qs, u"offline"_qs}, {u"prompt"_qs, u"consent"_qs}},
                             true,
                             QUrl(u"https://console.cloud.google.com/auth/clients"_qs)};
    }
    static const QRegularExpression microsoft(u"^microsoft365(?::([A-Za-z0-9.-]+))?$"_qs);
    const QRegularExpressionMatch match = microsoft.match(id);
    if (match.hasMatch()) {
        const QString tenant = match.capturedLength(1) ? match.captured(1) : u"common"_qs;
        const QString base = u"https://login.microsoftonline.com/"_qs + tenant + u"/oauth2/v2.0/"_qs;
        // Its registrations take any port of "localhost" (RFC 8252 §7.3 would have the address).
        return OAuthProvider{id,
                             QUrl(base + u"authorize"_qs),
                             QUrl(base + u"token"_qs),
                             u"https://outlook.office.com/IMAP.AccessAsUser.All offline_access"_qs,
                             u"localhost"_qs,
                             {},
                             false,
                             QUrl(u"https://entra.microsoft.com/#view/Microsoft_AAD_RegisteredApps"
                                  "/ApplicationsListBlade"_qs)};
    }
    return std::nullopt;
}

Secret OAuthGrant::toSecret() const
{
    QJsonObject object{{u"refresh_token"_qs, QString::fromUtf8(refreshToken)}};
    if (!clientSecret.isEmpty())
        object.insert(u"client_secret"_qs, QString::fromUtf8(clientSecret));
    return {QJsonDocument(object).toJson(QJsonDocument::Compact)};
}

OAuthGrant OAuthGrant::fromSecret(const Secret &secret)
{
    const QJsonDocument document = QJsonDocument::fromJson(secret.value);
    if (!document.isObject())
        return {secret.value.trimmed(), {}};
    return {document[u"refresh_token"_qs].toString().toUtf8(),
            document[u"client_secret"_qs].toString().toUtf8()};
}

Error oauthRefusal(const QString &code, const QString &description, const QString &host)
{
    const QString line = description.section(u'\n', 0, 0).simplified().left(longestDescription);
    return {refusalCode(code), host,
            line.isEmpty() ? code.left(longestDescription) : code.left(longestDescription) + u": "_qs + line, -1};
}

void conceal(Error &error, const QByteArrayList &secrets)
{
    for (const QByteArray &secret : secrets) {
        if (!secret.isEmpty())
            error.detail.replace(QString::fromUtf8(secret), QString(QChar(0x2026)));
    }
}

Result<OAuthTokens> tokensOf(QNetworkReply &reply)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QString host = reply.url().host();
    if (status == 0 || (status == 200 && reply.error() != QNetworkReply::NoError))
        return tl::make_unexpected(networkError(reply));
    const QJsonObject answer = QJsonDocument::fromJson(reply.read(longestAnswer)).object();
    if (answer.value(u"error"_qs).isString())
        return tl::make_unexpected(oauthRefusal(answer.value(u"error"_qs).toString(),
                                                answer.value(u"error_description"_qs).toString(), host));
    if (status >= 500)
        return failure(Code::ServerUnreachable, host, u"HTTP %1"_qs.arg(status));
    OAuthTokens tokens;
    tokens.accessToken = answer.value(u"access_token"_qs).toString().toUtf8();
    tokens.refreshToken = answer.value(u"refresh_token"_qs).toString().toUtf8();
    tokens.expiresIn = answer.value(u"expires_in"_qs).toVariant().toInt(); // some send it as a string
    if (status != 200 || tokens.accessToken.isEmpty())
        return failure(Code::ServerAnswerBroken, host, u"HTTP %1"_qs.arg(status));
    return tokens;
}

QFuture<Result<OAuthTokens>> refreshTokens(const OAuthProvider &provider, const QString &clientId,
                                           const OAuthGrant &grant, QNetworkAccessManager &network,
                                           int timeoutMs)
{
    QList<std::pair<QString, QByteArray>> fields{{u"grant_type"_qs, "refresh_token"},
                                             {u"refresh_token"_qs, grant.refreshToken},
                                             {u"client_id"_qs, clientId.toUtf8()}};
    if (!grant.clientSecret.isEmpty())
        fields.append({u"client_secret"_qs, grant.clientSecret});
    QNetworkRequest request(provider.tokenUrl);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/x-www-form-urlencoded"_qs);
    request.setRawHeader("Accept", "application/json");
    request.setTransferTimeout(timeoutMs);
    // A token goes to the provider and to nobody that a redirection names.
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);

    auto promise = std::make_shared<QPromise<Result<OAuthTokens>>>();
    promise->start();
    QNetworkReply *reply = network.post(request, encoded(fields));
    QObject::connect(reply, &QNetworkReply::finished, reply, [promise, reply, grant] {
        Result<OAuthTokens> tokens = tokensOf(*reply);
        if (!tokens)
            conceal(tokens.error(), {grant.refreshToken, grant.clientSecret});
        reply->deleteLater();
        promise->addResult(tokens);
        promise->finish();
    });
    return promise->future();
}

} // namespace tlsrpt

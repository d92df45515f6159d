// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/oauth.h"

#include "core/settings/loopback.h"

#include <QCryptographicHash>
#include <QNetworkAccessManager>
#include <QOAuth2AuthorizationCodeFlow>
#include <QRandomGenerator>
#include <QTimer>

#include <array>

namespace tlsrpt
{

namespace
{

constexpr int exchangeTimeoutMs = 30'000;

/// Characters of RFC 7636 §4.1.
QByteArray random()
{
    std::array<quint32, 8> numbers{};
    QRandomGenerator::system()->fillRange(numbers.data(), numbers.size());
    return QByteArray(reinterpret_cast<const char *>(numbers.data()), sizeof numbers)
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray challengeOf(const QByteArray &verifier)
{
    return QCryptographicHash::hash(verifier, QCryptographicHash::Sha256)
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

using Parameters = QMultiMap<QString, QVariant>;

/// The library writes values into the query as they are.
void set(Parameters &parameters, const QString &key, const QByteArray &value)
{
    parameters.replace(key, QString::fromLatin1(value.toPercentEncoding()));
}

} // namespace

class OAuthSignIn::Attempt : public QObject
{
public:
    Attempt(const OAuthRequest &request, std::chrono::milliseconds patience, OAuthSignIn *owner)
        : QObject(owner)
        , m_owner(*owner)
        , m_request(request)
        , m_verifier(random())
        , m_state(QString::fromLatin1(random()))
        , m_reply(request.provider.redirectHost, m_state, request.page, nullptr)
        , m_flow(&m_network)
    {
        m_network.setTransferTimeout(exchangeTimeoutMs);
        m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
        m_reply.answered = [this](const QVariantMap &values) { answered(values); };
        m_reply.exchanged = [this](const Result<OAuthTokens> &tokens) { exchanged(tokens); };
        m_patience.setSingleShot(true);
        connect(&m_patience, &QTimer::timeout, this,
                [this] { m_owner.finish(failure(Code::ServerTimeout, host())); });
        m_patience.start(patience);
        prepareFlow();
    }

    void start()
    {
        if (m_reply.listen())
            m_flow.grant();
        else
            QMetaObject::invokeMethod(
                this, [this] { m_owner.finish(failure(Code::ServerUnreachable, u"127.0.0.1"_qs)); },
                Qt::QueuedConnection);
    }

private:
    QString host() const { return m_request.provider.tokenUrl.host(); }

    void prepareFlow()
    {
        m_flow.setAuthorizationUrl(m_request.provider.authorizeUrl);
        m_flow.setAccessTokenUrl(m_request.provider.tokenUrl);
        m_flow.setClientIdentifier(m_request.clientId);
        m_flow.setScope(m_request.provider.scope);
        m_flow.setState(m_state);
        m_flow.setReplyHandler(&m_reply);
        m_flow.setModifyParametersFunction(
            [this](QAbstractOAuth::Stage stage, Parameters *parameters) { modify(stage, *parameters); });
        connect(&m_flow, &QAbstractOAuth::authorizeWithBrowser, &m_owner, &OAuthSignIn::openBrowser);
    }

    /// Qt Network Authorization knows PKCE from 6.8 on only.
    void modify(QAbstractOAuth::Stage stage, Parameters &parameters)
    {
        set(parameters, u"redirect_uri"_qs, m_reply.callback().toUtf8());
        set(parameters, u"client_id"_qs, m_request.clientId.toUtf8());
        if (stage == QAbstractOAuth::Stage::RequestingAuthorization) {
            set(parameters, u"scope"_qs, m_request.provider.scope.toUtf8());
            set(parameters, u"code_challenge"_qs, challengeOf(m_verifier));
            set(parameters, u"code_challenge_method"_qs, "S256");
            if (!m_request.user.isEmpty())
                set(parameters, u"login_hint"_qs, m_request.user.toUtf8());
            for (const auto &extra : m_request.provider.extra)
                set(parameters, extra.first, extra.second.toUtf8());
        } else if (stage == QAbstractOAuth::Stage::RequestingAccessToken) {
            set(parameters, u"code"_qs, m_code);
            set(parameters, u"code_verifier"_qs, m_verifier);
            parameters.remove(u"client_secret"_qs); // Microsoft refuses even an empty one
            if (!m_request.clientSecret.isEmpty())
                set(parameters, u"client_secret"_qs, m_request.clientSecret);
        }
    }

    void answered(const QVariantMap &values)
    {
        m_patience.start(2 * exchangeTimeoutMs);
        const QString error = values.value(u"error"_qs).toString();
        m_code = values.value(u"code"_qs).toString().toUtf8();
        if (!error.isEmpty())
            m_owner.finish(tl::make_unexpected(
                oauthRefusal(error, values.value(u"error_description"_qs).toString(), host())));
        else if (m_code.isEmpty())
            m_owner.finish(failure(Code::ServerAnswerBroken, host(), u"code"_qs));
        else
            emit m_reply.callbackReceived(values);
    }

    void exchanged(Result<OAuthTokens> tokens)
    {
        if (!tokens)
            conceal(tokens.error(), {m_code, m_verifier, m_request.clientSecret});
        else if (tokens->refreshToken.isEmpty())
            tokens = failure(Code::ServerAnswerBroken, host(), u"refresh_token"_qs);
        m_owner.finish(tokens);
    }

    OAuthSignIn &m_owner;
    OAuthRequest m_request;
    QByteArray m_verifier;
    QString m_state;
    QByteArray m_code;
    QTimer m_patience;
    QNetworkAccessManager m_network;
    LoopbackReply m_reply;
    QOAuth2AuthorizationCodeFlow m_flow;
};

OAuthSignIn::OAuthSignIn(QObject *parent)
    : QObject(parent)
{
}

OAuthSignIn::~OAuthSignIn() = default;

void OAuthSignIn::start(const OAuthRequest &request, std::chrono::milliseconds patience)
{
    cancel();
    m_attempt = new Attempt(request, patience, this);
    m_attempt->start();
}

void OAuthSignIn::cancel()
{
    finish(failure(Code::Cancelled));
}

/// Later: it is the attempt that calls this.
void OAuthSignIn::finish(const Result<OAuthTokens> &tokens)
{
    if (!m_attempt)
        return;
    std::exchange(m_attempt, nullptr)->deleteLater();
    emit finished(tokens);
}

} // namespace tlsrpt

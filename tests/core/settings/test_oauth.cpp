// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/oauth.h"
#include "tests/support/oauth/authserver.h"
#include "tests/support/eventqueue.h"
#include "tests/support/processlimit.h"

#include <QCryptographicHash>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QUrlQuery>
#include <QtTest>

using namespace tlsrpt;

class TestOAuth : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void signsIn();
    void withAClientSecret();
    void byTheNameOfThisMachine();
    void theWrongStateIsNoAnswer();
    void otherRequestsAreNoAnswer_data();
    void otherRequestsAreNoAnswer();
    void aRequestInPieces();
    void aRequestWithoutAnEnd();
    void anAnswerWithoutACode();
    void nothingCanListen();
    void thePersonSaysNo();
    void theExchangeFails_data();
    void theExchangeFails();
    void nothingSecretInErrors();
    void noRefreshToken();
    void nobodySignsIn();
    void cancelled();
    void startedAnew();
    void goneMeanwhile();

private:
    QUrlQuery begin(const OAuthRequest &request, std::chrono::milliseconds patience = std::chrono::minutes(1));
    OAuthRequest request() const;
    QByteArray visit(const QString &path, int *status = nullptr);
    QByteArray approve(const QUrlQuery &asked, const QByteArray &code = "4%2F0A-b.c_d");
    Result<OAuthTokens> outcome();

    std::unique_ptr<AuthServer> m_server;
    std::unique_ptr<OAuthSignIn> m_signIn;
    QNetworkAccessManager m_browser;
    QUrl m_redirect;
    std::optional<Result<OAuthTokens>> m_outcome;
    int m_outcomes = 0;
};

void TestOAuth::init()
{
    m_signIn = std::make_unique<OAuthSignIn>();
    m_server = std::make_unique<AuthServer>();
    m_server->body = R"({"access_token":"ya29.access","refresh_token":"1//refresh","expires_in":3599,)"
                     R"("token_type":"Bearer"})";
    m_outcome.reset();
    m_outcomes = 0;
    connect(m_signIn.get(), &OAuthSignIn::finished, this, [this](const Result<OAuthTokens> &tokens) {
        m_outcome = tokens;
        ++m_outcomes;
    });
}

OAuthRequest TestOAuth::request() const
{
    return {m_server->provider(), u"client/id+1.apps"_qs, {}, u"a+b@example.org"_qs, u"Fertig: <Fenster> schließen"_qs};
}

/// What the browser is asked to open.
QUrlQuery TestOAuth::begin(const OAuthRequest &request, std::chrono::milliseconds patience)
{
    QUrl opened;
    const auto connection = connect(m_signIn.get(), &OAuthSignIn::openBrowser, this,
                                    [&opened](const QUrl &url) { opened = url; });
    m_signIn->start(request, patience);
    disconnect(connection);
    const QUrlQuery query(opened);
    m_redirect = QUrl(query.queryItemValue(u"redirect_uri"_qs, QUrl::FullyDecoded));
    return query;
}

QByteArray TestOAuth::visit(const QString &path, int *status)
{
    QNetworkReply *reply = m_browser.get(QNetworkRequest(QUrl(m_redirect.toString() + path)));
    [&] { QTRY_VERIFY(reply->isFinished()); }();
    reply->deleteLater();
    if (status)
        *status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    return reply->readAll();
}

QByteArray TestOAuth::approve(const QUrlQuery &asked, const QByteArray &code)
{
    return visit(u"?code="_qs + QString::fromLatin1(code) + u"&state="_qs + asked.queryItemValue(u"state"_qs));
}

Result<OAuthTokens> TestOAuth::outcome()
{
    [&] { QTRY_VERIFY(m_outcome); }();
    return m_outcome ? *m_outcome : failure(Code::StoreFailed);
}

void TestOAuth::signsIn()
{
    const QUrlQuery asked = begin(request());
    const auto value = [&asked](const QString &key) { return asked.queryItemValue(key, QUrl::FullyDecoded); };
    QCOMPARE(value(u"response_type"_qs), u"code"_qs);
    QCOMPARE(value(u"client_id"_qs), u"client/id+1.apps"_qs);
    QCOMPARE(value(u"scope"_qs), u"https://mail.example.org/IMAP offline_access"_qs);
    QCOMPARE(value(u"login_hint"_qs), u"a+b@example.org"_qs);
    QCOMPARE(value(u"prompt"_qs), u"consent & more"_qs);
    QCOMPARE(value(u"code_challenge_method"_qs), u"S256"_qs);
    QVERIFY(value(u"state"_qs).size() >= 32);
    QVERIFY(!asked.hasQueryItem(u"code_verifier"_qs));
    QCOMPARE(m_redirect.host(), u"127.0.0.1"_qs);
    QVERIFY(m_signIn->isRunning());

    const QByteArray page = approve(asked);
    QVERIFY2(page.contains(u"Fertig: &lt;Fenster&gt; schließen"_qs.toUtf8()), page);
    const Result<OAuthTokens> tokens = outcome();
    QVERIFY(tokens);
    QCOMPARE(*tokens, (OAuthTokens{"ya29.access", "1//refresh", 3599}));
    QVERIFY(!m_signIn->isRunning());

    QCOMPARE(m_server->asked.size(), 1);
    const QMap<QString, QString> form = m_server->asked.first();
    QCOMPARE(form.value(u"grant_type"_qs), u"authorization_code"_qs);
    QCOMPARE(form.value(u"code"_qs), u"4/0A-b.c_d"_qs);
    QCOMPARE(form.value(u"client_id"_qs), u"client/id+1.apps"_qs);
    QCOMPARE(form.value(u"redirect_uri"_qs), m_redirect.toString());
    QVERIFY(!form.contains(u"client_secret"_qs));
    const QByteArray verifier = form.value(u"code_verifier"_qs).toLatin1();
    QVERIFY(verifier.size() >= 43); // RFC 7636 §4.1
    QCOMPARE(QCryptographicHash::hash(verifier, QCryptographicHash::Sha256)
                 .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals),
             value(u"code_challenge"_qs).toLatin1());
}

void TestOAuth::withAClientSecret()
{
    OAuthRequest with = request();
    with.clientSecret = "GOCSPX-a+b/c";
    approve(begin(with));
    QVERIFY(outcome());
    QCOMPARE(m_server->asked.first().value(u"client_secret"_qs), u"GOCSPX-a+b/c"_qs);
}

void TestOAuth::byTheNameOfThisMachine()
{
    OAuthRequest named = request();
    named.provider = m_server->provider(u"localhost"_qs);
    const QUrlQuery asked = begin(named);
    QCOMPARE(m_redirect.host(), u"localhost"_qs);
    approve(asked);
    QVERIFY(outcome());
    QCOMPARE(m_server->asked.first().value(u"redirect_uri"_qs), m_redirect.toString());
}

void TestOAuth::theWrongStateIsNoAnswer()
{
    const QUrlQuery asked = begin(request());
    int status = 0;
    visit(u"?code=stolen&state=guessed"_qs, &status);
    QCOMPARE(status, 404);
    QVERIFY(!m_outcome);
    approve(asked, "right");
    QVERIFY(outcome());
    QCOMPARE(m_server->asked.size(), 1);
    QCOMPARE(m_server->asked.first().value(u"code"_qs), u"right"_qs);
}

void TestOAuth::otherRequestsAreNoAnswer_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("an icon") << u"favicon.ico"_qs;
    QTest::newRow("nothing") << QString();
    QTest::newRow("no state") << u"?code=x"_qs;
    QTest::newRow("another path") << u"other?code=x&state=%1"_qs;
}

void TestOAuth::otherRequestsAreNoAnswer()
{
    QFETCH(QString, path);
    const QUrlQuery asked = begin(request());
    int status = 0;
    visit(path.replace(u"%1"_qs, asked.queryItemValue(u"state"_qs)), &status);
    QCOMPARE(status, 404);
    QVERIFY(m_signIn->isRunning());
    approve(asked);
    QVERIFY(outcome());
}

void TestOAuth::aRequestInPieces()
{
    const QUrlQuery asked = begin(request());
    QTcpSocket garbage;
    garbage.connectToHost(m_redirect.host(), quint16(m_redirect.port()));
    garbage.write(QByteArray("\r\n\r\n\0GET", 8));
    QTcpSocket socket;
    socket.connectToHost(m_redirect.host(), quint16(m_redirect.port()));
    const QByteArray line = "GET /?code=pieces&state=" + asked.queryItemValue(u"state"_qs).toLatin1() + " HTTP/1.1\r\n";
    for (const QByteArray &piece : {line.left(20), line.mid(20), QByteArray("Host: x\r\nAccept: "), QByteArray("*/*\r\n\r\n")}) {
        socket.write(piece);
        QTRY_COMPARE(socket.bytesToWrite(), 0);
    }
    QVERIFY(outcome());
    QTRY_VERIFY(socket.state() == QTcpSocket::UnconnectedState);
    QVERIFY(socket.readAll().startsWith("HTTP/1.1 200"));
    QCOMPARE(m_server->asked.first().value(u"code"_qs), u"pieces"_qs);
}

void TestOAuth::aRequestWithoutAnEnd()
{
    const QUrlQuery asked = begin(request());
    QTcpSocket socket;
    socket.connectToHost(m_redirect.host(), quint16(m_redirect.port()));
    socket.write("GET /?code=" + QByteArray(100'000, 'x'));
    QTRY_VERIFY(socket.state() == QTcpSocket::UnconnectedState);
    QVERIFY(m_signIn->isRunning());
    approve(asked);
    QVERIFY(outcome());
}

void TestOAuth::anAnswerWithoutACode()
{
    const QUrlQuery asked = begin(request());
    visit(u"?state="_qs + asked.queryItemValue(u"state"_qs));
    QCOMPARE(outcome().error(), (Error{Code::ServerAnswerBroken, u"127.0.0.1"_qs, u"code"_qs, -1}));
    QVERIFY(m_server->asked.isEmpty());
}

void TestOAuth::nothingCanListen()
{
    const made::ProcessLimit limit = made::ProcessLimit::moreFiles(0);
    m_signIn->start(request(), std::chrono::minutes(1));
    QCOMPARE(outcome().error(), (Error{Code::ServerUnreachable, u"127.0.0.1"_qs, {}, -1}));
}

void TestOAuth::thePersonSaysNo()
{
    const QUrlQuery asked = begin(request());
    const QByteArray page = visit(u"?error=access_denied&error_description=The+person+said+no%2e&state="_qs
                                  + asked.queryItemValue(u"state"_qs));
    QVERIFY(page.contains("Fertig"));
    QCOMPARE(outcome().error(), (Error{Code::SignInDenied, u"127.0.0.1"_qs, u"access_denied: The person said no."_qs, -1}));
    QVERIFY(m_server->asked.isEmpty());
}

void TestOAuth::theExchangeFails_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Code>("code");
    QTest::addColumn<QString>("detail");
    QTest::newRow("code used twice") << QByteArray("400 Bad Request") << QByteArray(R"({"error":"invalid_grant"})")
                                     << Code::SignInEnded << u"invalid_grant"_qs;
    QTest::newRow("unknown client") << QByteArray("401 Unauthorized")
                                    << QByteArray(R"({"error":"invalid_client","error_description":"No\nTrace: 1"})")
                                    << Code::ClientRefused << u"invalid_client: No"_qs;
    QTest::newRow("its fault") << QByteArray("503 Busy") << QByteArray("<html>") << Code::ServerUnreachable << u"HTTP 503"_qs;
    QTest::newRow("another page") << QByteArray("200 OK") << QByteArray("<html>") << Code::ServerAnswerBroken << u"HTTP 200"_qs;
    QTest::newRow("a redirection") << QByteArray("307 Elsewhere\r\nLocation: http://127.0.0.1:1/")
                                   << QByteArray() << Code::ServerAnswerBroken << u"HTTP 307"_qs;
    QTest::newRow("no object") << QByteArray("200 OK") << QByteArray("[1]") << Code::ServerAnswerBroken << u"HTTP 200"_qs;
    QTest::newRow("an error with 200") << QByteArray("200 OK") << QByteArray(R"({"error":"invalid_scope"})")
                                       << Code::ClientRefused << u"invalid_scope"_qs;
    QTest::newRow("not allowed") << QByteArray("400 Bad Request") << QByteArray(R"({"error":"admin_policy_enforced"})")
                                 << Code::SignInDenied << u"admin_policy_enforced"_qs;
    QTest::newRow("passing") << QByteArray("400 Bad Request") << QByteArray(R"({"error":"temporarily_unavailable"})")
                             << Code::ServerUnreachable << u"temporarily_unavailable"_qs;
}

void TestOAuth::theExchangeFails()
{
    QFETCH(QByteArray, status);
    QFETCH(QByteArray, body);
    m_server->status = status;
    m_server->body = body;
    approve(begin(request()));
    const Result<OAuthTokens> tokens = outcome();
    QVERIFY(!tokens);
    QTEST(tokens.error().code, "code");
    QTEST(tokens.error().detail, "detail");
}

void TestOAuth::nothingSecretInErrors()
{
    m_server->status = "400 Bad Request";
    m_server->body = R"({"error":"invalid_grant","error_description":"code the/code of GOCSPX-secret is bad"})";
    OAuthRequest with = request();
    with.clientSecret = "GOCSPX-secret";
    QStringList logged;
    static QStringList *log = nullptr;
    log = &logged;
    const QtMessageHandler before = qInstallMessageHandler(
        [](QtMsgType, const QMessageLogContext &, const QString &text) { log->append(text); });
    approve(begin(with), "the%2Fcode");
    const Result<OAuthTokens> tokens = outcome();
    qInstallMessageHandler(before);
    QCOMPARE(tokens.error().detail, u"invalid_grant: code … of … is bad"_qs);
    QVERIFY2(!logged.join(u'\n').contains(u"the/code") && !logged.join(u'\n').contains(u"GOCSPX"),
             qPrintable(logged.join(u'\n')));
}

void TestOAuth::noRefreshToken()
{
    m_server->body = R"({"access_token":"ya29.access"})";
    approve(begin(request()));
    QCOMPARE(outcome().error(), (Error{Code::ServerAnswerBroken, u"127.0.0.1"_qs, u"refresh_token"_qs, -1}));
}

void TestOAuth::nobodySignsIn()
{
    begin(request(), std::chrono::milliseconds(50));
    QCOMPARE(outcome().error().code, Code::ServerTimeout);
    QTcpSocket late;
    late.connectToHost(m_redirect.host(), quint16(m_redirect.port()));
    QTRY_COMPARE(late.error(), QAbstractSocket::ConnectionRefusedError);
}

void TestOAuth::cancelled()
{
    m_server->silent = true;
    const QUrlQuery asked = begin(request());
    approve(asked);
    QTRY_COMPARE(m_server->asked.size(), 1); // in the middle of the exchange
    m_signIn->cancel();
    QCOMPARE(outcome().error().code, Code::Cancelled);
    m_signIn->cancel();
    QVERIFY(test::queueDelivered());
    QCOMPARE(m_outcomes, 1);
}

void TestOAuth::startedAnew()
{
    begin(request());
    const QUrlQuery second = begin(request());
    QCOMPARE(outcome().error().code, Code::Cancelled);
    m_outcome.reset();
    approve(second);
    QVERIFY(outcome());
    QCOMPARE(m_outcomes, 2);
}

void TestOAuth::goneMeanwhile()
{
    begin(request());
    m_signIn.reset();
    QVERIFY(test::queueDelivered());
    QCOMPARE(m_outcomes, 0);
}

QTEST_GUILESS_MAIN(TestOAuth)
#include "test_oauth.moc"

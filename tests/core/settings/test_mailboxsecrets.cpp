// SPDX-License-Identifier: GPL-3.0-or-later
// What a mailbox signs in with; its store in memory, its provider on this machine.
#include "core/settings/mailboxsecrets.h"
#include "tests/support/oauth/authserver.h"
#include "tests/support/secrets/memorystore.h"

#include <QNetworkAccessManager>
#include <QtTest>

using namespace tlsrpt;

class TestMailboxSecrets : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aPassword();
    void noPassword();
    void aCommandComesFirst();
    void aCommandPrintsTheToken();
    void aFreshToken();
    void aBareRefreshToken();
    void aReplacedRefreshTokenIsKept();
    void theSameRefreshTokenIsNotWritten();
    void theStoreFailsMeanwhile();
    void refused_data();
    void refused();
    void notReached();
    void noAnswer();
    void unknownProvider();
    void removed();
    void goneMeanwhile();

private:
    Mailbox oauthBox() const;
    Result<Secret> get(const Mailbox &mailbox);

    std::unique_ptr<AuthServer> m_server;
    MemoryStore::Content m_content;
    std::unique_ptr<MailboxSecrets> m_secrets;
};

namespace
{

Mailbox named(const QString &name)
{
    Mailbox box;
    box.name = name;
    return box;
}

} // namespace

void TestMailboxSecrets::init()
{
    m_content = {};
    m_server = std::make_unique<AuthServer>();
    m_server->body = R"({"access_token":"fresh","expires_in":"3599"})";
    m_secrets = std::make_unique<MailboxSecrets>(
        std::make_unique<MemoryStore>(m_content), [this](const QString &id) {
            return id == u"test" ? std::optional(m_server->provider()) : std::nullopt;
        });
}

Mailbox TestMailboxSecrets::oauthBox() const
{
    Mailbox box = named(u"m"_qs);
    box.signIn = SignIn::OAuth2;
    box.provider = u"test"_qs;
    box.clientId = u"client id"_qs;
    return box;
}

Result<Secret> TestMailboxSecrets::get(const Mailbox &mailbox)
{
    QFuture<Result<Secret>> future = m_secrets->get(mailbox);
    [&] { QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), 20'000); }();
    return future.resultCount() ? future.result() : failure(Code::StoreFailed);
}

void TestMailboxSecrets::aPassword()
{
    m_secrets->store(u"m"_qs, Secret{"hunter2"});
    QCOMPARE(get(named(u"m"_qs))->value, QByteArray("hunter2"));
}

void TestMailboxSecrets::noPassword()
{
    QCOMPARE(get(named(u"m"_qs)).error(), (Error{Code::NoPassword, u"m"_qs, {}, -1}));
    QCOMPARE(get(oauthBox()).error(), (Error{Code::NoPassword, u"m"_qs, {}, -1}));
}

void TestMailboxSecrets::aCommandComesFirst()
{
    m_content.secrets.insert(u"m"_qs, "stored");
    Mailbox box = named(u"m"_qs);
    box.passwordCommand = u"echo printed"_qs;
    QCOMPARE(get(box)->value, QByteArray("printed"));
}

void TestMailboxSecrets::aCommandPrintsTheToken()
{
    Mailbox box = oauthBox();
    box.passwordCommand = u"echo token"_qs;
    QCOMPARE(get(box)->value, QByteArray("token"));
    QVERIFY(m_server->asked.isEmpty());
}

void TestMailboxSecrets::aFreshToken()
{
    m_secrets->store(u"m"_qs, OAuthGrant{"1//re+fresh", "GOCSPX-/+"});
    QCOMPARE(get(oauthBox())->value, QByteArray("fresh"));
    const QMap<QString, QString> expected{{u"grant_type"_qs, u"refresh_token"_qs},
                                          {u"refresh_token"_qs, u"1//re+fresh"_qs},
                                          {u"client_id"_qs, u"client id"_qs},
                                          {u"client_secret"_qs, u"GOCSPX-/+"_qs}};
    QCOMPARE(m_server->asked, QList{expected});
}

void TestMailboxSecrets::aBareRefreshToken()
{
    m_content.secrets.insert(u"m"_qs, "1//refresh\n");
    QCOMPARE(get(oauthBox())->value, QByteArray("fresh"));
    QCOMPARE(m_server->asked.first().value(u"refresh_token"_qs), u"1//refresh"_qs);
    QVERIFY(!m_server->asked.first().contains(u"client_secret"_qs));
}

void TestMailboxSecrets::aReplacedRefreshTokenIsKept()
{
    m_server->body = R"({"access_token":"fresh","refresh_token":"second"})";
    m_secrets->store(u"m"_qs, OAuthGrant{"first", "GOCSPX"});
    QCOMPARE(get(oauthBox())->value, QByteArray("fresh"));
    const OAuthGrant kept = OAuthGrant::fromSecret({m_content.secrets.value(u"m"_qs)});
    QCOMPARE(kept.refreshToken, QByteArray("second"));
    QCOMPARE(kept.clientSecret, QByteArray("GOCSPX"));
}

void TestMailboxSecrets::theSameRefreshTokenIsNotWritten()
{
    m_server->body = R"({"access_token":"fresh","refresh_token":"first"})";
    m_secrets->store(u"m"_qs, OAuthGrant{"first", {}});
    QVERIFY(get(oauthBox()));
    QCOMPARE(m_content.writes, 1);
}

void TestMailboxSecrets::theStoreFailsMeanwhile()
{
    m_content.error = Error{Code::SecretStoreFailed, u"m"_qs, u"locked"_qs, -1};
    QCOMPARE(get(named(u"m"_qs)).error(), *m_content.error);
    QCOMPARE(get(oauthBox()).error(), *m_content.error);
}

void TestMailboxSecrets::refused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Code>("code");
    QTest::addColumn<QString>("detail");
    QTest::newRow("revoked") << QByteArray(R"({"error":"invalid_grant","error_description":"Token has been expired or revoked."})")
                             << Code::SignInEnded << u"invalid_grant: Token has been expired or revoked."_qs;
    QTest::newRow("needs a person") << QByteArray(R"({"error":"interaction_required"})") << Code::SignInEnded
                                    << u"interaction_required"_qs;
    QTest::newRow("repeats the token") << QByteArray(R"({"error":"invalid_request","error_description":"first, GOCSPX?"})")
                                       << Code::ClientRefused << u"invalid_request: …, …?"_qs;
}

void TestMailboxSecrets::refused()
{
    QFETCH(QByteArray, body);
    m_server->status = "400 Bad Request";
    m_server->body = body;
    m_secrets->store(u"m"_qs, OAuthGrant{"first", "GOCSPX"});
    const Result<Secret> answer = get(oauthBox());
    QVERIFY(!answer);
    QTEST(answer.error().code, "code");
    QTEST(answer.error().detail, "detail");
}

void TestMailboxSecrets::notReached()
{
    m_secrets->store(u"m"_qs, OAuthGrant{"first", {}});
    m_server->close();
    const quint16 port = 1; // nobody listens on it
    m_secrets = std::make_unique<MailboxSecrets>(
        std::make_unique<MemoryStore>(m_content), [this, port](const QString &) {
            OAuthProvider provider = m_server->provider();
            provider.tokenUrl.setPort(port);
            return std::optional(provider);
        });
    const Result<Secret> answer = get(oauthBox());
    QCOMPARE(answer.error().code, Code::ServerUnreachable);
    QVERIFY(!answer.error().detail.isEmpty());
}

void TestMailboxSecrets::noAnswer()
{
    m_server->silent = true;
    QNetworkAccessManager network;
    QFuture<Result<OAuthTokens>> future
        = refreshTokens(m_server->provider(), u"id"_qs, {"first", {}}, network, 100);
    QTRY_VERIFY(future.isFinished());
    QCOMPARE(future.result().error().code, Code::ServerTimeout);
}

void TestMailboxSecrets::unknownProvider()
{
    m_secrets->store(u"m"_qs, OAuthGrant{"first", {}});
    Mailbox box = oauthBox();
    box.provider = u"other"_qs;
    QCOMPARE(get(box).error(), (Error{Code::SignInEnded, u"m"_qs, u"other"_qs, -1}));
}

void TestMailboxSecrets::removed()
{
    m_secrets->store(u"m"_qs, Secret{"x"});
    m_secrets->remove(u"m"_qs);
    QCOMPARE(get(named(u"m"_qs)).error().code, Code::NoPassword);
}

void TestMailboxSecrets::goneMeanwhile()
{
    m_server->silent = true;
    m_secrets->store(u"m"_qs, OAuthGrant{"first", {}});
    const QFuture<Result<Secret>> future = m_secrets->get(oauthBox());
    QTRY_COMPARE(m_server->asked.size(), 1);
    m_secrets.reset();
    QTRY_VERIFY(future.isFinished());
    QCOMPARE(future.resultCount(), 0);
}

QTEST_GUILESS_MAIN(TestMailboxSecrets)
#include "test_mailboxsecrets.moc"

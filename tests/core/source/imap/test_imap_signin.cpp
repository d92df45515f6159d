// SPDX-License-Identifier: GPL-3.0-or-later
// Getting in, or being kept out: certificates, passwords, tokens, by a real Dovecot.
#include "tests/core/source/imap/account.h"

#include "core/source/imap/signin.h"
#include "tests/support/dovecot/tokenserver.h"
#include "tests/support/imapscript/imapscript.h"

#include <QTest>

#include <unistd.h>

using namespace tlsrpt;
using namespace tlsrpt::made;

class TestImapSignIn : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void anUnknownAuthority();
    void theUsersOwnAuthority();
    void aWrongName();
    void anExpiredCertificate();
    void theSameOverStartTls();
    void pinned();
    void aPinForAnother();
    void noAuthorityFile();
    void wrongPassword();
    void methods_data();
    void methods();
    void plainOnlyToThisMachine();
    void token();
    void tokenThatRanOut();
    void asAnOrdinaryUser();
    void compressed();
    void nobodyListens();
    void noSuchHost();
    void cancelled();
    void refusals_data();
    void refusals();

private:
    std::unique_ptr<TokenServer> m_tokens;
    std::unique_ptr<Dovecot> m_right;
    std::unique_ptr<Dovecot> m_wrongName;
    std::unique_ptr<Dovecot> m_expired;
};

void TestImapSignIn::initTestCase()
{
    if (const QString why = Dovecot::missing(); !why.isEmpty())
        QSKIP(qPrintable(why));
    m_tokens = std::make_unique<TokenServer>("good-token", Dovecot::user);
    Dovecot::Options right;
    right.introspection = m_tokens->url();
    right.more = "mail_plugins = $mail_plugins zlib\n"
                 "protocol imap {\n mail_plugins = $mail_plugins imap_zlib\n}\n";
    m_right = std::make_unique<Dovecot>(right);
    Dovecot::Options wrongName;
    wrongName.certificate = CertificateKind::WrongName;
    m_wrongName = std::make_unique<Dovecot>(wrongName);
    Dovecot::Options expired;
    expired.certificate = CertificateKind::Expired;
    m_expired = std::make_unique<Dovecot>(expired);
    QVERIFY(m_right->start());
    QVERIFY(m_wrongName->start());
    QVERIFY(m_expired->start());
}

void TestImapSignIn::cleanupTestCase()
{
    m_right.reset();
    m_wrongName.reset();
    m_expired.reset();
    m_tokens.reset();
}

void TestImapSignIn::anUnknownAuthority()
{
    Mailbox mailbox = accountOf(*m_right);
    for (const QString &file : {m_right->certificates().otherAuthority(), QString()}) {
        mailbox.caFile = file; // "" = the system's
        Noted noted;
        noted.connect(mailbox);
        QCOMPARE(noted.code(), Code::CertificateRefused);
        QCOMPARE(noted.client.error().subject, QStringLiteral("localhost"));
        QVERIFY(!noted.client.error().detail.isEmpty());
        QVERIFY(noted.certificate);
        QCOMPARE(noted.certificate->subject, QStringLiteral("Made mail server"));
        QCOMPARE(noted.certificate->issuer, QStringLiteral("Made authority authority"));
        QCOMPARE(noted.certificate->sha256.size(), 32);
        QCOMPARE(noted.certificate->faults, faultsOf(QStringLiteral("unknown-issuer")));
        QCOMPARE(noted.certificate->validFrom, QDateTime({2020, 1, 1}, {0, 0}, Qt::UTC));
        QVERIFY(noted.steps.filter(QLatin1String(Dovecot::user)).isEmpty()); // nothing was sent
    }
}

void TestImapSignIn::theUsersOwnAuthority()
{
    Noted noted;
    noted.connect(accountOf(*m_right));
    QVERIFY(noted.client);
    Mailbox byAddress = accountOf(*m_right);
    byAddress.host = QStringLiteral("127.0.0.1");
    Noted again;
    again.connect(byAddress);
    QVERIFY(again.client);
}

void TestImapSignIn::aWrongName()
{
    Noted noted;
    noted.connect(accountOf(*m_wrongName));
    QCOMPARE(noted.code(), Code::CertificateRefused);
    QVERIFY(noted.certificate);
    QCOMPARE(noted.certificate->faults, faultsOf(u"wrong-name " + accountOf(*m_wrongName).host));
    QCOMPARE(noted.certificate->names, QStringList{QStringLiteral("mail.example.org")});
}

void TestImapSignIn::anExpiredCertificate()
{
    Noted noted;
    noted.connect(accountOf(*m_expired));
    QCOMPARE(noted.code(), Code::CertificateRefused);
    QVERIFY(noted.certificate);
    QCOMPARE(noted.certificate->validTo, QDateTime({2021, 1, 1}, {0, 0}, Qt::UTC));
    QCOMPARE(noted.certificate->faults, (std::vector{CertificateFault{CertificateFault::Kind::Expired, QStringLiteral("2021-01-01")}}));
    QCOMPARE(noted.client.error().detail, QStringLiteral("expired 2021-01-01"));
}

void TestImapSignIn::theSameOverStartTls()
{
    Mailbox mailbox = accountOf(*m_right, Security::StartTls);
    mailbox.caFile = m_right->certificates().otherAuthority();
    Noted noted;
    noted.connect(mailbox);
    QCOMPARE(noted.code(), Code::CertificateRefused);
    Noted wrongName;
    wrongName.connect(accountOf(*m_wrongName, Security::StartTls));
    QCOMPARE(wrongName.code(), Code::CertificateRefused);
}

void TestImapSignIn::pinned()
{
    for (const Dovecot *server : {m_right.get(), m_wrongName.get(), m_expired.get()}) {
        Mailbox mailbox = accountOf(*server);
        mailbox.caFile = server->certificates().otherAuthority();
        Noted refused;
        refused.connect(mailbox);
        QVERIFY(refused.certificate);
        mailbox.pinnedCertificate = refused.certificate->sha256;
        Noted noted;
        noted.connect(mailbox);
        QVERIFY(noted.client);
    }
}

void TestImapSignIn::aPinForAnother()
{
    Mailbox mailbox = accountOf(*m_expired);
    Noted refused;
    refused.connect(mailbox);
    QVERIFY(refused.certificate);
    for (const QByteArray &pin : {QByteArray(32, 'x'), QByteArray("x"),
                                  refused.certificate->sha256.left(31)}) {
        mailbox.pinnedCertificate = pin;
        Noted noted;
        noted.connect(mailbox);
        QCOMPARE(noted.code(), Code::CertificateRefused);
    }
}

void TestImapSignIn::noAuthorityFile()
{
    Mailbox mailbox = accountOf(*m_right);
    mailbox.caFile = QStringLiteral("/nonexistent/authority.pem");
    Noted noted;
    noted.connect(mailbox);
    QCOMPARE(noted.code(), Code::FileUnreadable);
    QCOMPARE(noted.client.error().subject, mailbox.caFile);
}

void TestImapSignIn::wrongPassword()
{
    Noted noted;
    noted.connect(accountOf(*m_right), secretOf("not-it-7261"));
    QCOMPARE(noted.code(), Code::SignInRefused);
    QVERIFY(!noted.client.error().detail.isEmpty());
    QVERIFY(!noted.client.error().detail.contains(QLatin1String("not-it-7261")));
    QVERIFY(noted.steps.filter(QLatin1String("not-it-7261")).isEmpty());
}

void TestImapSignIn::methods_data()
{
    QTest::addColumn<QByteArray>("methods");
    QTest::newRow("PLAIN") << QByteArray("plain");
    QTest::newRow("LOGIN") << QByteArray("login");
    QTest::newRow("both") << QByteArray("login plain");
}

void TestImapSignIn::methods()
{
    QFETCH(QByteArray, methods);
    Dovecot::Options options;
    options.more = "auth_mechanisms = " + methods + "\n";
    Dovecot server(options);
    QVERIFY(server.start());
    Noted noted;
    noted.connect(accountOf(server));
    QVERIFY(noted.client);
}

void TestImapSignIn::plainOnlyToThisMachine()
{
    // Dovecot itself takes 127.0.0.1 for secure.
    Noted noted;
    noted.connect(accountOf(*m_right, Security::Plain));
    QVERIFY(noted.client);
    Mailbox elsewhere = accountOf(*m_right, Security::Plain);
    elsewhere.host = QStringLiteral("192.0.2.1"); // RFC 5737: nobody's
    Noted far;
    far.connect(elsewhere, secretOf(), {1000, 1000});
    QCOMPARE(far.code(), Code::EncryptionMissing);
    QCOMPARE(far.steps.size(), 1); // not even connected
}

void TestImapSignIn::token()
{
    Mailbox mailbox = accountOf(*m_right);
    mailbox.signIn = SignIn::OAuth2;
    Noted noted;
    noted.connect(mailbox, secretOf("good-token"));
    if (!noted.client)
        qWarning() << noted.client.error().detail << m_right->log().right(600);
    QVERIFY(noted.client);
    QVERIFY((*noted.client)->open(QStringLiteral("INBOX")));
}

void TestImapSignIn::tokenThatRanOut()
{
    Mailbox mailbox = accountOf(*m_right);
    mailbox.signIn = SignIn::OAuth2;
    Noted noted;
    noted.connect(mailbox, secretOf("old-token-5511"));
    QCOMPARE(noted.code(), Code::SignInEnded);
    QVERIFY(!noted.client.error().detail.contains(QLatin1String("old-token-5511")));
}

void TestImapSignIn::asAnOrdinaryUser()
{
    if (geteuid() != 0)
        QSKIP("all of it runs as an ordinary user");
    Dovecot::Options options;
    options.asNobody = true;
    Dovecot server(options);
    QVERIFY(server.start());
    QVERIFY(server.deliver(reportMail(1)));
    Noted noted;
    noted.connect(accountOf(server));
    QVERIFY(noted.client);
    QVERIFY((*noted.client)->open(QStringLiteral("INBOX")));
    const Fetched fetched = fetchAll(**noted.client, {1});
    QCOMPARE(fetched.mails.size(), size_t(1));
    QCOMPARE(fetched.mails.front().bytes, reportMail(1));
}

// RFC 4978, with mails that compress well, badly, and larger than any buffer.
void TestImapSignIn::compressed()
{
    QByteArray large = reportMail(1);
    while (large.size() < 3'000'000)
        large += QByteArray::number(large.size() * 2654435761U) + "\r\n";
    const QList<QByteArray> mails = {reportMail(1), large, reportMail(2),
                                     "Subject: x\r\n\r\n" + QByteArray(2'000'000, 'a') + "\r\n"};
    for (const QByteArray &mail : mails)
        QVERIFY(m_right->deliver(mail));
    Noted noted;
    noted.connect(accountOf(*m_right));
    QVERIFY(noted.client);
    QVERIFY((*noted.client)->open(QStringLiteral("INBOX")));
    const Fetched fetched = fetchAll(**noted.client, {1, 2, 3, 4});
    QVERIFY2(fetched.status, fetched.status ? "" : qPrintable(fetched.status.error().detail));
    QCOMPARE(fetched.mails.size(), size_t(4));
    for (const FetchedMail &mail : fetched.mails) // the large ones come last
        QVERIFY(mail.bytes == mails[static_cast<qsizetype>(mail.uid) - 1]);
}

void TestImapSignIn::nobodyListens()
{
    quint16 port = 0;
    {
        ImapScript gone([](Peer &) {});
        port = gone.port();
    }
    Noted noted;
    noted.connect(plainAccount(port));
    QCOMPARE(noted.code(), Code::ServerUnreachable);
    QVERIFY(!noted.client.error().detail.isEmpty());
}

void TestImapSignIn::noSuchHost()
{
    Mailbox mailbox = plainAccount(143);
    mailbox.security = Security::Tls;
    mailbox.host = QStringLiteral("nowhere.invalid"); // RFC 6761
    Noted noted;
    noted.connect(mailbox, secretOf(), {5000, 5000});
    QVERIFY(noted.code() == Code::ServerUnreachable || noted.code() == Code::ServerTimeout);
}

void TestImapSignIn::cancelled()
{
    Noted noted;
    noted.control.cancel();
    noted.connect(accountOf(*m_right));
    QCOMPARE(noted.code(), Code::Cancelled);
}

void TestImapSignIn::refusals_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<SignIn>("way");
    QTest::addColumn<Code>("code");
    const auto row = [](const char *words, SignIn way, Code code) {
        QTest::newRow(words) << QString::fromLatin1(words) << way << code;
    };
    row("[AUTHENTICATIONFAILED] Authentication failed.", SignIn::Password, Code::SignInRefused);
    row("[ALERT] Invalid credentials (Failure)", SignIn::Password, Code::SignInRefused);
    row("[ALERT] Application-specific password required: https://support.google.com/",
        SignIn::Password, Code::AppPasswordNeeded);
    row("[ALERT] Please log in via your web browser: https://support.google.com/",
        SignIn::Password, Code::AppPasswordNeeded);
    row("[ALERT] Your account is not enabled for IMAP use. Please visit your Gmail settings page",
        SignIn::Password, Code::ImapSwitchedOff);
    row("IMAP access is disabled for your domain. Please contact your domain administrator",
        SignIn::OAuth2, Code::ImapSwitchedOff);
    row("[ALERT] Please see https://mail.example/why", SignIn::Password, Code::AppPasswordNeeded);
    row("AUTHENTICATE failed.", SignIn::OAuth2, Code::SignInEnded);
    row("[UNAVAILABLE] Temporary authentication failure", SignIn::Password, Code::ServerClosed);
    row("", SignIn::Password, Code::SignInRefused);
}

void TestImapSignIn::refusals()
{
    QFETCH(QString, words);
    QFETCH(SignIn, way);
    QFETCH(Code, code);
    QCOMPARE(refusalOf(way, words), code);
}

QTEST_GUILESS_MAIN(TestImapSignIn)
#include "test_imap_signin.moc"

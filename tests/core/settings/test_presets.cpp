// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/oauthtokens.h"
#include "core/settings/presets.h"

#include <QtTest>

using namespace tlsrpt;

class TestPresets : public QObject
{
    Q_OBJECT

private slots:
    void provider_data();
    void provider();
    void bridge();
    void noAddress_data();
    void noAddress();
    void guesses();
    void internationalDomain();
    void ownDomains_data();
    void ownDomains();
    void providersOfTokensAreKnown();
};

void TestPresets::provider_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("appPassword");
    QTest::addColumn<QString>("oauth");
    QTest::addColumn<QString>("user");
    const auto row = [](const QString &address, const QString &host, bool appPassword = false, const QString &oauth = {},
                        const QString &user = {}) {
        QTest::newRow(qPrintable(address)) << address << host << appPassword << oauth << (user.isEmpty() ? address : user);
    };
    row(u"a.b+c@gmail.com"_qs, u"imap.gmail.com"_qs, true, u"gmail"_qs);
    row(u"a@GoogleMail.com"_qs, u"imap.gmail.com"_qs, true, u"gmail"_qs);
    row(u"a@outlook.com"_qs, u"outlook.office365.com"_qs, false, u"microsoft365"_qs);
    row(u"a@hotmail.co.uk"_qs, u"outlook.office365.com"_qs, false, u"microsoft365"_qs);
    row(u"a@firm.onmicrosoft.com"_qs, u"outlook.office365.com"_qs, false, u"microsoft365"_qs);
    row(u"a.b@icloud.com"_qs, u"imap.mail.me.com"_qs, true, {}, u"a.b"_qs);
    row(u"a@yahoo.co.jp"_qs, u"imap.mail.yahoo.com"_qs, true);
    row(u"a@gmx.de"_qs, u"imap.gmx.net"_qs);
    row(u"a@gmx.com"_qs, u"imap.gmx.com"_qs);
    row(u"a@web.de"_qs, u"imap.web.de"_qs);
    row(u"a@t-online.de"_qs, u"secureimap.t-online.de"_qs, true);
    row(u"a@fastmail.fm"_qs, u"imap.fastmail.com"_qs, true);
    row(u"a@mailbox.org"_qs, u"imap.mailbox.org"_qs);
    row(u"a@posteo.net"_qs, u"posteo.de"_qs);
    row(u"a@aol.com"_qs, u"imap.aol.com"_qs, true);
    row(u"a@zoho.eu"_qs, u"imap.zoho.eu"_qs, true);
    row(u" a@mailbox.org "_qs, u"imap.mailbox.org"_qs, false, {}, u"a@mailbox.org"_qs);
}

void TestPresets::provider()
{
    QFETCH(QString, address);
    QFETCH(QString, oauth);
    const std::vector<MailboxProposal> found = proposalsFor(address);
    QCOMPARE(found.size(), size_t(1));
    QTEST(found[0].host, "host");
    QTEST(found[0].user, "user");
    QTEST(found[0].needsAppPassword, "appPassword");
    QCOMPARE(found[0].provider, oauth);
    QCOMPARE(found[0].port, quint16(993));
    QCOMPARE(found[0].security, Security::Tls);
    QCOMPARE(found[0].signIn == SignIn::OAuth2, oauth == u"microsoft365");
    QVERIFY(!found[0].providerName.isEmpty());
}

/// A program on this machine.
void TestPresets::bridge()
{
    const std::vector<MailboxProposal> found = proposalsFor(u"a@proton.me"_qs);
    QCOMPARE(found.size(), size_t(1));
    QCOMPARE(found[0].host, u"127.0.0.1"_qs);
    QCOMPARE(found[0].port, quint16(1143));
    QCOMPARE(found[0].security, Security::StartTls);
    QVERIFY(found[0].needsAppPassword);
}

void TestPresets::noAddress_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &text : {QString(), u"a"_qs, u"a@"_qs, u"@example.org"_qs, u"a@b"_qs, u"a b@example.org"_qs,
                                u"a@.org"_qs, u"a@example."_qs, u"a@exa mple.org"_qs, u"a@-"_qs})
        QTest::newRow(qPrintable(text)) << text;
}

void TestPresets::noAddress()
{
    QFETCH(QString, text);
    QVERIFY(proposalsFor(text).empty());
}

void TestPresets::guesses()
{
    QStringList tried;
    for (const MailboxProposal &guess : proposalsFor(u"tls@Example.org"_qs)) {
        QCOMPARE(guess.user, u"tls@Example.org"_qs);
        QVERIFY(guess.providerName.isEmpty());
        QVERIFY(guess.security != Security::Plain);
        tried.append(u"%1:%2"_qs.arg(guess.host).arg(guess.port));
    }
    QCOMPARE(tried, QStringList({u"imap.example.org:993"_qs, u"mail.example.org:993"_qs, u"imap.example.org:143"_qs,
                                 u"mail.example.org:143"_qs, u"example.org:993"_qs}));
}

void TestPresets::internationalDomain()
{
    QCOMPARE(proposalsFor(u"a@müller.example"_qs).front().host, u"imap.xn--mller-kva.example"_qs);
}

void TestPresets::ownDomains_data()
{
    QTest::addColumn<QString>("mx");
    QTest::addColumn<QString>("host");
    const auto row = [](const QString &mx, const QString &host) { QTest::newRow(qPrintable(mx)) << mx << host; };
    row(u"aspmx.l.google.com."_qs, u"imap.gmail.com"_qs);
    row(u"example-org.mail.protection.outlook.com"_qs, u"outlook.office365.com"_qs);
    row(u"mx1.mail.icloud.com"_qs, u"imap.mail.me.com"_qs);
    row(u"MX0.mail.ovh.net"_qs, u"ssl0.ovh.net"_qs);
    row(u"mx00.ionos.de"_qs, u"imap.ionos.de"_qs);
    row(u"smtpin.rzone.de"_qs, u"imap.strato.de"_qs);
    row(u"in1-smtp.messagingengine.com"_qs, u"imap.fastmail.com"_qs);
    row(u"mx.zoho.eu"_qs, u"imappro.zoho.eu"_qs);
    row(u"mxext1.mailbox.org"_qs, u"imap.mailbox.org"_qs);
    row(u"mx.example.org"_qs, QString());
    row(u"notgoogle.com"_qs, QString());
}

void TestPresets::ownDomains()
{
    QFETCH(QString, mx);
    QFETCH(QString, host);
    const std::vector<MailboxProposal> found = proposalsForHost(mx, u"tls@example.org"_qs);
    QCOMPARE(found.empty(), host.isEmpty());
    if (found.empty())
        return;
    QCOMPARE(found[0].host, host);
    QCOMPARE(found[0].user, u"tls@example.org"_qs);
}

void TestPresets::providersOfTokensAreKnown()
{
    for (const QString &address : {u"a@gmail.com"_qs, u"a@outlook.com"_qs}) {
        const std::optional<OAuthProvider> provider = oauthProvider(proposalsFor(address).front().provider);
        QVERIFY(provider);
        for (const QUrl &url : {provider->authorizeUrl, provider->tokenUrl, provider->registrationPage})
            QVERIFY2(url.isValid() && url.scheme() == u"https", qPrintable(url.toString()));
    }
    for (const QString &unknown : {u"other"_qs, QString(), u"microsoft365:"_qs, u"microsoft365:a/b"_qs})
        QVERIFY2(!oauthProvider(unknown), qPrintable(unknown));
    QCOMPARE(oauthProvider(u"microsoft365:example.org"_qs)->tokenUrl,
             QUrl(u"https://login.microsoftonline.com/example.org/oauth2/v2.0/token"_qs));
}

QTEST_GUILESS_MAIN(TestPresets)
#include "test_presets.moc"

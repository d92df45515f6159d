// SPDX-License-Identifier: GPL-3.0-or-later
// Signing in in the browser from a mailbox's dialog: a person, a provider, and a real mail server
// that asks the provider about the token.
#include "tests/support/dovecot/tokenserver.h"
#include "tests/support/oauth/authserver.h"
#include "tests/ui/mailboxes/dialogdesk.h"
#include "tests/ui/mailboxes/mailfixture.h"
#include "ui/mailboxes/certificatebox.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QUrlQuery>

using namespace tlsrpt;
using namespace tlsrpt::test;

namespace
{

/// Follows the redirection at once, as after a person's yes or no.
class FakeBrowser : public QObject
{
    Q_OBJECT
public:
    FakeBrowser() { QDesktopServices::setUrlHandler(u"https"_qs, this, "open"); }
    ~FakeBrowser() override { QDesktopServices::unsetUrlHandler(u"https"_qs); }

    QString answer = u"code=the-code"_qs;
    QUrlQuery asked;
    QByteArray page;

public slots:
    void open(const QUrl &url)
    {
        asked = QUrlQuery(url);
        if (answer.isEmpty())
            return; // nobody signs in
        QUrl back(asked.queryItemValue(u"redirect_uri"_qs, QUrl::FullyDecoded));
        back.setQuery(answer + u"&state="_qs + asked.queryItemValue(u"state"_qs));
        QNetworkReply *reply = m_network.get(QNetworkRequest(back));
        connect(reply, &QNetworkReply::finished, this, [this, reply] {
            page = reply->readAll();
            reply->deleteLater();
        });
    }

private:
    QNetworkAccessManager m_network;
};

struct SignInDesk : Desk {
    AuthServer provider;
    FakeBrowser browser;

    SignInDesk()
    {
        provider.body = R"({"access_token":"good-token","refresh_token":"1//refresh","expires_in":3599})";
        providers = [this](const QString &) { return std::optional(provider.provider()); };
    }
    void begin(const Mailbox &mailbox)
    {
        add();
        enterServer(mailbox, {});
        named<QComboBox>(u"Sign in"_qs)->setCurrentIndex(1);
        enter(u"Client ID"_qs, u"my-client"_qs);
        press(u"Sign in in the browser…"_qs);
    }
};

} // namespace

class TestMailboxSignIn : public QObject
{
    Q_OBJECT

    static Mailbox somewhere()
    {
        Mailbox mailbox;
        mailbox.host = u"127.0.0.1"_qs;
        mailbox.user = u"reports@example.org"_qs;
        return mailbox;
    }

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        qRegisterMetaType<MailboxEntry>();
    }

    void fromTheBrowserToTheMails()
    {
        if (const QString why = made::Dovecot::missing(); !why.isEmpty())
            QSKIP(qPrintable(why));
        made::TokenServer tokens("good-token", made::Dovecot::user);
        made::Dovecot::Options options;
        options.introspection = tokens.url();
        made::Dovecot server(options);
        QVERIFY(server.start());
        QVERIFY(deliverReports(server, 0, 2));
        SignInDesk d;
        d.begin(mailboxOn(server));
        QTRY_VERIFY(d.says(u"Signed in. What was permitted is kept"_qs));
        QVERIFY(d.browser.page.contains("You are signed in."));
        QCOMPARE(d.browser.asked.queryItemValue(u"login_hint"_qs, QUrl::FullyDecoded), u"reports@example.org"_qs);
        QCOMPARE(d.provider.asked.size(), 1);
        QCOMPARE(d.provider.asked.first().value(u"client_id"_qs), u"my-client"_qs);

        d.press(u"Test"_qs);
        auto *box = d.dialog->findChild<CertificateBox *>();
        QTRY_VERIFY_WITH_TIMEOUT(box->isVisible(), 20'000);
        QTest::keyClick(box->findChild<QCheckBox *>(), Qt::Key_Space);
        d.press(u"Test again"_qs);
        QTRY_VERIFY_WITH_TIMEOUT(d.log().contains(u"The mailbox can be read: 3 mails"_qs), 20'000);
        QSignalSpy chosen(d.dialog.get(), &MailboxDialog::chosen);
        d.press(u"Add the mailbox"_qs);
        QCOMPARE(chosen.size(), 1);
        const auto entry = chosen[0][0].value<MailboxEntry>();
        QVERIFY(entry.mailbox.signIn == SignIn::OAuth2);
        QCOMPARE(entry.mailbox.clientId, u"my-client"_qs);
        QCOMPARE(entry.grant->refreshToken, QByteArray("1//refresh"));
        QVERIFY(!entry.password);
    }

    void refusalsSayWhatToDo_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("next");
        QTest::newRow("client") << u"code=x"_qs << QByteArray(R"({"error":"invalid_client"})") << u"refuses the client ID"_qs
                                << u"Compare the client ID"_qs;
        QTest::newRow("no") << u"error=access_denied"_qs << QByteArray() << u"permission to read this mailbox was not given"_qs
                            << u"allow it"_qs;
        QTest::newRow("ended") << u"code=x"_qs << QByteArray(R"({"error":"invalid_grant"})") << u"taken back or has run out"_qs
                               << u"Sign in again"_qs;
    }

    void refusalsSayWhatToDo()
    {
        QFETCH(QString, answer);
        QFETCH(QByteArray, body);
        SignInDesk d;
        d.browser.answer = answer;
        d.provider.status = "400 Bad Request";
        d.provider.body = body;
        d.begin(somewhere());
        QFETCH(QString, what);
        QFETCH(QString, next);
        QTRY_VERIFY(d.says(what));
        QVERIFY(d.says(next));
        QVERIFY(!d.says(u"refused the user name or the password"_qs));
        QVERIFY(!button(*d.dialog, u"Test"_qs)->isEnabled());
        d.provider.status = "200 OK";
        d.provider.body = R"({"access_token":"a","refresh_token":"b"})";
        d.browser.answer = u"code=y"_qs;
        d.press(u"Sign in in the browser…"_qs);
        QTRY_VERIFY(button(*d.dialog, u"Test"_qs)->isEnabled());
    }

    void nobodySignsIn()
    {
        SignInDesk d;
        d.browser.answer.clear();
        d.begin(somewhere());
        QVERIFY(d.says(u"The browser is open"_qs));
        d.press(u"Stop waiting for the browser"_qs);
        QTRY_VERIFY(!d.says(u"The browser is open"_qs));
        QVERIFY(d.says(u"Sign in in the browser."_qs)); // what is missing
    }
};

QTEST_MAIN(TestMailboxSignIn)
#include "test_mailboxsignin.moc"

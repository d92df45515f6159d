// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/source/imap/account.h"

#include "tests/support/corpus/corpus.h"

namespace tlsrpt::made
{

Mailbox accountOf(const Dovecot &server, Security security)
{
    Mailbox mailbox;
    mailbox.name = QStringLiteral("made");
    mailbox.host = QStringLiteral("localhost");
    mailbox.security = security;
    mailbox.port = security == Security::Tls ? server.tlsPort() : server.plainPort();
    mailbox.user = QLatin1String(Dovecot::user);
    mailbox.caFile = server.certificates().authority();
    return mailbox;
}

Mailbox plainAccount(quint16 port)
{
    Mailbox mailbox;
    mailbox.name = QStringLiteral("made");
    mailbox.host = QStringLiteral("127.0.0.1");
    mailbox.port = port;
    mailbox.security = Security::Plain;
    mailbox.user = QStringLiteral("me");
    return mailbox;
}

Secret secretOf(const QByteArray &value)
{
    return {value};
}

QByteArray reportMail(int number)
{
    static const Corpus corpus({20'000, 1});
    return toMail(corpus.at(number));
}

QByteArray otherMail(int number)
{
    const QByteArray head = "From: a@example.org\r\nTo: b@example.org\r\nSubject: Hello " +
                            QByteArray::number(number) + "\r\nMIME-Version: 1.0\r\n";
    if (number % 3 == 0)
        return head + "Content-Type: text/plain\r\n\r\nReport Domain: no report at all.\r\n";
    const QByteArray attachment =
        number % 3 == 1 ? QByteArray("Content-Type: image/png; name=\"a.png\"\r\n")
                        : QByteArray("Content-Type: application/gzip; "
                                     "name=\"google.com!example.org!1!2.xml.gz\"\r\n");
    return head + "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n"
                  "Content-Type: text/plain\r\n\r\nHello\r\n--x\r\n" +
           attachment + "Content-Transfer-Encoding: base64\r\n\r\nAAAA\r\n--x--\r\n";
}

void Noted::connect(const Mailbox &mailbox, const Secret &secret, const ImapTimeouts &timeouts)
{
    ImapObserver observer;
    observer.step = [this](ImapStep step, const QString &detail) {
        steps.append(QString::number(static_cast<int>(step)) + u' ' + detail);
    };
    observer.certificate = [this](const CertificateProblem &problem) { certificate = problem; };
    client = ImapClient::connect(mailbox, secret, control, observer, timeouts);
}

Fetched fetchAll(ImapClient &client, const std::vector<quint32> &uids)
{
    Fetched fetched;
    fetched.status = client.fetch(
        uids,
        [&fetched](FetchedMail mail) {
            fetched.mails.push_back(std::move(mail));
            return true;
        },
        [&fetched](quint32 uid) { fetched.missing.push_back(uid); });
    return fetched;
}

} // namespace tlsrpt::made

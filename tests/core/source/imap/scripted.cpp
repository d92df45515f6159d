// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/source/imap/scripted.h"

#include <QTest>

namespace tlsrpt::made
{

QByteArray fetchAnswer(int uid, const QByteArray &what)
{
    return "* " + QByteArray::number(uid) + " FETCH (UID " + QByteArray::number(uid) + ' ' + what +
           ")\r\n";
}

QByteArray literal(const QByteArray &bytes)
{
    return '{' + QByteArray::number(bytes.size()) + "}\r\n" + bytes;
}

bool threeMails(Peer &peer, const QByteArray &command)
{
    if (command.contains("RFC822.SIZE")) {
        for (int uid = 1; uid <= 3; ++uid)
            peer.send(fetchAnswer(uid, "RFC822.SIZE 20 INTERNALDATE "
                                       "\"17-Jul-2026 02:44:25 +0130\""));
        peer.ok();
        return true;
    }
    return false;
}

void Scripted::play(const std::function<void(Peer &)> &script, Security security)
{
    m_noted.reset();
    m_server = std::make_unique<ImapScript>(script);
    m_noted = std::make_unique<Noted>();
    Mailbox mailbox = plainAccount(m_server->port());
    mailbox.security = security;
    m_noted->connect(mailbox, secretOf("pass\"word"), {2000, 700});
}

void Scripted::serve(const QByteArray &capabilities,
                            const std::function<bool(Peer &, const QByteArray &)> &answer)
{
    play([capabilities, answer](Peer &peer) {
        peer.welcome(capabilities);
        peer.serve([&](const QByteArray &command) { return answer(peer, command); });
    });
    QVERIFY2(m_noted->client, m_noted->client ? "" : qPrintable(m_noted->client.error().detail));
    QVERIFY(client().open(QStringLiteral("INBOX")));
}

} // namespace tlsrpt::made

// SPDX-License-Identifier: GPL-3.0-or-later
// A mailbox on a real Dovecot, with reports in it.
#pragma once

#include "core/source/mailbox.h"
#include "tests/support/corpus/corpus.h"
#include "tests/support/dovecot/dovecot.h"

#include <QTcpServer>

namespace tlsrpt::test
{

inline Mailbox mailboxOn(const made::Dovecot &server)
{
    Mailbox mailbox;
    mailbox.name = QStringLiteral("Reports");
    mailbox.host = QStringLiteral("127.0.0.1");
    mailbox.port = server.tlsPort();
    mailbox.security = Security::Tls;
    mailbox.user = QString::fromLatin1(made::Dovecot::user);
    mailbox.caFile = server.certificates().authority();
    return mailbox;
}

inline Secret rightPassword()
{
    return {QByteArray(made::Dovecot::password)};
}

/// Reports number `first` and on, and a mail of another kind.
inline bool deliverReports(made::Dovecot &server, int first, int count)
{
    const made::Corpus corpus({1000, 11});
    bool done = true;
    for (int i = first; i < first + count; ++i)
        done = server.deliver(made::toMail(corpus.at(i))) && done;
    return server.deliver("From: a@example.org\r\nSubject: Lunch\r\n\r\nAt noon?\r\n") && done;
}

/// Nobody listens there.
inline quint16 closedPort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

} // namespace tlsrpt::test

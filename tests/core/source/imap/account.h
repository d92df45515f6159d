// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of the client share: an account, mails, and a client that notes what it was told.
#pragma once

#include "core/source/imap/imapclient.h"
#include "tests/support/dovecot/dovecot.h"

namespace tlsrpt::made
{

/// The test user's account on this server, over TLS.
Mailbox accountOf(const Dovecot &server, Security security = Security::Tls);
/// An account on a scripted server, without encryption.
Mailbox plainAccount(quint16 port);
Secret secretOf(const QByteArray &value = Dovecot::password);

/// A report mail of the given number, from the shared corpus.
QByteArray reportMail(int number);
/// Somebody's letter: text, text with a picture, or a DMARC report, by number.
QByteArray otherMail(int number);

/// A client and all that it told.
struct Noted {
    Result<std::unique_ptr<ImapClient>> client = failure(Code::NoSuchMailbox);
    QStringList steps;
    std::optional<CertificateProblem> certificate;
    JobControl control;

    void connect(const Mailbox &mailbox, const Secret &secret = secretOf(),
                 const ImapTimeouts &timeouts = {});
    Code code() const { return client ? Code::NoSuchMailbox : client.error().code; }
};

struct Fetched {
    std::vector<FetchedMail> mails;
    std::vector<quint32> missing;
    Status status;
};
Fetched fetchAll(ImapClient &client, const std::vector<quint32> &uids);

} // namespace tlsrpt::made

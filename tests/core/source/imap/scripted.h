// SPDX-License-Identifier: GPL-3.0-or-later
// A client that talks to a script.
#pragma once

#include "tests/core/source/imap/account.h"
#include "tests/support/imapscript/imapscript.h"

#include <QObject>
#include <QScopeGuard>

namespace tlsrpt::made
{

class Scripted : public QObject
{
protected:
    /// Connects to this script and signs in.
    void play(const std::function<void(Peer &)> &script, Security security = Security::Plain);
    /// The same, then opens INBOX; `answer` knows the commands after that.
    void serve(const QByteArray &capabilities,
               const std::function<bool(Peer &, const QByteArray &)> &answer);
    ImapClient &client() { return **m_noted->client; }
    /// Before what the script refers to goes out of scope: it also hears the goodbye.
    [[nodiscard]] auto hangUpAtTheEnd()
    {
        return qScopeGuard([this] {
            m_noted.reset();
            m_server.reset();
        });
    }

    std::unique_ptr<ImapScript> m_server;
    std::unique_ptr<Noted> m_noted;
};

QByteArray fetchAnswer(int uid, const QByteArray &what);
QByteArray literal(const QByteArray &bytes);
/// Sizes and dates of three mails of 20 bytes; false for other commands.
bool threeMails(Peer &peer, const QByteArray &command);

} // namespace tlsrpt::made

// SPDX-License-Identifier: GPL-3.0-or-later
// A server on 127.0.0.1 that says, byte for byte, what a test wants.
#pragma once

#include <QByteArray>
#include <QThread>

#include <atomic>
#include <functional>

class QTcpSocket;

namespace tlsrpt::made
{

/// The server's side of one connection.
class Peer
{
public:
    explicit Peer(QTcpSocket &socket)
        : m_socket(socket)
    {
    }
    void send(const QByteArray &bytes);
    /// The next command without its tag and line end; "" when the client has gone. "DONE" and other
    /// lines without a tag are returned whole.
    QByteArray command();
    /// The next line, as it is.
    QByteArray line();
    const QByteArray &tag() const { return m_tag; }
    void ok(const QByteArray &before = {}); ///< then TAG OK
    void no(const QByteArray &words);
    void close();
    bool isConnected() const;
    /// All that still comes, until the client has gone.
    QByteArray rest();
    /// Nothing more is said; returns when the client has gone.
    void wait();
    /// Until the client goes or asks for something that `answer` does not know (then: BAD).
    /// `answer` gets the command in upper case and returns whether it answered.
    void serve(const std::function<bool(const QByteArray &)> &answer);
    /// Greeting, CAPABILITY and sign-in as usual; `capabilities` beside IMAP4rev1.
    void welcome(const QByteArray &capabilities = {});
    bool common(const QByteArray &command);

private:
    QTcpSocket &m_socket;
    QByteArray m_tag;
    QByteArray m_capabilities = "IMAP4rev1 UIDPLUS";
};

class ImapScript : public QThread
{
public:
    /// Plays the script for each connection, one after the other.
    explicit ImapScript(std::function<void(Peer &)> script);
    ~ImapScript() override;
    quint16 port();

protected:
    void run() override;

private:
    std::function<void(Peer &)> m_script;
    std::atomic<int> m_port = 0;
};

} // namespace tlsrpt::made

// SPDX-License-Identifier: GPL-3.0-or-later
// Between a client and a real IMAP server on this machine, in plain text: passes all on, but for one
// answer of the server's, which becomes another.
#pragma once

#include <QByteArray>
#include <QThread>

#include <atomic>
#include <mutex>

namespace tlsrpt::made
{

enum class Fault {
    Cut,  ///< the connection ends instead
    Half, ///< half of the answer comes, then the connection ends
    Bye,  ///< the server takes its leave, in words, then the connection ends
    No,
    Bad,
};

class FaultRelay : public QThread
{
public:
    explicit FaultRelay(quint16 server);
    ~FaultRelay() override;
    quint16 port();

    /// The `answer`th from now on, over all connections and with their greetings, but without
    /// those to LOGOUT.
    void arm(int answer, Fault fault);
    void disarm() { arm(0, Fault::Cut); }
    /// What it would have been an answer to, without the tag: "GREETING", "EXAMINE \"INBOX\"".
    /// Empty: nobody got as far.
    QByteArray struck();

    /// For its connections: is this the one, and what becomes of it?
    bool strikes(const QByteArray &command, Fault &fault);

protected:
    void run() override;

private:
    const quint16 m_server;
    std::atomic<int> m_port = 0;
    std::mutex m_mutex;
    int m_left = 0;
    Fault m_fault = Fault::Cut;
    QByteArray m_struck;
};

} // namespace tlsrpt::made

// SPDX-License-Identifier: GPL-3.0-or-later
// Answers whether an access token is good (RFC 7662), over HTTP on 127.0.0.1, from its own thread.
#pragma once

#include <QByteArray>
#include <QThread>

#include <atomic>

namespace tlsrpt::made
{

class TokenServer : public QThread
{
public:
    /// One good token, of this user.
    TokenServer(QByteArray token, QByteArray user);
    ~TokenServer() override;

    /// For Dovecot::Options, once it listens.
    QByteArray url();

protected:
    void run() override;

private:
    QByteArray m_token;
    QByteArray m_user;
    std::atomic<int> m_port = 0;
};

} // namespace tlsrpt::made

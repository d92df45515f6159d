// SPDX-License-Identifier: GPL-3.0-or-later
// Between a client and a server on this machine; breaks connections after so many bytes.
#pragma once

#include <QList>
#include <QThread>

#include <atomic>

namespace tlsrpt::fetchtest
{

class Relay : public QThread
{
public:
    /// `cuts`: how many bytes of the server the first, second, … connection lets through; the ones
    /// behind them live as long as they want.
    Relay(quint16 server, QList<qint64> cuts);
    ~Relay() override;

    quint16 port();
    int connections() const { return m_connections; }

protected:
    void run() override;

private:
    const quint16 m_server;
    const QList<qint64> m_cuts;
    std::atomic<int> m_port = 0;
    std::atomic<int> m_connections = 0;
};

} // namespace tlsrpt::fetchtest

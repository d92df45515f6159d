// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/pipeline/relay.h"

#include <QTcpServer>
#include <QTcpSocket>

namespace tlsrpt::fetchtest
{

Relay::Relay(quint16 server, QList<qint64> cuts)
    : m_server(server)
    , m_cuts(std::move(cuts))
{
    start();
}

Relay::~Relay()
{
    quit();
    wait();
}

quint16 Relay::port()
{
    while (m_port == 0 && isRunning())
        yieldCurrentThread();
    return quint16(m_port);
}

void Relay::run()
{
    QTcpServer listener;
    QObject::connect(&listener, &QTcpServer::newConnection, &listener, [&] {
        QTcpSocket *client = listener.nextPendingConnection();
        auto *server = new QTcpSocket(client);
        const int index = m_connections++;
        auto left = std::make_shared<qint64>(index < m_cuts.size() ? m_cuts[index] : -1);
        server->connectToHost(QHostAddress::LocalHost, m_server);
        QObject::connect(client, &QTcpSocket::readyRead, server, [client, server] { server->write(client->readAll()); });
        QObject::connect(server, &QTcpSocket::readyRead, client, [client, server, left] {
            QByteArray bytes = server->readAll();
            const bool last = *left >= 0 && bytes.size() >= *left;
            if (last)
                bytes.truncate(*left);
            if (*left >= 0)
                *left -= bytes.size();
            client->write(bytes);
            if (last)
                client->disconnectFromHost(); // after what is written
        });
        QObject::connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
        QObject::connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
    });
    if (!listener.listen(QHostAddress::LocalHost))
        return;
    m_port = listener.serverPort();
    exec();
}

} // namespace tlsrpt::fetchtest

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/dovecot/tokenserver.h"

#include <QTcpServer>
#include <QTcpSocket>

#include <memory>

namespace tlsrpt::made
{

TokenServer::TokenServer(QByteArray token, QByteArray user)
    : m_token(std::move(token))
    , m_user(std::move(user))
{
    start();
}

TokenServer::~TokenServer()
{
    requestInterruption();
    wait();
}

QByteArray TokenServer::url()
{
    while (m_port == 0)
        wait(1);
    return "http://127.0.0.1:" + QByteArray::number(m_port) + "/introspect?token=";
}

void TokenServer::run()
{
    QTcpServer server;
    if (!server.listen(QHostAddress::LocalHost)) {
        m_port = -1;
        return;
    }
    m_port = server.serverPort();
    while (!isInterruptionRequested()) {
        if (!server.waitForNewConnection(100))
            continue;
        const std::unique_ptr<QTcpSocket> socket(server.nextPendingConnection());
        QByteArray request;
        while (!request.contains("\r\n\r\n") && socket->waitForReadyRead(2000))
            request += socket->readAll();
        const bool good = request.contains(QByteArray("token=" + m_token + '&'));
        const QByteArray body = good ? QByteArray("{\"active\":true,\"email\":\"" + m_user + "\"}")
                                     : QByteArray("{\"active\":false}");
        socket->write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n"
                      "Content-Length: " +
                      QByteArray::number(body.size()) + "\r\n\r\n" + body);
        socket->waitForBytesWritten(2000);
        socket->disconnectFromHost();
    }
}

} // namespace tlsrpt::made

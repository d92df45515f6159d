// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/imapscript/faultrelay.h"

#include <QTcpServer>
#include <QTcpSocket>

namespace tlsrpt::made
{

namespace
{

/// One connection and its own to the server; goes with the client.
class Line : public QObject
{
public:
    Line(FaultRelay &relay, QTcpSocket *client, quint16 port)
        : QObject(client), m_relay(relay), m_client(*client), m_server(this)
    {
        m_server.connectToHost(QHostAddress::LocalHost, port);
        connect(&m_client, &QTcpSocket::readyRead, this, &Line::fromClient);
        connect(&m_server, &QTcpSocket::readyRead, this, &Line::fromServer);
        connect(&m_server, &QTcpSocket::disconnected, &m_client, &QTcpSocket::disconnectFromHost);
        connect(&m_client, &QTcpSocket::disconnected, &m_client, &QObject::deleteLater);
        Fault fault = Fault::Cut;
        if (m_relay.strikes("GREETING", fault))
            strike("*", fault);
    }

private:
    void fromClient()
    {
        m_commands += m_client.readAll();
        for (qsizetype end = 0; (end = m_commands.indexOf('\n')) >= 0;) {
            const QByteArray line = m_commands.left(end + 1);
            m_commands.remove(0, end + 1);
            pass(line);
        }
    }

    void pass(const QByteArray &line)
    {
        // "DONE" and what follows a "+" have no tag: the command's counts.
        const qsizetype space = line.indexOf(' ');
        const QByteArray command = line.mid(space + 1).trimmed();
        if (space > 0)
            m_tag = line.left(space);
        Fault fault = Fault::Cut;
        const bool struck = command != "LOGOUT" && m_relay.strikes(command, fault);
        if (!struck || fault == Fault::Half)
            m_server.write(line);
        if (struck)
            strike(m_tag, fault);
    }

    void strike(const QByteArray &tag, Fault fault)
    {
        if (fault == Fault::Half) {
            m_halving = true;
            return;
        }
        m_mute = tag == "*" || fault == Fault::Cut || fault == Fault::Bye;
        if (fault == Fault::Bye)
            m_client.write("* BYE made\r\n");
        if (fault == Fault::No || fault == Fault::Bad)
            m_client.write(tag + (fault == Fault::No ? " NO" : " BAD") + " made\r\n");
        if (m_mute)
            m_client.disconnectFromHost(); // after what is written
    }

    void fromServer()
    {
        const QByteArray bytes = m_server.readAll();
        if (m_mute)
            return;
        if (!m_halving) {
            m_client.write(bytes);
            return;
        }
        m_answer += bytes;
        const QByteArray lines = '\n' + m_answer;
        const bool complete = m_tag.isEmpty() || lines.contains(QByteArray('\n' + m_tag + ' ')) || lines.contains("\n+");
        if (!m_answer.endsWith('\n') || !complete)
            return;
        m_mute = true;
        m_client.write(m_answer.left(m_answer.size() / 2));
        m_client.disconnectFromHost();
    }

    FaultRelay &m_relay;
    QTcpSocket &m_client;
    QTcpSocket m_server;
    QByteArray m_commands;
    QByteArray m_tag;
    QByteArray m_answer;
    bool m_halving = false;
    bool m_mute = false; ///< nothing more comes from the server
};

} // namespace

FaultRelay::FaultRelay(quint16 server)
    : m_server(server)
{
    start();
}

FaultRelay::~FaultRelay()
{
    quit();
    wait();
}

quint16 FaultRelay::port()
{
    while (m_port == 0 && isRunning())
        yieldCurrentThread();
    return static_cast<quint16>(m_port);
}

void FaultRelay::arm(int answer, Fault fault)
{
    const std::lock_guard lock(m_mutex);
    m_left = answer;
    m_fault = fault;
    m_struck.clear();
}

QByteArray FaultRelay::struck()
{
    const std::lock_guard lock(m_mutex);
    return m_struck;
}

bool FaultRelay::strikes(const QByteArray &command, Fault &fault)
{
    const std::lock_guard lock(m_mutex);
    if (m_left == 0 || --m_left > 0)
        return false;
    m_struck = command;
    fault = m_fault;
    return true;
}

void FaultRelay::run()
{
    QTcpServer listener;
    QObject::connect(&listener, &QTcpServer::newConnection, &listener, [&] {
        QTcpSocket *client = listener.nextPendingConnection();
        client->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        new Line(*this, client, m_server);
    });
    if (!listener.listen(QHostAddress::LocalHost))
        return;
    m_port = listener.serverPort();
    exec();
}

} // namespace tlsrpt::made

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/imapscript/imapscript.h"

#include <QTcpServer>
#include <QTcpSocket>

#include <memory>

namespace tlsrpt::made
{

namespace
{

constexpr int patienceMs = 20'000;

} // namespace

void Peer::send(const QByteArray &bytes)
{
    m_socket.write(bytes);
    while (m_socket.bytesToWrite() > 0 && m_socket.waitForBytesWritten(patienceMs)) {
    }
}

QByteArray Peer::line()
{
    while (!m_socket.canReadLine()) {
        if (!m_socket.waitForReadyRead(patienceMs))
            return {};
    }
    return m_socket.readLine();
}

QByteArray Peer::command()
{
    const QByteArray text = line().trimmed();
    const qsizetype space = text.indexOf(' ');
    if (space < 0)
        return text;
    m_tag = text.left(space);
    return text.mid(space + 1);
}

void Peer::ok(const QByteArray &before)
{
    send(before + m_tag + " OK done\r\n");
}

void Peer::no(const QByteArray &words)
{
    send(m_tag + " NO " + words + "\r\n");
}

void Peer::close()
{
    m_socket.disconnectFromHost();
}

bool Peer::isConnected() const
{
    return m_socket.state() == QAbstractSocket::ConnectedState;
}

QByteArray Peer::rest()
{
    while (isConnected() && m_socket.waitForReadyRead(patienceMs)) {
    }
    return m_socket.readAll();
}

void Peer::wait()
{
    rest();
}

void Peer::welcome(const QByteArray &capabilities)
{
    if (!capabilities.isEmpty())
        m_capabilities = "IMAP4rev1 " + capabilities;
    send("* OK ready\r\n");
}

bool Peer::common(const QByteArray &command)
{
    if (command == "CAPABILITY")
        ok("* CAPABILITY " + m_capabilities + "\r\n");
    else if (command.startsWith("LOGIN "))
        ok();
    else if (command.startsWith("EXAMINE ") || command.startsWith("SELECT "))
        ok("* 3 EXISTS\r\n* OK [UIDVALIDITY 7] x\r\n* OK [UIDNEXT 4] x\r\n");
    else if (command == "LOGOUT")
        close();
    else
        return false;
    return true;
}

void Peer::serve(const std::function<bool(const QByteArray &)> &answer)
{
    for (;;) {
        const QByteArray text = command().toUpper();
        if (text.isEmpty() || m_socket.state() != QAbstractSocket::ConnectedState)
            return;
        if (!answer(text) && !common(text))
            send(m_tag + " BAD unknown\r\n");
    }
}

ImapScript::ImapScript(std::function<void(Peer &)> script)
    : m_script(std::move(script))
{
    start();
}

ImapScript::~ImapScript()
{
    requestInterruption();
    wait();
}

quint16 ImapScript::port()
{
    while (m_port == 0)
        wait(1);
    return static_cast<quint16>(m_port);
}

void ImapScript::run()
{
    QTcpServer server;
    if (!server.listen(QHostAddress::LocalHost)) {
        m_port = -1;
        return;
    }
    m_port = server.serverPort();
    while (!isInterruptionRequested()) {
        if (!server.waitForNewConnection(50))
            continue;
        const std::unique_ptr<QTcpSocket> socket(server.nextPendingConnection());
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        Peer peer(*socket);
        m_script(peer);
        if (socket->state() != QAbstractSocket::UnconnectedState) {
            socket->disconnectFromHost();
            if (socket->state() != QAbstractSocket::UnconnectedState)
                socket->waitForDisconnected(1000);
        }
    }
}

} // namespace tlsrpt::made

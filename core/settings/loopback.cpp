// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/loopback.h"

#include <QNetworkReply>
#include <QTcpSocket>

namespace tlsrpt
{

namespace
{

constexpr qsizetype longestRequest = 65536;

QByteArray httpAnswer(const QByteArray &status, const QString &text)
{
    const QString escaped = text.toHtmlEscaped();
    const QByteArray body
        = (u"<!DOCTYPE html><html><head><meta charset=\"utf-8\"><meta name=\"color-scheme\" content=\"light dark\">"
           "<title>%1</title></head><body><p>%1</p></body></html>"_qs)
              .arg(escaped)
              .toUtf8();
    return "HTTP/1.1 " + status
           + "\r\nContent-Type: text/html; charset=utf-8\r\nCache-Control: no-store\r\n"
             "Referrer-Policy: no-referrer\r\nContent-Security-Policy: default-src 'none'\r\n"
             "Connection: close\r\nContent-Length: "
           + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

/// Decoded here: the library hands on what it was given, and the codes of Google have slashes.
QVariantMap valuesOf(const QUrl &url)
{
    QVariantMap values;
    const QByteArray query = url.query(QUrl::FullyEncoded).toLatin1();
    for (const QByteArray &pair : query.split('&')) {
        const qsizetype equals = pair.indexOf('=');
        if (equals <= 0)
            continue;
        QByteArray value = pair.mid(equals + 1);
        value.replace('+', ' '); // application/x-www-form-urlencoded, RFC 6749 §4.1.2
        values.insert(QString::fromLatin1(pair.left(equals)), QUrl::fromPercentEncoding(value));
    }
    return values;
}

} // namespace

LoopbackReply::LoopbackReply(const QString &host, const QString &state, const QString &page, QObject *parent)
    : QAbstractOAuthReplyHandler(parent)
    , m_host(host)
    , m_state(state)
    , m_page(page)
{
    for (QTcpServer *server : {&m_server, &m_server6})
        connect(server, &QTcpServer::newConnection, this, [this, server] { accept(*server); });
}

bool LoopbackReply::listen()
{
    if (!m_server.listen(QHostAddress::LocalHost))
        return false;
    m_port = m_server.serverPort();
    if (m_host == u"localhost")
        m_server6.listen(QHostAddress::LocalHostIPv6, m_port);
    return true;
}

QString LoopbackReply::callback() const
{
    return u"http://%1:%2/"_qs.arg(m_host).arg(m_port);
}

void LoopbackReply::accept(QTcpServer &server)
{
    while (QTcpSocket *socket = server.nextPendingConnection()) {
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(*socket); });
    }
}

/// Waits for the whole head: a connection closed before the browser has said all is reset.
void LoopbackReply::read(QTcpSocket &socket)
{
    const QByteArray head = socket.peek(longestRequest);
    if (head.size() == longestRequest)
        return socket.abort();
    if (!head.contains("\r\n\r\n"))
        return;
    socket.readAll();
    answer(socket, head.left(head.indexOf("\r\n")));
}

void LoopbackReply::answer(QTcpSocket &socket, const QByteArray &requestLine)
{
    const QList<QByteArray> words = requestLine.split(' ');
    const QUrl url = words.size() == 3 && words[0] == "GET" ? QUrl::fromEncoded(words[1]) : QUrl();
    const QVariantMap values = valuesOf(url);
    const bool ours = url.path() == u"/" && values.value(u"state"_qs).toString() == m_state && answered;
    socket.write(ours ? httpAnswer("200 OK", m_page) : httpAnswer("404 Not Found", {}));
    socket.flush();
    socket.disconnectFromHost();
    if (!ours)
        return;
    m_server.close();
    m_server6.close();
    const auto tell = std::exchange(answered, nullptr);
    tell(values);
}

void LoopbackReply::networkReplyFinished(QNetworkReply *reply)
{
    reply->deleteLater();
    exchanged(tokensOf(*reply));
}

} // namespace tlsrpt

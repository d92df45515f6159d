// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/oauth/authserver.h"

#include <QTcpSocket>
#include <QUrlQuery>

namespace tlsrpt
{

AuthServer::AuthServer()
{
    connect(this, &QTcpServer::newConnection, this, [this] {
        QTcpSocket *socket = nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(*socket); });
    });
    listen(QHostAddress::LocalHost);
}

OAuthProvider AuthServer::provider(const QString &redirectHost) const
{
    OAuthProvider provider;
    provider.id = u"test"_qs;
    provider.authorizeUrl = QUrl(u"https://login.example.org/authorize"_qs);
    provider.tokenUrl = QUrl(u"http://127.0.0.1:%1/token"_qs.arg(serverPort()));
    provider.scope = u"https://mail.example.org/IMAP offline_access"_qs;
    provider.redirectHost = redirectHost;
    provider.extra = {{u"prompt"_qs, u"consent & more"_qs}};
    return provider;
}

void AuthServer::read(QTcpSocket &socket)
{
    const QByteArray request = socket.peek(socket.bytesAvailable());
    const qsizetype head = request.indexOf("\r\n\r\n");
    const qsizetype length = request.toLower().indexOf("content-length:");
    if (head < 0 || length < 0)
        return;
    const int bytes = request.mid(length + 15, request.indexOf('\r', length) - length - 15).trimmed().toInt();
    if (request.size() < head + 4 + bytes)
        return;
    socket.readAll();
    QMap<QString, QString> form;
    for (const auto &item : QUrlQuery(QString::fromLatin1(request.mid(head + 4))).queryItems(QUrl::FullyDecoded))
        form.insert(item.first, item.second);
    asked.append(form);
    if (silent)
        return;
    socket.write("HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nConnection: close\r\n" + headers
                 + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    socket.disconnectFromHost();
}

} // namespace tlsrpt

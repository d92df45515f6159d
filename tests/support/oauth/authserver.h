// SPDX-License-Identifier: GPL-3.0-or-later
// The token endpoint of an OAuth 2 provider, on this machine: answers as it is told and remembers
// what it was asked.
#pragma once

#include "core/settings/oauthtokens.h"

#include <QMap>
#include <QTcpServer>

namespace tlsrpt
{

class AuthServer : public QTcpServer
{
public:
    AuthServer();

    OAuthProvider provider(const QString &redirectHost = u"127.0.0.1"_qs) const;

    QByteArray status = "200 OK";
    QByteArray body; ///< JSON
    QByteArray headers; ///< more of them, each with its line end
    bool silent = false; ///< takes the question and says nothing
    QList<QMap<QString, QString>> asked; ///< the forms, decoded

private:
    void read(class QTcpSocket &socket);
};

} // namespace tlsrpt

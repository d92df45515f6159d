// SPDX-License-Identifier: GPL-3.0-or-later
// Where the browser brings the answer of an authorization server: a port of this machine only
// (RFC 8252 §7.3). Qt's own handler takes any answer, and writes it into the log when it is odd.
#pragma once

#include "core/settings/oauthtokens.h"

#include <QAbstractOAuthReplyHandler>
#include <QTcpServer>

#include <functional>

namespace tlsrpt
{

class LoopbackReply : public QAbstractOAuthReplyHandler
{
public:
    /// Takes the answer with this `state` and no other; `page` is shown for it.
    LoopbackReply(const QString &host, const QString &state, const QString &page, QObject *parent);

    bool listen(); ///< on a free port
    QString callback() const override;
    void networkReplyFinished(QNetworkReply *reply) override;

    std::function<void(const QVariantMap &)> answered; ///< of the browser, once; values are decoded
    std::function<void(const Result<OAuthTokens> &)> exchanged; ///< of the token endpoint

private:
    void accept(QTcpServer &server);
    void read(QTcpSocket &socket);
    void answer(QTcpSocket &socket, const QByteArray &requestLine);

    QString m_host;
    QString m_state;
    QString m_page;
    quint16 m_port = 0; ///< also after the answer, when the exchange names it once more
    QTcpServer m_server;
    QTcpServer m_server6; ///< "localhost" may be either address
};

} // namespace tlsrpt

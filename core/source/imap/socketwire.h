// SPDX-License-Identifier: GPL-3.0-or-later
// A wire over TCP and TLS: QSslSocket without an event loop. Certificates are always checked; the
// one that the user pinned (SHA-256) is the only exception.
#pragma once

#include "core/source/imap/imapclient.h"
#include "core/source/imap/wire.h"

#include <QElapsedTimer>
#include <QHostAddress>
#include <QSslSocket>

namespace tlsrpt
{

class SocketWire : public Wire
{
public:
    SocketWire(QString host, JobControl &control, const ImapTimeouts &timeouts);

    /// Takes the descriptor.
    Status open(int descriptor);
    /// TLS from here on. `refused` is told of a certificate that is not accepted.
    /// FileUnreadable (the CA file), EncryptionInjected, CertificateRefused, TlsFailed ...
    Status encrypt(const Mailbox &mailbox,
                   const std::function<void(const CertificateProblem &)> &refused);
    bool encrypted() const { return m_socket.isEncrypted(); }
    QString protocol() const;
    QString peer() const { return m_socket.peerAddress().toString(); }

    Result<qint64> read(char *to, qint64 most) override;
    Status write(const char *from, qint64 size) override;
    Result<bool> waiting(int milliseconds) override;
    /// From now on a wait ends after this: for the goodbye.
    void hurry(int milliseconds) { m_timeouts.answerMs = milliseconds; }

private:
    Status configure(const Mailbox &mailbox);
    Status shakeHands();
    Result<bool> moreWithin(int milliseconds);
    bool drips() const;
    tl::unexpected<Error> closed() const;

    QString m_host;
    JobControl &m_control;
    ImapTimeouts m_timeouts;
    QSslSocket m_socket;
    QElapsedTimer m_asked; ///< since something was written last, or the beginning
    qint64 m_heard = 0;    ///< bytes since then
};

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/imap/socketwire.h"

#include "core/source/imap/certificate.h"

#include <QElapsedTimer>
#include <QSslCipher>
#include <QSslConfiguration>

#include <unistd.h>

#include <algorithm>

namespace tlsrpt
{

namespace
{

constexpr int sliceMs = 100;

} // namespace

SocketWire::SocketWire(QString host, JobControl &control, const ImapTimeouts &timeouts)
    : m_host(std::move(host))
    , m_control(control)
    , m_timeouts(timeouts)
{
    m_asked.start();
}

Status SocketWire::open(int descriptor)
{
    if (m_socket.setSocketDescriptor(descriptor, QAbstractSocket::ConnectedState)) {
        m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
        return {};
    }
    ::close(descriptor);
    return failure(Code::ServerUnreachable, m_host, m_socket.errorString());
}

QString SocketWire::protocol() const
{
    const QSslCipher cipher = m_socket.sessionCipher();
    return cipher.protocolString() % u' ' % cipher.name();
}

Status SocketWire::configure(const Mailbox &mailbox)
{
    QSslConfiguration configuration = m_socket.sslConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (!mailbox.caFile.isEmpty()) {
        const QList<QSslCertificate> authorities = QSslCertificate::fromPath(mailbox.caFile);
        if (authorities.isEmpty())
            return failure(Code::FileUnreadable, mailbox.caFile);
        configuration.setCaCertificates(authorities);
    }
    m_socket.setSslConfiguration(configuration);
    m_socket.setPeerVerifyName(mailbox.host);
    return {};
}

Status SocketWire::encrypt(const Mailbox &mailbox,
                           const std::function<void(const CertificateProblem &)> &refused)
{
    if (const Status configured = configure(mailbox); !configured)
        return configured;
    // Whoever sends something before the handshake wants it to be taken for encrypted.
    if (m_socket.bytesAvailable() > 0 || m_socket.waitForReadyRead(0))
        return failure(Code::EncryptionInjected, m_host);

    QList<QSslError> wrong;
    const auto onErrors = [this, &mailbox, &wrong](const QList<QSslError> &errors) {
        if (isPinned(m_socket.peerCertificate(), mailbox.pinnedCertificate))
            m_socket.ignoreSslErrors(errors);
        else
            wrong = errors;
    };
    const auto connection = QObject::connect(
        &m_socket, qOverload<const QList<QSslError> &>(&QSslSocket::sslErrors), &m_socket, onErrors,
        Qt::DirectConnection);
    m_socket.startClientEncryption();
    const Status shaken = shakeHands();
    QObject::disconnect(connection);
    if (shaken || wrong.isEmpty())
        return shaken;
    const CertificateProblem problem = problemOf(m_socket.peerCertificate(), wrong, m_host);
    if (refused)
        refused(problem);
    return failure(Code::CertificateRefused, m_host, toDetail(problem.faults));
}

Status SocketWire::shakeHands()
{
    QElapsedTimer clock;
    clock.start();
    while (!m_socket.waitForEncrypted(sliceMs)) {
        if (m_control.cancelled())
            return failure(Code::Cancelled, m_host);
        if (m_socket.state() != QAbstractSocket::ConnectedState)
            return failure(Code::TlsFailed, m_host, m_socket.errorString());
        if (clock.elapsed() > m_timeouts.connectMs)
            return failure(Code::ServerTimeout, m_host);
    }
    return {};
}

tl::unexpected<Error> SocketWire::closed() const
{
    const bool ordinary = m_socket.error() == QAbstractSocket::RemoteHostClosedError ||
                          m_socket.error() == QAbstractSocket::UnknownSocketError;
    return failure(Code::ServerClosed, m_host, ordinary ? QString() : m_socket.errorString());
}

Result<bool> SocketWire::moreWithin(int milliseconds)
{
    if (m_socket.bytesAvailable() > 0)
        return true;
    if (m_control.cancelled())
        return failure(Code::Cancelled, m_host);
    m_socket.waitForReadyRead(milliseconds);
    if (m_socket.bytesAvailable() > 0)
        return true;
    if (m_socket.state() != QAbstractSocket::ConnectedState)
        return closed();
    return false;
}

Result<bool> SocketWire::waiting(int milliseconds)
{
    return moreWithin(std::min(milliseconds, sliceMs));
}

/// A byte now and then would keep the other time-out from ever being over.
bool SocketWire::drips() const
{
    const qint64 elapsed = m_asked.elapsed();
    return elapsed > m_timeouts.drippingMs && m_heard < elapsed;
}

Result<qint64> SocketWire::read(char *to, qint64 most)
{
    QElapsedTimer clock;
    clock.start();
    for (;;) {
        const Result<bool> more = moreWithin(sliceMs);
        if (!more)
            return tl::unexpected(more.error());
        if (*more) {
            const qint64 got = m_socket.read(to, most);
            m_heard += got;
            return drips() ? failure(Code::ServerTimeout, m_host) : Result<qint64>(got);
        }
        if (clock.elapsed() > m_timeouts.answerMs)
            return failure(Code::ServerTimeout, m_host);
    }
}

Status SocketWire::write(const char *from, qint64 size)
{
    if (m_socket.write(from, size) != size)
        return closed();
    m_asked.start();
    m_heard = 0;
    QElapsedTimer clock;
    clock.start();
    while (m_socket.bytesToWrite() > 0 || m_socket.encryptedBytesToWrite() > 0) {
        if (m_control.cancelled())
            return failure(Code::Cancelled, m_host);
        if (m_socket.state() != QAbstractSocket::ConnectedState)
            return closed();
        if (!m_socket.waitForBytesWritten(sliceMs) && clock.elapsed() > m_timeouts.answerMs)
            return failure(Code::ServerTimeout, m_host);
    }
    return {};
}

} // namespace tlsrpt

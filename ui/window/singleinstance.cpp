// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/singleinstance.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QDir>
#include <QFileInfo>
#include <QLocalSocket>
#include <QStandardPaths>

namespace tlsrpt
{

static constexpr int patienceMs = 2000;
static constexpr qint64 mostBytes = 16 * 1024 * 1024;
static constexpr QDataStream::Version streamVersion = QDataStream::Qt_6_4;
static constexpr char taken = 'k';

/// One name an archive file, whatever way it is written. A full path in the user's own run-time
/// folder, so that nobody else can stand in for the window.
QString SingleInstance::nameFor(const QString &archive)
{
    const QFileInfo file(archive);
    const QString folder = QFileInfo(file.absolutePath()).canonicalFilePath();
    const QString path = file.exists() ? file.canonicalFilePath()
        : folder.isEmpty()             ? QDir::cleanPath(file.absoluteFilePath())
                                       : folder + u'/' + file.fileName();
    const QByteArray hash = QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha256).toHex();
    QString place = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    if (place.isEmpty())
        place = QDir::tempPath();
    return place + u"/tlsrpt-viewer-"_qs + QString::fromLatin1(hash.left(16));
}

bool SingleInstance::handOver(const QString &archive, const QStringList &absolutePaths)
{
    QLocalSocket socket;
    socket.connectToServer(nameFor(archive));
    if (!socket.waitForConnected(patienceMs))
        return false;
    QByteArray message;
    QDataStream out(&message, QIODevice::WriteOnly);
    out.setVersion(streamVersion);
    out << absolutePaths.join(QChar(u'\0')).toUtf8(); // a NUL is in no path
    socket.write(message);
    // Without the answer the other window may be dying: then this one opens.
    while (socket.bytesAvailable() < 1) {
        if (!socket.waitForReadyRead(patienceMs))
            return false;
    }
    return true;
}

bool SingleInstance::listen(const QString &archive)
{
    const QString name = nameFor(archive);
    m_server.reset();
    // The lock decides, not the socket: listening takes a socket's name away from whoever has
    // it, and two starts at one moment would do that to each other. A lock of a process that was
    // killed counts for nothing.
    m_lock = std::make_unique<QLockFile>(name + u".lock"_qs);
    m_lock->setStaleLockTime(0);
    if (!m_lock->tryLock(0)) {
        m_lock.reset();
        return false;
    }
    QLocalServer::removeServer(name);
    m_server = std::make_unique<QLocalServer>();
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server.get(), &QLocalServer::newConnection, this, &SingleInstance::accept);
    return m_server->listen(name);
}

void SingleInstance::accept()
{
    while (QLocalSocket *socket = m_server->nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        const auto read = [this, socket] {
            if (socket->bytesAvailable() > mostBytes) {
                socket->abort();
                return;
            }
            QDataStream in(socket);
            in.setVersion(streamVersion);
            in.startTransaction();
            QByteArray paths;
            in >> paths; // read in steps: a length that lies reserves nothing
            if (!in.commitTransaction())
                return; // the rest is under way
            socket->write(&taken, 1);
            socket->flush();
            emit received(QString::fromUtf8(paths).split(QChar(u'\0'), Qt::SkipEmptyParts));
        };
        connect(socket, &QLocalSocket::readyRead, this, read);
        if (socket->bytesAvailable() > 0)
            read();
    }
}

} // namespace tlsrpt

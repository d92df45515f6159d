// SPDX-License-Identifier: GPL-3.0-or-later
// One window a user and archive: a second start hands its paths to the first.
#pragma once

#include <QLocalServer>
#include <QLockFile>
#include <QStringList>

#include <memory>

namespace tlsrpt
{

class SingleInstance : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// True when another window took the paths (it may be none: then it only comes to the front).
    static bool handOver(const QString &archive, const QStringList &absolutePaths);
    /// Listens for later starts. False when another window has the archive.
    bool listen(const QString &archive);

    static QString nameFor(const QString &archive); ///< of the local socket

signals:
    void received(const QStringList &paths);

private:
    void accept();

    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<QLocalServer> m_server;
};

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/ownfiles.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace tlsrpt
{

bool makeOwnFolder(const QString &path)
{
    const QFileInfo folder(QDir::cleanPath(path));
    if (folder.isDir())
        return true;
    const QString above = folder.absolutePath();
    if (above == folder.absoluteFilePath() || !makeOwnFolder(above))
        return false;
    // Somebody else may be first.
    return QDir().mkdir(folder.absoluteFilePath(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner)
        || folder.isDir();
}

bool makeOwnFile(const QString &path)
{
    constexpr auto own = QFile::ReadOwner | QFile::WriteOwner;
    if (!makeOwnFolder(QFileInfo(path).absolutePath()))
        return false;
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::NewOnly, own) || file.setPermissions(own);
}

} // namespace tlsrpt

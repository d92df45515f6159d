// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/writewhole.h"

#include <QFileInfo>
#include <QSaveFile>

#include <cerrno>

namespace tlsrpt
{

Status writeWhole(const QString &path, const QByteArray &bytes)
{
    const QFileInfo info(path);
    if (info.exists() && !info.isFile()) // a device would be replaced by a file
        return failure(Code::CannotWrite, path, qt_error_string(info.isDir() ? EISDIR : EINVAL));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return failure(Code::CannotWrite, path, file.errorString());
    return {};
}

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/writewhole.h"

#include <QSaveFile>

namespace tlsrpt
{

Status writeWhole(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return failure(Code::CannotWrite, path, file.errorString());
    return {};
}

} // namespace tlsrpt

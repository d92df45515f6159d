// SPDX-License-Identifier: GPL-3.0-or-later
// What was dropped, as paths to import.
#pragma once

#include "core/base/error.h"

#include <QStringList>

class QMimeData;
class QTemporaryDir;

namespace tlsrpt
{

/// Bytes that a mail program gave instead of a file.
struct DroppedBytes {
    QString name;
    QByteArray bytes;
};

/// Local files and folders of text/uri-list.
QStringList droppedPaths(const QMimeData &data);
/// Where there are none: a message (message/rfc822) or other bytes (application/octet-stream).
std::optional<DroppedBytes> droppedBytes(const QMimeData &data);
bool canDrop(const QMimeData &data);
/// Writes them into a new folder under `folder`; the path of the file.
Result<QString> writeDropped(const DroppedBytes &dropped, const QString &folder, int number);

} // namespace tlsrpt

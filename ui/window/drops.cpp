// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/drops.h"

#include "core/base/writewhole.h"

#include <QDir>
#include <QMimeData>
#include <QUrl>

namespace tlsrpt
{

// In this order: a whole mail says more than one part of it.
static const std::pair<const char *, const char *> byteTypes[] = {
    {"message/rfc822", "mail.eml"},
    {"application/tlsrpt+gzip", "report.json.gz"},
    {"application/tlsrpt+json", "report.json"},
    {"application/octet-stream", "dropped"},
};

QStringList droppedPaths(const QMimeData &data)
{
    QStringList paths;
    for (const QUrl &url : data.urls()) {
        if (url.isLocalFile() && !url.toLocalFile().isEmpty())
            paths << url.toLocalFile();
    }
    return paths;
}

std::optional<DroppedBytes> droppedBytes(const QMimeData &data)
{
    for (const auto &[type, name] : byteTypes) {
        const QByteArray bytes = data.data(QLatin1String(type));
        if (!bytes.isEmpty())
            return DroppedBytes{QLatin1String(name), bytes};
    }
    return std::nullopt;
}

bool canDrop(const QMimeData &data)
{
    if (!droppedPaths(data).isEmpty())
        return true;
    for (const auto &[type, name] : byteTypes) {
        if (data.hasFormat(QLatin1String(type)))
            return true;
    }
    return false;
}

Result<QString> writeDropped(const DroppedBytes &dropped, const QString &folder, int number)
{
    const QString own = QDir(folder).filePath(QString::number(number));
    const QString path = QDir(own).filePath(dropped.name);
    QDir().mkpath(own);
    return writeWhole(path, dropped.bytes).map([&path] { return path; });
}

} // namespace tlsrpt

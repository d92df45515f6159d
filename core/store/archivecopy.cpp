// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/archivecopy.h"

#include "core/store/connection.h"
#include "core/store/schema.h"
#include "core/store/transaction.h"

#include <QFile>
#include <QFileInfo>

namespace tlsrpt
{

Status copyDatabase(QSqlDatabase database, const QString &path)
{
    // VACUUM INTO takes an empty file; made here, so that nobody else can read the copy while it grows.
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner))
        return failure(Code::CannotWrite, path, file.errorString());
    file.close();
    auto done = execute(std::move(database), QStringLiteral("VACUUM INTO ?"), {QFileInfo(path).absoluteFilePath()});
    if (done)
        return {};
    file.remove();
    Error error = done.error();
    error.subject = path;
    return tl::unexpected(error);
}

Result<QString> backUpBeforeUpgrade(const QString &archive)
{
    const QFileInfo info(archive);
    const QString name = QStringLiteral("%1/%2.before-schema-%3").arg(info.absolutePath(), info.completeBaseName()).arg(schemaVersion);
    const QString part = name + QStringLiteral(".part");
    QFile::remove(part); // of one that was killed
    auto connection = Connection::open(archive, Connection::Mode::ReadOnly);
    if (!connection)
        return tl::unexpected(connection.error());
    if (auto copied = copyDatabase(connection->database(), part); !copied) {
        if (copied.error().code == Code::ArchiveDamaged)
            return failure(Code::ArchiveDamaged, archive, copied.error().detail);
        return failure(Code::CannotWrite, part, copied.error().detail);
    }
    QFile file(part);
    for (int number = 1; number < 1000; ++number) {
        const QString whole = number == 1 ? name + QStringLiteral(".sqlite")
                                          : QStringLiteral("%1-%2.sqlite").arg(name).arg(number);
        if (file.rename(whole)) // never onto one that exists
            return whole;
        if (!QFile::exists(whole))
            break;
    }
    const QString reason = file.errorString();
    QFile::remove(part);
    return failure(Code::CannotWrite, part, reason);
}

} // namespace tlsrpt

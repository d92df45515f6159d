// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/mailboxstate.h"

#include "core/store/archive_p.h"

#include <algorithm>

namespace tlsrpt
{

namespace
{

/// Names are not cut as other texts are: they must be found again. A null string would be NULL.
QString whole(const QString &name)
{
    return name.isNull() ? QStringLiteral("") : name;
}

/// A server that delivers nothing at all must not fill the archive with numbers.
constexpr qsizetype mostMissing = 1000;

QString listed(const QList<quint32> &uids)
{
    QStringList numbers;
    for (const quint32 uid : uids.first(std::min(uids.size(), mostMissing)))
        numbers.append(QString::number(uid));
    return numbers.isEmpty() ? QStringLiteral("") : numbers.join(QLatin1Char(','));
}

QList<quint32> uidsOf(const QString &list)
{
    QList<quint32> uids;
    for (const QString &number : list.split(QLatin1Char(','), Qt::SkipEmptyParts))
        uids.append(number.toUInt());
    return uids;
}

Status withoutAnswer(const Result<QSqlQuery> &done)
{
    if (!done)
        return tl::unexpected(done.error());
    return {};
}

} // namespace

Result<QHash<QString, FolderPlace>> Archive::beginFetch(const QString &mailbox, const QString &account)
{
    QHash<QString, FolderPlace> places;
    const auto done = d->inTransaction([&]() -> Status {
        auto begun = execute(d->database(),
                             QStringLiteral("INSERT INTO mailbox_(name, last_try, error, subject, detail) "
                                            "VALUES(?,?,'','','') ON CONFLICT(name) DO UPDATE SET "
                                            "last_try=excluded.last_try"),
                             {whole(mailbox), d->now()});
        if (!begun)
            return tl::unexpected(begun.error());
        auto rows = execute(d->database(),
                            QStringLiteral("SELECT folder, uid_validity, uid, missing FROM mailbox_folder_ "
                                           "WHERE mailbox=? AND account=?"),
                            {whole(mailbox), whole(account)});
        if (!rows)
            return tl::unexpected(rows.error());
        while (rows->next())
            places.insert(rows->value(0).toString(), {rows->value(1).toUInt(), rows->value(2).toUInt(),
                                                        uidsOf(rows->value(3).toString())});
        if (rows->lastError().isValid()) // that was not the last row
            return tl::unexpected(storeError(rows->lastError(), {}));
        return {};
    });
    if (!done)
        return tl::unexpected(done.error());
    return places;
}

Status Archive::setFolderPlace(const QString &mailbox, const QString &account, const QString &folder,
                               const FolderPlace &place)
{
    // Without the mailbox's row it was removed meanwhile: then nothing is to be remembered.
    return withoutAnswer(
               execute(d->database(),
                       QStringLiteral("INSERT INTO mailbox_folder_(mailbox, account, folder, uid_validity, uid, "
                                      "missing) SELECT name, ?, ?, ?, ?, ? FROM mailbox_ WHERE name=? "
                                      "ON CONFLICT(mailbox, account, folder) DO UPDATE SET "
                                      "uid=CASE WHEN uid_validity=excluded.uid_validity "
                                      "THEN max(uid, excluded.uid) ELSE excluded.uid END, "
                                      "uid_validity=excluded.uid_validity, missing=excluded.missing"),
                       {whole(account), whole(folder), place.uidValidity, place.uid,
                        listed(place.missing), whole(mailbox)}))
        .map_error([this](Error error) { return d->named(std::move(error)); });
}

Status Archive::finishFetch(const QString &mailbox, const std::optional<Error> &error)
{
    const Error none;
    const Error &told = error ? *error : none;
    const QVariant success = error ? QVariant() : QVariant(d->now());
    return withoutAnswer(execute(d->database(),
                                 QStringLiteral("UPDATE mailbox_ SET error=?, subject=?, detail=?, "
                                                "last_success=ifnull(?, last_success) WHERE name=?"),
                                 {error ? QString(slug(told.code)) : QStringLiteral(""),
                                  storedText(whole(told.subject)), storedText(whole(told.detail)), success,
                                  whole(mailbox)}))
        .map_error([this](Error failed) { return d->named(std::move(failed)); });
}

Status Archive::forgetMailbox(const QString &mailbox)
{
    return withoutAnswer(execute(d->database(), QStringLiteral("DELETE FROM mailbox_ WHERE name=?"),
                                 {whole(mailbox)}))
        .map_error([this](Error failed) { return d->named(std::move(failed)); });
}

} // namespace tlsrpt

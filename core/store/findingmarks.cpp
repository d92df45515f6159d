// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/findingmarks.h"

#include "core/store/archive_p.h"

namespace tlsrpt
{

namespace
{

/// Not cut as other texts are: it must be found again. A null string would be NULL.
QString whole(const QString &key)
{
    return key.isNull() ? QStringLiteral("") : key;
}

} // namespace

Status Archive::muteFinding(const QString &key, const QString &reason, std::optional<Day> until)
{
    const QVariant last = until ? QVariant(until->value) : QVariant();
    auto done = execute(d->database(),
                        QStringLiteral("INSERT INTO finding_mark_(key, muted, until, reason, muted_at) "
                                       "VALUES(?,1,?,?,?) ON CONFLICT(key) DO UPDATE SET muted=1, "
                                       "until=excluded.until, reason=excluded.reason, "
                                       "muted_at=excluded.muted_at"),
                        {whole(key), last, storedText(reason), d->now()});
    if (!done)
        return tl::unexpected(d->named(done.error()));
    return {};
}

Status Archive::unmuteFinding(const QString &key)
{
    return d->inTransaction([&]() -> Status {
        for (const QString &sql :
             {QStringLiteral("UPDATE finding_mark_ SET muted=0, until=NULL, reason='', muted_at=0 WHERE key=?"),
              QStringLiteral("DELETE FROM finding_mark_ WHERE key=? AND seen IS NULL")}) {
            auto done = execute(d->database(), sql, {whole(key)});
            if (!done)
                return tl::unexpected(done.error());
        }
        return {};
    });
}

Status Archive::markFindingsSeen(const std::vector<std::pair<QString, Day>> &findings)
{
    return d->inTransaction([&]() -> Status {
        QSqlQuery query(d->database());
        auto ready = prepare(query,
                             QStringLiteral("INSERT INTO finding_mark_(key, seen, muted, reason, muted_at) "
                                            "VALUES(?,?,0,'',0) ON CONFLICT(key) DO UPDATE SET "
                                            "seen=max(ifnull(seen, excluded.seen), excluded.seen)"));
        if (!ready)
            return ready;
        const auto markOne = [&query](const QString &key, Day day) {
            query.bindValue(0, whole(key));
            query.bindValue(1, day.value);
            return execute(query);
        };
        for (const auto &[key, day] : findings) {
            if (auto marked = markOne(key, day); !marked)
                return marked;
        }
        return markOne(QString(), Day::fromSeconds(d->now()));
    });
}

} // namespace tlsrpt

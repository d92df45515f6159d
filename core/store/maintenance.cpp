// SPDX-License-Identifier: GPL-3.0-or-later
// Backup and check. What check() finds are facts about rows, not sentences.
#include "core/store/archive_p.h"

#include "core/store/archivecopy.h"

#include <QFileInfo>

#include <array>

namespace tlsrpt
{

namespace
{

struct Sum {
    const char *name;
    const char *sql; ///< ids of rows that are wrong
};

constexpr std::array sums{
    Sum{"report without original",
        "SELECT id FROM report_ WHERE id NOT IN (SELECT report_id FROM original_)"},
    Sum{"several counting copies",
        "SELECT min(id) FROM report_ WHERE deletion_id IS NULL GROUP BY identity HAVING sum(state=0)>1"},
    Sum{"no counting copy",
        "SELECT min(id) FROM report_ WHERE deletion_id IS NULL GROUP BY identity HAVING sum(state=0)=0"},
    Sum{"same report twice",
        "SELECT min(id) FROM report_ GROUP BY identity, content HAVING count(*)>1"},
    Sum{"identity or content not 16 bytes",
        "SELECT id FROM report_ WHERE length(identity)<>16 OR length(content)<>16"},
    Sum{"end before start", "SELECT id FROM report_ WHERE \"end\"<start"},
    Sum{"day is not that of the start",
        "SELECT id FROM report_ WHERE day*86400>start OR (day+1)*86400<=start"},
    Sum{"sessions out of range",
        "SELECT report_id FROM policy_result_ WHERE successful<0 OR failed<0 OR "
        "successful>9007199254740992 OR failed>9007199254740992"},
    Sum{"occurrences out of range",
        "SELECT id FROM failure_ WHERE occurrences<0 OR occurrences>9007199254740992"},
    Sum{"counters", "SELECT count(*) FROM change_ HAVING count(*)<>1"},
};

/// Each row in one string; a damaged page ends the answer and is one more finding.
void collect(QSqlDatabase database, const QString &name, const QString &sql, QStringList &found)
{
    auto query = execute(std::move(database), sql);
    if (!query) {
        found.append(name + QStringLiteral(": ") + query.error().detail);
        return;
    }
    const int columns = name == QLatin1String("foreign_key_check") ? 3 : 1;
    while (query->next()) {
        QStringList cells;
        for (int column = 0; column < columns; ++column)
            cells.append(query->value(column).toString());
        if (cells == QStringList{QStringLiteral("ok")})
            continue;
        // SQLite puts several faults into one row, one a line.
        for (const QString &line : cells.join(QLatin1Char(' ')).split(QLatin1Char('\n')))
            found.append(name + QStringLiteral(": ") + line);
    }
    if (query->lastError().isValid())
        found.append(name + QStringLiteral(": ") + query->lastError().databaseText());
}

Result<QStringList> whatIsWrong(QSqlDatabase &database)
{
    QStringList found;
    // One state of the archive for all questions, while others write.
    if (auto begun = beginAnew(database, QStringLiteral("BEGIN")); !begun)
        return tl::unexpected(begun.error());
    collect(database, QStringLiteral("integrity_check"), QStringLiteral("PRAGMA integrity_check"), found);
    collect(database, QStringLiteral("foreign_key_check"), QStringLiteral("PRAGMA foreign_key_check"), found);
    for (const Sum &sum : sums)
        collect(database, QString::fromLatin1(sum.name), QString::fromLatin1(sum.sql), found);
    // Damage may have ended the transaction already.
    (void)execute(database, QStringLiteral("ROLLBACK"));
    return found;
}

/// What a first import leaves that was killed at once: SQLite's header and nothing else. The next one goes on.
bool isBlank(const QString &path)
{
    auto connection = Connection::openUnchecked(path);
    const auto isZero = [&connection](const char *sql) {
        return connection && number(connection->database(), QLatin1String(sql)).value_or(-1) == 0;
    };
    return QFileInfo(path).size() > 0 && isZero("SELECT count(*) FROM sqlite_master") && isZero("PRAGMA application_id")
        && isZero("PRAGMA user_version");
}

} // namespace

Status Archive::backupTo(const QString &path)
{
    return copyDatabase(d->database(), path).map_error([&](Error error) {
        if (error.code != Code::CannotWrite && error.code != Code::DiskFull)
            error.subject = d->path;
        return error;
    });
}

Result<QStringList> Archive::check()
{
    return whatIsWrong(d->database()).map_error([&](Error error) { return d->named(std::move(error)); });
}

Result<QStringList> checkArchive(const QString &path)
{
    auto connection = Connection::open(path, Connection::Mode::ReadOnly);
    if (!connection && connection.error().code == Code::ArchiveNotOurs && isBlank(path))
        return QStringList();
    if (!connection)
        return tl::unexpected(connection.error());
    return whatIsWrong(connection->database()).map_error([&](Error error) {
        error.subject = path;
        return error;
    });
}

} // namespace tlsrpt

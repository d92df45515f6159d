// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema.h"

#include "core/store/schemasql.h"
#include "core/store/transaction.h"

#include <QStringList>

#include <array>

namespace tlsrpt
{

namespace
{

/// One step leads from the version before it to `version`. Append only: released steps never change.
struct Step {
    int version;
    const char *sql;
};
constexpr std::array steps{Step{1, schema1}, Step{2, schema2}, Step{3, schema3}};
static_assert(steps.back().version == schemaVersion);

/// Qt's driver takes one statement at a time. Ours end with a semicolon at the end of a line; the
/// comments stay, so that `.schema` in sqlite3 shows them.
QStringList statementsOf(const QString &sql)
{
    QStringList statements;
    QString statement;
    const QStringList lines = sql.split(QLatin1Char('\n'));
    for (const QString &line : lines) {
        const qsizetype comment = line.indexOf(QLatin1String("--"));
        const QStringView code = QStringView(line).left(comment < 0 ? line.size() : comment).trimmed();
        if (code.isEmpty() && statement.isEmpty())
            continue;
        statement += line + QLatin1Char('\n');
        if (code.endsWith(QLatin1Char(';'))) {
            statements.append(statement);
            statement.clear();
        }
    }
    return statements;
}

Result<int> versionOf(QSqlDatabase database)
{
    return number(std::move(database), QStringLiteral("PRAGMA user_version"))
        .map([](qint64 version) { return static_cast<int>(version); });
}

Status runStep(QSqlDatabase database, const Step &step)
{
    const QStringList statements = statementsOf(QString::fromUtf8(step.sql))
        << QStringLiteral("PRAGMA application_id=%1").arg(applicationId)
        << QStringLiteral("PRAGMA user_version=%1").arg(step.version);
    for (const QString &statement : statements) {
        if (auto done = execute(database, statement); !done)
            return tl::unexpected(done.error());
    }
    return {};
}

/// An archive whose file was cut or patched may have a sound header and no tables.
Status checkTables(QSqlDatabase database)
{
    const auto rows = number(std::move(database), QStringLiteral("SELECT count(*) FROM change_"));
    if (!rows)
        return tl::unexpected(rows.error());
    return *rows == 1 ? Status() : failure(Code::ArchiveDamaged, {}, QStringLiteral("change_"));
}

} // namespace

Status migrate(QSqlDatabase &database, const std::function<Status(int version)> &backUp)
{
    auto version = versionOf(database);
    if (!version)
        return tl::unexpected(version.error());
    if (*version > schemaVersion)
        return failure(Code::ArchiveNewer, {}, QString::number(*version));
    if (*version == schemaVersion)
        return checkTables(database);

    auto transaction = Transaction::begin(database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    // Another program may have been first while this one waited for the lock.
    version = versionOf(database);
    if (!version)
        return tl::unexpected(version.error());
    const auto objects = number(database, QStringLiteral("SELECT count(*) FROM sqlite_master"));
    if (!objects)
        return tl::unexpected(objects.error());
    if (*version == 0 && *objects > 0)
        return failure(Code::ArchiveNotOurs);
    if (*version > 0 && *version < schemaVersion) {
        if (auto done = backUp(*version); !done)
            return done;
    }
    for (const Step &step : steps) {
        if (step.version <= *version)
            continue;
        if (auto done = runStep(database, step); !done)
            return done;
    }
    if (auto done = transaction->commit(); !done)
        return done;
    return checkTables(database);
}

} // namespace tlsrpt

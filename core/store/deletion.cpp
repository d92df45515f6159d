// SPDX-License-Identifier: GPL-3.0-or-later
// Deleting reports with undo, and removing them for good.
#include "core/store/archive_p.h"

namespace tlsrpt
{

namespace
{

Status run(QSqlDatabase database, const QString &sql, const QVariantList &values = {})
{
    auto done = execute(std::move(database), sql, values);
    if (!done)
        return tl::unexpected(done.error());
    return {};
}

/// Marks the reports that a condition over report_ chooses; how many.
Result<qint64> mark(QSqlDatabase database, qint64 deletion, const QString &condition,
                    const QVariantList &values)
{
    QVariantList all{deletion};
    all += values;
    auto done = execute(std::move(database),
                        QStringLiteral("UPDATE report_ SET deletion_id=? WHERE deletion_id IS NULL AND ")
                            + condition,
                        all);
    if (!done)
        return tl::unexpected(done.error());
    return done->numRowsAffected();
}

Result<qint64> markChosen(QSqlDatabase database, qint64 deletion, const DeletionChoice &choice)
{
    if (choice.import)
        return mark(database, deletion, QStringLiteral("import_id=?"), {choice.import->value});
    if (choice.before)
        return mark(database, deletion, QStringLiteral("day<?"), {choice.before->value});
    if (!choice.domain.isEmpty())
        return mark(database, deletion,
                    QStringLiteral("id IN (SELECT report_id FROM policy_result_ WHERE domain="
                                   "(SELECT id FROM text_ WHERE value=?)) AND NOT EXISTS "
                                   "(SELECT 1 FROM policy_result_ p WHERE p.report_id=report_.id AND "
                                   "p.domain<>(SELECT id FROM text_ WHERE value=?))"),
                    {choice.domain, choice.domain});
    qint64 marked = 0;
    for (const ReportId report : choice.reports) {
        const auto one = mark(database, deletion, QStringLiteral("id=?"), {report.value});
        if (!one)
            return one;
        marked += *one;
    }
    return marked;
}

/// The identities of a deletion, kept while its rows change.
Status rememberIdentities(QSqlDatabase database, qint64 deletion)
{
    return run(database, QStringLiteral("CREATE TEMP TABLE IF NOT EXISTS touched_(identity BLOB "
                                        "PRIMARY KEY) WITHOUT ROWID"))
        .and_then([&] { return run(database, QStringLiteral("DELETE FROM touched_")); })
        .and_then([&] {
            return run(database,
                       QStringLiteral("INSERT OR IGNORE INTO touched_ SELECT identity FROM report_ "
                                      "WHERE deletion_id=?"),
                       {deletion});
        });
}

/// Of the copies that are left the newest counts, between equals the larger content hash: the same
/// order as when they come in.
Status settleTouched(QSqlDatabase database)
{
    return run(database,
               QStringLiteral(
                   "UPDATE report_ SET state=(id<>(SELECT w.id FROM report_ w WHERE "
                   "w.identity=report_.identity AND w.deletion_id IS NULL ORDER BY w.dated DESC, "
                   "w.content DESC LIMIT 1)) WHERE id IN (SELECT r.id FROM touched_ t JOIN report_ r "
                   "ON r.identity=t.identity WHERE r.deletion_id IS NULL)"))
        .and_then([&] { return run(database, QStringLiteral("DELETE FROM touched_")); })
        .and_then([&] { return run(database, QStringLiteral("UPDATE change_ SET rewrites=rewrites+1")); });
}

Status removeRows(QSqlDatabase database, qint64 before)
{
    const QString purged = QStringLiteral("(SELECT id FROM report_ WHERE deletion_id IN "
                                          "(SELECT id FROM deletion_ WHERE at<?))");
    const QStringList statements = {
        QStringLiteral("DELETE FROM failure_ WHERE policy_result_id IN (SELECT id FROM "
                       "policy_result_ WHERE report_id IN %1)").arg(purged),
        QStringLiteral("DELETE FROM policy_result_ WHERE report_id IN %1").arg(purged),
        QStringLiteral("DELETE FROM original_ WHERE report_id IN %1").arg(purged),
        QStringLiteral("UPDATE notice_ SET report_id=NULL WHERE report_id IN %1").arg(purged),
        QStringLiteral("DELETE FROM report_ WHERE deletion_id IN (SELECT id FROM deletion_ WHERE at<?)"),
        QStringLiteral("DELETE FROM deletion_ WHERE at<?"),
    };
    for (const QString &statement : statements) {
        if (auto done = run(database, statement, {before}); !done)
            return done;
    }
    return {};
}

/// The key of a finding names its domain between bars. One without a domain is about all of them.
Status removeMarksOfUnknownDomains(QSqlDatabase database)
{
    return run(std::move(database),
               QStringLiteral(
                   "DELETE FROM finding_mark_ WHERE key<>'' AND substr(key, instr(key, '|'), 2)<>'||' "
                   "AND NOT EXISTS (SELECT 1 FROM (SELECT DISTINCT domain FROM policy_result_) p "
                   "JOIN text_ t ON t.id=p.domain WHERE instr(key, '|' || t.value || '|')>0)"));
}

/// Names that no report uses any more: what somebody removed for good must not stay in the file.
Status removeUnusedTexts(QSqlDatabase database)
{
    return run(database,
               QStringLiteral("DELETE FROM policy_ WHERE id NOT IN (SELECT policy_id FROM "
                              "policy_result_ WHERE policy_id IS NOT NULL)"))
        .and_then([&] {
            return run(database,
                       QStringLiteral(
                           "DELETE FROM text_ WHERE id NOT IN (SELECT reporter FROM report_ UNION "
                           "SELECT organization FROM report_ UNION SELECT contact FROM report_ UNION "
                           "SELECT submitter FROM report_ UNION SELECT policy_type FROM "
                           "policy_result_ UNION SELECT domain FROM policy_result_ UNION SELECT "
                           "result_type FROM failure_ UNION SELECT reason FROM failure_ UNION SELECT "
                           "mx FROM failure_ UNION SELECT receiving_ip FROM failure_ UNION SELECT "
                           "sending_ip FROM failure_ UNION SELECT helo FROM failure_ UNION SELECT "
                           "information FROM failure_)"));
        })
        .and_then([&] { return removeMarksOfUnknownDomains(database); })
        // Tells the other writers to forget the ids of texts, and readers that ids may come again.
        .and_then([&] { return run(database, QStringLiteral("UPDATE change_ SET rewrites=rewrites+1")); });
}

/// VACUUM rewrites the whole file, so only when a twentieth of it is empty.
Status giveSpaceBack(QSqlDatabase database)
{
    const auto pages = number(database, QStringLiteral("PRAGMA page_count"));
    const auto empty = number(database, QStringLiteral("PRAGMA freelist_count"));
    if (!pages || !empty)
        return tl::unexpected(pages ? empty.error() : pages.error());
    if (*empty * 20 < *pages)
        return {};
    return run(database, QStringLiteral("VACUUM")).and_then([&] {
        return run(database, QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
    });
}

} // namespace

Result<DeletionId> Archive::deleteReports(const DeletionChoice &choice)
{
    DeletionId id;
    const auto done = d->inTransaction([&]() -> Status {
        auto made = execute(d->database(), QStringLiteral("INSERT INTO deletion_(at, reports) VALUES(?,0)"),
                            {d->now()});
        if (!made)
            return tl::unexpected(made.error());
        const qint64 deletion = made->lastInsertId().toLongLong();
        const auto marked = markChosen(d->database(), deletion, choice);
        if (!marked)
            return tl::unexpected(marked.error());
        if (*marked == 0)
            return run(d->database(), QStringLiteral("DELETE FROM deletion_ WHERE id=?"), {deletion});
        id = DeletionId{deletion};
        return run(d->database(), QStringLiteral("UPDATE deletion_ SET reports=? WHERE id=?"),
                   {*marked, deletion})
            .and_then([&] { return rememberIdentities(d->database(), deletion); })
            .and_then([&] { return settleTouched(d->database()); });
    });
    if (!done)
        return tl::unexpected(done.error());
    return id;
}

Status Archive::undoDeletion(DeletionId deletion)
{
    return d->inTransaction([&]() -> Status {
        const auto known = number(d->database(), QStringLiteral("SELECT count(*) FROM deletion_ WHERE id=?"),
                                  {deletion.value});
        if (!known)
            return tl::unexpected(known.error());
        if (*known == 0)
            return failure(Code::NoSuchReport);
        return rememberIdentities(d->database(), deletion.value)
            .and_then([&] {
                return run(d->database(),
                           QStringLiteral("UPDATE report_ SET deletion_id=NULL WHERE deletion_id=?"),
                           {deletion.value});
            })
            .and_then([&] {
                return run(d->database(), QStringLiteral("DELETE FROM deletion_ WHERE id=?"), {deletion.value});
            })
            .and_then([&] { return settleTouched(d->database()); });
    });
}

Status Archive::purgeDeleted(qint64 before)
{
    const auto purgeable = number(d->database(), QStringLiteral("SELECT count(*) FROM deletion_ WHERE at<?"),
                                  {before});
    if (!purgeable)
        return tl::unexpected(d->named(purgeable.error()));
    if (*purgeable == 0)
        return {};
    // Foreign keys off: the parents removed here have no children left, and SQLite would search
    // the children's unindexed columns for every single text. The pragma works outside a transaction only.
    const auto keys = [&](QLatin1String state) {
        return run(d->database(), QStringLiteral("PRAGMA foreign_keys=%1").arg(state));
    };
    if (auto off = keys(QLatin1String("OFF")); !off)
        return tl::unexpected(d->named(off.error()));
    const auto done = d->inTransaction([&] {
        return removeRows(d->database(), before).and_then([&] { return removeUnusedTexts(d->database()); });
    });
    d->writer.forget();
    const auto on = keys(QLatin1String("ON"));
    return done.and_then([&] { return on; }).and_then([&] { return giveSpaceBack(d->database()); })
        .map_error([&](Error error) { return d->named(std::move(error)); });
}

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
// Reading them from a damaged archive and writing them into a new one.
#include "core/store/keptrows.h"

#include "core/store/archive_p.h"
#include "core/store/rowwalk.h"

namespace tlsrpt
{

namespace
{

/// Values that no archive of ours has are damage: such a row is left out, and told.
constexpr const char *importRows
    = "SELECT id, kind, name, started, ifnull(finished, 0), duplicates, rejected, ignored, bytes, "
      "imported+conflicts, kind IN (0,1,2) AND typeof(name)='text' AND typeof(started)='integer' AND "
      "min(started, duplicates, rejected, ignored, bytes)>=0 FROM import_ NOT INDEXED WHERE id>? ORDER BY id";
constexpr const char *noticeRows
    = "SELECT id, import_id, kind, source, code, detail, offset, "
      "kind IN (0,1,2) AND typeof(import_id)='integer' AND typeof(source)='text' AND typeof(code)='text' AND "
      "typeof(detail)='text' AND typeof(offset)='integer' FROM notice_ NOT INDEXED WHERE id>? ORDER BY id";
constexpr const char *folderRows
    = "SELECT rowid, path, typeof(path)='text' FROM watched_folder_ NOT INDEXED WHERE rowid>? ORDER BY rowid";
constexpr const char *markRows
    = "SELECT rowid, key, ifnull(seen, -1), ifnull(until, -1), reason, muted_at, muted, "
      "muted IN (0,1) AND typeof(key)='text' AND typeof(reason)='text' AND typeof(muted_at)='integer' "
      "FROM finding_mark_ NOT INDEXED WHERE rowid>? ORDER BY rowid";

class RowKeeper
{
public:
    RowKeeper(QSqlDatabase database, qint64 last, JobControl &control)
        : m_database(std::move(database)), m_last(last), m_control(control)
    {
    }

    /// `take` answers whether the row is sound.
    void read(const char *sql, KeptPart part, const std::function<bool(const Statement &)> &take)
    {
        Statement rows;
        bool whole = rows.prepare(m_database, sql).has_value();
        if (whole) {
            bool sound = true;
            whole = walkRows(rows, Way::Up, m_last, m_control, [&](const Statement &row) { sound &= take(row); });
            whole = whole && sound;
        }
        if (!whole)
            kept.incomplete.append(part);
    }

    KeptRows kept;

private:
    QSqlDatabase m_database;
    const qint64 m_last;
    JobControl &m_control;
};

bool takeImport(const Statement &row, qint64 last, KeptRows &kept)
{
    if (row.number(10) != 1)
        return false;
    KeptImport import;
    import.id.value = row.number(0);
    import.kind = static_cast<ImportKind>(row.number(1));
    import.name = row.text(2);
    import.started = row.number(3);
    import.finished = row.number(4);
    import.counts.duplicates = row.number(5);
    import.counts.rejected = row.number(6);
    import.counts.ignored = row.number(7);
    import.counts.bytes = row.number(8);
    import.brought = std::clamp<qint64>(row.number(9), 0, last);
    kept.imports.push_back(std::move(import));
    return true;
}

bool takeNotice(const Statement &row, KeptRows &kept)
{
    if (row.number(7) != 1)
        return false;
    const auto kind = static_cast<NoticeKind>(row.number(2));
    if (kind != NoticeKind::Conflict)
        kept.notices.push_back({ImportId{row.number(1)}, kind, row.text(3), row.text(4), row.text(5), row.number(6)});
    return true;
}

bool takeMark(const Statement &row, KeptRows &kept)
{
    if (row.number(7) != 1)
        return false;
    const auto dayOrNone = [&row](int column) {
        const qint64 day = row.number(column);
        return day >= 0 ? std::optional(Day{static_cast<int>(day)}) : std::nullopt;
    };
    kept.marks.push_back({row.text(1), dayOrNone(2), row.number(6) == 1, dayOrNone(3), row.text(4), row.number(5)});
    return true;
}

Status run(const QSqlDatabase &database, const char *sql, const QVariantList &values)
{
    if (auto done = execute(database, QLatin1String(sql), values); !done)
        return tl::unexpected(done.error());
    return {};
}

QVariant orNull(const std::optional<Day> &day)
{
    return day ? QVariant(day->value) : QVariant();
}

Status insert(const QSqlDatabase &database, const KeptImport &import)
{
    return run(database,
               "INSERT OR IGNORE INTO import_(id, started, finished, kind, name, duplicates, rejected, ignored, bytes) "
               "VALUES(?,?,?,?,?,?,?,?,?)",
               {import.id.value, import.started, import.finished > 0 ? QVariant(import.finished) : QVariant(),
                static_cast<int>(import.kind), storedText(import.name), import.counts.duplicates,
                import.counts.rejected, import.counts.ignored, import.counts.bytes});
}

/// Nothing for an import that is not there.
Status insert(const QSqlDatabase &database, const KeptNotice &notice)
{
    return run(database,
               "INSERT INTO notice_(import_id, kind, source, code, detail, offset) "
               "SELECT id, ?, ?, ?, ?, ? FROM import_ WHERE id=?",
               {static_cast<int>(notice.kind), storedText(notice.source), storedText(notice.code),
                storedText(notice.detail), notice.offset, notice.import.value});
}

Status insert(const QSqlDatabase &database, const FindingMark &mark)
{
    return run(database,
               "INSERT OR IGNORE INTO finding_mark_(key, seen, muted, until, reason, muted_at) VALUES(?,?,?,?,?,?)",
               {mark.key, orNull(mark.seen), mark.muted ? 1 : 0, orNull(mark.until), storedText(mark.reason),
                mark.mutedAt});
}

template<typename Row>
Status insertAll(const QSqlDatabase &database, const std::vector<Row> &rows)
{
    for (const Row &row : rows) {
        if (auto done = insert(database, row); !done)
            return done;
    }
    return {};
}

} // namespace

KeptRows keptRows(const QSqlDatabase &database, qint64 last, JobControl &control)
{
    RowKeeper keeper(database, last, control);
    KeptRows &kept = keeper.kept;
    keeper.read(importRows, KeptPart::Imports, [&](const Statement &row) { return takeImport(row, last, kept); });
    keeper.read(noticeRows, KeptPart::Rejections, [&](const Statement &row) { return takeNotice(row, kept); });
    keeper.read(folderRows, KeptPart::WatchedFolders, [&](const Statement &row) {
        if (row.number(2) != 1)
            return false;
        kept.watchedFolders.append(row.text(1));
        return true;
    });
    constexpr int schemaWithMarks = 2;
    if (number(database, QStringLiteral("PRAGMA user_version")).value_or(schemaWithMarks) >= schemaWithMarks)
        keeper.read(markRows, KeptPart::MutedFindings, [&](const Statement &row) { return takeMark(row, kept); });
    return kept;
}

Status Archive::takeOver(const KeptRows &rows)
{
    const QSqlDatabase database = d->database();
    return d->inTransaction([&] {
        Status done = insertAll(database, rows.imports)
            .and_then([&] { return insertAll(database, rows.notices); })
            .and_then([&] { return insertAll(database, rows.marks); });
        for (const QString &folder : rows.watchedFolders)
            done = done.and_then([&] { return addWatchedFolder(folder); });
        return done;
    });
}

} // namespace tlsrpt

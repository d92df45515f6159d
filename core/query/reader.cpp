// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/reader.h"

#include "core/base/filename.h"
#include "core/query/sql.h"
#include "core/store/originals.h"

#include <algorithm>

namespace tlsrpt
{

namespace
{

std::optional<Code> codeNamed(const QString &text)
{
    for (int i = 0; i < codeCount; ++i) {
        const auto code = static_cast<Code>(i);
        if (text == slug(code))
            return code;
    }
    return std::nullopt;
}

/// A code of this version by its stored name. A newer version's is kept in NoticeRow::codeText.
Code codeOf(const QString &text, NoticeKind kind)
{
    return codeNamed(text).value_or(kind == NoticeKind::Rejected ? Code::NotAReport : Code::NoReport);
}

ImportKind importKind(int kind)
{
    return kind >= 0 && kind <= int(ImportKind::Mailbox) ? static_cast<ImportKind>(kind)
                                                         : ImportKind::Files;
}

QStringList linesOf(const QString &text)
{
    return text.split(u'\n', Qt::SkipEmptyParts);
}

/// A sender's file name made harmless, or one of ours.
QString fileNameOf(const QString &sent, ReportId id, Packing packing)
{
    const QString name = safeFileName(sent);
    if (!name.isEmpty())
        return name;
    return QStringLiteral("report-%1%2").arg(
        QString::number(id.value),
        packing == Packing::Gzip ? QStringLiteral(".json.gz") : QStringLiteral(".json"));
}

std::optional<Day> dayOf(const QVariant &value)
{
    return value.isNull() ? std::nullopt : std::optional(Day{value.toInt()});
}

QString signatureText(int signature)
{
    if (signature == 1)
        return QStringLiteral("pass");
    return signature == 2 ? QStringLiteral("fail") : QString();
}

NoticeRow noticeOf(const QSqlQuery &query)
{
    NoticeRow row;
    row.id = query.value(0).toLongLong();
    row.import.value = query.value(1).toLongLong();
    row.kind = static_cast<NoticeKind>(std::clamp(query.value(2).toInt(), 0, 2));
    row.codeText = query.value(4).toString();
    row.error = {codeOf(row.codeText, row.kind), query.value(3).toString(),
                 query.value(5).toString(), query.value(6).toLongLong()};
    row.report.value = query.value(7).toLongLong();
    return row;
}

/// "WHERE ..." and its values for one kind of notices, of some imports or of all.
std::pair<QString, QVariantList> noticeCondition(const ArchiveReader::Imports &imports, NoticeKind kind)
{
    if (!imports)
        return {QStringLiteral(" WHERE kind = ?"), {int(kind)}};
    QStringList ids;
    for (const ImportId import : *imports)
        ids << QString::number(import.value);
    // One value for however many: the number of "?" is limited.
    return {QStringLiteral(" WHERE import_id IN (SELECT value FROM json_each(?)) AND kind = ?"),
            {QString(u'[' + ids.join(u',') + u']'), int(kind)}};
}

Result<qint64> numberOf(QSqlDatabase &database, const QString &sql, const QVariantList &values)
{
    qint64 number = 0;
    const Status status = forEachRow(database, sql, values, [&number](const QSqlQuery &query) {
        number = query.value(0).toLongLong();
        return false;
    });
    if (!status)
        return tl::unexpected<Error>(status.error());
    return number;
}

Result<qint64> schemaOf(QSqlDatabase &database)
{
    return numberOf(database, QStringLiteral("PRAGMA user_version"), {});
}

/// What stopped a mailbox; a newer version's code is still an error.
std::optional<Error> fetchError(const QSqlQuery &query, int column)
{
    const QString code = query.value(column).toString();
    if (code.isEmpty())
        return std::nullopt;
    return Error{codeNamed(code).value_or(Code::ServerAnswerBroken), query.value(column + 1).toString(),
                 query.value(column + 2).toString()};
}

} // namespace

Result<ArchiveReader> ArchiveReader::open(const QString &path)
{
    return Connection::open(path, Connection::Mode::ReadOnly).map([](Connection connection) {
        return ArchiveReader(std::move(connection));
    });
}

Result<std::vector<ImportRow>> ArchiveReader::imports()
{
    std::vector<ImportRow> rows;
    const Status status = forEachRow(
        database(),
        QStringLiteral("SELECT id, kind, name, started, ifnull(finished, 0), imported, duplicates, "
                       "conflicts, rejected, ignored, bytes FROM import_ ORDER BY id DESC"),
        {}, [&rows](const QSqlQuery &query) {
            const auto count = [&query](int column) { return query.value(column).toLongLong(); };
            rows.push_back({ImportId{count(0)}, importKind(query.value(1).toInt()),
                            linesOf(query.value(2).toString()), count(3), count(4),
                            ImportCounts{count(5), count(6), count(7), count(8), count(9),
                                         count(10)}});
            return true;
        });
    if (!status)
        return tl::unexpected<Error>(status.error());
    return rows;
}

Result<std::vector<NoticeRow>> ArchiveReader::notices(const Imports &imports, NoticeKind kind,
                                                      int offset, int limit)
{
    auto [where, values] = noticeCondition(imports, kind);
    values << limit << offset;
    std::vector<NoticeRow> rows;
    const Status status = forEachRow(
        database(),
        QStringLiteral("SELECT id, import_id, kind, source, code, detail, offset, report_id "
                       "FROM notice_")
            + where + QStringLiteral(" ORDER BY id LIMIT ? OFFSET ?"),
        values, [&rows](const QSqlQuery &query) {
            rows.push_back(noticeOf(query));
            return true;
        });
    if (!status)
        return tl::unexpected<Error>(status.error());
    return rows;
}

Result<qint64> ArchiveReader::noticeCount(const Imports &imports, NoticeKind kind)
{
    const auto [where, values] = noticeCondition(imports, kind);
    return numberOf(database(), QStringLiteral("SELECT count(*) FROM notice_") + where, values);
}

Result<OriginalRow> ArchiveReader::original(ReportId id)
{
    std::optional<OriginalRow> row;
    bool damaged = false;
    const Status status = forEachRow(
        database(),
        QStringLiteral(
            "SELECT o.packing, o.file_name, o.bytes, r.source, i.name, i.started, r.dated, "
            "r.signature, s.value, "
            "(SELECT t.value FROM policy_result_ p JOIN text_ t ON t.id = p.domain "
            " WHERE p.report_id = r.id ORDER BY p.id LIMIT 1) "
            "FROM report_ r JOIN original_ o ON o.report_id = r.id "
            "JOIN import_ i ON i.id = r.import_id JOIN text_ s ON s.id = r.submitter "
            "WHERE r.id = ?"),
        {id.value}, [&](const QSqlQuery &query) {
            row.emplace();
            row->id = id;
            row->packing = query.value(0).toInt() == 1 ? Packing::Gzip : Packing::Plain;
            row->fileName = fileNameOf(query.value(1).toString(), id, row->packing);
            row->bytes = unpackedFromArchive(query.value(2).toByteArray(), row->packing);
            row->source = query.value(3).toString();
            row->importNames = linesOf(query.value(4).toString());
            row->imported = query.value(5).toLongLong();
            row->dated = query.value(6).toLongLong();
            row->signature = signatureText(query.value(7).toInt());
            row->submitter = query.value(8).toString();
            row->domainHint = query.value(9).toString();
            damaged = row->bytes.isEmpty();
            return true;
        });
    if (!status)
        return tl::unexpected<Error>(status.error());
    if (!row)
        return failure(Code::NoSuchReport, QString::number(id.value));
    if (damaged)
        return failure(Code::ArchiveDamaged, database().databaseName(),
                       QStringLiteral("original_ %1").arg(id.value));
    return *row;
}

Result<SentReport> ArchiveReader::sentReport(ReportId id)
{
    std::optional<SentReport> row;
    const Status status
        = forEachRow(database(),
                     QStringLiteral("SELECT t.value, r.report_id FROM report_ r "
                                    "JOIN text_ t ON t.id = r.contact WHERE r.id = ?"),
                     {id.value}, [&row, id](const QSqlQuery &query) {
                         row = {id, query.value(0).toString(), query.value(1).toString()};
                         return true;
                     });
    if (!status)
        return tl::unexpected<Error>(status.error());
    if (!row)
        return failure(Code::NoSuchReport, QString::number(id.value));
    return *row;
}

Result<QStringList> ArchiveReader::watchedFolders()
{
    QStringList folders;
    const Status status
        = forEachRow(database(), QStringLiteral("SELECT path FROM watched_folder_ ORDER BY path"),
                     {}, [&folders](const QSqlQuery &query) {
                         folders << query.value(0).toString();
                         return true;
                     });
    if (!status)
        return tl::unexpected<Error>(status.error());
    return folders;
}

Result<std::vector<FindingMark>> ArchiveReader::findingMarks()
{
    const auto version = schemaOf(database());
    if (!version)
        return tl::unexpected<Error>(version.error());
    std::vector<FindingMark> marks;
    if (*version < 2)
        return marks;
    const Status status = forEachRow(
        database(),
        QStringLiteral("SELECT key, seen, muted, until, reason, muted_at FROM finding_mark_ ORDER BY key"),
        {}, [&marks](const QSqlQuery &query) {
            marks.push_back({query.value(0).toString(), dayOf(query.value(1)), query.value(2).toInt() != 0,
                             dayOf(query.value(3)), query.value(4).toString(),
                             query.value(5).toLongLong()});
            return true;
        });
    if (!status)
        return tl::unexpected<Error>(status.error());
    return marks;
}

Result<std::vector<MailboxState>> ArchiveReader::mailboxes()
{
    const auto version = schemaOf(database());
    if (!version)
        return tl::unexpected<Error>(version.error());
    std::vector<MailboxState> states;
    if (*version < 3)
        return states;
    const Status status = forEachRow(
        database(),
        QStringLiteral("SELECT name, last_try, ifnull(last_success, 0), error, subject, detail "
                       "FROM mailbox_ ORDER BY name"),
        {}, [&states](const QSqlQuery &query) {
            states.push_back({query.value(0).toString(), query.value(1).toLongLong(),
                              query.value(2).toLongLong(), fetchError(query, 3)});
            return true;
        });
    if (!status)
        return tl::unexpected<Error>(status.error());
    return states;
}

Result<std::optional<Day>> ArchiveReader::newestFetch()
{
    return mailboxes().map([](const std::vector<MailboxState> &states) {
        qint64 newest = 0;
        for (const MailboxState &state : states)
            newest = std::max(newest, state.lastSuccess);
        return newest > 0 ? std::optional(Day::fromSeconds(newest)) : std::nullopt;
    });
}

Result<int> ArchiveReader::dataVersion()
{
    return numberOf(database(), QStringLiteral("PRAGMA data_version"), {})
        .map([](qint64 version) { return int(version); });
}

} // namespace tlsrpt

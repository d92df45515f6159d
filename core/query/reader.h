// SPDX-License-Identifier: GPL-3.0-or-later
// Questions that are answered from the archive's file: imports, notices, originals.
#pragma once

#include "core/store/archive.h"
#include "core/store/connection.h"
#include "core/store/findingmarks.h"
#include "core/store/mailboxstate.h"

namespace tlsrpt
{

struct ImportRow {
    ImportId id;
    ImportKind kind = ImportKind::Files;
    QStringList names;
    qint64 started = 0;  ///< seconds since 1970 UTC
    qint64 finished = 0; ///< 0: running, or was killed
    ImportCounts counts;
};

struct NoticeRow {
    qint64 id = 0;
    ImportId import;
    NoticeKind kind = NoticeKind::Rejected;
    Error error;         ///< subject = source
    QString codeText;    ///< as stored, for codes of a newer version
    ReportId report;     ///< conflicts: the report that counts
};

struct OriginalRow {
    ReportId id;
    QByteArray bytes;    ///< byte for byte as found
    Packing packing = Packing::Plain;
    QString fileName;    ///< suggested name; never a path
    QString source;
    QStringList importNames;
    qint64 imported = 0; ///< seconds since 1970 UTC
    qint64 dated = 0;
    QString signature;   ///< "pass", "fail", ""
    QString submitter;
    QString domainHint;  ///< domain of its first policy row, for reading it again
};

/// How a sender names a report and itself; strangers' text.
struct SentReport {
    ReportId id;
    QString contact;     ///< contact-info as sent; may be empty
    QString reportId;    ///< as sent
};

/// One per thread. Read-only.
class ArchiveReader
{
public:
    static Result<ArchiveReader> open(const QString &path);

    Result<std::vector<ImportRow>> imports();              ///< newest first
    /// Of these imports; nothing: of all.
    using Imports = std::optional<std::vector<ImportId>>;
    Result<std::vector<NoticeRow>> notices(const Imports &imports, NoticeKind kind, int offset, int limit);
    Result<qint64> noticeCount(const Imports &imports, NoticeKind kind);
    Result<OriginalRow> original(ReportId id);
    Result<SentReport> sentReport(ReportId id);
    Result<QStringList> watchedFolders();
    /// Of an archive that could not be brought to schema 2 (read-only): none.
    Result<std::vector<FindingMark>> findingMarks();
    /// Those that were fetched into this archive, by name. Of an archive that could not be brought
    /// to schema 3 (read-only): none. So it is with the next one.
    Result<std::vector<MailboxState>> mailboxes();
    /// The day (UTC) on which a mailbox was last read to its end; none: never.
    Result<std::optional<Day>> newestFetch();
    Result<int> dataVersion();                             ///< PRAGMA data_version
    QSqlDatabase &database() { return m_connection.database(); }

private:
    explicit ArchiveReader(Connection connection) : m_connection(std::move(connection)) {}
    Connection m_connection;
};

} // namespace tlsrpt

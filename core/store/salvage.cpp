// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/salvage.h"

#include "core/store/keptrows.h"
#include "core/store/leafscan.h"
#include "core/store/rawfile.h"
#include "core/store/rowwalk.h"
#include "core/store/schema.h"
#include "core/store/transaction.h"

#include <QFileInfo>
#include <QSet>
#include <QTemporaryDir>

#include <algorithm>
#include <array>

namespace tlsrpt
{

namespace
{

// Columns by their place, and rowid instead of a name: what is damaged in a definition may be a name.

/// Where reports leave their numbers. Without their rows in report_ or original_ the others may tell.
constexpr std::array traces{
    "SELECT rowid FROM report_ NOT INDEXED WHERE rowid%1? ORDER BY rowid %2",
    "SELECT rowid FROM original_ WHERE rowid%1? ORDER BY rowid %2",
    "SELECT report_id FROM policy_result_ INDEXED BY policy_result_by_report_ WHERE report_id%1? "
    "ORDER BY report_id %2",
};

constexpr const char *originals
    = "SELECT rowid, * FROM original_ WHERE rowid%1? ORDER BY rowid %2";

QByteArray directed(const char *sql, Way way)
{
    const bool up = way == Way::Up;
    return QString::fromLatin1(sql)
        .arg(up ? QStringLiteral(">") : QStringLiteral("<"), up ? QStringLiteral("ASC") : QStringLiteral("DESC"))
        .toLatin1();
}

/// The highest number that a report may have: none takes fewer bytes than this.
qint64 highestNumber(const QSqlDatabase &database, qint64 fileSize)
{
    constexpr qint64 leastBytes = 100;
    constexpr qint64 plausible = 1'000'000'000; // beyond this it is damage itself
    qint64 highest = fileSize / leastBytes;
    for (const char *sql : {"SELECT max(rowid) FROM report_ NOT INDEXED", "SELECT max(rowid) FROM original_",
                            "SELECT max(report_id) FROM policy_result_"}) {
        const auto found = number(database, QLatin1String(sql));
        if (found && *found <= plausible)
            highest = std::max(highest, *found);
    }
    return highest;
}

/// Whether there is such a row and it can be read; then the statement stands on it.
bool firstRow(Statement &statement, qint64 id)
{
    statement.bind(0, id);
    const auto row = statement.next();
    if (row && *row)
        return true;
    statement.reset();
    return false;
}

} // namespace

class DamagedArchive::Private
{
public:
    explicit Private(Connection opened) : connection(std::move(opened)) {}

    void prepare(const QString &path);
    void complete(KeptReport &report);
    bool walkOriginals(Way way, JobControl &control, const std::function<void(KeptReport)> &take);
    void scanOriginals(JobControl &control, const std::function<void(KeptReport)> &take);
    QString text(qint64 id);
    qint64 idInIndex(const QString &value);

    std::unique_ptr<QTemporaryDir> folder; ///< of a copy; before the connection to it
    Connection connection;
    QSet<qint64> traced; ///< numbers of reports that a table tells
    QSet<qint64> taken;
    qint64 last = 0;
    bool looksLikeOne = true;
    bool canComplete = false;
    Statement reportRow;
    Statement textRow;
    Statement textIndex;
    Statement domainRow;
};

void DamagedArchive::Private::prepare(const QString &path)
{
    last = highestNumber(connection.database(), QFileInfo(path).size());
    const QSqlDatabase &database = connection.database();
    canComplete = reportRow.prepare(database, "SELECT * FROM report_ NOT INDEXED WHERE rowid=?")
        && textRow.prepare(database, "SELECT * FROM text_ NOT INDEXED WHERE rowid=?")
        && textIndex.prepare(database, "SELECT id FROM text_ WHERE value=?")
        && domainRow.prepare(database, "SELECT domain FROM policy_result_ WHERE report_id=? ORDER BY id LIMIT 1");
}

/// 0 where there is no such text.
qint64 DamagedArchive::Private::idInIndex(const QString &value)
{
    textIndex.bind(0, value);
    const auto row = textIndex.next();
    const qint64 id = row && *row ? textIndex.number(0) : 0;
    textIndex.reset();
    return id;
}

/// The index has a copy of its own of each text: what both say is not damaged.
QString DamagedArchive::Private::text(qint64 id)
{
    if (!firstRow(textRow, id))
        return {};
    const QString value = textRow.text(1);
    textRow.reset();
    return idInIndex(value) == id ? value : QString();
}

void DamagedArchive::Private::complete(KeptReport &report)
{
    if (!canComplete || !firstRow(reportRow, report.id.value))
        return;
    report.known = true;
    report.identity = reportRow.blob(1);
    report.content = reportRow.blob(2);
    report.deleted = reportRow.number(4) > 0;
    report.import.value = reportRow.number(5);
    report.source = reportRow.text(14);
    report.dated = reportRow.number(15);
    const qint64 signature = reportRow.number(16);
    if (signature == 1 || signature == 2)
        report.signature = signature == 1 ? QStringLiteral("pass") : QStringLiteral("fail");
    const qint64 submitter = reportRow.number(12);
    reportRow.reset();
    report.submitter = text(submitter);
    if (firstRow(domainRow, report.id.value)) {
        const qint64 domain = domainRow.number(0);
        domainRow.reset();
        report.domainHint = text(domain);
    }
}

DamagedArchive::DamagedArchive(std::unique_ptr<Private> p) : d(std::move(p)) {}

DamagedArchive::DamagedArchive(DamagedArchive &&other) noexcept = default;

DamagedArchive::~DamagedArchive() = default;

Result<DamagedArchive> DamagedArchive::open(const QString &path, const QString &near, JobControl &control)
{
    auto connection = Connection::openUnchecked(path);
    if (!connection)
        return tl::unexpected(connection.error());
    std::unique_ptr<QTemporaryDir> folder;
    const RawFile file(connection->database());
    const QByteArray header = file.read(0, headerBytes);
    const bool looksLikeOne = mayBeOurs(header);
    const auto repaired = looksLikeOne ? repairedHeader(header, file.size()) : std::nullopt;
    if (repaired) {
        folder = std::make_unique<QTemporaryDir>(near + QStringLiteral(".XXXXXX")); // 0700
        const QString copy = folder->filePath(QStringLiteral("copy.sqlite"));
        if (auto copied = file.copyTo(copy, *repaired, control); !copied)
            return tl::unexpected(copied.error());
        QFile::copy(path + QStringLiteral("-wal"), copy + QStringLiteral("-wal")); // if there is one
        auto repairedConnection = Connection::openUnchecked(copy);
        if (!repairedConnection)
            return tl::unexpected(repairedConnection.error());
        connection = std::move(repairedConnection);
    }
    const auto others = number(connection->database(), QStringLiteral("SELECT count(*) FROM sqlite_master WHERE "
                                                                      "NOT EXISTS (SELECT 1 FROM sqlite_master WHERE name='report_')"));
    const auto application = number(connection->database(), QStringLiteral("PRAGMA application_id"));
    if (others && *others > 0 && application && *application != applicationId)
        return failure(Code::ArchiveNotOurs, path);
    DamagedArchive archive(std::make_unique<Private>(std::move(*connection)));
    archive.d->folder = std::move(folder);
    archive.d->looksLikeOne = looksLikeOne;
    archive.d->prepare(path);
    return archive;
}

std::optional<qint64> DamagedArchive::countReports(JobControl &control)
{
    for (const char *sql : traces) {
        for (const Way way : {Way::Up, Way::Down}) {
            Statement rows;
            if (!rows.prepare(d->connection.database(), directed(sql, way).constData()))
                break; // the table cannot be found
            const bool whole = walkRows(rows, way, d->last, control,
                                        [this](const Statement &row) { d->traced.insert(row.number(0)); });
            if (control.cancelled())
                return std::nullopt;
            if (whole)
                break; // the other way would tell the same
        }
    }
    return d->traced.size();
}

bool DamagedArchive::knowsText(const QString &value)
{
    return d->canComplete && d->idInIndex(value) != 0;
}

KeptRows DamagedArchive::otherRows(JobControl &control)
{
    return keptRows(d->connection.database(), d->last, control);
}

bool DamagedArchive::looksLikeOne() const
{
    return d->looksLikeOne;
}

/// False: something could not be read this way.
bool DamagedArchive::Private::walkOriginals(Way way, JobControl &control, const std::function<void(KeptReport)> &take)
{
    Statement rows;
    if (!rows.prepare(connection.database(), directed(originals, way).constData()))
        return false;
    return walkRows(rows, way, last, control, [&](Statement &row) {
        const qint64 id = row.number(0);
        // On the way back only what is new. On the way there also a number seen before: it may be wrong.
        if (way == Way::Down && taken.contains(id))
            return;
        taken.insert(id);
        KeptReport report;
        report.id.value = id;
        report.fileName = row.text(3);
        report.stored = row.blob(4);
        take(std::move(report));
    });
}

/// What was removed for good may still lie in free pages, so only numbers that a table tells; if none
/// tells any, all.
void DamagedArchive::Private::scanOriginals(JobControl &control, const std::function<void(KeptReport)> &take)
{
    const RawFile file(connection.database());
    scanForOriginals(file, control, [&](FoundOriginal found) {
        if (taken.contains(found.id) || (!traced.isEmpty() && !traced.contains(found.id)))
            return;
        KeptReport report;
        report.id.value = found.id;
        report.fileName = std::move(found.fileName);
        report.stored = std::move(found.stored);
        take(std::move(report));
    });
}

Status DamagedArchive::forEachReport(JobControl &control, const std::function<Status(KeptReport)> &take)
{
    Status done;
    const auto completed = [&](KeptReport report) {
        if (!done)
            return;
        // More to be trusted than its number for the packing: read as a length it would be 500 MB.
        report.packing = report.stored.startsWith("\x1f\x8b") ? Packing::Gzip : Packing::Plain;
        d->complete(report);
        done = control.checkpoint() ? take(std::move(report)) : failure(Code::Cancelled);
    };
    const bool whole = d->walkOriginals(Way::Up, control, completed) || d->walkOriginals(Way::Down, control, completed);
    if (done && !(whole && d->taken.contains(d->traced)))
        d->scanOriginals(control, completed);
    return done && control.cancelled() ? failure(Code::Cancelled) : done;
}

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/rescuejob.h"

#include "core/parse/parse.h"
#include "core/pipeline/future.h"
#include "core/store/originals.h"
#include "core/store/salvage.h"
#include "core/unpack/content.h"
#include "core/unpack/unpack.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>

namespace tlsrpt
{

namespace
{

constexpr std::size_t batchReports = 2000;
constexpr qint64 batchBytes = 16LL * 1024 * 1024;
constexpr qint64 progressIntervalMs = 100;

/// The file that grows while the rescue runs. It has the name of the new archive at the end only.
class NewFile
{
public:
    explicit NewFile(const QString &name) : m_name(name), m_part(name + QStringLiteral(".part")) { remove(); }
    ~NewFile() { remove(); }
    NewFile(const NewFile &) = delete;
    NewFile &operator=(const NewFile &) = delete;

    QString path() const { return m_part; }
    Status finish()
    {
        QFile file(m_part);
        return file.rename(m_name) ? Status() : failure(Code::CannotWrite, m_name, file.errorString());
    }

private:
    void remove()
    {
        for (const QString &side : {QString(), QStringLiteral("-wal"), QStringLiteral("-shm")})
            QFile::remove(m_part + side);
    }

    const QString m_name;
    const QString m_part;
};

/// What is next to the bytes may be damaged, and no checksum tells: of the file's name only what
/// other reports say, too.
DocumentHints hintsOfName(const KeptReport &kept, DamagedArchive &damaged)
{
    DocumentHints hints;
    takeFileName(hints, kept.fileName);
    for (QString *hint : {&hints.reportDomain, &hints.submitter}) {
        if (!damaged.knowsText(*hint))
            hint->clear();
    }
    hints.fileName = kept.fileName;
    hints.claimsReport = true;
    return hints;
}

/// Kept originals to the new archive, each under its former import.
class Rescue
{
public:
    Rescue(DamagedArchive &damaged, Archive &archive, const RescueRequest &request, const Clock &clock)
        : m_damaged(damaged), m_archive(archive), m_request(request), m_clock(clock), m_parser(request.limits)
    {
    }

    Status takeOver(const KeptRows &rows)
    {
        for (const KeptImport &import : rows.imports)
            m_started.insert(import.id.value, import.started);
        return m_archive.takeOver(rows);
    }

    Status add(const KeptReport &kept)
    {
        auto stored = proven(kept);
        const bool known = stored.has_value();
        if (known && kept.deleted) {
            ++m_deleted;
            return {};
        }
        if (!known)
            stored = parsed(kept, hintsOfName(kept, m_damaged));
        if (!stored)
            return {}; // its bytes are damaged
        const ImportId import = known && m_started.contains(kept.import.value) ? kept.import : ImportId{};
        if (import != m_import || m_batch.size() >= batchReports || m_bytes >= batchBytes) {
            if (auto written = flush(); !written)
                return written;
            m_import = import;
        }
        m_bytes += stored->original.size();
        m_batch.push_back(std::move(*stored));
        return {};
    }

    Status flush()
    {
        if (m_batch.empty())
            return {};
        if (m_import.value == 0 && m_own.value == 0) {
            const auto begun = m_archive.beginImport(ImportKind::Files, {m_request.damaged});
            if (!begun)
                return tl::unexpected(begun.error());
            m_own = *begun;
        }
        ImportCounts &counts = m_import.value == 0 ? m_ownCounts : m_counts;
        auto written = m_archive.writeBatch(m_import.value == 0 ? m_own : m_import, m_batch, counts);
        m_batch.clear();
        m_bytes = 0;
        return written;
    }

    Status finish()
    {
        return flush().and_then([&] { return m_own.value == 0 ? Status() : m_archive.finishImport(m_own, m_ownCounts); });
    }

    qint64 deleted() const { return m_deleted; }
    qint64 saved() const
    {
        return m_counts.imported + m_counts.conflicts + m_ownCounts.imported + m_ownCounts.conflicts;
    }

private:
    std::optional<StoredReport> proven(const KeptReport &kept);
    std::optional<StoredReport> parsed(const KeptReport &kept, const DocumentHints &hints);

    DamagedArchive &m_damaged;
    Archive &m_archive;
    const RescueRequest &m_request;
    const Clock &m_clock;
    ReportParser m_parser;
    QHash<qint64, qint64> m_started; ///< of the imports that were taken over
    std::vector<StoredReport> m_batch;
    qint64 m_bytes = 0;
    qint64 m_deleted = 0;
    ImportId m_import;               ///< of the batch; 0: none of before
    ImportId m_own;
    ImportCounts m_counts;
    ImportCounts m_ownCounts;
};

/// The report that its row describes: both fingerprints are those of the day it was imported.
std::optional<StoredReport> Rescue::proven(const KeptReport &kept)
{
    if (!kept.known)
        return std::nullopt;
    DocumentHints hints = hintsOfName(kept, m_damaged);
    if (!kept.domainHint.isEmpty())
        hints.reportDomain = kept.domainHint;
    if (!kept.submitter.isEmpty())
        hints.submitter = kept.submitter;
    hints.signature = kept.signature;
    hints.mailDate = kept.dated;
    auto stored = parsed(kept, hints);
    if (!stored || stored->identity != kept.identity || stored->content != kept.content)
        return std::nullopt;
    stored->source = kept.source;
    return stored;
}

/// None when the bytes are not those that were kept: gzip and zlib streams end with a checksum.
std::optional<StoredReport> Rescue::parsed(const KeptReport &kept, const DocumentHints &hints)
{
    const QByteArray original = unpackedFromArchive(kept.stored, kept.packing);
    if (original.isEmpty())
        return std::nullopt;
    const auto json = unpackOriginal(original, kept.packing, m_request.limits);
    if (!json)
        return std::nullopt;
    auto report = m_parser.parse(*json, hints, kept.fileName);
    if (!report)
        return std::nullopt;
    noteFuture(*report, m_started.value(kept.import.value, m_clock.nowUtc().toSecsSinceEpoch()));
    StoredReport stored;
    stored.identity = identityOf(*report);
    stored.content = contentHashOf(*report);
    stored.report = std::move(*report);
    stored.original = kept.stored;
    stored.packing = kept.packing;
    stored.packed = true;
    stored.source = kept.fileName;
    stored.hints = hints;
    return stored;
}

/// All reports of `damaged` to `target`; counts those that are in it.
Status fill(DamagedArchive &damaged, Rescue &rescue, RescueCounts &counts, JobControl &control,
            const std::function<void(const RescueCounts &)> &progress)
{
    QElapsedTimer shown;
    shown.start();
    const auto done = damaged.forEachReport(control, [&](const KeptReport &kept) {
        auto added = rescue.add(kept);
        counts.saved = rescue.saved();
        if (progress && shown.elapsed() >= progressIntervalMs) {
            progress(counts);
            shown.restart();
        }
        return added;
    });
    return done.and_then([&] { return rescue.finish(); }).map([&] {
        counts.saved = rescue.saved();
        // Every number seen may be damaged itself.
        counts.total = std::max(counts.total - rescue.deleted(), counts.saved);
    });
}

} // namespace

Result<RescueOutcome> runRescue(const RescueRequest &request, const Clock &clock, JobControl &control,
                                const std::function<void(const RescueCounts &)> &progress)
{
    QElapsedTimer timer;
    timer.start();
    if (QFileInfo::exists(request.target))
        return failure(Code::CannotWrite, request.target, qt_error_string(EEXIST));
    auto damaged = DamagedArchive::open(request.damaged, request.target, control);
    if (!damaged)
        return tl::unexpected(damaged.error());
    const auto total = damaged->countReports(control);
    if (!total)
        return failure(Code::Cancelled);
    RescueOutcome outcome;
    outcome.counts.total = *total;
    NewFile file(request.target);
    {
        auto archive = Archive::open(file.path(), Archive::Mode::CreateIfMissing, clock);
        if (!archive)
            return failure(archive.error().code == Code::ArchiveCannotOpen ? Code::CannotWrite : archive.error().code,
                           request.target, archive.error().detail);
        Rescue rescue(*damaged, **archive, request, clock);
        const KeptRows rows = damaged->otherRows(control);
        outcome.incomplete = rows.incomplete;
        qint64 brought = 0;
        for (const KeptImport &import : rows.imports) {
            brought += import.brought;
            outcome.hadMailboxes = outcome.hadMailboxes || import.kind == ImportKind::Mailbox;
        }
        outcome.counts.traceless = std::max<qint64>(0, brought - outcome.counts.total);
        auto done = rescue.takeOver(rows).and_then(
            [&] { return fill(*damaged, rescue, outcome.counts, control, progress); });
        if (!done)
            return tl::unexpected(done.error());
    }
    outcome.elapsedMs = timer.elapsed();
    if (outcome.counts.saved == 0 && !damaged->looksLikeOne())
        return failure(Code::ArchiveNotOurs, request.damaged);
    if (outcome.counts.saved > 0) {
        if (auto named = file.finish(); !named)
            return tl::unexpected(named.error());
    }
    return outcome;
}

} // namespace tlsrpt

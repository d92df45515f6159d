// SPDX-License-Identifier: GPL-3.0-or-later
// The writing side of an import, on the caller's thread.
#include "core/pipeline/importjob.h"

#include "core/pipeline/readers.h"

#include <chrono>

namespace tlsrpt
{

namespace
{

using Timer = std::chrono::steady_clock;
using std::chrono::milliseconds;

/// Reports are written at the latest after this, so that a window sees them soon.
constexpr milliseconds batchPatience{200};
constexpr milliseconds progressInterval{100};

class ImportJob
{
public:
    ImportJob(const ImportRequest &request, const Clock &clock, JobControl &control,
              const ImportEvents &events, Archive &archive, ImportId id)
        : m_control(control), m_events(events), m_archive(archive), m_id(id)
        , m_readers(request, clock, control)
    {
    }

    Result<ImportOutcome> run();

private:
    [[nodiscard]] Status writeDeliveries();
    [[nodiscard]] Status write(Delivery &delivery);
    [[nodiscard]] Status writeNotices(const std::vector<Notice> &notices);
    void tell(NoticeKind kind, const Error &error);
    void keepTime();
    void showProgress(bool always);

    JobControl &m_control;
    const ImportEvents &m_events;
    Archive &m_archive;
    const ImportId m_id;
    ImportCounts m_counts;
    Timer::time_point m_lastLook = Timer::now();
    Timer::time_point m_lastProgress = m_lastLook;
    milliseconds m_elapsed{0};
    bool m_wasPaused = false;
    Readers m_readers; ///< last: its threads go before what they use
};

Result<ImportOutcome> ImportJob::run()
{
    const auto done = writeDeliveries();
    const bool cancelled = m_control.cancelled();
    if (!done)
        m_control.cancel(); // the walker and a worker in the middle of a large file look there
    m_readers.close();
    ImportProgress progress;
    m_readers.fill(progress);
    m_counts.bytes = progress.counts.bytes;
    showProgress(true);
    const auto finished = m_archive.finishImport(m_id, m_counts);
    if (!done)
        return tl::unexpected(done.error());
    if (!finished)
        return tl::unexpected(finished.error());
    return ImportOutcome{m_id, m_counts, cancelled, m_elapsed.count()};
}

Status ImportJob::writeDeliveries()
{
    Delivery delivery;
    auto lastTaken = Timer::now();
    while (!m_control.cancelled()) {
        Inbox &inbox = m_readers.inbox();
        const bool due = inbox.wait(progressInterval) || Timer::now() - lastTaken >= batchPatience;
        keepTime();
        if (due) {
            inbox.take(delivery);
            lastTaken = Timer::now();
            if (auto done = write(delivery); !done)
                return done;
        }
        showProgress(false);
        if (inbox.exhausted())
            return {};
    }
    return {};
}

Status ImportJob::write(Delivery &delivery)
{
    if (!delivery.reports.empty()) {
        std::vector<Error> conflicts;
        auto done = m_archive.writeBatch(m_id, delivery.reports, m_counts, &conflicts);
        if (!done)
            return done;
        delivery.reports.clear(); // gives the bytes in flight back
        for (const Error &conflict : conflicts)
            tell(NoticeKind::Conflict, conflict);
        if (m_events.committed)
            m_events.committed();
    }
    return writeNotices(delivery.notices);
}

Status ImportJob::writeNotices(const std::vector<Notice> &notices)
{
    for (const NoticeKind kind : {NoticeKind::Rejected, NoticeKind::Ignored}) {
        std::vector<Error> errors;
        for (const Notice &notice : notices) {
            if (notice.kind == kind)
                errors.push_back(notice.error);
        }
        if (auto done = m_archive.addNotices(m_id, kind, errors); !done)
            return done;
        (kind == NoticeKind::Rejected ? m_counts.rejected : m_counts.ignored)
            += static_cast<qint64>(errors.size());
        for (const Error &error : errors)
            tell(kind, error);
    }
    return {};
}

void ImportJob::tell(NoticeKind kind, const Error &error)
{
    if (m_events.notice)
        m_events.notice(kind, error);
}

void ImportJob::keepTime()
{
    const auto now = Timer::now();
    if (!m_wasPaused)
        m_elapsed += std::chrono::duration_cast<milliseconds>(now - m_lastLook);
    m_wasPaused = m_control.paused();
    m_lastLook = now;
}

void ImportJob::showProgress(bool always)
{
    const auto now = Timer::now();
    if (!m_events.progress || (!always && now - m_lastProgress < progressInterval))
        return;
    m_lastProgress = now;
    ImportProgress progress;
    m_readers.fill(progress);
    const qint64 bytes = progress.counts.bytes;
    progress.counts = m_counts;
    progress.counts.bytes = bytes;
    progress.elapsedMs = m_elapsed.count();
    m_events.progress(progress);
}

} // namespace

Result<ImportOutcome> runImport(const ImportRequest &request, const Clock &clock,
                                JobControl &control, const ImportEvents &events)
{
    auto archive = Archive::open(request.archivePath, Archive::Mode::CreateIfMissing, clock);
    if (!archive)
        return tl::unexpected(archive.error());
    const auto id = (*archive)->beginImport(request.kind, request.paths);
    if (!id)
        return tl::unexpected(id.error());
    return ImportJob(request, clock, control, events, **archive, *id).run();
}

} // namespace tlsrpt

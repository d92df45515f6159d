// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/writing.h"

#include <utility>

namespace tlsrpt
{

namespace
{

using std::chrono::milliseconds;

/// Reports are written at the latest after this, so that a window sees them soon.
constexpr milliseconds batchPatience{200};
constexpr milliseconds progressInterval{100};

} // namespace

Writing::Writing(Archive &archive, JobControl &control, const ImportEvents &events, Hooks hooks)
    : m_archive(archive), m_control(control), m_events(events), m_hooks(std::move(hooks))
{
}

Status Writing::run(Readers &readers)
{
    auto done = writeDeliveries(readers);
    m_cancelled = m_control.cancelled();
    if (!done)
        m_control.cancel(); // the supplier and a worker in the middle of a large file look there
    readers.close();
    if (done)
        done = look();
    ImportProgress progress;
    readers.fill(progress);
    m_counts.bytes = progress.counts.bytes;
    showProgress(readers, true);
    if (m_id.value == 0)
        return done;
    const auto finished = m_archive.finishImport(m_id, m_counts);
    return done ? finished : done;
}

Status Writing::writeDeliveries(Readers &readers)
{
    Delivery delivery;
    auto lastTaken = Timer::now();
    while (!m_control.cancelled()) {
        Inbox &inbox = readers.inbox();
        const bool due = inbox.wait(progressInterval) || Timer::now() - lastTaken >= batchPatience;
        keepTime();
        if (due) {
            inbox.take(delivery);
            lastTaken = Timer::now();
            if (auto done = write(delivery); !done)
                return done;
        }
        if (auto done = look(); !done)
            return done;
        showProgress(readers, false);
        if (inbox.exhausted())
            return {};
    }
    return {};
}

Status Writing::write(Delivery &delivery)
{
    if (delivery.empty())
        return {};
    auto done = begin();
    if (done && !delivery.reports.empty())
        done = writeReports(delivery.reports);
    if (done)
        done = writeNotices(delivery.notices);
    if (!done)
        return done;
    for (const MailReceiptPtr &mail : delivery.receipts)
        mail->settle();
    return {};
}

Status Writing::begin()
{
    if (m_id.value != 0)
        return {};
    const auto id = m_hooks.begin();
    if (!id)
        return tl::unexpected(id.error());
    m_id = *id;
    return {};
}

Status Writing::writeReports(std::vector<StoredReport> &reports)
{
    std::vector<Error> conflicts;
    auto done = m_archive.writeBatch(m_id, reports, m_counts, &conflicts);
    if (!done)
        return done;
    reports.clear(); // gives the bytes in flight back
    for (const Error &conflict : conflicts)
        tell(NoticeKind::Conflict, conflict);
    if (m_events.committed)
        m_events.committed();
    return {};
}

Status Writing::writeNotices(const std::vector<Notice> &notices)
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

Status Writing::look()
{
    return m_hooks.look ? m_hooks.look() : Status();
}

void Writing::tell(NoticeKind kind, const Error &error)
{
    if (m_events.notice)
        m_events.notice(kind, error);
}

void Writing::keepTime()
{
    const auto now = Timer::now();
    if (!m_wasPaused)
        m_elapsed += std::chrono::duration_cast<milliseconds>(now - m_lastLook);
    m_wasPaused = m_control.paused();
    m_lastLook = now;
}

void Writing::showProgress(Readers &readers, bool always)
{
    const auto now = Timer::now();
    if (!m_events.progress || (!always && now - m_lastProgress < progressInterval))
        return;
    m_lastProgress = now;
    ImportProgress progress;
    readers.fill(progress);
    const qint64 bytes = progress.counts.bytes;
    progress.counts = m_counts;
    progress.counts.bytes = bytes;
    progress.elapsedMs = m_elapsed.count();
    m_events.progress(progress);
}

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
// The writing side, on the caller's thread: what the readers hand over goes into the archive.
#pragma once

#include "core/pipeline/importjob.h"
#include "core/pipeline/readers.h"

#include <chrono>

namespace tlsrpt
{

class Writing
{
public:
    struct Hooks {
        /// Makes the row of the import, before the first thing is written.
        std::function<Result<ImportId>()> begin;
        /// Several times a second, and at the end; what was taken by then is written and settled.
        std::function<Status()> look;
    };

    /// Everything given must outlive it.
    Writing(Archive &archive, JobControl &control, const ImportEvents &events, Hooks hooks);

    /// Makes the row now, also when nothing comes.
    Status begin();
    /// Writes until the readers have nothing more, or the work is cancelled; then closes them. An
    /// error is the archive's, and cancels the work.
    Status run(Readers &readers);

    ImportId id() const { return m_id; } ///< 0: nothing was written
    bool cancelled() const { return m_cancelled; } ///< before the end, by somebody else
    const ImportCounts &counts() const { return m_counts; }
    qint64 elapsedMs() const { return m_elapsed.count(); } ///< without pauses

private:
    using Timer = std::chrono::steady_clock;

    [[nodiscard]] Status writeDeliveries(Readers &readers);
    [[nodiscard]] Status write(Delivery &delivery);
    [[nodiscard]] Status writeReports(std::vector<StoredReport> &reports);
    [[nodiscard]] Status writeNotices(const std::vector<Notice> &notices);
    [[nodiscard]] Status look();
    void tell(NoticeKind kind, const Error &error);
    void keepTime();
    void showProgress(Readers &readers, bool always);

    Archive &m_archive;
    JobControl &m_control;
    const ImportEvents &m_events;
    const Hooks m_hooks;
    ImportId m_id;
    ImportCounts m_counts;
    Timer::time_point m_lastLook = Timer::now();
    Timer::time_point m_lastProgress = m_lastLook;
    std::chrono::milliseconds m_elapsed{0};
    bool m_wasPaused = false;
    bool m_cancelled = false;
};

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
// Inputs to archive: workers read, unpack and parse; the calling thread writes.
#pragma once

#include "core/base/clock.h"
#include "core/base/jobcontrol.h"
#include "core/base/limits.h"
#include "core/store/archive.h"

#include <functional>

namespace tlsrpt
{

struct ImportProgress {
    ImportCounts counts;
    qint64 bytesTotal = 0;   ///< of all inputs found so far
    qint64 inputsDone = 0;
    qint64 inputsTotal = 0;
    bool walking = true;     ///< bytesTotal and inputsTotal still grow
    qint64 elapsedMs = 0;    ///< without pauses
    QString current;         ///< display name of an input under way
};

struct ImportRequest {
    QString archivePath;
    ImportKind kind = ImportKind::Files;
    QStringList paths;
    Limits limits;
    int workers = 0;         ///< 0: as many as there are cores, at most 4
};

struct ImportOutcome {
    ImportId id;
    ImportCounts counts;
    bool cancelled = false;
    qint64 elapsedMs = 0;
};

/// All called on the thread of runImport(), progress at most ten times a second.
struct ImportEvents {
    std::function<void(const ImportProgress &)> progress;
    std::function<void()> committed;  ///< a batch is readable
    std::function<void(NoticeKind, const Error &)> notice;
};

/// `clock` is asked on several threads. Blocks until all is read, or `control` is cancelled: what was committed by then stays.
/// Fails only for the archive's own errors; bad inputs are notices.
Result<ImportOutcome> runImport(const ImportRequest &request, const Clock &clock,
                                JobControl &control, const ImportEvents &events);

} // namespace tlsrpt

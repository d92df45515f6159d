// SPDX-License-Identifier: GPL-3.0-or-later
// What can still be read of a damaged archive: row by row, past what is damaged.
#pragma once

#include "core/base/jobcontrol.h"
#include "core/store/keptrows.h"
#include "core/unpack/document.h"

#include <functional>
#include <memory>
#include <optional>

namespace tlsrpt
{

/// An original, with what its row in report_ tells where that can be read.
struct KeptReport {
    ReportId id;
    QByteArray stored;   ///< as packedForArchive() made it
    Packing packing = Packing::Plain;
    QString fileName;
    bool known = false;  ///< the members below were read
    QByteArray identity;
    QByteArray content;
    bool deleted = false;
    ImportId import;
    QString source;
    QString signature;   ///< "pass", "fail", ""
    QString submitter;
    QString domainHint;  ///< domain of its first policy row
    qint64 dated = 0;
};

/// Opened for reading only: the damaged file is never changed.
class DamagedArchive
{
public:
    /// Errors: ArchiveCannotOpen; ArchiveNotOurs for a sound database of another program.
    /// Where its header is damaged a copy with a new one is read, in a folder of its own beside `near`.
    static Result<DamagedArchive> open(const QString &path, const QString &near, JobControl &control);
    DamagedArchive(DamagedArchive &&other) noexcept;
    /// Its header still tells that it is an archive.
    bool looksLikeOne() const;
    ~DamagedArchive();

    /// How many reports left a trace in a table, also deleted ones; comes first. None when cancelled.
    std::optional<qint64> countReports(JobControl &control);
    /// Whether a name is among those that reports of it use; what is misspelt by damage is not.
    bool knowsText(const QString &value);
    KeptRows otherRows(JobControl &control);
    /// Each that can be read, at least once. Ends early with the error of `take`, or Cancelled.
    Status forEachReport(JobControl &control, const std::function<Status(KeptReport)> &take);

private:
    class Private;
    explicit DamagedArchive(std::unique_ptr<Private> p);
    std::unique_ptr<Private> d;
};

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of the two tables of Sources.
#pragma once

#include "core/query/reader.h"
#include "ui/importing/importqueue.h"
#include "ui/widgets/rowmodel.h"

namespace tlsrpt
{

/// An import, a watched folder, or the import that runs now.
struct SourceRow {
    enum class State { Done, Running, Paused, Watching, Interrupted };

    ImportId import;           ///< none for a watched folder
    QString folder;            ///< of a watched folder
    ImportKind kind = ImportKind::Files;
    QStringList names;
    State state = State::Done;
    double progress = -1;
    ImportCounts counts;
    qint64 lastRead = 0;       ///< seconds since 1970 UTC, 0 = now or never
};

using SourceRows = RowModel<SourceRow>;
SourceRows *newSourceRows(QObject *parent);

using NoticeRows = RowModel<NoticeRow>;
NoticeRows *newNoticeRows(QObject *parent);

/// The running import first, then watched folders with the sums of their imports, then imports.
std::vector<SourceRow> sourceRows(const std::vector<ImportRow> &imports, const QStringList &watched,
                                  const ImportQueue &queue);
QString sourceTitle(const SourceRow &row);

} // namespace tlsrpt

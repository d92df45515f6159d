// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of the two tables of Sources.
#pragma once

#include "core/query/reader.h"
#include "ui/importing/importqueue.h"
#include "ui/importing/mailboxrow.h"
#include "ui/widgets/rowmodel.h"

namespace tlsrpt
{

/// An import, a watched folder, a mailbox, or the import that runs now.
struct SourceRow {
    enum class State { Done, Running, Paused, Watching, Interrupted };

    ImportId import;           ///< none for a watched folder or a mailbox
    QString folder;            ///< of a watched folder
    ImportKind kind = ImportKind::Files;
    QStringList names;
    State state = State::Done;
    double progress = -1;
    ImportCounts counts;
    qint64 lastRead = 0;       ///< seconds since 1970 UTC, 0 = now or never
    std::optional<MailboxRow> mailbox = {};

    /// What tells watched folders and mailboxes apart from all other rows, also after a change.
    QString standing() const { return mailbox ? u"mailbox "_qs + mailbox->mailbox.name : folder; }
};

/// The row's own import, or one of those of a mailbox or a watched folder.
bool cameFrom(const ImportRow &import, const SourceRow &row);

using SourceRows = RowModel<SourceRow>;
SourceRows *newSourceRows(QObject *parent);

using NoticeRows = RowModel<NoticeRow>;
NoticeRows *newNoticeRows(QObject *parent);

/// The running import first, then mailboxes and watched folders with the sums of their imports, then
/// imports.
std::vector<SourceRow> sourceRows(const std::vector<ImportRow> &imports, const QStringList &watched,
                                  const std::vector<MailboxRow> &mailboxes, const ImportQueue &queue);
QString sourceTitle(const SourceRow &row);

} // namespace tlsrpt

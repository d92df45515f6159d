// SPDX-License-Identifier: GPL-3.0-or-later
// What a damaged archive holds beside its reports, as far as it can be read. Places in mailboxes
// are not among it: a fetch into the new archive reads the mailbox from its beginning and so brings
// back what was lost.
#pragma once

#include "core/store/archive.h"
#include "core/store/findingmarks.h"

namespace tlsrpt
{

class JobControl;

enum class KeptPart : quint8 { Imports, Rejections, WatchedFolders, MutedFindings };
inline constexpr int keptPartCount = static_cast<int>(KeptPart::MutedFindings) + 1;

struct KeptImport {
    ImportId id;
    ImportKind kind = ImportKind::Files;
    QString name;        ///< one path a line
    qint64 started = 0;
    qint64 finished = 0; ///< 0: was killed
    ImportCounts counts; ///< but `imported` and `conflicts`, which the new archive counts anew
    qint64 brought = 0;  ///< what those two were together: how many reports it added
};

struct KeptNotice {
    ImportId import;
    NoticeKind kind = NoticeKind::Rejected;
    QString source;
    QString code;        ///< as stored
    QString detail;
    qint64 offset = -1;
};

struct KeptRows {
    std::vector<KeptImport> imports;
    std::vector<KeptNotice> notices; ///< without conflicts, which come again by themselves
    QStringList watchedFolders;
    std::vector<FindingMark> marks;
    QList<KeptPart> incomplete;      ///< of these, something could not be read
};

/// Through an unchecked connection. `last`: the highest number that a row may have.
KeptRows keptRows(const QSqlDatabase &database, qint64 last, JobControl &control);

} // namespace tlsrpt

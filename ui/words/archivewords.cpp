// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/archivewords.h"

#include "ui/words/errorparts.h"

#include <QCoreApplication>
#include <QDir>

namespace tlsrpt::words
{

namespace
{

/// The context for translators; T for short, as lupdate does not follow aliases.
class T
{
    Q_DECLARE_TR_FUNCTIONS(ArchiveWords)
};

QString incompletePart(KeptPart part)
{
    switch (part) {
    case KeptPart::Imports:
        return T::tr("Of some reports it is not known any more with which import they came.");
    case KeptPart::Rejections: return T::tr("The list of rejected and ignored files is incomplete.");
    case KeptPart::WatchedFolders: return T::tr("Watched folders may be missing; look at Sources.");
    case KeptPart::MutedFindings: return T::tr("Muted findings may be missing and show again.");
    }
    Q_UNREACHABLE();
}

} // namespace

QString upgraded(const Upgrade &upgrade)
{
    return T::tr("The archive was made by an earlier version of this program and is up to date now. "
                 "A copy of it as it was before: %1").arg(QDir::toNativeSeparators(upgrade.backup));
}

ErrorWords openingError(const Error &error)
{
    if (error.code != Code::CannotWrite)
        return words::error(error);
    return {T::tr("Archive not brought up to date"),
            detailed(error, T::tr("The archive was made by an earlier version of this program and must be brought "
                                  "up to date. The backup before that cannot be written, so nothing was changed.")),
            T::tr("Make room on the disk, allow writing to the folder of the archive and try again.")};
}

QString rescued(qint64 saved, qint64 total)
{
    if (saved == 0)
        return T::tr("Nothing could be read that can be saved; no new archive was made.");
    return T::tr("%1 of %Ln report(s) saved.", nullptr, plural(total)).arg(number(saved));
}

QStringList rescueNotes(const RescueOutcome &outcome)
{
    QStringList notes;
    if (outcome.counts.traceless > 0) {
        notes << T::tr("Its imports once added %Ln more report(s) of which nothing is left: they are lost, unless "
                       "you had removed them for good.", nullptr, plural(outcome.counts.traceless));
    }
    if (!outcome.whole())
        notes << T::tr("Import the files again that you still have: only what is missing is added.");
    if (outcome.hadMailboxes)
        notes << T::tr("The next fetch reads the mailboxes from their beginning and adds what is missing.");
    for (const KeptPart part : outcome.incomplete)
        notes << incompletePart(part);
    return notes;
}

} // namespace tlsrpt::words

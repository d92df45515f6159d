// SPDX-License-Identifier: GPL-3.0-or-later
// What an archive remembers of the mailboxes that were read into it. Kept in the archive, so that
// another one starts anew.
#pragma once

#include "core/base/error.h"

#include <QList>

#include <optional>

namespace tlsrpt
{

/// How far a folder was read: every mail up to `uid` was dealt with (RFC 3501 §2.3.1.1).
struct FolderPlace {
    quint32 uidValidity = 0;
    quint32 uid = 0;
    QList<quint32> missing; ///< listed by the server and not delivered: to be asked for once more

    bool operator==(const FolderPlace &) const = default;
};

struct MailboxState {
    QString name;
    qint64 lastTry = 0;         ///< seconds since 1970 UTC, when the last fetch began
    qint64 lastSuccess = 0;     ///< when one last ended well; 0 never
    std::optional<Error> error; ///< what stopped the last one
};

} // namespace tlsrpt

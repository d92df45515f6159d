// SPDX-License-Identifier: GPL-3.0-or-later
// A mailbox as Sources shows it.
#pragma once

#include "core/base/error.h"
#include "core/source/mailbox.h"

#include <optional>

namespace tlsrpt
{

struct MailboxRow {
    enum class State {
        New,      ///< never fetched into this archive
        UpToDate,
        Waiting,  ///< for its password, or for another import
        Fetching,
        Offline,  ///< not reached; nothing is wrong with the mailbox
        Failed,
        Paused,
    };

    Mailbox mailbox;
    State state = State::New;
    qint64 lastTry = 0;         ///< seconds since 1970 UTC, 0 never
    qint64 lastSuccess = 0;
    qint64 next = 0;            ///< 0: not by itself
    std::optional<Error> error; ///< of the last fetch
    bool watched = false;       ///< the server tells of new mails at once
};

/// What people may want of a mailbox in Sources.
enum class MailboxWish { Add, Fetch, Mend, Edit, Pause, Resume, Remove };

/// What people can do here about what went wrong.
enum class MailboxRemedy { None, Password, SignIn, Certificate };
MailboxRemedy remedyFor(const Mailbox &mailbox, Code code);

/// "Sign-in refused", "up to date"
QString mailboxState(const MailboxRow &row);
/// "mailbox · tls@example.org at imap.example.org · every hour"
QString mailboxCaption(const Mailbox &mailbox);
/// "every hour", "every 15 minutes", "only by hand"
QString howOften(int everyMinutes);
/// What happened last and what comes next, in sentences.
QString mailboxStory(const MailboxRow &row);

} // namespace tlsrpt

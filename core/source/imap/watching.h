// SPDX-License-Identifier: GPL-3.0-or-later
// Waits at the server until a mailbox has new mails (RFC 2177), on a connection of its own.
#pragma once

#include "core/source/imap/imapclient.h"

namespace tlsrpt
{

struct WatchEvents {
    std::function<void()> standing; ///< once: from now on the server tells
    std::function<void()> news;     ///< the folder has new mails
};

/// Blocks until the connection ends or `control` is cancelled; the failure is why, as
/// ImapClient::connect() has them. Success: the server does not offer it. Of several folders it
/// watches the first that was chosen, else the inbox.
Status watchMailbox(const Mailbox &mailbox, const Secret &secret, JobControl &control, const WatchEvents &events,
                    const ImapTimeouts &timeouts = {});

} // namespace tlsrpt

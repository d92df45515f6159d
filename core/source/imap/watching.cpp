// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/imap/watching.h"

namespace tlsrpt
{

namespace
{

/// RFC 2177 allows 29 minutes. Routers forget silent connections earlier, and one that broke
/// silently is noticed at the end of a round only.
constexpr int roundSeconds = 9 * 60;

} // namespace

Status watchMailbox(const Mailbox &mailbox, const Secret &secret, JobControl &control, const WatchEvents &events,
                    const ImapTimeouts &timeouts)
{
    const auto client = ImapClient::connect(mailbox, secret, control, {}, timeouts);
    if (!client)
        return tl::unexpected(client.error());
    if (const auto opened = (*client)->open(mailbox.folders.value(0, QStringLiteral("INBOX"))); !opened)
        return tl::unexpected(opened.error());
    if (!(*client)->canIdle())
        return {};
    // What comes between here and the first round is announced in that round: the folder is open.
    events.standing();
    for (;;) {
        const Result<bool> news = (*client)->idle(roundSeconds);
        if (!news)
            return tl::unexpected(news.error());
        if (*news)
            events.news();
    }
}

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
// What a server sends, from the greeting on, through the filter and the library to all that reads
// answers. The client's part of the talk is always the same.
#include "core/source/imap/candidates.h"
#include "core/source/imap/fetching.h"
#include "core/source/imap/folders.h"
#include "core/source/imap/moving.h"
#include "core/source/imap/signin.h"

#include <algorithm>
#include <cstring>

namespace
{

using namespace tlsrpt;

// The server's bytes, in pieces whose sizes the first byte chooses; then it is gone.
class MemoryWire : public Wire
{
public:
    MemoryWire(const char *data, qint64 size)
        : m_data(data)
        , m_size(size)
        , m_piece(size > 0 ? 1 + static_cast<unsigned char>(*data) * 16 : 1)
    {
    }
    Result<qint64> read(char *to, qint64 most) override
    {
        const qint64 part = std::min({most, m_size - m_at, m_piece});
        if (part <= 0)
            return failure(Code::ServerClosed);
        std::memcpy(to, m_data + m_at, static_cast<size_t>(part));
        m_at += part;
        return part;
    }
    Status write(const char *, qint64) override { return {}; }
    Result<bool> waiting(int) override
    {
        if (m_at >= m_size)
            return failure(Code::ServerClosed);
        return true;
    }

private:
    const char *m_data;
    qint64 m_size;
    qint64 m_piece;
    qint64 m_at = 0;
};

Status talk(ImapSession &session)
{
    Status done = session.greet();
    if (done)
        done = session.askCapabilities();
    Mailbox mailbox;
    mailbox.user = QStringLiteral("me");
    if (done)
        done = signIn(session, mailbox, {"secret"});
    if (!done)
        return done;
    if (session.can("COMPRESS=DEFLATE"))
        session.compress();
    const auto folders = listFolders(session);
    const auto count = countMails(session, "INBOX", {});
    if (!folders && !count)
        return tl::unexpected(folders.error());
    if (const auto opened = openFolder(session, "INBOX", false, {}); !opened)
        return tl::unexpected(opened.error());
    const auto found = findCandidates(session, 0);
    const std::vector<quint32> uids = found && !found->empty() ? *found : std::vector<quint32>{1, 2};
    done = fetchMails(session, uids, [](const FetchedMail &mail) { return !mail.bytes.isNull(); },
                      [](quint32) {});
    const auto news = session.idle(1000);
    return news ? moveMails(session, {1}, "Done", {}) : done;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const auto *bytes = reinterpret_cast<const char *>(data);
    ImapSession session(std::make_unique<MemoryWire>(bytes, static_cast<qint64>(size)),
                        QStringLiteral("host"));
    const Status done = talk(session);
    return done || !done.error().detail.isNull() ? 0 : 0;
}

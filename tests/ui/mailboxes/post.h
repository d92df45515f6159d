// SPDX-License-Identifier: GPL-3.0-or-later
// An archive, its queue and the fetcher, with a clock that moves when it is told to.
#pragma once

#include "tests/support/secrets/memorystore.h"
#include "tests/ui/overview/pagefixture.h"
#include "ui/mailboxes/mailboxfetcher.h"

namespace tlsrpt::test
{

class MovingClock final : public Clock
{
public:
    QDateTime nowUtc() const override { return now.addSecs(seconds); }
    std::atomic<qint64> seconds = 0;
};

struct Post {
    QTemporaryDir folder;
    MovingClock clock;
    Settings settings{folder.filePath(u"s.ini"_qs)};
    Theme theme{Appearance::Light};
    ArchiveSession session;
    FilterState filter;
    DiagnosisSession diagnosis{session, clock};
    Context context{clock, settings, theme, session, filter, diagnosis};
    Mailboxes mailboxes{folder.filePath(u"s.ini"_qs)};
    MemoryStore::Content store;
    MailboxSecrets secrets{std::make_unique<MemoryStore>(store), oauthProvider};
    ImportQueue queue{context};
    MailboxFetcher fetcher{context, queue, mailboxes, secrets};

    QString archive() const { return folder.filePath(u"a.sqlite"_qs); }
    bool open()
    {
        if (!Archive::open(archive(), Archive::Mode::CreateIfMissing, clock))
            return false;
        session.open(archive());
        if (!QTest::qWaitFor([this] { return session.loaded(); }))
            return false;
        fetcher.setArchive(archive());
        return true;
    }
    MailboxRow row() const { return fetcher.rows().at(0); }
    bool reaches(MailboxRow::State state)
    {
        return QTest::qWaitFor([this, state] { return row().state == state && !queue.running(); }, 20'000);
    }
};

} // namespace tlsrpt::test

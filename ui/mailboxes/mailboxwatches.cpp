// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mailboxes/mailboxwatches.h"

#include "core/source/imap/watching.h"

#include <algorithm>

namespace tlsrpt
{

namespace
{

constexpr int mostWatches = 200;
constexpr qint64 firstPause = 60;
constexpr qint64 soundAfter = 600; ///< seconds after which a break is an accident, not a habit
constexpr int mostDoublings = 10;

} // namespace

MailboxWatches::MailboxWatches(MailboxFetcher &fetcher, Mailboxes &mailboxes, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_fetcher(fetcher)
    , m_mailboxes(mailboxes)
    , m_clock(clock)
{
    m_pool.setMaxThreadCount(mostWatches);
    connect(&fetcher, &MailboxFetcher::fetched, this, &MailboxWatches::begin);
    connect(&fetcher, &MailboxFetcher::archiveLeft, this, &MailboxWatches::stop);
    connect(&fetcher, &MailboxFetcher::listChanged, this, &MailboxWatches::mailboxesChanged);
}

MailboxWatches::~MailboxWatches()
{
    stop();
}

void MailboxWatches::stop()
{
    for (Watch &watch : m_watches)
        end(watch);
    m_watches.clear();
}

void MailboxWatches::end(Watch &watch)
{
    if (!watch.control)
        return;
    watch.control->cancel();
    watch.control.reset();
    watch.number = 0;
    m_fetcher.setWatched(watch.mailbox.name, false);
}

void MailboxWatches::begin(const Mailbox &mailbox, const Secret &secret)
{
    if (mailbox.paused || mailbox.everyMinutes <= 0)
        return;
    Watch &watch = m_watches[mailbox.name];
    const bool same = watch.mailbox == mailbox;
    if (same && (watch.control || !watch.offered))
        return;
    end(watch);
    watch = {mailbox, std::make_shared<JobControl>(), ++m_number, 0, same ? watch.breaks : 0, true};
    // Everything arrives on this thread, in order.
    const auto tell = [this, name = mailbox.name, number = watch.number](auto say) {
        QMetaObject::invokeMethod(
            this,
            [this, name, number, say] {
                if (m_watches.value(name).number == number)
                    say();
            },
            Qt::QueuedConnection);
    };
    m_pool.start([this, tell, mailbox, secret, control = watch.control] {
        const WatchEvents events{
            [this, tell, &mailbox] { tell([this, name = mailbox.name] { stands(name); }); },
            [this, tell, &mailbox] { tell([this, name = mailbox.name] { m_fetcher.fetchByItself(name); }); }};
        const Status status = watchMailbox(mailbox, secret, *control, events);
        tell([this, name = mailbox.name, status] { ended(name, status); });
    });
}

void MailboxWatches::stands(const QString &name)
{
    m_watches[name].since = now();
    m_fetcher.setWatched(name, true);
    m_fetcher.fetchByItself(name); // what came between the last fetch and now
}

void MailboxWatches::ended(const QString &name, const Status &status)
{
    Watch &watch = m_watches[name];
    const bool sound = watch.since > 0 && now() - watch.since >= soundAfter;
    watch.offered = !status;
    watch.breaks = sound ? 1 : watch.breaks + 1;
    const qint64 pause = firstPause << std::min(watch.breaks - 1, mostDoublings);
    end(watch);
    if (!status)
        m_fetcher.fetchWithin(name, pause); // which begins the next one
}

void MailboxWatches::mailboxesChanged()
{
    const QStringList names = m_watches.keys();
    for (const QString &name : names) {
        const auto current = m_mailboxes.byName(name);
        Watch &watch = m_watches[name];
        if (current == watch.mailbox)
            continue;
        end(watch);
        m_watches.remove(name);
        m_fetcher.fetchByItself(name); // and a good fetch begins the next one
    }
}

qint64 MailboxWatches::now() const
{
    return m_clock.nowUtc().toSecsSinceEpoch();
}

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
// Watches at the servers for new mails while the window runs, so that reports come at once.
#pragma once

#include "core/base/clock.h"
#include "core/settings/mailboxes.h"
#include "ui/mailboxes/mailboxfetcher.h"

#include <QHash>
#include <QThreadPool>

#include <memory>

namespace tlsrpt
{

/// One connection and one thread for each mailbox that is fetched by itself, from its first good
/// fetch on. Where a server does not offer it, or the connection breaks, the fetcher's clock goes
/// on; the next good fetch begins a new watch.
class MailboxWatches : public QObject
{
    Q_OBJECT
public:
    /// All outlive it.
    MailboxWatches(MailboxFetcher &fetcher, Mailboxes &mailboxes, const Clock &clock, QObject *parent = nullptr);
    ~MailboxWatches() override; ///< ends them, and waits for it

    void stop(); ///< all; without waiting

private:
    struct Watch {
        Mailbox mailbox;
        std::shared_ptr<JobControl> control; ///< null: it does not run
        int number = 0;                      ///< what an earlier one says is dropped
        qint64 since = 0;                    ///< when it stood; 0: it does not yet
        int breaks = 0;                      ///< one soon after the other
        bool offered = true;
    };

    void begin(const Mailbox &mailbox, const Secret &secret);
    void end(Watch &watch);
    void stands(const QString &name);
    void ended(const QString &name, const Status &status);
    void mailboxesChanged();
    qint64 now() const;

    MailboxFetcher &m_fetcher;
    Mailboxes &m_mailboxes;
    const Clock &m_clock;
    QHash<QString, Watch> m_watches; ///< by the mailbox's name
    int m_number = 0;
    QThreadPool m_pool; ///< the last member: waits for the work while all else is there
};

} // namespace tlsrpt

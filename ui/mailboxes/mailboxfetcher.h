// SPDX-License-Identifier: GPL-3.0-or-later
// Fetches the mailboxes: by hand, at start, and by the clock.
#pragma once

#include "core/pipeline/fetchjob.h"
#include "core/settings/mailboxes.h"
#include "core/settings/mailboxsecrets.h"
#include "core/store/mailboxstate.h"
#include "ui/importing/importqueue.h"
#include "ui/importing/mailboxrow.h"

#include <QHash>
#include <QSet>
#include <QTimer>

namespace tlsrpt
{

/// Lives on the GUI thread; each fetch is a job of the import queue. By itself it fetches only into
/// an archive that a mailbox was fetched into before: who looks into another archive does not want
/// it filled.
class MailboxFetcher : public QObject
{
    Q_OBJECT
public:
    /// All outlive it, the queue's jobs too.
    MailboxFetcher(Context context, ImportQueue &queue, Mailboxes &mailboxes, MailboxSecrets &secrets,
                   QObject *parent = nullptr);
    ~MailboxFetcher() override;

    /// Where to fetch into, open in the session; "": nowhere now. What is wanted waits.
    void setArchive(const QString &path);
    void fetch(const QString &name);
    void fetchAll(); ///< those that are not paused
    void fetchByItself(const QString &name); ///< nobody waits for it; once more when it is under way
    void fetchWithin(const QString &name, qint64 seconds); ///< if it is fetched by itself at all
    void setWatched(const QString &name, bool watched);    ///< as its row says
    /// Until the program ends, instead of the stored one.
    void usePassword(const QString &name, const Secret &secret);
    /// It was changed: what went wrong before no longer counts.
    void forgive(const QString &name);
    void forget(const QString &name); ///< after its removal, also in the archive

    std::vector<MailboxRow> rows() const; ///< by name
    void look();                          ///< fetches those that are due; by a timer, too

signals:
    void changed();
    /// A fetch by hand stopped for want of a right password; `error` says why.
    void passwordNeeded(const QString &name, const tlsrpt::Error &error);
    /// Of all that fetchAll() fetched, `failed` of `total` could not be.
    void roundFailed(int failed, int total);
    /// It was read to its end, with this secret.
    void fetched(const tlsrpt::Mailbox &mailbox, const tlsrpt::Secret &secret);
    void archiveLeft();
    void listChanged(); ///< mailboxes were added, changed or removed

private:
    enum class Step : quint8 { Idle, AskingSecret, Queued };
    struct Course {
        Step step = Step::Idle;
        MailboxState state;
        int failures = 0;
        qint64 next = 0;
        bool known = false; ///< to the archive
        bool again = false; ///< once more after this fetch
        bool watched = false;
    };
    /// What fetchAll() began.
    struct Round {
        QSet<QString> open;
        int total = 0;
        int failed = 0;
    };
    using Outcome = std::shared_ptr<std::optional<MailboxOutcome>>;

    void load();
    void takeStates(const std::vector<MailboxState> &states);
    void reload();
    void start(const Mailbox &mailbox, bool byItself);
    void haveSecret(const Mailbox &mailbox, bool byItself, const Result<Secret> &secret);
    void queue(const MailboxAccess &access, bool byItself);
    void ended(const MailboxAccess &access, bool byItself, const std::optional<Error> &error);
    void leaveRound(const QString &name, bool failed);
    void plan(const Mailbox &mailbox, Course &course);
    MailboxRow rowOf(const Mailbox &mailbox) const;
    qint64 now() const;

    Context m_context;
    ImportQueue &m_queue;
    Mailboxes &m_mailboxes;
    MailboxSecrets &m_secrets;
    QString m_archive;
    bool m_loaded = false;   ///< what the archive remembers is here
    std::vector<Mailbox> m_list;
    QHash<QString, Course> m_courses;
    QHash<QString, Secret> m_passwords;
    QSet<QString> m_wanted;  ///< by hand, before the archive was open
    Round m_round;
    QTimer m_tick;
    QThreadPool m_pool;      ///< the last member: waits for the work while all else is there
};

} // namespace tlsrpt

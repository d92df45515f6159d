// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mailboxes/mailboxfetcher.h"

#include "core/query/reader.h"
#include "ui/importing/archivewrite.h"
#include "ui/mailboxes/schedule.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace tlsrpt
{

using namespace std::chrono_literals;

namespace
{

/// Short, so that a computer that slept is not late by its sleep.
constexpr auto tick = 20s;

/// On another thread.
Result<ImportOutcome> fetchOne(const FetchRequest &request, const Clock &clock, JobControl &control,
                               const ImportEvents &events, std::optional<MailboxOutcome> &told)
{
    FetchEvents fetchEvents;
    fetchEvents.committed = events.committed;
    fetchEvents.progress = [&events](const FetchProgress &progress) {
        if (events.progress)
            events.progress(progress.import);
    };
    auto outcomes = runFetch(request, clock, control, fetchEvents);
    if (!outcomes)
        return tl::unexpected(outcomes.error());
    if (outcomes->empty()) // stopped before it began
        return ImportOutcome{{}, {}, true, 0};
    told = outcomes->front();
    if (told->error)
        return tl::unexpected(*told->error);
    return ImportOutcome{told->import, told->counts, told->cancelled, 0};
}

} // namespace

MailboxFetcher::MailboxFetcher(Context context, ImportQueue &queue, Mailboxes &mailboxes, MailboxSecrets &secrets,
                               QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_queue(queue)
    , m_mailboxes(mailboxes)
    , m_secrets(secrets)
    , m_list(mailboxes.all())
{
    m_pool.setMaxThreadCount(1);
    connect(&mailboxes, &Mailboxes::changed, this, &MailboxFetcher::reload);
    // Which one runs changes what all of them show.
    connect(&queue, &ImportQueue::started, this, &MailboxFetcher::changed);
    connect(&m_tick, &QTimer::timeout, this, &MailboxFetcher::look);
    m_tick.start(tick);
}

MailboxFetcher::~MailboxFetcher()
{
    m_context.session.settle();
}

void MailboxFetcher::setArchive(const QString &path)
{
    if (path == m_archive)
        return;
    emit archiveLeft();
    m_archive = path;
    m_loaded = false;
    m_round = {};
    m_courses.clear();
    emit changed();
    if (!path.isEmpty())
        load();
}

void MailboxFetcher::load()
{
    m_context.session
        .ask([](ArchiveReader &reader, const Facts &) { return reader.mailboxes(); })
        .then(this, [this, archive = m_archive](const Result<std::vector<MailboxState>> &states) {
            if (archive == m_archive)
                takeStates(states.value_or(std::vector<MailboxState>()));
        });
}

void MailboxFetcher::takeStates(const std::vector<MailboxState> &states)
{
    m_loaded = true;
    for (const MailboxState &state : states) {
        Course &course = m_courses[state.name];
        course.state = state;
        course.known = true;
        course.next = now(); // at start
    }
    emit changed();
    const QSet<QString> wanted = std::exchange(m_wanted, {});
    for (const QString &name : wanted)
        fetch(name);
    look();
}

void MailboxFetcher::reload()
{
    auto list = m_mailboxes.all();
    if (list == m_list)
        return;
    m_list = std::move(list);
    for (const Mailbox &mailbox : std::as_const(m_list)) {
        const auto course = m_courses.find(mailbox.name);
        if (course != m_courses.end() && course->step == Step::Idle && course->known)
            plan(mailbox, *course);
    }
    emit listChanged();
    emit changed();
}

void MailboxFetcher::look()
{
    reload(); // what the command line has changed
    if (m_archive.isEmpty() || !m_loaded)
        return;
    for (const Mailbox &mailbox : std::as_const(m_list)) {
        const Course course = m_courses.value(mailbox.name);
        const bool due = course.known && !mailbox.paused && mailbox.everyMinutes > 0 && course.next <= now();
        if (due && course.step == Step::Idle)
            start(mailbox, true);
    }
}

void MailboxFetcher::fetch(const QString &name)
{
    if (m_archive.isEmpty() || !m_loaded) {
        m_wanted.insert(name);
        return;
    }
    if (const auto mailbox = m_mailboxes.byName(name); mailbox && m_courses[name].step == Step::Idle)
        start(*mailbox, false);
}

void MailboxFetcher::fetchAll()
{
    reload();
    m_round = {};
    for (const Mailbox &mailbox : std::as_const(m_list)) {
        m_round.total += !mailbox.paused;
        if (!mailbox.paused && m_courses.value(mailbox.name).step == Step::Idle)
            m_round.open.insert(mailbox.name);
    }
    for (const Mailbox &mailbox : std::as_const(m_list)) {
        if (!mailbox.paused)
            fetch(mailbox.name);
    }
}

void MailboxFetcher::fetchByItself(const QString &name)
{
    const auto course = m_courses.find(name);
    if (course == m_courses.end() || m_archive.isEmpty())
        return;
    if (course->step != Step::Idle)
        course->again = true;
    else if (const auto mailbox = m_mailboxes.byName(name); mailbox && !mailbox->paused && mailbox->everyMinutes > 0)
        start(*mailbox, true);
}

void MailboxFetcher::fetchWithin(const QString &name, qint64 seconds)
{
    const auto course = m_courses.find(name);
    if (course == m_courses.end() || course->next <= 0)
        return;
    course->next = std::min(course->next, now() + seconds);
    emit changed();
}

void MailboxFetcher::setWatched(const QString &name, bool watched)
{
    const auto course = m_courses.find(name);
    if (course == m_courses.end() || course->watched == watched)
        return;
    course->watched = watched;
    emit changed();
}

void MailboxFetcher::usePassword(const QString &name, const Secret &secret)
{
    m_passwords.insert(name, secret);
}

void MailboxFetcher::forgive(const QString &name)
{
    Course &course = m_courses[name];
    course.failures = 0;
    course.state.error.reset();
    if (const auto mailbox = m_mailboxes.byName(name); mailbox && course.known)
        plan(*mailbox, course);
    emit changed();
}

void MailboxFetcher::forget(const QString &name)
{
    m_passwords.remove(name);
    m_courses.remove(name);
    m_wanted.remove(name);
    leaveRound(name, false);
    if (m_queue.running() && m_queue.current().kind == ImportKind::Mailbox && m_queue.currentName() == name)
        m_queue.cancel();
    if (!m_archive.isEmpty()) {
        writeArchive(m_pool, m_archive, m_context.clock, [name](Archive &archive) { return archive.forgetMailbox(name); })
            .then(this, [](const Status &) {}); // what stays there is only looked at again under this name
    }
    emit changed();
}

void MailboxFetcher::start(const Mailbox &mailbox, bool byItself)
{
    m_courses[mailbox.name].step = Step::AskingSecret;
    emit changed();
    if (m_passwords.contains(mailbox.name)) {
        haveSecret(mailbox, byItself, m_passwords.value(mailbox.name));
        return;
    }
    // The secrets may outlive the fetcher.
    m_secrets.get(mailbox).then(&m_secrets, [self = QPointer(this), mailbox, byItself,
                                             archive = m_archive](const Result<Secret> &secret) {
        if (self && archive == self->m_archive)
            self->haveSecret(mailbox, byItself, secret);
    });
}

void MailboxFetcher::haveSecret(const Mailbox &mailbox, bool byItself, const Result<Secret> &secret)
{
    if (!secret && !byItself && remedyFor(mailbox, secret.error().code) == MailboxRemedy::Password) {
        // Nothing was tried, so nothing is remembered: the user is there and is asked.
        m_courses[mailbox.name].step = Step::Idle;
        leaveRound(mailbox.name, false);
        emit changed();
        emit passwordNeeded(mailbox.name, secret.error());
        return;
    }
    queue({mailbox, secret.value_or(Secret{}), secret ? std::nullopt : std::optional(secret.error())}, byItself);
}

void MailboxFetcher::queue(const MailboxAccess &access, bool byItself)
{
    const Mailbox &mailbox = access.mailbox;
    m_courses[mailbox.name].step = Step::Queued;
    FetchRequest request;
    request.archivePath = m_archive;
    request.mailboxes = {access};
    request.limits = m_context.settings.limits();
    const auto told = std::make_shared<std::optional<MailboxOutcome>>();
    QueuedJob job{mailbox.name, {mailbox.name}, ImportKind::Mailbox, byItself,
                  [request, told, &clock = m_context.clock](JobControl &control, const ImportEvents &events) {
                      return fetchOne(request, clock, control, events, *told);
                  }};
    job.ended = [self = QPointer(this), access, byItself, archive = m_archive](const Result<ImportOutcome> &outcome) {
        if (!self || archive != self->m_archive)
            return;
        const bool cancelled = outcome && outcome->cancelled;
        self->ended(access, byItself,
                    !outcome        ? std::optional(outcome.error())
                        : cancelled ? std::optional(Error{Code::Cancelled, access.mailbox.name, {}, -1})
                                    : std::nullopt);
    };
    emit changed();
    m_queue.addJob(std::move(job));
}

void MailboxFetcher::ended(const MailboxAccess &access, bool byItself, const std::optional<Error> &error)
{
    const Mailbox &mailbox = access.mailbox;
    const bool failed = error && error->code != Code::Cancelled;
    if (!byItself)
        leaveRound(mailbox.name, failed);
    const auto still = m_mailboxes.byName(mailbox.name);
    if (!still)
        return; // removed meanwhile
    Course &course = m_courses[mailbox.name];
    course.step = Step::Idle;
    course.known = true;
    course.state.lastTry = now();
    course.state.error = error;
    course.failures = failed ? course.failures + 1 : 0;
    const bool again = std::exchange(course.again, false) && !error;
    if (!error) {
        course.state.lastSuccess = now();
        m_context.diagnosis.mailboxFetched(Day::fromDate(m_context.clock.nowUtc().date()));
    }
    plan(*still, course);
    if (error && remedyFor(mailbox, error->code) == MailboxRemedy::Password)
        m_passwords.remove(mailbox.name);
    emit changed();
    if (!error && still == mailbox) // else with the next one
        emit fetched(mailbox, access.secret);
    if (again)
        fetchByItself(mailbox.name);
    // Whatever else went wrong stands in Sources.
    else if (error && !byItself && remedyFor(mailbox, error->code) == MailboxRemedy::Password)
        emit passwordNeeded(mailbox.name, *error);
}

void MailboxFetcher::leaveRound(const QString &name, bool failed)
{
    if (!m_round.open.remove(name))
        return;
    m_round.failed += failed;
    if (m_round.open.isEmpty() && m_round.failed > 0 && m_round.total > 1)
        emit roundFailed(m_round.failed, m_round.total);
}

void MailboxFetcher::plan(const Mailbox &mailbox, Course &course)
{
    const qint64 pause = secondsToNext(mailbox, course.failures, course.state.error);
    const qint64 from = course.state.lastTry > 0 ? course.state.lastTry : now();
    course.next = pause > 0 ? from + pause : 0;
}

std::vector<MailboxRow> MailboxFetcher::rows() const
{
    std::vector<MailboxRow> rows;
    for (const Mailbox &mailbox : m_list)
        rows.push_back(rowOf(mailbox));
    return rows;
}

MailboxRow MailboxFetcher::rowOf(const Mailbox &mailbox) const
{
    const Course course = m_courses.value(mailbox.name);
    MailboxRow row{mailbox, MailboxRow::State::New, course.state.lastTry, course.state.lastSuccess, course.next,
                   course.state.error, course.watched};
    const bool runs = m_queue.running() && m_queue.current().kind == ImportKind::Mailbox
        && m_queue.currentName() == mailbox.name;
    if (course.step == Step::Queued && runs)
        row.state = MailboxRow::State::Fetching;
    else if (course.step != Step::Idle)
        row.state = MailboxRow::State::Waiting;
    else if (mailbox.paused)
        row.state = MailboxRow::State::Paused;
    else if (course.state.error)
        row.state = isPassing(course.state.error->code) || course.state.error->code == Code::Cancelled
            ? MailboxRow::State::Offline : MailboxRow::State::Failed;
    else if (course.state.lastSuccess > 0)
        row.state = MailboxRow::State::UpToDate;
    return row;
}

qint64 MailboxFetcher::now() const
{
    return m_context.clock.nowUtc().toSecsSinceEpoch();
}

} // namespace tlsrpt

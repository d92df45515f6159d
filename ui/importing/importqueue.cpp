// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/importqueue.h"

#include <QFileInfo>
#include <QFutureWatcher>
#include <QtConcurrentRun>

#include <algorithm>
#include <deque>

namespace tlsrpt
{

class ImportQueue::Private
{
public:
    Private(ImportQueue *queue, const Context &context) : q(queue), context(context) {}

    void startNext();
    ImportEvents events();
    void done(const Result<ImportOutcome> &outcome);

    ImportQueue *q;
    Context context;
    std::deque<QueuedJob> waiting;
    QueuedJob current;
    std::shared_ptr<JobControl> control;
    QFuture<void> future;
    ImportProgress progress;
    bool running = false;
    bool closing = false;
};

void ImportQueue::Private::startNext()
{
    if (running || waiting.empty() || closing)
        return;
    current = std::move(waiting.front());
    waiting.pop_front();
    progress = {};
    control = std::make_shared<JobControl>();
    running = true;
    emit q->started();
    future = QtConcurrent::run(
        [this, run = current.run, control = control, events = events()] {
            const auto outcome = run(*control, events);
            QMetaObject::invokeMethod(q, [this, outcome] { done(outcome); }, Qt::QueuedConnection);
        });
}

/// The events arrive on the import's thread and are told on the GUI thread.
ImportEvents ImportQueue::Private::events()
{
    ImportEvents events;
    events.progress = [this](const ImportProgress &now) {
        QMetaObject::invokeMethod(
            q,
            [this, now] {
                progress = now;
                emit q->progressed();
            },
            Qt::QueuedConnection);
    };
    events.committed = [this] {
        QMetaObject::invokeMethod(&context.session, &ArchiveSession::refresh, Qt::QueuedConnection);
    };
    return events;
}

void ImportQueue::Private::done(const Result<ImportOutcome> &outcome)
{
    running = false;
    context.session.refresh();
    if (current.ended)
        current.ended(outcome);
    if (outcome)
        emit q->finished(*outcome);
    else
        emit q->failed(outcome.error());
    startNext();
}

ImportQueue::ImportQueue(Context context, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, context))
{
}

ImportQueue::~ImportQueue()
{
    d->closing = true;
    d->waiting.clear();
    if (d->control)
        d->control->cancel();
    d->future.waitForFinished();
}

void ImportQueue::add(const QStringList &paths, ImportKind kind)
{
    if (paths.isEmpty())
        return;
    const QString name = paths.size() == 1 ? QFileInfo(paths.first()).fileName()
                                           : tr("%Ln file(s) or folder(s)", nullptr, static_cast<int>(paths.size()));
    const ImportRequest request{d->context.session.path(), kind, paths, d->context.settings.limits(), 0};
    addJob({name, paths, kind, false,
         [request, &clock = d->context.clock](JobControl &control, const ImportEvents &events) {
             return runImport(request, clock, control, events);
         }});
}

void ImportQueue::addJob(QueuedJob job)
{
    d->waiting.push_back(std::move(job));
    d->startNext();
}

bool ImportQueue::running() const
{
    return d->running;
}

bool ImportQueue::paused() const
{
    return d->running && d->control->paused();
}

const ImportProgress &ImportQueue::progress() const
{
    return d->progress;
}

QString ImportQueue::currentName() const
{
    return d->current.name;
}

QStringList ImportQueue::currentPaths() const
{
    return d->current.sources;
}

const QueuedJob &ImportQueue::current() const
{
    return d->current;
}

int ImportQueue::waiting() const
{
    return static_cast<int>(d->waiting.size());
}

double ImportQueue::share() const
{
    const ImportProgress &p = d->progress;
    const bool byMails = current().kind == ImportKind::Mailbox;
    const auto done = static_cast<double>(byMails ? p.inputsDone : p.counts.bytes);
    const auto total = static_cast<double>(byMails ? p.inputsTotal : p.bytesTotal);
    return total > 0 ? std::clamp(done / total, 0.0, 1.0) : 0.0;
}

qint64 ImportQueue::timeLeft() const
{
    const ImportProgress &p = d->progress;
    const double done = share();
    if (p.walking || done <= 0 || p.elapsedMs < 1000)
        return -1;
    return static_cast<qint64>(static_cast<double>(p.elapsedMs) * (1 - done) / done);
}

void ImportQueue::pause()
{
    if (d->running)
        d->control->pause();
    emit progressed();
}

void ImportQueue::resume()
{
    if (d->running)
        d->control->resume();
    emit progressed();
}

void ImportQueue::cancel()
{
    if (d->running)
        d->control->cancel();
}

} // namespace tlsrpt

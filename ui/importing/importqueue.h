// SPDX-License-Identifier: GPL-3.0-or-later
// Imports and fetches beside the window, one after the other.
#pragma once

#include "core/pipeline/importjob.h"
#include "ui/page/page.h"

#include <functional>
#include <memory>

namespace tlsrpt
{

/// What fills the archive: files, or a mailbox.
struct QueuedJob {
    QString name;          ///< for people
    QStringList sources;   ///< what it reads, as in ImportRow::names
    ImportKind kind = ImportKind::Files;
    bool byItself = false; ///< nobody waits for it: there is nothing to tell when nothing came
    /// On another thread.
    std::function<Result<ImportOutcome>(JobControl &, const ImportEvents &)> run;
    /// On the GUI thread, before finished() or failed(); may be empty.
    std::function<void(const Result<ImportOutcome> &)> ended = {};
};

/// Lives on the GUI thread; the work runs on another. Imports go to the archive that is open
/// when they are added.
class ImportQueue : public QObject
{
    Q_OBJECT
public:
    explicit ImportQueue(Context context, QObject *parent = nullptr);
    ~ImportQueue() override; ///< cancels what runs and waits for it

    void add(const QStringList &paths, ImportKind kind = ImportKind::Files);
    void addJob(QueuedJob job);
    bool running() const;
    bool paused() const;
    const ImportProgress &progress() const;
    QString currentName() const;         ///< "customers-2025.zip", "3 files"
    QStringList currentPaths() const;
    const QueuedJob &current() const;    ///< the running one, or else the last
    int waiting() const;                 ///< imports after the running one
    /// 0 to 1, by bytes; of a mailbox by mails: how large they are is known only batch by batch.
    double share() const;
    /// Milliseconds left by the share read so far; -1 while unknown.
    qint64 timeLeft() const;
    void pause();
    void resume();
    void cancel();                       ///< what was imported stays; the waiting ones go on

signals:
    void started();
    void progressed();
    void finished(const tlsrpt::ImportOutcome &outcome);
    void failed(const tlsrpt::Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
// Imports beside the window, one after the other.
#pragma once

#include "core/pipeline/importjob.h"
#include "ui/page/page.h"

#include <memory>

namespace tlsrpt
{

/// Lives on the GUI thread; the work runs on another. Imports go to the archive that is open
/// when they are added.
class ImportQueue : public QObject
{
    Q_OBJECT
public:
    explicit ImportQueue(Context context, QObject *parent = nullptr);
    ~ImportQueue() override; ///< cancels what runs and waits for it

    void add(const QStringList &paths, ImportKind kind = ImportKind::Files);
    bool running() const;
    bool paused() const;
    const ImportProgress &progress() const;
    QString currentName() const;         ///< "customers-2025.zip", "3 files"
    QStringList currentPaths() const;
    int waiting() const;                 ///< imports after the running one
    /// Milliseconds left by the bytes read so far; -1 while unknown.
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

// SPDX-License-Identifier: GPL-3.0-or-later
// Which archive is open, and what waits to be imported into it.
#pragma once

#include "ui/importing/importqueue.h"
#include "ui/page/page.h"
#include "ui/window/archivework.h"
#include "ui/window/drops.h"

#include <QTemporaryDir>

#include <optional>

namespace tlsrpt
{

class ArchiveDesk : public QObject
{
    Q_OBJECT
public:
    ArchiveDesk(Context context, ImportQueue &queue, QObject *parent = nullptr);
    ~ArchiveDesk() override;

    /// The user's own archive; opening() comes at once, opened() or failed() later.
    void open(const QString &path);
    /// Another one, once its file is known to open: chosen() comes when it does, else refused(), and
    /// what is open stays open.
    void change(const QString &path);
    void openAgain();
    QString path() const { return m_path; }
    QString ownPath() const { return m_ownPath; } ///< also while samples are shown
    bool isOpen() const { return m_open; }
    const std::optional<Error> &error() const { return m_error; }

    /// Into the user's own archive, as soon as it is open: never into the samples.
    void import(const QStringList &paths);
    void importBytes(const DroppedBytes &dropped);
    const QStringList &waiting() const { return m_pending; } ///< for an archive that opens

    bool samplesShown() const { return m_samples; }
    QString samplesPath() const { return m_folder.filePath(u"samples.sqlite"_qs); }
    /// In an archive of their own that goes away with the program.
    void showSamples();
    void leaveSamples();

    ArchiveWork &work() { return m_work; }

signals:
    void waitingChanged();
    void opening();
    void opened();
    void failed(const tlsrpt::Error &error);
    /// The archive to change to is looked at.
    void testing(const QString &path);
    void chosen(const QString &path);
    void refused(const tlsrpt::Error &error, const QString &path);
    /// It was of an earlier version; how to go back is to be told.
    void upgraded(const tlsrpt::Upgrade &upgrade);
    /// Something was dropped or extracted that cannot be written.
    void complained(const tlsrpt::Error &error);

private:
    void openFile(const QString &path);
    void begin(const QString &path);
    void importPending();
    void changeTo(const QString &path, const Result<std::optional<Upgrade>> &done);
    void prepared(const QString &path, const Result<std::optional<Upgrade>> &done);
    void loaded();
    void fail(const Error &error);

    Context m_context;
    ImportQueue &m_queue;
    ArchiveWork m_work;
    QTemporaryDir m_folder; ///< samples and what was dropped as bytes
    QString m_path;
    QString m_ownPath;
    QString m_before; ///< the own archive until this one is chosen(); empty: that was no change
    QStringList m_pending;
    QStringList m_pendingSamples;
    std::optional<Error> m_error;
    bool m_samples = false;
    bool m_open = false;
    bool m_changing = false; ///< another one is tested: what comes now is for the one that opens
    int m_drops = 0;
    int m_opening = 0;      ///< answers for an archive that is no longer wanted are dropped
    QThreadPool m_pool;     ///< the last member: waits for its work while all else is there
};

} // namespace tlsrpt

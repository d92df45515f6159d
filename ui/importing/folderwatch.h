// SPDX-License-Identifier: GPL-3.0-or-later
// Watched folders: what is put into them is imported by itself.
#pragma once

#include "ui/importing/importqueue.h"

#include <QFileSystemWatcher>
#include <QHash>
#include <QThreadPool>
#include <QTimer>

namespace tlsrpt
{

/// Looks through the folders of the open archive at start and after each change (2 s after the
/// last one, so that a file being copied is whole), and hands new or changed files to the queue.
class FolderWatch : public QObject
{
    Q_OBJECT
public:
    FolderWatch(Context context, ImportQueue &queue, QObject *parent = nullptr);
    ~FolderWatch() override;

    QStringList folders() const { return m_folders; }
    void add(const QString &folder);
    void remove(const QString &folder);

signals:
    void changed();
    void failed(const tlsrpt::Error &error);

private:
    struct Stamp {
        qint64 size = 0;
        qint64 modified = 0;
        bool operator==(const Stamp &) const = default;
    };
    struct Scan {
        QStringList folders;         ///< with their subfolders
        QHash<QString, Stamp> files;
    };

    void load();
    void scan();
    void scanned(const Scan &scan, const QString &archive);
    void watch(const Scan &scan);
    static Scan look(const QStringList &folders, JobControl &control);
    void write(const std::function<Status(class Archive &)> &change);

    Context m_context;
    ImportQueue &m_queue;
    QString m_archive;
    QStringList m_folders;
    QHash<QString, Stamp> m_seen;
    QFileSystemWatcher m_watcher;
    QTimer m_settle;
    std::shared_ptr<JobControl> m_control = std::make_shared<JobControl>();
    bool m_scanning = false;
    bool m_again = false;
    QThreadPool m_pool; ///< the last member: waits for the work while all else is there
};

} // namespace tlsrpt

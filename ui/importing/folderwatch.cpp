// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/folderwatch.h"

#include "core/source/walk.h"
#include "ui/importing/archivewrite.h"

#include <QFileInfo>
#include <QSet>
#include <QtConcurrentRun>

#include <algorithm>
#include <utility>

namespace tlsrpt
{

namespace
{
constexpr int settleMs = 2000;
constexpr int mostWatched = 500; ///< subfolders; the kernel's watches are few, and all are looked through anyway
constexpr int mostWatchedFiles = 500; ///< the newest: a folder does not tell that a file in it grew

QStringList newest(const QHash<QString, qint64> &modified)
{
    QStringList paths = modified.keys();
    std::sort(paths.begin(), paths.end(), [&modified](const QString &a, const QString &b) {
        return std::pair(modified[b], a) < std::pair(modified[a], b);
    });
    return paths.mid(0, mostWatchedFiles);
}
}

FolderWatch::FolderWatch(Context context, ImportQueue &queue, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_queue(queue)
{
    m_pool.setMaxThreadCount(1); // add and remove reach the archive in their order
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleMs);
    connect(&m_settle, &QTimer::timeout, this, &FolderWatch::scan);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_settle, qOverload<>(&QTimer::start));
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_settle, qOverload<>(&QTimer::start));
    connect(&context.session, &ArchiveSession::factsChanged, this, [this] {
        if (m_archive != m_context.session.path())
            load();
    });
    if (context.session.loaded())
        load();
}

FolderWatch::~FolderWatch()
{
    m_control->cancel();
    m_context.session.settle();
}

void FolderWatch::load()
{
    m_archive = m_context.session.path();
    m_seen.clear();
    m_folders.clear();
    m_context.session
        .ask([](ArchiveReader &reader, const Facts &) { return reader.watchedFolders(); })
        .then(this, [this, archive = m_archive](const Result<QStringList> &folders) {
            if (archive != m_archive)
                return;
            if (!folders) {
                emit failed(folders.error());
                return;
            }
            const QStringList added = std::exchange(m_folders, *folders); // while this was asked
            for (const QString &folder : added) {
                if (!m_folders.contains(folder))
                    m_folders.append(folder);
            }
            emit changed();
            scan();
        });
}

void FolderWatch::write(const std::function<Status(Archive &)> &change)
{
    writeArchive(m_pool, m_archive, m_context.clock, change).then(this, [this](const Status &done) {
        if (!done)
            emit failed(done.error());
    });
}

void FolderWatch::add(const QString &folder)
{
    if (m_folders.contains(folder))
        return;
    m_folders.append(folder);
    write([folder](Archive &archive) { return archive.addWatchedFolder(folder); });
    emit changed();
    scan();
}

void FolderWatch::remove(const QString &folder)
{
    m_folders.removeAll(folder);
    write([folder](Archive &archive) { return archive.removeWatchedFolder(folder); });
    emit changed();
    scan();
}

FolderWatch::Scan FolderWatch::look(const QStringList &folders, JobControl &control)
{
    Scan scan;
    scan.folders = folders;
    const auto found = [&scan](const Input &input) {
        scan.files.insert(input.path, {input.size, input.modified});
        const QString folder = QFileInfo(input.path).path();
        if (scan.folders.size() < mostWatched && !scan.folders.contains(folder))
            scan.folders.append(folder);
        return true;
    };
    walk(folders, control, found, [](const Error &) {}); // an unreachable folder is tried again later
    return scan;
}

void FolderWatch::scan()
{
    if (m_scanning) {
        m_again = true;
        return;
    }
    m_scanning = true;
    QtConcurrent::run(&m_pool, [folders = m_folders, control = m_control] { return look(folders, *control); })
        .then(this, [this, archive = m_archive](const Scan &scan) { scanned(scan, archive); });
}

void FolderWatch::scanned(const Scan &scan, const QString &archive)
{
    m_scanning = false;
    if (archive != m_archive || archive != m_context.session.path()) {
        // Another archive was opened meanwhile: these files are not for it.
        if (std::exchange(m_again, false))
            m_settle.start();
        return;
    }
    QHash<QString, QStringList> fresh; // by watched folder: an import each, so that Sources can add them up
    for (auto it = scan.files.cbegin(); it != scan.files.cend(); ++it) {
        if (m_seen.value(it.key(), {-1, -1}) == it.value())
            continue;
        const auto holds = [&it](const QString &folder) { return it.key().startsWith(folder + u'/'); };
        const auto folder = std::find_if(m_folders.cbegin(), m_folders.cend(), holds);
        fresh[folder == m_folders.cend() ? QString() : *folder].append(it.key());
    }
    m_seen = scan.files;
    watch(scan);
    for (QStringList &files : fresh) {
        files.sort();
        m_queue.add(files, ImportKind::WatchedFolder);
    }
    if (std::exchange(m_again, false))
        m_settle.start();
}

/// Watches what is new, and no longer what is gone; what stays is left alone, because events that
/// wait for a path that is taken away and put back would be lost.
void FolderWatch::watch(const Scan &scan)
{
    QHash<QString, qint64> modified;
    for (auto it = scan.files.cbegin(); it != scan.files.cend(); ++it)
        modified.insert(it.key(), it->modified);
    const QStringList paths = scan.folders + newest(modified);
    const QStringList before = m_watcher.directories() + m_watcher.files();
    QSet<QString> gone(before.cbegin(), before.cend());
    QStringList added;
    for (const QString &path : paths) {
        if (!gone.remove(path))
            added.append(path);
    }
    if (!gone.isEmpty())
        m_watcher.removePaths(gone.values());
    // Something may have come between the look and the watch.
    if (!added.isEmpty() && m_watcher.addPaths(added).size() < added.size())
        m_settle.start();
}

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/folderwatch.h"

#include "core/source/walk.h"
#include "ui/importing/archivewrite.h"

#include <QFileInfo>
#include <QtConcurrentRun>

namespace tlsrpt
{

namespace
{
constexpr int settleMs = 2000;
constexpr int mostWatched = 500; ///< subfolders; the kernel's watches are few, and all are looked through anyway
}

FolderWatch::FolderWatch(Context context, ImportQueue &queue, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_queue(queue)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleMs);
    connect(&m_settle, &QTimer::timeout, this, &FolderWatch::scan);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_settle, qOverload<>(&QTimer::start));
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
}

void FolderWatch::load()
{
    m_archive = m_context.session.path();
    m_seen.clear();
    m_context.session
        .ask([](ArchiveReader &reader, const Facts &) { return reader.watchedFolders(); })
        .then(this, [this, archive = m_archive](const Result<QStringList> &folders) {
            if (archive != m_archive)
                return;
            if (!folders) {
                emit failed(folders.error());
                return;
            }
            m_folders = *folders;
            emit changed();
            scan();
        });
}

void FolderWatch::write(const std::function<Status(Archive &)> &change)
{
    writeArchive(m_archive, m_context.clock, change).then(this, [this](const Status &done) {
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
    QtConcurrent::run([folders = m_folders, control = m_control] { return look(folders, *control); })
        .then(this, [this](const Scan &scan) { scanned(scan); });
}

void FolderWatch::scanned(const Scan &scan)
{
    m_scanning = false;
    QStringList fresh;
    for (auto it = scan.files.cbegin(); it != scan.files.cend(); ++it) {
        if (m_seen.value(it.key(), {-1, -1}) != it.value())
            fresh.append(it.key());
    }
    m_seen = scan.files;
    fresh.sort();
    if (!m_watcher.directories().isEmpty())
        m_watcher.removePaths(m_watcher.directories());
    if (!scan.folders.isEmpty())
        m_watcher.addPaths(scan.folders);
    if (!fresh.isEmpty())
        m_queue.add(fresh, ImportKind::WatchedFolder);
    if (m_again) {
        m_again = false;
        m_settle.start();
    }
}

} // namespace tlsrpt

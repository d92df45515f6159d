// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/archivedesk.h"

#include "resources/samples.h"

#include <QDir>
#include <QFileInfo>

namespace tlsrpt
{

ArchiveDesk::ArchiveDesk(Context context, ImportQueue &queue, QObject *parent)
    : QObject(parent), m_context(context), m_queue(queue), m_work(context.clock),
      m_folder(QDir::tempPath() + u"/tlsrpt-viewer-XXXXXX"_qs)
{
    connect(&m_context.session, &ArchiveSession::factsChanged, this, &ArchiveDesk::loaded);
    connect(&m_context.session, &ArchiveSession::failed, this, [this](const Error &error) {
        if (!m_open)
            fail(error);
        else
            emit complained(error);
    });
}

ArchiveDesk::~ArchiveDesk() = default;

void ArchiveDesk::open(const QString &path)
{
    m_samples = false;
    m_ownPath = QFileInfo(path).absoluteFilePath();
    openFile(m_ownPath);
}

void ArchiveDesk::openAgain()
{
    openFile(m_path);
}

void ArchiveDesk::openFile(const QString &path)
{
    m_path = path;
    m_open = false;
    m_error.reset();
    emit opening();
    const int number = ++m_opening;
    m_work.prepare(path).then(this, [this, path, number](const Result<std::optional<Upgrade>> &done) {
        if (number == m_opening)
            prepared(path, done);
    });
}

void ArchiveDesk::prepared(const QString &path, const Result<std::optional<Upgrade>> &done)
{
    // What cannot be written may still be read.
    const bool readable = done || done.error().code == Code::ArchiveReadOnly
        || done.error().code == Code::ArchiveLocked;
    if (!readable)
        return fail(done.error());
    if (!done)
        emit complained(done.error());
    else if (*done)
        emit upgraded(**done);
    m_context.session.open(path);
}

void ArchiveDesk::loaded()
{
    if (m_open || m_context.session.path() != m_path || !m_context.session.loaded())
        return;
    m_open = true;
    emit opened();
    if (m_samples) {
        m_queue.add(std::exchange(m_pendingSamples, {}));
        return;
    }
    m_queue.add(std::exchange(m_pending, {}));
    emit waitingChanged();
    m_work.purge(m_path);
}

void ArchiveDesk::fail(const Error &error)
{
    m_error = error;
    emit failed(error);
}

void ArchiveDesk::import(const QStringList &paths)
{
    if (m_samples)
        leaveSamples();
    if (m_open)
        m_queue.add(paths);
    else
        m_pending << paths;
    emit waitingChanged();
}

void ArchiveDesk::importBytes(const DroppedBytes &dropped)
{
    const int number = ++m_drops;
    QtConcurrent::run(&m_pool, [dropped, folder = m_folder.path(), number] {
        return writeDropped(dropped, folder, number);
    }).then(this, [this](const Result<QString> &path) {
        if (path)
            import({*path});
        else
            emit complained(path.error());
    });
}

void ArchiveDesk::showSamples()
{
    const QString archive = m_folder.filePath(u"samples.sqlite"_qs);
    const QString reports = m_folder.filePath(u"samples"_qs);
    m_samples = true;
    if (QFileInfo::exists(archive)) {
        openFile(archive);
        return;
    }
    QtConcurrent::run(&m_pool, [reports] { return extractSamples(reports); })
        .then(this, [this, archive, reports](const QStringList &paths) {
            if (paths.isEmpty()) {
                m_samples = false;
                emit complained(Error{Code::CannotWrite, reports, {}, -1});
                return;
            }
            if (!m_samples)
                return; // left again meanwhile
            m_pendingSamples = paths;
            openFile(archive);
        });
}

void ArchiveDesk::leaveSamples()
{
    if (m_samples)
        open(m_ownPath);
}

} // namespace tlsrpt

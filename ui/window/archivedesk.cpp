// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/archivedesk.h"

#include "resources/samples.h"

#include <QDir>
#include <QFileInfo>

namespace tlsrpt
{

/// What cannot be written may still be read.
static bool isReadable(const Result<std::optional<Upgrade>> &done)
{
    return done || done.error().code == Code::ArchiveReadOnly || done.error().code == Code::ArchiveLocked;
}

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

void ArchiveDesk::change(const QString &path)
{
    const QString wanted = QFileInfo(path).absoluteFilePath();
    if (wanted == m_ownPath && m_open && !m_samples) {
        emit chosen(wanted);
        return;
    }
    m_changing = true;
    emit testing(wanted);
    const int number = ++m_opening;
    m_work.prepare(wanted).then(this, [this, wanted, number](const Result<std::optional<Upgrade>> &done) {
        if (number == m_opening)
            changeTo(wanted, done);
    });
}

void ArchiveDesk::changeTo(const QString &path, const Result<std::optional<Upgrade>> &done)
{
    if (!isReadable(done)) {
        m_changing = false;
        if (!m_open && !m_error)
            openAgain(); // it had not opened yet
        importPending();
        emit refused(done.error(), path);
        return;
    }
    m_samples = false;
    const QString before = std::exchange(m_ownPath, path);
    begin(path);
    m_before = before;
    prepared(path, done);
}

void ArchiveDesk::openAgain()
{
    openFile(m_path);
}

void ArchiveDesk::begin(const QString &path)
{
    m_path = path;
    m_before.clear();
    m_open = false;
    m_changing = false;
    m_error.reset();
    emit opening();
}

void ArchiveDesk::openFile(const QString &path)
{
    begin(path);
    const int number = ++m_opening;
    m_work.prepare(path).then(this, [this, path, number](const Result<std::optional<Upgrade>> &done) {
        if (number == m_opening)
            prepared(path, done);
    });
}

void ArchiveDesk::prepared(const QString &path, const Result<std::optional<Upgrade>> &done)
{
    if (!isReadable(done))
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
    if (!std::exchange(m_before, {}).isEmpty())
        emit chosen(m_path);
    if (m_samples) {
        m_queue.add(std::exchange(m_pendingSamples, {}));
        return;
    }
    importPending();
    m_work.purge(m_path);
}

void ArchiveDesk::fail(const Error &error)
{
    if (const QString before = std::exchange(m_before, {}); !before.isEmpty()) {
        const QString path = m_path; // it could be prepared, but not read
        open(before);
        emit refused(error, path);
        return;
    }
    m_error = error;
    emit failed(error);
}

void ArchiveDesk::import(const QStringList &paths)
{
    m_pending << paths;
    importPending();
    emit waitingChanged();
}

void ArchiveDesk::importPending()
{
    if (m_pending.isEmpty() || m_changing)
        return;
    if (m_samples) {
        leaveSamples();
    } else if (m_open) {
        m_queue.add(std::exchange(m_pending, {}));
        emit waitingChanged();
    }
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
    const QString archive = samplesPath();
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

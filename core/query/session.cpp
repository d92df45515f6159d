// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/session.h"

#include "core/base/clock.h"

#include <QFileInfo>
#include <QSemaphore>

#include <algorithm>
#include <chrono>
#include <utility>

namespace tlsrpt
{

using namespace std::chrono_literals;

namespace
{

constexpr auto refreshPause = 500ms;
constexpr auto pollPause = 3s;

/// Makes the archive where there is none yet or an empty file.
Result<ArchiveReader> openReader(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists() || (info.isFile() && info.size() == 0)) {
        const SystemClock clock;
        const auto made = Archive::open(path, Archive::Mode::CreateIfMissing, clock);
        if (!made)
            return tl::unexpected<Error>(made.error());
    }
    return ArchiveReader::open(path);
}

} // namespace

/// What belongs to the reading thread. Only jobs of the pool touch it.
class ArchiveSession::Worker
{
public:
    struct Loaded {
        Result<std::shared_ptr<const Facts>> facts;
        bool changed = true; ///< false: nobody wrote since the last load
    };

    void open(const QString &path)
    {
        m_path = path;
        m_reader.reset();
        m_version = -1;
        Result<ArchiveReader> reader = openReader(path);
        if (reader)
            m_reader.emplace(std::move(*reader));
        else
            m_error = reader.error();
    }

    void close() { m_reader.reset(); }

    ArchiveReader *reader() { return m_reader ? &*m_reader : nullptr; }

    Loaded load(std::shared_ptr<const Facts> previous)
    {
        if (!m_reader && m_error.code == Code::ArchiveLocked)
            open(m_path); // whoever held it may be done
        if (!m_reader)
            return {tl::unexpected<Error>(m_error), true};
        // Before the rows: what is written meanwhile is seen by the next load.
        const Result<int> version = m_reader->dataVersion();
        if (!version)
            return {tl::unexpected<Error>(version.error()), true};
        if (previous && *version == m_version)
            return {std::move(previous), false};
        Loaded loaded{loadFacts(m_reader->database(), std::move(previous)), true};
        if (loaded.facts)
            m_version = *version;
        return loaded;
    }

private:
    QString m_path;
    std::optional<ArchiveReader> m_reader;
    Error m_error; ///< why there is no reader
    int m_version = -1;
};

ArchiveSession::ArchiveSession(QObject *parent)
    : QObject(parent)
    , m_worker(std::make_shared<Worker>())
{
    m_pool.setMaxThreadCount(1);
    m_pool.setExpiryTimeout(-1);
    m_refresh.setSingleShot(true);
    connect(&m_refresh, &QTimer::timeout, this, &ArchiveSession::load);
    m_poll.setInterval(pollPause);
    connect(&m_poll, &QTimer::timeout, this, &ArchiveSession::refresh);
}

ArchiveSession::~ArchiveSession()
{
    m_pool.clear(); // questions that have not begun; their futures are cancelled
    m_pool.start([worker = m_worker] { worker->close(); });
    m_pool.waitForDone();
}

void ArchiveSession::finish()
{
    m_pool.clear();
    m_pool.waitForDone();
}

void ArchiveSession::open(const QString &path)
{
    ++m_generation;
    m_path = path;
    m_facts.reset();
    m_loading = false;
    m_reloadAsked = false;
    m_lastError.reset();
    m_refresh.stop();
    m_pool.clear(); // questions about the archive that is no longer open
    m_pool.start([worker = m_worker, path] { worker->open(path); });
    load();
    m_poll.start();
}

void ArchiveSession::refresh()
{
    if (m_path.isEmpty() || m_refresh.isActive())
        return;
    if (m_loading) {
        m_reloadAsked = true;
        return;
    }
    const qint64 sinceLast = m_sinceLoad.isValid() ? m_sinceLoad.elapsed() : refreshPause.count();
    m_refresh.start(int(std::max<qint64>(0, refreshPause.count() - sinceLast)));
}

void ArchiveSession::settle()
{
    // Not waitForDone(): it ends the thread, and the connection belongs to the thread.
    QSemaphore done;
    m_pool.start([&done] { done.release(); });
    done.acquire();
}

void ArchiveSession::retry()
{
    if (m_facts || m_path.isEmpty())
        refresh();
    else
        open(m_path);
}

void ArchiveSession::load()
{
    m_loading = true;
    m_sinceLoad.start();
    m_pool.start([this, worker = m_worker, previous = m_facts, generation = m_generation] {
        // The destructor waits for this, so the session is there.
        QMetaObject::invokeMethod(
            this,
            [this, loaded = worker->load(previous), generation] {
                if (generation == m_generation)
                    finishLoad(loaded.facts, loaded.changed);
            },
            Qt::QueuedConnection);
    });
}

void ArchiveSession::finishLoad(const Result<std::shared_ptr<const Facts>> &facts, bool changed)
{
    m_loading = false;
    if (std::exchange(m_reloadAsked, false))
        refresh();
    if (!facts) {
        // Asked every few seconds: the same trouble is told once.
        if (m_lastError != facts.error()) {
            m_lastError = facts.error();
            emit failed(facts.error());
        }
        return;
    }
    const bool recovered = std::exchange(m_lastError, std::nullopt).has_value();
    m_facts = *facts;
    if (changed || recovered) // pages that show the trouble go back to the reports
        emit factsChanged();
}

void ArchiveSession::runOnWorker(std::function<void(ArchiveReader *)> work)
{
    m_pool.start([worker = m_worker, work = std::move(work)] { work(worker->reader()); });
}

} // namespace tlsrpt

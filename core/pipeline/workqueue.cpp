// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/workqueue.h"

#include <chrono>
#include <utility>

namespace tlsrpt
{

namespace
{

/// Waking a worker costs about as much as reading a small document: it gets several at once, or
/// what there is after a while.
constexpr std::size_t documentsTogether = 16;
constexpr std::chrono::milliseconds patience(1);

} // namespace

bool WorkQueue::put(Parcel parcel)
{
    std::unique_lock lock(m_mutex);
    m_room.wait(lock, [&] { return m_finished || m_inputs.size() < m_capacity; });
    if (m_finished)
        return false;
    m_inputs.push_back(std::move(parcel));
    lock.unlock();
    m_ready.notify_one();
    return true;
}

bool WorkQueue::offer(Document &document) noexcept
try {
    if (m_idle == 0) // the usual case with many inputs costs no lock
        return false;
    std::size_t waiting = 0;
    {
        const std::lock_guard lock(m_mutex);
        if (m_closed || m_idle == 0 || m_documents.size() >= documentsTogether)
            return false;
        m_documents.push_back(std::move(document));
        waiting = m_documents.size();
    }
    if (waiting == 1 || waiting == documentsTogether)
        m_ready.notify_one();
    return true;
} catch (...) { // no memory for the queue
    return false;
}

std::optional<WorkQueue::Work> WorkQueue::take()
{
    std::unique_lock lock(m_mutex);
    const auto anything = [&] { return !m_documents.empty() || !m_inputs.empty() || nothingComes(); };
    ++m_idle;
    do { // somebody else may have been faster
        m_ready.wait(lock, anything);
        if (m_inputs.empty())
            m_ready.wait_for(lock, patience, [&] {
                return m_documents.size() >= documentsTogether || !m_inputs.empty() || nothingComes();
            });
    } while (!anything());
    --m_idle;
    if (!m_documents.empty())
        return std::exchange(m_documents, {});
    if (m_inputs.empty())
        return std::nullopt;
    std::optional<Work> parcel(std::move(m_inputs.front()));
    m_inputs.pop_front();
    ++m_beingRead;
    // The supplier is faster than the workers: it is woken for a run of inputs, not for each.
    const bool room = m_inputs.size() == m_capacity / 2;
    lock.unlock();
    if (room)
        m_room.notify_one();
    return parcel;
}

void WorkQueue::inputDone()
{
    bool last = false;
    {
        const std::lock_guard lock(m_mutex);
        --m_beingRead;
        last = nothingComes();
    }
    if (last)
        m_ready.notify_all();
}

void WorkQueue::finish()
{
    {
        const std::lock_guard lock(m_mutex);
        m_finished = true;
    }
    m_ready.notify_all();
    m_room.notify_all();
}

void WorkQueue::close()
{
    std::deque<Parcel> inputs; // freed outside the lock, with their tickets
    Documents documents;
    {
        const std::lock_guard lock(m_mutex);
        std::swap(inputs, m_inputs);
        std::swap(documents, m_documents);
        m_finished = true;
        m_closed = true;
    }
    m_ready.notify_all();
    m_room.notify_all();
}

} // namespace tlsrpt

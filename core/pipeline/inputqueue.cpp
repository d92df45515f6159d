// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/inputqueue.h"

namespace tlsrpt
{

bool InputQueue::put(Parcel parcel)
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

std::optional<Parcel> InputQueue::take()
{
    std::unique_lock lock(m_mutex);
    m_ready.wait(lock, [&] { return m_finished || !m_inputs.empty(); });
    if (m_inputs.empty())
        return std::nullopt;
    std::optional<Parcel> parcel(std::move(m_inputs.front()));
    m_inputs.pop_front();
    // The supplier is faster than the workers: it is woken for a run of inputs, not for each.
    const bool room = m_inputs.size() == m_capacity / 2;
    lock.unlock();
    if (room)
        m_room.notify_one();
    return parcel;
}

void InputQueue::finish()
{
    {
        const std::lock_guard lock(m_mutex);
        m_finished = true;
    }
    m_ready.notify_all();
    m_room.notify_all();
}

void InputQueue::close()
{
    std::deque<Parcel> dropped; // freed outside the lock, with its tickets
    {
        const std::lock_guard lock(m_mutex);
        std::swap(dropped, m_inputs);
        m_finished = true;
    }
    m_ready.notify_all();
    m_room.notify_all();
}

} // namespace tlsrpt

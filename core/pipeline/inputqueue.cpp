// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/inputqueue.h"

namespace tlsrpt
{

bool InputQueue::put(Input input)
{
    std::unique_lock lock(m_mutex);
    m_room.wait(lock, [&] { return m_finished || m_inputs.size() < m_capacity; });
    if (m_finished)
        return false;
    m_inputs.push_back(std::move(input));
    lock.unlock();
    m_ready.notify_one();
    return true;
}

std::optional<Input> InputQueue::take()
{
    std::unique_lock lock(m_mutex);
    m_ready.wait(lock, [&] { return m_finished || !m_inputs.empty(); });
    if (m_inputs.empty())
        return std::nullopt;
    std::optional<Input> input(std::move(m_inputs.front()));
    m_inputs.pop_front();
    // The walker is faster than the workers: it is woken for a run of inputs, not for each.
    const bool room = m_inputs.size() == m_capacity / 2;
    lock.unlock();
    if (room)
        m_room.notify_one();
    return input;
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
    {
        const std::lock_guard lock(m_mutex);
        m_inputs.clear();
        m_finished = true;
    }
    m_ready.notify_all();
    m_room.notify_all();
}

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
// Files that were found and not read yet: from the walker to the workers.
#pragma once

#include "core/source/walk.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>

namespace tlsrpt
{

class InputQueue
{
public:
    explicit InputQueue(std::size_t capacity) : m_capacity(capacity) {}

    /// Waits for room. False when closed.
    bool put(Input input);
    /// Waits for an input; none when there will be no more.
    std::optional<Input> take();
    /// What is in it can still be taken.
    void finish();
    /// What is in it is dropped.
    void close();

private:
    const std::size_t m_capacity;
    std::mutex m_mutex;
    std::condition_variable m_room;
    std::condition_variable m_ready;
    std::deque<Input> m_inputs;
    bool m_finished = false;
};

} // namespace tlsrpt

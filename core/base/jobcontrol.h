// SPDX-License-Identifier: GPL-3.0-or-later
// Pause and cancel for work on other threads. Workers call checkpoint() between items.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>

namespace tlsrpt
{

class JobControl
{
public:
    void cancel()
    {
        m_cancelled = true;
        resume();
    }
    void pause()
    {
        const std::lock_guard lock(m_mutex);
        m_paused = true;
    }
    void resume()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_paused = false;
        }
        m_wake.notify_all();
    }
    bool cancelled() const { return m_cancelled; }
    bool paused() const { return m_paused; }

    /// Blocks while paused. False when the work is to stop.
    [[nodiscard]] bool checkpoint()
    {
        if (m_paused) {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return !m_paused || m_cancelled; });
        }
        return !m_cancelled;
    }

    /// Waits so long. False, at once, when the work is to stop.
    [[nodiscard]] bool wait(std::chrono::milliseconds time)
    {
        std::unique_lock lock(m_mutex);
        m_wake.wait_for(lock, time, [this] { return m_cancelled.load(); });
        return !m_cancelled;
    }

private:
    std::atomic<bool> m_cancelled = false;
    std::atomic<bool> m_paused = false;
    std::mutex m_mutex;
    std::condition_variable m_wake;
};

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
// Tells when the window did not answer for too long.
#pragma once

#include <QObject>
#include <QThread>

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>

namespace tlsrpt
{

/// Knocks at the thread it was made on, from a thread of its own, every few milliseconds, and takes
/// the time until it is let in: as long as that the user's keys and clicks would have waited.
class StallWatch : public QObject
{
    Q_OBJECT
public:
    /// No one notices less than this.
    static constexpr std::chrono::milliseconds noticed{50};

    explicit StallWatch(std::chrono::milliseconds limit = noticed, QObject *parent = nullptr);
    ~StallWatch() override;

    /// The longest wait so far, or since forget().
    std::chrono::microseconds longest() const { return m_longest; }
    void forget() { m_longest = {}; }

signals:
    /// It answers again, after more than the limit.
    void stalled(std::chrono::microseconds waited);

protected:
    bool event(QEvent *event) override;

private:
    using Clock = std::chrono::steady_clock;
    void knockUntilStopped();

    const std::chrono::milliseconds m_limit;
    std::chrono::microseconds m_longest{};
    std::mutex m_mutex;
    std::condition_variable m_answered;
    Clock::time_point m_knocked;
    bool m_waiting = false;
    bool m_stopped = false;
    std::unique_ptr<QThread> m_thread;
};

} // namespace tlsrpt

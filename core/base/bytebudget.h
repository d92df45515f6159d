// SPDX-License-Identifier: GPL-3.0-or-later
// One count of bytes held in memory by all workers together; a ticket gives its share back.
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <utility>

namespace tlsrpt
{

class ByteBudget
{
public:
    explicit ByteBudget(qint64 bytes) : m_capacity(bytes), m_free(bytes) {}
    ByteBudget(const ByteBudget &) = delete;
    ByteBudget &operator=(const ByteBudget &) = delete;

    class Ticket
    {
    public:
        Ticket() = default;
        Ticket(Ticket &&other) noexcept
            : m_budget(std::exchange(other.m_budget, nullptr)), m_bytes(std::exchange(other.m_bytes, 0))
        {
        }
        Ticket &operator=(Ticket &&other) noexcept
        {
            std::swap(m_budget, other.m_budget);
            std::swap(m_bytes, other.m_bytes);
            return *this;
        }
        ~Ticket()
        {
            if (m_budget)
                m_budget->release(m_bytes);
        }

    private:
        friend class ByteBudget;
        Ticket(ByteBudget *budget, qint64 bytes) : m_budget(budget), m_bytes(bytes) {}
        ByteBudget *m_budget = nullptr;
        qint64 m_bytes = 0;
    };

    /// Waits until the bytes are free. More than the whole budget waits for all of it.
    /// The holder must not wait for a second ticket: documents take one each, just before
    /// they are handed on.
    [[nodiscard]] Ticket acquire(qint64 bytes)
    {
        bytes = std::clamp<qint64>(bytes, 0, m_capacity);
        std::unique_lock lock(m_mutex);
        m_wake.wait(lock, [&] { return m_free >= bytes; });
        m_free -= bytes;
        return Ticket(this, bytes);
    }

private:
    void release(qint64 bytes)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_free += bytes;
        }
        m_wake.notify_all();
    }

    const qint64 m_capacity;
    qint64 m_free;
    std::mutex m_mutex;
    std::condition_variable m_wake;
};

} // namespace tlsrpt

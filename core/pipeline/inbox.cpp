// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/inbox.h"

namespace tlsrpt
{

Inbox::Inbox(std::size_t batchItems, qint64 batchBytes, int senders)
    : m_batchItems(batchItems), m_batchBytes(batchBytes), m_senders(senders)
{
}

bool Inbox::batchReady() const
{
    return m_waiting.reports.size() + m_waiting.notices.size() >= m_batchItems
        || m_bytes >= m_batchBytes;
}

template<typename Item>
bool Inbox::store(std::vector<Item> &items, Item item, qint64 weight, const MailReceiptPtr &mail)
{
    if (mail)
        mail->hold();
    std::unique_lock lock(m_mutex);
    // Two batches: one to write now, one to find when that is done.
    m_room.wait(lock, [&] {
        return m_closed
            || (m_waiting.reports.size() + m_waiting.notices.size() < 2 * m_batchItems
                && m_bytes < 2 * m_batchBytes);
    });
    if (m_closed)
        return false;
    items.push_back(std::move(item));
    if (mail)
        m_waiting.receipts.push_back(mail);
    m_bytes += weight;
    const bool ready = batchReady();
    lock.unlock();
    if (ready)
        m_ready.notify_one();
    return true;
}

bool Inbox::put(StoredReport report, qint64 weight, const MailReceiptPtr &mail)
{
    if (mail)
        mail->holdsReport();
    return store(m_waiting.reports, std::move(report), weight, mail);
}

bool Inbox::put(Notice notice, const MailReceiptPtr &mail)
{
    if (mail)
        mail->holdsOther();
    return store(m_waiting.notices, std::move(notice), 0, mail);
}

void Inbox::senderDone()
{
    {
        const std::lock_guard lock(m_mutex);
        --m_senders;
    }
    m_ready.notify_one();
}

void Inbox::close()
{
    Delivery dropped; // freed outside the lock
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
        std::swap(dropped, m_waiting);
    }
    m_room.notify_all();
    m_ready.notify_one();
}

bool Inbox::wait(std::chrono::milliseconds patience)
{
    std::unique_lock lock(m_mutex);
    return m_ready.wait_for(lock, patience, [&] { return m_closed || m_senders == 0 || batchReady(); });
}

void Inbox::take(Delivery &delivery)
{
    delivery.reports.clear();
    delivery.notices.clear();
    delivery.receipts.clear();
    {
        const std::lock_guard lock(m_mutex);
        std::swap(delivery, m_waiting);
        m_bytes = 0;
    }
    m_room.notify_all();
}

bool Inbox::exhausted()
{
    const std::lock_guard lock(m_mutex);
    return m_senders == 0 && m_waiting.empty();
}

} // namespace tlsrpt

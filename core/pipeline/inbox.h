// SPDX-License-Identifier: GPL-3.0-or-later
// Where the workers of an import hand their finished work to the writer.
#pragma once

#include "core/pipeline/receipts.h"
#include "core/store/archive.h"

#include <chrono>
#include <vector>

namespace tlsrpt
{

struct Notice {
    NoticeKind kind = NoticeKind::Rejected;
    Error error;
};

/// What was finished since the writer looked last.
struct Delivery {
    std::vector<StoredReport> reports;
    std::vector<Notice> notices;
    std::vector<MailReceiptPtr> receipts; ///< of mails that these came out of, one for each

    bool empty() const { return reports.empty() && notices.empty(); }
};

/// Bounded: a worker that is too far ahead waits. The writer takes all there is, and is woken when
/// a batch is full, so that neither side touches the lock's queue for every single report.
class Inbox
{
public:
    Inbox(std::size_t batchItems, qint64 batchBytes, int senders);

    /// `weight`: bytes that a report keeps in flight; `mail`: what it came out of, null for a file.
    /// False when closed: nobody will read it, and the mail stays unsettled.
    bool put(StoredReport report, qint64 weight, const MailReceiptPtr &mail = {});
    bool put(Notice notice, const MailReceiptPtr &mail = {});
    /// Each sender says once that it has finished.
    void senderDone();
    /// No more is taken, what is there is dropped (with its bytes in flight, which a sender may be
    /// waiting for); senders that wait give up.
    void close();

    /// Waits until a batch is full or every sender is done; false when the time was over before.
    bool wait(std::chrono::milliseconds patience);
    /// Moves out everything. The vectors of `delivery` are swapped, so that their memory is used again.
    void take(Delivery &delivery);
    /// Every sender is done and nothing is left to take.
    bool exhausted();

private:
    bool batchReady() const;
    template<typename Item>
    bool store(std::vector<Item> &items, Item item, qint64 weight, const MailReceiptPtr &mail);

    const std::size_t m_batchItems;
    const qint64 m_batchBytes;
    std::mutex m_mutex;
    std::condition_variable m_ready; ///< for the writer
    std::condition_variable m_room;  ///< for the senders
    Delivery m_waiting;
    qint64 m_bytes = 0;
    int m_senders = 0;
    bool m_closed = false;
};

} // namespace tlsrpt

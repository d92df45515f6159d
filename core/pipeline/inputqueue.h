// SPDX-License-Identifier: GPL-3.0-or-later
// Files that were found, or mails that were fetched, and not read yet: from their supplier to the workers.
#pragma once

#include "core/base/bytebudget.h"
#include "core/pipeline/receipts.h"
#include "core/source/walk.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>

namespace tlsrpt
{

/// A file to be read from disk, or a mail with its bytes.
struct Parcel {
    Input input;
    QByteArray bytes;          ///< of the mail
    MailReceiptPtr mail;       ///< null: a file
    ByteBudget::Ticket ticket; ///< for the bytes of the mail, until it is unpacked
};

class InputQueue
{
public:
    explicit InputQueue(std::size_t capacity) : m_capacity(capacity) {}

    /// Waits for room. False when closed.
    bool put(Parcel parcel);
    /// Waits for an input; none when there will be no more.
    std::optional<Parcel> take();
    /// What is in it can still be taken.
    void finish();
    /// What is in it is dropped.
    void close();

private:
    const std::size_t m_capacity;
    std::mutex m_mutex;
    std::condition_variable m_room;
    std::condition_variable m_ready;
    std::deque<Parcel> m_inputs;
    bool m_finished = false;
};

} // namespace tlsrpt

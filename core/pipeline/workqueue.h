// SPDX-License-Identifier: GPL-3.0-or-later
// What the workers do next: files that were found, mails that were fetched, and documents that one
// worker found in a large container and another one has time for.
#pragma once

#include "core/base/bytebudget.h"
#include "core/pipeline/receipts.h"
#include "core/source/walk.h"
#include "core/unpack/document.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <variant>
#include <vector>

namespace tlsrpt
{

/// A file to be read from disk, or a mail with its bytes.
struct Parcel {
    Input input;
    QByteArray bytes;          ///< of the mail
    MailReceiptPtr mail;       ///< null: a file
    ByteBudget::Ticket ticket; ///< for the bytes of the mail, until it is unpacked
};

class WorkQueue
{
public:
    using Documents = std::vector<Document>;
    using Work = std::variant<Parcel, Documents>;

    /// `capacity`: inputs that may wait.
    explicit WorkQueue(std::size_t capacity) : m_capacity(capacity) {}

    /// Waits for room. False when closed.
    bool put(Parcel parcel);
    /// Takes the document off the caller's hands if a worker has nothing else to do: one archive of
    /// a million reports keeps them all busy. Never waits, and never throws: the caller may be a C
    /// library in the middle of a container. False: it stays with the caller.
    bool offer(Document &document) noexcept;
    /// Waits for work; none when there will be no more, also not out of an input that somebody
    /// still reads.
    std::optional<Work> take();
    /// Whoever took an input has read it.
    void inputDone();
    /// No more inputs. What is in the queue can still be taken.
    void finish();
    /// What is in the queue is dropped.
    void close();

private:
    bool nothingComes() const { return m_closed || (m_finished && m_beingRead == 0); }

    const std::size_t m_capacity;
    std::mutex m_mutex;
    std::condition_variable m_room;
    std::condition_variable m_ready;
    std::deque<Parcel> m_inputs;
    Documents m_documents;
    std::atomic<std::size_t> m_idle = 0; ///< workers that wait; changed under the lock
    int m_beingRead = 0;
    bool m_finished = false;
    bool m_closed = false;
};

} // namespace tlsrpt

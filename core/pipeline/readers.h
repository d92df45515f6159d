// SPDX-License-Identifier: GPL-3.0-or-later
// The reading side: one supplier of files or mails, several workers, each on a thread of its own.
#pragma once

#include "core/pipeline/importjob.h"
#include "core/pipeline/inbox.h"
#include "core/pipeline/workqueue.h"

#include <atomic>
#include <thread>

namespace tlsrpt
{

/// Reads from construction on; close() or the destructor ends it.
class Readers
{
public:
    /// Runs on a thread of its own and ends when there is no more, or it is told that nothing more
    /// is wanted.
    using Supplier = std::function<void(Readers &)>;

    /// `workers` 0: as many as there are cores, at most 4.
    Readers(const Limits &limits, int workers, const Clock &clock, JobControl &control, Supplier supplier);
    ~Readers(); ///< waits for the supplier and the workers

    // For the supplier:

    /// So much more is to come; for progress.
    void announce(qint64 inputs, qint64 bytes);
    /// Waits until so many bytes of mails may be held in memory (Limits::bytesInFlight).
    ByteBudget::Ticket room(qint64 bytes) { return m_supplied.acquire(bytes); }
    /// Waits for room in the queue. False: nothing more is wanted.
    bool supply(Parcel parcel) { return m_work.put(std::move(parcel)); }
    /// About an input that cannot be supplied.
    void reject(Error error, const MailReceiptPtr &mail = {}) noexcept;

    Inbox &inbox() { return m_inbox; }
    /// The members that the readers know: bytes, inputs, the current one.
    void fill(ImportProgress &progress);
    /// Ends the work soon: nothing more is handed on.
    void close();

private:
    class Worker;

    void runSupplier();
    void runWorker();
    void doWork();
    void showCurrent(const QString &name);

    const Limits m_limits;
    const Supplier m_supplier;
    const Clock &m_clock;
    JobControl &m_control;
    ByteBudget m_supplied; ///< mails that wait to be read
    ByteBudget m_budget;   ///< documents that wait to be written; one for both could come to a standstill
    WorkQueue m_work;
    Inbox m_inbox;
    std::atomic<qint64> m_bytesRead = 0;
    std::atomic<qint64> m_bytesTotal = 0;
    std::atomic<qint64> m_inputsDone = 0;
    std::atomic<qint64> m_inputsTotal = 0;
    std::atomic<bool> m_walking = true;
    std::mutex m_currentMutex;
    QString m_current;
    std::vector<std::jthread> m_threads; ///< last: joined before anything they use goes
};

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
// The reading side of an import: one walker, several workers, each on a thread of its own.
#pragma once

#include "core/pipeline/importjob.h"
#include "core/pipeline/inbox.h"
#include "core/pipeline/inputqueue.h"

#include <atomic>
#include <thread>

namespace tlsrpt
{

/// Reads from construction on; close() or the destructor ends it.
class Readers
{
public:
    Readers(const ImportRequest &request, const Clock &clock, JobControl &control);
    ~Readers();

    Inbox &inbox() { return m_inbox; }
    /// The members that the readers know: bytes, inputs, the current one.
    void fill(ImportProgress &progress);
    /// Ends the work soon: nothing more is handed on.
    void close();

private:
    void runWalker();
    void runWorker();
    void readInputs();
    void reject(const QString &subject, Code code, const QString &detail) noexcept;

    const ImportRequest &m_request;
    const Clock &m_clock;
    JobControl &m_control;
    ByteBudget m_budget;
    InputQueue m_inputs;
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

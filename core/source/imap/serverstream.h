// SPDX-License-Identifier: GPL-3.0-or-later
// The library's stream driver: a wire, compression on it, and the filter of what comes back.
#pragma once

#include "core/source/imap/answerfilter.h"
#include "core/source/imap/compression.h"
#include "core/source/imap/wire.h"

#include <memory>
#include <optional>

struct _mailstream_low;

namespace tlsrpt
{

class ServerStream
{
public:
    explicit ServerStream(std::unique_ptr<Wire> wire);

    /// For mailstream_new(), once. It must not outlive this object.
    _mailstream_low *low();

    AnswerFilter &filter() { return m_filter; }
    Wire &wire() { return *m_wire; }
    /// Why nothing more can be read or written.
    const std::optional<Error> &failure() const { return m_failure; }

    /// What the library calls; -1 at the end of the answer and after a failure.
    qint64 read(char *to, qint64 most);
    qint64 write(const char *from, qint64 size);

    /// Takes what arrived; waits for it.
    bool pump();
    /// Bytes behind the end of the last answer.
    bool hasLeftOver() const { return m_rawAt < m_raw.size(); }
    void dropUnread();
    /// From the next byte on, both ways.
    void compress();
    void fail(Error error);

private:
    bool fill();
    bool unpack();
    void filterRaw();

    std::unique_ptr<Wire> m_wire;
    std::unique_ptr<Compression> m_compression;
    AnswerFilter m_filter;
    std::optional<Error> m_failure;
    QByteArray m_raw; ///< received, not yet filtered
    qsizetype m_rawAt = 0;
    QByteArray m_out; ///< for the library
    qsizetype m_outAt = 0;
};

} // namespace tlsrpt

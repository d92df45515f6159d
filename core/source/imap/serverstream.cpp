// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/imap/serverstream.h"

#include <libetpan/mailstream_low.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>

namespace tlsrpt
{

namespace
{

constexpr qsizetype chunk = 64 * 1024;

ServerStream *streamOf(mailstream_low *low)
{
    return static_cast<ServerStream *>(low->data);
}

ssize_t readFrom(mailstream_low *low, void *to, size_t most)
{
    return streamOf(low)->read(static_cast<char *>(to), static_cast<qint64>(most));
}

ssize_t writeTo(mailstream_low *low, const void *from, size_t size)
{
    return streamOf(low)->write(static_cast<const char *>(from), static_cast<qint64>(size));
}

int closeNothing(mailstream_low *)
{
    return 0;
}

int noDescriptor(mailstream_low *)
{
    return -1;
}

void freeLow(mailstream_low *low)
{
    std::free(low); // mailstream_low_new() took it from malloc()
}

mailstream_low_driver *driver()
{
    static mailstream_low_driver functions = [] {
        mailstream_low_driver f = {};
        f.mailstream_read = readFrom;
        f.mailstream_write = writeTo;
        f.mailstream_close = closeNothing;
        f.mailstream_get_fd = noDescriptor;
        f.mailstream_free = freeLow;
        return f;
    }();
    return &functions;
}

} // namespace

ServerStream::ServerStream(std::unique_ptr<Wire> wire)
    : m_wire(std::move(wire))
{
}

mailstream_low *ServerStream::low()
{
    return mailstream_low_new(this, driver());
}

void ServerStream::fail(Error error)
{
    if (!m_failure)
        m_failure = std::move(error);
}

qint64 ServerStream::read(char *to, qint64 most)
{
    while (m_outAt == m_out.size()) {
        m_out.clear();
        m_outAt = 0;
        if (m_failure || m_filter.ended() || !pump())
            return -1;
    }
    const qsizetype part = std::min<qint64>(most, m_out.size() - m_outAt);
    std::memcpy(to, m_out.constData() + m_outAt, static_cast<size_t>(part));
    m_outAt += part;
    return part;
}

qint64 ServerStream::write(const char *from, qint64 size)
{
    if (m_failure)
        return -1;
    const QByteArray packed = m_compression ? m_compression->packed(from, size) : QByteArray();
    const Status done = m_compression ? m_wire->write(packed.constData(), packed.size())
                                      : m_wire->write(from, size);
    if (done)
        return size;
    fail(done.error());
    return -1;
}

bool ServerStream::pump()
{
    if (m_rawAt == m_raw.size() && !fill())
        return false;
    filterRaw();
    return !m_failure;
}

bool ServerStream::unpack()
{
    const bool sound = m_compression->unpack(m_raw, chunk);
    if (!sound)
        fail({Code::ServerAnswerBroken, {}, QStringLiteral("COMPRESS=DEFLATE")});
    return sound;
}

// Takes what decompression still holds before it asks the network.
bool ServerStream::fill()
{
    m_raw.clear();
    m_rawAt = 0;
    for (;;) {
        if (m_compression && !unpack())
            return false;
        if (!m_raw.isEmpty())
            return true;
        char buffer[chunk];
        const Result<qint64> got = m_wire->read(buffer, chunk);
        if (!got) {
            fail(got.error());
            return false;
        }
        if (m_compression)
            m_compression->give(buffer, *got);
        else
            m_raw.append(buffer, *got);
    }
}

void ServerStream::filterRaw()
{
    m_rawAt += m_filter.feed(m_raw.constData() + m_rawAt, m_raw.size() - m_rawAt, m_out);
    if (m_filter.saidBye())
        fail({Code::ServerClosed, {}, QString::fromUtf8(m_filter.words())});
    else if (m_filter.broken())
        fail({Code::ServerAnswerBroken, {}, QString::fromLatin1(m_filter.broken())});
}

void ServerStream::dropUnread()
{
    m_out.clear();
    m_outAt = 0;
}

void ServerStream::compress()
{
    const QByteArray early = m_raw.mid(m_rawAt);
    m_raw.clear();
    m_rawAt = 0;
    m_compression = std::make_unique<Compression>();
    m_compression->give(early.constData(), early.size());
}

} // namespace tlsrpt

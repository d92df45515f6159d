// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unpack/inflater.h"

namespace tlsrpt
{
namespace
{
constexpr uInt bufferBytes = 64 * 1024;
constexpr int gzipOnly = 16 + MAX_WBITS;

Bytef *input(QByteArrayView piece)
{
    // zlib does not write to its input; its type is from before const.
    return reinterpret_cast<Bytef *>(const_cast<char *>(piece.data()));
}

} // namespace

Inflater::Inflater() : m_buffer(new char[bufferBytes])
{
    m_ready = inflateInit2(&m_stream, gzipOnly) == Z_OK;
}

Inflater::~Inflater()
{
    if (m_ready)
        inflateEnd(&m_stream);
}

Result<bool> Inflater::refill(const Source &source)
{
    m_packed += m_piece.size();
    Result<QByteArrayView> piece = source();
    if (!piece)
        return tl::unexpected<Error>(piece.error());
    m_piece = *piece;
    m_stream.next_in = input(m_piece);
    m_stream.avail_in = static_cast<uInt>(m_piece.size());
    return !m_piece.isEmpty();
}

Result<Inflater::Step> Inflater::drain(const Target &target)
{
    while (true) {
        m_stream.next_out = reinterpret_cast<Bytef *>(m_buffer.get());
        m_stream.avail_out = bufferBytes;
        const int answer = inflate(&m_stream, Z_NO_FLUSH);
        const qint64 got = bufferBytes - m_stream.avail_out;
        const qint64 packed = m_packed + m_piece.size() - m_stream.avail_in;
        if (got > 0 && !target(QByteArrayView(m_buffer.get(), got), packed))
            return Step::Stopped;
        if (answer == Z_STREAM_END)
            return Step::Done;
        if (answer != Z_OK && answer != Z_BUF_ERROR)
            return failure(Code::GzipDamaged, {}, QString::fromLatin1(m_stream.msg));
        if (m_stream.avail_out > 0) // all input used
            return Step::Continue;
    }
}

/// Whether another member follows: RFC 1952 §2.2. Anything else behind a member is not ours.
Result<bool> Inflater::nextMember(const Source &source)
{
    static constexpr unsigned char magic[] = {0x1f, 0x8b};
    inflateReset(&m_stream);
    for (const unsigned char wanted : magic) {
        if (m_stream.avail_in == 0) {
            const Result<bool> more = refill(source);
            if (!more || !*more)
                return more;
        }
        if (*m_stream.next_in != wanted)
            return false;
        // Fed byte by byte, as the two may lie in two pieces.
        Bytef nothing = 0;
        const uInt rest = m_stream.avail_in - 1;
        m_stream.avail_in = 1;
        m_stream.next_out = &nothing;
        m_stream.avail_out = 0;
        inflate(&m_stream, Z_NO_FLUSH);
        m_stream.avail_in = rest;
    }
    return true;
}

Status Inflater::run(const Source &source, const Target &target)
{
    if (!m_ready || inflateReset(&m_stream) != Z_OK)
        return failure(Code::GzipDamaged, {}, QStringLiteral("zlib"));
    m_packed = 0;
    m_piece = {};
    m_stream.avail_in = 0;
    while (true) {
        if (m_stream.avail_in == 0) {
            const Result<bool> more = refill(source);
            if (!more)
                return tl::unexpected<Error>(more.error());
            if (!*more)
                return failure(Code::Truncated, {}, QString::number(m_packed));
        }
        const Result<Step> step = drain(target);
        if (!step)
            return tl::unexpected<Error>(step.error());
        if (*step == Step::Stopped)
            return {};
        if (*step == Step::Continue)
            continue;
        const Result<bool> another = nextMember(source);
        if (!another)
            return tl::unexpected<Error>(another.error());
        if (!*another)
            return {};
    }
}

} // namespace tlsrpt

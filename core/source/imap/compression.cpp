// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/imap/compression.h"

#include <zlib.h>

#include <array>
#include <new>

namespace tlsrpt
{

namespace
{

constexpr int rawDeflate = -15; // RFC 4978 §3: no zlib header
constexpr int memoryLevel = 8;

} // namespace

Compression::Compression()
    : m_deflate(std::make_unique<z_stream>())
    , m_inflate(std::make_unique<z_stream>())
{
    if (deflateInit2(m_deflate.get(), Z_DEFAULT_COMPRESSION, Z_DEFLATED, rawDeflate, memoryLevel,
                     Z_DEFAULT_STRATEGY) != Z_OK ||
        inflateInit2(m_inflate.get(), rawDeflate) != Z_OK)
        throw std::bad_alloc();
}

Compression::~Compression()
{
    deflateEnd(m_deflate.get());
    inflateEnd(m_inflate.get());
}

QByteArray Compression::packed(const char *data, qsizetype size)
{
    QByteArray out;
    std::array<char, 4096> part;
    m_deflate->next_in = reinterpret_cast<Bytef *>(const_cast<char *>(data));
    m_deflate->avail_in = static_cast<uInt>(size);
    do {
        m_deflate->next_out = reinterpret_cast<Bytef *>(part.data());
        m_deflate->avail_out = static_cast<uInt>(part.size());
        deflate(m_deflate.get(), Z_SYNC_FLUSH);
        out.append(part.data(), static_cast<qsizetype>(part.size() - m_deflate->avail_out));
    } while (m_deflate->avail_out == 0);
    return out;
}

void Compression::give(const char *data, qsizetype size)
{
    m_given.remove(0, m_at);
    m_at = 0;
    m_given.append(data, size);
}

bool Compression::unpack(QByteArray &out, qsizetype most)
{
    const qsizetype before = out.size();
    out.resize(before + most);
    m_inflate->next_in = reinterpret_cast<Bytef *>(m_given.data() + m_at);
    m_inflate->avail_in = static_cast<uInt>(m_given.size() - m_at);
    m_inflate->next_out = reinterpret_cast<Bytef *>(out.data() + before);
    m_inflate->avail_out = static_cast<uInt>(most);
    const int done = inflate(m_inflate.get(), Z_SYNC_FLUSH);
    m_at = m_given.size() - m_inflate->avail_in;
    out.resize(out.size() - m_inflate->avail_out);
    // Z_BUF_ERROR: nothing more in what was given.
    return done == Z_OK || done == Z_BUF_ERROR;
}

} // namespace tlsrpt

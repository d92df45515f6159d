// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/originals.h"

#include <QtEndian>

#include <zlib.h>

namespace tlsrpt
{

namespace
{

/// One a thread: making a deflate state anew for every report costs more than the compressing.
class Deflater
{
public:
    Deflater() { m_ready = deflateInit(&m_stream, Z_BEST_SPEED) == Z_OK; }
    ~Deflater() { deflateEnd(&m_stream); }
    Deflater(const Deflater &) = delete;
    Deflater &operator=(const Deflater &) = delete;

    /// In the format of qCompress(): the length, big-endian, then a zlib stream. Empty on failure.
    QByteArray compress(const QByteArray &bytes)
    {
        if (!m_ready || deflateReset(&m_stream) != Z_OK)
            return {};
        constexpr qsizetype prefix = 4;
        const auto bound = deflateBound(&m_stream, static_cast<uLong>(bytes.size()));
        QByteArray packed(prefix + static_cast<qsizetype>(bound), Qt::Uninitialized);
        qToBigEndian(static_cast<quint32>(bytes.size()), packed.data());
        m_stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.constData()));
        m_stream.avail_in = static_cast<uInt>(bytes.size());
        m_stream.next_out = reinterpret_cast<Bytef *>(packed.data() + prefix);
        m_stream.avail_out = static_cast<uInt>(bound);
        if (deflate(&m_stream, Z_FINISH) != Z_STREAM_END)
            return {};
        packed.truncate(prefix + static_cast<qsizetype>(m_stream.total_out));
        return packed;
    }

private:
    z_stream m_stream{};
    bool m_ready = false;
};

} // namespace

QByteArray packedForArchive(const QByteArray &original, Packing packing)
{
    if (packing == Packing::Gzip)
        return original;
    thread_local Deflater deflater;
    const QByteArray packed = deflater.compress(original);
    return packed.isEmpty() ? qCompress(original) : packed;
}

QByteArray unpackedFromArchive(const QByteArray &stored, Packing packing)
{
    if (packing == Packing::Gzip)
        return stored;
    constexpr qsizetype prefix = 4;
    constexpr qsizetype mostOfOneByte = 1032; // what deflate can make of it (zlib's technical notes)
    if (stored.size() <= prefix)
        return {};
    // A damaged length must not cost gigabytes, which it does with qUncompress().
    const auto length = qFromBigEndian<quint32>(stored.constData());
    if (length > (stored.size() - prefix) * mostOfOneByte)
        return {};
    QByteArray bytes(length, Qt::Uninitialized);
    uLongf got = length;
    const int answer = uncompress(reinterpret_cast<Bytef *>(bytes.data()), &got,
                                  reinterpret_cast<const Bytef *>(stored.constData()) + prefix,
                                  static_cast<uLong>(stored.size() - prefix));
    return answer == Z_OK && got == length ? bytes : QByteArray();
}

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/end_to_end/bombs.h"

#include <QString>

#include <zlib.h>

namespace tlsrpt::test
{

namespace
{

constexpr int megabyte = 1 << 20;

struct Deflated {
    QByteArray bytes;
    quint32 crc = 0;
    quint32 size = 0; ///< modulo 2^32, as gzip has it
};

QByteArray step(z_stream &stream, const QByteArray &bytes, int flush)
{
    QByteArray out(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(bytes.size()))) + 64, Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.constData()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, flush);
    out.truncate(out.size() - stream.avail_out);
    return out;
}

/// Fully flushed blocks stand for themselves (RFC 1951 section 3.2): one megabyte is packed, and
/// repeated.
Deflated blanks(int megabytes)
{
    const QByteArray piece(megabyte, ' ');
    z_stream stream = {};
    if (deflateInit2(&stream, 9, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        qFatal("zlib cannot start");
    Deflated result;
    result.bytes = step(stream, piece, Z_FULL_FLUSH).repeated(megabytes);
    result.bytes += step(stream, {}, Z_FINISH);
    deflateEnd(&stream);
    const uLong one = crc32(0, reinterpret_cast<const Bytef *>(piece.constData()), megabyte);
    uLong crc = 0;
    for (int i = 0; i < megabytes; ++i)
        crc = crc32_combine(crc, one, megabyte);
    result.crc = static_cast<quint32>(crc);
    result.size = static_cast<quint32>(qint64(megabyte) * megabytes);
    return result;
}

template<typename T>
void put(QByteArray &to, T value)
{
    for (size_t i = 0; i < sizeof(T); ++i)
        to.append(static_cast<char>((static_cast<quint64>(value) >> (8 * i)) & 0xff));
}

/// One member as APPNOTE 4.3.7 and 4.3.12 have it.
QByteArray zipFile(const QByteArray &member, const Deflated &content, quint16 method)
{
    QByteArray common;
    put<quint16>(common, 20);
    put<quint16>(common, 0);
    put<quint16>(common, method);
    put<quint32>(common, 0x5a210000);
    put<quint32>(common, content.crc);
    put<quint32>(common, static_cast<quint32>(content.bytes.size()));
    put<quint32>(common, content.size);
    put<quint16>(common, static_cast<quint16>(member.size()));
    put<quint16>(common, 0);
    QByteArray file = "PK\x03\x04" + common + member + content.bytes;
    const qsizetype directory = file.size();
    file += QByteArray("PK\x01\x02\x14\0", 6) + common + QByteArray(14, '\0') + member;
    const qsizetype length = file.size() - directory;
    file += QByteArray("PK\x05\x06\0\0\0\0\1\0\1\0", 12);
    put<quint32>(file, static_cast<quint32>(length));
    put<quint32>(file, static_cast<quint32>(directory));
    put<quint16>(file, 0);
    return file;
}

} // namespace

QByteArray gzipBomb(int megabytes)
{
    const Deflated content = blanks(megabytes);
    QByteArray file("\x1f\x8b\x08\0\0\0\0\0\0\x03", 10);
    file += content.bytes;
    put<quint32>(file, content.crc);
    put<quint32>(file, content.size);
    return file;
}

QByteArray zipBomb(const QByteArray &member, int megabytes)
{
    constexpr quint16 deflated = 8;
    return zipFile(member, blanks(megabytes), deflated);
}

QByteArray zipOf(const QByteArray &member, const QByteArray &content)
{
    const auto bytes = reinterpret_cast<const Bytef *>(content.constData());
    const auto crc = static_cast<quint32>(crc32(0, bytes, static_cast<uInt>(content.size())));
    constexpr quint16 stored = 0;
    return zipFile(member, {content, crc, static_cast<quint32>(content.size())}, stored);
}

QByteArray nestedZips(int depth, QByteArray content)
{
    QByteArray name = "report.json";
    for (int i = 0; i < depth; ++i) {
        content = zipOf(name, content);
        name = "inner.zip";
    }
    return content;
}

} // namespace tlsrpt::test

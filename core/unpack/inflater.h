// SPDX-License-Identifier: GPL-3.0-or-later
// gzip streams (RFC 1952) of any number of members, with zlib, in pieces.
#pragma once

#include "core/base/error.h"

#include <QByteArray>

#include <functional>
#include <memory>

#include <zlib.h>

namespace tlsrpt
{

/// One per worker: the window and the output buffer are kept between streams.
class Inflater
{
public:
    /// Gives the next piece of compressed bytes; an empty view ends the stream.
    using Source = std::function<Result<QByteArrayView>()>;
    /// Takes the next unpacked bytes, and how many compressed ones led here. False stops.
    using Target = std::function<bool(QByteArrayView unpacked, qint64 packed)>;

    Inflater();
    ~Inflater();
    Inflater(const Inflater &) = delete;
    Inflater &operator=(const Inflater &) = delete;

    /// Bytes after the last member are ignored, as gzip(1) does. Errors: Truncated, GzipDamaged
    /// (zlib's words in detail) and those of the source.
    Status run(const Source &source, const Target &target);

private:
    enum class Step { Continue, Done, Stopped };
    Result<Step> drain(const Target &target);
    Result<bool> nextMember(const Source &source);
    Result<bool> refill(const Source &source);

    z_stream m_stream = {};
    bool m_ready = false;
    qint64 m_packed = 0; ///< consumed before the current piece
    QByteArrayView m_piece;
    std::unique_ptr<char[]> m_buffer;
};

} // namespace tlsrpt

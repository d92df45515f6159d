// SPDX-License-Identifier: GPL-3.0-or-later
// COMPRESS=DEFLATE (RFC 4978). The library has its own, which waits for the network while it still
// holds decompressed bytes.
#pragma once

#include <QByteArray>

#include <memory>

struct z_stream_s;

namespace tlsrpt
{

class Compression
{
public:
    Compression();
    ~Compression();
    Compression(const Compression &) = delete;
    Compression &operator=(const Compression &) = delete;

    /// Ready to be sent: the server can read all of it.
    QByteArray packed(const char *data, qsizetype size);
    /// Hands over what the server sent; then unpack until it appends nothing.
    void give(const char *data, qsizetype size);
    /// Appends at most `most` bytes; false when what was given is no deflate stream.
    bool unpack(QByteArray &out, qsizetype most);

private:
    std::unique_ptr<z_stream_s> m_deflate;
    std::unique_ptr<z_stream_s> m_inflate;
    QByteArray m_given;
    qsizetype m_at = 0;
};

} // namespace tlsrpt

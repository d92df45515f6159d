// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unpack/unpack.h"

#include "core/unpack/session.h"

namespace tlsrpt
{
namespace
{

/// Small files at once into memory, with one read; of large ones the head.
Result<Blob> blobOf(const Input &input)
{
    auto file = std::make_shared<QFile>(input.path);
    if (!file->open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return failure(file->exists() ? Code::FileUnreadable : Code::FileNotFound, {},
                       file->errorString());
    }
    // One byte more than expected shows whether the file has grown since the walk.
    const bool small = input.size <= memoryBytes;
    const qint64 wanted = small ? input.size + 1 : headBytes;
    QByteArray bytes(wanted, Qt::Uninitialized);
    const qint64 got = file->read(bytes.data(), wanted);
    if (got < 0)
        return failure(Code::FileUnreadable, {}, file->errorString());
    bytes.truncate(got);
    if (small && got < wanted)
        return Blob::of(std::move(bytes));
    // Read in pieces and with seeks from now on, which wants a buffer.
    file->close();
    if (!file->open(QIODevice::ReadOnly))
        return failure(Code::FileUnreadable, {}, file->errorString());
    bytes.truncate(headBytes);
    Blob blob = Blob::of(std::move(bytes));
    blob.size = file->size();
    if (blob.content == Content::Empty)
        blob.content = Content::Unknown;
    blob.file = std::move(file);
    return blob;
}

Item itemOf(const QString &display, qint64 modified)
{
    Item item;
    item.source = cleanName(display, 4096);
    takeFileName(item.hints, display);
    item.hints.claimsReport = nameClaimsReport(display);
    item.hints.fileDate = modified;
    return item;
}

} // namespace

class Unpacker::Private
{
public:
    Workbench bench;
};

Unpacker::Unpacker(const Limits &limits, ByteBudget &budget, JobControl &control)
    : m_limits(limits), m_budget(budget), m_control(control), d(std::make_unique<Private>())
{
}

Unpacker::~Unpacker() = default;

void Unpacker::unpack(const Input &input, const UnpackSink &sink)
{
    Session session(m_limits, m_budget, m_control, d->bench, sink);
    Item item = itemOf(input.display, input.modified);
    Result<Blob> blob = blobOf(input);
    if (!blob) {
        session.reject(blob.error(), item.source);
        if (sink.bytesRead)
            sink.bytesRead(input.size);
        return;
    }
    item.blob = std::move(*blob);
    session.start(std::move(item), input.size);
}

void Unpacker::unpack(QByteArray bytes, const QString &display, qint64 modified,
                      const UnpackSink &sink)
{
    Session session(m_limits, m_budget, m_control, d->bench, sink);
    Item item = itemOf(display, modified);
    const qint64 size = bytes.size();
    item.blob = Blob::of(std::move(bytes));
    session.start(std::move(item), size);
}

} // namespace tlsrpt

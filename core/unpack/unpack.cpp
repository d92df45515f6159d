// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unpack/unpack.h"

#include "core/unpack/session.h"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <unistd.h>

namespace tlsrpt
{
namespace
{

/// A file descriptor closed at the end of its scope.
class Descriptor
{
public:
    explicit Descriptor(const QString &path)
        : m_number(::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC))
    {
    }
    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    bool isOpen() const { return m_number >= 0; }
    /// As many bytes as there are, up to `most`; -1 on an error. A read that ends at `expected` is
    /// believed to be the end; one that ends anywhere else is tried again.
    qint64 read(char *to, qint64 most, qint64 expected) const
    {
        qint64 done = 0;
        while (done < most && !(done > 0 && done == expected)) {
            const ssize_t got = ::read(m_number, to + done, static_cast<std::size_t>(most - done));
            if (got < 0 && errno == EINTR)
                continue;
            if (got < 0)
                return -1;
            if (got == 0)
                break;
            done += got;
        }
        return done;
    }

private:
    const int m_number;
};

tl::unexpected<Error> systemFailure()
{
    const Code code = errno == ENOENT ? Code::FileNotFound : Code::FileUnreadable;
    return failure(code, {}, QString::fromLocal8Bit(std::strerror(errno)));
}

/// A large file stays where it is; read in pieces and with seeks, which wants a buffer.
Result<Blob> largeBlob(const QString &path, QByteArray head)
{
    auto file = std::make_shared<QFile>(path);
    if (!file->open(QIODevice::ReadOnly))
        return failure(Code::FileUnreadable, {}, file->errorString());
    Blob blob = Blob::of(std::move(head));
    if (blob.content == Content::Empty)
        blob.content = Content::Unknown;
    blob.size = file->size();
    blob.file = std::move(file);
    return blob;
}

/// Small files at once into memory; without QFile, which costs as much as unpacking a report.
Result<Blob> blobOf(const Input &input)
{
    const Descriptor file(input.path);
    if (!file.isOpen())
        return systemFailure();
    // One byte more than expected shows whether the file has grown since the walk.
    const bool small = input.size <= memoryBytes;
    const qint64 wanted = small ? input.size + 1 : headBytes;
    QByteArray bytes(wanted, Qt::Uninitialized);
    const qint64 got = file.read(bytes.data(), wanted, input.size);
    if (got < 0)
        return systemFailure();
    bytes.truncate(got);
    if (small && got < wanted)
        return Blob::of(std::move(bytes));
    bytes.truncate(headBytes);
    return largeBlob(input.path, std::move(bytes));
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unpack/blob.h"

#include <QBuffer>
#include <QTemporaryFile>

#include <cerrno>

namespace tlsrpt
{

Blob Blob::of(QByteArray bytes)
{
    Blob blob;
    blob.size = bytes.size();
    blob.content = contentOf(QByteArrayView(bytes).first(std::min<qint64>(bytes.size(), headBytes)));
    if (blob.content == Content::Empty && blob.size > headBytes)
        blob.content = Content::Unknown;
    blob.bytes = std::move(bytes);
    return blob;
}

std::shared_ptr<QIODevice> Blob::device() const
{
    if (file) {
        file->seek(0);
        return file;
    }
    auto buffer = std::make_shared<QBuffer>();
    buffer->setData(bytes);
    buffer->open(QIODevice::ReadOnly);
    return buffer;
}

Result<QByteArray> Blob::all(qint64 most) const
{
    if (size > most)
        return failure(Code::TooLarge, {}, QString::number(most));
    if (!file)
        return bytes;
    QByteArray everything;
    if (file->seek(0))
        everything = file->read(size);
    if (everything.size() != size)
        return failure(Code::FileUnreadable, {}, file->errorString());
    return everything;
}

bool isContainer(Content content)
{
    switch (content) {
    case Content::Gzip:
    case Content::Zip:
    case Content::Mbox:
    case Content::Mail: return true;
    case Content::Empty:
    case Content::Json:
    case Content::Foreign:
    case Content::Unknown: break;
    }
    return false;
}

Collector::Wish Collector::add(const char *data, qint64 size)
{
    m_blob.size += size;
    if (m_unwanted)
        return Wish::Enough;
    if (m_blob.file)
        return spill(data, size);
    if (m_blob.bytes.isEmpty())
        m_blob.bytes.reserve(size + 64); // room for the padding that the JSON parser wants
    m_blob.bytes.append(data, size);
    if (!m_decided && m_blob.size < headBytes)
        return Wish::More;
    return decide();
}

Collector::Wish Collector::decide()
{
    if (!m_decided) {
        m_decided = true;
        const Content content = Blob::of(m_blob.bytes).content;
        m_blob.content = content;
    }
    return judge();
}

Collector::Wish Collector::judge()
{
    if (isContainer(m_blob.content))
        return m_blob.size > memoryBytes ? spill(nullptr, 0) : Wish::More;
    const bool document = m_blob.content == Content::Json || m_claimed;
    if (document && m_blob.size <= m_limits.documentBytes)
        return Wish::More;
    const QByteArrayView head = QByteArrayView(m_blob.bytes)
                                    .first(std::min<qint64>(m_blob.bytes.size(), headBytes));
    if (document && (m_claimed || mentionsReport(head)))
        return fail(Code::TooLarge, QString::number(m_limits.documentBytes));
    m_unwanted = true;
    if (m_blob.content == Content::Json)
        m_blob.content = Content::Unknown;
    m_blob.bytes.truncate(headBytes);
    m_blob.bytes.squeeze();
    return Wish::Enough;
}

Collector::Wish Collector::spill(const char *data, qint64 size)
{
    if (!m_blob.file) {
        auto file = std::make_shared<QTemporaryFile>();
        if (!file->open())
            return fail(Code::CannotWrite, file->errorString());
        m_blob.file = std::move(file);
        data = m_blob.bytes.constData();
        size = m_blob.bytes.size();
    }
    if (m_blob.file->write(data, size) != size)
        return fail(Code::DiskFull, m_blob.file->errorString());
    if (m_blob.bytes.size() > headBytes) {
        m_blob.bytes.truncate(headBytes);
        m_blob.bytes.squeeze();
    }
    return Wish::More;
}

Collector::Wish Collector::fail(Code code, const QString &detail)
{
    m_unwanted = true;
    m_blob.bytes.clear();
    m_error = {code, {}, detail};
    m_failed = true;
    return Wish::Failed;
}

Result<Blob> Collector::finish()
{
    if (!m_unwanted && !m_blob.file)
        decide();
    if (m_blob.file && !m_blob.file->flush())
        fail(Code::DiskFull, m_blob.file->errorString());
    if (m_failed)
        return tl::unexpected<Error>(m_error);
    return std::move(m_blob);
}

} // namespace tlsrpt

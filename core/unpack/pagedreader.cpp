// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unpack/pagedreader.h"

#include <algorithm>
#include <cstring>

namespace tlsrpt
{

namespace
{

constexpr qint64 pageBytes = 64LL * 1024;

} // namespace

PagedReader::PagedReader(std::shared_ptr<QIODevice> device)
    : m_device(std::move(device)), m_size(m_device->size())
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 PagedReader::readData(char *data, qint64 most)
{
    const qint64 end = std::min(m_size, pos() + most);
    qint64 at = pos();
    while (at < end) {
        const Page *const found = page(at / pageBytes);
        const qint64 offset = at % pageBytes;
        if (!found || found->bytes.size() <= offset) {
            setErrorString(m_device->errorString());
            return at > pos() ? at - pos() : -1;
        }
        const qint64 piece = std::min(end - at, found->bytes.size() - offset);
        std::memcpy(data, found->bytes.constData() + offset, static_cast<std::size_t>(piece));
        data += piece;
        at += piece;
    }
    return at - pos();
}

const PagedReader::Page *PagedReader::page(qint64 number)
{
    ++m_reads;
    const auto known = std::ranges::find(m_pages, number, &Page::number);
    if (known != m_pages.end()) {
        known->used = m_reads;
        return known;
    }
    const auto oldest = std::ranges::min_element(m_pages, {}, &Page::used);
    oldest->number = -1;
    oldest->bytes.resize(pageBytes);
    if (!m_device->seek(number * pageBytes))
        return nullptr;
    const qint64 got = m_device->read(oldest->bytes.data(), pageBytes);
    if (got < 0)
        return nullptr;
    oldest->bytes.truncate(got);
    oldest->number = number;
    oldest->used = m_reads;
    return oldest;
}

} // namespace tlsrpt

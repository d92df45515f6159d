// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/leafscan.h"

#include <QtEndian>

#include <array>
#include <optional>

namespace tlsrpt
{

namespace
{

constexpr qint64 leafOfTable = 0x0d;
constexpr qint64 usable = rawPageBytes;       // nothing is reserved in our archives
constexpr qint64 mostInLeaf = usable - 35;    // fileformat.html 1.6, "Cell Payload Overflow Pages"
constexpr qint64 leastInLeaf = (usable - 12) * 32 / 255 - 23;
constexpr qint64 perOverflowPage = usable - 4;
constexpr qint64 mostPayload = 64LL * 1024 * 1024; ///< over Limits::documentBytes, packed or not

/// Reads on, never past the end.
class Bytes
{
public:
    explicit Bytes(QByteArrayView bytes) : m_bytes(bytes) {}

    /// fileformat.html 1.6: big-endian, seven bits a byte, eight in the ninth.
    std::optional<qint64> varint()
    {
        quint64 value = 0;
        for (int i = 0; i < 9; ++i) {
            if (m_at >= m_bytes.size())
                return std::nullopt;
            const auto byte = static_cast<quint8>(m_bytes.at(m_at++));
            if (i == 8)
                return static_cast<qint64>(value << 8 | byte);
            value = value << 7 | (byte & 0x7f);
            if (byte < 0x80)
                break;
        }
        return static_cast<qint64>(value);
    }
    qint64 at() const { return m_at; }

private:
    QByteArrayView m_bytes;
    qint64 m_at = 0;
};

/// Where the name and the bytes are in the record of a row of original_.
struct Layout {
    qint64 nameAt = 0;
    qint64 nameSize = 0;
    qint64 storedSize = 0;
};

/// Size of a value of that serial type; only what columns of original_ may be. fileformat.html 2.1
std::optional<qint64> sizeOfPacking(qint64 type)
{
    constexpr std::array<qint64, 7> sizes{0, 1, 2, 3, 4, 6, 8};
    if (type >= 1 && type < static_cast<qint64>(sizes.size()))
        return sizes.at(static_cast<std::size_t>(type));
    return type == 8 || type == 9 ? std::optional<qint64>(0) : std::nullopt;
}

std::optional<Layout> layoutOf(QByteArrayView record, qint64 payload)
{
    Bytes header(record);
    const auto size = header.varint();
    const auto id = header.varint(); // NULL: it is the row's number
    const auto packing = header.varint();
    const auto name = header.varint();
    const auto stored = header.varint();
    if (!stored || *size != header.at() || *id != 0 || *name < 13 || *name % 2 == 0 || *stored < 12 || *stored % 2 != 0)
        return std::nullopt;
    const auto packingSize = sizeOfPacking(*packing);
    if (!packingSize)
        return std::nullopt;
    const Layout layout{*size + *packingSize, (*name - 13) / 2, (*stored - 12) / 2};
    return layout.nameAt + layout.nameSize + layout.storedSize == payload ? std::optional(layout) : std::nullopt;
}

/// The record of a cell, with what lies on further pages. Empty when one of them cannot be.
QByteArray wholeRecord(const RawFile &file, QByteArrayView local, qint64 payload, quint32 page)
{
    QByteArray record = local.toByteArray();
    while (record.size() < payload) {
        const QByteArray overflow = page == 0 ? QByteArray() : file.read((qint64(page) - 1) * usable, usable);
        if (overflow.size() < usable)
            return {};
        record += overflow.mid(4, std::min(perOverflowPage, payload - record.size()));
        page = qFromBigEndian<quint32>(overflow.constData());
    }
    return record;
}

std::optional<FoundOriginal> originalAt(const RawFile &file, QByteArrayView cell)
{
    Bytes head(cell);
    const auto payload = head.varint();
    const auto id = head.varint();
    if (!id || *id < 1 || *payload < 1 || *payload > mostPayload)
        return std::nullopt;
    qint64 local = *payload;
    if (local > mostInLeaf) {
        local = leastInLeaf + (*payload - leastInLeaf) % perOverflowPage;
        if (local > mostInLeaf)
            local = leastInLeaf;
    }
    const bool overflows = local < *payload;
    if (head.at() + local + (overflows ? 4 : 0) > cell.size())
        return std::nullopt;
    const QByteArrayView here = cell.sliced(head.at(), local);
    const auto layout = layoutOf(here, *payload);
    if (!layout)
        return std::nullopt;
    const quint32 next = overflows ? qFromBigEndian<quint32>(cell.data() + head.at() + local) : 0;
    const QByteArray record = wholeRecord(file, here, *payload, next);
    if (record.isEmpty())
        return std::nullopt;
    return FoundOriginal{*id, QString::fromUtf8(record.mid(layout->nameAt, layout->nameSize)),
                         record.right(layout->storedSize)};
}

} // namespace

void scanForOriginals(const RawFile &file, JobControl &control, const std::function<void(FoundOriginal)> &take)
{
    const qint64 size = file.size();
    for (qint64 offset = 0; offset + usable <= size && control.checkpoint(); offset += usable) {
        const QByteArray page = file.read(offset, usable);
        const qint64 header = offset == 0 ? headerBytes : 0;
        constexpr qint64 leafHeaderBytes = 8;
        if (page.at(header) != leafOfTable)
            continue;
        const qint64 cells = qFromBigEndian<quint16>(page.constData() + header + 3);
        for (qint64 i = 0; i < cells && header + leafHeaderBytes + 2 * i + 2 <= usable; ++i) {
            const qint64 at = qFromBigEndian<quint16>(page.constData() + header + leafHeaderBytes + 2 * i);
            if (at >= usable)
                continue;
            if (auto found = originalAt(file, QByteArrayView(page).sliced(at)))
                take(std::move(*found));
        }
    }
}

} // namespace tlsrpt

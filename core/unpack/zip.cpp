// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unpack/pagedreader.h"
#include "core/unpack/session.h"

#include <quazip.h>
#include <quazipfile.h>

#include <QDateTime>

#include <algorithm>
#include <vector>

namespace tlsrpt
{
namespace
{
constexpr int pieceBytes = 64 * 1024;
/// QuaZip keeps the names of all members that were looked at since it opened the zip.
constexpr qint64 namesKept = 10'000;

/// A zip whose tail is missing has no end record (APPNOTE 4.3.16) in its last 64 KB.
bool hasEndRecord(QIODevice &device)
{
    static constexpr qint64 longest = 22 + 65535;
    device.seek(std::max<qint64>(0, device.size() - longest));
    return device.read(longest).contains("PK\x05\x06");
}

/// The extended time is in UTC; the plain one is the packer's wall clock, taken for ours.
qint64 modifiedAt(const QuaZipFileInfo64 &info)
{
    const QDateTime exact = info.extra.isEmpty() ? QDateTime() : info.getExtModTime();
    if (exact.isValid() && exact.toSecsSinceEpoch() > 0)
        return exact.toSecsSinceEpoch();
    return info.dateTime.isValid() ? std::max<qint64>(0, info.dateTime.toSecsSinceEpoch()) : 0;
}

class ZipReader
{
public:
    ZipReader(Session &session, const Item &item, QuaZip &zip)
        : m_session(session), m_item(item), m_zip(zip), m_buffer(pieceBytes)
    {
    }

    void readAll()
    {
        bool more = m_zip.goToFirstFile();
        int error = m_zip.getZipError(); // the next call of any kind forgets it
        while (more) {
            // A zip that is itself the input is no bomb, however many members it lists: each takes room there.
            if (!m_session.goOn() || (m_item.depth > 0 && !m_session.countMember()))
                return;
            QuaZipFileInfo64 info;
            if (!m_zip.getCurrentFileInfo(&info)) {
                m_session.reject(Code::ZipDamaged, m_item.source);
                return;
            }
            if (!info.name.endsWith(u'/'))
                member(info);
            m_read += static_cast<qint64>(std::min<quint64>(info.compressedSize, 1ULL << 40));
            m_session.readTo(m_item, m_read);
            more = m_zip.goToNextFile();
            error = m_zip.getZipError();
            if (more && ++m_names % namesKept == 0) {
                more = forgetNames();
                error = m_zip.getZipError();
            }
        }
        // No more is the end or damage; only the error tells them apart.
        if (error != UNZ_OK && error != UNZ_END_OF_LIST_OF_FILE)
            m_session.reject(Code::ZipDamaged, m_item.source, QString::number(error));
    }

private:
    /// Opens the zip anew, at the same member.
    bool forgetNames()
    {
        unz64_file_pos place = {};
        unzGetFilePos64(m_zip.getUnzFile(), &place);
        m_zip.close();
        return m_zip.open(QuaZip::mdUnzip) && m_zip.goToFirstFile()
            && unzGoToFilePos64(m_zip.getUnzFile(), &place) == UNZ_OK;
    }

    void member(const QuaZipFileInfo64 &info)
    {
        Item found;
        found.source = m_item.source + sourceSeparator + cleanName(info.name);
        found.hints = m_item.hints;
        takeFileName(found.hints, info.name);
        found.hints.claimsReport = nameClaimsReport(info.name);
        if (const qint64 modified = modifiedAt(info))
            found.hints.fileDate = modified;
        found.expected = m_item.expected || m_item.hints.claimsReport;
        found.depth = m_item.depth + 1;
        if (const std::optional<Error> refused = refusal(info)) {
            m_session.reject(*refused, found.source);
            return;
        }
        Result<Blob> blob = unpack(info, found.hints.claimsReport);
        if (m_abandoned)
            return;
        if (!blob) {
            m_session.reject(blob.error(), found.source);
            return;
        }
        found.blob = std::move(*blob);
        m_session.open(std::move(found));
    }

    std::optional<Error> refusal(const QuaZipFileInfo64 &info) const
    {
        if (info.isEncrypted())
            return Error{Code::ZipEncrypted, {}, {}};
        if (info.method != 0 && info.method != Z_DEFLATED)
            return Error{Code::ZipMethodUnsupported, {}, QString::number(info.method)};
        // The directory's own word is enough to refuse; what it hides is found while unpacking.
        const Limits &limits = m_session.limits();
        const quint64 ratio = static_cast<quint64>(std::max<qint64>(limits.ratio, 1));
        if (info.uncompressedSize > static_cast<quint64>(limits.ratioFloorBytes)
            && info.uncompressedSize / ratio > std::max<quint64>(info.compressedSize, 1))
            return Error{Code::RatioExceeded, {}, QString::number(limits.ratio)};
        return std::nullopt;
    }

    Result<Blob> unpack(const QuaZipFileInfo64 &info, bool claimed)
    {
        // One that failed to close stays open, so that it cannot be used again.
        if (!m_file || m_file->isOpen())
            m_file.emplace(&m_zip);
        if (!m_file->open(QIODevice::ReadOnly))
            return failure(Code::ZipDamaged, {}, QString::number(m_file->getZipError()));
        Collector collector(m_session.limits(), claimed);
        Collector::Wish wish = Collector::Wish::More;
        qint64 unpacked = 0;
        std::optional<Error> error;
        while (wish == Collector::Wish::More && !error && !m_abandoned) {
            const qint64 got = m_file->read(m_buffer.data(), pieceBytes);
            if (got <= 0) {
                if (got < 0 || m_file->getZipError() != UNZ_OK)
                    error = Error{Code::ZipDamaged, {}, QString::number(m_file->getZipError())};
                break;
            }
            unpacked += got;
            error = m_session.countUnpacked(got, unpacked, packedSize(info));
            if (!error)
                wish = collector.add(m_buffer.data(), got);
            m_abandoned = unpacked / memoryBytes != (unpacked - got) / memoryBytes && !error
                && !m_session.goOn();
        }
        m_file->close(); // checks the CRC when all was read
        if (wish == Collector::Wish::Failed)
            return tl::unexpected<Error>(collector.error());
        if (!error && wish == Collector::Wish::More && !m_abandoned)
            error = completeness(info, unpacked);
        if (error)
            return tl::unexpected<Error>(*error);
        return collector.finish();
    }

    std::optional<Error> completeness(const QuaZipFileInfo64 &info, qint64 unpacked) const
    {
        if (m_file->getZipError() != UNZ_OK)
            return Error{Code::ZipDamaged, {}, QString::number(m_file->getZipError())};
        if (static_cast<quint64>(unpacked) != info.uncompressedSize)
            return Error{Code::Truncated, {}, QString::number(unpacked)};
        return std::nullopt;
    }

    /// Never more than the zip itself has, whatever its directory says.
    qint64 packedSize(const QuaZipFileInfo64 &info) const
    {
        const auto most = static_cast<quint64>(m_item.blob.size);
        return static_cast<qint64>(std::min(info.compressedSize, most));
    }

    Session &m_session;
    const Item &m_item;
    QuaZip &m_zip;
    std::optional<QuaZipFile> m_file;
    std::vector<char> m_buffer;
    qint64 m_read = 0;
    qint64 m_names = 0;
    bool m_abandoned = false;
};

} // namespace

void readZip(Session &session, const Item &item)
{
    if (item.blob.bytes.startsWith("PK\x05\x06")) // nothing but the end record, which minizip refuses
        return;
    std::shared_ptr<QIODevice> device = item.blob.device();
    if (item.blob.file) // what is in memory needs no pages
        device = std::make_shared<PagedReader>(device);
    QuaZip zip(device.get());
    zip.setAutoClose(false);
    if (!zip.open(QuaZip::mdUnzip)) {
        const Code code = hasEndRecord(*device) ? Code::ZipDamaged : Code::Truncated;
        session.reject(code, item.source, QString::number(zip.getZipError()));
        return;
    }
    ZipReader(session, item, zip).readAll();
    zip.close();
}

} // namespace tlsrpt

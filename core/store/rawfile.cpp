// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/rawfile.h"

#include "core/store/schema.h"
#include "core/store/statement.h"

#include <QFile>
#include <QtEndian>

#include <sqlite3.h>

#include <algorithm>

namespace tlsrpt
{

namespace
{

constexpr int changeCounter = 24;
constexpr int pageCount = 28;
constexpr int countedAt = 92; ///< the change counter for which the count of pages holds

const QByteArray magic("SQLite format 3", 16);

/// What every archive has at this offset.
struct Constant {
    int offset;
    QByteArray bytes;
};

const std::vector<Constant> &constants()
{
    static const std::vector<Constant> all{
        {0, magic},
        {16, QByteArray("\x10\0", 2)},         // page size
        {20, QByteArray("\0\x40\x20\x20", 4)}, // nothing reserved, payload fractions
        {44, QByteArray("\0\0\0\4", 4)},       // format of the schema
        {52, QByteArray(4, '\0')},              // no auto-vacuum
        {56, QByteArray("\0\0\0\1", 4)},       // UTF-8
    };
    return all;
}

quint32 numberAt(const QByteArray &header, int offset)
{
    return qFromBigEndian<quint32>(header.constData() + offset);
}

bool isJournalMode(char mode)
{
    return mode == 1 || mode == 2;
}

} // namespace

RawFile::RawFile(const QSqlDatabase &database)
{
    if (sqlite3 *const handle = handleOf(database))
        sqlite3_file_control(handle, "main", SQLITE_FCNTL_FILE_POINTER, &m_file);
}

qint64 RawFile::size() const
{
    sqlite3_int64 bytes = 0;
    if (!m_file || !m_file->pMethods || m_file->pMethods->xFileSize(m_file, &bytes) != SQLITE_OK)
        return 0;
    return bytes;
}

QByteArray RawFile::read(qint64 offset, int bytes) const
{
    const qint64 there = std::clamp<qint64>(size() - offset, 0, bytes);
    QByteArray piece(there, Qt::Uninitialized);
    if (there > 0 && m_file->pMethods->xRead(m_file, piece.data(), static_cast<int>(there), offset) != SQLITE_OK)
        piece.fill('\0'); // a bad sector: damage like any other
    return piece;
}

Status RawFile::copyTo(const QString &path, const QByteArray &head, JobControl &control) const
{
    constexpr int pieceBytes = 1024 * 1024;
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner))
        return failure(Code::CannotWrite, path, file.errorString());
    for (qint64 offset = 0; offset < size(); offset += pieceBytes) {
        if (!control.checkpoint())
            return failure(Code::Cancelled);
        QByteArray piece = read(offset, pieceBytes);
        if (offset == 0)
            piece.replace(0, std::min(head.size(), piece.size()), head);
        if (file.write(piece) != piece.size())
            return failure(Code::CannotWrite, path, file.errorString());
    }
    return file.flush() ? Status() : failure(Code::CannotWrite, path, file.errorString());
}

bool mayBeOurs(const QByteArray &header)
{
    return header.size() == headerBytes
        && (header.startsWith(magic) || static_cast<qint32>(numberAt(header, 68)) == applicationId);
}

std::optional<QByteArray> repairedHeader(const QByteArray &header, qint64 fileSize)
{
    QByteArray repaired = header;
    for (const Constant &constant : constants())
        repaired.replace(constant.offset, constant.bytes.size(), constant.bytes);
    for (const int journal : {18, 19}) {
        if (!isJournalMode(repaired.at(journal)))
            repaired[journal] = 2; // WAL
    }
    // A file may be longer than it says while pages wait in the WAL; reading them does no harm.
    const auto pages = static_cast<quint32>(fileSize / rawPageBytes);
    const bool counted = numberAt(header, changeCounter) == numberAt(header, countedAt);
    if (repaired == header && !(counted && numberAt(header, pageCount) < pages))
        return std::nullopt;
    qToBigEndian(pages, repaired.data() + pageCount);
    repaired.replace(countedAt, 4, repaired.mid(changeCounter, 4));
    return repaired;
}

} // namespace tlsrpt

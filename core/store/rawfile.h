// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes of an archive's file, and its header where that is damaged.
#pragma once

#include "core/base/error.h"
#include "core/base/jobcontrol.h"

#include <QSqlDatabase>

#include <optional>

struct sqlite3_file;

namespace tlsrpt
{

/// Through the descriptor of an open connection: closing one of our own would take away the locks
/// of every connection of this process (https://www.sqlite.org/howtocorrupt.html 2.2).
class RawFile
{
public:
    explicit RawFile(const QSqlDatabase &database);

    qint64 size() const;
    /// Less where the file ends.
    QByteArray read(qint64 offset, int bytes) const;
    /// To a new file for its owner only, which begins with `head` instead. Errors: CannotWrite, Cancelled.
    [[nodiscard]] Status copyTo(const QString &path, const QByteArray &head, JobControl &control) const;

private:
    sqlite3_file *m_file = nullptr;
};

inline constexpr int rawPageBytes = 4096; ///< SQLite's own choice; nobody here changes it
inline constexpr int headerBytes = 100; ///< https://www.sqlite.org/fileformat.html 1.3

/// Whether a file with this header may once have been an archive.
bool mayBeOurs(const QByteArray &header);
/// A header that works, where what all archives have alike is damaged in this one.
std::optional<QByteArray> repairedHeader(const QByteArray &header, qint64 fileSize);

} // namespace tlsrpt

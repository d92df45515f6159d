// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes that came out of a container: small ones in memory, large ones in a temporary file.
#pragma once

#include "core/base/error.h"
#include "core/base/limits.h"
#include "core/unpack/content.h"

#include <QByteArray>
#include <QFile>
#include <QIODevice>

#include <memory>

namespace tlsrpt
{

/// Containers larger than this are read from a file, never from memory.
inline constexpr qint64 memoryBytes = 1024LL * 1024;

struct Blob {
    QByteArray bytes;            ///< all of it, or the head when `file` is set
    std::shared_ptr<QFile> file; ///< open for reading; removed with the last owner if temporary
    qint64 size = 0;
    Content content = Content::Empty;

    static Blob of(QByteArray bytes);
    /// A reader at the beginning. For a file it is the file itself: one reader at a time.
    std::shared_ptr<QIODevice> device() const;
    /// All of it in memory; FileUnreadable, or TooLarge when there is more than `most`.
    Result<QByteArray> all(qint64 most) const;
};

/// Whether these bytes hold others.
bool isContainer(Content content);

/// Takes what a container unpacks and keeps it only as far as it may be of use: a document up to
/// Limits::documentBytes, a container without end but on disk, anything else not at all.
class Collector
{
public:
    enum class Wish {
        More,   ///< go on
        Enough, ///< nothing more is wanted: no report, as the beginning tells
        Failed, ///< see error()
    };

    /// `claimed`: kept as a document whatever it looks like.
    Collector(const Limits &limits, bool claimed) : m_limits(limits), m_claimed(claimed) {}
    /// For what is known to be a container of this kind.
    Collector(const Limits &limits, Content content) : Collector(limits, false)
    {
        m_decided = true;
        m_blob.content = content;
    }

    Wish add(const char *data, qint64 size);
    /// The last call, also after Enough. What was not wanted has its head and Content::Unknown.
    /// Errors have no subject: that is the caller's to fill in.
    Result<Blob> finish();
    const Error &error() const { return m_error; }

private:
    Wish decide();
    Wish judge();
    Wish spill(const char *data, qint64 size);
    Wish fail(Code code, const QString &detail);

    const Limits &m_limits;
    const bool m_claimed;
    bool m_decided = false;
    bool m_unwanted = false;
    bool m_failed = false;
    Blob m_blob;
    Error m_error;
};

} // namespace tlsrpt

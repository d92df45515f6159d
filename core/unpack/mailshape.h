// SPDX-License-Identifier: GPL-3.0-or-later
// A look over a mail's lines before a parser builds objects for them.
#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QIODevice>

#include <vector>

namespace tlsrpt
{

/// Counts what costs memory or stack in a mail parser, and finds the header names that gateways
/// misspell ("ContentType:"), without which the parser sees no attachment.
class MailShape
{
public:
    static MailShape of(QByteArrayView mail);
    static MailShape of(QIODevice &mail);

    /// MailDamaged when a parser would choke: a few bytes a part and a hundred times that in memory.
    Status check() const;
    /// Where the header begins: behind blank lines and a byte order mark.
    qint64 begin() const { return m_begin < 0 ? 0 : m_begin; }
    bool isMisspelt() const { return m_misspelt; }
    /// The mail with the names as RFC 2045 has them, and without the fields of its own header that
    /// nobody here reads: three quarters of a mail parser's time go into those.
    QByteArray rewritten(QByteArrayView mail) const;

private:
    struct Change {
        qint64 at = 0;
        qint64 length = 0;
        const char *instead = nullptr; ///< of these bytes; nothing when they are left out
    };
    bool isBearable() const;
    void line(QByteArrayView text, qint64 at);
    void fieldLine(QByteArrayView text, qint64 at);

    qint64 m_begin = -1;
    bool m_header = true;
    bool m_bounded = false;      ///< a boundary was announced, so that "--" may begin a part
    bool m_ownHeader = true;     ///< not yet behind the first blank line
    bool m_holdsMessage = false; ///< the header under way announces a mail as its body
    bool m_digest = false;       ///< a multipart/digest was seen: any part may be a mail untold
    bool m_contentField = false; ///< the field under way is a Content-…
    bool m_droppedField = false;
    bool m_verdictSeen = false;
    bool m_misspelt = false;
    int m_fields = 0;
    int m_parts = 0;
    std::vector<Change> m_changes;
};

} // namespace tlsrpt

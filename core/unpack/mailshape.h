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
    bool isMisspelt() const { return !m_misspelt.empty(); }
    /// The mail with the names as RFC 2045 has them.
    QByteArray repaired(QByteArrayView mail) const;

private:
    struct Name {
        qint64 at = 0;
        qsizetype length = 0;
        const char *meant = nullptr;
    };
    void line(QByteArrayView text, qint64 at);
    void field(QByteArrayView text, qint64 at);

    bool m_header = true;
    bool m_holdsMessage = false; ///< the header under way announces a mail as its body
    int m_fields = 0;
    int m_parts = 0;
    int m_levels = 0;
    std::vector<Name> m_misspelt;
};

} // namespace tlsrpt

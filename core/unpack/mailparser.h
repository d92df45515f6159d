// SPDX-License-Identifier: GPL-3.0-or-later
// GMime behind C++ ownership.
#pragma once

#include "core/unpack/blob.h"

#include <gmime/gmime.h>

#include <memory>

namespace tlsrpt
{

struct Unref {
    void operator()(gpointer object) const { g_object_unref(object); }
};
template<typename T>
using GPtr = std::unique_ptr<T, Unref>;

/// A parsed mail over the bytes it was parsed from, which it points into.
class Mail
{
public:
    GMimeMessage *message() const { return m_message.get(); }

private:
    friend class MailParser;
    Blob m_blob;
    GByteArray m_view = {};
    GPtr<GMimeStream> m_stream;
    GPtr<GMimeMessage> m_message;
};

/// One per worker. Starts GMime with the first.
class MailParser
{
public:
    MailParser();
    /// MailDamaged when it is no mail or would cost too much; FileUnreadable.
    Result<std::unique_ptr<Mail>> parse(const Blob &blob, qint64 mostRepaired);

private:
    GPtr<GMimeParser> m_parser;
};

/// Its subject, or else its Message-ID: how people find it again.
QString titleOf(GMimeMessage *message);

/// Puts what the header of this mail tells into the hints. True when it says that it is a report's:
/// report-type=tlsrpt or TLS-Report-Domain (RFC 8460 §5.3).
bool takeHeader(GMimeMessage *message, DocumentHints &hints);

/// The dkim verdict of an Authentication-Results value (RFC 8601 §2.2): "pass", "fail" or empty.
QString dkimVerdict(const char *value);

} // namespace tlsrpt

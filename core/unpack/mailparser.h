// SPDX-License-Identifier: GPL-3.0-or-later
// GMime behind C++ ownership.
#pragma once

#include "core/unpack/blob.h"
#include "core/unpack/mailheader.h"

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

/// The header of a parsed message.
MailHeader headerOf(GMimeMessage *message);

} // namespace tlsrpt

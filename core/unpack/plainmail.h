// SPDX-License-Identifier: GPL-3.0-or-later
// The mails that nearly all reports come in, read without an object for every header field.
#pragma once

#include "core/unpack/mailheader.h"

#include <QByteArrayView>

#include <optional>
#include <vector>

namespace tlsrpt
{

/// A mail that is one part, or one multipart of such, written as RFC 5322 and 2045 have it. GMime
/// takes ten times as long for these as unpacking what is in them, so that only the mails with
/// anything else in them are left to it: parts in parts, forwarded mails, names in pieces or
/// encoded, comments, misspelt fields, ends that are missing.
struct PlainMail {
    enum class Encoding { None, Base64, QuotedPrintable };
    struct Part {
        QByteArray type; ///< "application/tlsrpt+gzip", lower case
        QByteArray name; ///< of the file; may be empty
        Encoding encoding = Encoding::None;
        QByteArrayView body;
    };

    MailHeader header;
    bool multipart = false;
    std::vector<Part> parts;

    /// Nothing when the mail is not so plain. The parts are views of `mail`.
    static std::optional<PlainMail> of(QByteArrayView mail);
};

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
// Which characters a document's bytes are (RFC 8259 §8.1 wants UTF-8 without a byte order mark).
#pragma once

#include <QByteArray>
#include <QStringConverter>

#include <optional>

namespace tlsrpt
{

struct TextEncoding {
    QStringConverter::Encoding encoding = QStringConverter::Utf8;
    qsizetype mark = 0; ///< bytes of a UTF-8 byte order mark
};

/// By byte order marks and zero bytes; never by what a header says.
TextEncoding encodingOf(const QByteArray &bytes);
/// UTF-8 from UTF-16 or UTF-32; none when the bytes are not what they seem to be.
std::optional<QByteArray> utf8From(const QByteArray &bytes, QStringConverter::Encoding encoding);
/// The last resort: every byte is a character (windows-1252, which holds Latin-1).
QString fromSingleBytes(const QByteArray &bytes);

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
// What bytes are, told from their beginning and from what was said about them.
#pragma once

#include <QByteArrayView>
#include <QString>

namespace tlsrpt
{

struct DocumentHints;

enum class Content {
    Empty,   ///< no bytes, or only blanks
    Gzip,
    Zip,
    Mbox,
    Mail,
    Json,
    Foreign, ///< surely no report whatever its name says (AppleDouble companions in macOS zips)
    Unknown,
};

/// So many bytes suffice for contentOf().
inline constexpr qint64 headBytes = 16LL * 1024;

/// `head` is the whole or the first headBytes of it.
Content contentOf(QByteArrayView head);

/// A JSON text that may be a TLS report, as far as its beginning tells; for texts too large to parse.
bool mentionsReport(QByteArrayView head);

/// "Name:" at the start of a line, RFC 5322 §2.2.
bool isHeaderLine(QByteArrayView line);

/// An mbox separator line that cannot be a sentence of a mail: "From x Mon Jan  1 00:00:00 2024".
bool isPostmark(QByteArrayView line);

/// The name promises a report: .json or .json.gz (RFC 8460 §5.1).
bool nameClaimsReport(QStringView name);

/// The media type promises a report (RFC 8460 §6.4, §6.5, and its misspellings in use).
bool typeClaimsReport(QByteArrayView mediaType);

/// A name fit for one line of a message: no control or direction characters, not endless.
QString cleanName(QString name, qsizetype longest = 255);

/// Sets hints.fileName, and what "sender!domain!begin!end" tells where it is not known yet
/// (RFC 8460 §5.1).
void takeFileName(DocumentHints &hints, const QString &path);

} // namespace tlsrpt

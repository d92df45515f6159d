// SPDX-License-Identifier: GPL-3.0-or-later
// A JSON document found in an input, with everything around it that tells what it is.
#pragma once

#include "core/base/bytebudget.h"

#include <QByteArray>
#include <QString>

namespace tlsrpt
{

/// How `original` is kept: as found in the innermost container.
enum class Packing : quint8 { Plain, Gzip };

/// What the containers say; all of it hints, the JSON wins (RFC 8460 §5.6).
struct DocumentHints {
    QString fileName;        ///< of the innermost file or attachment; may be empty
    QString reportDomain;    ///< TLS-Report-Domain, else the file name's policy domain (RFC 8460 §5.1)
    QString submitter;       ///< TLS-Report-Submitter, else the file name's sender
    QString from;            ///< address of the mail
    QString signature;       ///< Authentication-Results as stored, dkim part: "pass", "fail", empty = unknown
    qint64 mailDate = 0;     ///< seconds since 1970 UTC, 0 = none
    qint64 fileDate = 0;     ///< modification time of the file or zip member, 0 = none
    /// Name ends in .json or .json.gz, or a report's media type: then a failure is a rejection.
    bool claimsReport = false;

    bool operator==(const DocumentHints &) const = default;
};

struct Document {
    QString source;          ///< "backup.zip › mail.eml › r.json.gz"
    QByteArray json;         ///< unpacked, as sent: any encoding, perhaps with a byte order mark
    QByteArray original;     ///< byte for byte as found: the gzip stream or the JSON itself
    Packing packing = Packing::Plain;
    DocumentHints hints;
    ByteBudget::Ticket ticket; ///< share of the bytes in flight; released with the document
};

/// Parts of a source name are joined with this.
inline const QString sourceSeparator = QStringLiteral(" › ");

} // namespace tlsrpt

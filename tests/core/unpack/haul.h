// SPDX-License-Identifier: GPL-3.0-or-later
// What an Unpacker brings up, and the bytes to feed it with.
#pragma once

#include "core/unpack/unpack.h"


#include <utility>
#include <vector>

namespace tlsrpt::test
{

/// Everything a sink was given.
struct Haul {
    std::vector<Document> documents;
    std::vector<Error> rejected;
    std::vector<Error> ignored;
    qint64 bytes = 0;

    UnpackSink sink();
    /// "subject: code" for every rejection, in order.
    QStringList rejections() const;
    QStringList sources() const;
    QStringList ignoredSubjects() const;
};

/// One unpacking from memory, or from a file with the same bytes.
Haul unpackBytes(const QByteArray &bytes, const QString &name, const Limits &limits = {});
Haul unpackFile(const QString &path, const Limits &limits = {});

using Members = QList<std::pair<QString, QByteArray>>;

/// A small report; `id` makes it another one.
QByteArray reportJson(int id = 1);
QByteArray gz(const QByteArray &bytes);
QByteArray zip(const Members &members);

struct Attachment {
    QByteArray header; ///< header lines, each with its line end
    QByteArray body;   ///< as it stands in the mail
};
/// A mail of these header lines around one multipart of these parts.
QByteArray multipart(const QByteArray &header, const QList<Attachment> &parts,
                     const QByteArray &type = "multipart/report; report-type=tlsrpt");
/// What Google sends: text and base64 gzip (RFC 8460 §5.3).
QByteArray reportMail(int id = 1);
QByteArray base64Lines(const QByteArray &bytes);

/// Peak resident memory of this process in bytes, 0 under a sanitizer.
qint64 peakMemory();

} // namespace tlsrpt::test

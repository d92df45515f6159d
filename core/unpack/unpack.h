// SPDX-License-Identifier: GPL-3.0-or-later
// gzip, zip, mail and mbox, nested in any order, to JSON documents, under Limits.
#pragma once

#include "core/base/error.h"
#include "core/base/jobcontrol.h"
#include "core/base/limits.h"
#include "core/source/walk.h"
#include "core/unpack/document.h"

#include <QIODevice>

#include <functional>
#include <memory>

namespace tlsrpt
{

/// What comes out, called on the worker's thread. Each member or file leads to exactly one call:
/// a document, a rejection, or an ignored item (Code::NoReport).
struct UnpackSink {
    std::function<void(Document)> document;
    std::function<void(Error)> rejected; ///< subject = the source down to the member
    std::function<void(Error)> ignored;
    std::function<void(qint64)> bytesRead; ///< compressed bytes of the input read since the last call
};

/// Decides by content, never by name (RFC 8460 §5 leaves both loose). Stateless between inputs;
/// one per worker. Spills nested containers to temporary files of the user's own (0600).
class Unpacker
{
public:
    Unpacker(const Limits &limits, ByteBudget &budget, JobControl &control);
    ~Unpacker();

    void unpack(const Input &input, const UnpackSink &sink);
    /// For bytes that are no file (a mail over IMAP, a stored original).
    void unpack(QByteArray bytes, const QString &display, qint64 modified, const UnpackSink &sink);

private:
    const Limits m_limits;
    ByteBudget &m_budget;
    JobControl &m_control;
    class Private; // buffers kept between inputs
    const std::unique_ptr<Private> d;
};

/// The one gzip or plain document that the archive kept, for reading it again.
Result<QByteArray> unpackOriginal(const QByteArray &original, Packing packing, const Limits &limits);

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
// JSON to Report, tolerant (RFC 8460 §4.4, and what senders really send), with the list of deviations.
#pragma once

#include "core/base/error.h"
#include "core/base/limits.h"
#include "core/report/report.h"
#include "core/unpack/document.h"

#include <memory>

namespace tlsrpt
{

/// One per thread: keeps the JSON parser's buffers between documents.
class ReportParser
{
public:
    explicit ReportParser(const Limits &limits);
    ~ReportParser();

    /// Errors: TextUndecodable, NotJson (offset in bytes; 0: nothing of it is), NotAReport, NoDateRange,
    /// DateRangeReversed, NoPolicies, TooManyDetails. subject = document.source.
    /// A returned report has policies with non-negative counts up to 2^53, its inHeadline flags
    /// and reporterKey set, and its policy domains filled from the hints where they are missing.
    Result<Report> parse(const Document &document);
    /// The same from bytes and hints, for a document read again from the archive.
    Result<Report> parse(const QByteArray &json, const DocumentHints &hints, const QString &source);

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// UTF-8 text of a JSON document: byte order marks, UTF-16 and, at last, Latin-1 (for showing it).
QString decodedText(const QByteArray &json);

} // namespace tlsrpt

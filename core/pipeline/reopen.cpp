// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/reopen.h"

#include "core/parse/parse.h"
#include "core/pipeline/future.h"
#include "core/unpack/unpack.h"

namespace tlsrpt
{

Result<ReopenedReport> reopen(OriginalRow original, const Limits &limits)
{
    auto json = unpackOriginal(original.bytes, original.packing, limits);
    if (!json) {
        Error error = json.error();
        error.subject = original.source;
        return tl::unexpected(error);
    }
    DocumentHints hints;
    hints.fileName = original.fileName;
    hints.reportDomain = original.domainHint;
    hints.submitter = original.submitter;
    hints.signature = original.signature;
    hints.mailDate = original.dated;
    hints.claimsReport = true;
    ReportParser parser(limits);
    auto report = parser.parse(*json, hints, original.source);
    if (!report)
        return tl::unexpected(report.error());
    if (original.imported > 0)
        noteFuture(*report, original.imported);
    return ReopenedReport{std::move(*report), std::move(*json), std::move(original)};
}

} // namespace tlsrpt

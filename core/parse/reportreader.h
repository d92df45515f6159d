// SPDX-License-Identifier: GPL-3.0-or-later
// A JSON document to a Report. One file for each level of the format: the report, a policy row,
// a failure detail; reportcompletion looks at the report as a whole.
#pragma once

#include "core/base/limits.h"
#include "core/parse/jsonloader.h"
#include "core/parse/members.h"
#include "core/parse/namecache.h"
#include "core/unpack/document.h"

namespace tlsrpt
{

/// What the readers of one report share.
struct Reading {
    const Limits &limits;
    JsonLoader &json;
    NameCache &names;
    Notes &notes;
    qint64 details = 0;       ///< failure details so far
    qint64 strings = 0;       ///< policy strings and MX patterns so far
    std::vector<qint32> rows; ///< for each row of the report its index in "policies"

    bool tooManyDetails() const { return details > limits.failureDetails; }
    /// Counts one more policy string or pattern; false beyond what any report has.
    bool takeString();
};

Result<Report> readReport(simdjson::dom::element root, const QString &source, Reading &reading);
/// One element of "policies".
PolicyResult readPolicyResult(simdjson::dom::object object, const Place &place, Reading &reading);
FailureDetail readFailureDetail(simdjson::dom::object object, const Place &place, Reading &reading);

/// The domains that rows lack, from the hints and from each other, the reporter's key
/// and the headline.
void completeReport(Report &report, const DocumentHints &hints, Reading &reading);

} // namespace tlsrpt

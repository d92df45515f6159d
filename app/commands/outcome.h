// SPDX-License-Identifier: GPL-3.0-or-later
// What import and fetch tell at their end, for people and for programs.
#pragma once

#include "core/store/archive.h"

#include <QJsonObject>

namespace tlsrpt
{

/// Inputs that were not imported, in the order in which they were met.
struct Notices {
    std::vector<Error> rejected;
    std::vector<Error> ignored;

    void add(NoticeKind kind, const Error &error);
};

ImportCounts operator+(ImportCounts a, const ImportCounts &b);

QString reasonOf(const Error &error); ///< what happened and what to do
/// The members that import and fetch share (README "JSON for other programs").
QJsonObject outcomeJson(const ImportCounts &counts, const Notices &notices, qint64 elapsedMs);
/// "2 reports imported, 1 seen before"
QString countsText(const ImportCounts &counts);

} // namespace tlsrpt

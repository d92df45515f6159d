// SPDX-License-Identifier: GPL-3.0-or-later
// The one filter that rules all screens, the command line and the exports.
#pragma once

#include "core/base/day.h"
#include "core/explain/cause.h"
#include "core/report/report.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace tlsrpt
{

struct Filter {
    std::optional<Day> from;      ///< first day, UTC, included
    std::optional<Day> to;        ///< last day, included
    QStringList domains;          ///< any of these; empty = all
    QStringList senders;          ///< reporter keys or organisation names, any of these; empty = all
    std::vector<Track> tracks;    ///< any of these; empty = all
    bool onlyFailures = false;    ///< policy rows with a failed session or a failure detail
    std::optional<QString> mx;    ///< rows with a failure at this host; "" = policy level
    std::optional<CauseGroup> cause; ///< rows with a failure of this group

    bool isAll() const { return *this == Filter{}; }
    bool operator==(const Filter &) const = default;
};

} // namespace tlsrpt

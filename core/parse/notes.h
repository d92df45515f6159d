// SPDX-License-Identifier: GPL-3.0-or-later
// Collects the deviations of one report, with JSON pointers made only when there is something to
// say.
#pragma once

#include "core/report/report.h"

#include <simdjson.h>

#include <array>
#include <string_view>

namespace tlsrpt
{

/// The object a member is in.
struct Place {
    static constexpr qint32 none = -1;
    static constexpr qint32 single = -2; ///< an object stands where an array belongs

    qint32 policy = none;
    qint32 detail = none;
    const char *group = ""; ///< e.g. "/date-range"

    Place in(const char *member) const { return {policy, detail, member}; }
};

class Notes
{
public:
    /// `deviations` outlives this.
    explicit Notes(std::vector<Deviation> &deviations)
        : m_deviations(deviations)
    {
    }

    void add(DeviationKind kind, const Place &place, std::string_view member, const QString &seen,
             qint32 index = -1);
    void add(DeviationKind kind, const Place &place, std::string_view member,
             simdjson::dom::element seen, qint32 index = -1);

private:
    /// A report with thousands of rows repeats itself; the first of a kind tell all there is to
    /// tell.
    static constexpr int mostOfAKind = 20;

    bool full(DeviationKind kind) const;

    std::vector<Deviation> &m_deviations;
    std::array<int, deviationKindCount> m_counts{};
};

/// At most 200 characters of a value, a string without its quotes.
QString seenText(simdjson::dom::element value);
QString seenText(std::string_view utf8);
QString cut(QStringView text);

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
// Roles and delegates shared by all tables. Data through roles, no widgets in cells.
#pragma once

#include <Qt>

namespace tlsrpt
{

enum Role {
    SortRole = Qt::UserRole + 1, ///< raw value
    KeyRole,                     ///< what a click filters by
    BarShareRole,                ///< double 0..1 of the column's maximum, for BarNumberDelegate
    BarTokenRole,                ///< int(Token) of the bar
    BinsRole,                    ///< QVariant of std::vector<qint64>: sparkline; -1 = no report (hatch)
    CausesRole,                  ///< QVariant of GroupCounts, for CauseDelegate
    CaptionRole,                 ///< second line, for TwoLineDelegate
    IconNameRole,                ///< QString of Theme::icon
    IconTokenRole,               ///< int(Token)
    ProgressRole,                ///< double 0..1; negative: none
    EmphasisRole,                ///< bool: semibold
    ToneRole,                    ///< int(Token) of the text
    NumberRole,                  ///< qint64 or double, right-aligned with tabular figures
    PlainRole,                   ///< what a copy holds where text and NumberRole will not do: ISO days, rates as numbers
};

} // namespace tlsrpt

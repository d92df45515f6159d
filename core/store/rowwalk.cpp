// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/rowwalk.h"

namespace tlsrpt
{

namespace
{

/// Numbers tried one by one, some seconds' work: the rows of many thousand damaged pages.
constexpr qint64 patience = 500'000;

/// The number that was read last before SQLite met damage, or the end.
struct Stretch {
    qint64 at = 0;
    bool ended = false;
};

Stretch readStretch(Statement &rows, qint64 from, qint64 last, JobControl &control,
                    const std::function<void(Statement &)> &take)
{
    Stretch stretch{from, false};
    rows.bind(0, from);
    while (true) {
        const auto row = rows.next();
        if (!row)
            return stretch;
        if (!*row || control.cancelled()) {
            rows.reset();
            stretch.ended = true;
            return stretch;
        }
        const qint64 number = rows.number(0);
        if (number > 0 && number <= last)
            stretch.at = number;
        take(rows);
    }
}

} // namespace

bool walkRows(Statement &rows, Way way, qint64 last, JobControl &control,
              const std::function<void(Statement &)> &take)
{
    const int direction = way == Way::Up ? 1 : -1;
    qint64 from = way == Way::Up ? 0 : last + 1;
    qint64 inVain = 0;
    qint64 step = 1;
    for (bool whole = true; from >= 0 && from <= last + 1; whole = false) {
        const Stretch stretch = readStretch(rows, from, last, control, take);
        if (stretch.ended)
            return whole;
        // Numbers out of order are damage, too: whatever they are, the way goes on.
        if ((stretch.at - from) * direction > 0) {
            from = stretch.at;
            inVain = 0;
            step = 1;
        } else if (++inVain > patience) {
            step *= 2;
        }
        from += direction * step;
    }
    return false;
}

} // namespace tlsrpt

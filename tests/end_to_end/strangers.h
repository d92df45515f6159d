// SPDX-License-Identifier: GPL-3.0-or-later
// Reports in which a stranger wrote what a screen, a terminal, a spreadsheet, a browser, a page or a
// file system might act on, in every text that a report has; and reports as large as they may be.
#pragma once

#include "tests/end_to_end/program.h"

#include <vector>

namespace tlsrpt::test
{

struct Stranger {
    const char *name;
    QString text;
};

/// What each would like to be taken for.
const std::vector<Stranger> &strangers();
/// A report with that text as every name, value and text that is not a number or a date.
QByteArray reportOf(const QString &text, int number);

/// A folder of them in the home, one in it for each, which is also the name of its files as far as a
/// file can be called so; and long lines and many policies. Returns its path.
QString writeStrangers(const Home &home);
/// A report with so many policies, or so many failure details under one policy.
QByteArray reportOfPolicies(int count);
QByteArray reportOfDetails(int count);

/// Bytes that a terminal acts on: C0 but line feed, DEL, and C1 as UTF-8.
bool actsOnATerminal(const QByteArray &bytes);
/// Whether text is read in another order than it is written.
bool turnsTheReading(const QString &text);

} // namespace tlsrpt::test

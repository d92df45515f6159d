// SPDX-License-Identifier: GPL-3.0-or-later
// The commands that need no window. Exit statuses are a promise (README).
#pragma once

#include <QStringList>

namespace tlsrpt
{

enum ExitStatus {
    ExitDone = 0,
    ExitSomeRejected = 1,
    ExitUsage = 2,   ///< wrong usage or no such file
    ExitArchive = 3, ///< the archive cannot be opened or is damaged
    ExitFound = 4,   ///< `findings --fail-on` found such
    ExitMailbox = 5, ///< a mailbox could not be read
};

/// Whether the first word of a command line names a command rather than a path.
bool isCommand(const QString &word);
/// Whether it draws (PDF, HTML) and so needs a QApplication, on any platform plug-in.
bool needsGui(const QStringList &arguments);
/// arguments[0] is the command. Prints to standard output, errors to standard error.
int runCommand(const QStringList &arguments);

int runImportCommand(const QStringList &arguments);
int runSummaryCommand(const QStringList &arguments);
int runCheckCommand(const QStringList &arguments);
int runRescueCommand(const QStringList &arguments);
int runFetchCommand(const QStringList &arguments);
int runMailboxCommand(const QStringList &arguments);

} // namespace tlsrpt

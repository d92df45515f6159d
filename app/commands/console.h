// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/query/facts.h"
#include "core/query/filter.h"

#include <QCommandLineParser>

namespace tlsrpt::console
{

void out(const QString &text);       ///< UTF-8, as it is
/// The status of a command that wrote all it had to say; else tells why not. The last call.
int finish(int status);
/// JSON as out(), with the characters escaped that JSON leaves alone and a terminal would obey: DEL, C1
/// and those that turn the reading direction.
void outJson(const QByteArray &json);
void err(const QString &text);       ///< one line "tlsrpt-viewer: …"
int fail(const Error &error);        ///< prints it; ExitArchive for the archive's codes, ExitMailbox for a mailbox', else ExitUsage
int usage(const QString &message);   ///< prints it with a hint at --help; ExitUsage

/// --archive, with the default of the window.
void addArchiveOption(QCommandLineParser &parser);
QString archivePath(const QCommandLineParser &parser);

/// An archive that is there is brought to our schema, and the user told. False: it cannot be opened,
/// which was told; stop with `status`.
bool bringUpToDate(const QString &path, int &status);

/// Leaves `day` alone where the option is not given. False when it is no day; `wrong` then says so.
bool readDay(const QCommandLineParser &parser, const QString &option, std::optional<Day> &day, QString &wrong);

void addFilterOptions(QCommandLineParser &parser);
/// False when a value cannot be read; `wrong` then says which.
bool readFilter(const QCommandLineParser &parser, Filter &filter, QString &wrong);

/// Says which names of the filter no report has (mistyped, most likely), or that none matches it. False if so.
bool choosesReports(const Facts &facts, const Filter &filter);

/// Parses without exiting: false means stop with `status` (help printed or wrong usage).
bool parse(QCommandLineParser &parser, const QStringList &arguments, int &status);

} // namespace tlsrpt::console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/query/filter.h"

#include <QCommandLineParser>

namespace tlsrpt::console
{

void out(const QString &text);       ///< UTF-8, as it is
/// JSON as out(), with the control characters that JSON leaves alone (DEL, C1) escaped: a
/// terminal would obey them.
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

void addFilterOptions(QCommandLineParser &parser);
/// False when a value cannot be read; `wrong` then says which.
bool readFilter(const QCommandLineParser &parser, Filter &filter, QString &wrong);

/// Parses without exiting: false means stop with `status` (help printed or wrong usage).
bool parse(QCommandLineParser &parser, const QStringList &arguments, int &status);

} // namespace tlsrpt::console

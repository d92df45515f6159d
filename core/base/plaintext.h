// SPDX-License-Identifier: GPL-3.0-or-later
// A stranger's text made harmless for places that would act on it.
#pragma once

#include <QString>

namespace tlsrpt
{

/// What a terminal or a page would act on instead of showing it: controls, line and paragraph separators, and
/// what turns the direction.
bool isActive(QChar c);
/// Marks, embeddings, overrides and isolates (Unicode's Bidi_Control): they turn what stands after them.
bool turnsDirection(QChar c);
/// One line for a terminal: control characters (escape sequences too) and characters that turn
/// the reading direction become U+FFFD.
QString printable(const QString &text);
/// The same with its line feeds, for what has several lines.
QString printableLines(const QString &text);

} // namespace tlsrpt

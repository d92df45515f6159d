// SPDX-License-Identifier: GPL-3.0-or-later
// A report's JSON for reading: indented in its own order, each line with its JSON pointer.
#pragma once

#include <QString>
#include <QStringList>

namespace tlsrpt
{

struct FormattedJson {
    QString text;
    QStringList pointers; ///< one per line (RFC 6901): the member or element that begins there
    bool cut = false;     ///< stopped at the limit
};

/// Changes nothing but white space, so that what a sender wrote stays as written; what is no
/// JSON comes out as it is. Controls, line separators and direction marks become U+FFFD.
FormattedJson formatJson(const QString &json, qsizetype limit = 4'000'000);

/// U+FFFD for controls, for what begins a line of its own in a text document (lines would no longer
/// belong to their pointers), and for what turns the writing direction of a whole line.
QChar shownCharacter(QChar c);

} // namespace tlsrpt

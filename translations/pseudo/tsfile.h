// SPDX-License-Identifier: GPL-3.0-or-later
// What our builds do to .ts files: a pseudo-language, and the plurals of English.
#pragma once

#include <QByteArray>
#include <QString>

namespace tlsrpt
{

/// The text marked ‹…› and 40 % longer; %1, %n, &, tags and file patterns keep their meaning.
QString pseudoText(const QString &text);

/// "%n report(s)" as "%n report" (one) and "%n reports" (many).
QString englishPlural(const QString &source, bool one);

/// The .ts file with every translation replaced by the pseudo text. Empty when it is no .ts file.
QByteArray pseudoTs(const QByteArray &ts);

/// The .ts file with the plural forms filled in that are not finished.
QByteArray withEnglishPlurals(const QByteArray &ts);

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/plaintext.h"

#include <algorithm>

namespace tlsrpt
{

bool isActive(QChar c)
{
    return c.category() == QChar::Other_Control || turnsDirection(c) || c == QChar::LineSeparator
        || c == QChar::ParagraphSeparator;
}

bool turnsDirection(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= 0x202A && u <= 0x202E) || (u >= 0x2066 && u <= 0x2069) || u == 0x200E || u == 0x200F || u == 0x061C;
}

QString printable(const QString &text)
{
    QString result = text;
    std::replace_if(result.begin(), result.end(), isActive, QChar(QChar::ReplacementCharacter));
    return result;
}

QString printableLines(const QString &text)
{
    QString result = text;
    std::replace_if(
        result.begin(), result.end(), [](QChar c) { return c != u'\n' && isActive(c); }, QChar(QChar::ReplacementCharacter));
    return result;
}

} // namespace tlsrpt

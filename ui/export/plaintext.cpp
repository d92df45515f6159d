// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/plaintext.h"

namespace tlsrpt
{

QString printable(const QString &text)
{
    QString result = text;
    for (QChar &c : result) {
        const char16_t u = c.unicode();
        const bool control = c.category() == QChar::Other_Control;
        const bool turnsDirection = (u >= 0x202A && u <= 0x202E) || (u >= 0x2066 && u <= 0x2069)
            || u == 0x200E || u == 0x200F || u == 0x061C;
        const bool breaksLine = u == 0x2028 || u == 0x2029;
        if (control || turnsDirection || breaksLine)
            c = QChar::ReplacementCharacter;
    }
    return result;
}

} // namespace tlsrpt

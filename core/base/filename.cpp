// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/filename.h"

namespace tlsrpt
{

namespace
{

constexpr qsizetype mostBytes = 200; ///< file systems allow 255; " (2)" and ".part" must fit too

/// A name that begins so is hidden, taken for an option, or means somebody's home.
bool misleadsAtTheStart(QChar c)
{
    return c == u'.' || c == u'-' || c == u'~' || c.isSpace();
}

} // namespace

bool isInvisible(QChar c)
{
    const auto category = c.category();
    return category == QChar::Other_Control || category == QChar::Other_Format
        || category == QChar::Separator_Line || category == QChar::Separator_Paragraph;
}

QString safeFileName(const QString &text)
{
    QString name = text.mid(std::max(text.lastIndexOf(u'/'), text.lastIndexOf(u'\\')) + 1).right(mostBytes);
    name.removeIf(isInvisible);
    for (QChar &c : name) {
        if (QStringView(u":*?\"<>|").contains(c))
            c = u'_';
    }
    while (name.toUtf8().size() > mostBytes)
        name.remove(0, name.front().isHighSurrogate() ? 2 : 1);
    while (!name.isEmpty() && misleadsAtTheStart(name.front()))
        name.remove(0, 1);
    return name.trimmed();
}

} // namespace tlsrpt

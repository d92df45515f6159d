// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/text.h"

#include <QStringList>

namespace tlsrpt::words
{

namespace
{

/// Controls, format characters (direction marks, zero width) and unpaired surrogates.
bool isHidden(char32_t c)
{
    const QChar::Category category = QChar::category(c);
    return category == QChar::Other_Control || category == QChar::Other_Format
        || category == QChar::Other_Surrogate || category == QChar::Separator_Line
        || category == QChar::Separator_Paragraph;
}

QString visible(QStringView text)
{
    QString result;
    result.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool pair = text[i].isHighSurrogate() && i + 1 < text.size()
                       && text[i + 1].isLowSurrogate();
        const char32_t c = pair ? QChar::surrogateToUcs4(text[i], text[i + 1])
                                : char32_t(text[i].unicode());
        if (!isHidden(c))
            result += text.mid(i, pair ? 2 : 1);
        i += pair ? 1 : 0;
    }
    return result;
}

} // namespace

QString shown(const QString &text, qsizetype longest)
{
    // Twice the length is enough to fill the line unless it is mostly blanks or hidden marks.
    const QString start = text.left(2 * longest + 16).simplified();
    QString result = visible(start);
    const bool cut = result.size() > longest || text.size() > 2 * longest + 16;
    if (result.size() > longest) {
        result.truncate(longest - 1);
        if (!result.isEmpty() && result.back().isHighSurrogate())
            result.chop(1);
    }
    return cut ? QString(result + u'…') : result;
}

QString shownLines(const QString &text, qsizetype longest)
{
    QStringList lines = text.left(longest).split(u'\n');
    for (QString &line : lines)
        line = visible(line);
    return lines.join(u'\n');
}

QString named(const QString &name, const QString &with, const QString &without)
{
    const QString visible = shown(name);
    return visible.isEmpty() ? without : with.arg(visible);
}

QString shortRecord(const QString &record)
{
    constexpr qsizetype head = 14, tail = 8;
    if (record.size() <= head + tail + 1)
        return shown(record);
    return shown(record.left(head)) + u'…' + shown(record.right(tail));
}

} // namespace tlsrpt::words

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/textencoding.h"

#include "core/parse/parse.h"

#include <QStringDecoder>

#include <simdjson.h>

#include <array>

namespace tlsrpt
{

namespace
{

constexpr QByteArrayView utf8Mark("\xEF\xBB\xBF");

/// 0x80 to 0x9F of windows-1252; what it leaves open is the control character.
constexpr std::array<char16_t, 32> windows1252{
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

} // namespace

TextEncoding encodingOf(const QByteArray &bytes)
{
    if (bytes.startsWith(utf8Mark))
        return {QStringConverter::Utf8, utf8Mark.size()};
    if (const auto marked = QStringConverter::encodingForData(bytes))
        return {*marked, 0};
    // JSON has no zero bytes and begins with ASCII: zeros among the first bytes are halves of
    // wider characters.
    for (const char16_t first : {u'{', u'[', u' ', u'\n', u'\r', u'\t'}) {
        const auto guessed = QStringConverter::encodingForData(bytes, first);
        if (guessed && *guessed != QStringConverter::Utf8)
            return {*guessed, 0};
    }
    return {};
}

std::optional<QByteArray> utf8From(const QByteArray &bytes, QStringConverter::Encoding encoding)
{
    QStringDecoder decoder(encoding);
    const QString text = decoder.decode(bytes);
    const bool wide = encoding == QStringConverter::Utf32 ||
                      encoding == QStringConverter::Utf32LE ||
                      encoding == QStringConverter::Utf32BE;
    if (decoder.hasError() || bytes.size() % (wide ? 4 : 2) != 0)
        return std::nullopt;
    return text.toUtf8();
}

QString fromSingleBytes(const QByteArray &bytes)
{
    QString text = QString::fromLatin1(bytes);
    for (QChar &c : text) {
        if (c.unicode() >= 0x80 && c.unicode() <= 0x9F)
            c = QChar(windows1252[c.unicode() - 0x80]);
    }
    return text;
}

QString decodedText(const QByteArray &json)
{
    const TextEncoding encoding = encodingOf(json);
    if (encoding.encoding != QStringConverter::Utf8) {
        if (const auto utf8 = utf8From(json, encoding.encoding))
            return QString::fromUtf8(*utf8);
        return fromSingleBytes(json);
    }
    const QByteArray text = json.mid(encoding.mark);
    if (simdjson::validate_utf8(text.constData(), static_cast<std::size_t>(text.size())))
        return QString::fromUtf8(text);
    return fromSingleBytes(text);
}

} // namespace tlsrpt

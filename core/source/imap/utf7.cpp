// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/imap/utf7.h"

#include <QStringDecoder>

#include <optional>

namespace tlsrpt
{

namespace
{

bool isDirect(QChar c)
{
    return c.unicode() >= 0x20 && c.unicode() <= 0x7e;
}

// BASE64 of UTF-16BE, with "," for "/" and no padding.
QByteArray packed(QStringView run)
{
    QByteArray bytes;
    for (const QChar c : run) {
        bytes.append(static_cast<char>(c.unicode() >> 8));
        bytes.append(static_cast<char>(c.unicode() & 0xff));
    }
    return bytes.toBase64(QByteArray::OmitTrailingEquals).replace('/', ',');
}

std::optional<QString> unpacked(QByteArray run)
{
    const auto decoded = QByteArray::fromBase64Encoding(
        run.replace(',', '/'), QByteArray::Base64Option::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.isEmpty() || decoded.decoded.size() % 2)
        return std::nullopt;
    QString text;
    for (qsizetype i = 0; i < decoded.decoded.size(); i += 2)
        text.append(QChar(static_cast<uchar>(decoded.decoded.at(i)) << 8 |
                          static_cast<uchar>(decoded.decoded.at(i + 1))));
    return text;
}

std::optional<QString> strictlyDecoded(const QByteArray &name)
{
    QString text;
    for (qsizetype i = 0; i < name.size(); ++i) {
        const char c = name.at(i);
        if (static_cast<uchar>(c) >= 0x80)
            return std::nullopt;
        if (c != '&') {
            text.append(QLatin1Char(c));
            continue;
        }
        const qsizetype end = name.indexOf('-', i);
        if (end < 0)
            return std::nullopt;
        const std::optional<QString> run =
            end == i + 1 ? QStringLiteral("&") : unpacked(name.mid(i + 1, end - i - 1));
        if (!run)
            return std::nullopt;
        text.append(*run);
        i = end;
    }
    return text;
}

} // namespace

QByteArray toModifiedUtf7(const QString &name)
{
    QByteArray wire;
    for (qsizetype i = 0; i < name.size();) {
        if (name.at(i) == u'&') {
            wire += "&-";
            ++i;
        } else if (isDirect(name.at(i))) {
            wire += name.at(i).toLatin1();
            ++i;
        } else {
            const qsizetype from = i;
            while (i < name.size() && !isDirect(name.at(i)))
                ++i;
            wire += '&' + packed(QStringView(name).mid(from, i - from)) + '-';
        }
    }
    return wire;
}

QString fromModifiedUtf7(const QByteArray &name)
{
    return strictlyDecoded(name).value_or(QString::fromUtf8(name));
}

} // namespace tlsrpt

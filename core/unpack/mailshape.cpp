// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unpack/mailshape.h"

#include <array>
#include <cstring>

namespace tlsrpt
{
namespace
{
constexpr int mostFields = 50'000;
constexpr int mostParts = 10'000;
constexpr int mostLevels = 200; ///< multiparts and mails together, so a bound on the depth too
constexpr int longestLine = 4096;

/// "ContentType", "Content_Type" and "Content-Type " alike.
QByteArray bareName(QByteArrayView name)
{
    QByteArray bare;
    for (const char c : name) {
        if (c != '-' && c != '_' && c != ' ' && c != '\t')
            bare.append(c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c);
    }
    return bare;
}

const char *meantBy(QByteArrayView name)
{
    struct Known {
        const char *bare;
        const char *right;
    };
    static constexpr std::array<Known, 3> known = {{
        {"contenttype", "Content-Type"},
        {"contenttransferencoding", "Content-Transfer-Encoding"},
        {"contentdisposition", "Content-Disposition"},
    }};
    const QByteArray bare = bareName(name);
    for (const Known &one : known) {
        if (bare == one.bare && name.toByteArray().compare(one.right, Qt::CaseInsensitive) != 0)
            return one.right;
    }
    return nullptr;
}

bool mayBeContentField(QByteArrayView text)
{
    return text.size() > 12 && (text[0] | 0x20) == 'c' && (text[6] | 0x20) == 't';
}

} // namespace

MailShape MailShape::of(QByteArrayView mail)
{
    MailShape shape;
    qsizetype at = 0;
    while (at < mail.size()) {
        const void *found = std::memchr(mail.data() + at, '\n', mail.size() - at);
        const qsizetype end = found ? static_cast<const char *>(found) - mail.data() : mail.size();
        shape.line(mail.sliced(at, end - at), at);
        at = end + 1;
    }
    return shape;
}

MailShape MailShape::of(QIODevice &mail)
{
    MailShape shape;
    std::array<char, longestLine> buffer = {};
    bool starts = true;
    qint64 at = 0;
    for (qint64 got = 0; (got = mail.readLine(buffer.data(), buffer.size())) > 0; at += got) {
        const bool ends = buffer[got - 1] == '\n';
        if (starts)
            shape.line(QByteArrayView(buffer.data(), ends ? got - 1 : got), at);
        starts = ends;
    }
    return shape;
}

void MailShape::line(QByteArrayView text, qint64 at)
{
    if (text.size() >= 2 && text[0] == '-' && text[1] == '-') {
        ++m_parts;
        m_header = true;
        m_holdsMessage = false;
        return;
    }
    if (!m_header)
        return;
    if (text.isEmpty() || text == QByteArrayView("\r")) {
        m_header = m_holdsMessage;
        m_holdsMessage = false;
        return;
    }
    field(text, at);
}

void MailShape::field(QByteArrayView text, qint64 at)
{
    ++m_fields;
    const bool content = mayBeContentField(text);
    if (content || text[0] == ' ' || text[0] == '\t') {
        const QByteArray lower = text.toByteArray().toLower();
        const bool message = lower.contains("message/") || lower.contains("/digest");
        m_holdsMessage = m_holdsMessage || message;
        m_levels += message || lower.contains("multipart/") ? 1 : 0;
    }
    const qsizetype colon = content ? text.indexOf(':') : -1;
    if (colon < 0)
        return;
    if (const char *meant = meantBy(text.first(colon)))
        m_misspelt.push_back({at, colon, meant});
}

Status MailShape::check() const
{
    if (m_fields > mostFields || m_parts > mostParts || m_levels > mostLevels) {
        return failure(Code::MailDamaged, {},
                       QStringLiteral("%1/%2/%3").arg(m_fields).arg(m_parts).arg(m_levels));
    }
    return {};
}

QByteArray MailShape::repaired(QByteArrayView mail) const
{
    QByteArray result;
    result.reserve(mail.size() + 4 * static_cast<qsizetype>(m_misspelt.size()));
    qsizetype done = 0;
    for (const Name &name : m_misspelt) {
        result.append(mail.sliced(done, name.at - done)).append(name.meant);
        done = name.at + name.length;
    }
    return result.append(mail.sliced(done));
}

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unpack/mailshape.h"

#include "core/unpack/content.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace tlsrpt
{
namespace
{
constexpr int mostFields = 50'000;
constexpr int mostParts = 20'000;
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

bool startsWithName(QByteArrayView text, QByteArrayView name)
{
    return text.size() > name.size()
        && qstrnicmp(text.data(), name.size(), name.data(), name.size()) == 0;
}

/// The fields of a mail's header that takeHeader() reads, besides those that begin with "Content".
bool isWanted(QByteArrayView text)
{
    switch (text[0] | 0x20) {
    case 'a': return startsWithName(text, "Authentication-Results:");
    case 'd': return startsWithName(text, "Date:");
    case 'f': return startsWithName(text, "From:");
    case 'm': return startsWithName(text, "MIME-Version:") || startsWithName(text, "Message-ID:");
    case 's': return startsWithName(text, "Subject:");
    case 't': return startsWithName(text, "TLS-Report-");
    }
    return false;
}

bool holds(QByteArrayView text, QByteArrayView word)
{
    for (qsizetype at = 0; at + word.size() <= text.size(); ++at) {
        if (qstrnicmp(text.data() + at, word.size(), word.data(), word.size()) == 0)
            return true;
    }
    return false;
}

bool isFolded(QByteArrayView text)
{
    return text[0] == ' ' || text[0] == '\t';
}

} // namespace

MailShape MailShape::of(QByteArrayView mail)
{
    MailShape shape;
    qsizetype at = 0;
    while (at < mail.size() && shape.isBearable()) {
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
    for (qint64 got = 1; got > 0 && shape.isBearable(); at += got) {
        got = mail.readLine(buffer.data(), buffer.size());
        if (got <= 0)
            break;
        const bool ends = buffer[got - 1] == '\n';
        if (starts)
            shape.line(QByteArrayView(buffer.data(), ends ? got - 1 : got), at);
        starts = ends;
    }
    return shape;
}

void MailShape::line(QByteArrayView text, qint64 at)
{
    if (m_begin < 0) {
        const qsizetype mark = at == 0 && text.startsWith("\xEF\xBB\xBF") ? 3 : 0;
        if (text.size() == mark || text.sliced(mark) == QByteArrayView("\r"))
            return;
        m_begin = at + mark;
        text = text.sliced(mark);
        at = m_begin;
    }
    if (m_bounded && text.size() >= 2 && text[0] == '-' && text[1] == '-') {
        ++m_parts;
        m_header = true;
        m_holdsMessage = m_digest;
        return;
    }
    if (!m_header)
        return;
    if (text.isEmpty() || text == QByteArrayView("\r")) {
        m_header = m_holdsMessage;
        m_holdsMessage = false;
        m_ownHeader = false;
        return;
    }
    fieldLine(text, at);
}

void MailShape::fieldLine(QByteArrayView text, qint64 at)
{
    ++m_fields;
    if (!isFolded(text)) {
        m_contentField = startsWithName(text, "Content");
        const bool verdict = (text[0] | 0x20) == 'a' && isWanted(text);
        const bool wanted = isWanted(text) && !(verdict && m_verdictSeen);
        m_droppedField = m_ownHeader && !m_contentField && !wanted && isHeaderLine(text);
        m_verdictSeen = m_verdictSeen || verdict;
        const qsizetype colon = m_contentField ? text.indexOf(':') : -1;
        if (const char *meant = colon < 0 ? nullptr : meantBy(text.first(colon))) {
            m_changes.push_back({at, colon, meant});
            m_misspelt = true;
        }
    }
    if (m_contentField)
        m_bounded = m_bounded || holds(text, "boundary");
    if (m_contentField && text.contains('/')) {
        m_holdsMessage = m_holdsMessage || holds(text, "message/");
        m_digest = m_digest || holds(text, "/digest"); // RFC 2046 §5.1.5
    }
    if (!m_droppedField)
        return;
    const qint64 length = text.size() + 1;
    if (!m_changes.empty() && !m_changes.back().instead
        && m_changes.back().at + m_changes.back().length == at)
        m_changes.back().length += length;
    else
        m_changes.push_back({at, length, nullptr});
}

bool MailShape::isBearable() const
{
    return m_fields <= mostFields && m_parts <= mostParts;
}

Status MailShape::check() const
{
    if (!isBearable())
        return failure(Code::MailDamaged, {}, QStringLiteral("%1/%2").arg(m_fields).arg(m_parts));
    return {};
}

QByteArray MailShape::rewritten(QByteArrayView mail) const
{
    QByteArray result;
    result.reserve(mail.size() + 4 * static_cast<qsizetype>(m_changes.size()));
    qint64 done = std::max<qint64>(m_begin, 0);
    for (const Change &change : m_changes) {
        result.append(mail.sliced(done, change.at - done));
        if (change.instead)
            result.append(change.instead);
        done = std::min<qint64>(change.at + change.length, mail.size());
    }
    return result.append(mail.sliced(done));
}

} // namespace tlsrpt

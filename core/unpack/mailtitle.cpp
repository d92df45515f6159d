// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unpack/mailtitle.h"

#include "core/unpack/mailheader.h"

namespace tlsrpt
{
namespace
{

/// A header that has not ended by then is none.
constexpr qsizetype longestHeader = 256LL * 1024;

bool startsWithName(QByteArrayView line, QByteArrayView lowerName)
{
    return line.size() > lowerName.size() && line[lowerName.size()] == ':'
        && qstrnicmp(line.data(), lowerName.size(), lowerName.data(), lowerName.size()) == 0;
}

/// The value of the topmost field of that name, folds and all (RFC 5322 §2.2.3).
QByteArray valueOf(QByteArrayView header, QByteArrayView lowerName)
{
    QByteArray value;
    bool inside = false;
    for (qsizetype at = 0; at < header.size();) {
        const qsizetype found = header.indexOf('\n', at);
        const qsizetype end = found < 0 ? header.size() : found;
        const QByteArrayView line = header.sliced(at, end - at);
        at = end + 1;
        if (line.trimmed().isEmpty()) // the header is over
            break;
        const bool folded = line.startsWith(' ') || line.startsWith('\t');
        if (inside && !folded)
            break;
        if (inside)
            value += line.toByteArray();
        if (!inside && startsWithName(line, lowerName)) {
            inside = true;
            value = line.sliced(lowerName.size() + 1).toByteArray();
        }
    }
    return value.trimmed();
}

} // namespace

QString mailTitle(QByteArrayView mail)
{
    const QByteArrayView head = mail.first(std::min(mail.size(), longestHeader));
    MailHeader header;
    header.subject = valueOf(head, "subject");
    if (header.subject.isEmpty())
        header.messageId = valueOf(head, "message-id");
    return header.title();
}

} // namespace tlsrpt

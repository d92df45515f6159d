// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unpack/content.h"

#include "core/base/filename.h"
#include "core/unpack/document.h"

#include <QList>

#include <algorithm>
#include <array>

namespace tlsrpt
{
namespace
{

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/// The first significant characters in ASCII, whatever the encoding (UTF-8, UTF-16).
QByteArray firstCharacters(QByteArrayView head, qsizetype wanted)
{
    QByteArray text;
    text.reserve(wanted);
    qsizetype at = 0;
    if (head.startsWith("\xEF\xBB\xBF"))
        at = 3;
    else if (head.startsWith("\xFF\xFE") || head.startsWith("\xFE\xFF"))
        at = 2;
    // NUL is half of an ASCII character in UTF-16; in UTF-8 it occurs in no text.
    const bool wide = at == 2 || (head.size() > 1 && (head[0] == '\0') != (head[1] == '\0'));
    for (; at < head.size() && text.size() < wanted; ++at) {
        if (!isBlank(head[at]) && !(wide && head[at] == '\0'))
            text.append(head[at]);
    }
    return text;
}

/// An object, or an array of objects. A bracket alone is no sign: "[External] Be careful".
bool startsAsJson(QByteArrayView head)
{
    const QByteArray text = firstCharacters(head, 3);
    if (text.startsWith('['))
        return text.startsWith("[{\"") || text.startsWith("[{}") || text == "[{";
    return text.startsWith("{\"") || text.startsWith("{}") || text == "{";
}

QByteArrayView lineAt(QByteArrayView text, qsizetype from)
{
    const qsizetype end = text.indexOf('\n', from);
    return text.sliced(from, (end < 0 ? text.size() : end) - from);
}

bool isMailHeader(QByteArrayView name)
{
    static constexpr std::array<const char *, 30> names = {
        "from", "to", "cc", "subject", "date", "received", "return-path", "message-id",
        "mime-version", "content-type", "contenttype", "content-transfer-encoding",
        "content-disposition", "delivered-to", "reply-to", "sender", "authentication-results",
        "dkim-signature", "received-spf", "tls-report-domain", "tls-report-submitter",
        "x-received", "x-original-to", "envelope-to", "errors-to", "list-id", "in-reply-to",
        "references", "resent-from", "user-agent"};
    static constexpr std::array<const char *, 6> starts = {
        "arc-", "x-ms-", "x-google-", "x-gm-", "x-mailer", "authentication-results-"};
    const QByteArray lower = name.toByteArray().toLower();
    return std::any_of(names.begin(), names.end(), [&](auto known) { return lower == known; })
        || std::any_of(starts.begin(), starts.end(),
                       [&](auto start) { return lower.startsWith(start); });
}

/// A block of header lines with at least two that only mails have.
bool startsAsMail(QByteArrayView head)
{
    qsizetype at = head.startsWith("\xEF\xBB\xBF") ? 3 : 0;
    while (at < head.size() && (head[at] == '\r' || head[at] == '\n'))
        ++at;
    int known = 0;
    bool folds = false;
    while (at < head.size() && known < 2) {
        const QByteArrayView line = lineAt(head, at);
        at += line.size() + 1;
        if (folds && (line.startsWith(' ') || line.startsWith('\t')))
            continue;
        if (!isHeaderLine(line))
            return false;
        folds = true;
        known += isMailHeader(line.first(line.indexOf(':')).trimmed()) ? 1 : 0;
    }
    return known >= 2;
}

bool startsAsMbox(QByteArrayView head)
{
    if (!head.startsWith("From "))
        return false;
    const QByteArrayView line = lineAt(head, 0);
    if (isPostmark(line))
        return true;
    return line.size() + 1 < head.size() && isHeaderLine(lineAt(head, line.size() + 1));
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

} // namespace

bool isHeaderLine(QByteArrayView line)
{
    qsizetype at = 0;
    while (at < line.size() && line[at] > ' ' && line[at] < 127 && line[at] != ':')
        ++at;
    if (at == 0)
        return false;
    while (at < line.size() && (line[at] == ' ' || line[at] == '\t')) // obsolete, RFC 5322 §4.5
        ++at;
    return at < line.size() && line[at] == ':';
}

bool isPostmark(QByteArrayView line)
{
    static constexpr std::array<const char *, 7> weekdays = {"Mon ", "Tue ", "Wed ", "Thu ",
                                                             "Fri ", "Sat ", "Sun "};
    // "From sender Mon Jan  1 00:00:00 2024": a weekday, and a time behind it.
    for (qsizetype at = line.indexOf(' ', 5); at >= 0 && at < line.size();
         at = line.indexOf(' ', at + 1)) {
        const QByteArrayView rest = line.sliced(at + 1);
        if (!std::any_of(weekdays.begin(), weekdays.end(),
                         [&](auto day) { return rest.startsWith(day); }))
            continue;
        for (qsizetype colon = rest.indexOf(':'); colon > 0; colon = rest.indexOf(':', colon + 1)) {
            if (isDigit(rest[colon - 1]) && colon + 1 < rest.size() && isDigit(rest[colon + 1]))
                return true;
        }
    }
    return false;
}

Content contentOf(QByteArrayView head)
{
    if (head.startsWith("\x1f\x8b"))
        return Content::Gzip;
    if (head.startsWith("PK\x03\x04") || head.startsWith("PK\x05\x06")
        || head.startsWith("PK\x07\x08"))
        return Content::Zip;
    if (startsAsJson(head))
        return Content::Json;
    if (startsAsMbox(head))
        return Content::Mbox;
    if (startsAsMail(head))
        return Content::Mail;
    if (head.startsWith(QByteArrayView("\x00\x05\x16\x07", 4)))
        return Content::Foreign;
    return firstCharacters(head, 1).isEmpty() ? Content::Empty : Content::Unknown;
}

bool mentionsReport(QByteArrayView head)
{
    const QByteArray text = firstCharacters(head, head.size());
    return text.contains("\"policies\"") || text.contains("\"date-range\"")
        || text.contains("\"organization-name\"") || text.contains("\"report-id\"");
}

bool nameClaimsReport(QStringView name)
{
    const QStringView bare = name.trimmed();
    return bare.endsWith(u".json", Qt::CaseInsensitive)
        || bare.endsWith(u".json.gz", Qt::CaseInsensitive);
}

bool typeClaimsReport(QByteArrayView mediaType)
{
    const QByteArray lower = mediaType.toByteArray().toLower();
    return lower == "application/tlsrpt" || lower.startsWith("application/tlsrpt+");
}

QString cleanName(QString name, qsizetype longest)
{
    const auto isPlain = [](QChar c) { return c >= u' ' && c <= u'~'; };
    if (name.size() <= longest && std::all_of(name.cbegin(), name.cend(), isPlain)) // nearly always
        return name;
    name.removeIf(isInvisible);
    if (name.size() > longest) {
        name.truncate(name[longest - 2].isHighSurrogate() ? longest - 2 : longest - 1);
        name += u'…';
    }
    return name;
}

void takeFileName(DocumentHints &hints, const QString &path)
{
    const qsizetype slash = std::max(path.lastIndexOf(u'/'), path.lastIndexOf(u'\\'));
    hints.fileName = cleanName(path.sliced(slash + 1));
    QStringView bare = hints.fileName;
    for (const auto suffix : {QStringView(u".gz"), QStringView(u".json")}) {
        if (bare.endsWith(suffix, Qt::CaseInsensitive))
            bare.chop(suffix.size());
    }
    const auto parts = bare.split(u'!');
    if (parts.size() < 4 || parts.size() > 5 || parts[0].isEmpty() || parts[1].isEmpty())
        return;
    const auto isSecond = [](QStringView text) {
        bool number = false;
        return text.toLongLong(&number) > 0 && number;
    };
    if (!isSecond(parts[2]) || !isSecond(parts[3]))
        return;
    if (hints.submitter.isEmpty())
        hints.submitter = parts[0].toString().toLower();
    if (hints.reportDomain.isEmpty())
        hints.reportDomain = parts[1].toString().toLower();
}

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unpack/mailheader.h"

#include "core/unpack/content.h"
#include "core/unpack/document.h"
#include "core/unpack/mailparser.h"

#include <algorithm>

namespace tlsrpt
{
namespace
{

/// A host name out of a header: one word, lower case.
QString hostIn(const QByteArray &value)
{
    const QByteArray words = value.simplified();
    const qsizetype blank = words.indexOf(' ');
    return cleanName(QString::fromUtf8(words.first(blank < 0 ? words.size() : blank)).toLower());
}

QString mailboxIn(const QByteArray &value)
{
    const GPtr<InternetAddressList> list(
        value.isEmpty() ? nullptr : internet_address_list_parse(nullptr, value.constData()));
    const int count = list ? internet_address_list_length(list.get()) : 0;
    for (int i = 0; i < count; ++i) {
        InternetAddress *address = internet_address_list_get_address(list.get(), i);
        if (INTERNET_ADDRESS_IS_MAILBOX(address)) {
            const char *text = internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(address));
            return cleanName(QString::fromUtf8(text).trimmed());
        }
    }
    return {};
}

qint64 secondsIn(const QByteArray &value)
{
    GDateTime *date = value.isEmpty() ? nullptr : g_mime_utils_header_decode_date(value.constData());
    if (!date)
        return 0;
    const qint64 seconds = g_date_time_to_unix(date);
    g_date_time_unref(date);
    return std::max<qint64>(0, seconds);
}

/// The value with its comments (RFC 5322 §3.2.2) and blanks left out, in lower case.
QByteArray condensed(const QByteArray &value)
{
    QByteArray text(value.size(), Qt::Uninitialized);
    char *end = text.data();
    int depth = 0;
    for (const char c : value) {
        depth += c == '(' ? 1 : 0;
        if (depth == 0 && c != ' ' && c != '\t' && c != '\r' && c != '\n')
            *end++ = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
        depth -= c == ')' && depth > 0 ? 1 : 0;
    }
    text.truncate(end - text.constData());
    return text;
}

} // namespace

QString dkimVerdict(const QByteArray &value)
{
    const QByteArray text = condensed(value);
    bool failed = false;
    for (qsizetype at = text.indexOf("dkim="); at >= 0; at = text.indexOf("dkim=", at + 5)) {
        if (at > 0 && text[at - 1] != ';')
            continue;
        const QByteArrayView verdict = QByteArrayView(text).sliced(at + 5);
        // Of several signatures one good one is enough.
        if (verdict.startsWith("pass"))
            return QStringLiteral("pass");
        failed = failed || verdict.startsWith("fail");
    }
    return failed ? QStringLiteral("fail") : QString();
}

bool MailHeader::isReport() const
{
    return !reportDomain.isEmpty() || reportType.compare("tlsrpt", Qt::CaseInsensitive) == 0;
}

QString MailHeader::title() const
{
    char *text = g_mime_utils_header_decode_text(nullptr, subject.constData());
    const QString decoded = cleanName(QString::fromUtf8(text).simplified());
    g_free(text);
    return decoded.isEmpty() ? cleanName(QString::fromUtf8(messageId).simplified()) : decoded;
}

void MailHeader::tell(DocumentHints &hints) const
{
    hints.reportDomain = hostIn(reportDomain);
    hints.submitter = hostIn(reportSubmitter);
    hints.from = mailboxIn(from);
    // The topmost is the one the user's own server put there (RFC 8601 §5).
    hints.signature = dkimVerdict(authenticationResults);
    hints.mailDate = secondsIn(date);
}

} // namespace tlsrpt

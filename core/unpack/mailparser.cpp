// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unpack/mailparser.h"

#include "core/unpack/document.h"
#include "core/unpack/mailshape.h"


#include <mutex>
#include <unistd.h>

namespace tlsrpt
{
namespace
{

void startGMime()
{
    static std::once_flag once;
    std::call_once(once, [] { g_mime_init(); });
}

const char *rawHeader(GMimeMessage *message, const char *name)
{
    GMimeHeaderList *list = g_mime_object_get_header_list(GMIME_OBJECT(message));
    GMimeHeader *header = list ? g_mime_header_list_get_header(list, name) : nullptr;
    return header ? g_mime_header_get_raw_value(header) : nullptr;
}

/// A host name out of a header: one word, lower case.
QString hostIn(const char *value)
{
    return cleanName(QString::fromUtf8(value).simplified().section(u' ', 0, 0).toLower());
}

QString senderOf(GMimeMessage *message)
{
    InternetAddressList *list = g_mime_message_get_from(message);
    const int count = list ? internet_address_list_length(list) : 0;
    for (int i = 0; i < count; ++i) {
        InternetAddress *address = internet_address_list_get_address(list, i);
        if (INTERNET_ADDRESS_IS_MAILBOX(address)) {
            const char *text = internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(address));
            return cleanName(QString::fromUtf8(text).trimmed());
        }
    }
    return {};
}

/// The value with its comments (RFC 5322 §3.2.2) and blanks left out, in lower case.
QByteArray condensed(const char *value)
{
    QByteArray text;
    text.reserve(static_cast<qsizetype>(qstrlen(value)));
    int depth = 0;
    for (const char *c = value; c && *c; ++c) {
        depth += *c == '(' ? 1 : 0;
        if (depth == 0 && *c != ' ' && *c != '\t' && *c != '\r' && *c != '\n')
            text.append(*c >= 'A' && *c <= 'Z' ? static_cast<char>(*c + ('a' - 'A')) : *c);
        depth -= *c == ')' && depth > 0 ? 1 : 0;
    }
    return text;
}

} // namespace

QString dkimVerdict(const char *value)
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

QString titleOf(GMimeMessage *message)
{
    const QString subject = QString::fromUtf8(g_mime_message_get_subject(message)).simplified();
    return cleanName(subject.isEmpty() ? QString::fromUtf8(g_mime_message_get_message_id(message))
                                       : subject);
}

bool takeHeader(GMimeMessage *message, DocumentHints &hints)
{
    const char *domain = rawHeader(message, "TLS-Report-Domain");
    GMimeObject *body = g_mime_message_get_mime_part(message);
    const char *reportType
        = body ? g_mime_object_get_content_type_parameter(body, "report-type") : nullptr;
    const bool isReport = domain || (reportType && qstricmp(reportType, "tlsrpt") == 0);
    hints.reportDomain = domain ? hostIn(domain) : QString();
    const char *submitter = rawHeader(message, "TLS-Report-Submitter");
    hints.submitter = submitter ? hostIn(submitter) : QString();
    hints.from = senderOf(message);
    // The topmost is the one the user's own server put there (RFC 8601 §5).
    hints.signature = dkimVerdict(rawHeader(message, "Authentication-Results"));
    GDateTime *date = g_mime_message_get_date(message);
    hints.mailDate = date ? std::max<qint64>(0, g_date_time_to_unix(date)) : 0;
    return isReport;
}

MailParser::MailParser()
{
    startGMime();
    m_parser.reset(g_mime_parser_new());
    g_mime_parser_set_format(m_parser.get(), GMIME_FORMAT_MESSAGE);
    g_mime_parser_set_persist_stream(m_parser.get(), TRUE);
}

Result<std::unique_ptr<Mail>> MailParser::parse(const Blob &blob, qint64 mostRepaired)
{
    auto mail = std::make_unique<Mail>();
    mail->m_blob = blob;
    Blob &own = mail->m_blob;
    if (own.file && !own.file->seek(0))
        return failure(Code::FileUnreadable, {}, own.file->errorString());
    const MailShape shape = own.file ? MailShape::of(*own.file) : MailShape::of(own.bytes);
    if (const Status fit = shape.check(); !fit)
        return tl::unexpected<Error>(fit.error());
    if (own.file && shape.isMisspelt() && own.size <= mostRepaired) {
        Result<QByteArray> bytes = own.all(mostRepaired);
        if (!bytes)
            return tl::unexpected<Error>(bytes.error());
        own.bytes = std::move(*bytes);
        own.file.reset();
    }
    if (!own.file)
        own.bytes = shape.rewritten(own.bytes);
    if (own.file) {
        mail->m_stream.reset(
            g_mime_stream_fs_new_with_bounds(dup(own.file->handle()), shape.begin(), -1));
    } else {
        // Only read from; GMime's type has no const.
        mail->m_view.data = reinterpret_cast<guint8 *>(const_cast<char *>(own.bytes.constData()));
        mail->m_view.len = static_cast<guint>(own.bytes.size());
        mail->m_stream.reset(g_mime_stream_mem_new_with_byte_array(&mail->m_view));
        g_mime_stream_mem_set_owner(GMIME_STREAM_MEM(mail->m_stream.get()), FALSE);
    }
    g_mime_parser_init_with_stream(m_parser.get(), mail->m_stream.get());
    mail->m_message.reset(g_mime_parser_construct_message(m_parser.get(), nullptr));
    if (!mail->m_message)
        return failure(Code::MailDamaged);
    return mail;
}

} // namespace tlsrpt

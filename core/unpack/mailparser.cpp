// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unpack/mailparser.h"

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

QByteArray rawHeader(GMimeMessage *message, const char *name)
{
    GMimeHeaderList *list = g_mime_object_get_header_list(GMIME_OBJECT(message));
    GMimeHeader *header = list ? g_mime_header_list_get_header(list, name) : nullptr;
    return header ? QByteArray(g_mime_header_get_raw_value(header)) : QByteArray();
}

} // namespace

MailHeader headerOf(GMimeMessage *message)
{
    MailHeader header;
    header.from = rawHeader(message, "From");
    header.date = rawHeader(message, "Date");
    header.subject = rawHeader(message, "Subject");
    header.messageId = rawHeader(message, "Message-ID");
    header.authenticationResults = rawHeader(message, "Authentication-Results");
    header.reportDomain = rawHeader(message, "TLS-Report-Domain");
    header.reportSubmitter = rawHeader(message, "TLS-Report-Submitter");
    if (GMimeObject *body = g_mime_message_get_mime_part(message))
        header.reportType = g_mime_object_get_content_type_parameter(body, "report-type");
    return header;
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

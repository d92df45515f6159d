// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unpack/mailparser.h"
#include "core/unpack/session.h"

#include <vector>

namespace tlsrpt
{
namespace
{
constexpr qint64 pieceBytes = 64 * 1024;

/// The bytes of a part, its transfer encoding undone, in pieces.
class PartDecoder
{
public:
    explicit PartDecoder(GMimePart *part)
    {
        GMimeDataWrapper *content = g_mime_part_get_content(part);
        m_stream = content ? g_mime_data_wrapper_get_stream(content) : nullptr;
        if (m_stream)
            g_mime_stream_reset(m_stream);
        const GMimeContentEncoding encoding = content ? g_mime_data_wrapper_get_encoding(content)
                                                      : GMIME_CONTENT_ENCODING_DEFAULT;
        m_encoded = encoding == GMIME_CONTENT_ENCODING_BASE64
            || encoding == GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE
            || encoding == GMIME_CONTENT_ENCODING_UUENCODE;
        g_mime_encoding_init_decode(&m_state, encoding);
    }

    /// The next piece, empty at the end; nothing when reading failed.
    std::optional<QByteArrayView> next()
    {
        if (m_stream && m_in.empty()) {
            const gint64 length = g_mime_stream_length(m_stream);
            m_in.resize(length > 0 ? std::min<qint64>(length, pieceBytes) : pieceBytes);
        }
        std::size_t size = 0;
        while (m_stream && !m_flushed && size == 0) { // a piece of nothing but line ends is no end
            // At the end of its bounds a stream answers -1 as it does on an error.
            const ssize_t got = g_mime_stream_eos(m_stream)
                ? 0
                : g_mime_stream_read(m_stream, m_in.data(), m_in.size());
            if (got < 0)
                return std::nullopt;
            m_flushed = got == 0;
            if (!m_encoded)
                return QByteArrayView(m_in.data(), got);
            m_out.resize(g_mime_encoding_outlen(&m_state, got) + 64);
            size = m_flushed ? g_mime_encoding_flush(&m_state, m_in.data(), 0, m_out.data())
                             : g_mime_encoding_step(&m_state, m_in.data(), got, m_out.data());
        }
        return QByteArrayView(m_out.data(), size);
    }

private:
    GMimeStream *m_stream = nullptr;
    GMimeEncoding m_state = {};
    bool m_encoded = false;
    bool m_flushed = false;
    std::vector<char> m_in;
    std::vector<char> m_out;
};

class MailReader
{
public:
    explicit MailReader(Session &session) : m_session(session) {}

    /// One message and what it holds. `item` is where it was found.
    void message(GMimeMessage *message, const Item &item)
    {
        Item context = item;
        const bool isReport = takeHeader(message, context.hints);
        context.expected = item.expected || isReport;
        const qint64 before = m_session.results();
        m_session.enterMail();
        if (GMimeObject *body = g_mime_message_get_mime_part(message))
            object(body, context, true);
        m_session.leaveMail();
        if (!m_session.goOn() || m_session.results() != before)
            return;
        if (isReport || item.hints.claimsReport)
            m_session.reject(Code::MailDamaged, item.source, titleOf(message));
        else
            m_session.ignore(item.source, titleOf(message));
    }

private:
    void object(GMimeObject *object, const Item &context, bool whole)
    {
        if (!m_session.goOn())
            return;
        if (GMIME_IS_MULTIPART(object)) {
            GMimeMultipart *parts = GMIME_MULTIPART(object);
            const int count = g_mime_multipart_get_count(parts);
            for (int i = 0; i < count; ++i)
                this->object(g_mime_multipart_get_part(parts, i), context, false);
        } else if (GMIME_IS_MESSAGE_PART(object)) {
            if (GMimeMessage *inner = g_mime_message_part_get_message(GMIME_MESSAGE_PART(object)))
                forwarded(inner, object, context);
        } else if (GMIME_IS_PART(object)) {
            part(GMIME_PART(object), context, whole);
        }
    }

    void forwarded(GMimeMessage *inner, GMimeObject *holder, const Item &context)
    {
        Item item = named(context, holder, nameOf(holder), false);
        if (item.depth >= m_session.limits().nesting) {
            m_session.reject(Code::NestedTooDeep, item.source,
                             QString::number(m_session.limits().nesting));
            return;
        }
        item.expected = false; // it speaks for itself
        message(inner, item);
    }

    void part(GMimePart *part, const Item &context, bool whole)
    {
        GMimeObject *object = GMIME_OBJECT(part);
        GMimeContentType *type = g_mime_object_get_content_type(object);
        // The header of a mail that bounced says what that mail was, and is none itself.
        if (type && g_mime_content_type_is_type(type, "text", "rfc822-headers"))
            return;
        Item item = named(context, object, nameOf(object), whole);
        item.bodyText = type
            && (g_mime_content_type_is_type(type, "text", "plain")
                || g_mime_content_type_is_type(type, "text", "html"));
        Result<Blob> blob = unpack(part, item.hints.claimsReport);
        if (!blob) {
            m_session.reject(blob.error(), item.source);
            return;
        }
        if (!m_session.goOn())
            return;
        item.blob = std::move(*blob);
        m_session.open(std::move(item));
    }

    static QString nameOf(GMimeObject *object)
    {
        const char *name = g_mime_object_get_content_disposition_parameter(object, "filename");
        if (!name)
            name = g_mime_object_get_content_type_parameter(object, "name");
        return cleanName(QString::fromUtf8(name).trimmed());
    }

    static Item named(const Item &context, GMimeObject *object, const QString &name, bool whole)
    {
        Item item;
        item.hints = context.hints;
        item.expected = context.expected;
        item.depth = context.depth + 1;
        GMimeContentType *type = g_mime_object_get_content_type(object);
        const QByteArray media = type ? QByteArray(g_mime_content_type_get_media_type(type)) + '/'
                + g_mime_content_type_get_media_subtype(type)
                                      : QByteArray();
        takeFileName(item.hints, name);
        item.hints.claimsReport = nameClaimsReport(name) || typeClaimsReport(media);
        item.source = context.source;
        if (!name.isEmpty())
            item.source += sourceSeparator + name;
        else if (!whole)
            item.source += sourceSeparator + cleanName(QString::fromUtf8(media));
        return item;
    }

    Result<Blob> unpack(GMimePart *part, bool claimed)
    {
        PartDecoder decoder(part);
        Collector collector(m_session.limits(), claimed);
        Collector::Wish wish = Collector::Wish::More;
        qint64 sinceCheck = 0;
        while (wish == Collector::Wish::More) {
            const std::optional<QByteArrayView> piece = decoder.next();
            if (!piece)
                return failure(Code::FileUnreadable);
            if (piece->isEmpty())
                break;
            wish = collector.add(piece->data(), piece->size());
            sinceCheck += piece->size();
            if (sinceCheck >= memoryBytes) {
                sinceCheck = 0;
                if (!m_session.goOn())
                    break;
            }
        }
        if (wish == Collector::Wish::Failed)
            return tl::unexpected<Error>(collector.error());
        return collector.finish();
    }

    Session &m_session;
};

} // namespace

void readMail(Session &session, const Item &item)
{
    const Result<std::unique_ptr<Mail>> mail
        = session.bench().mailParser->parse(item.blob, session.limits().documentBytes);
    if (mail)
        MailReader(session).message((*mail)->message(), item);
    else
        session.reject(mail.error(), item.source);
}

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unpack/mailparser.h"
#include "core/unpack/plainmail.h"
#include "core/unpack/session.h"

#include <vector>

namespace tlsrpt
{
namespace
{
constexpr qint64 pieceBytes = 64LL * 1024;

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

/// The same for a part that lies whole in memory.
QByteArray decoded(const PlainMail::Part &part)
{
    if (part.encoding == PlainMail::Encoding::None)
        return part.body.toByteArray();
    GMimeEncoding state = {};
    g_mime_encoding_init_decode(&state, part.encoding == PlainMail::Encoding::Base64
                                            ? GMIME_CONTENT_ENCODING_BASE64
                                            : GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
    const auto size = static_cast<std::size_t>(part.body.size());
    QByteArray out(static_cast<qsizetype>(g_mime_encoding_outlen(&state, size)) + 64,
                   Qt::Uninitialized);
    std::size_t length = g_mime_encoding_step(&state, part.body.data(), size, out.data());
    length += g_mime_encoding_flush(&state, part.body.data(), 0, out.data() + length);
    out.truncate(static_cast<qsizetype>(length));
    return out;
}

class MailReader
{
public:
    explicit MailReader(Session &session) : m_session(session) {}

    void plain(const PlainMail &mail, const Item &item)
    {
        message(mail.header, item, [&](const Item &context) {
            for (const PlainMail::Part &part : mail.parts) {
                if (m_session.goOn())
                    plainPart(part, context, !mail.multipart);
            }
        });
    }

    void parsed(GMimeMessage *mail, const Item &item)
    {
        message(headerOf(mail), item, [&](const Item &context) {
            if (GMimeObject *body = g_mime_message_get_mime_part(mail))
                object(body, context, true);
        });
    }

private:
    /// One message and, through `readBody`, what it holds. `item` is where it was found.
    template<typename ReadBody>
    void message(const MailHeader &header, const Item &item, ReadBody readBody)
    {
        Item context = item;
        header.tell(context.hints);
        context.expected = item.expected || header.isReport();
        const qint64 before = m_session.results();
        m_session.enterMail();
        readBody(context);
        m_session.leaveMail();
        if (!m_session.goOn() || m_session.results() != before)
            return;
        if (header.isReport() || item.hints.claimsReport)
            m_session.reject(Code::MailDamaged, item.source, header.title());
        else
            m_session.ignore(item.source, header.title());
    }

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
            parsedPart(GMIME_PART(object), context, whole);
        }
    }

    void forwarded(GMimeMessage *inner, GMimeObject *holder, const Item &context)
    {
        Item item = named(context, typeOf(holder), nameOf(holder), false);
        if (item.depth >= m_session.limits().nesting) {
            m_session.reject(Code::NestedTooDeep, item.source,
                             QString::number(m_session.limits().nesting));
            return;
        }
        item.expected = false; // it speaks for itself
        parsed(inner, item);
    }

    void parsedPart(GMimePart *part, const Item &context, bool whole)
    {
        const QByteArray type = typeOf(GMIME_OBJECT(part));
        if (isQuotedHeader(type))
            return;
        Item item = named(context, type, nameOf(GMIME_OBJECT(part)), whole);
        PartDecoder decoder(part);
        open(std::move(item), [&] { return decoder.next(); });
    }

    void plainPart(const PlainMail::Part &part, const Item &context, bool whole)
    {
        if (isQuotedHeader(part.type))
            return;
        Item item = named(context, part.type, cleanName(QString::fromLatin1(part.name).trimmed()), whole);
        const QByteArray bytes = decoded(part);
        QByteArrayView rest = bytes;
        open(std::move(item), [&]() -> std::optional<QByteArrayView> {
            return std::exchange(rest, QByteArrayView());
        });
    }

    /// The header of a mail that bounced says what that mail was, and is none itself.
    static bool isQuotedHeader(const QByteArray &type) { return type == "text/rfc822-headers"; }

    static QByteArray typeOf(GMimeObject *object)
    {
        GMimeContentType *type = g_mime_object_get_content_type(object);
        return (QByteArray(g_mime_content_type_get_media_type(type)) + '/'
                + g_mime_content_type_get_media_subtype(type)).toLower();
    }

    static QString nameOf(GMimeObject *object)
    {
        const char *name = g_mime_object_get_content_disposition_parameter(object, "filename");
        if (!name)
            name = g_mime_object_get_content_type_parameter(object, "name");
        return cleanName(QString::fromUtf8(name).trimmed());
    }

    static Item named(const Item &context, const QByteArray &type, const QString &name, bool whole)
    {
        Item item;
        item.hints = context.hints;
        item.expected = context.expected;
        item.depth = context.depth + 1;
        item.bodyText = type == "text/plain" || type == "text/html";
        takeFileName(item.hints, name);
        item.hints.claimsReport = nameClaimsReport(name) || typeClaimsReport(type);
        item.source = context.source;
        if (!name.isEmpty())
            item.source += sourceSeparator + name;
        else if (!whole)
            item.source += sourceSeparator + cleanName(QString::fromUtf8(type));
        return item;
    }

    template<typename Next>
    void open(Item item, Next next)
    {
        Result<Blob> blob = collect(item.hints.claimsReport, next);
        if (!blob) {
            m_session.reject(blob.error(), item.source);
        } else if (m_session.goOn()) {
            item.blob = std::move(*blob);
            m_session.open(std::move(item));
        }
    }

    template<typename Next>
    Result<Blob> collect(bool claimed, Next next)
    {
        Collector collector(m_session.limits(), claimed);
        Collector::Wish wish = Collector::Wish::More;
        qint64 sinceCheck = 0;
        bool wanted = true;
        while (wanted && wish == Collector::Wish::More) {
            const std::optional<QByteArrayView> piece = next();
            if (!piece)
                return failure(Code::FileUnreadable);
            if (piece->isEmpty())
                break;
            wish = collector.add(piece->data(), piece->size());
            sinceCheck += piece->size();
            if (sinceCheck >= memoryBytes) {
                sinceCheck = 0;
                wanted = m_session.goOn();
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
    if (!item.blob.file) {
        if (const std::optional<PlainMail> mail = PlainMail::of(item.blob.bytes)) {
            MailReader(session).plain(*mail, item);
            return;
        }
    }
    const Result<std::unique_ptr<Mail>> mail
        = session.bench().mailParser->parse(item.blob, session.limits().documentBytes);
    if (mail)
        MailReader(session).parsed((*mail)->message(), item);
    else
        session.reject(mail.error(), item.source);
}

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/unpack/plainmail.h"

#include <array>

namespace tlsrpt
{
namespace
{
constexpr std::size_t mostParts = 50;
constexpr int mostFields = 300;
constexpr qsizetype longestBoundary = 70; ///< RFC 2046 §5.1.1; a search for one of 300 kB takes half a minute

struct Field {
    QByteArrayView name;
    QByteArrayView value; ///< with its folds, without the last line end
};

bool is(QByteArrayView text, QByteArrayView lower)
{
    return text.size() == lower.size()
        && qstrnicmp(text.data(), text.size(), lower.data(), lower.size()) == 0;
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

bool isToken(char c)
{
    return c > ' ' && c < 127 && !std::strchr("()<>@,;:\\\"[]?=*'%", c);
}

/// Takes fields off a text one by one; a header is over at the blank line.
class FieldReader
{
public:
    explicit FieldReader(QByteArrayView text) : m_text(text) {}

    /// False at the end of the header and on a line that belongs in none: see isDone().
    bool next(Field &field)
    {
        const QByteArrayView first = takeLine();
        if (first.isEmpty() || first == QByteArrayView("\r")) {
            m_done = m_ended;
            return false;
        }
        qsizetype colon = 0;
        while (colon < first.size() && first[colon] > ' ' && first[colon] < 127 && first[colon] != ':')
            ++colon;
        if (colon == 0 || colon == first.size() || first[colon] != ':' || ++m_count > mostFields)
            return false;
        const qsizetype begin = first.data() - m_text.data();
        while (m_at < m_text.size() && (m_text[m_at] == ' ' || m_text[m_at] == '\t'))
            takeLine();
        field.name = first.first(colon);
        field.value = m_text.sliced(begin + colon + 1, m_at - begin - colon - 1).trimmed();
        return true;
    }
    bool isDone() const { return m_done; }
    int count() const { return m_count; }
    QByteArrayView rest() const { return m_text.sliced(m_at); }

private:
    QByteArrayView takeLine()
    {
        const qsizetype found = m_text.indexOf('\n', m_at);
        m_ended = found >= 0;
        const qsizetype end = m_ended ? found : m_text.size();
        const QByteArrayView line = m_text.sliced(m_at, end - m_at);
        m_at = m_ended ? end + 1 : end;
        return line;
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
    int m_count = 0;
    bool m_ended = false;
    bool m_done = false;
};

/// "value; name=text; name="text"" (RFC 2045 §5.1) as long as there is nothing more to it.
class Parameters
{
public:
    bool read(QByteArrayView text)
    {
        qsizetype at = skip(text, 0);
        const qsizetype begin = at;
        while (at < text.size() && (isToken(text[at]) || text[at] == '/'))
            ++at;
        value = text.sliced(begin, at - begin).toByteArray().toLower();
        for (at = skip(text, at); at < text.size(); at = skip(text, at)) {
            if (text[at] != ';')
                return false;
            at = skip(text, at + 1);
            if (at < text.size() && !one(text, at))
                return false;
        }
        return !value.isEmpty();
    }
    QByteArray named(QByteArrayView name) const
    {
        for (const auto &[key, text] : m_list) {
            if (is(key, name))
                return text.toByteArray();
        }
        return {};
    }

    QByteArray value;

private:
    static qsizetype skip(QByteArrayView text, qsizetype at)
    {
        while (at < text.size() && isBlank(text[at]))
            ++at;
        return at;
    }
    bool one(QByteArrayView text, qsizetype &at)
    {
        const qsizetype begin = at;
        while (at < text.size() && isToken(text[at]))
            ++at;
        const QByteArrayView key = text.sliced(begin, at - begin);
        if (key.isEmpty() || at == text.size() || text[at] != '=')
            return false;
        ++at;
        const bool quoted = at < text.size() && text[at] == '"';
        at += quoted ? 1 : 0;
        const qsizetype from = at;
        while (at < text.size() && (quoted ? isQuotable(text, at) : isToken(text[at])))
            ++at;
        const QByteArrayView content = text.sliced(from, at - from);
        if (quoted ? (at == text.size() || text[at++] != '"') : content.isEmpty())
            return false;
        m_list.push_back({key, content});
        return true;
    }
    /// No escapes, folds, foreign characters or encoded words (RFC 2047).
    static bool isQuotable(QByteArrayView text, qsizetype at)
    {
        const char c = text[at];
        return c >= ' ' && c < 127 && c != '"' && c != '\\'
            && !(c == '=' && at + 1 < text.size() && text[at + 1] == '?');
    }

    std::vector<std::pair<QByteArrayView, QByteArrayView>> m_list;
};

/// The Content-… fields of one header.
struct Description {
    Parameters type;
    Parameters disposition;
    PlainMail::Encoding encoding = PlainMail::Encoding::None;
    bool hasType = false;
    bool hasEncoding = false;
    bool hasDisposition = false;

    /// False when it is not plain: misspelt, told twice, or of a kind of its own.
    bool take(const Field &field)
    {
        if (is(field.name, "content-type"))
            return !std::exchange(hasType, true) && type.read(field.value);
        if (is(field.name, "content-disposition"))
            return !std::exchange(hasDisposition, true) && disposition.read(field.value);
        if (is(field.name, "content-transfer-encoding"))
            return !std::exchange(hasEncoding, true) && takeEncoding(field.value);
        static constexpr std::array<const char *, 6> harmless
            = {"content-id", "content-language", "content-description", "content-length",
               "content-md5", "content-class"};
        for (const char *name : harmless) {
            if (is(field.name, name))
                return true;
        }
        return false;
    }
    bool takeEncoding(QByteArrayView value)
    {
        encoding = PlainMail::Encoding::None;
        if (is(value, "base64"))
            encoding = PlainMail::Encoding::Base64;
        else if (is(value, "quoted-printable"))
            encoding = PlainMail::Encoding::QuotedPrintable;
        else
            return is(value, "7bit") || is(value, "8bit") || is(value, "binary");
        return true;
    }
    bool isPart() const
    {
        return !type.value.startsWith("multipart/") && !type.value.startsWith("message/")
            && (!hasType || type.value.count('/') == 1);
    }
    PlainMail::Part part(QByteArrayView body) const
    {
        PlainMail::Part part{hasType ? type.value : QByteArray("text/plain"),
                             disposition.named("filename"), encoding, body};
        if (part.name.isEmpty())
            part.name = type.named("name");
        return part;
    }
};

bool startsWithContent(QByteArrayView name)
{
    return name.size() >= 7 && qstrnicmp(name.data(), 7, "content", 7) == 0;
}

QByteArray *slotFor(MailHeader &header, QByteArrayView name)
{
    struct Slot {
        const char *name;
        QByteArray MailHeader::*value;
    };
    static constexpr std::array<Slot, 7> wanted = {{
        {"from", &MailHeader::from},
        {"date", &MailHeader::date},
        {"subject", &MailHeader::subject},
        {"message-id", &MailHeader::messageId},
        {"authentication-results", &MailHeader::authenticationResults},
        {"tls-report-domain", &MailHeader::reportDomain},
        {"tls-report-submitter", &MailHeader::reportSubmitter},
    }};
    for (const Slot &slot : wanted) {
        if (is(name, slot.name))
            return &(header.*slot.value);
    }
    return nullptr;
}

/// The header of one part and what is behind it.
bool readPart(QByteArrayView text, PlainMail &mail)
{
    FieldReader fields(text);
    Description description;
    Field field;
    while (fields.next(field)) {
        if (startsWithContent(field.name) && !description.take(field))
            return false;
    }
    if (!fields.isDone() || !description.isPart())
        return false;
    mail.parts.push_back(description.part(fields.rest()));
    return true;
}

/// Cuts at the lines "--boundary" up to "--boundary--" (RFC 2046 §5.1.1).
bool readParts(QByteArrayView body, const QByteArray &boundary, PlainMail &mail)
{
    const QByteArray newMark = "\n--" + boundary;
    const QByteArrayView mark = QByteArrayView(newMark).sliced(1);
    qsizetype begin = -1; // of the part under way
    qsizetype at = body.startsWith(mark) ? 0 : body.indexOf(newMark);
    while (at >= 0) {
        const qsizetype line = body[at] == '\n' ? at + 1 : at;
        if (begin >= 0) {
            const qsizetype end = at > begin && body[at - 1] == '\r' ? at - 1 : at;
            if (end < begin || mail.parts.size() >= mostParts
                || !readPart(body.sliced(begin, end - begin), mail))
                return false;
        }
        QByteArrayView rest = body.sliced(line + mark.size());
        const qsizetype newline = rest.indexOf('\n');
        const QByteArrayView tail = (newline < 0 ? rest : rest.first(newline)).trimmed();
        if (tail == QByteArrayView("--"))
            return begin >= 0;
        if (newline < 0 || !tail.isEmpty())
            return false;
        begin = line + mark.size() + newline + 1;
        at = body.indexOf(newMark, begin - 1);
    }
    return false;
}

} // namespace

std::optional<PlainMail> PlainMail::of(QByteArrayView mail)
{
    PlainMail result;
    FieldReader fields(mail);
    Description description;
    Field field;
    while (fields.next(field)) {
        if (startsWithContent(field.name)) {
            if (!description.take(field))
                return std::nullopt;
        } else if (QByteArray *slot = slotFor(result.header, field.name); slot && slot->isNull()) {
            // The first one counts, also an empty one: a lower one may be anybody's.
            *slot = field.value.isEmpty() ? QByteArray("") : field.value.toByteArray();
        }
    }
    if (!fields.isDone() || fields.count() == 0)
        return std::nullopt;
    result.header.reportType = description.type.named("report-type");
    result.multipart = description.type.value.startsWith("multipart/");
    if (!result.multipart) {
        if (!description.isPart())
            return std::nullopt;
        result.parts.push_back(description.part(fields.rest()));
        return result;
    }
    const QByteArray boundary = description.type.named("boundary");
    const bool plain = !boundary.isEmpty() && boundary.size() <= longestBoundary
        && description.encoding == Encoding::None && description.type.value != "multipart/digest";
    if (!plain || !readParts(fields.rest(), boundary, result))
        return std::nullopt;
    return result;
}

} // namespace tlsrpt

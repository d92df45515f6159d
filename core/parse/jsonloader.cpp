// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/jsonloader.h"

#include "core/parse/jsonrepair.h"
#include "core/parse/parse.h"
#include "core/parse/textencoding.h"

#include <QJsonDocument>

#include <cstring>

namespace tlsrpt
{

namespace dom = simdjson::dom;

namespace
{

constexpr std::size_t usualCapacity = std::size_t(64) * 1024;

QString message(simdjson::error_code error)
{
    return QString::fromLatin1(simdjson::error_message(error));
}

bool isUtf8(const QByteArray &bytes)
{
    return simdjson::validate_utf8(bytes.constData(), static_cast<std::size_t>(bytes.size()));
}

} // namespace

JsonLoader::Parsed JsonLoader::parse(dom::parser &parser, QByteArray &buffer, QByteArrayView json)
{
    const auto size = static_cast<std::size_t>(json.size());
    if (parser.capacity() == 0) {
        if (const auto error = parser.allocate(usualCapacity, deepest))
            return error;
    }
    const qsizetype padded = json.size() + static_cast<qsizetype>(simdjson::SIMDJSON_PADDING);
    if (buffer.size() < padded)
        buffer = QByteArray(padded, Qt::Uninitialized);
    char *to = buffer.data();
    std::memcpy(to, json.data(), size);
    std::memset(to + size, ' ', simdjson::SIMDJSON_PADDING);
    return parser.parse(to, size, false);
}

Result<dom::element> JsonLoader::load(const QByteArray &bytes, const QString &source, Notes &notes)
{
    const TextEncoding encoding = encodingOf(bytes);
    QByteArrayView json(bytes);
    QByteArray converted;
    qsizetype skipped = encoding.mark;
    if (encoding.encoding != QStringConverter::Utf8) {
        const QString name =
            QString::fromLatin1(QStringConverter::nameForEncoding(encoding.encoding));
        const auto utf8 = utf8From(bytes, encoding.encoding);
        if (!utf8)
            return failure(Code::TextUndecodable, source, name);
        notes.add(DeviationKind::NotUtf8, {}, {}, name);
        converted = *utf8;
        json = converted;
        skipped = -1;
    } else if (skipped > 0) {
        notes.add(DeviationKind::ByteOrderMark, {}, {}, QStringLiteral("EF BB BF"));
        json = json.sliced(skipped);
    }

    dom::element root;
    const simdjson::error_code error = parse(m_parser, m_buffer, json).get(root);
    if (error == simdjson::SUCCESS)
        return root;
    return loadStubborn(json.toByteArray(), error, skipped, source, notes);
}

/// simdjson refused. Without what follows the document, as single-byte text, then repaired.
/// `skipped` bytes were before `json` in the document, -1: it has other bytes.
Result<dom::element> JsonLoader::loadStubborn(QByteArray json, simdjson::error_code error,
                                              qsizetype skipped, const QString &source,
                                              Notes &notes)
{
    if (error == simdjson::DEPTH_ERROR || error == simdjson::CAPACITY ||
        error == simdjson::MEMALLOC)
        return failure(Code::NotJson, source, message(error));

    // Bytes of another kind: where a JSON parser stumbles over them says nothing.
    const QByteArrayView text = QByteArrayView(json).trimmed();
    if (text.isEmpty() || (text.front() != '{' && text.front() != '['))
        return failure(Code::NotJson, source, {}, 0);

    const JsonExtent extent = extentOf(json);
    if (extent.deepest > static_cast<qint64>(deepest))
        return failure(Code::NotJson, source, message(simdjson::DEPTH_ERROR));
    const QByteArray rest = extent.end < 0 ? QByteArray() : json.mid(extent.end).trimmed();
    if (!rest.isEmpty())
        json.truncate(extent.end);
    if (!isUtf8(json)) {
        json = fromSingleBytes(json).toUtf8();
        skipped = -1;
        notes.add(DeviationKind::NotUtf8, {}, {}, QStringLiteral("windows-1252"));
    }
    if (!rest.isEmpty())
        notes.add(DeviationKind::DataAfterJson, {}, {}, decodedText(rest.left(800)));

    dom::element root;
    const simdjson::error_code again = parse(m_parser, m_buffer, json).get(root);
    if (again == simdjson::SUCCESS)
        return root;
    return loadRepaired(json, again, skipped, source, notes);
}

/// Numbers of any size and half surrogates, in the text itself; then whatever else QJsonDocument
/// takes (control characters in strings), but that takes thirty times the size of a document.
Result<dom::element> JsonLoader::loadRepaired(const QByteArray &json, simdjson::error_code error,
                                              qsizetype skipped, const QString &source,
                                              Notes &notes)
{
    dom::element root;
    if (parse(m_parser, m_buffer, withoutHalfSurrogates(withNumbersInRange(json))).get(root) ==
        simdjson::SUCCESS) {
        notes.add(DeviationKind::NumbersOutOfRange, {}, {}, message(error));
        return root;
    }
    if (isLarge(json.size()))
        return failure(Code::NotJson, source, message(error));
    QJsonParseError qt;
    const QJsonDocument document = QJsonDocument::fromJson(withNumbersInRange(json), &qt);
    if (qt.error != QJsonParseError::NoError) {
        QJsonDocument::fromJson(json, &qt); // where it is wrong in the bytes as they came
        return failure(Code::NotJson, source, message(error),
                       skipped < 0 ? -1 : skipped + qt.offset);
    }
    notes.add(DeviationKind::NumbersOutOfRange, {}, {}, message(error));
    const QByteArray clean =
        withoutHalfSurrogates(withNumbersInRange(document.toJson(QJsonDocument::Compact)));
    const simdjson::error_code again = parse(m_parser, m_buffer, clean).get(root);
    if (again != simdjson::SUCCESS)
        return failure(Code::NotJson, source, message(again));
    return root;
}

void JsonLoader::release()
{
    m_parser = dom::parser();
    m_buffer = QByteArray();
    m_nestedParser = dom::parser();
    m_nestedBuffer = QByteArray();
}

std::optional<dom::element> JsonLoader::loadNested(std::string_view json)
{
    dom::element root;
    const QByteArrayView view(json.data(), static_cast<qsizetype>(json.size()));
    if (parse(m_nestedParser, m_nestedBuffer, view).get(root) != simdjson::SUCCESS)
        return std::nullopt;
    return root;
}

} // namespace tlsrpt

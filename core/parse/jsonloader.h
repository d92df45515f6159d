// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes to a JSON document: UTF-8 by whatever way, then simdjson, then QJsonDocument's patience.
#pragma once

#include "core/base/error.h"
#include "core/parse/notes.h"

#include <simdjson.h>

namespace tlsrpt
{

class JsonLoader
{
public:
    /// The root of the document, valid until the next call. Errors: TextUndecodable, NotJson.
    Result<simdjson::dom::element> load(const QByteArray &bytes, const QString &source,
                                        Notes &notes);
    /// A document inside a string of the first one, with buffers of its own.
    std::optional<simdjson::dom::element> loadNested(std::string_view json);

    /// Gives the buffers back that one large document made grow.
    void release();
    /// Parsing takes a dozen times the size of a document.
    static bool isLarge(qsizetype bytes) { return bytes > qsizetype(4) * 1024 * 1024; }

    /// Arrays and objects inside each other. A report has six levels.
    static constexpr std::size_t deepest = 128;

private:
    using Parsed = simdjson::simdjson_result<simdjson::dom::element>;

    static Parsed parse(simdjson::dom::parser &parser, QByteArray &buffer, QByteArrayView json);
    Result<simdjson::dom::element> loadStubborn(QByteArray json, simdjson::error_code error,
                                                qsizetype skipped, const QString &source,
                                                Notes &notes);

    Result<simdjson::dom::element> loadRepaired(const QByteArray &json, simdjson::error_code error,
                                                qsizetype skipped, const QString &source,
                                                Notes &notes);

    simdjson::dom::parser m_parser;
    simdjson::dom::parser m_nestedParser;
    QByteArray m_buffer; ///< simdjson reads beyond the end, so it gets a padded copy
    QByteArray m_nestedBuffer;
};

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/jsonrepair.h"

#include <algorithm>
#include <charconv>
#include <system_error>

namespace tlsrpt
{

namespace
{

bool isOfNumber(char c)
{
    return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
}

/// Steps over strings, so that what is in them is not taken for structure.
class OutsideStrings
{
public:
    /// Whether `c`, the next byte of the text, stands outside strings (their quotes are inside).
    bool operator()(char c)
    {
        if (!m_inString) {
            m_inString = c == '"';
            return !m_inString;
        }
        if (m_escaped)
            m_escaped = false;
        else if (c == '\\')
            m_escaped = true;
        else if (c == '"')
            m_inString = false;
        return false;
    }

private:
    bool m_inString = false;
    bool m_escaped = false;
};

/// The number itself, or the nearest one that a double holds.
QByteArray within(const QByteArray &number)
{
    double value = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
    if (error != std::errc::result_out_of_range)
        return number;
    if (number.contains("e-") || number.contains("E-"))
        return "0";
    return number.startsWith('-') ? "-1e308" : "1e308";
}

} // namespace

JsonExtent extentOf(const QByteArray &json)
{
    JsonExtent extent;
    qint64 depth = 0;
    OutsideStrings outside;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (!outside(c))
            continue;
        if (c == '{' || c == '[') {
            extent.deepest = std::max(extent.deepest, ++depth);
        } else if ((c == '}' || c == ']') && --depth <= 0) {
            extent.end = depth == 0 ? i + 1 : -1;
            return extent;
        }
    }
    return extent;
}

QByteArray withFiniteNumbers(const QByteArray &json)
{
    QByteArray result;
    result.reserve(json.size());
    QByteArray number;
    OutsideStrings outside;
    const auto flush = [&] {
        result += within(number);
        number.clear();
    };
    for (const char c : json) {
        if (outside(c) && isOfNumber(c)) {
            number += c;
            continue;
        }
        flush();
        result += c;
    }
    flush();
    return result;
}

QByteArray withoutHalfSurrogates(const QByteArray &compactJson)
{
    QByteArray result = compactJson;
    for (qsizetype i = 0; i + 5 < result.size(); ++i) {
        if (result[i] != '\\')
            continue;
        const char kind = result[i + 1];
        const QByteArrayView digits = QByteArrayView(result).sliced(i + 2, 2);
        const char second = static_cast<char>(digits[1] | 0x20);
        const bool surrogate = kind == 'u' && (digits[0] | 0x20) == 'd' &&
                               (second == '8' || second == '9' || (second >= 'a' && second <= 'f'));
        if (surrogate)
            result.replace(i + 2, 4, "fffd");
        ++i; // what is escaped begins no escape
    }
    return result;
}

} // namespace tlsrpt

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
    constexpr qsizetype longestInteger = 18; // digits that fit into 64 bits whatever they are
    if (number.size() <= longestInteger && !number.contains('e') && !number.contains('E'))
        return number;
    double value = 0;
    const char *last = number.data() + number.size();
    const auto [end, error] = std::from_chars(number.data(), last, value);
    if (error == std::errc::result_out_of_range) {
        if (number.contains("e-") || number.contains("E-"))
            return "0";
        return number.startsWith('-') ? "-1e308" : "1e308";
    }
    const bool digits = error == std::errc() && end == last &&
                        std::all_of(number.begin() + number.startsWith('-'), number.end(),
                                    [](char c) { return c >= '0' && c <= '9'; });
    // An exponent makes it a double, which has no limit of 64 bits.
    return digits ? QByteArray(number).append("e0") : number;
}

enum class Half { None, First, Second };

/// The half of a surrogate pair whose escape (RFC 8259 §7) begins at a byte.
Half halfAt(const QByteArray &json, qsizetype at)
{
    if (at + 6 > json.size() || json[at] != '\\' || json[at + 1] != 'u' ||
        (json[at + 2] | 0x20) != 'd')
        return Half::None;
    switch (json[at + 3] | 0x20) {
    case '8' | 0x20:
    case '9' | 0x20:
    case 'a':
    case 'b': return Half::First;
    case 'c':
    case 'd':
    case 'e':
    case 'f': return Half::Second;
    default: return Half::None;
    }
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

QByteArray withNumbersInRange(const QByteArray &json)
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

QByteArray withoutHalfSurrogates(const QByteArray &json)
{
    constexpr qsizetype length = 6; // of \uXXXX
    QByteArray result = json;
    for (qsizetype i = 0; i + length <= result.size(); ++i) {
        if (result[i] != '\\')
            continue;
        const Half half = halfAt(result, i);
        if (half == Half::First && halfAt(result, i + length) == Half::Second)
            i += 2 * length - 1;
        else if (half != Half::None)
            result.replace(i + 2, 4, "fffd");
        else
            ++i; // what is escaped begins no escape
    }
    return result;
}

} // namespace tlsrpt

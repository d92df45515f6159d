// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/members.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace tlsrpt
{

namespace dom = simdjson::dom;

namespace
{

constexpr qint64 largestCount = qint64(1)
                                << 53; // beyond it JSON numbers are not exact (RFC 7493 §2.2)
/// No field of a report is this long; longer text is cut, the original is kept anyway.
constexpr std::size_t longestText = 65536;

std::string folded(std::string_view name)
{
    std::string text;
    for (const char c : name) {
        if (c >= 'A' && c <= 'Z')
            text += static_cast<char>(c - 'A' + 'a');
        else if (c != '-' && c != '_' && c != ' ')
            text += c;
    }
    return text;
}

bool isNumberOrBool(dom::element value)
{
    return value.is_number() || value.is_bool();
}

std::string_view trimmed(std::string_view text)
{
    const std::size_t from = text.find_first_not_of(" \t\r\n");
    if (from == std::string_view::npos)
        return {};
    return text.substr(from, text.find_last_not_of(" \t\r\n") - from + 1);
}

std::optional<qint64> usable(qint64 number)
{
    return number >= 0 && number <= largestCount ? std::optional(number) : std::nullopt;
}

std::optional<qint64> countOfText(std::string_view text)
{
    text = trimmed(text);
    qint64 number = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return usable(number);
}

std::optional<qint64> countOfNumber(dom::element value)
{
    std::int64_t number = 0;
    if (value.get_int64().get(number) == simdjson::SUCCESS)
        return usable(number);
    double real = 0;
    if (value.is_double() && value.get_double().get(real) == simdjson::SUCCESS && real >= 0 &&
        real <= static_cast<double>(largestCount) && std::floor(real) == real)
        return static_cast<qint64>(real);
    return std::nullopt;
}

/// The first element of a list.
std::optional<dom::element> first(dom::element value)
{
    dom::array array;
    if (value.get_array().get(array) != simdjson::SUCCESS)
        return std::nullopt;
    for (const dom::element element : array)
        return element;
    return std::nullopt;
}

} // namespace

Members::Members(dom::object object, const MemberNames &names, const Place &place, Notes &notes)
    : m_names(names)
    , m_place(place)
    , m_notes(notes)
{
    for (const auto [name, value] : object) {
        const auto known = std::find(names.names.begin(), names.names.end(), name);
        if (known != names.names.end())
            put(MemberIndex(static_cast<std::size_t>(known - names.names.begin())), name, value);
        else
            putOther(name, value);
    }
}

void Members::put(MemberIndex member, std::string_view name, dom::element value)
{
    Slot &to = m_slots[member];
    if (to.name.data() && !to.other)
        m_notes.add(DeviationKind::Duplicated, m_place, name, value);
    to = {value, name, false};
}

void Members::putOther(std::string_view name, dom::element value)
{
    constexpr std::size_t longestName = 64;
    if (name.size() > longestName)
        return;
    const std::string plain = folded(name);
    OtherName known{plain, MemberIndex(m_names.names.size())};
    for (std::size_t i = 0; i < m_names.names.size(); ++i) {
        if (folded(m_names.names[i]) == plain)
            known.member = MemberIndex(i);
    }
    if (known.member == m_names.names.size()) {
        const auto other = std::find_if(m_names.others.begin(), m_names.others.end(),
                                        [&](const OtherName &o) { return o.folded == plain; });
        if (other == m_names.others.end())
            return;
        known = *other;
    }
    m_notes.add(known.kind, m_place, name, value);
    Slot &to = m_slots[known.member];
    if (!to.name.data())
        to = {value, name, true};
}

bool Members::any() const
{
    return std::any_of(m_slots.begin(), m_slots.end(),
                       [](const Slot &slot) { return slot.name.data() != nullptr; });
}

bool Members::has(MemberIndex member) const
{
    return present(member) && !at(member).is_null();
}

std::string_view Members::name(MemberIndex member) const
{
    return present(member) ? m_slots[member].name : m_names.names[member];
}

void Members::note(DeviationKind kind, MemberIndex member) const
{
    if (present(member))
        m_notes.add(kind, m_place, name(member), at(member));
    else
        m_notes.add(kind, m_place, name(member), QString());
}

void Members::note(DeviationKind kind, MemberIndex member, dom::element seen, qint32 index) const
{
    m_notes.add(kind, m_place, name(member), seen, index);
}

void Members::note(DeviationKind kind, MemberIndex member, const QString &seen) const
{
    m_notes.add(kind, m_place, name(member), seen);
}

void Members::noteText(DeviationKind kind, MemberIndex member, std::string_view seen,
                       qint32 index) const
{
    m_notes.add(kind, m_place, name(member), seenText(seen), index);
}

std::string_view Members::bytes(MemberIndex member, QByteArray &spare) const
{
    if (!has(member))
        return {};
    dom::element value = at(member);
    std::string_view text;
    if (value.get_string().get(text) == simdjson::SUCCESS) {
        if (text.size() <= longestText)
            return text;
        note(DeviationKind::WrongType, member);
        return text.substr(0, longestText);
    }
    note(DeviationKind::WrongType, member);
    value = first(value).value_or(value);
    if (value.get_string().get(text) == simdjson::SUCCESS)
        return text.substr(0, longestText);
    if (isNumberOrBool(value))
        spare = seenText(value).toUtf8();
    return {spare.constData(), static_cast<std::size_t>(spare.size())};
}

std::optional<dom::object> Members::object(MemberIndex member) const
{
    if (!has(member))
        return std::nullopt;
    dom::object object;
    if (at(member).get_object().get(object) == simdjson::SUCCESS)
        return object;
    note(DeviationKind::WrongType, member);
    const auto only = first(at(member));
    if (only && only->get_object().get(object) == simdjson::SUCCESS)
        return object;
    return std::nullopt;
}

qint64 Members::count(MemberIndex member, DeviationKind missing, qint64 whenMissing) const
{
    if (!has(member)) {
        note(missing, member);
        return whenMissing;
    }
    std::optional<qint64> number;
    std::string_view text;
    if (at(member).get_string().get(text) == simdjson::SUCCESS) {
        number = countOfText(text);
        if (number)
            note(DeviationKind::CountIsText, member);
    } else {
        number = countOfNumber(at(member));
    }
    if (!number)
        note(DeviationKind::CountUnusable, member);
    return number.value_or(0);
}

} // namespace tlsrpt

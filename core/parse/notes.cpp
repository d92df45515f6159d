// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/notes.h"

#include <algorithm>

namespace tlsrpt
{

namespace
{

constexpr qsizetype longestSeen = 200;
/// Values with more parts are not spelt out, only named: they may be megabytes.
constexpr std::size_t mostSlots = 200;

void appendIndexed(QString &pointer, QLatin1String array, qint32 index)
{
    if (index == Place::none)
        return;
    pointer += array;
    if (index != Place::single)
        pointer += u'/' + QString::number(index);
}

QString pointerTo(const Place &place, std::string_view member, qint32 index)
{
    QString pointer;
    appendIndexed(pointer, QLatin1String("/policies"), place.policy);
    appendIndexed(pointer, QLatin1String("/failure-details"), place.detail);
    pointer += QLatin1String(place.group);
    // One of the names that we know, in some spelling: nothing of it is to be escaped (RFC 6901 §3).
    if (!member.empty())
        pointer += u'/' + QString::fromUtf8(member.data(), static_cast<qsizetype>(member.size()));
    if (index >= 0)
        pointer += u'/' + QString::number(index);
    return pointer;
}

} // namespace

QString cut(QStringView text)
{
    return text.left(longestSeen).toString();
}

QString seenText(std::string_view utf8)
{
    // Four bytes a character at most; what is cut in the middle falls to the second cut.
    utf8 = utf8.substr(0, 4 * longestSeen);
    return cut(QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size())));
}

QString seenText(simdjson::dom::element value)
{
    std::string_view text;
    if (value.get_string().get(text) == simdjson::SUCCESS)
        return seenText(text);
    simdjson::dom::array array;
    if (value.get_array().get(array) == simdjson::SUCCESS && array.number_of_slots() > mostSlots)
        return QStringLiteral("[…]");
    simdjson::dom::object object;
    if (value.get_object().get(object) == simdjson::SUCCESS && object.size() > mostSlots)
        return QStringLiteral("{…}");
    const std::string json = simdjson::minify(value);
    return cut(QString::fromUtf8(json.data(), static_cast<qsizetype>(json.size())));
}

bool Notes::full(DeviationKind kind) const
{
    return m_counts[static_cast<std::size_t>(kind)] >= mostOfAKind;
}

void Notes::add(DeviationKind kind, const Place &place, std::string_view member,
                const QString &seen, qint32 index)
{
    if (full(kind))
        return;
    ++m_counts[static_cast<std::size_t>(kind)];
    m_deviations.push_back({kind, pointerTo(place, member, index), cut(seen)});
}

void Notes::add(DeviationKind kind, const Place &place, std::string_view member,
                simdjson::dom::element seen, qint32 index)
{
    if (!full(kind))
        add(kind, place, member, seenText(seen), index);
}

} // namespace tlsrpt

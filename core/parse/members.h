// SPDX-License-Identifier: GPL-3.0-or-later
// The known members of one JSON object, in whatever order, spelling and type they came.
#pragma once

#include "core/parse/notes.h"

#include <array>
#include <optional>
#include <span>
#include <type_traits>

namespace tlsrpt
{

/// Index into MemberNames::names; each object of the format has an enumeration of its members.
class MemberIndex
{
public:
    template<typename Enum>
    requires std::is_enum_v<Enum>
    constexpr MemberIndex(Enum member)
        : m_value(static_cast<std::size_t>(member))
    {
    }
    constexpr explicit MemberIndex(std::size_t value)
        : m_value(value)
    {
    }
    constexpr operator std::size_t() const { return m_value; }

private:
    std::size_t m_value;
};

/// A name that senders use instead, without case, "-" and "_".
struct OtherName {
    std::string_view folded;
    MemberIndex member;
    DeviationKind kind = DeviationKind::MemberOtherName;
};

struct MemberNames {
    std::span<const std::string_view> names; ///< of RFC 8460 §4.4, at most Members::capacity
    std::span<const OtherName> others;
};

class Members
{
public:
    static constexpr int capacity = 8;

    /// Notes members that come twice (the last counts, as in most readers) or under another name
    /// (the proper name wins). Unknown members are left alone (RFC 8460 §4.4: they may be added).
    Members(simdjson::dom::object object, const MemberNames &names, const Place &place,
            Notes &notes);

    /// Whether any of the known members is there at all.
    bool any() const;
    bool present(MemberIndex member) const { return m_slots[member].name.data() != nullptr; }
    /// There and not null.
    bool has(MemberIndex member) const;
    simdjson::dom::element at(MemberIndex member) const { return m_slots[member].value; }
    /// The name as sent, else the proper one.
    std::string_view name(MemberIndex member) const;
    const Place &place() const { return m_place; }

    void note(DeviationKind kind, MemberIndex member) const;
    /// About one element of a member's list.
    void note(DeviationKind kind, MemberIndex member, simdjson::dom::element seen,
              qint32 index) const;
    void note(DeviationKind kind, MemberIndex member, const QString &seen) const;
    void noteText(DeviationKind kind, MemberIndex member, std::string_view seen,
                  qint32 index) const;

    /// The bytes of a string as they are; of a number, or the first of a list (noted), as text kept in
    /// `spare`; empty if there is none.
    std::string_view bytes(MemberIndex member, QByteArray &spare) const;
    /// An object, also the first of a list (noted).
    std::optional<simdjson::dom::object> object(MemberIndex member) const;
    /// A count of RFC 8460 §4.4: what cannot be one is 0 and noted, a missing one as `missing`
    /// says.
    qint64 count(MemberIndex member, DeviationKind missing, qint64 whenMissing) const;

private:
    struct Slot {
        simdjson::dom::element value;
        std::string_view name; ///< no data: absent
        bool other = false;
    };
    void put(MemberIndex member, std::string_view name, simdjson::dom::element value);
    void putOther(std::string_view name, simdjson::dom::element value);

    const MemberNames &m_names;
    Place m_place;
    Notes &m_notes;
    std::array<Slot, capacity> m_slots;
};

} // namespace tlsrpt

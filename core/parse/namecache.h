// SPDX-License-Identifier: GPL-3.0-or-later
// Names of one archive repeat by the thousand: each is normalised once and its text shared.
#pragma once

#include <QStringList>

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace tlsrpt
{

class NameCache
{
public:
    /// The string itself; for texts that repeat from report to report.
    QString text(std::string_view utf8);
    /// normalisedHost() of it.
    QString host(std::string_view utf8);
    /// normalisedAddress() of it; empty if it is none.
    QString address(std::string_view utf8);
    /// The registrable domain where the text names one ("user@mail.example" or "mail.example"),
    /// else empty.
    QString house(const QString &addressOrHost);

    /// The MX patterns of one line of a policy text.
    QStringList patterns(const QString &line);

private:
    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };
    template<typename Value>
    using Table = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;

    template<typename Value, typename Make>
    static Value find(Table<Value> &table, std::string_view key, Make make);

    Table<QString> m_texts;
    Table<QString> m_hosts;
    Table<QString> m_addresses;
    Table<QString> m_houses;
    Table<QStringList> m_patterns;
};

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/namecache.h"

#include "core/report/names.h"
#include "core/report/stspolicy.h"

namespace tlsrpt
{

namespace
{

/// A hostile folder must not fill the memory with names.
constexpr std::size_t mostEntries = 4096;
constexpr std::size_t longestKey = 160;

QString toString(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

} // namespace

template<typename Value, typename Make>
Value NameCache::find(Table<Value> &table, std::string_view key, Make make)
{
    if (key.size() > longestKey)
        return make();
    const auto known = table.find(key);
    if (known != table.end())
        return known->second;
    if (table.size() >= mostEntries)
        table.clear();
    return table.emplace(key, make()).first->second;
}

QString NameCache::text(std::string_view utf8)
{
    return find(m_texts, utf8, [&] { return toString(utf8); });
}

QString NameCache::host(std::string_view utf8)
{
    return find(m_hosts, utf8, [&] { return normalisedHost(toString(utf8)); });
}

QString NameCache::address(std::string_view utf8)
{
    return find(m_addresses, utf8, [&] { return normalisedAddress(toString(utf8)); });
}

QString NameCache::house(const QString &addressOrHost)
{
    return find(m_houses, addressOrHost.toStdString(), [&] {
        const QString domain = domainOfAddress(addressOrHost);
        // A word without a dot, a sentence or an address tells nobody's house.
        const bool isName = domain.contains(u'.') && !domain.contains(u' ') &&
                            domain.size() <= 253 && normalisedAddress(domain).isEmpty();
        return isName ? registrableDomain(domain) : QString();
    });
}

QStringList NameCache::patterns(const QString &line)
{
    return find(m_patterns, line.toStdString(), [&] { return parseStsPolicy({line}).mx; });
}

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/tlsarecord.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <span>

namespace tlsrpt
{

namespace
{

/// RFC 7218 §2: some tools print the acronyms instead of the numbers.
constexpr std::array usages{QLatin1String("PKIX-TA"), QLatin1String("PKIX-EE"),
                            QLatin1String("DANE-TA"), QLatin1String("DANE-EE")};
constexpr std::array selectors{QLatin1String("Cert"), QLatin1String("SPKI")};
constexpr std::array matchings{QLatin1String("Full"), QLatin1String("SHA2-256"),
                               QLatin1String("SHA2-512")};

/// 0 to 255, or -1.
int number(const QString &text, std::span<const QLatin1String> acronyms)
{
    for (std::size_t i = 0; i < acronyms.size(); ++i) {
        if (text.compare(acronyms[i], Qt::CaseInsensitive) == 0)
            return static_cast<int>(i);
    }
    bool ok = false;
    const ushort value = text.toUShort(&ok);
    return ok && value <= 255 ? value : -1;
}

bool isHexadecimal(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
    });
}

bool lengthFits(const TlsaRecord &record)
{
    switch (record.matching) {
    case 1: return record.data.size() == 64;  // SHA-256
    case 2: return record.data.size() == 128; // SHA-512
    default: return record.data.size() % 2 == 0;
    }
}

/// What is wrong with the form first, then what SMTP cannot use.
TlsaDefect defectOf(const TlsaRecord &record)
{
    if (!isHexadecimal(record.data))
        return TlsaDefect::NotHexadecimal;
    if (record.usage > 3)
        return TlsaDefect::UsageUnknown;
    if (record.selector > 1)
        return TlsaDefect::SelectorUnknown;
    if (record.matching > 2)
        return TlsaDefect::MatchingUnknown;
    if (!lengthFits(record))
        return TlsaDefect::LengthWrong;
    if (record.usage < 2)
        return TlsaDefect::UsageUnusable;
    return TlsaDefect::None;
}

} // namespace

TlsaRecord parseTlsa(const QString &text)
{
    TlsaRecord record;
    record.text = text;
    record.defect = TlsaDefect::Unreadable;
    QStringList parts = text.simplified().split(u' ', Qt::SkipEmptyParts);
    // "_25._tcp.mx.example. 3600 IN TLSA 3 1 1 ...": a whole line of a zone.
    const auto type = std::find_if(parts.begin(), parts.end(), [](const QString &part) {
        return part.compare(QLatin1String("TLSA"), Qt::CaseInsensitive) == 0;
    });
    if (type != parts.end())
        parts.erase(parts.begin(), type + 1);
    if (parts.size() < 4)
        return record;

    record.usage = number(parts[0], usages);
    record.selector = number(parts[1], selectors);
    record.matching = number(parts[2], matchings);
    // The data may be in several pieces and in parentheses (RFC 6698 §2.2).
    record.data = parts.mid(3).join(QString()).toLower();
    record.data.remove(u'(').remove(u')');
    if (record.usage >= 0 && record.selector >= 0 && record.matching >= 0 && !record.data.isEmpty())
        record.defect = defectOf(record);
    return record;
}

} // namespace tlsrpt

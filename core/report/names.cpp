// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/names.h"

#include <QUrl>

#include <algorithm>

#include <arpa/inet.h>
#include <libpsl.h>

namespace tlsrpt
{

namespace
{

/// RFC 1035 §2.3.4; longer text is no name, and IDNA need not look at it.
constexpr qsizetype longestHost = 253;

bool isAscii(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
}

bool isLower(QStringView text)
{
    return std::none_of(text.begin(), text.end(), [](QChar c) { return c >= u'A' && c <= u'Z'; });
}

} // namespace

QString normalisedHost(QStringView host)
{
    host = host.trimmed();
    if (host.endsWith(u'.'))
        host.chop(1);
    if (isAscii(host))
        return isLower(host) ? host.toString() : host.toString().toLower();
    if (host.size() <= longestHost) {
        const QString ace = QString::fromLatin1(QUrl::toAce(host.toString()));
        if (!ace.isEmpty())
            return ace.toLower();
    }
    return host.toString().toLower();
}

QString normalisedAddress(QStringView address)
{
    address = address.trimmed();
    if (address.startsWith(u'[') && address.endsWith(u']'))
        address = address.mid(1, address.size() - 2);
    if (address.startsWith(QLatin1String("IPv6:"), Qt::CaseInsensitive)) // RFC 5321 §4.1.3
        address = address.mid(5);
    char text[INET6_ADDRSTRLEN] = {};
    if (address.isEmpty() || address.size() >= INET6_ADDRSTRLEN || !isAscii(address))
        return {};
    std::transform(address.begin(), address.end(), text,
                   [](QChar c) { return static_cast<char>(c.unicode()); });

    // Not QHostAddress: that takes "127.1" and "1" for addresses too.
    in6_addr binary;
    const int family = address.contains(u':') ? AF_INET6 : AF_INET;
    if (inet_pton(family, text, &binary) != 1)
        return {};
    char canonical[INET6_ADDRSTRLEN] = {};
    inet_ntop(family, &binary, canonical, sizeof canonical);
    return QString::fromLatin1(canonical);
}

QString domainOfAddress(QStringView address)
{
    const qsizetype at = address.lastIndexOf(u'@');
    if (at >= 0)
        address = address.mid(at + 1);
    const auto fence = [](QChar c) { return c.isSpace() || c == u'<' || c == u'>' || c == u';'; };
    while (!address.isEmpty() && fence(address.front()))
        address = address.mid(1);
    while (!address.isEmpty() && fence(address.back()))
        address.chop(1);
    return normalisedHost(address);
}

QString registrableDomain(QStringView hostOrAddress)
{
    QString host = domainOfAddress(hostOrAddress);
    QString ip = normalisedAddress(host);
    if (!ip.isEmpty())
        return ip;
    if (host.size() > longestHost)
        return host;
    const QByteArray ascii = host.toUtf8();
    const char *found = psl_registrable_domain(psl_builtin(), ascii.constData());
    return found ? QString::fromUtf8(found) : host;
}

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
// MX patterns of MTA-STS policies (RFC 8461 §4.1) and why they miss.
#include "core/report/names.h"
#include "core/report/stspolicy.h"

#include <algorithm>

namespace tlsrpt
{

namespace
{

constexpr QLatin1String wildcard("*.");

/// Both sides normalised.
bool matches(QStringView pattern, QStringView host)
{
    if (pattern.isEmpty())
        return false;
    if (!pattern.startsWith(wildcard))
        return pattern == host && !pattern.contains(u'*');
    const QStringView suffix = pattern.mid(2);
    const qsizetype dot = host.indexOf(u'.');
    return !suffix.isEmpty() && !suffix.contains(u'*') && dot > 0 && host.mid(dot + 1) == suffix;
}

bool isBelow(QStringView host, QStringView domain)
{
    return !domain.isEmpty() && host.size() > domain.size() + 1 && host.endsWith(domain) &&
           host[host.size() - domain.size() - 1] == u'.';
}

bool wildcardMisplaced(QStringView pattern)
{
    return pattern.lastIndexOf(u'*') > 0 ||
           (pattern.startsWith(u'*') && !pattern.startsWith(wildcard));
}

/// Whether the host would be covered if "*" stood for anything, as many people believe it does.
bool looksCovered(QStringView pattern, QStringView host)
{
    const QList<QStringView> pieces = pattern.split(u'*');
    if (!host.startsWith(pieces.first()) || !host.endsWith(pieces.last()))
        return false;
    qsizetype from = 0;
    for (const QStringView &piece : pieces) {
        const qsizetype at = host.indexOf(piece, from);
        if (at < 0)
            return false;
        from = at + piece.size();
    }
    return true;
}

QString organizationOf(QStringView pattern)
{
    while (pattern.startsWith(u'*') || pattern.startsWith(u'.'))
        pattern = pattern.mid(1);
    return registrableDomain(pattern);
}

std::optional<MissReason> nearMiss(QStringView pattern, QStringView host)
{
    if (wildcardMisplaced(pattern)) {
        return looksCovered(pattern, host) ? std::optional(MissReason::WildcardMisplaced)
                                           : std::nullopt;
    }
    if (pattern.startsWith(wildcard)) {
        const QStringView suffix = pattern.mid(2);
        if (host == suffix)
            return MissReason::ParentOnly;
        return isBelow(host, suffix) ? std::optional(MissReason::OneLabelOnly) : std::nullopt;
    }
    if (pattern.startsWith(u'.') && (isBelow(host, pattern.mid(1)) || host == pattern.mid(1)))
        return MissReason::OldDraftSyntax;
    return std::nullopt;
}

} // namespace

QString normalisedPattern(QStringView pattern)
{
    pattern = pattern.trimmed();
    if (pattern.startsWith(wildcard))
        return wildcard + normalisedHost(pattern.mid(2));
    return normalisedHost(pattern);
}

bool mxMatches(QStringView pattern, QStringView host)
{
    return matches(normalisedPattern(pattern), normalisedHost(host));
}

std::optional<QString> coveringPattern(const QStringList &patterns, QStringView host)
{
    const QString name = normalisedHost(host);
    for (const QString &pattern : patterns) {
        if (matches(normalisedPattern(pattern), name))
            return pattern;
    }
    return std::nullopt;
}

Miss explainMiss(const QStringList &patterns, QStringView host, QStringView policyDomain)
{
    const QString name = normalisedHost(host);
    if (name.isEmpty())
        return {};
    for (const QString &pattern : patterns) {
        if (const auto reason = nearMiss(normalisedPattern(pattern), name))
            return {*reason, pattern};
    }
    const QString domain = normalisedHost(policyDomain);
    for (const QString &pattern : patterns) {
        // A mail domain beside other patterns may well be a server as well.
        if (!domain.isEmpty() && normalisedPattern(pattern) == domain &&
            (isBelow(name, domain) || patterns.size() == 1))
            return {MissReason::PatternIsMailDomain, pattern};
    }
    const QString organization = registrableDomain(name);
    const bool known = std::any_of(patterns.begin(), patterns.end(), [&](const QString &pattern) {
        return organizationOf(normalisedPattern(pattern)) == organization;
    });
    return {patterns.isEmpty() || known ? MissReason::NotListed : MissReason::OtherOrganization,
            {}};
}

} // namespace tlsrpt

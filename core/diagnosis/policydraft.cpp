// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/policydraft.h"

#include "core/explain/explanation.h"
#include "core/report/names.h"
#include "core/report/stspolicy.h"

namespace tlsrpt
{

namespace
{

constexpr qsizetype mostAdded = 10; ///< a flood of forged names must not become a policy

QLatin1String modeText(PolicyMode mode)
{
    switch (mode) {
    case PolicyMode::Unknown:
    case PolicyMode::Testing: return QLatin1String("testing");
    case PolicyMode::None: return QLatin1String("none");
    case PolicyMode::Enforce: return QLatin1String("enforce");
    }
    Q_UNREACHABLE();
}

/// Empty where nobody can make a pattern of it.
QString usablePattern(QString pattern)
{
    if (pattern.startsWith(u'.'))
        pattern.prepend(u'*');
    const QStringView rest
        = pattern.startsWith(u"*.") ? QStringView(pattern).mid(2) : QStringView(pattern);
    return isPlainHostName(rest) ? pattern : QString();
}

/// A name for a line of text that somebody pastes: a domain that is none becomes DOMAIN.
QString plainDomain(const QString &domain)
{
    return isPlainHostName(domain) ? domain : QStringLiteral("DOMAIN");
}

} // namespace

PolicyDraft draftPolicy(const QString &domain, const QStringList &current, const QStringList &hosts,
                        PolicyMode mode)
{
    PolicyDraft draft;
    draft.mode = mode;
    QStringList patterns;
    for (const QString &each : parseStsPolicy(current).mx) {
        const QString pattern = usablePattern(each);
        if (!pattern.isEmpty() && !patterns.contains(pattern))
            patterns.append(pattern);
    }
    const QString own = registrableDomain(domain);
    for (const QString &host : hosts) {
        if (!isPlainHostName(host) || coveringPattern(patterns, host))
            continue;
        if (registrableDomain(host) == own && draft.added.size() < mostAdded)
            draft.added.append(host);
        else
            draft.questions.append(host);
    }
    patterns += draft.added;
    draft.hostsUnknown = patterns.isEmpty();
    if (draft.hostsUnknown)
        patterns.append(QStringLiteral("MX"));
    draft.lines = {QStringLiteral("version: STSv1"), u"mode: "_qs + modeText(mode)};
    for (const QString &pattern : patterns)
        draft.lines.append(u"mx: "_qs + pattern);
    draft.lines.append(u"max_age: "_qs + QString::number(firstMaxAge));
    return draft;
}

QString stsRecord(const QString &domain, const QDateTime &nowUtc)
{
    return QStringLiteral("_mta-sts.%1. IN TXT \"v=STSv1; id=%2\"")
        .arg(plainDomain(domain), nowUtc.toUTC().toString(u"yyyyMMdd'T'HHmmss'Z'"_qs));
}

QString policyAddress(const QString &domain)
{
    return QStringLiteral("https://mta-sts.%1/.well-known/mta-sts.txt").arg(plainDomain(domain));
}

} // namespace tlsrpt

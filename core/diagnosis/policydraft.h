// SPDX-License-Identifier: GPL-3.0-or-later
// The next MTA-STS policy of a domain as text (RFC 8461 §3.2) and the record that announces it (§3.1).
#pragma once

#include "core/report/report.h"

#include <QDateTime>
#include <QStringList>

namespace tlsrpt
{

struct PolicyDraft {
    PolicyMode mode = PolicyMode::Enforce;
    QStringList lines;
    QStringList added;     ///< hosts of the domain's own that no line covered
    QStringList questions; ///< other hosts that no line covers: is mail for the domain meant for them?
    bool hostsUnknown = false; ///< no server is known: a line "mx: MX" stands for them
};

/// `current` are the lines in force (may be empty), `hosts` the servers seen. Patterns that cannot
/// cover anything are left out, the old draft's ".x" becomes "*.x"; senders remember it for a week.
PolicyDraft draftPolicy(const QString &domain, const QStringList &current, const QStringList &hosts,
                        PolicyMode mode);
inline constexpr qint64 firstMaxAge = 604'800;  ///< a week: a mistake is forgotten soon
inline constexpr qint64 laterMaxAge = 2'592'000; ///< 30 days: protects also where DNS is blocked

/// "_mta-sts.example.org. IN TXT "v=STSv1; id=20261124T120000Z"": a new id makes senders look
/// again (RFC 8461 §3.1: 1 to 32 letters and digits).
QString stsRecord(const QString &domain, const QDateTime &nowUtc);
/// Where the text must stand (RFC 8461 §3.2).
QString policyAddress(const QString &domain);

} // namespace tlsrpt

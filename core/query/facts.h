// SPDX-License-Identifier: GPL-3.0-or-later
// What counts in the archive, as columns in memory: every question over all reports is one pass
// over these. Measured reason: one report is one (day, domain, sender) cell, so roll-ups by day
// save nothing, while a pass over a million rows in memory takes milliseconds.
#pragma once

#include "core/base/day.h"
#include "core/base/error.h"
#include "core/base/ids.h"
#include "core/explain/cause.h"
#include "core/report/report.h"

#include <QHash>
#include <QSqlDatabase>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace tlsrpt
{

/// Index into Facts::texts. 0 is the empty text.
using TextIndex = quint32;

struct ReportFact {
    ReportId id;
    qint32 day = 0;
    TextIndex reporter = 0;     ///< grouping key
    TextIndex organization = 0; ///< as sent, for showing
    quint32 firstPolicy = 0;    ///< policies of this report are firstPolicy .. +policyCount
    quint32 policyCount = 0;
    quint64 deviations = 0;     ///< bits by DeviationKind
    TextIndex contact = 0;      ///< contact-info as sent
    TextIndex submitter = 0;    ///< domain that submitted it (RFC 8460 §5.3, or the file name's)
    bool multiDay = false;
    bool signatureFailed = false; ///< DKIM of its mail, as the user's own server noted
    bool conflicting = false;     ///< another version with other numbers arrived as well
};

struct PolicyFact {
    quint32 report = 0;         ///< index into reports
    TextIndex domain = 0;
    TextIndex policyType = 0;   ///< as sent
    quint32 policy = 0;         ///< index into policies; 0 = none in the report
    Track track = Track::Other;
    PolicyMode mode = PolicyMode::Unknown; ///< of that report's policy
    bool headline = true;
    qint64 successful = 0;
    qint64 failed = 0;
    quint32 firstFailure = 0;   ///< failures of this row are firstFailure .. +failureCount
    quint32 failureCount = 0;
};

struct FailureFact {
    quint32 policyRow = 0;      ///< index into policyRows
    TextIndex resultType = 0;   ///< as sent, lower-cased
    TextIndex reason = 0;
    TextIndex mx = 0;           ///< 0 = policy level, no server involved
    TextIndex receivingIp = 0;
    TextIndex sendingIp = 0;
    TextIndex helo = 0;
    Cause cause = Cause::Unknown;
    Coverage coverage = Coverage::NotApplicable;
    qint64 occurrences = 0;
};

struct KnownPolicy {
    QStringList strings;
    QStringList mxHosts;
    PolicyMode mode = PolicyMode::Unknown;
    qint64 maxAge = -1; ///< seconds, -1 unknown
};

class FailureKinds;

/// An immutable snapshot. Reports are in the order of their ids.
struct Facts {
    std::vector<ReportFact> reports;
    std::vector<PolicyFact> policyRows;
    std::vector<FailureFact> failures;
    std::vector<KnownPolicy> policies; ///< [0] is "none"
    std::vector<QString> texts;        ///< [0] is empty
    qint64 rewrites = 0;               ///< change_.rewrites when loaded
    qint64 lastReportId = 0;           ///< largest report_.id looked at, counting or not
    QHash<qint64, TextIndex> textIndex;   ///< text_.id to texts
    QHash<qint64, quint32> policyIndex;   ///< policy_.id to policies

    // What deriveFacts() adds.
    std::optional<Day> newestImport;      ///< UTC day of the newest import: no honest report is later
    std::optional<DayRange> period;       ///< first to last believable report day
    std::vector<bool> mailHosts;          ///< by TextIndex: a domain that is only a mail host's name
    std::shared_ptr<FailureKinds> failureKinds; ///< of these failures; made when first asked for

    const QString &text(TextIndex index) const { return texts[index]; }
    bool empty() const { return reports.empty(); }
};

/// Fills what follows from the rows. loadFacts() calls it; so must whoever builds Facts by hand.
///
/// Believable report days: none after `newestImport` plus 2 days (a report is about the past, and
/// the importing machine's clock is the only clock an archive has), and none more than
/// `longestPeriodDays` before the newest that remains. So one forged report of 1970 or 9999 widens
/// no chart. If no day passes (the importing clock was wrong), the first rule is dropped.
///
/// A mail host: all rows of the domain are tlsa (Postfix names the TLSA base, RFC 8460 §4.4), and it
/// occurs as a failing MX, or a policy of the archive lists it by name, or it lies below its
/// registrable domain and no report of it said PolicyDomainNotTheServer.
void deriveFacts(Facts &facts);
/// What deriveFacts() puts into `period`.
std::optional<DayRange> believablePeriod(const Facts &facts);
inline constexpr int longestPeriodDays = 3653; ///< ten years

/// Everything, or only what was added since `previous` (a copy plus the new rows) when nothing
/// was rewritten. Safe on any thread with its own connection.
Result<std::shared_ptr<const Facts>> loadFacts(QSqlDatabase &database,
                                               std::shared_ptr<const Facts> previous = {});

} // namespace tlsrpt

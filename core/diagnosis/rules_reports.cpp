// SPDX-License-Identifier: GPL-3.0-or-later
// Rules about the reports themselves: one finding a domain and sender.
#include "core/diagnosis/rules.h"
#include "core/diagnosis/thresholds.h"

#include <algorithm>
#include <array>

namespace tlsrpt::rules
{

namespace
{

struct DeviationWeight {
    DeviationKind kind;
    Severity severity;
};

/// Deviations that cost something. All others are habits of writing (a byte order mark, blanks, an
/// array inside a text, capital letters) that are read without a loss, or fields that many senders
/// leave out (addresses, the server, the policy after a fetch error), and stay with the report.
constexpr std::array weights{
    // A number, a day or a policy may not be what the sender meant.
    DeviationWeight{DeviationKind::InTheFuture, Severity::Low},
    DeviationWeight{DeviationKind::MultiDay, Severity::Low},         // the days cannot be told apart
    DeviationWeight{DeviationKind::NumbersOutOfRange, Severity::Low},
    DeviationWeight{DeviationKind::CountUnusable, Severity::Low},    // counted as 0
    DeviationWeight{DeviationKind::SummaryMissing, Severity::Low},   // no sessions at all
    DeviationWeight{DeviationKind::PolicyMissing, Severity::Low},
    DeviationWeight{DeviationKind::PolicyTypeMissing, Severity::Low}, // on no track
    DeviationWeight{DeviationKind::PolicyTypeUnknown, Severity::Low},
    DeviationWeight{DeviationKind::PolicyDomainMissing, Severity::Low}, // taken from the mail or file name
    DeviationWeight{DeviationKind::ResultTypeMissing, Severity::Low}, // a failure of no kind
    DeviationWeight{DeviationKind::Duplicated, Severity::Low},       // one of two values was taken
    // Read by a safe guess, but mandatory (RFC 8460 §4.4), or something cannot be told.
    DeviationWeight{DeviationKind::TimeWithoutZone, Severity::Info}, // taken for UTC
    DeviationWeight{DeviationKind::NotWholeDay, Severity::Info},
    DeviationWeight{DeviationKind::OrganizationMissing, Severity::Info},
    DeviationWeight{DeviationKind::ContactMissing, Severity::Info},  // nobody to write to
    DeviationWeight{DeviationKind::ReportIdMissing, Severity::Info}, // copies are harder to tell
    DeviationWeight{DeviationKind::DetailCountMissing, Severity::Info}, // taken for 1
    DeviationWeight{DeviationKind::DetailsDoNotSum, Severity::Info}, // failures without a detail
};

constexpr quint64 bitOf(DeviationKind kind)
{
    return quint64(1) << static_cast<int>(kind);
}

constexpr quint64 bitsOf(Severity severity)
{
    quint64 bits = 0;
    for (const DeviationWeight &weight : weights)
        bits |= weight.severity == severity ? bitOf(weight.kind) : 0;
    return bits;
}

/// The deviations of the report that matter. More occurrences than failed sessions are allowed
/// (one session may fail in two ways, RFC 8460 §4.4), so the kind as noted says too little:
/// only failed sessions that no detail explains count.
quint64 deviationsOf(const DomainView &view, const ViewRow &row)
{
    constexpr quint64 sums = bitOf(DeviationKind::DetailsDoNotSum);
    quint64 bits = view.facts.reports[row.report].deviations & ~sums;
    const PolicyFact &fact = view.facts.policyRows[row.index];
    qint64 told = 0;
    for (quint32 i = 0; i < fact.failureCount && told < row.failed; ++i)
        told += view.facts.failures[fact.firstFailure + i].occurrences;
    if (told < row.failed)
        bits |= sums;
    if (view.facts.reports[row.report].multiDay)
        bits |= bitOf(DeviationKind::MultiDay);
    return bits & (bitsOf(Severity::Low) | bitsOf(Severity::Info));
}

struct DeviatingReports {
    quint64 bits = 0;
    quint64 recentBits = 0; ///< of the sender's newest reports
    qint64 reports = 0, deviating = 0, conflicting = 0;
    int days = 0; ///< with a deviating report
    qint32 first = 0, last = 0;
    std::vector<quint32> rows; ///< Facts::policyRows
};

DeviatingReports deviatingReports(const DomainView &view, const ViewSender &sender)
{
    DeviatingReports found;
    quint32 counted = ~0u;
    quint32 noted = ~0u;
    for (const quint32 index : sender.rows) {
        const ViewRow &row = view.rows[index];
        const bool conflicting = view.facts.reports[row.report].conflicting;
        found.reports += row.report != counted;
        found.conflicting += conflicting && row.report != counted;
        counted = row.report;
        const quint64 bits = deviationsOf(view, row);
        if (!bits && !conflicting)
            continue;
        if (found.rows.empty())
            found.first = row.day;
        found.days += found.rows.empty() || row.day != found.last;
        found.last = row.day;
        found.bits |= bits;
        if (row.day >= sender.days.back() - thresholds::openWithin)
            found.recentBits |= bits;
        found.deviating += row.report != noted;
        noted = row.report;
        found.rows.push_back(row.index);
    }
    return found;
}

struct CountedTwice {
    qint64 reports = 0, withBoth = 0;
    int days = 0;
    qint32 first = 0, last = 0;
    std::vector<quint32> rows; ///< Facts::policyRows that the headline leaves out
};

CountedTwice countedTwiceBy(const DomainView &view, const ViewSender &sender)
{
    CountedTwice found;
    if (sender.tracks[size_t(Track::Sts)].empty() || sender.tracks[size_t(Track::Tlsa)].empty())
        return found;
    for (size_t i = 0; i < sender.rows.size();) {
        const ViewRow &start = view.rows[sender.rows[i]];
        std::array<bool, trackCount> shown{};
        const size_t before = found.rows.size();
        for (; i < sender.rows.size() && view.rows[sender.rows[i]].report == start.report; ++i) {
            const ViewRow &row = view.rows[sender.rows[i]];
            shown[size_t(row.track)] = true;
            if (!view.facts.policyRows[row.index].headline)
                found.rows.push_back(row.index);
        }
        found.withBoth += shown[size_t(Track::Sts)] && shown[size_t(Track::Tlsa)];
        if (found.rows.size() == before)
            continue;
        if (found.reports == 0)
            found.first = start.day;
        found.days += found.reports++ == 0 || start.day != found.last;
        found.last = start.day;
    }
    return found;
}

} // namespace

/// Reports of one sender deviate from the standard in a way that costs something, or exist in two
/// versions with different numbers (R39). Fills details.deviations (kinds), conflicts (reports in
/// two versions), number (reports that deviate or conflict) and outOf (all reports of the sender).
/// What cost little and is over is not told. Deterministic: certain.
void reportQuality(Case &subject)
{
    const DomainView &view = subject.view;
    for (SenderIndex sender = 0; sender < view.senders.size(); ++sender) {
        DeviatingReports found = deviatingReports(view, view.senders[sender]);
        const bool serious = found.conflicting > 0 || (found.bits & bitsOf(Severity::Low));
        if (!serious && !found.recentBits)
            continue;
        Finding finding = subject.findingAbout(Rule::R39, Track::Other, {sender}, found.first,
                                               found.last, Owner::Nobody, {});
        finding.severity = serious ? Severity::Low : Severity::Info;
        finding.open = found.recentBits != 0;
        finding.daysAffected = found.days;
        finding.details.deviations = serious ? found.bits : found.recentBits;
        finding.details.conflicts = found.conflicting;
        finding.details.number = found.deviating;
        finding.details.outOf = found.reports;
        finding.policyRows = std::move(found.rows);
        makeCertain(finding.confidence);
        subject.add(std::move(finding));
    }
}

/// A sender counts the same sessions under MTA-STS and DANE, in most of the reports that show both
/// (R40): equal totals of one report alone may be chance. Fills details.number (reports that do)
/// and outOf (reports with both).
void countedTwice(Case &subject)
{
    const DomainView &view = subject.view;
    for (SenderIndex sender = 0; sender < view.senders.size(); ++sender) {
        CountedTwice found = countedTwiceBy(view, view.senders[sender]);
        if (found.reports == 0 || 2 * found.reports < found.withBoth)
            continue;
        Finding finding = subject.findingAbout(Rule::R40, Track::Other, {sender}, found.first,
                                               found.last, Owner::Nobody, {});
        finding.severity = Severity::Info;
        finding.daysAffected = found.days;
        finding.details.number = found.reports;
        finding.details.outOf = found.withBoth;
        finding.policyRows = std::move(found.rows);
        makeCertain(finding.confidence);
        subject.add(std::move(finding));
    }
}

} // namespace tlsrpt::rules

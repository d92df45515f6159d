// SPDX-License-Identifier: GPL-3.0-or-later
// A filter made ready for one snapshot: names become indexes, so that a pass compares numbers.
#pragma once

#include "core/query/answers.h"
#include "core/query/filter.h"

#include <vector>

namespace tlsrpt
{

class Selection
{
public:
    Selection(const Facts &facts, const Filter &filter);

    /// Period and sender.
    bool hears(const ReportFact &report) const
    {
        return report.day >= m_from && report.day <= m_to
               && (m_allSenders || m_sender[report.reporter] || m_sender[report.organization]);
    }
    /// Domain and track.
    bool concerns(const PolicyFact &row) const
    {
        return m_track[size_t(row.track)] && (m_allDomains || m_domain[row.domain]);
    }
    /// The failure filters alone: only failures, host, cause.
    bool fails(const PolicyFact &row) const;
    bool counts(const PolicyFact &row) const { return concerns(row) && (!m_failing || fails(row)); }
    /// Host and cause.
    bool counts(const FailureFact &failure) const
    {
        return m_anyFailure
               || ((m_anyMx || failure.mx == m_mx)
                   && (m_anyCause || groupOf(failure.cause) == m_cause));
    }
    /// Whether a report without policy rows is heard, and whether it matches.
    bool hearsEmptyReports() const { return !m_asksDomains; }
    bool takesEmptyReports() const { return !m_asksDomains && !m_failing; }

    /// Whether a selected row's sessions go into the headline: also those of the second row about
    /// the same sessions where the filter left out the first.
    bool inHeadline(const ReportFact &report, const PolicyFact &row) const
    {
        return row.headline || !partnerCounts(report, row);
    }

private:
    bool partnerCounts(const ReportFact &report, const PolicyFact &row) const;
    void chooseSenders(const QStringList &names);
    void chooseDomains(const QStringList &names);
    void chooseTracks(const std::vector<Track> &tracks);

    const Facts &m_facts;
    qint32 m_from;
    qint32 m_to;
    bool m_allSenders = true;
    bool m_allDomains = true;
    std::vector<bool> m_sender; ///< by TextIndex
    std::vector<bool> m_domain;
    std::array<bool, trackCount> m_track{};
    bool m_asksDomains = false;
    bool m_failing = false;
    bool m_anyFailure = true;
    bool m_anyMx = true;
    bool m_anyCause = true;
    TextIndex m_mx = 0;
    CauseGroup m_cause = CauseGroup::Other;
};

/// What a row's sessions are called.
Sessions sessionsOf(const PolicyFact &row);

/// The headline sessions of a whole report.
Sessions sessionsOf(const Facts &facts, const ReportFact &report);

/// All failures of the rows that the selection counts, in order: `onFailure(report, row, failure)`.
/// Walks the failures, not the reports: most reports have none.
template<typename OnFailure>
void forEachFailure(const Facts &facts, const Selection &selection, OnFailure onFailure)
{
    constexpr quint32 none = ~quint32(0);
    quint32 current = none;
    bool counts = false;
    for (const FailureFact &failure : facts.failures) {
        const PolicyFact &row = facts.policyRows[failure.policyRow];
        if (failure.policyRow != current) {
            current = failure.policyRow;
            counts = selection.concerns(row) && selection.hears(facts.reports[row.report]);
        }
        if (counts && selection.counts(failure))
            onFailure(facts.reports[row.report], row, failure);
    }
}

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
// One domain's rows and failures, sorted and joined, as the rules look at them.
#pragma once

#include "core/diagnosis/policybook.h"
#include "core/diagnosis/problem.h"

namespace tlsrpt
{

/// Index into DomainView::senders.
using SenderIndex = quint32;

/// One element of a report's "policies".
struct ViewRow {
    quint32 index = 0;  ///< Facts::policyRows
    quint32 report = 0; ///< Facts::reports
    qint32 day = 0;
    SenderIndex sender = 0;
    Track track = Track::Other;
    PolicyMode mode = PolicyMode::Unknown; ///< of its policy, else of the sender's last one within max_age
    quint32 policy = 0; ///< Facts::policies; 0: none in the report
    qint64 successful = 0;
    qint64 failed = 0;
    qint64 sessions() const { return successful + failed; }
};

/// One failure detail.
struct ViewDetail {
    quint32 index = 0; ///< Facts::failures
    quint32 row = 0;   ///< DomainView::rows
    Problem problem = Problem::Unexplained;
    Cause cause = Cause::Unknown;
    bool adopted = false; ///< bare; the cause is another sender's for the same server and days
    TextIndex mx = 0;     ///< where no host is given: the only one with that problem in these days
    TextIndex ip = 0;     ///< receiving address
    qint64 count = 0;
};

/// What one sender counted on one track on one day.
struct SenderDay {
    qint32 day = 0;
    quint32 rows = 0;
    qint64 sessions = 0;
    qint64 failed = 0;
};

struct ViewSender {
    TextIndex key = 0;
    TextIndex name = 0;            ///< organization as last sent
    std::vector<qint32> days;      ///< report days, each once
    std::vector<quint32> rows;     ///< DomainView::rows in day order
    std::array<std::vector<SenderDay>, trackCount> tracks; ///< by Track, in day order
};

/// Sums over days; see sessionsOf().
struct SessionSum {
    qint64 sessions = 0;
    qint64 failed = 0;
    int days = 0; ///< with a row
    int cleanDays = 0; ///< with sessions and none failed
};

/// Reports whose day nobody can believe (Facts::period) are left out.
class DomainView
{
public:
    /// `rows` are the domain's indexes into Facts::policyRows. Both references outlive the view.
    DomainView(const Facts &facts, PolicyBook &book, TextIndex domain, std::vector<quint32> rows);

    const Facts &facts;
    PolicyBook &book;
    const TextIndex domain;
    QString name;
    std::vector<ViewRow> rows;       ///< by day, sender
    std::vector<ViewDetail> details; ///< in the order of their rows
    std::vector<ViewSender> senders; ///< in the order they were first seen
    std::vector<TextIndex> hosts;    ///< failing hosts, each once
    qint32 firstDay = 0, newestDay = 0; ///< of reports about the domain

    const QString &text(TextIndex index) const { return facts.texts[index]; }
    const FailureFact &fact(const ViewDetail &detail) const { return facts.failures[detail.index]; }
    const ViewRow &rowOf(const ViewDetail &detail) const { return rows[detail.row]; }
    const PolicyReading &policyOf(const ViewRow &row) const
    {
        return book.reading(row.policy, row.track);
    }
    /// Rows of first..last, both days included, as a range of `rows`.
    std::pair<size_t, size_t> rowsOfDays(qint32 first, qint32 last) const;
    SessionSum sessionsOf(SenderIndex sender, Track track, qint32 first, qint32 last) const;
    SessionSum sessionsOfAll(Track track, qint32 first, qint32 last) const;
    /// Report days of first..last.
    int reportDays(SenderIndex sender, qint32 first, qint32 last) const;
    /// Five or more report days in the 14 up to `day`.
    bool isActive(SenderIndex sender, qint32 day) const;
    /// Whether the sessions of a row are surely with that server: reports do not split successes
    /// by server, so only a tlsa row about the host, a policy that names just it, or a domain with
    /// one server ever seen allow it.
    bool isAttributable(const ViewRow &row, TextIndex mx) const;

private:
    void addRows(const std::vector<quint32> &indexes);
    void addDetails();
    void addSenderDays();
    void resolveModes();
    void adoptCauses();
    void adoptHosts();
};

} // namespace tlsrpt

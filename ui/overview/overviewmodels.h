// SPDX-License-Identifier: GPL-3.0-or-later
// The three tables of the overview.
#pragma once

#include "core/diagnosis/finding.h"
#include "core/query/answers.h"
#include "ui/widgets/rowmodel.h"

namespace tlsrpt
{

struct SenderBar {
    SenderRow row;
    double share = 0; ///< of the largest sender's sessions
};
using SenderShares = RowModel<SenderBar>;

struct DomainLine : DomainRow {
    FindingPtr worst;    ///< its first open problem; null: none
    bool judged = false; ///< the reports were looked through for problems
};
using DomainRows = RowModel<DomainLine>;

struct TrackShare {
    Track track = Track::Other;
    TrackSessions sessions;
    double share = 0; ///< of the largest track's sessions
};
using TrackShares = RowModel<TrackShare>;

SenderShares *newSenderShares(QObject *parent);
TrackShares *newTrackShares(QObject *parent);
DomainRows *newDomainRows(QObject *parent);

std::vector<SenderBar> senderShares(const Overview &overview);
/// `judged`: `findings` are all that the filter leaves, worst first.
std::vector<DomainLine> domainLines(const Overview &overview, const std::vector<FindingPtr> &findings, bool judged);
/// Only tracks that occur, in the order sts, tlsa, none, other.
std::vector<TrackShare> trackShares(const Overview &overview);
/// "mx2.example.org: certificate expired since 20 Oct"; empty without a failure in the last week.
QString mainFailure(const DomainRow &row);

} // namespace tlsrpt

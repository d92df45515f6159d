// SPDX-License-Identifier: GPL-3.0-or-later
// The table of what proves a finding.
#pragma once

#include "core/diagnosis/finding.h"
#include "ui/widgets/rowmodel.h"

namespace tlsrpt
{

struct Evidence {
    std::vector<EvidenceRow> rows; ///< newest first; at most mostEvidence
    qint64 reports = 0;            ///< all of them
};
inline constexpr int mostEvidence = 500;

/// Failure details; where a finding has none, the rows of reports that it is about, in words.
Evidence evidenceFor(const Finding &finding, const Facts &facts);

using EvidenceModel = RowModel<EvidenceRow>;
enum EvidenceColumn { EvidenceDay, EvidenceSender, EvidenceWhat, EvidenceReason, EvidenceServer, EvidenceAddress,
                      EvidenceNetwork, EvidenceCount, evidenceColumns };
EvidenceModel *newEvidenceModel(QObject *parent);
/// Whether any row has something to show there.
bool hasColumn(const EvidenceModel &model, EvidenceColumn column);

} // namespace tlsrpt

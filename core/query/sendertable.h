// SPDX-License-Identifier: GPL-3.0-or-later
// Adds up what each sender reported, while a pass goes over the reports.
#pragma once

#include "core/query/answers.h"
#include "core/query/bins.h"

#include <vector>

namespace tlsrpt
{

class SenderTable
{
public:
    SenderTable(const Facts &facts, DayRange period, const Bins &bins);

    /// Each heard report first; then, where it matches, its rows and failures.
    void hear(const ReportFact &report);
    void match(const ReportFact &report);
    void addRow(const PolicyFact &row, const Sessions &headline);
    void addFailure(const FailureFact &failure);
    /// Senders with a matching report, most sessions first.
    std::vector<SenderRow> rows() const;

private:
    struct Sender {
        SenderRow row;
        DaySet days;
        qint32 nameDay = 0;
        TextIndex name = 0;
    };
    Sender &senderOf(const ReportFact &report);

    const Facts &m_facts;
    DayRange m_period;
    const Bins &m_bins;
    std::vector<qint32> m_slot; ///< by TextIndex of the key, -1 = none yet
    std::vector<Sender> m_senders;
    Sender *m_current = nullptr;
    int m_bin = -1;
};

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
// Many reports that look like real ones, the same for the same seed.
#pragma once

#include "tests/support/corpus/madereport.h"
#include "tests/support/corpus/packing.h"

namespace tlsrpt::made
{

struct Plan {
    int reports = 1000;
    quint64 seed = 1;
};

class Corpus
{
public:
    explicit Corpus(Plan plan);

    int size() const { return m_plan.reports; }
    /// Report number index; made from the seed and the index alone.
    Report at(int index) const;

private:
    Plan m_plan;
    int m_days = 1;
    int m_domains = 1;
};

/// Writes the whole corpus to a folder (gz, json, eml) or a file (mbox, zip).
[[nodiscard]] bool writeCorpus(const Corpus &corpus, Format format, const QString &out);

} // namespace tlsrpt::made

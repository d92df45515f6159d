// SPDX-License-Identifier: GPL-3.0-or-later
// Facts of reports without an archive between them: a fuzz target has no time for SQL.
#pragma once

#include "core/query/facts.h"
#include "tests/support/scenario/scenariotable.h"

#include <map>

namespace tlsrpt::fuzz
{

class MemoryFacts
{
public:
    MemoryFacts();

    /// As if it had been imported next.
    void add(Report report, const ScenarioTable &table);
    /// Of all reports until now, with what the archive's reader derives.
    Facts facts() const;

private:
    TextIndex indexOf(const QString &text);
    quint32 policyOf(const PolicyResult &row);
    void addRow(const PolicyResult &row);
    void addFailure(const FailureDetail &detail, quint32 policyRow);

    Facts m_facts;
    std::map<QString, TextIndex> m_texts;
    std::map<QString, quint32> m_policies;
};

} // namespace tlsrpt::fuzz

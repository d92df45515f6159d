// SPDX-License-Identifier: GPL-3.0-or-later
// Faults to put into clean.json, what must be noted and how it must be read.
#pragma once

#include "core/report/report.h"

#include <vector>

namespace tlsrpt::test
{

struct Replacement {
    const char *from; ///< its first occurrence in clean.json
    QByteArray to;
};

struct DeviationCase {
    const char *name;
    std::vector<Replacement> changes;
    std::vector<Deviation> expected;
    bool (*check)(const Report &) = nullptr;
};

std::vector<DeviationCase> documentCases(); ///< the report as a whole, times, policies
std::vector<DeviationCase> policyCases();   ///< one policy row
std::vector<DeviationCase> failureCases();  ///< one failure detail

inline std::vector<DeviationCase> deviationCases()
{
    std::vector<DeviationCase> all = documentCases();
    for (auto cases : {policyCases(), failureCases()})
        all.insert(all.end(), cases.begin(), cases.end());
    return all;
}

} // namespace tlsrpt::test

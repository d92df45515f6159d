// SPDX-License-Identifier: GPL-3.0-or-later
// A story of reports as a table (see tests/support/scenario/scenariotable.h), judged through a real
// archive.
#pragma once

#include "core/diagnosis/diagnosis.h"

namespace tlsrpt
{

class Scenario
{
public:
    /// Fails hard (qFatal) on a line it cannot read: a scenario with a typo proves nothing.
    explicit Scenario(const QByteArray &table);

    const Facts &facts() const { return *m_facts; }
    const Diagnosis &diagnosis() const { return *m_diagnosis; }
    /// Judged again as seen from another day, as after a fetch on that day.
    Diagnosis fetchedOn(int day) const;

    std::vector<Finding> all(Rule rule) const;
    bool raises(Rule rule) const { return !all(rule).empty(); }
    /// The one finding of a rule; fails hard where there are none or several.
    Finding one(Rule rule) const;
    /// "R01 critical open mx2.example.org 11-14" a line, in the order of the diagnosis.
    QStringList lines() const;

    static Day day(int number); ///< 1 is 1 January 2026
    static QString text(const Diagnosis &diagnosis);

private:
    std::shared_ptr<const Facts> m_facts;
    std::shared_ptr<const Diagnosis> m_diagnosis;
};

} // namespace tlsrpt

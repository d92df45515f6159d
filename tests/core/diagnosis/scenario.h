// SPDX-License-Identifier: GPL-3.0-or-later
// A story of reports as a small readable table, judged through a real archive.
//
//     policy P  enforce mx1.example.org,mx2.example.org 604800
//     text   Q  version: STSv1 | mode: testing | mx: mx1.example.org
//     tlsa   T  mx1.example.org | 3 1 1 aaaa...          (a64 stands for 64 times "a")
//     # days   sender  track  policy  good  failed  details
//     1-10     google  sts    P       100   0
//     11-14    google  sts    P       90    10      10 certificate-expired mx=mx2.example.org ip=192.0.2.2
//     11,13    postfix tlsa   T       0     3       3 certificate-not-trusted mx=mx1.example.org
//     12       google  none   -       20    0
//     13       google  sts@example.net P 5 0
//
// Day 1 is 1 January 2026. Rows of one sender and day are one report. Several details are parted
// by ";". Members: mx ip from helo reason (blanks as "_"), info. Among the details, "dev=Name" adds
// a deviation to the report, "multiday" makes it a week long, "contact=A" and "submitter=D" say who
// sent it, "dkim=fail" that its signature did not match, "twice" that an older version with other
// numbers came as well. Lines without a day start with "#" or a keyword.
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

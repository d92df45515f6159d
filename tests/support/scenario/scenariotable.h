// SPDX-License-Identifier: GPL-3.0-or-later
// Reports told as a small readable table: what scenarios of the diagnosis and its fuzz target read.
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

#include "core/report/report.h"

#include <QHash>
#include <QSet>

#include <map>

namespace tlsrpt
{

class ScenarioTable
{
public:
    /// False: nobody can read this line. Reports may have got a part of it.
    [[nodiscard]] bool read(const QString &line);
    /// By day and sender, each with a report-id of its own.
    std::vector<Report> reports() const;
    int rowCount() const { return m_rows; }
    bool cameTwice(const Report &report) const { return m_twice.contains(report.reportId); }
    bool hasBadSignature(const Report &report) const { return m_badSignatures.contains(report.reportId); }

    static Day day(int number); ///< 1 is 1 January 2026

private:
    struct Policy {
        QStringList lines;
        QStringList hosts;
    };

    bool readPolicy(const QStringList &line);
    Report &reportOf(const QString &sender, int day);
    bool addRow(Report &report, const QStringList &words);
    bool addDetail(Report &report, PolicyResult &row, const QStringList &words);
    bool setReport(Report &report, const QString &word);

    QHash<QString, Policy> m_policies;
    std::map<std::pair<int, QString>, Report> m_reports;
    QSet<QString> m_twice; ///< by report-id
    QSet<QString> m_badSignatures;
    int m_rows = 0;
};

} // namespace tlsrpt

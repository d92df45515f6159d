// SPDX-License-Identifier: GPL-3.0-or-later
// The columns that FactsLoader reads. A column costs more than the bits in it (Qt makes a QVariant
// of each), so small numbers come packed, several to a column; measured, this halves the time of a
// load. Where ids have grown too large for that they come one by one.
#pragma once

#include <QString>

class QSqlQuery;

namespace tlsrpt
{

struct ReportColumns {
    qint64 id = 0;
    qint64 day = 0;
    bool multiDay = false;
    qint64 reporter = 0;
    qint64 organization = 0;
    quint64 deviations = 0;
};

struct PolicyColumns {
    qint64 id = 0;
    qint64 report = 0;
    int track = 0;
    bool headline = true;
    qint64 policyType = 0;
    qint64 domain = 0;
    qint64 policy = 0;
    bool counted = true;    ///< false: the counts did not fit, see largeCounts()
    qint64 successful = 0;
    qint64 failed = 0;
};

struct FailureColumns {
    qint64 policyResult = 0;
    qint64 resultType = 0;
    qint64 reason = 0;
    qint64 mx = 0;
    qint64 receivingIp = 0;
    qint64 sendingIp = 0;
    qint64 helo = 0;
    qint64 occurrences = 0;
};

/// What is in "SELECT ... " and how a row of the answer reads.
class FactsColumns
{
public:
    FactsColumns() = default;
    /// By the largest ids of the archive.
    FactsColumns(qint64 largestNameId, qint64 largestRowId);

    bool packed() const { return m_packed; }
    QString reports() const;
    QString policies() const;
    QString failures() const; ///< of "failure_ f"
    ReportColumns report(const QSqlQuery &query) const;
    PolicyColumns policy(const QSqlQuery &query) const;
    FailureColumns failure(const QSqlQuery &query) const;
    /// id, successful, failed of the policy_result_ rows with PolicyColumns::counted false.
    static QString largeCounts();

private:
    bool m_packed = false;
};

} // namespace tlsrpt

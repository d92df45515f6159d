// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/deletable.h"

#include "core/query/facts.h"
#include "core/query/sql.h"

#include <algorithm>

namespace tlsrpt
{

namespace
{

/// Reports that have policies, all of them about this domain.
qint64 reportsAboutOnly(const Facts &facts, const QString &domain)
{
    return std::count_if(facts.reports.begin(), facts.reports.end(), [&](const ReportFact &report) {
        const auto first = facts.policyRows.begin() + report.firstPolicy;
        return report.policyCount > 0
            && std::all_of(first, first + report.policyCount,
                           [&](const PolicyFact &row) { return facts.text(row.domain) == domain; });
    });
}

Result<qint64> reportsOf(ArchiveReader &reader, ImportId import)
{
    qint64 reports = 0;
    const Status counted = forEachRow(
        reader.database(),
        QStringLiteral("SELECT count(*) FROM report_ WHERE import_id=? AND state=0 AND deletion_id IS NULL"),
        {import.value}, [&reports](const QSqlQuery &query) {
            reports = query.value(0).toLongLong();
            return true;
        });
    if (!counted)
        return tl::unexpected<Error>(counted.error());
    return reports;
}

} // namespace

Result<qint64> reportsToDelete(ArchiveReader &reader, const Facts &facts, const DeletionChoice &choice)
{
    if (choice.import)
        return reportsOf(reader, *choice.import);
    if (choice.before)
        return std::count_if(facts.reports.begin(), facts.reports.end(),
                             [&](const ReportFact &report) { return report.day < choice.before->value; });
    if (!choice.domain.isEmpty())
        return reportsAboutOnly(facts, choice.domain);
    return qint64(choice.reports.size());
}

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
// Tables for spreadsheets. Column names are stable English; days are ISO 8601.
#include "ui/export/summary.h"
#include "ui/widgets/table.h"
#include "ui/words/words.h"

namespace tlsrpt
{

namespace
{

class Csv
{
public:
    explicit Csv(const QStringList &header) { row(header); }
    void row(const QStringList &cells)
    {
        QStringList safe;
        safe.reserve(cells.size());
        for (const QString &cell : cells)
            safe.append(csvCell(cell));
        m_text += safe.join(u',') + u"\r\n"_qs; // RFC 4180 §2
    }
    QString text() const { return m_text; }

private:
    QString m_text;
};

QString n(qint64 value) { return QString::number(value); }

QString daysCsv(const Overview &overview)
{
    QStringList header{u"day"_qs, u"reports"_qs, u"protected"_qs, u"no_policy"_qs, u"failed"_qs};
    for (int g = 0; g < causeGroupCount; ++g)
        header.append(u"occurrences_"_qs + slug(static_cast<CauseGroup>(g)));
    Csv csv(header);
    for (const DayRow &row : overview.days) {
        QStringList cells{row.day.toIso(), n(row.reports), n(row.sessions.protectedCount),
                          n(row.sessions.noPolicy), n(row.sessions.failed)};
        for (const qint64 count : row.occurrences)
            cells.append(n(count));
        csv.row(cells);
    }
    return csv.text();
}

QString domainsCsv(const Overview &overview)
{
    Csv csv({u"domain"_qs, u"policy"_qs, u"reports"_qs, u"protected"_qs, u"no_policy"_qs, u"failed"_qs,
             u"failed_last_7_days"_qs, u"sessions_last_7_days"_qs});
    for (const DomainRow &row : overview.domains) {
        csv.row({row.domain, words::policiesApplied(row), n(row.reports),
                 n(row.sessions.protectedCount), n(row.sessions.noPolicy), n(row.sessions.failed),
                 n(row.lastWeek.failed), n(row.lastWeek.total())});
    }
    return csv.text();
}

QString sendersCsv(const Overview &overview)
{
    Csv csv({u"sender"_qs, u"key"_qs, u"reports"_qs, u"days"_qs, u"first_day"_qs, u"last_day"_qs,
             u"protected"_qs, u"no_policy"_qs, u"failed"_qs});
    for (const SenderRow &row : overview.senders) {
        csv.row({row.name, row.key, n(row.reports), n(row.days), row.first.toIso(), row.last.toIso(),
                 n(row.sessions.protectedCount), n(row.sessions.noPolicy), n(row.sessions.failed)});
    }
    return csv.text();
}

QString serversCsv(const std::vector<ServerRow> &servers)
{
    Csv csv({u"mx"_qs, u"domains"_qs, u"cause"_qs, u"result_type"_qs, u"reason"_qs, u"occurrences"_qs,
             u"senders"_qs, u"first_day"_qs, u"last_day"_qs});
    for (const ServerRow &server : servers) {
        for (const CountedCause &cause : server.causeList) {
            csv.row({server.mx, server.domains.join(u' '), words::causeName(cause.cause),
                     cause.resultType, cause.reason, n(cause.occurrences), n(cause.senders),
                     cause.first.toIso(), cause.last.toIso()});
        }
    }
    return csv.text();
}

QString policiesCsv(const std::vector<PolicySeen> &policies)
{
    Csv csv({u"domain"_qs, u"track"_qs, u"mode"_qs, u"policy"_qs, u"first_day"_qs, u"last_day"_qs,
             u"senders"_qs, u"reports"_qs});
    for (const PolicySeen &seen : policies) {
        csv.row({seen.domain, slug(seen.track), words::modeName(seen.policy.mode),
                 seen.policy.strings.join(u"; "_qs), seen.first.toIso(), seen.last.toIso(),
                 n(seen.senders), n(seen.reports)});
    }
    return csv.text();
}

} // namespace

QLatin1String slug(CsvTable table)
{
    switch (table) {
    case CsvTable::Days: return QLatin1String("days");
    case CsvTable::Domains: return QLatin1String("domains");
    case CsvTable::Senders: return QLatin1String("senders");
    case CsvTable::Servers: return QLatin1String("servers");
    case CsvTable::ResultTypes: return QLatin1String("result-types");
    case CsvTable::Policies: return QLatin1String("policies");
    }
    Q_UNREACHABLE();
}

QString summaryCsv(const Summary &summary, CsvTable table)
{
    switch (table) {
    case CsvTable::Days: return daysCsv(summary.overview);
    case CsvTable::Domains: return domainsCsv(summary.overview);
    case CsvTable::Senders: return sendersCsv(summary.overview);
    case CsvTable::Servers: return serversCsv(summary.servers);
    case CsvTable::Policies: return policiesCsv(summary.policies);
    case CsvTable::ResultTypes: break;
    }
    Csv csv({u"result_type"_qs, u"occurrences"_qs});
    for (const ResultTypeRow &row : summary.resultTypes)
        csv.row({row.resultType, n(row.occurrences)});
    return csv.text();
}

} // namespace tlsrpt

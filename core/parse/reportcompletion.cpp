// SPDX-License-Identifier: GPL-3.0-or-later
// What no single member tells: whose report this is and which domain each row is about.
#include "core/parse/reportreader.h"
#include "core/report/names.h"

#include <QSet>

#include <algorithm>

namespace tlsrpt
{

namespace
{

/// A domain as people write it into headers and file names; empty if it can be none.
QString usableDomain(QStringView text)
{
    const QString domain = domainOfAddress(text);
    const bool plain = std::none_of(domain.begin(), domain.end(), [](QChar c) {
        return c.isSpace() || c == u',' || c == u'/' || c == u'!' || c == u'_' || c == u':';
    });
    return plain && domain.contains(u'.') ? domain : QString();
}

/// Google and sys4 end a report id with "_" and the domain, Microsoft with "+".
QString domainOfReportId(const QString &reportId)
{
    const qsizetype mark = std::max(reportId.lastIndexOf(u'_'), reportId.lastIndexOf(u'+'));
    return mark < 0 ? QString() : usableDomain(QStringView(reportId).mid(mark + 1));
}

/// The domains that rows other than DANE's name: recipients, never mail hosts.
QSet<QString> recipientsOf(const Report &report)
{
    QSet<QString> domains;
    for (const PolicyResult &row : report.policies) {
        if (row.track != Track::Tlsa && !row.policyDomainAsSent.isEmpty())
            domains.insert(row.policyDomainAsSent);
    }
    return domains;
}

bool isFailingHost(const PolicyResult &row)
{
    return std::any_of(row.failures.begin(), row.failures.end(), [&](const FailureDetail &detail) {
        return detail.receivingMx == row.policyDomainAsSent;
    });
}

/// A tlsa row that names a mail host is about the report's recipient domain.
void completeTlsa(PolicyResult &row, qint32 index, const QSet<QString> &recipients,
                  const QString &recipient, Notes &notes)
{
    const bool isRecipient =
        row.policyDomainAsSent == recipient || recipients.contains(row.policyDomainAsSent);
    if (!isRecipient) {
        if (!recipient.isEmpty())
            row.policyDomain = recipient;
    } else if (!isFailingHost(row)) {
        const Place place{index, Place::none, "/policy"};
        notes.add(DeviationKind::PolicyDomainNotTheServer, place, "policy-domain",
                  row.policyDomainAsSent);
    }
}

void completeDomains(Report &report, const DocumentHints &hints, Reading &reading)
{
    const bool simple =
        std::all_of(report.policies.begin(), report.policies.end(), [](const PolicyResult &row) {
            return row.track != Track::Tlsa && !row.policyDomainAsSent.isEmpty();
        });
    if (simple)
        return;
    QString recipient = usableDomain(hints.reportDomain);
    const QSet<QString> recipients = recipientsOf(report);
    if (recipient.isEmpty() && recipients.size() == 1)
        recipient = *recipients.begin();
    QString missing = recipient.isEmpty() ? domainOfReportId(report.reportId) : recipient;
    if (missing.isEmpty()) {
        for (const PolicyResult &row : report.policies) {
            if (missing.isEmpty())
                missing = row.policyDomainAsSent;
        }
    }
    for (std::size_t i = 0; i < report.policies.size(); ++i) {
        PolicyResult &row = report.policies[i];
        if (row.policyDomainAsSent.isEmpty())
            row.policyDomain = missing;
        else if (row.track == Track::Tlsa)
            completeTlsa(row, reading.rows[i], recipients, recipient, reading.notes);
    }
}

QString reporterKeyOf(const Report &report, const DocumentHints &hints, NameCache &names)
{
    for (const QString &hint : {report.contact, hints.submitter, hints.from}) {
        QString house = names.house(hint);
        if (!house.isEmpty())
            return house;
    }
    return report.organization.simplified().toLower();
}

} // namespace

void completeReport(Report &report, const DocumentHints &hints, Reading &reading)
{
    report.submitter = hints.submitter;
    report.reporterKey = reporterKeyOf(report, hints, reading.names);
    completeDomains(report, hints, reading);
    markHeadline(report);
}

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/query/made.h"

#include "core/store/connection.h"

#include <QSqlQuery>

namespace tlsrpt::made
{

namespace
{

QString text(const char *latin1) { return QString::fromLatin1(latin1); }

} // namespace

FailureDetail failure(const char *type, qint64 count, const char *mx, const char *reason,
                      const char *ip)
{
    FailureDetail detail;
    detail.resultType = text(type);
    detail.failedSessions = count;
    detail.receivingMx = text(mx);
    detail.reasonCode = text(reason);
    detail.receivingIp = text(ip);
    return detail;
}

PolicyResult row(const char *type, const char *domain, qint64 successful, qint64 failed,
                 std::vector<FailureDetail> failures)
{
    PolicyResult result;
    result.policyType = text(type);
    result.track = trackOf(result.policyType);
    result.policyDomain = result.policyDomainAsSent = text(domain);
    result.successful = successful;
    result.failed = failed;
    result.failures = std::move(failures);
    return result;
}

PolicyResult sts(const char *domain, qint64 successful, qint64 failed,
                 std::vector<FailureDetail> failures, const char *mode, QStringList patterns)
{
    PolicyResult result = row("sts", domain, successful, failed, std::move(failures));
    if (*mode == '\0')
        return result;
    result.policyStrings = {text("version: STSv1"), text("mode: ") + text(mode)};
    for (const QString &pattern : patterns)
        result.policyStrings << text("mx: ") + pattern;
    result.policyStrings << text("max_age: 604800");
    result.mxHosts = std::move(patterns);
    return result;
}

PolicyResult tlsa(const char *domain, qint64 successful, qint64 failed,
                  std::vector<FailureDetail> failures)
{
    PolicyResult result = row("tlsa", domain, successful, failed, std::move(failures));
    result.policyStrings = {text("3 1 1 ") + QString(64, QLatin1Char('a'))};
    return result;
}

Report report(const char *sender, Day day, std::vector<PolicyResult> policies)
{
    static int number = 0;
    Report report;
    report.reporterKey = text(sender);
    report.organization = text(sender).toUpper();
    report.contact = text("reports@") + text(sender);
    report.reportId = QString::number(++number);
    report.start = qint64(day.value) * 86400;
    report.end = report.start + 86400;
    report.policies = std::move(policies);
    return report;
}

QStringList dump(const Facts &facts)
{
    QStringList lines;
    for (const ReportFact &r : facts.reports) {
        lines << QStringLiteral("report %1 %2 %3 %4 %5 %6 %7 %8 %9")
                     .arg(r.id.value)
                     .arg(r.day)
                     .arg(facts.text(r.reporter), facts.text(r.organization))
                     .arg(r.deviations)
                     .arg(facts.text(r.contact), facts.text(r.submitter))
                     .arg(r.multiDay * 4 + r.signatureFailed * 2 + r.conflicting);
        for (quint32 i = r.firstPolicy; i < r.firstPolicy + r.policyCount; ++i) {
            const PolicyFact &p = facts.policyRows[i];
            const KnownPolicy &known = facts.policies[p.policy];
            lines << QStringLiteral(" row %1 %2 %3 %4 %5 %6 %7 [%8]")
                         .arg(&facts.reports[p.report] == &r)
                         .arg(facts.text(p.domain), facts.text(p.policyType))
                         .arg(int(p.track))
                         .arg(int(p.mode))
                         .arg(p.headline)
                         .arg(QStringLiteral("%1/%2").arg(p.successful).arg(p.failed),
                              (known.strings + known.mxHosts).join(u'|'));
            for (quint32 k = p.firstFailure; k < p.firstFailure + p.failureCount; ++k) {
                const FailureFact &f = facts.failures[k];
                lines << QStringLiteral("  failure %1 %2 %3 %4 %5 %6 %7 %8 %9")
                             .arg(f.policyRow == i)
                             .arg(facts.text(f.resultType), facts.text(f.reason),
                                  facts.text(f.mx), facts.text(f.receivingIp),
                                  facts.text(f.sendingIp), facts.text(f.helo))
                             .arg(int(f.cause) * 10 + int(f.coverage))
                             .arg(f.occurrences);
            }
        }
    }
    if (facts.period)
        lines << facts.period->first.toIso() + u'-' + facts.period->last.toIso();
    for (size_t i = 0; i < facts.mailHosts.size(); ++i) {
        if (facts.mailHosts[i])
            lines << facts.texts[i];
    }
    return lines;
}

MadeArchive::MadeArchive()
    : m_clock(QDateTime(QDate(2026, 12, 1), QTime(12, 0), Qt::UTC))
{
    auto opened = Archive::open(path(), Archive::Mode::CreateIfMissing, m_clock);
    if (!opened)
        qFatal("archive: %s", qPrintable(opened.error().detail));
    m_archive = std::move(*opened);
}

ImportId MadeArchive::add(std::vector<Report> reports, qint64 dated)
{
    std::vector<StoredReport> batch;
    for (Report &report : reports) {
        markHeadline(report);
        StoredReport stored;
        stored.identity = identityOf(report);
        stored.content = contentHashOf(report);
        stored.original = QByteArrayLiteral("{}");
        stored.source = QStringLiteral("made ") + report.reportId;
        stored.hints.mailDate = dated;
        stored.report = std::move(report);
        batch.push_back(std::move(stored));
    }
    const auto import = m_archive->beginImport(ImportKind::Files, {QStringLiteral("/made")});
    ImportCounts counts;
    if (!import || !m_archive->writeBatch(*import, batch, counts)
        || !m_archive->finishImport(*import, counts))
        qFatal("import failed");
    return *import;
}

std::shared_ptr<const Facts> MadeArchive::facts(std::shared_ptr<const Facts> previous) const
{
    auto connection = Connection::open(path(), Connection::Mode::ReadOnly);
    if (!connection)
        qFatal("connection: %s", qPrintable(connection.error().detail));
    auto facts = loadFacts(connection->database(), std::move(previous));
    if (!facts)
        qFatal("facts: %s", qPrintable(facts.error().detail));
    return *facts;
}

void MadeArchive::execute(const QStringList &statements) const
{
    auto connection = Connection::open(path(), Connection::Mode::ReadWrite);
    if (!connection)
        qFatal("connection: %s", qPrintable(connection.error().detail));
    for (const QString &statement : statements) {
        QSqlQuery query(connection->database());
        if (!query.exec(statement))
            qFatal("%s: %s", qPrintable(statement), qPrintable(query.lastError().text()));
    }
}

std::shared_ptr<const Facts> factsOf(std::vector<Report> reports)
{
    MadeArchive archive;
    archive.add(std::move(reports));
    return archive.facts();
}

} // namespace tlsrpt::made

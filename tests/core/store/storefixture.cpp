// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/store/storefixture.h"

namespace tlsrpt::storetest
{

const Clock &fixedClock()
{
    static const FixedClock fixed(QDateTime::fromSecsSinceEpoch(1'794'000'000, Qt::UTC));
    return fixed;
}

Report makeReport(int number, qint64 sessions, const QString &domain)
{
    Report report;
    report.organization = QStringLiteral("Sender %1").arg(number % 5);
    report.contact = QStringLiteral("tls@sender%1.example").arg(number % 5);
    report.reportId = QStringLiteral("report-%1").arg(number);
    report.reporterKey = QStringLiteral("sender%1.example").arg(number % 5);
    report.start = someStart + qint64(number % 30) * 86400;
    report.end = report.start + 86400;
    PolicyResult result;
    result.policyType = QStringLiteral("sts");
    result.track = Track::Sts;
    result.policyStrings = {QStringLiteral("version: STSv1"), QStringLiteral("mode: enforce"),
                            QStringLiteral("mx: mx.%1").arg(domain), QStringLiteral("max_age: 604800")};
    result.policyDomain = domain;
    result.policyDomainAsSent = domain;
    result.mxHosts = {QStringLiteral("mx.%1").arg(domain)};
    result.successful = sessions;
    result.failed = 1;
    FailureDetail failure;
    failure.resultType = QStringLiteral("certificate-expired");
    failure.receivingMx = QStringLiteral("mx.%1").arg(domain);
    failure.sendingMtaIp = QStringLiteral("192.0.2.1");
    failure.failedSessions = 1;
    result.failures = {failure};
    report.policies = {result};
    return report;
}

StoredReport toStored(Report report, qint64 mailDate)
{
    StoredReport stored;
    stored.identity = identityOf(report);
    stored.content = contentHashOf(report);
    stored.original = QByteArray("{\"report-id\":\"") + report.reportId.toUtf8() + "\"}";
    stored.source = report.reportId + QStringLiteral(".json");
    stored.hints.fileName = stored.source;
    stored.hints.mailDate = mailDate;
    stored.report = std::move(report);
    return stored;
}

StoredReport makeStored(int number, qint64 sessions, qint64 mailDate, const QString &domain)
{
    return toStored(makeReport(number, sessions, domain), mailDate);
}

TemporaryArchive::TemporaryArchive()
{
    reopen();
}

void TemporaryArchive::reopen(int busySeconds)
{
    m_archive.reset();
    auto opened = Archive::open(path(), Archive::Mode::CreateIfMissing, fixedClock(), busySeconds);
    if (opened)
        m_archive = std::move(*opened);
}

ImportCounts TemporaryArchive::write(std::vector<StoredReport> batch)
{
    ImportCounts counts;
    const auto import = m_archive->beginImport(ImportKind::Files, {QStringLiteral("test")});
    if (!import || !m_archive->writeBatch(*import, batch, counts)
        || !m_archive->finishImport(*import, counts))
        counts.imported = -1;
    return counts;
}

qint64 TemporaryArchive::number(const QString &sql)
{
    auto connection = Connection::open(path(), Connection::Mode::ReadOnly);
    return connection ? tlsrpt::number(connection->database(), sql).value_or(-1) : -1;
}

bool TemporaryArchive::outside(const QString &sql)
{
    auto connection = Connection::open(path(), Connection::Mode::ReadWrite);
    return connection && execute(connection->database(), sql).has_value();
}

QStringList TemporaryArchive::rows(const QString &sql)
{
    auto connection = Connection::open(path(), Connection::Mode::ReadOnly);
    if (!connection)
        return {QStringLiteral("cannot open")};
    auto query = execute(connection->database(), sql);
    if (!query)
        return {query.error().detail};
    QStringList lines;
    while (query->next())
        lines.append(query->value(0).toString());
    return lines;
}

QStringList TemporaryArchive::contents()
{
    return rows(QStringLiteral(
        "SELECT hex(r.identity)||' '||hex(r.content)||' '||r.state||' '||r.dated||' '||"
        "(SELECT group_concat(p.successful||'/'||p.failed) FROM policy_result_ p WHERE p.report_id=r.id) "
        "FROM report_ r WHERE r.deletion_id IS NULL ORDER BY 1"));
}

} // namespace tlsrpt::storetest

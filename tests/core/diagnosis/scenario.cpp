// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/diagnosis/scenario.h"

#include "tests/core/query/made.h"
#include "tests/support/scenario/scenariotable.h"

namespace tlsrpt
{

namespace
{

std::shared_ptr<const Facts> factsOf(const ScenarioTable &table)
{
    constexpr qint64 older = 1'700'000'000;
    std::vector<Report> versions;
    QStringList changes;
    const std::vector<Report> reports = table.reports();
    for (const Report &report : reports) {
        if (table.cameTwice(report)) {
            versions.push_back(report);
            ++versions.back().policies.front().successful;
        }
        if (table.hasBadSignature(report))
            changes << QStringLiteral("UPDATE report_ SET signature = 2 WHERE report_id = '%1'").arg(report.reportId);
    }
    made::MadeArchive archive;
    archive.add(reports);
    if (!versions.empty())
        archive.add(std::move(versions), older);
    archive.execute(changes);
    return archive.facts();
}

} // namespace

Scenario::Scenario(const QByteArray &text)
{
    ScenarioTable table;
    const QStringList lines = QString::fromUtf8(text).split(u'\n');
    for (const QString &line : lines) {
        if (!table.read(line))
            qFatal("scenario: cannot read \"%s\"", qPrintable(line));
    }
    m_facts = factsOf(table);
    m_diagnosis = diagnose(*m_facts, {newestReportDay(*m_facts).value_or(day(1)), false});
}

Diagnosis Scenario::fetchedOn(int number) const
{
    return *diagnose(*m_facts, {day(number), true});
}

Day Scenario::day(int number)
{
    return ScenarioTable::day(number);
}

std::vector<Finding> Scenario::all(Rule rule) const
{
    std::vector<Finding> found;
    for (const FindingPtr &finding : m_diagnosis->findings) {
        if (finding->rule == rule)
            found.push_back(*finding);
    }
    return found;
}

Finding Scenario::one(Rule rule) const
{
    std::vector<Finding> found = all(rule);
    if (found.size() != 1)
        qFatal("%d findings of %s, not one:\n%s", int(found.size()), id(rule).data(),
               qPrintable(lines().join(u'\n')));
    return found.front();
}

QStringList Scenario::lines() const
{
    return text(*m_diagnosis).split(u'\n', Qt::SkipEmptyParts);
}

QString Scenario::text(const Diagnosis &diagnosis)
{
    QString text;
    for (const FindingPtr &finding : diagnosis.findings) {
        const Finding &f = *finding;
        text += QStringLiteral("%1 %2 %3 %4 %5-%6 %7\n")
                    .arg(id(f.rule), slug(f.severity),
                         f.open ? QStringLiteral("open") : QStringLiteral("over"),
                         f.mx.isEmpty() ? QStringLiteral("-") : f.mx)
                    .arg(f.first.value - day(1).value + 1)
                    .arg(f.last.value - day(1).value + 1)
                    .arg(f.confidence.certain ? QStringLiteral("certain")
                                              : QString::number(f.confidence.value));
    }
    return text;
}

} // namespace tlsrpt

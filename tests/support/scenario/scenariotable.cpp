// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scenario/scenariotable.h"

#include "core/report/stspolicy.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>

namespace tlsrpt
{

namespace
{

constexpr int mostDays = 4000; ///< of one line: eleven years
constexpr int farthestDay = 4'000'000; ///< beyond the year 9999

QStringList words(const QString &line)
{
    return line.simplified().split(u' ', Qt::SkipEmptyParts);
}

std::optional<int> numberOf(const QString &text)
{
    bool good = false;
    const int number = text.toInt(&good);
    return good ? std::optional(number) : std::nullopt;
}

/// Sessions or occurrences, within what a report may count.
std::optional<qint64> countOf(const QString &text)
{
    bool good = false;
    const qint64 count = text.toLongLong(&good);
    return good && count >= 0 && count <= qint64(1) << 53 ? std::optional(count) : std::nullopt;
}

/// "10,12,20-30/7": single days, ranges, ranges with a step; empty where it is none of these.
std::vector<int> daysOf(const QString &text)
{
    std::vector<int> days;
    const QStringList parts = text.split(u',');
    for (const QString &part : parts) {
        const QStringList stepped = part.split(u'/');
        const QStringList ends = stepped[0].split(u'-');
        const auto first = numberOf(ends.front());
        const auto last = numberOf(ends.back());
        const auto step = stepped.size() > 1 ? numberOf(stepped[1]) : 1;
        if (!first || !last || !step || *step < 1 || *first < 1 || *last > farthestDay)
            return {};
        for (int day = *first; day <= *last; day += *step) {
            if (days.size() == mostDays)
                return {};
            days.push_back(day);
        }
    }
    return days;
}

/// "a64" in a record is 64 times "a".
QString expandedRecord(QString record)
{
    static const QRegularExpression repeated(QStringLiteral("\\b([0-9a-f])(\\d{2,3})$"));
    const auto match = repeated.match(record);
    if (match.hasMatch())
        record.replace(match.capturedStart(), match.capturedLength(),
                       QString(match.captured(2).toInt(), match.captured(1).front()));
    return record;
}

QStringList parted(const QStringList &words)
{
    QStringList parts = words.join(u' ').split(u'|');
    for (QString &part : parts)
        part = part.trimmed();
    return parts;
}

bool setMember(FailureDetail &detail, const QString &word)
{
    const QString name = word.section(u'=', 0, 0);
    const QString value = word.section(u'=', 1);
    if (name == u"mx")
        detail.receivingMx = value;
    else if (name == u"ip")
        detail.receivingIp = value;
    else if (name == u"from")
        detail.sendingMtaIp = value;
    else if (name == u"helo")
        detail.receivingHelo = QString(value).replace(u'_', u' ');
    else if (name == u"reason")
        detail.reasonCode = QString(value).replace(u'_', u' ');
    else if (name == u"info")
        detail.additionalInformation = value;
    else
        return false;
    return true;
}

std::optional<DeviationKind> deviationOf(const QString &name)
{
    static const QHash<QString, DeviationKind> known{
        {QStringLiteral("TimeWithoutZone"), DeviationKind::TimeWithoutZone},
        {QStringLiteral("InTheFuture"), DeviationKind::InTheFuture},
        {QStringLiteral("DetailsDoNotSum"), DeviationKind::DetailsDoNotSum},
        {QStringLiteral("ContactMissing"), DeviationKind::ContactMissing},
        {QStringLiteral("ReportIdMissing"), DeviationKind::ReportIdMissing},
        {QStringLiteral("PolicyDomainMissing"), DeviationKind::PolicyDomainMissing},
        {QStringLiteral("PolicyDomainNotTheServer"), DeviationKind::PolicyDomainNotTheServer},
        {QStringLiteral("PolicyStringNested"), DeviationKind::PolicyStringNested},
        {QStringLiteral("MultiDay"), DeviationKind::MultiDay},
        {QStringLiteral("ByteOrderMark"), DeviationKind::ByteOrderMark},
    };
    const auto found = known.constFind(name);
    return found == known.constEnd() ? std::nullopt : std::optional(*found);
}

struct Sender {
    QString key;
    QString name;
};

Sender senderOf(const QString &word)
{
    if (word == u"google")
        return {QStringLiteral("google.com"), QStringLiteral("Google Inc.")};
    if (word == u"microsoft")
        return {QStringLiteral("microsoft.com"), QStringLiteral("Microsoft Corporation")};
    if (word == u"mailru")
        return {QStringLiteral("mail.ru"), QStringLiteral("Mail.ru")};
    return {word + u".example", word};
}

} // namespace

Day ScenarioTable::day(int number)
{
    return {Day::fromDate(QDate(2026, 1, 1)).value + number - 1};
}

bool ScenarioTable::read(const QString &line)
{
    const QStringList all = words(line);
    if (all.isEmpty() || all[0].startsWith(u'#'))
        return true;
    if (all[0] == u"policy" || all[0] == u"text" || all[0] == u"tlsa")
        return readPolicy(all);
    const std::vector<int> days = all.size() < 6 ? std::vector<int>{} : daysOf(all[0]);
    return !days.empty() && std::all_of(days.begin(), days.end(), [&](int number) {
        return addRow(reportOf(all[1], number), all);
    });
}

std::vector<Report> ScenarioTable::reports() const
{
    std::vector<Report> reports;
    for (const auto &[key, report] : m_reports)
        reports.push_back(report);
    return reports;
}

bool ScenarioTable::readPolicy(const QStringList &line)
{
    if (line.size() < (line[0] == u"policy" ? 5 : 3))
        return false;
    Policy policy;
    if (line[0] == u"policy") {
        policy.lines << QStringLiteral("version: STSv1") << u"mode: " + line[2];
        policy.hosts = line[3].split(u',');
        for (const QString &host : policy.hosts)
            policy.lines << u"mx: " + host;
        policy.lines << u"max_age: " + line[4];
    } else if (line[0] == u"text") {
        policy.lines = parted(line.mid(2));
        policy.hosts = parseStsPolicy(policy.lines).mx;
    } else {
        policy.lines = parted(line.mid(2));
        policy.hosts << policy.lines.takeFirst();
        for (QString &record : policy.lines)
            record = expandedRecord(record);
    }
    m_policies[line[1]] = policy;
    return true;
}

Report &ScenarioTable::reportOf(const QString &sender, int number)
{
    const auto [entry, isNew] = m_reports.try_emplace({number, sender});
    Report &report = entry->second;
    if (isNew) {
        const Sender who = senderOf(sender);
        report.organization = who.name;
        report.reporterKey = who.key;
        report.contact = u"reports@" + who.key;
        report.reportId = QString::number(m_reports.size());
        report.start = qint64(day(number).value) * 86400;
        report.end = report.start + 86400;
    }
    return report;
}

bool ScenarioTable::addRow(Report &report, const QStringList &all)
{
    const QString track = all[2].section(u'@', 0, 0);
    const auto good = countOf(all[4]);
    const auto failed = countOf(all[5]);
    if (!good || !failed)
        return false;
    PolicyResult row;
    row.policyType = track == u"none" ? QStringLiteral("no-policy-found") : track;
    row.track = trackOf(row.policyType);
    row.policyDomain = all[2].contains(u'@') ? all[2].section(u'@', 1) : QStringLiteral("example.org");
    row.policyDomainAsSent = row.policyDomain;
    row.successful = *good;
    row.failed = *failed;
    if (all[3] != u"-") {
        const auto policy = m_policies.constFind(all[3]);
        if (policy == m_policies.constEnd())
            return false;
        row.policyStrings = policy->lines;
        row.mxHosts = policy->hosts;
    }
    const QStringList details = all.mid(6).join(u' ').split(u';', Qt::SkipEmptyParts);
    for (const QString &detail : details) {
        if (!addDetail(report, row, words(detail)))
            return false;
    }
    report.policies.push_back(std::move(row));
    ++m_rows;
    return true;
}

bool ScenarioTable::addDetail(Report &report, PolicyResult &row, const QStringList &all)
{
    if (all.isEmpty())
        return false;
    if (all[0].startsWith(u"dev=")) {
        const auto kind = deviationOf(all[0].mid(4));
        if (kind)
            report.deviations.push_back({*kind, {}, {}});
        return kind.has_value();
    }
    if (all.size() == 1)
        return setReport(report, all[0]);
    FailureDetail detail;
    const auto count = countOf(all[0]);
    if (!count)
        return false;
    detail.failedSessions = *count;
    detail.resultType = all[1];
    for (const QString &word : all.mid(2)) {
        if (!setMember(detail, word))
            return false;
    }
    row.failures.push_back(std::move(detail));
    return true;
}

bool ScenarioTable::setReport(Report &report, const QString &word)
{
    if (word == u"multiday")
        report.end = report.start + 7 * 86400;
    else if (word == u"twice")
        m_twice.insert(report.reportId);
    else if (word == u"dkim=fail")
        m_badSignatures.insert(report.reportId);
    else if (word.startsWith(u"contact="))
        report.contact = word.section(u'=', 1);
    else if (word.startsWith(u"submitter="))
        report.submitter = word.section(u'=', 1);
    else
        return false;
    return true;
}

} // namespace tlsrpt

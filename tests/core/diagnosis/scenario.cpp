// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/diagnosis/scenario.h"

#include "tests/core/query/made.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <map>

namespace tlsrpt
{

namespace
{

struct Policy {
    QStringList lines;
    QStringList hosts;
};

QStringList words(const QString &line)
{
    return line.simplified().split(u' ', Qt::SkipEmptyParts);
}

[[noreturn]] void refuse(const QString &line)
{
    qFatal("scenario: cannot read \"%s\"", qPrintable(line));
}

int numberOf(const QString &text, const QString &line)
{
    bool good = false;
    const int number = text.toInt(&good);
    if (!good)
        refuse(line);
    return number;
}

/// "1-10,12,20-30/7": single days, ranges, ranges with a step.
std::vector<int> daysOf(const QString &text, const QString &line)
{
    std::vector<int> days;
    const QStringList parts = text.split(u',');
    for (const QString &part : parts) {
        const QStringList stepped = part.split(u'/');
        const QStringList ends = stepped[0].split(u'-');
        const int step = stepped.size() > 1 ? numberOf(stepped[1], line) : 1;
        for (int day = numberOf(ends.front(), line); day <= numberOf(ends.back(), line); day += step)
            days.push_back(day);
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

Policy policyOf(const QStringList &line)
{
    Policy policy;
    if (line[0] == u"policy") {
        policy.lines << QStringLiteral("version: STSv1") << u"mode: "_qs + line[2];
        policy.hosts = line[3].split(u',');
        for (const QString &host : policy.hosts)
            policy.lines << u"mx: "_qs + host;
        policy.lines << u"max_age: "_qs + line[4];
    } else if (line[0] == u"text") {
        policy.lines = parted(line.mid(2));
        policy.hosts = parseStsPolicy(policy.lines).mx;
    } else {
        policy.lines = parted(line.mid(2));
        policy.hosts << policy.lines.takeFirst();
        for (QString &record : policy.lines)
            record = expandedRecord(record);
    }
    return policy;
}

void setMember(FailureDetail &detail, const QString &word, const QString &line)
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
        refuse(line);
}

DeviationKind deviationOf(const QString &name, const QString &line)
{
    static const QHash<QString, DeviationKind> known{
        {QStringLiteral("TimeWithoutZone"), DeviationKind::TimeWithoutZone},
        {QStringLiteral("InTheFuture"), DeviationKind::InTheFuture},
        {QStringLiteral("DetailsDoNotSum"), DeviationKind::DetailsDoNotSum},
        {QStringLiteral("ContactMissing"), DeviationKind::ContactMissing},
        {QStringLiteral("ReportIdMissing"), DeviationKind::ReportIdMissing},
        {QStringLiteral("PolicyDomainMissing"), DeviationKind::PolicyDomainMissing},
        {QStringLiteral("PolicyStringNested"), DeviationKind::PolicyStringNested},
        {QStringLiteral("MultiDay"), DeviationKind::MultiDay},
        {QStringLiteral("ByteOrderMark"), DeviationKind::ByteOrderMark},
    };
    if (!known.contains(name))
        refuse(line);
    return known[name];
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
    return {word + u".example"_qs, word};
}

class Table
{
public:
    void read(const QString &line)
    {
        const QStringList all = words(line);
        if (all.isEmpty() || all[0].startsWith(u'#'))
            return;
        if (all[0] == u"policy" || all[0] == u"text" || all[0] == u"tlsa") {
            m_policies[all[1]] = policyOf(all);
            return;
        }
        if (all.size() < 6)
            refuse(line);
        for (const int day : daysOf(all[0], line))
            addRow(reportOf(all[1], day), all, line);
    }
    std::shared_ptr<const Facts> facts() const
    {
        constexpr qint64 older = 1'700'000'000;
        std::vector<Report> reports;
        std::vector<Report> versions;
        QStringList changes;
        for (const auto &[key, report] : m_reports) {
            reports.push_back(report);
            if (m_twice.contains(report.reportId)) {
                versions.push_back(report);
                ++versions.back().policies.front().successful;
            }
        }
        for (const QString &reportId : m_badSignatures)
            changes << QStringLiteral("UPDATE report_ SET signature = 2 WHERE report_id = '%1'").arg(reportId);
        made::MadeArchive archive;
        archive.add(std::move(reports));
        if (!versions.empty())
            archive.add(std::move(versions), older);
        archive.execute(changes);
        return archive.facts();
    }

private:
    Report &reportOf(const QString &sender, int day)
    {
        const auto [entry, isNew] = m_reports.try_emplace({day, sender});
        if (isNew) {
            const Sender who = senderOf(sender);
            entry->second = made::report(qPrintable(who.key), Scenario::day(day), {});
            entry->second.organization = who.name;
        }
        return entry->second;
    }

    void addRow(Report &report, const QStringList &all, const QString &line)
    {
        const QString track = all[2].section(u'@', 0, 0);
        const QString domain = all[2].contains(u'@') ? all[2].section(u'@', 1)
                                                     : QStringLiteral("example.org");
        PolicyResult row = made::row(track == u"none" ? "no-policy-found" : qPrintable(track),
                                     qPrintable(domain), numberOf(all[4], line),
                                     numberOf(all[5], line));
        if (all[3] != u"-") {
            if (!m_policies.contains(all[3]))
                refuse(line);
            row.policyStrings = m_policies[all[3]].lines;
            row.mxHosts = m_policies[all[3]].hosts;
        }
        const QStringList details = all.mid(6).join(u' ').split(u';', Qt::SkipEmptyParts);
        for (const QString &detail : details)
            addDetail(report, row, words(detail), line);
        report.policies.push_back(std::move(row));
    }

    bool setReport(Report &report, const QString &word)
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

    void addDetail(Report &report, PolicyResult &row, const QStringList &all, const QString &line)
    {
        if (all[0].startsWith(u"dev=")) {
            report.deviations.push_back({deviationOf(all[0].mid(4), line), {}, {}});
            return;
        }
        if (all.size() == 1 && setReport(report, all[0]))
            return;
        if (all.size() < 2)
            refuse(line);
        FailureDetail detail;
        detail.failedSessions = numberOf(all[0], line);
        detail.resultType = all[1];
        for (const QString &word : all.mid(2))
            setMember(detail, word, line);
        row.failures.push_back(std::move(detail));
    }

    QHash<QString, Policy> m_policies;
    std::map<std::pair<int, QString>, Report> m_reports;
    QSet<QString> m_twice;         ///< by report-id
    QSet<QString> m_badSignatures;
};

} // namespace

Scenario::Scenario(const QByteArray &text)
{
    Table table;
    const QStringList lines = QString::fromUtf8(text).split(u'\n');
    for (const QString &line : lines)
        table.read(line);
    m_facts = table.facts();
    m_diagnosis = diagnose(*m_facts, {newestReportDay(*m_facts).value_or(day(1)), false});
}

Diagnosis Scenario::fetchedOn(int number) const
{
    return *diagnose(*m_facts, {day(number), true});
}

Day Scenario::day(int number)
{
    return {Day::fromDate(QDate(2026, 1, 1)).value + number - 1};
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

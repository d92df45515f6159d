// SPDX-License-Identifier: GPL-3.0-or-later
// How long judging a large archive takes, from scratch and after one added report. The facts are
// made in memory, so that nothing but the diagnosis is measured. Use a Release build:
//
//     bench_diagnosis [reports [domains]]
#include "core/diagnosis/diagnosis.h"

#include <QElapsedTimer>
#include <QTextStream>

#include <random>

using namespace tlsrpt;

namespace
{

constexpr int senderCount = 40;
constexpr int hostCount = 3;
constexpr qint32 firstDay = 20'000; ///< in 2024

struct Domain {
    TextIndex name = 0;
    std::array<TextIndex, hostCount> hosts{};
    std::array<quint32, 2> sts{}; ///< policies: the older one in testing, the newer one
    quint32 tlsa = 0;
    bool dane = false;
    bool failsOften = false;
};

/// The failures of one detail in the proportions that senders report them in.
struct Trouble {
    const char *type;
    Cause cause;
    bool atServer;
};
constexpr std::array troubles{
    Trouble{"validation-failure", Cause::NoReason, true},
    Trouble{"validation-failure", Cause::NoReason, true},
    Trouble{"certificate-expired", Cause::Expired, true},
    Trouble{"certificate-host-mismatch", Cause::NameMismatch, true},
    Trouble{"starttls-not-supported", Cause::StarttlsNotOffered, true},
    Trouble{"certificate-not-trusted", Cause::NotTrusted, true},
    Trouble{"sts-policy-fetch-error", Cause::FetchFailed, false},
    Trouble{"sts-webpki-invalid", Cause::PolicyHostCertificate, false},
};

class MadeFacts
{
public:
    MadeFacts(int reports, int domains)
        : m_reports(reports)
    {
        m_facts.texts.emplace_back();
        m_facts.policies.emplace_back();
        for (int i = 0; i < senderCount; ++i)
            m_senders.push_back(text(u"sender%1.example"_qs.arg(i)));
        for (int i = 0; i < 4 * senderCount; ++i)
            m_sending.push_back(text(u"198.51.%1.%2"_qs.arg(i % 100).arg(i)));
        for (int i = 0; i < domains; ++i)
            addDomain(i);
        for (const Trouble &trouble : troubles)
            m_types.push_back(text(QLatin1String(trouble.type)));
    }

    Facts make()
    {
        const int perDay = int(m_domains.size()) * senderCount;
        for (int i = 0; i < m_reports; ++i) {
            const int slot = i % perDay;
            addReport(firstDay + i / perDay, m_senders[size_t(slot % senderCount)],
                      m_domains[size_t(slot / senderCount)]);
        }
        m_facts.newestImport = Day{firstDay + m_reports / perDay + 1};
        deriveFacts(m_facts);
        return m_facts;
    }
    /// The same with one report more, with a failure in it.
    Facts oneMore(Facts facts)
    {
        std::swap(facts, m_facts);
        m_domains.front().failsOften = true;
        addReport(m_facts.reports.back().day, m_senders.front(), m_domains.front());
        deriveFacts(m_facts);
        std::swap(facts, m_facts);
        return facts;
    }

private:
    TextIndex text(const QString &value)
    {
        m_facts.texts.push_back(value);
        return TextIndex(m_facts.texts.size() - 1);
    }
    quint32 policy(QStringList lines, QStringList hosts, PolicyMode mode)
    {
        m_facts.policies.push_back({std::move(lines), std::move(hosts), mode, 2592000});
        return quint32(m_facts.policies.size() - 1);
    }
    bool chance(int percent) { return int(m_random() % 100) < percent; }

    void addDomain(int number)
    {
        Domain domain;
        const QString name = u"domain%1.example"_qs.arg(number);
        domain.name = text(name);
        QStringList hosts;
        for (int i = 0; i < hostCount; ++i) {
            hosts.append(u"mx%1."_qs.arg(i) + name);
            domain.hosts[size_t(i)] = text(hosts.back());
        }
        domain.dane = number % 4 == 0;
        domain.failsOften = number % 10 == 0;
        QStringList lines{QStringLiteral("version: STSv1"), QStringLiteral("mode: testing")};
        for (const QString &host : hosts)
            lines.append(u"mx: "_qs + host);
        lines.append(QStringLiteral("max_age: 2592000"));
        domain.sts[0] = policy(lines, hosts, PolicyMode::Testing);
        const bool enforces = number % 3 > 0;
        lines[1] = enforces ? QStringLiteral("mode: enforce") : QStringLiteral("mode: testing");
        domain.sts[1] = policy(lines, hosts, enforces ? PolicyMode::Enforce : PolicyMode::Testing);
        domain.tlsa = policy({u"3 1 1 "_qs + QString(64, u'a')}, {hosts.front()},
                             PolicyMode::Unknown);
        m_domains.push_back(domain);
    }

    void addReport(qint32 day, TextIndex sender, const Domain &domain)
    {
        ReportFact report;
        report.id = ReportId{qint64(m_facts.reports.size()) + 1};
        report.day = day;
        report.reporter = report.organization = sender;
        report.firstPolicy = quint32(m_facts.policyRows.size());
        report.policyCount = 1;
        addRow(domain, Track::Sts, domain.sts[day < firstDay + 100 ? 0 : 1]);
        if (domain.dane && chance(50)) {
            addRow(domain, Track::Tlsa, domain.tlsa);
            ++report.policyCount;
        }
        m_facts.reports.push_back(report);
    }

    void addRow(const Domain &domain, Track track, quint32 policy)
    {
        PolicyFact row;
        row.report = quint32(m_facts.reports.size());
        row.domain = domain.name;
        row.policy = policy;
        row.track = track;
        row.mode = m_facts.policies[policy].mode;
        row.successful = 10 + int(m_random() % 200);
        row.firstFailure = quint32(m_facts.failures.size());
        if (chance(domain.failsOften ? 30 : 4)) {
            row.failureCount = 1 + m_random() % 3;
            for (quint32 i = 0; i < row.failureCount; ++i)
                row.failed += addFailure(domain);
        }
        m_facts.policyRows.push_back(row);
    }

    qint64 addFailure(const Domain &domain)
    {
        const size_t kind = m_random() % troubles.size();
        FailureFact failure;
        failure.policyRow = quint32(m_facts.policyRows.size());
        failure.resultType = m_types[kind];
        failure.cause = troubles[kind].cause;
        failure.occurrences = 1 + int(m_random() % 20);
        failure.sendingIp = m_sending[m_random() % m_sending.size()];
        if (troubles[kind].atServer) {
            failure.mx = domain.hosts[m_random() % hostCount];
            failure.receivingIp = failure.mx;
            failure.coverage = Coverage::Covered;
        }
        m_facts.failures.push_back(failure);
        return failure.occurrences;
    }

    const int m_reports;
    Facts m_facts;
    std::mt19937 m_random{1};
    std::vector<TextIndex> m_senders, m_sending, m_types;
    std::vector<Domain> m_domains;
};

} // namespace

int main(int argc, char **argv)
{
    QTextStream out(stdout);
    const int reports = argc > 1 ? QByteArray(argv[1]).toInt() : 1'000'000;
    const int domains = argc > 2 ? QByteArray(argv[2]).toInt() : 100;
    MadeFacts made(reports, domains);
    const Facts facts = made.make();
    const Reference reference{newestReportDay(facts).value_or(Day{}), false};
    out << facts.reports.size() << " reports, " << facts.policyRows.size() << " results, "
        << facts.failures.size() << " failures" << Qt::endl;

    QElapsedTimer timer;
    timer.start();
    const auto whole = diagnose(facts, reference);
    out << "from scratch: " << timer.elapsed() << " ms, " << whole->findings.size() << " findings"
        << Qt::endl;

    const Facts more = made.oneMore(facts);
    timer.start();
    const auto next = diagnose(more, reference, whole);
    out << "one report more: " << timer.elapsed() << " ms, " << next->findings.size()
        << " findings" << Qt::endl;

    // Which rules speak how often: random failures are the worst case of noise.
    std::array<int, ruleCount> counts{};
    for (const FindingPtr &finding : next->findings)
        ++counts[size_t(finding->rule)];
    for (int i = 0; i < ruleCount; ++i) {
        if (counts[size_t(i)] > 0)
            out << id(static_cast<Rule>(i)) << ' ' << counts[size_t(i)] << Qt::endl;
    }
    return 0;
}

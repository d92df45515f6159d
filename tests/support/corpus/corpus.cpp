// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/corpus/corpus.h"

#include "tests/support/corpus/random.h"

#include <algorithm>
#include <array>

namespace tlsrpt::made
{
namespace
{

constexpr int failingPercent = 15;
constexpr int reportsPerDay = 32; // four domains, every sender: the thinnest day we make
constexpr int longestDays = 365;

const std::array<Sender, 8> &senders()
{
    static const std::array<Sender, 8> all = {{
        {House::Google, "Google Inc.", "google.com", "smtp-tls-reporting@google.com", "209.85.222",
         false},
        {House::Microsoft, "Microsoft Corporation", "microsoft.com", "tlsrpt-noreply@microsoft.com",
         "40.107.20", false},
        {House::MailRu, "Mail.ru", "mail.ru", "tls_support@corp.mail.ru", "94.100.180", false},
        {House::Postfix, "mail.firma.example", "mail.firma.example", "tlsrpt@mail.firma.example",
         "198.51.100", false},
        {House::Postfix, "mx.verein.example", "mx.verein.example", "postmaster@mx.verein.example",
         "203.0.113", false},
        {House::Stalwart, "Nordlicht Mail", "nordlicht.example", "noreply-tls@nordlicht.example",
         "192.0.2", false},
        {House::Mox, "mox.dorf.example", "dorf.example", "postmaster@dorf.example", "198.51.100",
         false},
        {House::Postfix, "smtp.universitaet.example", "universitaet.example",
         "tlsrpt@universitaet.example", "203.0.113", false},
    }};
    return all;
}

/// What a domain publishes and where its mail goes.
struct Domain {
    QByteArray name;
    QList<QByteArray> mx;
    bool sts = true;
    bool dane = false;
    QByteArray mode;
    QList<QByteArray> patterns;
    QList<QByteArray> records;
};

Domain makeDomain(quint64 seed, int index)
{
    static const std::array<const char *, 12> words = {
        "nordwind", "bergbach",  "kanzlei", "werkstatt", "verlag",      "praxis",
        "stadtbad", "druckerei", "imkerei", "hafen",     "musikschule", "gaertnerei"};
    Random random(mixed(seed, 0x10000ULL + static_cast<quint64>(index)));
    Domain domain;
    domain.name = QByteArray(words.at(static_cast<std::size_t>(index) % words.size())) + '-' +
                  QByteArray::number(index + 1) + ".example";
    domain.mx = {"mx1." + domain.name, "mx2." + domain.name};
    // Of every eight: five with MTA-STS, one with both, one with DANE, one with nothing.
    domain.sts = index % 4 != 3;
    domain.dane = index % 8 == 1 || index % 8 == 3;
    domain.mode = random.chance(70) ? "enforce" : "testing";
    domain.patterns = random.chance(50) ? QList<QByteArray>{"*." + domain.name} : domain.mx;
    domain.records = {tlsaRecord(domain.name + " old"), tlsaRecord(domain.name + " new")};
    return domain;
}

QByteArray address(const QByteArray &network, qint64 last)
{
    return network + '.' + QByteArray::number(last);
}

Policy stsPolicy(const Domain &domain, qint64 sessions)
{
    return {"sts",
            domain.name,
            stsLines(domain.mode, domain.patterns, 604800),
            domain.patterns,
            sessions,
            0,
            {}};
}

Policy tlsaPolicy(const Domain &domain, const QByteArray &base, qint64 sessions)
{
    return {"tlsa", base, domain.records, {}, sessions, 0, {}};
}

/// The rows each kind of sender makes of the same traffic.
std::vector<Policy> policiesFor(House house, const Domain &domain, qint64 sessions)
{
    const bool knowsDane = house != House::Google && house != House::MailRu && house != House::Mox;
    std::vector<Policy> policies;
    if (house == House::Microsoft && domain.sts && domain.dane) {
        policies.push_back(stsPolicy(domain, sessions)); // the same sessions, twice
        policies.push_back(tlsaPolicy(domain, domain.name, sessions));
    } else if (knowsDane && domain.dane) {
        const QByteArray base = house == House::Microsoft ? domain.name : domain.mx.first();
        policies.push_back(tlsaPolicy(domain, base, sessions));
    } else if (domain.sts) {
        policies.push_back(stsPolicy(domain, sessions));
    } else {
        policies.push_back({"no-policy-found", domain.name, {}, {}, sessions, 0, {}});
    }
    return policies;
}

/// The same trouble for a domain through a month, as it is in life.
Trouble troubleOf(quint64 seed, const Domain &domain, QDate day, const Policy &policy)
{
    static const std::array<Trouble, 8> forSts = {
        Trouble::Expired,         Trouble::WrongName,       Trouble::NotTrusted,
        Trouble::NoEncryption,    Trouble::Unexplained,     Trouble::NotInPolicy,
        Trouble::BrokenHandshake, Trouble::PolicyNotFetched};
    static const std::array<Trouble, 3> forDane = {Trouble::DaneMismatch, Trouble::NoEncryption,
                                                   Trouble::BrokenHandshake};
    const auto month = static_cast<quint64>(day.year() * 12 + day.month());
    Random random(mixed(seed ^ hashed(domain.name), month));
    if (policy.type == "tlsa")
        return forDane.at(static_cast<std::size_t>(random.below(forDane.size())));
    return forSts.at(static_cast<std::size_t>(random.below(forSts.size())));
}

void addFailures(Policy &policy, Trouble trouble, const Domain &domain, const Sender &sender,
                 Random &random)
{
    const qint64 sessions = policy.successful;
    if (trouble == Trouble::PolicyNotFetched) {
        // No policy, so every session counts as failed; nothing more is known.
        policy.lines.clear();
        policy.mxHosts.clear();
        policy.failed = sessions;
        policy.failures.push_back({trouble, {}, {}, {}, sessions, {}});
        policy.successful = 0;
        return;
    }
    policy.failed = random.between(1, std::max<qint64>(1, sessions / 5));
    policy.successful = sessions - policy.failed;
    const QByteArray mx = trouble == Trouble::NotInPolicy ? "backup.mail." + domain.name
                                                          : domain.mx.at(random.below(2));
    const QByteArray receiving = address("192.0.2", 1 + static_cast<qint64>(hashed(mx) % 250));
    qint64 left = policy.failed;
    while (left > 0 && policy.failures.size() < 3) {
        const qint64 part = policy.failures.size() == 2 ? left : random.between(1, left);
        const QByteArray sending = address(sender.network, random.between(1, 250));
        policy.failures.push_back({trouble, mx, receiving, sending, part, {}});
        left -= part;
    }
}

} // namespace

Corpus::Corpus(Plan plan)
    : m_plan(plan)
{
    m_days = std::clamp(plan.reports / reportsPerDay, 1, longestDays);
    const int perDay = (plan.reports + m_days - 1) / m_days;
    const int count = static_cast<int>(senders().size());
    m_domains = (perDay + count - 1) / count;
}

Report Corpus::at(int index) const
{
    const qint64 day = static_cast<qint64>(index) * m_days / m_plan.reports;
    // The first index of that day: the smallest i with i * days / reports == day.
    const qint64 first = (day * m_plan.reports + m_days - 1) / m_days;
    const qint64 place = index - first;
    const auto senderCount = static_cast<qint64>(senders().size());
    const Sender &sender = senders().at(static_cast<std::size_t>(place % senderCount));
    const Domain domain = makeDomain(m_plan.seed, static_cast<int>(place / senderCount));

    Random random(mixed(m_plan.seed, 0x100000000ULL + static_cast<quint64>(index)));
    Report report;
    report.sender = sender;
    report.day = QDate(2025, 11, 1).addDays(day);
    report.domain = domain.name;
    report.number = random.next();
    // From a handful to a few thousand, most of them small.
    const qint64 sessions = random.between(1, 1LL << random.between(2, 12));
    report.policies = policiesFor(sender.house, domain, sessions);
    if (random.chance(failingPercent)) {
        for (Policy &policy : report.policies) {
            if (policy.type != "no-policy-found") {
                addFailures(policy, troubleOf(m_plan.seed, domain, report.day, policy), domain,
                            sender, random);
            }
        }
    }
    return report;
}

bool writeCorpus(const Corpus &corpus, Format format, const QString &out)
{
    std::unique_ptr<Writer> writer;
    if (format == Format::Zip)
        writer = zipWriter(out);
    else if (format == Format::Mbox)
        writer = mboxWriter(out);
    else
        writer = folderWriter(out);
    if (!writer)
        return false;
    for (int i = 0; i < corpus.size(); ++i) {
        if (!addReport(*writer, format, corpus.at(i)))
            return false;
    }
    return writer->finish();
}

} // namespace tlsrpt::made

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/samples/story.h"

#include "tests/support/corpus/random.h"

#include <algorithm>
#include <array>

namespace tlsrpt::made
{
namespace
{

constexpr quint64 seed = 8460;
const QByteArray com = QByteArrayLiteral("example.com");
const QByteArray org = QByteArrayLiteral("example.org");
const QByteArray net = QByteArrayLiteral("example.net");

struct Reporter {
    Sender sender;
    std::array<int, 3> perDay; ///< sessions of a working day for com, org, net
};

const std::array<Reporter, 5> &reporters()
{
    static const std::array<Reporter, 5> all = {{
        {{House::Google, "Google Inc.", "google.com", "smtp-tls-reporting@google.com", "209.85.222",
          false},
         {4970, 2620, 950}},
        {{House::Microsoft, "Microsoft Corporation", "microsoft.com",
          "tlsrpt-noreply@microsoft.com", "40.107.20", true},
         {3150, 1290, 725}},
        {{House::MailRu, "Mail.ru", "mail.ru", "tls_support@corp.mail.ru", "94.100.180", false},
         {270, 197, 54}},
        {{House::Postfix, "mail.firma.example", "mail.firma.example", "tlsrpt@mail.firma.example",
          "198.51.100", false},
         {103, 75, 58}},
        {{House::Postfix, "mx.verein.example", "mx.verein.example", "postmaster@mx.verein.example",
          "203.0.113", false},
         {43, 46, 33}},
    }};
    return all;
}

QDate at(int month, int day)
{
    return {2026, month, day};
}

bool within(QDate day, QDate first, QDate last)
{
    return first <= day && day <= last;
}

/// What one report is made of; the episodes change it one after the other.
struct Draft {
    const Sender &sender;
    QByteArray domain;
    QDate day;
    qint64 sessions;
    Random random;
    Policy policy;

    House house() const { return sender.house; }
    bool is(const QByteArray &name) const { return domain == name; }
};

qint64 sessionsOf(int perDay, QDate day, Random &random)
{
    const qint64 season = day.month() == 7 ? 94 : day.month() == 8 ? 90 : 100;
    const qint64 week = day.dayOfWeek() >= 6 ? 55 : 100;
    return std::max<qint64>(1, perDay * season * week * random.between(95, 105) / 1'000'000);
}

Policy policyOf(const Draft &draft)
{
    if (draft.is(com)) {
        const QList<QByteArray> hosts = {"mx1.example.com", "mx2.example.com"};
        const QByteArray mode = draft.day < at(8, 18) ? "testing" : "enforce";
        return {"sts", com, stsLines(mode, hosts, 1209600), hosts, draft.sessions, 0, {}};
    }
    if (draft.is(org)) {
        // A new policy on 15 July: one pattern instead of two names.
        const bool named = draft.day < at(7, 15);
        const QList<QByteArray> hosts =
            named ? QList<QByteArray>{"mx1.example.org", "mx2.example.org"}
                  : QList<QByteArray>{"*.example.org"};
        return {
            "sts", org, stsLines("testing", hosts, named ? 86400 : 604800), hosts, draft.sessions,
            0,     {}};
    }
    if (draft.house() == House::Google || draft.house() == House::MailRu) // they know no DANE
        return {"no-policy-found", net, {}, {}, draft.sessions, 0, {}};
    const QByteArray base = draft.house() == House::Microsoft ? net : "mx.example.net";
    return {"tlsa",
            base,
            {tlsaRecord("mx.example.net 2025"), tlsaRecord("mx.example.net spare")},
            {},
            draft.sessions,
            0,
            {}};
}

QByteArray sendingAddress(Draft &draft)
{
    if (draft.house() == House::Google && draft.random.chance(8))
        return {};
    return draft.sender.network + '.' + QByteArray::number(draft.random.between(160, 240));
}

void fail(Draft &draft, Trouble trouble, const QByteArray &mx, const QByteArray &address,
          qint64 sessions)
{
    sessions = std::min(sessions, draft.policy.successful);
    if (sessions <= 0)
        return;
    draft.policy.successful -= sessions;
    draft.policy.failed += sessions;
    // Large numbers come from two of the sender's own machines.
    const qint64 second = sessions >= 40 ? sessions * draft.random.between(30, 45) / 100 : 0;
    for (const qint64 part : {sessions - second, second}) {
        if (part > 0)
            draft.policy.failures.push_back(
                {trouble, mx, address, sendingAddress(draft), part, {}});
    }
}

/// Share in thousandths, a little different every day.
qint64 share(Draft &draft, int perMille)
{
    const qint64 wanted = draft.sessions * perMille * draft.random.between(90, 110);
    return (wanted + draft.random.below(100'000)) / 100'000;
}

void wrongName(Draft &draft)
{
    if (draft.is(org) && within(draft.day, at(7, 21), at(7, 25)) && draft.house() != House::MailRu)
        fail(draft, Trouble::WrongName, "mx1.example.org", "192.0.2.24", share(draft, 63));
}

void noEncryption(Draft &draft)
{
    const bool sees = draft.house() == House::Google || draft.house() == House::Microsoft ||
                      draft.sender.submitter == "mail.firma.example";
    if (!draft.is(com) || !sees || !within(draft.day, at(8, 11), at(8, 13)))
        return;
    const qint64 sessions = share(draft, 24);
    fail(draft, Trouble::NoEncryption, "mx2.example.com", "192.0.2.11", sessions - sessions / 4);
    fail(draft, Trouble::NoEncryption, "mx2.example.com", "2001:db8:11::2", sessions / 4);
}

void policyNotFetched(Draft &draft)
{
    if (!draft.is(org) || draft.house() != House::MailRu || !within(draft.day, at(9, 9), at(9, 11)))
        return;
    Policy &policy = draft.policy;
    policy.lines.clear();
    policy.mxHosts.clear();
    policy.failed = draft.sessions;
    policy.successful = 0;
    policy.failures.push_back({Trouble::PolicyNotFetched, {}, {}, {}, draft.sessions, {}});
    // Some sessions met both answers: the details overlap and sum to more than the summary.
    policy.failures.push_back({Trouble::PolicyNotFetched,
                               {},
                               {},
                               {},
                               std::max<qint64>(1, draft.sessions / 12),
                               "bad https response code: 500"});
}

void notInPolicy(Draft &draft)
{
    if (!draft.is(org) || draft.day < at(10, 10))
        return;
    qint64 sessions = 0;
    if (draft.house() == House::Google)
        sessions = draft.random.between(1, 3);
    else if (draft.house() == House::Microsoft)
        sessions = draft.random.between(0, 2);
    else if (draft.sender.submitter == "mail.firma.example")
        sessions = draft.random.chance(25) ? 1 : 0;
    fail(draft, Trouble::NotInPolicy, "backup.mail.example.org", "198.51.100.77", sessions);
}

void expired(Draft &draft)
{
    if (!draft.is(org) || draft.day < at(10, 20))
        return;
    // It ran out at noon of the first day.
    const qint64 sessions = std::max<qint64>(1, share(draft, draft.day == at(10, 20) ? 45 : 102));
    const qint64 v6 = sessions / 5;
    fail(draft, Trouble::Expired, "mx2.example.org", "192.0.2.25", sessions - v6);
    fail(draft, Trouble::Expired, "mx2.example.org", "2001:db8:25::2", v6);
}

void missedRollOver(Draft &draft)
{
    if (draft.policy.type == "tlsa" && draft.day >= at(10, 27))
        fail(draft, Trouble::DaneMismatch, "mx.example.net", "192.0.2.40", draft.sessions);
}

void rareNoise(Draft &draft)
{
    if (draft.is(com) && draft.house() == House::Google && draft.day >= at(7, 7) &&
        draft.day <= at(10, 30) && draft.random.chance(42))
        fail(draft, Trouble::Unexplained, "mx1.example.com", "192.0.2.10",
             draft.random.between(1, 4));
    if (draft.is(org) && draft.sender.submitter == "mail.firma.example" && draft.random.chance(9))
        fail(draft, Trouble::BrokenHandshake, "mx1.example.org", "192.0.2.24", 1);
    // Microsoft counts some failures without saying a word about them.
    if (draft.is(com) && draft.house() == House::Microsoft && draft.random.chance(25)) {
        const qint64 sessions = draft.random.between(1, 3);
        draft.policy.failed += sessions;
        draft.policy.successful -= sessions;
    }
}

bool reports(const Sender &sender, QDate day, Random &random)
{
    if (within(day, at(8, 14), at(8, 16)))
        return false;
    if (sender.house == House::MailRu && day > at(10, 24))
        return false;
    // The small club has days without mail.
    return sender.submitter != "mx.verein.example" || day >= at(10, 20) || !random.chance(14);
}

} // namespace

std::vector<Report> story()
{
    std::vector<Report> all;
    for (QDate day = at(7, 4); day <= at(10, 31); day = day.addDays(1)) {
        for (const Reporter &reporter : reporters()) {
            std::size_t place = 0;
            for (const QByteArray &domain : {com, org, net}) {
                const QByteArray name = reporter.sender.submitter + domain;
                Random random(mixed(seed ^ hashed(name), static_cast<quint64>(day.toJulianDay())));
                const int perDay = reporter.perDay.at(place++);
                if (!reports(reporter.sender, day, random))
                    continue;
                const qint64 sessions = sessionsOf(perDay, day, random);
                Draft draft = {reporter.sender, domain, day, sessions, random, {}};
                draft.policy = policyOf(draft);
                for (const auto episode : {wrongName, noEncryption, policyNotFetched, notInPolicy,
                                           expired, missedRollOver, rareNoise})
                    episode(draft);
                all.push_back({reporter.sender, day, domain, draft.random.next(), {draft.policy}});
            }
        }
    }
    return all;
}

} // namespace tlsrpt::made

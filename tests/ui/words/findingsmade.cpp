// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/words/findingsmade.h"

namespace tlsrpt::made
{

namespace
{

const QString newRecord = QStringLiteral("3 1 1 ") + QString(64, u'a');
const QString oldRecord = QStringLiteral("3 1 1 ") + QString(64, u'b');
const QStringList oldPolicy{QStringLiteral("version: STSv1"), QStringLiteral("mode: testing"),
                            QStringLiteral("mx: mx1.example.org"),
                            QStringLiteral("max_age: 86400")};
const QStringList newPolicy{QStringLiteral("version: STSv1"), QStringLiteral("mode: testing"),
                            QStringLiteral("mx: mx1.example.org"),
                            QStringLiteral("mx: mx2.example.org"),
                            QStringLiteral("max_age: 604800")};

Cause causeOfRule(Rule rule)
{
    switch (rule) {
    case Rule::R01:
    case Rule::R02:
    case Rule::R03:
        return Cause::Expired;
    case Rule::R04:
        return Cause::NameMismatch;
    case Rule::R05:
        return Cause::SelfSigned;
    case Rule::R06:
    case Rule::R07:
    case Rule::R31:
        return Cause::StarttlsNotOffered;
    case Rule::R08:
    case Rule::R09:
        return Cause::MxNotInPolicy;
    case Rule::R10:
        return Cause::Handshake;
    case Rule::R11:
        return Cause::NoReason;
    case Rule::R12:
    case Rule::R13:
    case Rule::R14:
        return Cause::FetchRedirect;
    case Rule::R15:
    case Rule::R16:
        return Cause::TlsaMismatch;
    case Rule::R17:
        return Cause::TlsaUnusable;
    case Rule::R19:
        return Cause::PolicyInvalid;
    case Rule::R27:
        return Cause::Dnssec;
    case Rule::R28:
        return Cause::DaneMissing;
    default:
        return Cause::Unknown;
    }
}

bool isAboutDane(Rule rule)
{
    return rule == Rule::R15 || rule == Rule::R16 || rule == Rule::R17 || rule == Rule::R27 ||
           rule == Rule::R28 || rule == Rule::R29 || rule == Rule::R31b;
}

bool isAboutAServer(Rule rule)
{
    return rule <= Rule::R11 || isAboutDane(rule) || rule == Rule::R30 || rule == Rule::R30b ||
           rule == Rule::R31;
}

bool isAboutOneSender(Rule rule)
{
    return rule == Rule::R14 || rule == Rule::R21 || rule == Rule::R30 || rule == Rule::R30b ||
           rule == Rule::R31 || rule == Rule::R32 || rule == Rule::R39 || rule == Rule::R40 ||
           rule == Rule::R28;
}

void fillServerDetails(Finding &f)
{
    FindingDetails &d = f.details;
    switch (f.rule) {
    case Rule::R02:
        d.hosts = {QStringLiteral("mx1.example.org"), server};
        break;
    case Rule::R03:
        d.address = QStringLiteral("192.0.2.7");
        d.addresses = {QStringLiteral("192.0.2.7"), QStringLiteral("192.0.2.8")};
        d.about = Rule::R01;
        break;
    case Rule::R07:
        d.shareAfter = 0.12;
        break;
    case Rule::R08:
        d.hosts = {QStringLiteral("*.example.net")};
        d.miss = Miss{MissReason::OneLabelOnly, QStringLiteral("*.example.net")};
        break;
    case Rule::R13:
        d.number = 3;
        break;
    case Rule::R15:
        d.since = Day::fromDate({2026, 2, 1});
        break;
    case Rule::R16:
    case Rule::R29:
    case Rule::R31b:
        d.textBefore = {oldRecord};
        d.textAfter = {newRecord};
        d.since = Day::fromDate({2026, 5, 2});
        break;
    case Rule::R17:
        d.records = {parseTlsa(QStringLiteral("0 1 1 abcd"))};
        break;
    case Rule::R18:
    case Rule::R20:
        d.textBefore = oldPolicy;
        d.textAfter = newPolicy;
        d.maxAge = 86400;
        d.hosts = {server};
        d.since = Day::fromDate({2026, 5, 2});
        break;
    case Rule::R19:
    case Rule::R23:
        d.defects = {{PolicyDefect::MxSeveralOnOneLine, QStringLiteral("mx: a b")},
                     {PolicyDefect::ModeMissing, {}}};
        break;
    case Rule::R24:
        d.maxAge = 86400;
        break;
    case Rule::R25:
        d.hosts = {QStringLiteral("*.example.org")};
        break;
    case Rule::R26:
        d.hosts = {QStringLiteral("mx9.example.org")};
        break;
    default:
        break;
    }
}

/// Rules about senders, enforcing and the reports themselves.
void fillReportDetails(Finding &f)
{
    FindingDetails &d = f.details;
    switch (f.rule) {
    case Rule::R30:
        d.about = Rule::R10;
        break;
    case Rule::R30b:
        d.about = Rule::R10;
        d.address = QStringLiteral("203.0.113.0/24");
        break;
    case Rule::R31:
        d.about = Rule::R06;
        d.clues = {{ClueKind::OthersSucceedOnThatServer, 3}, {ClueKind::Few, -1}};
        break;
    case Rule::R32:
        d.number = 1;
        break;
    case Rule::R34:
        d.number = 45;
        d.conditions = {{ConditionKind::DaysInTesting, true, 45, 30, {}}};
        break;
    case Rule::R35:
        d.number = 200;
        break;
    case Rule::R36:
        d.shareAfter = 0.11;
        d.conditions = {{ConditionKind::NoFailures, false, 212, 0, {}},
                        {ConditionKind::HostsCovered, false, 0, 0, server}};
        break;
    case Rule::R37:
        d.shareBefore = 0.004;
        d.shareAfter = 0.31;
        d.conditions = {{ConditionKind::NewPolicy, true, 0, 0, {}},
                        {ConditionKind::NewHost, true, 0, 0, server}};
        break;
    case Rule::R39:
        d.deviations = 1ULL << static_cast<int>(DeviationKind::TimeWithoutZone);
        break;
    case Rule::R40:
        d.number = 12;
        break;
    case Rule::R41:
        d.modeBefore = PolicyMode::Enforce;
        d.textBefore = oldPolicy;
        d.textAfter = newPolicy;
        break;
    default:
        break;
    }
}

std::vector<SenderShare> senders(int count)
{
    std::vector<SenderShare> all{
        {QStringLiteral("google.com"), QStringLiteral("Google"), 1000, 100, 100},
        {QStringLiteral("microsoft.com"), QStringLiteral("Microsoft"), 800, 90, 90},
        {QStringLiteral("mail.ru"), QStringLiteral("Mail.ru"), 100, 20, 20},
        {QStringLiteral("a.example"), QStringLiteral("A"), 4, 2, 4}};
    all.resize(static_cast<size_t>(count));
    return all;
}

} // namespace

Finding finding(Rule rule)
{
    Finding f;
    f.rule = rule;
    f.severity = Severity::High;
    f.confidence = {
        85, false, {{ConfidencePoint::Start, 40}, {ConfidencePoint::SeveralSenders, 20}}};
    f.domain = domain;
    f.mx = isAboutAServer(rule) && rule != Rule::R02 ? server : QString();
    f.track = isAboutDane(rule) ? Track::Tlsa : Track::Sts;
    f.mode = PolicyMode::Testing;
    f.cause = causeOfRule(rule);
    f.resultType = QStringLiteral("validation-failure");
    f.senders = senders(isAboutOneSender(rule) ? 1 : 4);
    f.others = {{QStringLiteral("other.example"), QStringLiteral("Other"), 500, 0, 0},
                {QStringLiteral("third.example"), QStringLiteral("Third"), 60, 0, 0}};
    f.first = Day::fromDate({2026, 5, 3});
    f.last = Day::fromDate({2026, 5, 14});
    f.daysAffected = 12;
    f.occurrences = 214;
    f.sessions = 1904;
    f.failed = 212;
    f.owner = isAboutOneSender(rule) ? Owner::Sender : Owner::MxOperator;
    f.mailAffected =
        rule <= Rule::R17 || rule == Rule::R27 || rule == Rule::R28 || rule == Rule::R31;
    f.effect = MailEffect::DeliveredUnauthenticated;
    fillServerDetails(f);
    fillReportDetails(f);
    return f;
}

std::vector<Variant> variants(Rule rule)
{
    std::vector<Variant> all{{"open", finding(rule)}};
    const auto add = [&all, rule](const char *name, auto change) {
        Finding f = finding(rule);
        change(f);
        all.push_back({name, std::move(f)});
    };
    add("over", [](Finding &f) { f.open = false; });
    add("over-enforce", [](Finding &f) {
        f.open = false;
        f.mode = PolicyMode::Enforce;
        f.effect = MailEffect::Delayed;
    });
    add("one-day", [](Finding &f) {
        f.last = f.first;
        f.daysAffected = 1;
        f.occurrences = 1;
        f.open = false;
    });
    add("one-sender", [](Finding &f) { f.senders.resize(1); });
    add("two-senders", [](Finding &f) { f.senders = senders(2); });
    add("three-senders", [](Finding &f) { f.senders = senders(3); });
    add("no-sender", [](Finding &f) {
        f.senders.clear();
        f.others.clear();
        f.occurrences = f.sessions = f.failed = 0;
    });
    add("unsure", [](Finding &f) {
        f.confidence.value = 45;
        f.confidence.reasons.push_back({ConfidencePoint::AdoptedCause, 0});
    });
    add("certain", [](Finding &f) { f.confidence = {99, true, {{ConfidencePoint::Certain, 15}}}; });
    add("enforce", [](Finding &f) {
        f.mode = PolicyMode::Enforce;
        f.effect = MailEffect::Delayed;
    });
    add("no-policy", [](Finding &f) {
        f.track = Track::None;
        f.mode = PolicyMode::Unknown;
        f.effect = MailEffect::DeliveredPlain;
    });
    add("info", [](Finding &f) { f.severity = Severity::Info; });
    add("no-server", [](Finding &f) { f.mx.clear(); });
    add("forgotten", [](Finding &f) {
        f.open = false;
        f.forgotten = true;
    });
    if (rule == Rule::R39) {
        add("conflicts", [](Finding &f) { f.details = {}, f.details.conflicts = 2; });
        add("contact", [](Finding &f) { f.details.address = QStringLiteral("elsewhere.example"); });
        add("signature", [](Finding &f) { f.details.badSignatures = 3; });
    }
    if (rule != Rule::R03 && rule != Rule::R30b) // these are about what is in there
        add("bare", [](Finding &f) { f.details = {}; });
    add("hostile", [](Finding &f) {
        f.mx = QStringLiteral("%1\x1b[31m.example");
        f.reason = QStringLiteral("%2 lies\n");
        f.senders.front().name = QStringLiteral("%3 House");
    });
    return all;
}

} // namespace tlsrpt::made

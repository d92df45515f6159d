// SPDX-License-Identifier: GPL-3.0-or-later
// A diagnosis made in steps equals one made from scratch, and only what changed is judged again.
#include "tests/core/diagnosis/scenario.h"
#include "tests/core/query/made.h"

#include <QtTest>

#include <random>

using namespace tlsrpt;

class TestDiagnosis : public QObject
{
    Q_OBJECT

private slots:
    void stepsGiveTheSame_data();
    void stepsGiveTheSame();
    void untouchedDomainsAreKept();
    void aRewriteStartsAnew();
    void daysBecomeUnbelievable();
    void nothing();
    void onlyUnbelievable();
    void namelessSender();
    void fetchOnlyAddsSilence();
    void oldArchive();
    void matchingLeavesOut();
    void orderOfFindings();
};

namespace
{

constexpr int stories = 60;

Reference referenceOf(const Facts &facts)
{
    return {newestReportDay(facts).value_or(Day{}), false};
}

/// Everything a diagnosis says, by value.
QStringList said(const Diagnosis &diagnosis)
{
    QStringList all;
    for (const FindingPtr &finding : diagnosis.findings)
        all.append(finding->key() % u' ' % QString::number(finding->first.value) % u' '
                   % QString::number(finding->last.value) % u' '
                   % QString::number(finding->occurrences));
    for (const DomainHealth &health : diagnosis.health)
        all.append(health.domain % u' ' % slug(health.health) % u' '
                   % QString::number(health.openProblems) % u' ' % QString::number(health.reports));
    return all;
}

bool isEqual(const Diagnosis &a, const Diagnosis &b)
{
    return std::equal(a.findings.begin(), a.findings.end(), b.findings.begin(), b.findings.end(),
                      [](const FindingPtr &x, const FindingPtr &y) { return *x == *y; })
           && said(a) == said(b) && a.domains.size() == b.domains.size();
}

const char *anyOf(std::mt19937 &random, std::initializer_list<const char *> texts)
{
    return *(texts.begin() + random() % texts.size());
}

/// A report with whatever happens in the world.
Report madeReport(std::mt19937 &random)
{
    const char *domain = anyOf(random, {"example.org", "example.net", "example.com"});
    const char *type = anyOf(random, {"certificate-expired", "starttls-not-supported",
                                      "validation-failure", "certificate-not-trusted",
                                      "sts-policy-fetch-error", "certificate-host-mismatch"});
    const char *mx = anyOf(random, {"mx1.example.org", "mx2.example.org", "mx9.example.com", ""});
    const int failed = random() % 3 ? 0 : 1 + int(random() % 30);
    std::vector<FailureDetail> failures;
    if (failed > 0)
        failures.push_back(made::failure(type, failed, mx));
    std::vector<PolicyResult> rows;
    switch (random() % 4) {
    case 0:
        rows.push_back(made::tlsa(domain, 20, failed, failures));
        break;
    case 1:
        rows.push_back(made::row("no-policy-found", domain, 20, 0));
        break;
    default:
        rows.push_back(made::sts(domain, 20, failed, failures,
                                 anyOf(random, {"testing", "testing", "testing", "enforce"}),
                                 {QStringLiteral("mx1.example.org"),
                                  QStringLiteral("mx2.example.org")}));
        break;
    }
    return made::report(anyOf(random, {"google.com", "microsoft.com", "mail.ru", "postfix.example"}),
                        {made::day(0).value + int(random() % 40)}, std::move(rows));
}

const DomainDiagnosis *find(const Diagnosis &diagnosis, QStringView name)
{
    for (const auto &domain : diagnosis.domains) {
        if (domain->domain == name)
            return domain.get();
    }
    return nullptr;
}

PolicyResult good(const char *domain)
{
    return made::sts(domain, 10, 0);
}

} // namespace

void TestDiagnosis::stepsGiveTheSame_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 4; ++seed)
        QTest::addRow("seed %d", seed) << seed;
}

void TestDiagnosis::stepsGiveTheSame()
{
    QFETCH(int, seed);
    std::mt19937 random(static_cast<unsigned>(seed));
    made::MadeArchive archive;
    std::shared_ptr<const Facts> facts;
    std::shared_ptr<const Diagnosis> stepwise;
    for (int made = 0; made < stories;) {
        std::vector<Report> batch;
        for (int n = 1 + int(random() % 12); n > 0; --n, ++made)
            batch.push_back(madeReport(random));
        archive.add(std::move(batch));
        facts = archive.facts(facts);
        stepwise = diagnose(*facts, referenceOf(*facts), stepwise);
        QVERIFY2(isEqual(*stepwise, *diagnose(*facts, referenceOf(*facts))),
                 qPrintable(said(*stepwise).join(u'\n')));
    }
    // And the same as of one import.
    const auto whole = archive.facts();
    QCOMPARE(said(*stepwise), said(*diagnose(*whole, referenceOf(*whole))));
    QVERIFY(!stepwise->findings.empty());
}

void TestDiagnosis::untouchedDomainsAreKept()
{
    made::MadeArchive archive;
    archive.add({made::report("google.com", made::day(0), {good("a.example"), good("b.example")}),
                 made::report("google.com", made::day(1), {good("a.example")})});
    const auto facts = archive.facts();
    const auto before = diagnose(*facts, referenceOf(*facts));
    archive.add({made::report("google.com", made::day(2), {good("b.example")}),
                 made::report("google.com", made::day(2), {good("c.example")})});
    const auto more = archive.facts(facts);
    const auto after = diagnose(*more, referenceOf(*more), before);
    QCOMPARE(find(*after, u"a.example"), find(*before, u"a.example"));
    QVERIFY(find(*after, u"b.example") != find(*before, u"b.example"));
    QVERIFY(find(*after, u"c.example"));
    // Nothing new: nothing is judged.
    const auto again = diagnose(*more, referenceOf(*more), after);
    for (const char16_t *name : {u"a.example", u"b.example", u"c.example"})
        QCOMPARE(find(*again, name), find(*after, name));
}

void TestDiagnosis::aRewriteStartsAnew()
{
    made::MadeArchive archive;
    archive.add({made::report("google.com", made::day(0), {good("a.example")})});
    const auto facts = archive.facts();
    const auto before = diagnose(*facts, referenceOf(*facts));
    Facts rewritten = *facts;
    ++rewritten.rewrites;
    const auto after = diagnose(rewritten, referenceOf(rewritten), before);
    QVERIFY(find(*after, u"a.example") != find(*before, u"a.example"));
}

void TestDiagnosis::daysBecomeUnbelievable()
{
    // 1990 is the newest report of its archive, until today's reports arrive.
    const Day old{Day::fromDate(QDate(1990, 5, 5)).value};
    made::MadeArchive archive;
    archive.add({made::report("google.com", old, {good("a.example")}),
                 made::report("google.com", {old.value + 1}, {good("b.example")})});
    const auto facts = archive.facts();
    const auto before = diagnose(*facts, referenceOf(*facts));
    QCOMPARE(before->domains.size(), 2u);
    archive.add({made::report("google.com", made::day(0), {good("b.example")})});
    const auto more = archive.facts(facts);
    const auto after = diagnose(*more, referenceOf(*more), before);
    QVERIFY(isEqual(*after, *diagnose(*more, referenceOf(*more))));
    QVERIFY(!find(*after, u"a.example"));
    QCOMPARE(find(*after, u"b.example")->reports, 1);
}

void TestDiagnosis::nothing()
{
    const Facts facts;
    QCOMPARE(newestReportDay(facts), std::nullopt);
    const auto diagnosis = diagnose(facts, {});
    QVERIFY(diagnosis->domains.empty());
    QVERIFY(diagnosis->findings.empty());
    QVERIFY(diagnosis->health.empty());
}

void TestDiagnosis::onlyUnbelievable()
{
    // Imported in October 2026, all reports of 2036: the importing clock was wrong, not they.
    made::MadeArchive archive;
    archive.add({made::report("google.com", {made::day(0).value + 3650}, {good("a.example")})},
                made::day(0).value * qint64(86400));
    const auto facts = archive.facts();
    QCOMPARE(diagnose(*facts, referenceOf(*facts))->domains.size(), 1u);
}

void TestDiagnosis::namelessSender()
{
    Report report = made::report("google.com", made::day(0),
                                 {made::sts("a.example", 5, 5, {made::failure("certificate-expired", 5, "mx1.a.example")})});
    report.organization.clear();
    const auto facts = made::factsOf({report});
    const auto diagnosis = diagnose(*facts, referenceOf(*facts));
    const Finding &finding = *diagnosis->findings.front();
    QCOMPARE(finding.senders.size(), 1u);
    QCOMPARE(finding.senders[0].name, QStringLiteral("google.com"));
}

void TestDiagnosis::fetchOnlyAddsSilence()
{
    made::MadeArchive archive;
    std::vector<Report> reports;
    for (int day = 0; day < 20; ++day) {
        for (const char *sender : {"google.com", "microsoft.com", "mail.ru"})
            reports.push_back(made::report(sender, made::day(day), {good("a.example")}));
    }
    archive.add(std::move(reports));
    const auto facts = archive.facts();
    const auto imported = diagnose(*facts, referenceOf(*facts));
    const auto fetched = diagnose(*facts, {made::day(30), true}, imported);
    QCOMPARE(find(*fetched, u"a.example"), find(*imported, u"a.example"));
    QCOMPARE(fetched->findings.size(), imported->findings.size() + 1);
    QVERIFY(std::any_of(fetched->findings.begin(), fetched->findings.end(),
                        [](const FindingPtr &f) { return f->rule == Rule::R33; }));
}

/// An archive of reports of two years ago: silence says nothing, and readiness is judged at its
/// own last day.
void TestDiagnosis::oldArchive()
{
    const Scenario story(R"(
        policy P testing mx1.example.org 604800
        1-60 google    sts P 20 0
        1-60 microsoft sts P 10 0
        1-60 postfix   sts P 5  0
        1-30 halon     sts P 5  0
    )");
    QVERIFY(!story.raises(Rule::R33));
    QCOMPARE(story.one(Rule::R34).last, Scenario::day(60));
    QCOMPARE(story.diagnosis().health.front().health, Health::Testing);
    // The same after a fetch two years later: now silence means something.
    const Diagnosis later = story.fetchedOn(790);
    QCOMPARE(later.health.front().health, Health::NoReports);
    QVERIFY(std::any_of(later.findings.begin(), later.findings.end(),
                        [](const FindingPtr &f) { return f->rule == Rule::R33; }));
}

void TestDiagnosis::matchingLeavesOut()
{
    const Scenario story(R"(
        policy P enforce mx1.example.org,mx2.example.org 2592000
        11-14 google    sts@a.example P 9 10 10 certificate-expired mx=mx1.example.org
        21-24 microsoft sts@b.example P 9 10 10 certificate-expired mx=mx2.example.org
    )");
    const auto rulesFor = [&story](const Filter &filter) {
        QStringList found;
        for (const FindingPtr &finding : matching(story.diagnosis(), filter)) {
            if (finding->rule == Rule::R01)
                found.append(finding->domain);
        }
        found.sort();
        return found;
    };
    const QStringList a{QStringLiteral("a.example")};
    const QStringList b{QStringLiteral("b.example")};
    QCOMPARE(rulesFor({}), a + b);
    Filter filter;
    filter.domains = a;
    QCOMPARE(rulesFor(filter), a);
    filter = {};
    filter.senders = QStringList{QStringLiteral("microsoft.com")};
    QCOMPARE(rulesFor(filter), b);
    filter = {};
    filter.from = Scenario::day(15);
    QCOMPARE(rulesFor(filter), b);
    filter = {};
    filter.to = Scenario::day(15);
    QCOMPARE(rulesFor(filter), a);
    filter = {};
    filter.mx = QStringLiteral("mx2.example.org");
    QCOMPARE(rulesFor(filter), b);
    filter = {};
    filter.tracks = {Track::Tlsa};
    QCOMPARE(rulesFor(filter), QStringList());
}

void TestDiagnosis::orderOfFindings()
{
    const Scenario story(R"(
        policy P enforce mx1.example.org,mx2.example.org 43200
        1-3   google sts P 9 10 10 certificate-host-mismatch mx=mx1.example.org
        4-20  google sts P 100 0
        18-20 google sts P 9 10 10 certificate-expired mx=mx2.example.org
    )");
    const std::vector<FindingPtr> &all = story.diagnosis().findings;
    QVERIFY(all.size() >= 3);
    for (size_t i = 1; i < all.size(); ++i) {
        QVERIFY(!comesBefore(*all[i], *all[i - 1]));
        QVERIFY(all[i - 1]->open || !all[i]->open);
    }
    QCOMPARE(all.front()->rule, Rule::R01);
    // Names are kept from one import to the next, so no two may have the same.
    QSet<QString> keys;
    for (const FindingPtr &finding : all)
        keys.insert(finding->key() % QString::number(finding->first.value));
    QCOMPARE(size_t(keys.size()), all.size());
}

QTEST_GUILESS_MAIN(TestDiagnosis)
#include "test_diagnosis.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/policytrial.h"
#include "tests/core/diagnosis/scenario.h"

#include <QtTest>

using namespace tlsrpt;

class TestPolicyTrial : public QObject
{
    Q_OBJECT

private slots:
    void hostsAndWhoCoversThem();
    void solvedAndCaused();
    void failuresWithoutAServer();
    void whyNot_data();
    void whyNot();
    void defectsOfTheText();
    void patternsThatCoverNothing();
    void otherDomainsDoNotCount();
    void daneServers();
    void failuresOfDane();
    void reportsOfTheFuture();
    void floodOfServers();
    void nothingTyped();
};

namespace
{

const char *const story = R"(
    policy P testing *.example.org 604800
    1-30 google  sts P 100 0
    20   google  sts P 90 10 10 validation-failure mx=a.mail.example.org
    21   postfix sts P 95 5  5 certificate-expired mx=mx1.example.org
    22   postfix sts P 98 2  2 starttls-not-supported mx=mx2.example.org
)";

PolicyTrial tried(const QByteArray &table, const char *text)
{
    const Scenario scenario(table);
    const auto &domains = scenario.diagnosis().domains;
    const auto domain = std::find_if(domains.begin(), domains.end(), [](const auto &each) {
        return each->domain == u"example.org";
    });
    return tryPolicy(scenario.facts(), (*domain)->text, {QString::fromUtf8(text)});
}

QStringList hosts(const PolicyTrial &trial)
{
    QStringList lines;
    for (const TrialHost &host : trial.hosts)
        lines += QStringLiteral("%1 %2 %3 %4")
                     .arg(host.host, host.covered() ? host.pattern : QStringLiteral("-"),
                          host.coveredNow ? QStringLiteral("now") : QStringLiteral("-"))
                     .arg(host.failures);
    return lines;
}

} // namespace

void TestPolicyTrial::hostsAndWhoCoversThem()
{
    const PolicyTrial trial = tried(
        story, "version: STSv1\nmode: enforce\nmx: *.mail.example.org\nmx: mx1.example.org\nmax_age: 604800\n");
    QCOMPARE(hosts(trial), (QStringList{
        QStringLiteral("mx2.example.org - now 2"),
        QStringLiteral("a.mail.example.org *.mail.example.org - 10"),
        QStringLiteral("mx1.example.org mx1.example.org now 5"),
    }));
    QCOMPARE(trial.covered, 2);
    QCOMPARE(trial.gainedHosts, 1);
    QCOMPARE(trial.lostHosts, 1);
    QCOMPARE(trial.policy.mode, PolicyMode::Enforce);
    QVERIFY(trial.policy.defects.empty());
    QCOMPARE(trial.hosts[1].last, Scenario::day(20));
}

void TestPolicyTrial::solvedAndCaused()
{
    const PolicyTrial better = tried(story, "mx: a.mail.example.org\nmx: mx1.example.org");
    QCOMPARE(better.failures, (TrialFailures{10, 2, 5, 0}));
    const PolicyTrial same = tried(story, "mx: *.example.org");
    QCOMPARE(same.failures, (TrialFailures{0, 0, 17, 0}));
    QCOMPARE(same.lostHosts + same.gainedHosts, 0);
}

void TestPolicyTrial::failuresWithoutAServer()
{
    const QByteArray table = QByteArray(story) + R"(
        23 halon sts P 5 3 3 validation-failure reason=mx_mismatch
        24 halon sts P 5 4 4 sts-policy-fetch-error
    )";
    const PolicyTrial trial = tried(table, "mx: *.example.org");
    QCOMPARE(trial.failures, (TrialFailures{0, 0, 21, 3}));
    QCOMPARE(trial.hosts.size(), 3u);
}

void TestPolicyTrial::whyNot_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<MissReason>("reason");
    QTest::newRow("one label") << QByteArray("mx: *.example.org") << MissReason::OneLabelOnly;
    QTest::newRow("other house") << QByteArray("mx: mx.provider.test") << MissReason::OtherOrganization;
    QTest::newRow("not listed") << QByteArray("mx: b.mail.example.org") << MissReason::NotListed;
    QTest::newRow("mail domain") << QByteArray("mx: example.org") << MissReason::PatternIsMailDomain;
    QTest::newRow("old draft") << QByteArray("mx: .mail.example.org") << MissReason::OldDraftSyntax;
    QTest::newRow("asterisk inside") << QByteArray("mx: a*.mail.example.org") << MissReason::WildcardMisplaced;
}

void TestPolicyTrial::whyNot()
{
    QFETCH(QByteArray, text);
    const PolicyTrial trial = tried(story, text.constData());
    const auto host = std::find_if(trial.hosts.begin(), trial.hosts.end(), [](const TrialHost &each) {
        return each.host == u"a.mail.example.org";
    });
    QVERIFY(host != trial.hosts.end());
    QVERIFY(!host->covered());
    QTEST(host->miss.reason, "reason");
}

void TestPolicyTrial::defectsOfTheText()
{
    const PolicyTrial trial = tried(story, "version: STSv2\nmode: strict\nmx: *.*.org\nmax_age: 1 week");
    QStringList found;
    for (const PolicyDefectAt &each : trial.policy.defects)
        found += QString::number(int(each.defect));
    QCOMPARE(found.size(), 4);
}

void TestPolicyTrial::patternsThatCoverNothing()
{
    const PolicyTrial trial
        = tried(story, "mx: mx1.example.org\nmx: mx1.example.org\nmx: *.example.org\nmx: old.example.org");
    QCOMPARE(trial.patterns, (std::vector<TrialPattern>{
        {QStringLiteral("mx1.example.org"), 1},
        {QStringLiteral("*.example.org"), 1},
        {QStringLiteral("old.example.org"), 0},
    }));
}

void TestPolicyTrial::otherDomainsDoNotCount()
{
    const QByteArray table = QByteArray(story)
        + "25 google sts@example.net P 5 9 9 certificate-expired mx=mx9.example.org\n";
    QCOMPARE(tried(table, "mx: *.example.org").failures, (TrialFailures{0, 0, 17, 0}));
}

void TestPolicyTrial::daneServers()
{
    const QByteArray table = QByteArray(story)
        + "tlsa T  mx5.example.org | 3 1 1 a64\n20-25 postfix tlsa T 10 0\n";
    const PolicyTrial trial = tried(table, "mx: mx5.example.org");
    QCOMPARE(trial.covered, 1);
    QCOMPARE(trial.hosts.back().host, QStringLiteral("mx5.example.org"));
    QCOMPARE(trial.hosts.back().failures, 0);
    QCOMPARE(trial.hosts.back().last, Scenario::day(25));
}

/// MTA-STS does not change what DANE refuses.
void TestPolicyTrial::failuresOfDane()
{
    const QByteArray table = QByteArray(story) + R"(
        tlsa T  mx5.example.org | 3 1 1 a64
        20-25 postfix tlsa T 0 10 10 certificate-not-trusted mx=mx5.example.org
    )";
    const PolicyTrial trial = tried(table, "mx: *.example.org");
    QVERIFY(hosts(trial).contains(QStringLiteral("mx5.example.org *.example.org now 0")));
    QCOMPARE(trial.failures, (TrialFailures{0, 0, 17, 0}));
}

void TestPolicyTrial::reportsOfTheFuture()
{
    const QByteArray table = QByteArray(story)
        + "3000 google sts P 5 9 9 certificate-expired mx=mx9.example.org\n";
    const PolicyTrial trial = tried(table, "mx: *.example.org");
    QCOMPARE(trial.failures, (TrialFailures{0, 0, 17, 0}));
    QCOMPARE(trial.hosts.size(), 3u);
}

void TestPolicyTrial::floodOfServers()
{
    QByteArrayList failures;
    for (int i = 0; i < 501; ++i)
        failures += " 1 starttls-not-supported mx=h" + QByteArray::number(i) + ".example.org";
    const PolicyTrial trial = tried("policy P testing *.example.org 604800\n20 google sts P 0 501" + failures.join(';'),
                                    "mx: *.example.org");
    QCOMPARE(trial.hosts.size(), 500u);
    // All are counted, and so are their failures.
    QCOMPARE(trial.covered, 501);
    QCOMPARE(trial.failures.same, 501);
}

void TestPolicyTrial::nothingTyped()
{
    const PolicyTrial trial = tried(story, "");
    QCOMPARE(trial.covered, 0);
    QVERIFY(trial.patterns.empty());
    QCOMPARE(trial.policy.defects.size(), 4u);
    QCOMPARE(trial.failures.caused, 7);
}

QTEST_GUILESS_MAIN(TestPolicyTrial)
#include "test_policytrial.moc"

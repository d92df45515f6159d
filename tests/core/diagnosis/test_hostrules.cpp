// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/diagnosis/scenario.h"

#include <QtTest>

using namespace tlsrpt;

class TestHostRules : public QObject
{
    Q_OBJECT

private slots:
    void wildcardOneLevelTooDeep();
    void policyNamesTheMailDomain_data();
    void policyNamesTheMailDomain();
    void saidWithoutProof();
    void saidWithoutServersToCompare();
    void saidOfDane();
    void saidOfAServerThatIsListed_data();
    void saidOfAServerThatIsListed();
    void bareWhereItsOwnPolicyCovers_data();
    void bareWhereItsOwnPolicyCovers();
    void saidWhereItsOwnPolicyCovers();
    void severityFollowsTheMode_data();
    void severityFollowsTheMode();
    void staleCopyOfOneSender();
    void everybodyHasTheSamePolicy();
    void otherFailureAtAnUncoveredHost();
    void coveredHostIsSilent();
    void foreignHost();
    void foreignHostFromTheBeginning();
    void hostOfTheSameHouse();
    void hostOfAnEarlierPolicy();
    void nameThatIsNoHost();
    void hostNamedBefore();
};

namespace
{

constexpr char oneHost[] = R"(
    policy P enforce mx1.example.org 2592000
    1-10  google    sts P 100 0
    1-10  microsoft sts P 50  0
)";

QByteArray with(const char *base, const char *more)
{
    return QByteArray(base) + more;
}

} // namespace

/// The third of the stories that a set of rules must tell rightly.
void TestHostRules::wildcardOneLevelTooDeep()
{
    const Scenario story(R"(
        policy P enforce *.mx.microsoft 604800
        1-3  google sts P 10 0
        4-20 google sts P 0 10 10 validation-failure mx=example-org.h-v1.mx.microsoft
    )");
    const Finding finding = story.one(Rule::R08);
    QCOMPARE(finding.severity, Severity::Critical);
    QVERIFY(finding.confidence.certain);
    QCOMPARE(finding.mx, QStringLiteral("example-org.h-v1.mx.microsoft"));
    QVERIFY(finding.details.miss.has_value());
    QCOMPARE(finding.details.miss->reason, MissReason::OneLabelOnly);
    QCOMPARE(finding.details.miss->pattern, QStringLiteral("*.mx.microsoft"));
    QCOMPARE(finding.details.hosts, QStringList(QStringLiteral("*.mx.microsoft")));
    QCOMPARE(finding.owner, Owner::ReceivingDomain);
    QCOMPARE(finding.effect, MailEffect::Delayed);
    QCOMPARE(finding.checks.size(), 2u);
    QVERIFY(!finding.details.about);
    // The house of the pattern: nothing strange about it.
    QVERIFY(!story.raises(Rule::R09));
    QVERIFY(!story.raises(Rule::R11));
    QVERIFY(!story.raises(Rule::R04));
}

void TestHostRules::policyNamesTheMailDomain_data()
{
    QTest::addColumn<QByteArray>("detail");
    QTest::addColumn<bool>("certain");
    QTest::newRow("host given") << QByteArray("validation-failure mx=mail.example.org") << true;
    QTest::newRow("only said") << QByteArray("validation-failure reason=MX_HOSTS_MISMATCH") << false;
}

/// The fourth of the stories that a set of rules must tell rightly.
void TestHostRules::policyNamesTheMailDomain()
{
    QFETCH(QByteArray, detail);
    const Scenario story(R"(
        policy P testing example.org 604800
        4-9 microsoft sts P 0 10 10 )" + detail);
    const Finding finding = story.one(Rule::R08);
    QCOMPARE(finding.severity, Severity::High);
    QTEST(finding.confidence.certain, "certain");
    QVERIFY(finding.details.miss.has_value());
    QCOMPARE(finding.details.miss->reason, MissReason::PatternIsMailDomain);
    QCOMPARE(finding.details.miss->pattern, QStringLiteral("example.org"));
    QCOMPARE(finding.effect, MailEffect::Delivered);
    QVERIFY(!story.raises(Rule::R11));
}

void TestHostRules::saidWithoutProof()
{
    const Scenario story(with(oneHost, R"(
        11-14 microsoft sts P 45 5 5 validation-failure reason=MX_HOSTS_MISMATCH
    )"));
    const Finding finding = story.one(Rule::R08);
    QVERIFY(!finding.confidence.certain);
    QVERIFY(!finding.details.miss);
    QCOMPARE(finding.mx, QString());
    QCOMPARE(finding.details.hosts, QStringList(QStringLiteral("mx1.example.org")));
}

/// Then nobody can tell why the server is not covered.
void TestHostRules::saidWithoutServersToCompare()
{
    const Scenario story(R"(
        text S version: STSv1 | mode: enforce | max_age: 604800
        11-14 microsoft sts S 45 5 5 validation-failure reason=MX_HOSTS_MISMATCH mx=mx1.example.org
    )");
    const Finding finding = story.one(Rule::R08);
    QCOMPARE(finding.mx, QStringLiteral("mx1.example.org"));
    QVERIFY(!finding.confidence.certain);
    QVERIFY(!finding.details.miss);
}

/// DANE has no list that a server could be missing from.
void TestHostRules::saidOfDane()
{
    const Scenario story(R"(
        tlsa T mx1.example.org | 3 1 1 a64
        11-14 microsoft tlsa T 45 5 5 validation-failure reason=MX_HOSTS_MISMATCH mx=mx1.example.org
    )");
    QVERIFY(!story.raises(Rule::R08));
    QCOMPARE(story.one(Rule::R11).occurrences, 20);
}

void TestHostRules::saidOfAServerThatIsListed_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<Rule>("rule");
    QTest::newRow("any failure") << QByteArray("validation-failure") << Rule::R11;
    QTest::newRow("wrong name") << QByteArray("certificate-host-mismatch") << Rule::R04;
}

/// The policy in the same row lists the server, so that cannot be it.
void TestHostRules::saidOfAServerThatIsListed()
{
    QFETCH(QByteArray, type);
    QFETCH(Rule, rule);
    const Scenario story(QByteArray(oneHost) + "11-14 microsoft sts P 45 5 5 " + type
                         + " reason=MX_HOSTS_MISMATCH mx=mx1.example.org\n");
    QVERIFY(!story.raises(Rule::R08));
    QCOMPARE(story.one(rule).occurrences, 20);
    QCOMPARE(story.one(rule).reason, QStringLiteral("MX HOSTS MISMATCH"));
}

void TestHostRules::bareWhereItsOwnPolicyCovers_data()
{
    QTest::addColumn<QByteArray>("server");
    QTest::newRow("server named") << QByteArray(" mx=mx2.example.org");
    QTest::newRow("no server") << QByteArray();
}

/// Google goes on with an old policy. What Microsoft fails with is something else.
void TestHostRules::bareWhereItsOwnPolicyCovers()
{
    QFETCH(QByteArray, server);
    const Scenario story(QByteArray(oneHost) + R"(
        policy Q enforce mx1.example.org,mx2.example.org 2592000
        11-14 google    sts P 90 10 10 validation-failure mx=mx2.example.org
        11-14 microsoft sts Q 45 5 5 validation-failure)" + server);
    QCOMPARE(story.one(Rule::R08).occurrences, 40);
    QCOMPARE(story.one(Rule::R11).occurrences, 20);
    QCOMPARE(story.one(Rule::R11).senders.front().key, QStringLiteral("microsoft.com"));
}

/// It says that a server is missing, but it cannot mean the one that it knows.
void TestHostRules::saidWhereItsOwnPolicyCovers()
{
    const Scenario story(with(oneHost, R"(
        policy Q enforce mx1.example.org,mx2.example.org 2592000
        11-14 google    sts P 90 10 10 validation-failure mx=mx2.example.org
        11-14 microsoft sts Q 45 5 5 validation-failure reason=MX_HOSTS_MISMATCH
    )"));
    QStringList told;
    for (const Finding &finding : story.all(Rule::R08))
        told += QStringLiteral("%1 %2").arg(finding.mx).arg(finding.occurrences);
    told.sort();
    QCOMPARE(told, (QStringList{QStringLiteral(" 20"), QStringLiteral("mx2.example.org 40")}));
}

void TestHostRules::severityFollowsTheMode_data()
{
    QTest::addColumn<QByteArray>("mode");
    QTest::addColumn<Severity>("severity");
    QTest::newRow("enforce") << QByteArray("enforce") << Severity::Critical;
    QTest::newRow("testing") << QByteArray("testing") << Severity::High;
    QTest::newRow("none") << QByteArray("none") << Severity::Low;
}

void TestHostRules::severityFollowsTheMode()
{
    QFETCH(QByteArray, mode);
    const Scenario story("policy P " + mode + R"( mx1.example.org 604800
        1-4 google sts P 90 10 10 validation-failure mx=mx2.example.org
    )");
    QTEST(story.one(Rule::R08).severity, "severity");
}

void TestHostRules::staleCopyOfOneSender()
{
    const Scenario story(with(oneHost, R"(
        policy Q enforce mx1.example.org,mx2.example.org 2592000
        11-16 google    sts Q 100 0
        11-16 microsoft sts P 45  5 5 validation-failure mx=mx2.example.org
    )"));
    QCOMPARE(story.one(Rule::R08).details.about, std::optional(Rule::R18));
    QVERIFY(story.one(Rule::R08).confidence.certain);
}

void TestHostRules::everybodyHasTheSamePolicy()
{
    const Scenario story(with(oneHost, R"(
        11-16 google    sts P 90 10 10 validation-failure mx=mx2.example.org
        11-16 microsoft sts P 45 5  5 certificate-host-mismatch mx=mx2.example.org
    )"));
    const Finding finding = story.one(Rule::R08);
    QCOMPARE(finding.senders.size(), 2u);
    QVERIFY(!finding.details.about);
    QVERIFY(!story.raises(Rule::R04));
}

/// Two truths: the server has no encryption, and no pattern covers it.
void TestHostRules::otherFailureAtAnUncoveredHost()
{
    const Scenario story(with(oneHost, R"(
        11-16 google sts P 90 10 10 starttls-not-supported mx=mx2.example.org
    )"));
    QCOMPARE(story.one(Rule::R06).mx, QStringLiteral("mx2.example.org"));
    const Finding finding = story.one(Rule::R08);
    QCOMPARE(finding.mx, QStringLiteral("mx2.example.org"));
    QVERIFY(finding.confidence.certain);
    QCOMPARE(finding.cause, Cause::MxNotInPolicy);
    QCOMPARE(finding.owner, Owner::ReceivingDomain);
    // Once, however many kinds of failure there are.
    const Scenario both(with(oneHost, R"(
        11-16 google sts P 90 10 5 starttls-not-supported mx=mx2.example.org; 5 validation-failure mx=mx2.example.org
    )"));
    QVERIFY(both.raises(Rule::R06));
    QCOMPARE(both.one(Rule::R08).occurrences, 30);
}

void TestHostRules::coveredHostIsSilent()
{
    const Scenario story(with(oneHost, R"(
        11-16 google sts P 90 10 10 certificate-host-mismatch mx=mx1.example.org
    )"));
    QVERIFY(story.raises(Rule::R04));
    QVERIFY(!story.raises(Rule::R08));
    QVERIFY(!story.raises(Rule::R09));
}

void TestHostRules::foreignHost()
{
    const Scenario story(with(oneHost, R"(
        11-12 google    sts P 90 10 10 validation-failure mx=mail.elsewhere.net ip=203.0.113.9
        12    microsoft sts P 49 1  1 validation-failure mx=mail.elsewhere.net
    )"));
    const Finding finding = story.one(Rule::R09);
    QCOMPARE(finding.severity, Severity::High);
    QVERIFY(finding.open);
    QCOMPARE(finding.mx, QStringLiteral("mail.elsewhere.net"));
    QCOMPARE(finding.first, Scenario::day(11));
    QCOMPARE(finding.senders.size(), 2u);
    QCOMPARE(finding.owner, Owner::ReceivingDomain);
    QCOMPARE(finding.checks.size(), 1u);
    QCOMPARE(finding.failures.size(), 3u);
    // Beside the cause.
    QCOMPARE(story.one(Rule::R08).details.miss->reason, MissReason::OtherOrganization);
}

/// With no reports before nobody can say that it is new.
void TestHostRules::foreignHostFromTheBeginning()
{
    const Scenario story(R"(
        policy P enforce mx1.example.org 2592000
        1-10 google sts P 90 10 10 validation-failure mx=mail.elsewhere.net
    )");
    QVERIFY(story.raises(Rule::R08));
    QVERIFY(!story.raises(Rule::R09));
}

void TestHostRules::hostOfTheSameHouse()
{
    const Scenario story(with(oneHost, R"(
        policy Q enforce mx.provider.net 2592000
        5     google sts Q 100 0
        11-12 google sts P 90 10 5 validation-failure mx=mx9.example.org; 5 validation-failure mx=mx3.provider.net
    )"));
    QCOMPARE(story.all(Rule::R08).size(), 2u);
    QVERIFY(!story.raises(Rule::R09));
}

/// A sender's old copy does not know it, others do.
void TestHostRules::hostOfAnEarlierPolicy()
{
    const Scenario story(with(oneHost, R"(
        policy Q enforce mail.elsewhere.net 2592000
        14    microsoft sts Q 100 0
        11-12 google    sts P 90 10 10 validation-failure mx=mail.elsewhere.net
    )"));
    QVERIFY(!story.raises(Rule::R09));
}

void TestHostRules::nameThatIsNoHost()
{
    const Scenario story(with(oneHost, R"(
        11-12 google sts P 90 10 5 validation-failure mx=192.0.2.7; 5 validation-failure mx=<b>x</b>
    )"));
    QVERIFY(!story.raises(Rule::R09));
}

void TestHostRules::hostNamedBefore()
{
    const Scenario story(with(oneHost, R"(
        2  google sts P 90 10 10 validation-failure mx=mail.elsewhere.net
        40 google sts P 90 10 10 validation-failure mx=mail.elsewhere.net
    )"));
    QVERIFY(!story.raises(Rule::R09));
    const Scenario later(with(oneHost, R"(
        2  google sts P 90 10 10 validation-failure mx=mail.elsewhere.net
        80 google sts P 90 10 10 validation-failure mx=mail.elsewhere.net
    )"));
    QCOMPARE(later.one(Rule::R09).first, Scenario::day(80));
}

QTEST_GUILESS_MAIN(TestHostRules)
#include "test_hostrules.moc"

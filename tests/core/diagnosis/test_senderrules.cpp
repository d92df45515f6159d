// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/networks.h"
#include "tests/core/diagnosis/scenario.h"

#include <QtTest>

using namespace tlsrpt;

class TestSenderRules : public QObject
{
    Q_OBJECT

private slots:
    void networks_data();
    void networks();
    void onlyOneSender();
    void onlyOneSenderWithFewOthers();
    void onlyOneSenderAmongFailing();
    void onlyOneSenderOfAnEarlierBlip();
    void onlyOneSenderWithoutAnotherRule();
    void fetchOfOneSenderSpeaksForItself();
    void oneNetwork();
    void oneNetworkOfASmallSender();
    void twoNetworks();
    void oneNetworkInTesting();
    void possibleDowngrade();
    void downgradeOfTheOnlyServer();
    void downgradeNeedsAPlace();
    void downgradeOfASingleDetail();
    void downgradeSeenByMany();
    void downgradeOnTheDayOfAChange();
    void downgradeWithMaskedGreeting();
    void downgradeByGreeting();
    void downgradeWithFetchAndForeignPolicy();
    void downgradeOfANoisySender();
    void downgradeOfANoiseLongAgo();
    void downgradeFromManyNetworks();
    void downgradeWithFewFailures();
    void downgradeWithoutAPolicyText();
};

namespace
{

constexpr char threeSenders[] = R"(
    policy P enforce mx1.example.org,mx2.example.org 2592000
    1-14 google    sts P 100 0
    1-14 microsoft sts P 50  0
    1-10 postfix   sts P 40  0
)";

QByteArray with(const char *base, const char *more)
{
    return QByteArray(base) + more;
}

std::optional<int> pointsIn(const Finding &finding, ClueKind kind)
{
    for (const Clue &clue : finding.details.clues) {
        if (clue.kind == kind)
            return clue.points;
    }
    return {};
}

} // namespace

void TestSenderRules::networks_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("network");
    QTest::newRow("IPv4") << QStringLiteral("192.0.2.77") << QStringLiteral("192.0.2.0/24");
    QTest::newRow("IPv6") << QStringLiteral("2001:db8:1:2::3") << QStringLiteral("2001:db8:1::/48");
    QTest::newRow("no address") << QStringLiteral("mail.example") << QString();
    QTest::newRow("not ASCII") << QString(u'\u0661') << QString();
    QTest::newRow("empty") << QString() << QString();
}

void TestSenderRules::networks()
{
    QFETCH(QString, address);
    QFETCH(QString, network);
    QCOMPARE(networkOf(address), network);
}

void TestSenderRules::onlyOneSender()
{
    const Scenario story(with(threeSenders, R"(
        11-14 postfix sts P 30 10 10 certificate-not-trusted mx=mx2.example.org
    )"));
    const Finding finding = story.one(Rule::R30);
    const Finding cause = story.one(Rule::R05);
    QCOMPARE(finding.details.about, std::optional(Rule::R05));
    QCOMPARE(finding.severity, milder(cause.severity));
    QVERIFY(finding.open);
    QCOMPARE(finding.owner, Owner::Sender);
    QCOMPARE(finding.mx, QStringLiteral("mx2.example.org"));
    QCOMPARE(finding.senders.size(), 1u);
    QCOMPARE(finding.others.size(), 2u);
    QCOMPARE(finding.others.front().sessions, 400);
    QCOMPARE(finding.occurrences, 40);
    QVERIFY(!finding.checks.empty());
    QVERIFY(finding.key().endsWith(QStringLiteral("postfix.example")));
    // 40, several days 15, many occurrences 10; others' successes may be with another server.
    QCOMPARE(finding.confidence.value, 55);
}

void TestSenderRules::onlyOneSenderWithFewOthers()
{
    const Scenario story(R"(
        policy P enforce mx1.example.org,mx2.example.org 2592000
        1-14  google    sts P 100 0
        1-14  microsoft sts P 4   0
        11-14 postfix   sts P 30 10 10 certificate-not-trusted mx=mx2.example.org
    )");
    QVERIFY(!story.raises(Rule::R30));
}

void TestSenderRules::onlyOneSenderAmongFailing()
{
    const Scenario story(with(threeSenders, R"(
        11-14 postfix sts P 30 10 10 certificate-not-trusted mx=mx2.example.org
        11-14 google  sts P 0 1 1 certificate-not-trusted mx=mx2.example.org
    )"));
    QVERIFY(!story.raises(Rule::R30));
}

void TestSenderRules::onlyOneSenderOfAnEarlierBlip()
{
    const Scenario story(with(threeSenders, R"(
        11    postfix sts P 30 10 10 certificate-not-trusted mx=mx2.example.org
        12-20 postfix sts P 30 0
    )"));
    QVERIFY(story.raises(Rule::R05));
    QVERIFY(!story.raises(Rule::R30));
}

void TestSenderRules::onlyOneSenderWithoutAnotherRule()
{
    const Scenario story(with(threeSenders, R"(
        11-14 postfix sts P 30 10 10 validation-failure mx=mx2.example.org reason=no_shared_cipher
    )"));
    QVERIFY(story.raises(Rule::R30));
}

void TestSenderRules::fetchOfOneSenderSpeaksForItself()
{
    const Scenario story(with(threeSenders, R"(
        11-20 google    sts P 100 0
        11-20 microsoft sts P 50  0
        11-20 postfix   sts - 0 10 10 sts-policy-fetch-error
    )"));
    QVERIFY(!story.raises(Rule::R30));
}

void TestSenderRules::oneNetwork()
{
    const Scenario story(with(threeSenders, R"(
        5     google sts P 99 1  1 certificate-host-mismatch mx=mx1.example.org from=198.51.100.7
        12-14 google sts P 90 10 6 certificate-not-trusted mx=mx2.example.org from=192.0.2.7; 4 certificate-not-trusted mx=mx2.example.org from=192.0.2.9
    )"));
    const Finding finding = story.one(Rule::R30b);
    QCOMPARE(finding.details.address, QStringLiteral("192.0.2.0/24"));
    QCOMPARE(finding.details.about, std::optional(Rule::R05));
    QCOMPARE(finding.severity, Severity::Medium);
    QCOMPARE(finding.owner, Owner::Sender);
    QVERIFY(finding.key().endsWith(QStringLiteral("192.0.2.0/24")));
}

void TestSenderRules::oneNetworkOfASmallSender()
{
    // It may have no other network at all.
    const Scenario story(with(threeSenders, R"(
        12-14 google sts P 90 10 10 certificate-not-trusted mx=mx2.example.org from=192.0.2.7
    )"));
    QVERIFY(!story.raises(Rule::R30b));
}

void TestSenderRules::twoNetworks()
{
    const Scenario story(with(threeSenders, R"(
        5     google sts P 99 1  1 certificate-host-mismatch mx=mx1.example.org from=198.51.100.7
        12-14 google sts P 90 10 6 certificate-not-trusted mx=mx2.example.org from=192.0.2.7; 4 certificate-not-trusted mx=mx2.example.org from=203.0.113.9
    )"));
    QVERIFY(!story.raises(Rule::R30b));
}

void TestSenderRules::oneNetworkInTesting()
{
    const Scenario story(R"(
        policy P testing mx1.example.org,mx2.example.org 604800
        5     google sts P 99 1  1 certificate-host-mismatch mx=mx1.example.org from=198.51.100.7
        12-14 google sts P 90 10 10 certificate-not-trusted mx=mx2.example.org from=192.0.2.7
    )");
    QCOMPARE(story.one(Rule::R30b).severity, Severity::Low);
}

namespace
{

// Others succeed 2, the same sender before and after 2, one network of several 2.
constexpr char suspicious[] = R"(
    15-20 google    sts P 100 0
    15-20 microsoft sts P 50  0
    4     postfix   sts P 39 1 1 certificate-host-mismatch mx=mx1.example.org from=198.51.100.7 ip=203.0.113.1
    11-14 postfix   sts P 30 10 10 starttls-not-supported mx=mx1.example.org from=192.0.2.7
    15-20 postfix   sts P 40 0
)";

} // namespace

void TestSenderRules::possibleDowngrade()
{
    const Scenario story(with(threeSenders, suspicious));
    const Finding finding = story.one(Rule::R31);
    QCOMPARE(finding.severity, Severity::High);
    QCOMPARE(finding.owner, Owner::ReceivingDomain);
    QCOMPARE(finding.mx, QStringLiteral("mx1.example.org"));
    QCOMPARE(finding.details.address, QStringLiteral("192.0.2.0/24"));
    QCOMPARE(finding.details.clues,
             (std::vector<Clue>{{ClueKind::OthersSucceedThatDay, 2},
                                {ClueKind::SucceededBeforeAndAfter, 2},
                                {ClueKind::OneNetworkOnly, 2}}));
    QCOMPARE(finding.others.size(), 2u);
    QVERIFY(finding.confidence.value < highConfidence);
    QVERIFY(finding.checks.size() >= 2);
    QCOMPARE(finding.occurrences, 40);
}

void TestSenderRules::downgradeOfTheOnlyServer()
{
    const Scenario story(QByteArray(with(threeSenders, R"(
        15-20 google    sts P 100 0
        15-20 microsoft sts P 50  0
        6     microsoft sts P 49 1 1 certificate-host-mismatch mx=mx1.example.org ip=203.0.113.1
        11-14 postfix   sts P 30 10 10 certificate-not-trusted mx=mx1.example.org ip=203.0.113.66
    )")).replace(",mx2.example.org", ""));
    const Finding finding = story.one(Rule::R31);
    QCOMPARE(finding.details.clues,
             (std::vector<Clue>{{ClueKind::OthersSucceedOnThatServer, 3},
                                {ClueKind::AddressNeverSeen, 3}}));
    QCOMPARE(finding.details.about, std::optional(Rule::R05));
}

void TestSenderRules::downgradeNeedsAPlace()
{
    // The sum would do, but nothing ties it to a network, address or greeting.
    const Scenario story(with(threeSenders, R"(
        15-20 google    sts P 100 0
        15-20 microsoft sts P 50  0
        11-14 postfix   sts P 30 10 10 starttls-not-supported mx=mx1.example.org
        11-14 postfix   sts - 0 2 2 sts-policy-fetch-error
        15-20 postfix   sts P 40 0
    )"));
    QVERIFY(!story.raises(Rule::R31));
}

void TestSenderRules::downgradeOfASingleDetail()
{
    // One failure comes from one network, whatever its reason.
    const Scenario story(with(threeSenders, R"(
        15-20 google    sts P 100 0
        15-20 microsoft sts P 50  0
        4     postfix   sts P 39 1 1 certificate-host-mismatch mx=mx1.example.org from=198.51.100.7
        11    postfix   sts P 30 10 10 starttls-not-supported mx=mx1.example.org from=192.0.2.7
        12-20 postfix   sts P 40 0
    )"));
    QVERIFY(!story.raises(Rule::R31));
}

void TestSenderRules::downgradeSeenByMany()
{
    const Scenario story(with(threeSenders, suspicious) + R"(
        tlsa T mx1.example.org | 3 1 1 a64
        11-14 halon  tlsa T 0 5 5 starttls-not-supported mx=mx1.example.org
        11-14 gentoo tlsa T 0 5 5 starttls-not-supported mx=mx1.example.org
    )");
    QVERIFY(!story.raises(Rule::R31));
}

void TestSenderRules::downgradeOnTheDayOfAChange()
{
    const Scenario story(R"(
        policy P enforce mx1.example.org 2592000
        policy Q enforce mx1.example.org,mx2.example.org 2592000
        1-10  google    sts P 100 0
        11-20 google    sts Q 100 0
        1-20  microsoft sts P 50  0
        1-10  postfix   sts P 40  0
        4     postfix   sts P 39 1 1 certificate-host-mismatch mx=mx2.example.org from=198.51.100.7
        11-14 postfix   sts Q 30 10 10 starttls-not-supported mx=mx1.example.org from=192.0.2.7
        15-20 postfix   sts Q 40 0
    )");
    QVERIFY(!story.raises(Rule::R31));
}

void TestSenderRules::downgradeWithMaskedGreeting()
{
    const Scenario story(QByteArray(with(threeSenders, suspicious))
                             .replace("from=192.0.2.7", "from=192.0.2.7 helo=250-XXXXXXXA_SIZE"));
    QVERIFY(!story.raises(Rule::R31));
}

void TestSenderRules::downgradeByGreeting()
{
    const Scenario story(with(threeSenders, R"(
        15-20 google    sts P 100 0
        15-20 microsoft sts P 50  0
        6     microsoft sts P 49 1 1 certificate-host-mismatch mx=mx1.example.org helo=250-PIPELINING_250_STARTTLS ip=203.0.113.1
        11-14 postfix   sts P 30 10 10 starttls-not-supported mx=mx1.example.org helo=250-PIPELINING_250_SIZE ip=203.0.113.66
        15-20 postfix   sts P 40 0
    )"));
    const Finding finding = story.one(Rule::R31);
    QCOMPARE(pointsIn(finding, ClueKind::EhloWithoutStarttls), std::optional(2));
    QCOMPARE(pointsIn(finding, ClueKind::AddressNeverSeen), std::optional(3));
    QCOMPARE(finding.details.address, QString());
}

void TestSenderRules::downgradeWithFetchAndForeignPolicy()
{
    const Scenario story(with(threeSenders, R"(
        policy X enforce mx1.example.org,mx.example.com 2592000
        15-20 google    sts P 100 0
        15-20 microsoft sts P 50  0
        4     postfix   sts P 39 1 1 certificate-host-mismatch mx=mx1.example.org from=198.51.100.7
        11-14 postfix   sts X 30 10 1 starttls-not-supported mx=mx1.example.org from=192.0.2.7; 9 sts-policy-fetch-error
        15-20 postfix   sts P 40 0
    )"));
    const Finding finding = story.one(Rule::R31);
    QCOMPARE(pointsIn(finding, ClueKind::FetchFailedToo), std::optional(2));
    QCOMPARE(pointsIn(finding, ClueKind::PolicyHostOnlyForThisSender), std::optional(2));
    QCOMPARE(pointsIn(finding, ClueKind::UnknownPolicy), std::optional(3));
}

void TestSenderRules::downgradeOfANoisySender()
{
    const Scenario story(R"(
        policy P enforce mx1.example.org,mx2.example.org 2592000
        31-60 google    sts P 100 0
        31-60 microsoft sts P 50  0
        31-49 postfix   sts P 40  0
        33    postfix   sts P 39 1 1 certificate-host-mismatch mx=mx2.example.org from=198.51.100.7
        39    postfix   sts P 39 1 1 certificate-host-mismatch mx=mx2.example.org from=198.51.100.7
        45    postfix   sts P 39 1 1 certificate-host-mismatch mx=mx2.example.org from=198.51.100.7
        50-52 postfix   sts P 30 10 10 starttls-not-supported mx=mx1.example.org from=192.0.2.7
        53-60 postfix   sts P 40 0
    )");
    // 2 + 2 + 2 - 1: below six.
    QVERIFY(!story.raises(Rule::R31));
}

/// A season later that noise says nothing of the sender any more.
void TestSenderRules::downgradeOfANoiseLongAgo()
{
    const Scenario story(R"(
        policy P enforce mx1.example.org,mx2.example.org 2592000
        31-160  google    sts P 100 0
        31-160  microsoft sts P 50  0
        31-149  postfix   sts P 40  0
        33      postfix   sts P 39 1 1 certificate-host-mismatch mx=mx2.example.org
        39      postfix   sts P 39 1 1 certificate-host-mismatch mx=mx2.example.org
        145     postfix   sts P 39 1 1 certificate-host-mismatch mx=mx2.example.org from=198.51.100.7
        150-152 postfix   sts P 30 10 10 starttls-not-supported mx=mx1.example.org from=192.0.2.7
        153-160 postfix   sts P 40 0
    )");
    const Finding finding = story.one(Rule::R31);
    QCOMPARE(finding.first, Scenario::day(150));
    QVERIFY(!pointsIn(finding, ClueKind::NoisySender));
}

void TestSenderRules::downgradeFromManyNetworks()
{
    const QByteArray twoNetworks(QByteArray(with(threeSenders, R"(
        15-20 google    sts P 100 0
        15-20 microsoft sts P 50  0
        6     microsoft sts P 49 1 1 certificate-host-mismatch mx=mx1.example.org ip=203.0.113.1
        11    postfix   sts P 30 10 10 starttls-not-supported mx=mx1.example.org ip=203.0.113.66 from=192.0.2.7
        12    postfix   sts P 30 10 10 starttls-not-supported mx=mx1.example.org ip=203.0.113.66 from=198.51.100.7
        15-20 postfix   sts P 40 0
    )")).replace(",mx2.example.org", ""));
    const Finding two = Scenario(twoNetworks).one(Rule::R31);
    QVERIFY(!pointsIn(two, ClueKind::ManyNetworks));
    const Finding three = Scenario(twoNetworks + R"(
        13 postfix sts P 30 10 10 starttls-not-supported mx=mx1.example.org ip=203.0.113.66 from=203.0.113.7
    )").one(Rule::R31);
    QCOMPARE(pointsIn(three, ClueKind::ManyNetworks), std::optional(-2));
}

/// Two failures may be chance, whatever else points at one place.
void TestSenderRules::downgradeWithFewFailures()
{
    const Scenario story(with(threeSenders, R"(
        15-20 google    sts P 100 0
        15-20 microsoft sts P 50  0
        4     postfix   sts P 39 1 1 certificate-host-mismatch mx=mx1.example.org from=198.51.100.7 ip=203.0.113.1
        11-12 postfix   sts P 39 1 1 starttls-not-supported mx=mx1.example.org from=192.0.2.7 ip=203.0.113.66
        13-20 postfix   sts P 40 0
    )"));
    const Finding finding = story.one(Rule::R31);
    QCOMPARE(finding.occurrences, 2);
    QCOMPARE(pointsIn(finding, ClueKind::Few), std::optional(-1));
    // 40, it succeeded before and after 15, the others' server is not known -10, few -20.
    QCOMPARE(finding.confidence.value, 25);
}

/// Nobody is suspected for a policy that its reports leave out.
void TestSenderRules::downgradeWithoutAPolicyText()
{
    const Scenario story(QByteArray(with(threeSenders, suspicious)).replace("postfix   sts P", "postfix   sts -")
                         + "1-20 halon sts P 9 0\n");
    QCOMPARE(story.one(Rule::R31).details.clues,
             (std::vector<Clue>{{ClueKind::OthersSucceedThatDay, 2},
                                {ClueKind::SucceededBeforeAndAfter, 2},
                                {ClueKind::OneNetworkOnly, 2}}));
}

QTEST_GUILESS_MAIN(TestSenderRules)
#include "test_senderrules.moc"

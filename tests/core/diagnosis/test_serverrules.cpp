// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/diagnosis/scenario.h"

#include <QtTest>

using namespace tlsrpt;

class TestServerRules : public QObject
{
    Q_OBJECT

private slots:
    void withoutEncryption();
    void withoutEncryptionByMode_data();
    void withoutEncryptionByMode();
    void withoutEncryptionForOneSender();
    void halfOfTheSessionsIsNotEverywhere();
    void oneOfTwoServersWithoutEncryption();
    void onlyServerIsAttributable();
    void aDroppedSessionIsNoAlarm();
    void atTimes();
    void atTimesAcrossQuietDays();
    void threeDaysAreNotAtTimes();
    void atTimesNeedsSeveralSenders();
    void outageIsNotAtTimes();
    void handshake();
    void handshakeOfOneSender();
    void unexplained();
    void unexplainedInTesting();
    void trickleWithoutAReason_data();
    void trickleWithoutAReason();
    void unexplainedStaysUnsure();
    void unknownReason();
    void reasonAgainstThePolicy();
    void explainedElsewhere();
    void unexplainedBesideItsOwnWords();
    void serverNotNamed();
    void postfixNamesSelfSigned();
    void ownSetupOfTheSender();
    void withoutPolicyNothingIsGrave();
    void everyFailureIsTold_data();
    void everyFailureIsTold();
    void healthy();
};

namespace
{

constexpr char twoHosts[] = R"(
    policy P enforce mx1.example.org,mx2.example.org 2592000
    1-10  google    sts P 100 0
    1-10  microsoft sts P 50  0
)";

QByteArray with(const char *base, const char *more)
{
    return QByteArray(base) + more;
}

bool hasReason(const Finding &finding, ConfidencePoint point)
{
    const auto &reasons = finding.confidence.reasons;
    return std::any_of(reasons.begin(), reasons.end(),
                       [point](const ConfidenceReason &r) { return r.point == point; });
}

int sumOf(const Confidence &confidence)
{
    int sum = 0;
    for (const ConfidenceReason &reason : confidence.reasons)
        sum += reason.points;
    return sum;
}

} // namespace

void TestServerRules::withoutEncryption()
{
    const Scenario story(with(twoHosts, R"(
        11-14 google    sts P 5 95 95 starttls-not-supported mx=mx1.example.org ip=192.0.2.1
        11-14 microsoft sts P 0 50 50 starttls-not-supported mx=mx1.example.org
    )"));
    const Finding finding = story.one(Rule::R06);
    QCOMPARE(finding.severity, Severity::Critical);
    QVERIFY(finding.open);
    QCOMPARE(finding.mx, QStringLiteral("mx1.example.org"));
    QCOMPARE(finding.first, Scenario::day(11));
    QCOMPARE(finding.senders.size(), 2u);
    QCOMPARE(finding.cause, Cause::StarttlsNotOffered);
    QCOMPARE(finding.owner, Owner::MxOperator);
    QCOMPARE(finding.effect, MailEffect::Delayed);
    QVERIFY(finding.mailAffected);
    QCOMPARE(finding.checks.front().kind, CheckKind::EhloCapabilities);
    QCOMPARE(finding.failures.size(), 8u);
    QVERIFY(!story.raises(Rule::R07));
    QVERIFY(!story.raises(Rule::R10));
    QVERIFY(!story.raises(Rule::R11));
}

void TestServerRules::withoutEncryptionByMode_data()
{
    QTest::addColumn<QByteArray>("mode");
    QTest::addColumn<Severity>("severity");
    QTest::addColumn<MailEffect>("effect");
    QTest::newRow("enforce") << QByteArray("enforce") << Severity::Critical << MailEffect::Delayed;
    QTest::newRow("testing") << QByteArray("testing") << Severity::High
                             << MailEffect::DeliveredPlain;
    QTest::newRow("none") << QByteArray("none") << Severity::Low << MailEffect::DeliveredPlain;
}

void TestServerRules::withoutEncryptionByMode()
{
    QFETCH(QByteArray, mode);
    const Scenario story("policy P " + mode + R"( mx1.example.org 604800
        11-14 google    sts P 0 95 95 starttls-not-supported mx=mx1.example.org
        11-14 microsoft sts P 0 50 50 starttls-not-supported mx=mx1.example.org
    )");
    QTEST(story.one(Rule::R06).severity, "severity");
    QTEST(story.one(Rule::R06).effect, "effect");
}

void TestServerRules::withoutEncryptionForOneSender()
{
    const Scenario story(with(twoHosts, R"(
        11-14 google    sts P 5  95 95 starttls-not-supported mx=mx1.example.org
        11-14 microsoft sts P 50 0
    )"));
    QCOMPARE(story.one(Rule::R06).severity, Severity::High);
    QCOMPARE(story.one(Rule::R06).others.size(), 1u);
}

/// Neither everywhere nor now and then: told nevertheless, as what it is.
void TestServerRules::halfOfTheSessionsIsNotEverywhere()
{
    const Scenario story(with(twoHosts, R"(
        3     google    sts P 99 1  1  certificate-expired mx=mx2.example.org
        11-14 google    sts P 50 50 50 starttls-not-supported mx=mx1.example.org
        11-14 microsoft sts P 25 25 25 starttls-not-supported mx=mx1.example.org
    )"));
    const Finding finding = story.one(Rule::R06);
    QCOMPARE(finding.severity, Severity::Critical);
    // The sessions that succeed may have been with another server.
    QVERIFY(hasReason(finding, ConfidencePoint::OnlyCompatible));
    QVERIFY(!story.raises(Rule::R07));
}

void TestServerRules::oneOfTwoServersWithoutEncryption()
{
    const Scenario story(with(twoHosts, R"(
        11-13 google    sts P 90 10 10 starttls-not-supported mx=mx2.example.org
        11-13 microsoft sts P 45 5  5  starttls-not-supported mx=mx2.example.org
    )"));
    // A tenth of the sessions: some get through, so it is limited.
    QCOMPARE(story.one(Rule::R06).severity, Severity::Medium);
}

void TestServerRules::onlyServerIsAttributable()
{
    const Scenario story(R"(
        policy P enforce mx1.example.org 604800
        1-10  google    sts P 100 0
        11-14 google    sts P 60  40 40 starttls-not-supported mx=mx1.example.org
        11-14 microsoft sts P 60  40 40 starttls-not-supported mx=mx1.example.org
    )");
    QVERIFY(!hasReason(story.one(Rule::R06), ConfidencePoint::OnlyCompatible));
}

void TestServerRules::aDroppedSessionIsNoAlarm()
{
    const Scenario story(with(twoHosts, R"(
        11 google sts P 99 1 1 starttls-not-supported mx=mx1.example.org
        12 google sts P 99 1 1 validation-failure reason=tls-handshake-failure mx=mx1.example.org
        13 google sts P 99 1 1 validation-failure mx=mx2.example.org
    )"));
    for (const Rule rule : {Rule::R06, Rule::R10, Rule::R11})
        QCOMPARE(story.one(rule).severity, Severity::Low);
}

void TestServerRules::atTimes()
{
    const Scenario story(with(twoHosts, R"(
        3       google    sts P 99 1  1  certificate-expired mx=mx2.example.org
        11-22/3 google    sts P 90 10 10 starttls-not-supported mx=mx1.example.org
        11-22/3 microsoft sts P 45 5  5 starttls-not-supported mx=mx1.example.org
        12,13,15,16,18,19,21,23 google sts P 100 0
    )"));
    const Finding finding = story.one(Rule::R07);
    QCOMPARE(finding.severity, Severity::Medium);
    QCOMPARE(finding.mx, QStringLiteral("mx1.example.org"));
    QCOMPARE(finding.daysAffected, 4);
    // 60 of 1200 sessions from the first to the last day with one.
    QCOMPARE(finding.details.shareAfter, 0.05);
    QCOMPARE(finding.owner, Owner::MxOperator);
    QVERIFY(!finding.checks.empty());
    QVERIFY(hasReason(finding, ConfidencePoint::OnlyCompatible));
    QVERIFY(!story.raises(Rule::R06));
    QVERIFY(!story.raises(Rule::R11));
}

/// More than three quiet days part episodes, but not the trouble.
void TestServerRules::atTimesAcrossQuietDays()
{
    const Scenario story(with(twoHosts, R"(
        11,12,17,18 google    sts P 90 10 10 starttls-not-supported mx=mx1.example.org
        11,12,17,18 microsoft sts P 45 5  5 starttls-not-supported mx=mx1.example.org
        13-16,19    google    sts P 100 0
    )"));
    const Finding finding = story.one(Rule::R07);
    QCOMPARE(finding.first, Scenario::day(11));
    QCOMPARE(finding.last, Scenario::day(18));
    QVERIFY(finding.open);
    QVERIFY(!story.raises(Rule::R06));
}

void TestServerRules::threeDaysAreNotAtTimes()
{
    const Scenario story(with(twoHosts, R"(
        11-20/3     google    sts P 90 10 10 starttls-not-supported mx=mx1.example.org
        11-17/3     microsoft sts P 45 5  5 starttls-not-supported mx=mx1.example.org
        20          microsoft sts P 50 0
    )"));
    QVERIFY(story.raises(Rule::R07));
    const Scenario three(with(twoHosts, R"(
        11-17/3     google    sts P 90 10 10 starttls-not-supported mx=mx1.example.org
        11-17/3     microsoft sts P 45 5  5 starttls-not-supported mx=mx1.example.org
    )"));
    QVERIFY(!three.raises(Rule::R07));
    QVERIFY(three.raises(Rule::R06));
}

void TestServerRules::atTimesNeedsSeveralSenders()
{
    const Scenario story(with(twoHosts, R"(
        11-20 google sts P 90 10 10 starttls-not-supported mx=mx1.example.org
    )"));
    QVERIFY(!story.raises(Rule::R07));
    QCOMPARE(story.one(Rule::R06).severity, Severity::Medium);
}

void TestServerRules::outageIsNotAtTimes()
{
    const Scenario story(with(twoHosts, R"(
        11-14 google    sts P 0 100 100 starttls-not-supported mx=mx1.example.org
        11-14 microsoft sts P 0 50  50  starttls-not-supported mx=mx1.example.org
        15-24 google    sts P 100 0
        15-24 microsoft sts P 50 0
    )"));
    QVERIFY(!story.raises(Rule::R07));
    QVERIFY(!story.one(Rule::R06).open);
}

void TestServerRules::handshake()
{
    const Scenario story(with(twoHosts, R"(
        11-14 google  sts P 90 10 10 validation-failure reason=tls-handshake-failure mx=mx1.example.org
        11-14 postfix sts P 9  1  1 validation-failure reason=tls-handshake-failure mx=mx1.example.org
    )"));
    const Finding finding = story.one(Rule::R10);
    QCOMPARE(finding.severity, Severity::Critical);
    QCOMPARE(finding.owner, Owner::MxOperator);
    QCOMPARE(finding.checks.front().kind, CheckKind::TlsVersions);
    QVERIFY(!story.raises(Rule::R11));
    QVERIFY(!story.raises(Rule::R06));
}

void TestServerRules::handshakeOfOneSender()
{
    const Scenario story(with(twoHosts, R"(
        11-14 postfix sts P 5 5 5 validation-failure reason=tls-handshake-failure mx=mx1.example.org
    )"));
    QCOMPARE(story.one(Rule::R10).severity, Severity::High);
}

void TestServerRules::unexplained()
{
    const Scenario story(with(twoHosts, R"(
        11-14 google sts P 80 20 20 validation-failure mx=mx1.example.org
    )"));
    const Finding finding = story.one(Rule::R11);
    // A fifth of the sessions is held back.
    QCOMPARE(finding.severity, Severity::High);
    QCOMPARE(finding.cause, Cause::NoReason);
    QCOMPARE(finding.owner, Owner::MxOperator);
    QVERIFY(!finding.checks.empty());
    QVERIFY(finding.confidence.value < mediumConfidence);
    QVERIFY(hasReason(finding, ConfidencePoint::BareFailure));

    const Scenario few(with(twoHosts, R"(
        11-14 google sts P 95 5 5 validation-failure mx=mx1.example.org
    )"));
    QCOMPARE(few.one(Rule::R11).severity, Severity::Medium);
}

void TestServerRules::unexplainedInTesting()
{
    const Scenario story(R"(
        policy P testing mx1.example.org 604800
        11-14 google sts P 50 50 50 validation-failure mx=mx1.example.org
    )");
    QCOMPARE(story.one(Rule::R11).severity, Severity::Medium);
    QCOMPARE(story.one(Rule::R11).effect, MailEffect::Delivered);
}

void TestServerRules::trickleWithoutAReason_data()
{
    QTest::addColumn<QByteArray>("sessions");
    QTest::addColumn<Severity>("severity");
    QTest::newRow("one in a thousand") << QByteArray("9990 10 10") << Severity::Low;
    QTest::newRow("two in a thousand") << QByteArray("9980 20 20") << Severity::Medium;
}

/// Large senders lose so many everywhere.
void TestServerRules::trickleWithoutAReason()
{
    QFETCH(QByteArray, sessions);
    const Scenario story(QByteArray(twoHosts) + "11-14 google sts P " + sessions
                         + " validation-failure mx=mx1.example.org\n");
    QTEST(story.one(Rule::R11).severity, "severity");
}

void TestServerRules::unexplainedStaysUnsure()
{
    const Scenario story(with(twoHosts, R"(
        11-20 google    sts P 80 20 20 validation-failure mx=mx1.example.org
        11-20 microsoft sts P 80 20 20 validation-failure mx=mx1.example.org
        11-20 yahoo     sts P 80 20 20 validation-failure mx=mx1.example.org
        11-20 comcast   sts P 80 20 20 validation-failure mx=mx1.example.org
    )"));
    const Finding finding = story.one(Rule::R11);
    QCOMPARE(finding.confidence.value, mediumConfidence - 1);
    QCOMPARE(sumOf(finding.confidence), finding.confidence.value);
}

void TestServerRules::unknownReason()
{
    const Scenario story(with(twoHosts, R"(
        11-14 google sts P 95 5 5 validation-failure reason=the_cat_sat_on_it mx=mx1.example.org
    )"));
    const Finding finding = story.one(Rule::R11);
    QCOMPARE(finding.cause, Cause::Unknown);
    QCOMPARE(finding.reason, QStringLiteral("the cat sat on it"));
    // Words that tell nothing make nobody surer.
    QVERIFY(hasReason(finding, ConfidencePoint::BareFailure));
    QVERIFY(finding.confidence.value < mediumConfidence);
    QCOMPARE(sumOf(finding.confidence), finding.confidence.value);
}

/// The policy lists mx1, so that it does not is no reason, though the words are known.
void TestServerRules::reasonAgainstThePolicy()
{
    const Scenario story(with(twoHosts, R"(
        11-20 google    sts P 80 20 20 validation-failure reason=MX_HOSTS_MISMATCH mx=mx1.example.org
        11-20 microsoft sts P 80 20 20 validation-failure reason=MX_HOSTS_MISMATCH mx=mx1.example.org
    )"));
    const Finding finding = story.one(Rule::R11);
    QCOMPARE(finding.cause, Cause::Unknown);
    QVERIFY(!hasReason(finding, ConfidencePoint::ReasonGiven));
    QVERIFY(hasReason(finding, ConfidencePoint::BareFailure));
    QVERIFY(finding.confidence.value < mediumConfidence);
    QCOMPARE(sumOf(finding.confidence), finding.confidence.value);
}

void TestServerRules::explainedElsewhere()
{
    const Scenario story(with(twoHosts, R"(
        11-14 google    sts P 90 10 10 validation-failure mx=mx1.example.org
        13-16 postfix   sts P 9  1  1 certificate-expired mx=mx1.example.org
    )"));
    QVERIFY(story.raises(Rule::R01));
    QVERIFY(!story.raises(Rule::R11));
}

/// A sender that names a cause where it knows one has another trouble where it names none.
void TestServerRules::unexplainedBesideItsOwnWords()
{
    const Scenario story(with(twoHosts, R"(
        11-14 google sts P 90 10 6 certificate-expired mx=mx1.example.org; 4 validation-failure mx=mx1.example.org
    )"));
    QCOMPARE(story.one(Rule::R01).occurrences, 24);
    QCOMPARE(story.one(Rule::R11).occurrences, 16);
}

/// The one server with that trouble is meant; of two, nobody knows which.
void TestServerRules::serverNotNamed()
{
    const auto servers = [](const char *more) {
        QStringList told;
        for (const Finding &finding : Scenario(with(twoHosts, more)).all(Rule::R06))
            told += QStringLiteral("%1 %2").arg(finding.mx).arg(finding.occurrences);
        told.sort();
        return told;
    };
    QCOMPARE(servers(R"(
        11-14 google    sts P 90 10 10 starttls-not-supported mx=mx1.example.org
        11-14 microsoft sts P 0  50 50 starttls-not-supported
    )"), QStringList(QStringLiteral("mx1.example.org 240")));
    QCOMPARE(servers(R"(
        11-14 google    sts P 90 10 7 starttls-not-supported mx=mx1.example.org; 3 starttls-not-supported mx=mx2.example.org
        11-14 microsoft sts P 0  50 50 starttls-not-supported
    )"), (QStringList{QStringLiteral(" 200"), QStringLiteral("mx1.example.org 28"), QStringLiteral("mx2.example.org 12")}));
}

/// The tenth of the stories that a set of rules must tell rightly.
void TestServerRules::postfixNamesSelfSigned()
{
    const Scenario story(with(twoHosts, R"(
        11-14 postfix sts P 0 5 5 validation-failure reason=self-signed_certificate mx=mx1.example.org ip=192.0.2.1
    )"));
    QCOMPARE(story.one(Rule::R05).cause, Cause::SelfSigned);
    QVERIFY(!story.raises(Rule::R11));
}

void TestServerRules::ownSetupOfTheSender()
{
    const Scenario story(with(twoHosts, R"(
        11-14 postfix sts P 0 5 5 validation-failure reason=all-trust-anchors-unusable mx=mx1.example.org
    )"));
    const Finding finding = story.one(Rule::R11);
    QCOMPARE(finding.cause, Cause::SenderConfiguration);
    QCOMPARE(finding.owner, Owner::Sender);
    QCOMPARE(finding.severity, Severity::Low);
    QVERIFY(!finding.checks.empty());
}

void TestServerRules::withoutPolicyNothingIsGrave()
{
    const Scenario story(R"(
        1-20  google    none - 50 50 20 validation-failure mx=mx1.example.org; 30 starttls-not-supported mx=mx2.example.org
        1-20  microsoft none - 50 50 20 validation-failure reason=tls-handshake-failure mx=mx3.example.org
    )");
    for (const Rule rule : {Rule::R06, Rule::R10, Rule::R11})
        QVERIFY2(story.one(rule).severity >= Severity::Low, id(rule).data());
}

void TestServerRules::everyFailureIsTold_data()
{
    QTest::addColumn<QByteArray>("row");
    const QByteArrayList types{"starttls-not-supported", "certificate-host-mismatch",
                               "certificate-expired", "certificate-not-trusted",
                               "validation-failure", "sts-policy-fetch-error", "sts-policy-invalid",
                               "sts-webpki-invalid", "tlsa-invalid", "dnssec-invalid",
                               "dane-required", "made-up"};
    for (const QByteArray &type : types) {
        for (const char *track : {"sts", "tlsa", "none"}) {
            const QByteArray policy = qstrcmp(track, "sts") == 0    ? "P"
                                      : qstrcmp(track, "tlsa") == 0 ? "T"
                                                                    : "-";
            const QByteArray head = QByteArray("20 google ") + track + ' ' + policy;
            QTest::addRow("%s %s once", type.data(), track)
                << head + " 20 1 1 " + type + " mx=mx1.example.org";
            QTest::addRow("%s %s without a server", type.data(), track)
                << head + " 0 50 50 " + type;
        }
    }
}

/// Whatever fits no rule of its family well is told by one nevertheless: there is no failure with
/// details that nobody speaks of.
void TestServerRules::everyFailureIsTold()
{
    QFETCH(QByteArray, row);
    const Scenario story(R"(
        policy P enforce mx1.example.org 2592000
        tlsa T mx1.example.org | 3 1 1 a64
        1-19 google    sts P 100 0
        1-20 microsoft sts P 50  0
        )" + row);
    const auto &findings = story.diagnosis().findings;
    QVERIFY2(std::any_of(findings.begin(), findings.end(),
                         [](const FindingPtr &f) { return !f->failures.empty(); }),
             qPrintable(story.lines().join(u'\n')));
}

void TestServerRules::healthy()
{
    const Scenario story(R"(
        policy P enforce mx1.example.org,mx2.example.org 2592000
        1-31 google    sts P 100 0
        1-31 microsoft sts P 50  0
        9    google    none - 20 1 1 validation-failure mx=mx1.example.org
    )");
    for (const FindingPtr &finding : story.diagnosis().findings)
        QVERIFY2(finding->severity >= Severity::Low, qPrintable(story.lines().join(u'\n')));
}

QTEST_GUILESS_MAIN(TestServerRules)
#include "test_serverrules.moc"

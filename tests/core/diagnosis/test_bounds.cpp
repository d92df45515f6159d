// SPDX-License-Identifier: GPL-3.0-or-later
// What bounds a diagnosis whatever strangers send, and what of a finding is shown.
#include "core/diagnosis/thresholds.h"
#include "tests/core/diagnosis/scenario.h"

#include <QSet>
#include <QTest>

using namespace tlsrpt;

class TestBounds : public QObject
{
    Q_OBJECT

private slots:
    void rareHostsOfAFloodAreOneFinding();
    void unusableRecordsOfAFlood();
    void othersAreNamedOrCounted();
    void silenceDoesNotEndAnEpisode();
    void evidenceIsNewestFirstAndBounded();
    void failuresWithoutSessionsAreAProblem();
    void whatIsOverStaysOver();
    void severitiesHaveNames();
    void oneSendersPart();
    void weakOnesComeLast();
};

namespace
{

constexpr char enforced[] = "policy P enforce *.example.org 604800\n";

QByteArray flood(int hosts)
{
    QByteArray details;
    for (int i = 0; i < hosts; ++i)
        details += QByteArray(i == 0 ? "" : ";") + " 1 starttls-not-supported mx=h" + QByteArray::number(i) + ".example.org";
    return QByteArray(enforced) + "5 google sts P 1000 " + QByteArray::number(hosts) + details + '\n';
}

} // namespace

void TestBounds::rareHostsOfAFloodAreOneFinding()
{
    const Scenario story(flood(thresholds::hostsApart + 50));
    QSet<QString> hosts;
    for (const FindingPtr &finding : story.diagnosis().findings)
        hosts.insert(finding->mx);
    QVERIFY2(hosts.size() <= thresholds::hostsApart + 1, QByteArray::number(hosts.size()).constData());
    QVERIFY(hosts.contains(QString())); // of those that are not told apart
}

void TestBounds::unusableRecordsOfAFlood()
{
    QByteArray table;
    for (int i = 0; i < thresholds::hostsApart + 1; ++i) {
        const QByteArray number = QByteArray::number(i);
        table += "tlsa T" + number + " h" + number + ".example.org | 1 1 1 a64\n5 postfix tlsa T" + number + " 9 0\n";
    }
    QCOMPARE(Scenario(table).all(Rule::R17).size(), size_t(thresholds::hostsApart));
}

void TestBounds::othersAreNamedOrCounted()
{
    QByteArray table(QByteArray(enforced) + "5 google sts P 10 9 9 starttls-not-supported mx=mx1.example.org\n");
    for (int i = 1; i <= thresholds::othersTold + 3; ++i)
        table += "5 sender" + QByteArray::number(i) + " sts P " + QByteArray::number(i) + " 0\n";
    const Finding finding = Scenario(table).one(Rule::R06);
    QCOMPARE(finding.others.size(), size_t(thresholds::othersTold));
    QCOMPARE(finding.others.back().sessions, 4);
    QCOMPARE(finding.moreOthers, 3);
    QCOMPARE(finding.moreOtherSessions, 1 + 2 + 3);
}

void TestBounds::silenceDoesNotEndAnEpisode()
{
    const QByteArray failing("1-4 google sts P 10 9 9 starttls-not-supported mx=mx1.example.org\n"
                             "12-15 google sts P 10 9 9 starttls-not-supported mx=mx1.example.org\n");
    const auto firstDays = [](const Scenario &story) {
        QList<int> days;
        for (const FindingPtr &finding : story.diagnosis().findings) {
            if (finding->mx == QLatin1String("mx1.example.org"))
                days += finding->first.value - Scenario::day(1).value + 1;
        }
        return days;
    };
    const Scenario silent(QByteArray(enforced) + failing);
    QCOMPARE(firstDays(silent), QList<int>{1});
    const Scenario well(QByteArray(enforced) + failing + "5-11 google sts P 10 0\n");
    QVERIFY2(firstDays(well).contains(12), qPrintable(well.lines().join(u'\n')));
}

void TestBounds::evidenceIsNewestFirstAndBounded()
{
    const Scenario story(QByteArray(enforced) + "1-9 google sts P 10 2 2 certificate-expired mx=mx1.example.org ip=192.0.2.2\n");
    const FindingPtr finding = story.diagnosis().findings.front();
    QCOMPARE(finding->failures.size(), 9u);
    const std::vector<EvidenceRow> rows = evidenceOf(*finding, story.facts());
    QCOMPARE(rows.size(), 9u);
    QCOMPARE(rows.front().day, Scenario::day(9));
    QCOMPARE(rows.back().day, Scenario::day(1));
    QCOMPARE(rows.front().mx, QStringLiteral("mx1.example.org"));
    QCOMPARE(rows.front().receivingIp, QStringLiteral("192.0.2.2"));
    QCOMPARE(rows.front().occurrences, 2);
    const std::vector<EvidenceRow> few = evidenceOf(*finding, story.facts(), 2);
    QCOMPARE(few.size(), 2u);
    QCOMPARE(few.back().day, Scenario::day(8));
}

/// Details may belong to no session that is counted (RFC 8460 §4.3).
void TestBounds::failuresWithoutSessionsAreAProblem()
{
    const Scenario story(QByteArray(enforced) + "1-9 google sts P 0 0 5 starttls-not-supported mx=mx1.example.org\n");
    const auto &findings = story.diagnosis().findings;
    QVERIFY(std::any_of(findings.begin(), findings.end(), [](const FindingPtr &f) { return f->open && isProblem(*f); }));
}

void TestBounds::oneSendersPart()
{
    const Scenario story(QByteArray(enforced) + "1-9 google sts P 10 2 2 certificate-expired mx=mx1.example.org\n"
                                                "4-5 microsoft sts P 10 3 3 certificate-expired mx=mx1.example.org\n");
    const Finding &all = *story.diagnosis().findings.front();
    QCOMPARE(all.senders.size(), 2u);
    const QString key = all.senders.back().key;
    const Finding own = narrowedTo(key, all, story.facts());
    QCOMPARE(own.senders.size(), 1u);
    QCOMPARE(own.occurrences, all.senders.back().occurrences);
    QCOMPARE(own.resultType, QStringLiteral("certificate-expired"));
    QCOMPARE(qint64(own.daysAffected), qint64(reportsOf(own, story.facts()).size()));
    QVERIFY(own.failures.size() < all.failures.size());
    for (const EvidenceRow &row : evidenceOf(own, story.facts()))
        QVERIFY(row.day >= own.first && row.day <= own.last);
    QVERIFY(narrowedTo(QStringLiteral("nobody"), all, story.facts()).failures.empty());
}

void TestBounds::weakOnesComeLast()
{
    Finding weak;
    weak.open = true;
    weak.severity = Severity::High;
    weak.confidence = {40, false, {{ConfidencePoint::Start, 40}}};
    Finding strong = weak;
    strong.severity = Severity::Medium;
    strong.confidence.reasons.push_back({ConfidencePoint::SeveralSenders, 20});
    QVERIFY(isWeak(weak) && !isWeak(strong));
    QVERIFY(isWorse(strong, weak) && !isWorse(weak, strong));
    QVERIFY(comesBefore(weak, strong));
    strong.severity = Severity::Critical;
    Finding other = strong;
    other.severity = Severity::Low;
    QVERIFY(isWorse(strong, other));
}

void TestBounds::whatIsOverStaysOver()
{
    const Scenario story(QByteArray(enforced) + "1-5 google sts P 10 9 9 starttls-not-supported mx=mx1.example.org\n"
                                                "6-60 google sts P 10 0\n");
    const auto about = [](const Diagnosis &diagnosis) {
        QStringList told;
        for (const FindingPtr &finding : diagnosis.findings) {
            if (finding->mx == QLatin1String("mx1.example.org"))
                told += QString(id(finding->rule)) + (finding->open ? u" open"_qs : u" over"_qs);
        }
        return told;
    };
    const QStringList before = about(story.diagnosis());
    QVERIFY(!before.isEmpty() && before.filter(QStringLiteral("open")).isEmpty());
    QCOMPARE(about(story.fetchedOn(60 + thresholds::forgottenDays + 30)), before);
}

void TestBounds::severitiesHaveNames()
{
    for (int i = 0; i < severityCount; ++i) {
        const auto severity = static_cast<Severity>(i);
        QCOMPARE(severityOf(QString(slug(severity))), std::optional(severity));
    }
    QVERIFY(!severityOf(u"severe"));
    QSet<QString> names;
    for (int i = 0; i < ruleCount; ++i) {
        const auto rule = static_cast<Rule>(i);
        names << QString(id(rule));
        QVERIFY(!slug(rule).isEmpty());
    }
    QCOMPARE(names.size(), ruleCount);
}

QTEST_GUILESS_MAIN(TestBounds)
#include "test_bounds.moc"

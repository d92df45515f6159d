// SPDX-License-Identifier: GPL-3.0-or-later
// A report without fault has no deviation; each fault put into it is read as documented at its kind, and
// noted.
#include "deviationcases.h"
#include "fixture.h"

#include <QSet>
#include <QTest>

using namespace tlsrpt;
using namespace tlsrpt::test;

class TestDeviations : public QObject
{
    Q_OBJECT
private slots:
    void aCleanReportHasNone();
    void eachIsNoted_data();
    void eachIsNoted();
    void everyKindIsTested();
    void repetitionIsNotListedForEver();
    void pointersFindTheirPlace();
};

void TestDeviations::aCleanReportHasNone()
{
    const auto report = parsed(fixture(u"clean.json"_qs));
    QVERIFY(report);
    QCOMPARE(listed(report->deviations), QString());
    DocumentHints hints;
    hints.reportDomain = u"example.org"_qs;
    hints.submitter = u"sender.example"_qs;
    QCOMPARE(listed(parsed(fixture(u"clean.json"_qs), hints)->deviations), QString());
}

void TestDeviations::eachIsNoted_data()
{
    QTest::addColumn<int>("index");
    const auto cases = deviationCases();
    for (std::size_t i = 0; i < cases.size(); ++i)
        QTest::newRow(cases[i].name) << static_cast<int>(i);
}

void TestDeviations::eachIsNoted()
{
    QFETCH(int, index);
    const DeviationCase one = deviationCases()[static_cast<std::size_t>(index)];
    QByteArray json = fixture(u"clean.json"_qs);
    for (const Replacement &change : one.changes) {
        QVERIFY2(json.contains(change.from), change.from);
        const qsizetype at = json.indexOf(change.from);
        json.replace(at, qstrlen(change.from), change.to);
    }
    const auto report = parsed(json);
    QVERIFY2(report,
             report ? "" : qPrintable(QString(slug(report.error().code)) + report.error().detail));
    QCOMPARE(listed(report->deviations), listed(one.expected));
    if (one.check)
        QVERIFY2(one.check(*report), "the values are not what they should be");
}

void TestDeviations::everyKindIsTested()
{
    QSet<int> tested{
        static_cast<int>(DeviationKind::InTheFuture)}; // set by whoever knows the clock
    for (const DeviationCase &one : deviationCases()) {
        for (const Deviation &deviation : one.expected)
            tested.insert(static_cast<int>(deviation.kind));
    }
    for (int kind = 0; kind < deviationKindCount; ++kind)
        QVERIFY2(tested.contains(kind), qPrintable(QString::number(kind)));
}

void TestDeviations::repetitionIsNotListedForEver()
{
    QByteArray rows;
    for (int i = 0; i < 500; ++i)
        rows += "{},";
    QByteArray json = fixture(u"clean.json"_qs);
    json.replace("\"policies\": [", QByteArray("\"policies\": [" + rows));
    const auto report = parsed(json);
    QVERIFY(report);
    QCOMPARE(report->policies.size(), std::size_t(503));
    QVERIFY(has(*report, DeviationKind::PolicyMissing));
    QVERIFY(report->deviations.size() < 100);
}

void TestDeviations::pointersFindTheirPlace()
{
    QByteArray json = fixture(u"clean.json"_qs);
    json.replace("\"result-type\": \"certificate-expired\"",
                 QByteArray("\"result-type\": \"" + QByteArray(1000, 'x') + "\""));
    const auto report = parsed(json);
    QVERIFY(report);
    QCOMPARE(report->deviations.size(), std::size_t(1));
    QCOMPARE(report->deviations[0].pointer, u"/policies/0/failure-details/0/result-type"_qs);
    QCOMPARE(report->deviations[0].seen, u"x"_qs.repeated(200));
    QCOMPARE(report->policies[0].failures[0].resultType, u"x"_qs.repeated(1000));
}

QTEST_GUILESS_MAIN(TestDeviations)
#include "test_deviations.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The models of the enforce page and its words in every state.
#include "tests/core/diagnosis/scenario.h"
#include "tests/ui/overview/pagefixture.h"
#include "ui/enforce/enforcechart.h"
#include "ui/enforce/enforcemodels.h"
#include "ui/enforce/enforceview.h"
#include "ui/words/enforcewords.h"
#include "ui/words/words.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace tlsrpt;
using namespace tlsrpt::test;

class TestEnforceParts : public QObject
{
    Q_OBJECT

    static Enforcement of(const QByteArray &table)
    {
        const Scenario story(table);
        return enforcement(story.facts(), *story.diagnosis().domains.front(),
                           {Scenario::day(-5000), Scenario::day(5000)});
    }

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void modelsFillUpdateAndClear()
    {
        const std::unique_ptr<RefusedModel> refused(newRefusedModel(nullptr));
        const QAbstractItemModelTester first(refused.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        RefusedGroup group;
        group.senderName = hostile;
        group.host = hostile;
        group.reason = hostile + megabyte();
        group.cause = Cause::Expired;
        group.sessions = 12;
        group.first = group.last = Scenario::day(3);
        refused->setRows({group, {}});
        refused->setRows({group});
        QCOMPARE(cell(*refused, 0, RefusedCause), words::causeName(Cause::Expired));
        QCOMPARE(refused->index(0, RefusedSessions).data(NumberRole).toLongLong(), 12);
        QVERIFY(!cell(*refused, 0, RefusedServer).contains(QChar(0x202e)));
        QVERIFY(toolTipsAreHarmless(*refused));
        refused->setRows({});

        const std::unique_ptr<TrialModel> trial(newTrialModel(nullptr));
        const QAbstractItemModelTester second(trial.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        TrialHost host;
        host.host = hostile;
        host.miss = {MissReason::OneLabelOnly, hostile};
        TrialHost covered;
        covered.host = u"mx.example.org"_qs;
        covered.pattern = u"*.example.org"_qs;
        trial->setRows({host, covered});
        QCOMPARE(columnTexts(*trial, TrialCovered), (QStringList{u"no"_qs, u"yes"_qs}));
        QCOMPARE(cell(*trial, 1, TrialWhy), u"by *.example.org"_qs);
        QVERIFY(trial->index(1, TrialCovered).data(EmphasisRole).toBool()); // a change
        QVERIFY(toolTipsAreHarmless(*trial));
        trial->setRows({});
    }

    void wordsOfEveryState_data()
    {
        QTest::addColumn<QByteArray>("table");
        QTest::addColumn<QString>("answer");
        const QByteArray testing = "policy P testing mx1.example.org 86400\n1-40 google sts P 10 0\n1-40 microsoft sts P 5 0\n";
        QTest::newRow("ready") << testing << u"Yes."_qs;
        QTest::newRow("not yet") << testing + "38-40 halon sts P 1 9 9 certificate-expired mx=mx1.example.org\n" << u"Not yet."_qs;
        QTest::newRow("one sender") << QByteArray("policy P testing mx1.example.org 86400\n1-40 google sts P 10 0\n") << u"Not yet."_qs;
        QTest::newRow("mixed") << testing + "policy E enforce mx1.example.org 604800\n40 halon sts E 5 0\n" << u"In part."_qs;
        QTest::newRow("enforcing") << QByteArray("policy E enforce mx1.example.org 604800\n1-40 google sts E 10 0\n")
                                   << u"Already done."_qs;
        QTest::newRow("none") << QByteArray("policy N none mx1.example.org 604800\n1-40 google sts N 10 0\n")
                              << u"Nothing to enforce."_qs;
        QTest::newRow("not told") << QByteArray("1-40 google sts - 10 0\n") << u"Unknown."_qs;
        QTest::newRow("no policy") << QByteArray("1-40 google none - 10 0\n") << u"Nothing to enforce."_qs;
        QTest::newRow("foreign host") << testing + "38-40 halon sts P 1 9 9 validation-failure mx=mx.provider.test\n" << u"Not yet."_qs;
    }

    void wordsOfEveryState()
    {
        QFETCH(QByteArray, table);
        const Enforcement result = of(table);
        const words::EnforceAnswer said = words::enforceAnswer(result);
        QTEST(said.answer, "answer");
        QVERIFY(said.sentence.contains(u"example.org"_qs) && said.sentence.endsWith(u'.'));
        QVERIFY(said.more.endsWith(u'.'));
        for (const QString &text : {said.answer, said.sentence, said.more})
            QVERIFY2(!text.contains(u'%') || text.contains(u" %"_qs), qPrintable(text)); // a number, nothing to fill in
        for (const Condition &condition : result.conditions) {
            QVERIFY(!words::conditionName(condition).isEmpty());
            QVERIFY(!words::conditionValue(condition).isEmpty());
        }
        const auto steps = words::enforceSteps(result);
        QVERIFY(!steps.empty());
        for (const words::EnforceStep &step : steps) {
            QVERIFY(!step.title.isEmpty());
            const QString both = step.title + step.caption;
            QVERIFY(!both.contains(u"%1"_qs) && !both.contains(u"lost"_qs));
        }
    }

    void conditionsAndStepsNameTheirDays()
    {
        const QByteArray testing = "policy P testing mx1.example.org 86400\n1-40 google sts P 10 0\n1-40 microsoft sts P 5 0\n";
        const auto told = [&testing](const QByteArray &failure) {
            for (const words::EnforceStep &step : words::enforceSteps(of(testing + failure))) {
                if (step.title == u"Add mx3.example.org to the policy")
                    return step.caption;
            }
            return QString();
        };
        QVERIFY(told("3 google sts P 5 5 5 validation-failure mx=mx3.example.org\n").startsWith(u"Only reports of more than 30 days ago"));
        QVERIFY(told("39 google sts P 5 5 5 validation-failure mx=mx3.example.org\n").startsWith(u"Now, still in testing"));
        const Condition clean{ConditionKind::NoFailures, true, 0, 0, {}};
        QVERIFY(words::conditionName(clean).contains(u"enforce would refuse"_qs)); // a fetch that fails is none of them
        const Condition covered{ConditionKind::HostsCovered, true, 0, 0, {}};
        QVERIFY(words::conditionValue(covered).contains(u"30 days"_qs));
    }

    void stepsInOrder()
    {
        const Enforcement result = of("policy P testing mx1.example.org 86400\n1-40 google sts P 10 0\n1-40 microsoft sts P 5 0\n"
                                      "38-40 halon sts P 1 9 9 validation-failure mx=a.b.example.org\n"
                                      "38-40 halon sts P 1 9 9 validation-failure mx=mx.provider.test\n"
                                      "38-40 halon sts P 1 9 9 certificate-expired mx=mx1.example.org\n");
        QStringList texts;
        for (const words::EnforceStep &step : words::enforceSteps(result))
            texts += QString::number(static_cast<int>(step.text)) + u' ' + step.title;
        const auto at = [&texts](const QString &start) {
            for (qsizetype i = 0; i < texts.size(); ++i) {
                if (texts[i].contains(start))
                    return i;
            }
            return qsizetype(-1);
        };
        QVERIFY2(at(u"Solve:"_qs) == 0, qPrintable(texts.join(u'\n')));
        QVERIFY(at(u"Add a.b.example.org"_qs) > 0);
        QVERIFY(at(u"Is mx.provider.test one of your"_qs) > at(u"Add a.b"_qs));
        QVERIFY(at(u"Wait for 30 days"_qs) > at(u"Is mx.provider.test"_qs));
        QVERIFY(at(u"publish this policy"_qs) > at(u"Wait for 30 days"_qs));
        QVERIFY(at(u"change the record"_qs) > at(u"publish this policy"_qs));
        QCOMPARE(at(u"raise max_age"_qs), texts.size() - 1);
    }

    void wordsOfATrial()
    {
        PolicyTrial trial;
        trial.policy = parseStsPolicy({u"version: STSv1"_qs, u"mode: enforce"_qs, u"mx: mx.example.org"_qs, u"max_age: 604800"_qs});
        QVERIFY(words::trial(trial).verdict.contains(u"name no mail server"_qs));
        TrialHost host;
        host.host = u"mx.example.org"_qs;
        host.pattern = host.host;
        trial.hosts = {host};
        trial.covered = 1;
        trial.patterns = {{host.host, 1}, {u"old.example.org"_qs, 0}};
        trial.failures = {7, 2, 3, 1};
        trial.lostHosts = 1;
        const words::TrialWords told = words::trial(trial);
        QVERIFY(told.good);
        QCOMPARE(told.verdict, u"Covers the one mail server that reports name."_qs);
        QCOMPARE(told.more.size(), 6);
        QVERIFY(told.more.last().contains(u"old.example.org"_qs));
        trial.policy = parseStsPolicy({u"mode: none"_qs});
        QVERIFY(!words::trial(trial).good);
        QVERIFY(!words::trial(trial).defects.isEmpty());
    }

    void chartOfWhatWouldHaveBeen()
    {
        Theme theme{Appearance::Light};
        const ChartData data = enforceChart(of("policy P testing mx1.example.org 86400\n1-10,13-40 google sts P 10 0\n"
                                               "40 halon sts P 1 9 9 certificate-expired mx=mx1.example.org\n"),
                                            theme);
        QCOMPARE(data.count(), 40);
        QCOMPARE(data.series.size(), size_t(2));
        QCOMPARE(data.series[0].values.back(), 9);
        QCOMPARE(data.series[1].values.back(), 11);
        QVERIFY(data.slotEmpty[10] && !data.slotEmpty[9]);
        QCOMPARE(enforceChart(of("1-40 google none - 10 0\n"), theme).count(), 0);
    }

    void hostileNamesArePlain()
    {
        Bench bench;
        EnforceView area(bench.theme, bench.settings);
        Enforcement result = of("policy P testing mx1.example.org 86400\n1-40 google sts P 10 0\n1-40 microsoft sts P 5 0\n"
                                "38-40 halon sts P 1 9 9 validation-failure mx=<b>x</b>.example.org\n");
        result.draft.questions = {hostile, megabyte()};
        area.resize(900, 700);
        area.show(result, {u"a"_qs, u"b"_qs, u"c"_qs, u"d"_qs});
        area.grab();
        QVERIFY(isPlain(area));
        QVERIFY(!test::textOf(area, false).contains(QChar(0x202e)));
    }
};

QTEST_MAIN(TestEnforceParts)
#include "test_enforceparts.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/parse.h"
#include "tests/ui/overview/pagefixture.h"
#include "ui/reports/jsonview.h"
#include "ui/reports/readview.h"
#include "ui/reports/reportview.h"

#include <QPlainTextEdit>
#include <QTabWidget>
#include <QTextBlock>

using namespace tlsrpt;
using namespace tlsrpt::test;

class TestReportViews : public QObject
{
    Q_OBJECT

    Theme m_theme{Appearance::Light};

    static QByteArray json(const QByteArray &policies, const QByteArray &head = {})
    {
        return "{\"organization-name\":\"Acme\",\"date-range\":{\"start-datetime\":\"2026-10-01T00:00:00Z\","
               "\"end-datetime\":\"2026-10-01T23:59:59Z\"},\"contact-info\":\"a@acme.example\",\"report-id\":\"1\","
               + head + "\"policies\":" + policies + "}";
    }
    static ReopenedReport opened(const QByteArray &bytes)
    {
        OriginalRow row;
        row.bytes = bytes;
        row.source = u"/tmp/a.zip › b.json"_qs;
        row.fileName = u"b.json"_qs;
        row.imported = now.toSecsSinceEpoch();
        auto report = reopen(row, {});
        return report ? *report : ReopenedReport{};
    }
    static OpenedReport shownFile(const QByteArray &bytes)
    {
        OpenedReport report;
        report.report = opened(bytes);
        report.json = formatJson(decodedText(report.report.json));
        report.raw = decodedText(bytes);
        return report;
    }

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void everyDeviationIsTold_data()
    {
        QTest::addColumn<int>("kind");
        for (int kind = 0; kind < deviationKindCount; ++kind)
            QTest::addRow("%d", kind) << kind;
    }
    void everyDeviationIsTold()
    {
        QFETCH(const int, kind);
        ReopenedReport report = opened(json("[]"));
        report.report.deviations = {{static_cast<DeviationKind>(kind), u"/policies/0/policy"_qs, hostile}};
        ReadView read(m_theme);
        read.resize(600, 700);
        read.show(report);
        const QString told = textOf(read);
        QVERIFY(told.contains(u"/policies/0/policy: <b>x</b>"_qs));
        QVERIFY(isPlain(read));
        read.grab();
        JsonView view(m_theme);
        view.resize(700, 400);
        view.show(formatJson(u"{\"policies\":[{\"policy\":{}}]}"_qs), report.report.deviations);
        QCOMPARE(view.extraSelections().size(), 1);
        QCOMPARE(view.extraSelections().first().cursor.blockNumber(), 3);
        view.grab();
    }

    void deviationsOfOneLineAreOneMark()
    {
        JsonView view(m_theme);
        const FormattedJson text = formatJson(u"{\"a\":{\"b\":1},\"c\":2}"_qs);
        view.show(text, {{DeviationKind::WrongType, u"/a/b"_qs, {}},
                         {DeviationKind::WrongType, u"/a/b"_qs, {}},
                         {DeviationKind::Duplicated, u"/a/b/gone/deeper"_qs, {}}, // the nearest that is there
                         {DeviationKind::ByteOrderMark, {}, {}},
                         {DeviationKind::WrongType, u"no pointer"_qs, {}}});
        QSet<int> lines;
        for (const auto &mark : view.extraSelections())
            lines.insert(mark.cursor.blockNumber());
        QCOMPARE(lines, QSet<int>({0, 2}));
        view.show(text, {});
        QVERIFY(view.extraSelections().isEmpty());
        QCOMPARE(view.toPlainText(), text.text);
        QVERIFY(view.isReadOnly());
    }

    void whatIsCutIsSaid()
    {
        JsonView view(m_theme);
        view.show(formatJson(u"[1,2,3,4,5,6,7,8,9,10]"_qs, 20), {});
        QVERIFY(view.toPlainText().contains(u"cut here"_qs));
    }

    void linesStayWithTheirPointers()
    {
        const FormattedJson text = formatJson(u"{\"a\":\"x\u2029y\u2028\rz\uFDD0\",\"b\":1}"_qs);
        JsonView view(m_theme);
        view.show(text, {{DeviationKind::WrongType, u"/b"_qs, {}}});
        QCOMPARE(view.blockCount(), text.pointers.size());
        QVERIFY(view.extraSelections().first().cursor.block().text().contains(u"\"b\""_qs));
    }

    void hugeLinesAreBearable()
    {
        JsonView view(m_theme);
        view.resize(700, 400);
        QElapsedTimer timer;
        timer.start();
        view.show(formatJson(u"{\"a\":\""_qs + megabyte() + u"\"}"_qs), {{DeviationKind::WrongType, u"/a"_qs, {}}});
        view.grab();
        QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
    }

    void aFailureIsExplained()
    {
        const QByteArray policy
            = "[{\"policy\":{\"policy-type\":\"sts\",\"policy-string\":[\"version: STSv1\",\"mode: enforce\","
              "\"mx: mx1.example.org\",\"max_age: 604800\"],\"policy-domain\":\"example.org\"},"
              "\"summary\":{\"total-successful-session-count\":8,\"total-failure-session-count\":2},"
              "\"failure-details\":[{\"result-type\":\"certificate-expired\",\"sending-mta-ip\":\"192.0.2.1\","
              "\"receiving-mx-hostname\":\"mx1.example.org\",\"receiving-ip\":\"192.0.2.9\",\"failed-session-count\":2}]}]";
        ReadView view(m_theme);
        view.resize(600, 700);
        view.show(opened(json(policy)));
        const QString told = textOf(view);
        for (const QString &part : {u"2 of 10 sessions failed."_qs, u"Acme"_qs, u"mx1.example.org"_qs, u"192.0.2.9"_qs,
                                    u"certificate-expired"_qs, u"Who must act"_qs, u"b.json"_qs})
            QVERIFY2(told.contains(part), qPrintable(part));
        QVERIFY(!told.contains(u"Differs from the standard"_qs));
    }

    void sentences_data()
    {
        QTest::addColumn<qint64>("good");
        QTest::addColumn<qint64>("bad");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("all good") << qint64(275) << qint64(0) << u"All 275 session(s) met the policy."_qs;
        QTest::newRow("none") << qint64(0) << qint64(0) << u"The report counts no session."_qs;
        QTest::newRow("all bad") << qint64(0) << qint64(1200) << u"All 1,200 sessions failed."_qs;
        QTest::newRow("some") << qint64(7) << qint64(3) << u"3 of 10 sessions failed."_qs;
    }
    void sentences()
    {
        QFETCH(const qint64, good);
        QFETCH(const qint64, bad);
        QFETCH(const QString, sentence);
        Report report;
        report.policies.resize(1);
        report.policies[0].successful = good;
        report.policies[0].failed = bad;
        report.policies[0].track = Track::Sts;
        QCOMPARE(reportSentence(report), sentence);
        report.policies[0].inHeadline = false; // counted by another row
        QCOMPARE(reportSentence(report), u"The report counts no session."_qs);
    }

    void goodWithoutAPolicy()
    {
        Report report;
        report.policies.resize(2);
        report.policies[0].successful = 5;
        report.policies[0].track = Track::None;
        report.policies[1].successful = 4;
        report.policies[1].track = Track::None;
        QCOMPARE(reportSentence(report), u"All 9 session(s) succeeded; no policy was found."_qs);
        report.policies[1].track = Track::Tlsa;
        QCOMPARE(reportSentence(report), u"All 9 session(s) met the policy, or none was found."_qs);
    }

    void manyPoliciesAndFailuresAreCut()
    {
        ReopenedReport report = opened(json("[]"));
        PolicyResult policy;
        policy.track = Track::Sts;
        policy.policyDomain = u"example.org"_qs;
        policy.failed = 1000;
        policy.failures.resize(1000);
        report.report.policies.assign(1000, policy);
        ReadView view(m_theme);
        QElapsedTimer timer;
        timer.start();
        view.show(report);
        QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(textOf(view).contains(u"970 more policies are in the JSON."_qs));
        QVERIFY(textOf(view).contains(u"970 more failures are in the JSON."_qs));
    }

    void hostileTextsArePlain()
    {
        const QString big = hostile + QString(65'536, u'M');
        ReopenedReport report = opened(json("[]"));
        Report &r = report.report;
        r.organization = r.contact = r.reportId = r.submitter = r.reporterKey = big;
        report.original.source = report.original.fileName = report.original.domainHint = big;
        PolicyResult policy;
        policy.policyType = policy.policyDomain = big;
        policy.track = Track::Sts;
        policy.policyStrings = QStringList{big, big};
        policy.mxHosts = QStringList{big};
        policy.failed = 1;
        FailureDetail failure;
        failure.resultType = failure.reasonCode = failure.receivingMx = failure.receivingIp = failure.sendingMtaIp
            = failure.receivingHelo = failure.additionalInformation = big;
        policy.failures = {failure};
        PolicyResult dane = policy;
        dane.track = Track::Tlsa;
        r.policies = {policy, dane};
        r.deviations = {{DeviationKind::WrongType, big, big.left(200)}};
        ReportView view(m_theme);
        view.resize(600, 800);
        view.show({report, formatJson(u"{}"_qs), u"{}"_qs});
        view.grab();
        QVERIFY(isPlain(view));
        QVERIFY(textOf(view, false).contains(u"<b>x</b>"_qs));
    }

    void tabsErrorAndClear()
    {
        ReportView view(m_theme);
        view.resize(700, 600);
        auto *tabs = view.findChild<QTabWidget *>();
        QVERIFY(!tabs->isVisibleTo(&view));
        view.show(shownFile(json("[]")));
        QVERIFY(tabs->isVisibleTo(&view));
        QCOMPARE(tabs->count(), 3);
        view.setTab(1);
        QCOMPARE(view.tab(), 1);
        view.showError({Code::GzipDamaged, u"a.gz"_qs, {}, -1});
        QVERIFY(!tabs->isVisibleTo(&view));
        QVERIFY(!textOf(view).contains(u"Acme"_qs));
        view.show(shownFile(json("[]")));
        QCOMPARE(view.tab(), 1);
        view.clear();
        QVERIFY(textOf(view).contains(u"Choose a report to read it."_qs));
    }
};

QTEST_MAIN(TestReportViews)
#include "test_reportviews.moc"

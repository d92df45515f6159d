// SPDX-License-Identifier: GPL-3.0-or-later
// What the PDF, the HTML and the terminal say about findings; what is muted, solved or none at all.
#include "tests/core/query/made.h"
#include "tests/ui/export/exportfixture.h"
#include "translations/translations.h"
#include "ui/export/findinglist.h"
#include "ui/export/sections.h"

#include <QApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace tlsrpt;

namespace
{

FindingPtr sample(Rule rule, Severity severity, bool open, const char *mx, Cause cause = Cause::Expired)
{
    Finding finding;
    finding.rule = rule;
    finding.severity = severity;
    finding.open = open;
    finding.domain = u"testing.example"_qs;
    finding.mx = QString::fromUtf8(mx);
    finding.track = Track::Sts;
    finding.cause = cause;
    finding.group = groupOf(cause);
    finding.mode = PolicyMode::Enforce;
    finding.effect = MailEffect::Delayed;
    finding.mailAffected = true;
    finding.owner = Owner::MxOperator;
    finding.confidence = {85, false, {{ConfidencePoint::Start, 85}}};
    finding.senders = {{u"google.com"_qs, u"Google <b>"_qs, 100, 9, 9}};
    finding.first = Day::fromDate({2026, 10, 3});
    finding.last = Day::fromDate({2026, 10, 9});
    return std::make_shared<const Finding>(std::move(finding));
}

Diagnosis diagnosisOf(std::vector<FindingPtr> findings)
{
    Diagnosis diagnosis;
    diagnosis.reference.day = Day::fromDate({2026, 10, 20});
    diagnosis.findings = std::move(findings);
    return diagnosis;
}

const std::vector<FindingPtr> &some()
{
    static const std::vector<FindingPtr> all{
        sample(Rule::R01, Severity::Critical, true, "mx1.testing.example"),
        sample(Rule::R06, Severity::High, true, "mx2.testing.example", Cause::StarttlsNotOffered),
        sample(Rule::R25, Severity::Low, true, ""),
        sample(Rule::R36, Severity::Medium, true, ""),
        sample(Rule::R04, Severity::High, false, "mx3.testing.example"),
        sample(Rule::R10, Severity::Low, false, "mx4.testing.example"),
    };
    return all;
}

/// Two causes at mx1, one of them also at mx2, at other times and from other senders.
Summary twoCausesAtAHost(std::vector<FindingPtr> findings)
{
    using namespace made;
    const FixedClock clock(QDateTime(QDate(2026, 11, 2), QTime(9, 30), Qt::UTC));
    const auto failed = [](const char *sender, int offset, const char *type, qint64 count, const char *mx) {
        return report(sender, day(offset), {sts("example.org", 50, count, {failure(type, count, mx)})});
    };
    Summary summary = summarise(
        *factsOf({failed("google.com", 0, "certificate-host-mismatch", 9, "mx1.example.org"),
                  failed("microsoft.com", 4, "certificate-host-mismatch", 3, "mx1.example.org"),
                  failed("google.com", 8, "starttls-not-supported", 1, "mx1.example.org"),
                  failed("mail.ru", 9, "starttls-not-supported", 1, "mx1.example.org"),
                  failed("google.com", 9, "starttls-not-supported", 5, "mx2.example.org")}),
        {}, clock);
    addFindings(summary, diagnosisOf(std::move(findings)));
    return summary;
}

Summary judged(const std::vector<FindingPtr> &findings, const QStringList &muted = {})
{
    Summary summary = made::someOfEverything();
    addFindings(summary, diagnosisOf(findings), muted);
    return summary;
}

QStringList pagesOf(const Summary &summary)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.pdf"_qs);
    if (!writeSummaryPdf(summary, path, QPageSize::A4))
        return {};
    QProcess process;
    process.start(u"pdftotext"_qs, {path, u"-"_qs});
    process.waitForFinished(60'000);
    return QString::fromUtf8(process.readAllStandardOutput())
        .normalized(QString::NormalizationForm_KC)
        .split(u'\f', Qt::SkipEmptyParts);
}

QString firstPage(const Summary &summary)
{
    return pagesOf(summary).value(0).simplified();
}

} // namespace

class TestFindingSections : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { installTranslations(*QCoreApplication::instance(), u"en"_qs); }

    void sorted()
    {
        const Summary summary = judged(some());
        const auto problems = problemTexts(summary);
        QCOMPARE(problems.size(), size_t(2));
        QCOMPARE(problems[0].words.title, u"Certificate of mx1.testing.example expired"_qs);
        QVERIFY(problems[0].caption.startsWith(u"Critical · Going on since "));
        QCOMPARE(solvedTexts(summary).size(), 1);
        QVERIFY(solvedTexts(summary)[0].contains(u"mx3.testing.example"));
        QCOMPARE(minorTexts(summary).size(), 1);
        QCOMPARE(readinessTexts(summary).size(), 1);
        QVERIFY(problemsNote(summary).isEmpty());
        QVERIFY(headlineText(summary).contains(u"2 problems are open, the worst since "));
    }

    /// The title of one that is open says by itself nothing about when.
    void whatWasSolvedTellsItsDays()
    {
        const Summary summary =
            judged({sample(Rule::R01, Severity::High, true, "mx1.testing.example"),
                    sample(Rule::R01, Severity::High, false, "mx1.testing.example"),
                    sample(Rule::R06, Severity::High, false, "mx1.testing.example")});
        QCOMPARE(solvedTexts(summary),
                 (QStringList{u"Certificate of mx1.testing.example expired · 3–9 Oct 2026, an "
                              "earlier time; now it is open again"_qs,
                              u"mx1.testing.example offered no encryption · 3–9 Oct 2026"_qs}));
    }

    void nobodyKnowsWhetherAForgottenOneWasSolved()
    {
        Finding forgotten = *sample(Rule::R01, Severity::High, false, "mx1.testing.example");
        forgotten.forgotten = true;
        const QStringList texts = solvedTexts(judged({std::make_shared<const Finding>(forgotten)}));
        QVERIFY2(texts.value(0).contains(u"Not known"), qPrintable(texts.value(0)));
    }

    void everyCauseHasItsOwnNumbers()
    {
        const auto texts = causeTexts(twoCausesAtAHost({}));
        QCOMPARE(texts.size(), size_t(2));
        QCOMPARE(texts[0].words.title, u"Certificate of mx1.example.org: wrong name"_qs);
        QCOMPARE(texts[0].caption, u"mx1.example.org · 1–5 Oct 2026 · 2 senders · 12 occurrences"_qs);
        QCOMPARE(texts[1].words.title, u"mx2.example.org offered no encryption"_qs);
        QVERIFY(!texts[0].stepsAbove && !texts[1].stepsAbove);
    }

    void openProblemsComeFirstAtTheirHost()
    {
        const auto texts = causeTexts(twoCausesAtAHost(
            {sample(Rule::R06, Severity::High, true, "mx1.example.org", Cause::StarttlsNotOffered)}));
        QCOMPARE(texts.size(), size_t(2));
        QCOMPARE(texts[0].caption, u"mx1.example.org · 9–10 Oct 2026 · 2 senders · 2 occurrences"_qs);
        QVERIFY(texts[0].stepsAbove);
        QCOMPARE(texts[1].words.title, u"Certificate of mx1.example.org: wrong name"_qs);
        QVERIFY(!texts[1].stepsAbove);
        // One of several hosts at once names none.
        const auto anywhere = causeTexts(twoCausesAtAHost(
            {sample(Rule::R06, Severity::High, true, "", Cause::StarttlsNotOffered)}));
        QVERIFY(anywhere[0].caption.startsWith(u"mx2.example.org · "));
    }

    /// A rule about no failure is no reason to tell a cause first.
    void rulesWithoutFailuresHaveNoCause()
    {
        Finding silence = *sample(Rule::R32, Severity::High, true, "", Cause::StarttlsNotOffered);
        silence.group.reset();
        const auto texts = causeTexts(twoCausesAtAHost({std::make_shared<const Finding>(silence)}));
        QVERIFY(texts[0].words.title.contains(u"wrong name"));
        QVERIFY(!texts[1].stepsAbove);
    }

    void everyOpenProblemHasItsSteps()
    {
        const Summary summary = judged(some());
        const QString html = summaryHtml(summary), page = firstPage(summary);
        for (const FindingText &problem : problemTexts(summary)) {
            QVERIFY(!problem.words.fix.isEmpty());
            for (const QString &step : problem.words.fix) {
                QCOMPARE(html.count(u"<li>"_qs + step.toHtmlEscaped() + u"</li>"_qs), 1);
                QVERIFY2(page.contains(step), qPrintable(step));
            }
        }
    }

    /// Steps speak of "the first check" and "the checks in this order".
    void theChecksStandWithTheSteps()
    {
        Finding known = *sample(Rule::R05, Severity::High, true, "mx1.testing.example", Cause::NotTrusted);
        known.checks = {{CheckKind::TlsHandshake, u"first one"_qs, true}, {CheckKind::CertificateDates, u"second one"_qs, true}};
        Finding bare = *sample(Rule::R11, Severity::High, true, "mx2.testing.example", Cause::NoReason);
        bare.checks = {{CheckKind::TlsHandshake, u"third one"_qs, true}, {CheckKind::TlsVersions, u"fourth one"_qs, true}};
        const Summary summary = judged({std::make_shared<const Finding>(known), std::make_shared<const Finding>(bare)});
        const QString html = summaryHtml(summary), page = firstPage(summary);
        for (const QString &command : {u"first one"_qs, u"third one"_qs, u"fourth one"_qs}) {
            QVERIFY2(html.contains(u"<pre>"_qs + command + u"</pre>"_qs), qPrintable(command));
            QVERIFY2(page.contains(command), qPrintable(page));
        }
        QVERIFY(!html.contains(u"second one") && !page.contains(u"second one"));
    }

    void mutedOnesAreCounted()
    {
        const Summary one = judged(some(), {some()[0]->key()});
        QCOMPARE(problemTexts(one).size(), size_t(1));
        QCOMPARE(problemsNote(one), u"One more problem is muted and left out."_qs);
        QVERIFY(headlineText(one).contains(u"One problem is open, since "));
        const Summary all = judged(some(), {some()[0]->key(), some()[1]->key()});
        QCOMPARE(problemsNote(all), u"No problem is open but 2 that are muted."_qs);
    }

    void noneAtAll()
    {
        const Summary none = judged({});
        QCOMPARE(problemsNote(none), u"No problem is open."_qs);
        QVERIFY(firstPage(none).contains(u"Problems found No problem is open."));
        const Summary notLookedFor = made::someOfEverything();
        QVERIFY(problemsNote(notLookedFor).isEmpty());
        QVERIFY(!summaryHtml(notLookedFor).contains(u"Problems found"));
    }

    void onTheFirstPage()
    {
        const QString page = firstPage(judged(some()));
        for (const char *part :
             {"2 problems are open", "Problems found", "Certificate of mx1.testing.example expired",
              "Who must act: The operator of mx1.testing.example", "Solved in this period",
              "Smaller points", "Ready for enforce?"})
            QVERIFY2(page.contains(QString::fromUtf8(part)), part);
    }

    /// Wherever the pages end.
    void noHeadingStandsAloneAtTheFootOfAPage()
    {
        const QStringList headings{u"Problems found"_qs, u"Solved in this period"_qs, u"Smaller points"_qs,
                                   u"Ready for enforce?"_qs, u"What the failures mean, and what to do"_qs};
        Finding longText = *sample(Rule::R36, Severity::Medium, true, "");
        for (int i = 0; i < 9; ++i)
            longText.details.conditions.push_back({ConditionKind::HostsCovered, false, 0, 0, u"mail%1.testing.example"_qs.arg(i)});
        for (int more = 0; more <= 20; ++more) {
            std::vector<FindingPtr> findings{std::make_shared<const Finding>(longText)};
            findings.insert(findings.end(), some().begin(), some().end());
            for (int i = 0; i < more; ++i) {
                const QByteArray mx = u"mx%1.testing.example"_qs.arg(i + 10).toLatin1();
                findings.push_back(i % 2 ? sample(Rule::R04, Severity::High, false, mx)
                                         : sample(Rule::R25, Severity::Low, true, mx));
            }
            for (const QString &page : pagesOf(judged(findings))) {
                const QStringList lines = page.split(u'\n', Qt::SkipEmptyParts);
                const qsizetype foot = lines.lastIndexOf(directionNote());
                QVERIFY2(foot > 0, qPrintable(page));
                QVERIFY2(!headings.contains(lines[foot - 1]), qPrintable(u"with %1 more: "_qs.arg(more) + lines[foot - 1]));
            }
        }
    }

    void subtitle_data()
    {
        QTest::addColumn<QStringList>("domains");
        QTest::addColumn<bool>("onlyFailures");
        QTest::addColumn<QString>("subtitle");
        QTest::newRow("one") << QStringList{u"plain.example"_qs} << false << u"plain.example"_qs;
        QTest::newRow("failures") << QStringList{u"plain.example"_qs} << true << u"plain.example · only failures"_qs;
        QTest::newRow("unknown") << QStringList{u"no.example"_qs} << false << u"only no.example"_qs;
    }
    void subtitle()
    {
        QFETCH(QStringList, domains);
        QFETCH(bool, onlyFailures);
        Filter filter;
        filter.domains = domains;
        filter.onlyFailures = onlyFailures;
        QTEST(summarySubtitle(made::someOfEverything(filter)), "subtitle");
    }

    void asHtml()
    {
        const QString html = summaryHtml(judged(some()));
        QVERIFY(html.contains(u"<h2>Problems found</h2>"));
        QVERIFY(html.contains(u"<h3>Certificate of mx1.testing.example expired</h3>"));
        QVERIFY(html.contains(u"Google &lt;b&gt;") && !html.contains(u"<b>"));
        QVERIFY(html.contains(u"<h3>Solved in this period</h3>"));
    }

    void asText()
    {
        FindingList list;
        list.reference = Day::fromDate({2026, 10, 20});
        for (const FindingPtr &finding : some())
            list.findings.push_back({finding, finding == some()[1], {ReportId{7}}});
        const QString text = findingsText(list);
        QVERIFY(
            text.startsWith(u"One problem is open. Judged by the reports up to 20 October 2026."));
        QVERIFY(text.indexOf(u"GOING ON") < text.indexOf(u"OVER"));
        QVERIFY(text.contains(u"High: mx2.testing.example offered no encryption (muted)"));
        QVERIFY(text.indexOf(u"mx3.testing.example") > text.indexOf(u"OVER"));
    }

    void manyAreCut()
    {
        std::vector<FindingPtr> many;
        for (int i = 0; i < 40; ++i)
            many.push_back(
                sample(Rule::R04, Severity::High, false, qPrintable(u"mx%1.example"_qs.arg(i))));
        const QStringList solved = solvedTexts(judged(many));
        QCOMPARE(solved.size(), 11);
        QCOMPARE(solved.back(), u"and 30 more"_qs);
    }
};

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    TestFindingSections test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_findingsections.moc"

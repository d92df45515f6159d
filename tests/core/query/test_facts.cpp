// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/query/made.h"

#include <QtTest>

using namespace tlsrpt;
using namespace tlsrpt::made;

class TestFacts : public QObject
{
    Q_OBJECT

private slots:
    void rowsBelongToTheirReports();
    void causesComeFromTypeReasonTrackAndPolicy();
    void resultTypesAreLowerCased();
    void deletedReportsAreLeftOut();
    void conflictingCopiesAreLeftOut();
    void addingEqualsLoadingAll();
    void nothingNewIsTheSameSnapshot();
    void rewritesLoadAll();
    void lostIdsLoadAll();
    void disorderedRowsAreSorted();
    void hostileNumbersAreCut();
    void largeNumbersAreRead();
    void largeIdsAreRead_data();
    void largeIdsAreRead();
    void unbelievableDays_data();
    void unbelievableDays();
    void wrongImportingClock();
    void mailHosts_data();
    void mailHosts();
    void emptyArchive();
    void foreignDatabaseFails();
};

void TestFacts::rowsBelongToTheirReports()
{
    Report two = report("google.com", day(1),
                        {sts("example.org", 8, 2, {failure("certificate-expired", 2, "mx1.example.org")}),
                         row("no-policy-found", "example.net", 3, 0)});
    two.end = two.start + 7 * 86400;
    const auto facts = factsOf({report("google.com", day(0), {}), two,
                                report("mail.ru", day(1), {tlsa("mx1.example.org", 1, 0)})});
    QCOMPARE(facts->reports.size(), size_t(3));
    QCOMPARE(facts->reports[0].policyCount, 0u);
    QCOMPARE(facts->reports[1].policyCount, 2u);
    QVERIFY(facts->reports[1].multiDay);
    QVERIFY(!facts->reports[2].multiDay);
    QCOMPARE(facts->text(facts->reports[2].reporter), QStringLiteral("mail.ru"));
    QCOMPARE(facts->text(facts->reports[2].organization), QStringLiteral("MAIL.RU"));
    const PolicyFact &first = facts->policyRows[facts->reports[1].firstPolicy];
    QCOMPARE(facts->text(first.domain), QStringLiteral("example.org"));
    QCOMPARE(first.mode, PolicyMode::Enforce);
    QCOMPARE(first.failureCount, 1u);
    const FailureFact &fault = facts->failures[first.firstFailure];
    QCOMPARE(facts->text(fault.mx), QStringLiteral("mx1.example.org"));
    QCOMPARE(fault.occurrences, 2);
    QCOMPARE(facts->policyRows[facts->reports[2].firstPolicy].track, Track::Tlsa);
    QVERIFY(facts->period.has_value());
    QCOMPARE(facts->period->first, day(0));
    QCOMPARE(facts->period->last, day(1));
}

void TestFacts::causesComeFromTypeReasonTrackAndPolicy()
{
    const auto facts = factsOf({report(
        "google.com", day(0),
        {sts("example.org", 0, 4,
             {failure("validation-failure", 1, "mx1.example.org"),
              failure("validation-failure", 1, "mx.a.example.org"),
              failure("validation-failure", 1, "mx1.example.org", "self-signed_certificate"),
              failure("sts-policy-fetch-error", 1)}),
         tlsa("mx1.example.org", 0, 1, {failure("certificate-not-trusted", 1, "mx1.example.org")})})});
    QCOMPARE(facts->failures.size(), size_t(5));
    QCOMPARE(facts->failures[0].cause, Cause::NoReason);
    QCOMPARE(facts->failures[0].coverage, Coverage::Covered);
    QCOMPARE(facts->failures[1].cause, Cause::MxNotInPolicy);
    QCOMPARE(facts->failures[1].coverage, Coverage::NotCovered);
    QCOMPARE(facts->failures[2].cause, Cause::SelfSigned);
    QCOMPARE(facts->failures[3].cause, Cause::FetchFailed);
    QCOMPARE(facts->failures[3].coverage, Coverage::NotApplicable);
    QCOMPARE(facts->failures[4].cause, Cause::TlsaMismatch);
}

void TestFacts::resultTypesAreLowerCased()
{
    MadeArchive archive;
    archive.add({report("a.example", day(0),
                        {sts("example.org", 0, 1, {failure("Certificate-Expired", 1, "mx1.example.org")})})});
    const auto first = archive.facts();
    QCOMPARE(first->text(first->failures[0].resultType), QStringLiteral("certificate-expired"));
    // Now the same text comes as a text of its own: one index, not two.
    archive.add({report("a.example", day(1),
                        {sts("example.org", 0, 2, {failure("certificate-expired", 2, "mx1.example.org")})})});
    for (const auto &facts : {archive.facts(first), archive.facts()}) {
        QCOMPARE(facts->failures.size(), size_t(2));
        QCOMPARE(facts->failures[0].resultType, facts->failures[1].resultType);
        QCOMPARE(facts->failures[0].cause, Cause::Expired);
        const auto types = resultTypes(*facts, {});
        QCOMPARE(types.size(), size_t(1));
        QCOMPARE(types[0].occurrences, 3);
    }
}

void TestFacts::deletedReportsAreLeftOut()
{
    MadeArchive archive;
    archive.add({report("a.example", day(0), {sts("example.org", 5, 0)})});
    const ImportId second = archive.add({report("b.example", day(1), {sts("example.org", 7, 1)})});
    const auto before = archive.facts();
    QCOMPARE(before->reports.size(), size_t(2));
    DeletionChoice choice;
    choice.import = second;
    const auto deletion = archive.archive().deleteReports(choice);
    QVERIFY(deletion.has_value());
    const auto after = archive.facts(before);
    QCOMPARE(after->reports.size(), size_t(1));
    QCOMPARE(overview(*after, {}).sessions.total(), 5);
    QVERIFY(archive.archive().undoDeletion(*deletion).has_value());
    QCOMPARE(dump(*archive.facts(after)), dump(*before));
}

void TestFacts::conflictingCopiesAreLeftOut()
{
    MadeArchive archive;
    Report original = report("a.example", day(0), {sts("example.org", 5, 0)});
    Report corrected = original;
    corrected.policies[0].successful = 9;
    archive.add({original}, 1'800'000'000);
    const auto first = archive.facts();
    QCOMPARE(overview(*first, {}).sessions.total(), 5);
    archive.add({corrected}, 1'800'000'500);
    const auto second = archive.facts(first);
    QCOMPARE(second->reports.size(), size_t(1));
    QCOMPARE(overview(*second, {}).sessions.total(), 9); // the newer counts
}

void TestFacts::addingEqualsLoadingAll()
{
    MadeArchive archive;
    std::shared_ptr<const Facts> grown;
    for (int round = 0; round < 5; ++round) {
        std::vector<Report> reports;
        for (int i = 0; i < 7; ++i) {
            const QByteArray mx = "mx" + QByteArray::number(i % 3 + round) + ".example.org";
            reports.push_back(report(i % 2 ? "a.example" : "b.example", day(round * 7 + i),
                                     {sts("example.org", i, 2,
                                          {failure("certificate-expired", 1, mx.constData()),
                                           failure(round % 2 ? "STARTTLS-not-supported" : "starttls-not-supported",
                                                   1, mx.constData(), "why", "192.0.2.1")}),
                                      tlsa(mx.constData(), 1, 0)}));
        }
        archive.add(reports);
        grown = archive.facts(grown);
        QCOMPARE(dump(*grown), dump(*archive.facts()));
    }
    QCOMPARE(grown->reports.size(), size_t(35));
    QCOMPARE(grown->failures.size(), size_t(70));
}

void TestFacts::nothingNewIsTheSameSnapshot()
{
    MadeArchive archive;
    archive.add({report("a.example", day(0), {sts("example.org", 5, 0)})});
    const auto facts = archive.facts();
    QCOMPARE(archive.facts(facts), facts);
}

void TestFacts::rewritesLoadAll()
{
    MadeArchive archive;
    archive.add({report("a.example", day(0), {sts("example.org", 5, 0)})});
    const auto facts = archive.facts();
    archive.execute({QStringLiteral("UPDATE policy_result_ SET successful = 6"),
                     QStringLiteral("UPDATE change_ SET rewrites = rewrites + 1")});
    QCOMPARE(archive.facts(facts)->policyRows[0].successful, 6);
}

void TestFacts::lostIdsLoadAll()
{
    MadeArchive archive;
    archive.add({report("a.example", day(0), {sts("example.org", 5, 0)}),
                 report("a.example", day(1), {sts("example.org", 6, 0)})});
    const auto facts = archive.facts();
    archive.execute({QStringLiteral("DELETE FROM report_ WHERE id = 2")});
    QCOMPARE(archive.facts(facts)->reports.size(), size_t(1));
}

void TestFacts::disorderedRowsAreSorted()
{
    MadeArchive archive;
    std::vector<Report> reports;
    for (int i = 0; i < 4; ++i)
        reports.push_back(report("a.example", day(i),
                                 {sts("example.org", 10 + i, 1, {failure("certificate-expired", 1 + i, "mx1.example.org")}),
                                  sts("example.net", 20 + i, 1, {failure("certificate-expired", 5 + i, "mx1.example.org")})}));
    archive.add(reports);
    const QStringList expected = dump(*archive.facts());
    // Turn the ids of the rows round: what hangs together still does.
    archive.execute({QStringLiteral("PRAGMA foreign_keys=OFF"),
                     QStringLiteral("UPDATE policy_result_ SET id = 1000 - id"),
                     QStringLiteral("UPDATE failure_ SET policy_result_id = 1000 - policy_result_id")});
    QStringList found = dump(*archive.facts());
    QCOMPARE(found.size(), expected.size());
    QStringList sorted = expected;
    sorted.sort();
    found.sort();
    QCOMPARE(found, sorted);
    const auto facts = archive.facts();
    for (const ReportFact &r : facts->reports) {
        QCOMPARE(r.policyCount, 2u);
        for (quint32 i = 0; i < 2; ++i) {
            const PolicyFact &p = facts->policyRows[r.firstPolicy + i];
            QCOMPARE(&facts->reports[p.report], &r);
            QCOMPARE(p.failureCount, 1u);
            const qint64 base = facts->text(p.domain) == QLatin1String("example.org") ? 10 - 1 : 20 - 5;
            QCOMPARE(p.successful - facts->failures[p.firstFailure].occurrences, base);
        }
    }
}

void TestFacts::hostileNumbersAreCut()
{
    MadeArchive archive;
    archive.add({report("a.example", day(0), {sts("example.org", 1, 1, {failure("certificate-expired", 1, "mx")})})});
    archive.execute({QStringLiteral("UPDATE report_ SET day = -9000000000000000000"),
                     QStringLiteral("UPDATE policy_result_ SET successful = 9223372036854775807, "
                                    "failed = -5, track = 7"),
                     QStringLiteral("UPDATE failure_ SET occurrences = -1"),
                     QStringLiteral("UPDATE policy_ SET mode = 99")});
    const auto facts = archive.facts();
    QCOMPARE(facts->policyRows[0].successful, qint64(1) << 53);
    QCOMPARE(facts->policyRows[0].failed, 0);
    QCOMPARE(facts->policyRows[0].track, Track::Other);
    QCOMPARE(facts->policyRows[0].mode, PolicyMode::Unknown);
    QCOMPARE(facts->failures[0].occurrences, 0);
    const Overview answer = overview(*facts, {});
    QCOMPARE(answer.reports, 1);
    QCOMPARE(answer.days.size(), size_t(1));
}

void TestFacts::largeNumbersAreRead()
{
    constexpr qint64 limit = qint64(1) << 31; // what is packed into one column
    MadeArchive archive;
    archive.add({report("a.example", day(0), {sts("example.org", limit - 1, limit - 1), sts("example.org", limit, 0),
                                              sts("example.org", 0, limit),
                                              sts("example.org", qint64(1) << 53, 5, {failure("certificate-expired", limit, "mx")})})});
    auto facts = archive.facts();
    archive.add({report("a.example", day(1), {sts("example.org", limit + 7, 1)})});
    facts = archive.facts(facts);
    const std::vector<PolicyFact> &rows = facts->policyRows;
    QCOMPARE(rows.size(), size_t(5));
    QCOMPARE(rows[0].successful, limit - 1);
    QCOMPARE(rows[0].failed, limit - 1);
    QCOMPARE(rows[1].successful, limit);
    QCOMPARE(rows[2].failed, limit);
    QCOMPARE(rows[3].successful, qint64(1) << 53);
    QCOMPARE(rows[3].failed, 5);
    QCOMPARE(rows[4].successful, limit + 7);
    QCOMPARE(facts->failures[0].occurrences, limit);
    QCOMPARE(dump(*facts), dump(*archive.facts()));
}

void TestFacts::largeIdsAreRead_data()
{
    QTest::addColumn<QStringList>("statements");
    QTest::newRow("texts") << QStringList{QStringLiteral("INSERT INTO text_ VALUES(524288, 'far away')")};
    QTest::newRow("policies") << QStringList{QStringLiteral("INSERT INTO policy_ VALUES(524288, x'00', 0, NULL, '', '')")};
    QTest::newRow("rows") << QStringList{QStringLiteral("INSERT INTO policy_result_ SELECT 2147483648, 9999, 0, policy_type, "
                                                        "domain, NULL, 1, 1, 1 FROM policy_result_ LIMIT 1")};
}

void TestFacts::largeIdsAreRead()
{
    QFETCH(QStringList, statements);
    MadeArchive archive;
    Report multi = report("a.example", day(-99), {sts("example.org", 1, 2,
                                                       {failure("certificate-expired", 3, "mx1.example.org", "why", "192.0.2.1")}),
                                                   tlsa("example.org", 3, 0)});
    multi.end += 86400;
    multi.deviations.push_back({DeviationKind::Duplicated, {}, {}});
    archive.add({multi, report("b.example", day(0), {row("odd", "example.net", 5, 0)})});
    const QStringList packed = dump(*archive.facts());
    archive.execute(QStringList{QStringLiteral("PRAGMA foreign_keys=OFF")} + statements);
    QCOMPARE(dump(*archive.facts()), packed);
}

void TestFacts::unbelievableDays_data()
{
    QTest::addColumn<QList<int>>("offsets");
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("last");
    // The import is on 1 December 2026, offset 61.
    const int of1970 = -day(0).value;
    const int of9999 = 2'932'896 - day(0).value;
    QTest::newRow("honest") << QList<int>{0, 5, 9} << 0 << 9;
    QTest::newRow("1970") << QList<int>{of1970, 0, 9} << 0 << 9;
    QTest::newRow("9999") << QList<int>{0, 9, of9999} << 0 << 9;
    QTest::newRow("both") << QList<int>{of9999, 3, of1970} << 3 << 3;
    QTest::newRow("two days ahead") << QList<int>{0, 63} << 0 << 63;
    QTest::newRow("three days ahead") << QList<int>{0, 64} << 0 << 0;
    QTest::newRow("ten years") << QList<int>{10 - 3652, 10} << 10 - 3652 << 10;
    QTest::newRow("over ten years") << QList<int>{10 - 3653, 8, 10} << 8 << 10;
}

void TestFacts::unbelievableDays()
{
    QFETCH(QList<int>, offsets);
    QFETCH(int, first);
    QFETCH(int, last);
    std::vector<Report> reports;
    for (const int offset : offsets)
        reports.push_back(report("a.example", day(offset), {sts("example.org", 1, 0)}));
    const auto facts = factsOf(reports);
    QVERIFY(facts->period.has_value());
    QCOMPARE(facts->period->first, day(first));
    QCOMPARE(facts->period->last, day(last));
    const Overview answer = overview(*facts, {});
    QCOMPARE(answer.days.size(), size_t(last - first + 1));
    // Still in the totals.
    QCOMPARE(answer.reports, offsets.size());
    QCOMPARE(answer.sessions.total(), offsets.size());
}

void TestFacts::wrongImportingClock()
{
    MadeArchive archive;
    archive.add({report("a.example", day(0), {sts("example.org", 1, 0)}),
                 report("a.example", day(4), {sts("example.org", 1, 0)})});
    archive.execute({QStringLiteral("UPDATE import_ SET started = 0, finished = 10")});
    QCOMPARE(archive.facts()->period->days(), 5);
}

void TestFacts::mailHosts_data()
{
    QTest::addColumn<bool>("notTheServer");
    QTest::addColumn<QString>("domain");
    QTest::addColumn<QString>("other"); ///< domain of an sts row elsewhere
    QTest::addColumn<QString>("failing"); ///< MX of a failure elsewhere
    QTest::addColumn<bool>("isHost");
    QTest::newRow("below its domain") << false << "mx1.example.org" << "example.com" << "" << true;
    QTest::newRow("registrable domain") << false << "example.org" << "example.com" << "" << false;
    QTest::newRow("registrable domain that is an mx") << false << "example.org" << "example.com" << "example.org" << true;
    QTest::newRow("has sts rows too") << false << "mx1.example.org" << "mx1.example.org" << "" << false;
    QTest::newRow("sender names recipients") << true << "corp.example.org" << "example.com" << "" << false;
}

void TestFacts::mailHosts()
{
    QFETCH(bool, notTheServer);
    QFETCH(QString, domain);
    QFETCH(QString, other);
    QFETCH(QString, failing);
    QFETCH(bool, isHost);
    Report dane = report("a.example", day(0), {tlsa(qPrintable(domain), 1, 0)});
    if (notTheServer)
        dane.deviations.push_back({DeviationKind::PolicyDomainNotTheServer, {}, {}});
    Report web = report("b.example", day(0), {sts(qPrintable(other), 1, 0)});
    if (!failing.isEmpty())
        web.policies[0].failures.push_back(failure("starttls-not-supported", 1, qPrintable(failing)));
    const auto facts = factsOf({dane, web});
    const Overview answer = overview(*facts, {});
    for (const DomainRow &row : answer.domains)
        QCOMPARE(row.isMailHost, row.domain == domain && isHost);
    QVERIFY(std::any_of(answer.domains.begin(), answer.domains.end(),
                        [&](const DomainRow &row) { return row.domain == domain; }));
}

void TestFacts::emptyArchive()
{
    MadeArchive archive;
    const auto facts = archive.facts();
    QVERIFY(facts->empty());
    QVERIFY(!wholePeriod(*facts).has_value());
    const Overview answer = overview(*facts, {});
    QCOMPARE(answer.reports, 0);
    QVERIFY(answer.days.empty());
    Filter week;
    week.from = day(0);
    week.to = day(6);
    QCOMPARE(overview(*facts, week).days.size(), size_t(7));
    QVERIFY(answer.senders.empty() && answer.domains.empty());
    QVERIFY(servers(*facts, {}).empty());
    QVERIFY(senders(*facts, {}).empty());
    QVERIFY(resultTypes(*facts, {}).empty());
    QVERIFY(policiesSeen(*facts, {}).empty());
    QVERIFY(reportList(*facts, {}, ReportSort::Day, Qt::AscendingOrder).empty());
    QVERIFY(domainChoices(*facts).empty() && senderChoices(*facts).empty());
}

void TestFacts::foreignDatabaseFails()
{
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("foreign"));
        database.setDatabaseName(QStringLiteral(":memory:"));
        QVERIFY(database.open());
        const auto facts = loadFacts(database);
        QVERIFY(!facts.has_value());
        QCOMPARE(facts.error().code, Code::ArchiveDamaged);
    }
    QSqlDatabase::removeDatabase(QStringLiteral("foreign"));
}

QTEST_GUILESS_MAIN(TestFacts)
#include "test_facts.moc"

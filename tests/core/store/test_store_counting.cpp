// SPDX-License-Identifier: GPL-3.0-or-later
// Duplicates and conflicts: the order of reading never matters.
#include "tests/core/store/storefixture.h"

#include "core/store/interner.h"

#include <QTest>

#include <algorithm>

using namespace tlsrpt;
using namespace tlsrpt::storetest;

class TestStoreCounting : public QObject
{
    Q_OBJECT

private slots:
    void duplicateCountsOnce();
    void duplicateInOneBatch();
    void newerConflictingCopyCounts();
    void olderConflictingCopyDoesNot();
    void conflictIsNoted();
    void orderNeverMatters_data();
    void orderNeverMatters();
    void reimportOfBothCopiesIsDuplicate();
    void earlierCopyOfAContentCanTurnTheConflict();
    void severalTextsOnce();
    void longAndStrangeTexts();
    void manyUniqueTexts();
    void noticesAndTheirCap();
    void originalsAreKept();
    void importRowTellsOfACrash();
};

void TestStoreCounting::duplicateCountsOnce()
{
    TemporaryArchive archive;
    QCOMPARE(archive.write(makeStored(1), makeStored(2)).imported, 2);
    const ImportCounts again = archive.write(makeStored(1), makeStored(3));
    QCOMPARE(again.imported, 1);
    QCOMPARE(again.duplicates, 1);
    QCOMPARE(again.conflicts, 0);
    QCOMPARE(archive.counting(), 3);
    QCOMPARE(archive.rewrites(), 0);
    QCOMPARE(archive->check().value(), QStringList());
}

void TestStoreCounting::duplicateInOneBatch()
{
    TemporaryArchive archive;
    std::vector<StoredReport> batch;
    for (int i = 0; i < 1000; ++i) // over several look-ups
        batch.push_back(makeStored(i % 600));
    const ImportCounts counts = archive.write(std::move(batch));
    QCOMPARE(counts.imported, 600);
    QCOMPARE(counts.duplicates, 400);
    QCOMPARE(archive->check().value(), QStringList());
}

void TestStoreCounting::newerConflictingCopyCounts()
{
    TemporaryArchive archive;
    archive.write(makeStored(1, 10, 1000));
    const ImportCounts counts = archive.write(makeStored(1, 99, 2000));
    QCOMPARE(counts, (ImportCounts{0, 0, 1, 0, 0, 0}));
    QCOMPARE(archive.counting(), 1);
    QCOMPARE(archive.number(QStringLiteral("SELECT successful FROM policy_results")), 99);
    QCOMPARE(archive.number(QStringLiteral("SELECT count(*) FROM report_")), 2);
    QCOMPARE(archive.number(QStringLiteral("SELECT count(*) FROM original_")), 2);
    QCOMPARE(archive.rewrites(), 1);
    QCOMPARE(archive->check().value(), QStringList());
}

void TestStoreCounting::olderConflictingCopyDoesNot()
{
    TemporaryArchive archive;
    archive.write(makeStored(1, 10, 2000));
    QCOMPARE(archive.write(makeStored(1, 99, 1000)).conflicts, 1);
    QCOMPARE(archive.number(QStringLiteral("SELECT successful FROM policy_results")), 10);
    QCOMPARE(archive.rewrites(), 0); // what counts is what counted
}

void TestStoreCounting::conflictIsNoted()
{
    TemporaryArchive archive;
    archive.write(makeStored(1, 10, 1000));
    const auto import = archive->beginImport(ImportKind::Files, {QStringLiteral("second")});
    QVERIFY(import.has_value());
    ImportCounts counts;
    std::vector<Error> conflicts;
    std::vector<StoredReport> batch;
    batch.push_back(makeStored(1, 99, 500));
    QVERIFY(archive->writeBatch(*import, batch, counts, &conflicts));
    QCOMPARE(conflicts.size(), 1U);
    QCOMPARE(conflicts.front().subject, QStringLiteral("report-1.json"));
    QCOMPARE(archive.number(QStringLiteral("SELECT r.id FROM notice_ n JOIN report_ r ON r.id=n.report_id "
                                           "WHERE n.kind=2 AND n.code='conflict' AND r.state=0")), 1);
}

void TestStoreCounting::orderNeverMatters_data()
{
    QTest::addColumn<QList<qint64>>("dates");
    QTest::newRow("dated") << QList<qint64>{1000, 2000, 3000};
    QTest::newRow("tie") << QList<qint64>{1000, 1000, 1000};
    QTest::newRow("unknown") << QList<qint64>{0, 0, 0};
    QTest::newRow("some unknown") << QList<qint64>{5000, 0, 3000};
    QTest::newRow("tie at the top") << QList<qint64>{3000, 3000, 1000};
}

void TestStoreCounting::orderNeverMatters()
{
    QFETCH(QList<qint64>, dates);
    struct Copy {
        qint64 sessions;
        qint64 dated;
    };
    // Three contents, and one of them a second time with another date.
    const std::vector<Copy> copies{{10, dates[0]}, {20, dates[1]}, {30, dates[2]}, {10, 2500}};
    std::vector<int> order{0, 1, 2, 3};
    TemporaryArchive archive;
    int number = 0; // a report of its own for each order, alike in all that is compared
    do {
        for (const bool together : {true, false}) {
            number += 30;
            std::vector<StoredReport> batch;
            for (const int i : order) {
                batch.push_back(makeStored(number, copies[i].sessions, copies[i].dated));
                if (!together) {
                    archive.write(std::move(batch));
                    batch.clear();
                }
            }
            if (together)
                archive.write(std::move(batch));
        }
    } while (std::next_permutation(order.begin(), order.end()));
    QCOMPARE(archive.counting(), 48);
    // Three rows for each order, and all orders agree in them.
    QStringList rows = archive.rows(QStringLiteral(
        "SELECT DISTINCT hex(content)||' '||state||' '||dated FROM report_ ORDER BY 1"));
    QCOMPARE(rows.size(), 3);
    QCOMPARE(archive.number(QStringLiteral("SELECT count(*) FROM report_")), 3 * 48);
    QCOMPARE(archive->check().value(), QStringList());
}

void TestStoreCounting::reimportOfBothCopiesIsDuplicate()
{
    TemporaryArchive archive;
    archive.write(makeStored(1, 10, 1000), makeStored(1, 99, 2000));
    const qint64 rewrites = archive.rewrites();
    const ImportCounts counts = archive.write(makeStored(1, 99, 2000), makeStored(1, 10, 1000));
    QCOMPARE(counts, (ImportCounts{0, 2, 0, 0, 0, 0}));
    QCOMPARE(archive.rewrites(), rewrites);
    QCOMPARE(archive.number(QStringLiteral("SELECT successful FROM policy_results")), 99);
}

void TestStoreCounting::earlierCopyOfAContentCanTurnTheConflict()
{
    TemporaryArchive archive;
    archive.write(makeStored(1, 10, 2000), makeStored(1, 99, 3000));
    QCOMPARE(archive.number(QStringLiteral("SELECT successful FROM policy_results")), 99);
    const qint64 rewrites = archive.rewrites();
    QCOMPARE(archive.write(makeStored(1, 99, 1000)).duplicates, 1); // it was sent before the other
    QCOMPARE(archive.number(QStringLiteral("SELECT successful FROM policy_results")), 10);
    QCOMPARE(archive.rewrites(), rewrites + 1);
    QCOMPARE(archive->check().value(), QStringList());
}

void TestStoreCounting::severalTextsOnce()
{
    TemporaryArchive archive;
    std::vector<StoredReport> batch;
    for (int i = 0; i < 100; ++i)
        batch.push_back(makeStored(i));
    archive.write(std::move(batch));
    archive.reopen();
    archive.write(makeStored(200));
    QCOMPARE(archive.number(QStringLiteral("SELECT count(*) FROM text_ WHERE value='example.org'")), 1);
    QCOMPARE(archive.number(QStringLiteral("SELECT count(*) FROM policy_")), 1);
    QCOMPARE(archive.number(QStringLiteral("SELECT count(*) FROM text_ WHERE value=''")), 1);
}

void TestStoreCounting::longAndStrangeTexts()
{
    const QString fits(storedTextLength - 2, QLatin1Char('x'));
    QCOMPARE(storedText(fits + QString::fromUcs4(U"\U0001F4E7 more")), fits + QChar(0x2026)); // no half character

    Report report = makeReport(1);
    const QString helo = QString(100'000, QLatin1Char('x'));
    report.policies[0].failures[0].receivingHelo = helo;
    report.policies[0].failures[0].reasonCode = QStringLiteral("a") + QChar(u'\0') + QStringLiteral("b'); --");
    report.policies[0].failures[0].additionalInformation = QString(QChar(0xd800)); // half a character
    report.policies[0].failures[0].resultType = QString();
    report.policies[0].policyStrings = {QStringLiteral("version: STSv1\nmode: none"), QString(20'000, QLatin1Char('y'))};
    TemporaryArchive archive;
    QCOMPARE(archive.write(toStored(report)).imported, 1);
    QCOMPARE(archive.number(QStringLiteral("SELECT max(length(value)) FROM text_")), 8192);
    QCOMPARE(archive.number(QStringLiteral("SELECT length(strings) FROM policy_")), 8192);
    QCOMPARE(archive.number(QStringLiteral("SELECT count(*) FROM text_ WHERE hex(value)='61006227293B202D2D'")), 1);
    QCOMPARE(archive->check().value(), QStringList());
    archive.reopen();
    Report other = report;
    other.reportId = QStringLiteral("another");
    QCOMPARE(archive.write(toStored(other)).imported, 1); // finds all of them again
    QCOMPARE(archive->check().value(), QStringList());
}

void TestStoreCounting::manyUniqueTexts()
{
    // Over the bound of what is remembered, several times, in one batch.
    TemporaryArchive archive;
    std::vector<StoredReport> batch;
    for (int i = 0; i < 60; ++i) {
        Report report = makeReport(i);
        for (int j = 0; j < 40; ++j) {
            FailureDetail failure = report.policies[0].failures[0];
            failure.receivingHelo = QStringLiteral("%1.%2 ").arg(i).arg(j) + QString(8000, QLatin1Char('z'));
            report.policies[0].failures.push_back(failure);
        }
        batch.push_back(toStored(report));
    }
    QCOMPARE(archive.write(std::move(batch)).imported, 60);
    QCOMPARE(archive.number(QStringLiteral("SELECT count(*) FROM text_ WHERE length(value)>8000")), 2400);
    QCOMPARE(archive->check().value(), QStringList());
}

void TestStoreCounting::noticesAndTheirCap()
{
    TemporaryArchive archive;
    const auto import = archive->beginImport(ImportKind::Mailbox, {QStringLiteral("a"), QStringLiteral("b")});
    QVERIFY(import.has_value());
    const std::vector<Error> ignored(6000, Error{Code::NoReport, QStringLiteral("mail"), {}, -1});
    const std::vector<Error> rejected{{Code::NotJson, QStringLiteral("x.json"), QStringLiteral("why"), 17}};
    QVERIFY(archive->addNotices(*import, NoticeKind::Ignored, ignored));
    QVERIFY(archive->addNotices(*import, NoticeKind::Ignored, ignored));
    QVERIFY(archive->addNotices(*import, NoticeKind::Rejected, rejected));
    QCOMPARE(archive.number(QStringLiteral("SELECT count(*) FROM notice_ WHERE kind=1")), 10'000);
    QCOMPARE(archive.number(QStringLiteral("SELECT ignored FROM import_")), 12'000);
    QCOMPARE(archive.rows(QStringLiteral("SELECT source||' '||code||' '||detail||' '||offset FROM rejections")),
             QStringList{QStringLiteral("x.json not-json why 17")});
    QCOMPARE(archive.rows(QStringLiteral("SELECT name FROM import_")), QStringList{QStringLiteral("a\nb")});
}

void TestStoreCounting::originalsAreKept()
{
    StoredReport gzip = makeStored(1);
    gzip.packing = Packing::Gzip;
    gzip.original = QByteArray("\x1f\x8b\0raw", 6);
    TemporaryArchive archive;
    std::vector<StoredReport> batch;
    batch.push_back(std::move(gzip));
    batch.push_back(makeStored(2));
    archive.write(std::move(batch));
    QCOMPARE(archive.rows(QStringLiteral("SELECT packing||' '||file_name||' '||hex(bytes) FROM original_ "
                                         "WHERE packing=1")),
             QStringList{QStringLiteral("1 report-1.json 1F8B00726177")});
    QCOMPARE(archive.number(QStringLiteral("SELECT count(*) FROM original_ WHERE packing=0")), 1);
}

void TestStoreCounting::importRowTellsOfACrash()
{
    TemporaryArchive archive;
    const auto import = archive->beginImport(ImportKind::WatchedFolder, {QStringLiteral("/x")});
    QVERIFY(import.has_value());
    ImportCounts counts;
    std::vector<StoredReport> batch;
    batch.push_back(makeStored(1));
    QVERIFY(archive->writeBatch(*import, batch, counts));
    archive.reopen();
    QCOMPARE(archive.number(QStringLiteral("SELECT count(*) FROM import_ WHERE finished IS NULL AND "
                                           "imported=1 AND kind=1")), 1);
}

QTEST_GUILESS_MAIN(TestStoreCounting)
#include "test_store_counting.moc"

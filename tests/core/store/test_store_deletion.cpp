// SPDX-License-Identifier: GPL-3.0-or-later
// Deleting with undo, removing for good, and what comes back afterwards.
#include "tests/core/store/storefixture.h"

#include <QTest>

using namespace tlsrpt;
using namespace tlsrpt::storetest;

class TestStoreDeletion : public QObject
{
    Q_OBJECT

private slots:
    void choices_data();
    void choices();
    void nothingChosen();
    void conflictingCopyIsPromotedAndBack();
    void undoInOtherOrder();
    void reimportBringsBackAsNew();
    void undoAfterReimport();
    void undoMeetsAnotherCopy();
    void purge();
    void purgeKeepsLaterDeletions();
    void purgeByAnotherProgram();
    void idsOnlyGrow();
};

namespace
{

DeletionChoice reports(std::vector<ReportId> ids)
{
    DeletionChoice choice;
    choice.reports = std::move(ids);
    return choice;
}

qint64 sessions(TemporaryArchive &archive)
{
    return archive.number(QStringLiteral("SELECT sum(successful) FROM policy_results"));
}

} // namespace

void TestStoreDeletion::choices_data()
{
    QTest::addColumn<int>("which");
    QTest::addColumn<qint64>("left");
    QTest::newRow("by import") << 0 << qint64(1);
    QTest::newRow("by domain") << 1 << qint64(2); // not the one about two domains
    QTest::newRow("by age") << 2 << qint64(2);
    QTest::newRow("by id") << 3 << qint64(2);
}

void TestStoreDeletion::choices()
{
    QFETCH(int, which);
    QFETCH(qint64, left);
    TemporaryArchive archive;
    Report two = makeReport(2);
    two.policies.push_back(makeReport(2, 5, QStringLiteral("other.example")).policies[0]);
    archive.write(makeStored(1), toStored(two));
    archive.write(makeStored(3, 10, 0, QStringLiteral("third.example")));
    const QStringList before = archive.contents();

    DeletionChoice choice;
    if (which == 0)
        choice.import = ImportId{1};
    else if (which == 1)
        choice.domain = QStringLiteral("example.org");
    else if (which == 2)
        choice.before = Day::fromSeconds(someStart + 2 * 86400);
    else
        choice = reports({ReportId{2}, ReportId{77}});
    const auto deletion = archive->deleteReports(choice);
    QVERIFY(deletion.has_value());
    QVERIFY(bool(*deletion));
    QCOMPARE(archive.counting(), left);
    QCOMPARE(archive.rewrites(), 1);
    QCOMPARE(archive.number(QStringLiteral("SELECT reports FROM deletion_")), 3 - left);
    QVERIFY(archive->undoDeletion(*deletion));
    QCOMPARE(archive.contents(), before);
    QCOMPARE(archive.rewrites(), 2);
    QCOMPARE(archive->check().value(), QStringList());
    QCOMPARE(archive->undoDeletion(*deletion).error().code, Code::NoSuchReport);
}

void TestStoreDeletion::nothingChosen()
{
    TemporaryArchive archive;
    archive.write(makeStored(1));
    const auto deletion = archive->deleteReports(reports({ReportId{9}}));
    QVERIFY(deletion.has_value());
    QVERIFY(!bool(*deletion));
    QCOMPARE(archive.number(QStringLiteral("SELECT count(*) FROM deletion_")), 0);
    QCOMPARE(archive.rewrites(), 0);
    QCOMPARE(archive->deleteReports(DeletionChoice{}).value(), DeletionId{});
}

void TestStoreDeletion::conflictingCopyIsPromotedAndBack()
{
    TemporaryArchive archive;
    archive.write(makeStored(1, 10, 1000), makeStored(1, 20, 2000), makeStored(1, 30, 3000));
    QCOMPARE(sessions(archive), 30);
    const QStringList before = archive.contents();
    const auto deletion = archive->deleteReports(reports({ReportId{3}}));
    QVERIFY(deletion.has_value());
    QCOMPARE(sessions(archive), 20);
    QCOMPARE(archive->check().value(), QStringList());
    QVERIFY(archive->undoDeletion(*deletion));
    QCOMPARE(archive.contents(), before);
    QCOMPARE(sessions(archive), 30);
}

void TestStoreDeletion::undoInOtherOrder()
{
    TemporaryArchive archive;
    archive.write(makeStored(1, 10, 1000), makeStored(1, 20, 2000));
    const auto loser = archive->deleteReports(reports({ReportId{1}}));
    const auto winner = archive->deleteReports(reports({ReportId{2}}));
    QVERIFY(loser && winner);
    QCOMPARE(archive.counting(), 0);
    QVERIFY(archive->undoDeletion(*loser));
    QCOMPARE(sessions(archive), 10); // the only one now, so it counts
    QCOMPARE(archive->check().value(), QStringList());
    QVERIFY(archive->undoDeletion(*winner));
    QCOMPARE(sessions(archive), 20);
    QCOMPARE(archive->check().value(), QStringList());
}

void TestStoreDeletion::reimportBringsBackAsNew()
{
    TemporaryArchive archive;
    archive.write(makeStored(1), makeStored(2));
    QVERIFY(archive->deleteReports(reports({ReportId{1}, ReportId{2}})));
    QCOMPARE(archive.write(makeStored(1)), (ImportCounts{1, 0, 0, 0, 0, 0}));
    QCOMPARE(archive.counting(), 1);
    QCOMPARE(archive.number(QStringLiteral("SELECT import_id FROM report_ WHERE deletion_id IS NULL")), 2);
    QCOMPARE(archive.number(QStringLiteral("SELECT reports FROM deletion_")), 1);
    QCOMPARE(archive->check().value(), QStringList());
}

void TestStoreDeletion::undoAfterReimport()
{
    TemporaryArchive archive;
    archive.write(makeStored(1), makeStored(2));
    const auto deletion = archive->deleteReports(reports({ReportId{1}, ReportId{2}}));
    archive.write(makeStored(1), makeStored(1));
    QVERIFY(archive->undoDeletion(*deletion));
    QCOMPARE(archive.counting(), 2); // not three
    QCOMPARE(archive->check().value(), QStringList());
}

void TestStoreDeletion::undoMeetsAnotherCopy()
{
    TemporaryArchive archive;
    archive.write(makeStored(1, 10, 2000));
    const auto deletion = archive->deleteReports(reports({ReportId{1}}));
    QCOMPARE(archive.write(makeStored(1, 20, 1000)), (ImportCounts{1, 0, 0, 0, 0, 0})); // no conflict now
    QCOMPARE(sessions(archive), 20);
    QVERIFY(archive->undoDeletion(*deletion));
    QCOMPARE(sessions(archive), 10);
    QCOMPARE(archive->check().value(), QStringList());
}

void TestStoreDeletion::purge()
{
    TemporaryArchive archive;
    std::vector<StoredReport> batch;
    for (int i = 0; i < 500; ++i) {
        batch.push_back(makeStored(i, 10, 0, i < 450 ? QStringLiteral("secret.example") : QStringLiteral("kept.example")));
        batch.back().packing = Packing::Gzip;
        batch.back().original = QByteArray(2000, char(i));
    }
    archive.write(std::move(batch));
    DeletionChoice choice;
    choice.domain = QStringLiteral("secret.example");
    QVERIFY(archive->deleteReports(choice));
    const qint64 pages = archive.number(QStringLiteral("PRAGMA page_count"));
    const qint64 rewrites = archive.rewrites();
    QVERIFY(archive->purgeDeleted(fixedClock().nowUtc().toSecsSinceEpoch() + 1));
    QVERIFY(archive.number(QStringLiteral("PRAGMA page_count")) < pages / 3);
    QVERIFY(archive.rewrites() > rewrites);
    QCOMPARE(archive.number(QStringLiteral("SELECT count(*) FROM text_ WHERE value LIKE '%secret%'")), 0);
    QCOMPARE(archive.number(QStringLiteral("SELECT count(*) FROM policy_")), 1);
    QCOMPARE(archive.number(QStringLiteral("SELECT count(*) FROM deletion_")), 0);
    QCOMPARE(archive.counting(), 50);
    QCOMPARE(archive->check().value(), QStringList());
    // Foreign keys are on again, and the ids of removed texts are forgotten.
    QCOMPARE(archive.write(makeStored(1, 10, 0, QStringLiteral("secret.example"))).imported, 1);
    QCOMPARE(archive->check().value(), QStringList());
}

void TestStoreDeletion::purgeKeepsLaterDeletions()
{
    TemporaryArchive archive;
    archive.write(makeStored(1));
    const auto deletion = archive->deleteReports(reports({ReportId{1}}));
    QVERIFY(archive->purgeDeleted(fixedClock().nowUtc().toSecsSinceEpoch())); // deleted at that second, not before
    QVERIFY(archive->undoDeletion(*deletion));
    QCOMPARE(archive.counting(), 1);
}

void TestStoreDeletion::purgeByAnotherProgram()
{
    TemporaryArchive archive;
    archive.write(makeStored(1, 10, 0, QStringLiteral("gone.example"))); // its ids are remembered here
    {
        auto other = Archive::open(archive.path(), Archive::Mode::ReadWrite, fixedClock());
        QVERIFY(other.has_value());
        QVERIFY((*other)->deleteReports(reports({ReportId{1}})));
        QVERIFY((*other)->purgeDeleted(fixedClock().nowUtc().toSecsSinceEpoch() + 1));
    }
    QCOMPARE(archive.number(QStringLiteral("SELECT count(*) FROM text_")), 0);
    QCOMPARE(archive.write(makeStored(2, 10, 0, QStringLiteral("gone.example"))).imported, 1);
    QCOMPARE(archive.rows(QStringLiteral("SELECT domain||mx FROM failures")),
             QStringList{QStringLiteral("gone.examplemx.gone.example")});
    QCOMPARE(archive->check().value(), QStringList());
}

void TestStoreDeletion::idsOnlyGrow()
{
    // A reader that loads "what is new since id N" must see a report that came back.
    TemporaryArchive archive;
    archive.write(makeStored(1), makeStored(2));
    QVERIFY(archive->deleteReports(reports({ReportId{2}})));
    const qint64 last = archive.number(QStringLiteral("SELECT max(id) FROM report_"));
    archive.write(makeStored(2));
    QVERIFY(archive.number(QStringLiteral("SELECT id FROM reports WHERE report_id='report-2'")) > last);
}

QTEST_GUILESS_MAIN(TestStoreDeletion)
#include "test_store_deletion.moc"

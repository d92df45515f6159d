// SPDX-License-Identifier: GPL-3.0-or-later
// What the user says about findings.
#include "tests/core/store/storefixture.h"

#include <QTest>

using namespace tlsrpt;
using namespace tlsrpt::storetest;

class TestStoreMarks : public QObject
{
    Q_OBJECT

private slots:
    void mutedAgainAndUnmuted();
    void mutedWithoutEnd();
    void longKeysStayWhole();
    void seenNeverGoesBack();
    void muteAndSeenDoNotMeet();
    void theListItselfIsLookedAt();
    void readersNeedNotReload();
    void lockedIsAnError();
    void purgeTakesTheMarksOfGoneDomains();
};

namespace
{

const QString key = QStringLiteral("R01|example.org|mx.example.org|sts|");
const Day someDay = Day::fromDate(QDate(2026, 11, 30));
const QString allMarks = QStringLiteral("SELECT key||' '||ifnull(seen,'-')||' '||muted||' '||ifnull(until,'-')||' '||"
                                        "reason||' '||muted_at FROM finding_mark_ ORDER BY key");
const QString view = QStringLiteral("SELECT finding||' '||reason||' '||ifnull(until,'-')||' '||muted FROM muted_findings");

} // namespace

void TestStoreMarks::mutedAgainAndUnmuted()
{
    TemporaryArchive archive;
    QVERIFY(archive->muteFinding(key, QStringLiteral("known, ticket 4711"), someDay).has_value());
    QCOMPARE(archive.rows(view),
             QStringList{key + QStringLiteral(" known, ticket 4711 2026-11-30 2026-11-06 21:20:00")});
    QVERIFY(archive->muteFinding(key, QStringLiteral("later"), Day{someDay.value + 1}).has_value());
    QCOMPARE(archive.rows(view), QStringList{key + QStringLiteral(" later 2026-12-01 2026-11-06 21:20:00")});
    QVERIFY(archive->unmuteFinding(key).has_value());
    QCOMPARE(archive.rows(allMarks), QStringList()); // nothing is left of it
    QVERIFY(archive->unmuteFinding(key).has_value());
}

void TestStoreMarks::mutedWithoutEnd()
{
    TemporaryArchive archive;
    QVERIFY(archive->muteFinding(key, QString(), std::nullopt).has_value());
    QCOMPARE(archive.rows(view), QStringList{key + QStringLiteral("  - 2026-11-06 21:20:00")});
}

void TestStoreMarks::longKeysStayWhole()
{
    TemporaryArchive archive;
    const QString start = QStringLiteral("R04|example.org|") + QString(20'000, QLatin1Char('m'));
    QVERIFY(archive->muteFinding(start + QStringLiteral("|sts|"), QString(20'000, QLatin1Char('r')), {}).has_value());
    QVERIFY(archive->muteFinding(start + QStringLiteral("|tlsa|"), QString(), {}).has_value());
    QCOMPARE(archive.number(QStringLiteral("SELECT count(*) FROM finding_mark_")), 2);
    QCOMPARE(archive.number(QStringLiteral("SELECT max(length(reason)) FROM finding_mark_")), 8192);
}

void TestStoreMarks::seenNeverGoesBack()
{
    TemporaryArchive archive;
    const auto seen = [&] {
        return archive.number(QStringLiteral("SELECT seen FROM finding_mark_ WHERE key<>''"));
    };
    QVERIFY(archive->markFindingsSeen({{key, Day{20'000}}}).has_value());
    QCOMPARE(seen(), 20'000);
    // Two findings of one key: the newest counts, whatever the order.
    QVERIFY(archive->markFindingsSeen({{key, Day{20'005}}, {key, Day{19'000}}}).has_value());
    QCOMPARE(seen(), 20'005);
    QVERIFY(archive->markFindingsSeen({{key, Day{20'001}}}).has_value());
    QCOMPARE(seen(), 20'005);
}

void TestStoreMarks::muteAndSeenDoNotMeet()
{
    TemporaryArchive archive;
    QVERIFY(archive->muteFinding(key, QStringLiteral("why"), someDay).has_value());
    QVERIFY(archive->markFindingsSeen({{key, Day{20'000}}}).has_value());
    QCOMPARE(archive.rows(view).size(), 1);
    QVERIFY(archive->muteFinding(key, QStringLiteral("other"), {}).has_value());
    QCOMPARE(archive.rows(allMarks).last(), key + QStringLiteral(" 20000 1 - other 1794000000"));
    QVERIFY(archive->unmuteFinding(key).has_value());
    QCOMPARE(archive.rows(allMarks).last(), key + QStringLiteral(" 20000 0 -  0"));
}

void TestStoreMarks::theListItselfIsLookedAt()
{
    TemporaryArchive archive;
    QVERIFY(archive->markFindingsSeen({}).has_value());
    QCOMPARE(archive.rows(allMarks), QStringList{QStringLiteral(" 20763 0 -  0")});
    QCOMPARE(archive.rows(view), QStringList());
}

void TestStoreMarks::readersNeedNotReload()
{
    TemporaryArchive archive;
    archive.write(makeStored(1));
    QVERIFY(archive->muteFinding(key, QStringLiteral("why"), someDay).has_value());
    QVERIFY(archive->markFindingsSeen({{key, Day{20'000}}}).has_value());
    QVERIFY(archive->unmuteFinding(key).has_value());
    QCOMPARE(archive.rewrites(), 0);
    QCOMPARE(archive->check().value(), QStringList());
}

void TestStoreMarks::lockedIsAnError()
{
    TemporaryArchive archive;
    archive.reopen(0);
    auto other = Connection::open(archive.path(), Connection::Mode::ReadWrite);
    QVERIFY(other.has_value());
    const auto writing = Transaction::begin(other->database());
    QVERIFY(writing.has_value());
    for (const Status &status : {archive->muteFinding(key, QString(), {}), archive->unmuteFinding(key),
                                 archive->markFindingsSeen({{key, Day{1}}})}) {
        QVERIFY(!status);
        QCOMPARE(status.error().code, Code::ArchiveLocked);
        QCOMPARE(status.error().subject, archive.path());
    }
}

void TestStoreMarks::purgeTakesTheMarksOfGoneDomains()
{
    TemporaryArchive archive;
    archive.write(makeStored(1), makeStored(2, 10, 0, QStringLiteral("gone.example")));
    const QString gone = QStringLiteral("R01|gone.example|mx.gone.example|sts|");
    const QString everywhere = QStringLiteral("R33|||other|");
    for (const QString &one : {key, gone, everywhere})
        QVERIFY(archive->muteFinding(one, QStringLiteral("why"), {}).has_value());
    QVERIFY(archive->markFindingsSeen({}).has_value());
    DeletionChoice choice;
    choice.domain = QStringLiteral("gone.example");
    QVERIFY(archive->deleteReports(choice).has_value());
    QCOMPARE(archive.number(QStringLiteral("SELECT count(*) FROM finding_mark_")), 4); // it can be undone
    QVERIFY(archive->purgeDeleted(fixedClock().nowUtc().toSecsSinceEpoch() + 1).has_value());
    QCOMPARE(archive.rows(QStringLiteral("SELECT key FROM finding_mark_ ORDER BY key")),
             (QStringList{QString(), key, everywhere}));
}

QTEST_GUILESS_MAIN(TestStoreMarks)
#include "test_store_marks.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/deletable.h"
#include "tests/core/query/made.h"

#include <QtTest>

using namespace tlsrpt;
using namespace tlsrpt::made;

/// The number that is told before a deletion is the number that it takes away.
class TestDeletable : public QObject
{
    Q_OBJECT

private slots:
    void tellsWhatADeletionTakes_data()
    {
        QTest::addColumn<QString>("domain");
        QTest::addColumn<int>("before"); // days, -1: not by day
        QTest::addColumn<bool>("import");
        QTest::addColumn<qint64>("reports");
        QTest::newRow("a domain; a report about others too stays") << u"a.example"_qs << -1 << false << qint64(2);
        QTest::newRow("a domain with one report") << u"b.example"_qs << -1 << false << qint64(1);
        QTest::newRow("nobody's domain") << u"c.example"_qs << -1 << false << qint64(0);
        QTest::newRow("before a day") << QString() << 2 << false << qint64(3);
        QTest::newRow("an import") << QString() << -1 << true << qint64(2);
    }

    void tellsWhatADeletionTakes()
    {
        QFETCH(const QString, domain);
        QFETCH(const int, before);
        QFETCH(const bool, import);
        QFETCH(const qint64, reports);
        MadeArchive archive;
        archive.add({report("x.example", day(0), {sts("a.example", 1, 0)}), report("x.example", day(1), {sts("a.example", 1, 0), tlsa("a.example", 2, 0)}),
                     report("y.example", day(1), {sts("a.example", 1, 0), sts("b.example", 1, 0)})});
        const ImportId second = archive.add({report("x.example", day(2), {sts("b.example", 1, 0)}), report("x.example", day(3), {})});
        DeletionChoice choice;
        choice.domain = domain;
        if (before >= 0)
            choice.before = day(before);
        if (import)
            choice.import = second;

        const auto facts = archive.facts();
        auto reader = ArchiveReader::open(archive.path());
        QVERIFY(reader.has_value());
        QCOMPARE(reportsToDelete(*reader, *facts, choice).value(), reports);
        QVERIFY(archive.archive().deleteReports(choice).has_value());
        QCOMPARE(qint64(facts->reports.size()) - qint64(archive.facts()->reports.size()), reports);
        QCOMPARE(reportsToDelete(*reader, *archive.facts(), choice).value(), 0);
    }

    void chosenOnesAreCounted()
    {
        MadeArchive archive;
        archive.add({report("x.example", day(0), {sts("a.example", 1, 0)})});
        auto reader = ArchiveReader::open(archive.path());
        QVERIFY(reader.has_value());
        DeletionChoice choice;
        choice.reports = {ReportId{1}};
        QCOMPARE(reportsToDelete(*reader, *archive.facts(), choice).value(), 1);
    }
};

QTEST_GUILESS_MAIN(TestDeletable)
#include "test_deletable.moc"

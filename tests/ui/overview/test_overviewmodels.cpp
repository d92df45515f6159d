// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/overview/pagefixture.h"
#include "ui/overview/overviewmodels.h"
#include "ui/widgets/table.h"

#include <QAbstractItemModelTester>

using namespace tlsrpt;
using namespace tlsrpt::test;

class TestOverviewModels : public QObject
{
    Q_OBJECT

    static SenderRow sender(const QString &key, const QString &name, qint64 good, qint64 failed)
    {
        SenderRow row;
        row.key = key;
        row.name = name;
        row.sessions.protectedCount = good;
        row.sessions.failed = failed;
        return row;
    }

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void sendersFillUpdateAndClear()
    {
        std::unique_ptr<SenderShares> model(newSenderShares(nullptr));
        QAbstractItemModelTester tester(model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        Overview overview;
        overview.senders = {sender(u"google.com"_qs, u"Google Inc."_qs, 900, 100), sender(u"mail.ru"_qs, u"Mail.Ru"_qs, 250, 0)};
        model->setRows(senderShares(overview));
        QCOMPARE(model->rowCount(), 2);
        QCOMPARE(cell(*model, 0, 0), u"Google Inc."_qs);
        QCOMPARE(model->index(0, 0).data(KeyRole).toString(), u"google.com"_qs);
        QCOMPARE(model->index(0, 1).data(SortRole).toLongLong(), 1000);
        QCOMPARE(model->index(0, 1).data(BarShareRole).toDouble(), 1.0);
        QCOMPARE(model->index(1, 1).data(BarShareRole).toDouble(), 0.25);
        QCOMPARE(model->index(0, 2).data(ToneRole).toInt(), static_cast<int>(Token::Failed));
        QCOMPARE(model->index(1, 2).data(ToneRole).toInt(), static_cast<int>(Token::Text2));
        QCOMPARE(model->index(0, 3).data(SortRole).toDouble(), 0.1);
        overview.senders.erase(overview.senders.begin());
        model->setRows(senderShares(overview));
        QCOMPARE(model->rowCount(), 1);
        QCOMPARE(model->index(0, 1).data(BarShareRole).toDouble(), 1.0);
        model->setRows({});
        QCOMPARE(model->rowCount(), 0);
    }

    void aSenderWithoutSessionsDividesByNothing()
    {
        Overview overview;
        overview.senders = {sender(u"a"_qs, u"a"_qs, 0, 0)};
        std::unique_ptr<SenderShares> model(newSenderShares(nullptr));
        model->setRows(senderShares(overview));
        QCOMPARE(model->index(0, 1).data(BarShareRole).toDouble(), 0.0);
        QCOMPARE(model->index(0, 3).data(SortRole).toDouble(), -1.0); // sorts before every rate
        QVERIFY(!cell(*model, 0, 3).contains(u"nan"_qs, Qt::CaseInsensitive));
    }

    void onlyTracksThatOccur()
    {
        std::unique_ptr<TrackShares> model(newTrackShares(nullptr));
        QAbstractItemModelTester tester(model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        Overview overview;
        overview.tracks[static_cast<size_t>(Track::Tlsa)] = {50, 50};
        overview.tracks[static_cast<size_t>(Track::Sts)] = {400, 0};
        model->setRows(trackShares(overview));
        QCOMPARE(columnTexts(*model, 0, KeyRole), QStringList({u"sts"_qs, u"tlsa"_qs}));
        QCOMPARE(model->index(1, 1).data(BarShareRole).toDouble(), 0.25);
        QCOMPARE(model->index(1, 3).data(SortRole).toDouble(), 0.5);
        model->setRows(trackShares({}));
        QCOMPARE(model->rowCount(), 0);
    }

    void domainsTellTheirMainFailure()
    {
        std::unique_ptr<DomainRows> model(newDomainRows(nullptr));
        QAbstractItemModelTester tester(model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        DomainLine bad;
        bad.domain = u"example.org"_qs;
        bad.sessions = {80, 10, 10};
        bad.lastWeek = {0, 0, 5};
        bad.track = Track::Sts;
        bad.mode = PolicyMode::Enforce;
        bad.worstMx = u"mx2.example.org"_qs;
        bad.worstCause = Cause::Expired;
        bad.worstOccurrences = 5;
        bad.worstSince = Day::fromDate(QDate(2026, 10, 20));
        bad.failedByBin = {0, 3, 7};
        DomainLine good;
        good.domain = u"example.net"_qs;
        model->setRows({bad, good});
        const QString main = cell(*model, 0, 7);
        QVERIFY2(main.contains(u"mx2.example.org"_qs) && main.contains(u"20"_qs), qPrintable(main));
        QCOMPARE(mainFailure(good), QString());
        QCOMPARE(cell(*model, 1, 7), u"No open problem"_qs);
        QCOMPARE(model->index(0, 3).data(SortRole).toDouble(), 0.8);
        QCOMPARE(model->index(0, 4).data(SortRole).toDouble(), 0.1);
        QCOMPARE(model->index(0, 5).data(SortRole).toDouble(), 1.0);
        QCOMPARE(model->index(0, 6).data(BinsRole).value<std::vector<qint64>>(), bad.failedByBin);
        bad.worstMx.clear(); // policy level: no server is named
        model->setRows({bad});
        QVERIFY(!cell(*model, 0, 7).startsWith(u':'));
        model->setRows({});
    }

    void hostileNamesStayText()
    {
        Overview overview;
        overview.senders = {sender(hostile, hostile, largestSum, largestSum), sender(megabyte(), megabyte(), 1, 1)};
        std::unique_ptr<SenderShares> senders(newSenderShares(nullptr));
        senders->setRows(senderShares(overview));
        QVERIFY(toolTipsAreHarmless(*senders));
        QVERIFY(senders->index(0, 1).data(BarShareRole).toDouble() <= 1.0);
        DomainLine row;
        row.domain = hostile;
        row.worstMx = hostile;
        row.worstOccurrences = 1;
        std::unique_ptr<DomainRows> domains(newDomainRows(nullptr));
        domains->setRows({row});
        QVERIFY(toolTipsAreHarmless(*domains));
        // What a spreadsheet would run as a formula is text in the CSV.
        row.domain = u"=cmd|' /C calc'!A0"_qs;
        domains->setRows({row});
        QVERIFY(toCsv(*domains).contains(u"'=cmd"_qs));
    }
};

QTEST_MAIN(TestOverviewModels)
#include "test_overviewmodels.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/overview/pagefixture.h"
#include "ui/servers/serversmodel.h"
#include "ui/widgets/table.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace tlsrpt;
using namespace tlsrpt::test;

class TestServersModel : public QObject
{
    Q_OBJECT

    static ServerRow server(const QString &mx, qint64 occurrences)
    {
        ServerRow row;
        row.mx = mx;
        row.domains = QStringList{u"example.org"_qs};
        row.coverage = Coverage::Covered;
        row.pattern = u"*.example.org"_qs;
        row.mainCause = Cause::Expired;
        row.occurrences = occurrences;
        row.occurrencesByGroup[static_cast<size_t>(CauseGroup::CertificateExpired)] = occurrences;
        row.addressCount = 2;
        row.senderCount = 1;
        row.first = Day::fromDate(QDate(2026, 10, 1));
        row.last = Day::fromDate(QDate(2026, 10, 20));
        row.byBin = {0, occurrences};
        row.addresses = {{u"192.0.2.7"_qs, u"192.0.2.7"_qs, occurrences, 1, row.first, row.last, {}},
                         {QString(), QString(), 1, 1, row.first, row.last, {}}};
        row.causeList = {{Cause::Expired, u"certificate-expired"_qs, u"X509_V_ERR"_qs, occurrences, 1, row.first, row.last}};
        row.senders = {{u"Google Inc."_qs, u"google.com"_qs, occurrences, 1, row.first, row.last, {}}};
        return row;
    }

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void fillUpdateFindSortClear()
    {
        ServersModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        model.setRows({server(u"mx1.example.org"_qs, 5), server(u"mx2.example.org"_qs, 50), server(QString(), 9)});
        QCOMPARE(columnTexts(model, ServersModel::Server),
                 QStringList({u"mx2.example.org"_qs, u"no server, policy level"_qs, u"mx1.example.org"_qs}));
        model.sort(ServersModel::Occurrences, Qt::AscendingOrder);
        QCOMPARE(cell(model, 0, ServersModel::Server), u"mx1.example.org"_qs);
        model.sort(ServersModel::Server, Qt::DescendingOrder);
        QCOMPARE(cell(model, 0, ServersModel::Server), u"mx2.example.org"_qs);
        for (int column = 0; column < ServersModel::ColumnCount; ++column)
            model.sort(column, Qt::AscendingOrder);
        model.setFind(u"MX2"_qs);
        QCOMPARE(columnTexts(model, ServersModel::Server), QStringList{u"mx2.example.org"_qs});
        QVERIFY(!model.indexOf(u"mx1.example.org"_qs).isValid());
        model.setFind(u"192.0.2"_qs); // an address finds its hosts
        QCOMPARE(model.rowCount(), 3);
        model.setFind(u"nothing like it"_qs);
        QCOMPARE(model.rowCount(), 0);
        model.setRows({server(u"nothing like it.example"_qs, 1)}); // the text stays
        QCOMPARE(model.rowCount(), 1);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        model.setFind(u"nothing like it"_qs);
        QCOMPARE(resets.count(), 0);
        model.setFind({});
        model.setRows({});
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(!model.serverAt({}));
    }

    void aHostOpensToAddressesCausesAndSenders()
    {
        ServersModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows({server(u"mx1.example.org"_qs, 5), server(QString(), 1)});
        const QModelIndex host = model.indexOf(u"mx1.example.org"_qs);
        QStringList names;
        for (int i = 0; i < model.rowCount(host); ++i) {
            const QModelIndex child = model.index(i, 0, host);
            QCOMPARE(child.parent(), host);
            QCOMPARE(model.serverAt(child)->mx, u"mx1.example.org"_qs);
            QCOMPARE(model.rowCount(child), 0);
            names << child.data().toString();
        }
        QCOMPARE(names.size(), 7); // three captions, two addresses, a cause, a sender
        QCOMPARE(names[0], u"Addresses"_qs);
        QCOMPARE(names[1], u"192.0.2.7"_qs);
        QCOMPARE(names[2], u"no address given"_qs);
        QCOMPARE(names[6], u"Google Inc."_qs);
        QVERIFY(!(model.flags(model.index(0, 0, host)) & Qt::ItemIsSelectable));
        QVERIFY(model.flags(model.index(1, 0, host)) & Qt::ItemIsSelectable);
        QCOMPARE(model.index(1, ServersModel::Occurrences, host).data(NumberRole).toLongLong(), 5);
        // A policy has no address of a server.
        const QModelIndex policy = model.indexOf(QString());
        QCOMPARE(model.index(0, 0, policy).data().toString(), u"Causes"_qs);
    }

    void coverageInWords_data()
    {
        QTest::addColumn<Coverage>("coverage");
        QTest::addColumn<bool>("dane");
        QTest::addColumn<QString>("text");
        QTest::newRow("pattern") << Coverage::Covered << false << u"by pattern"_qs;
        QTest::newRow("not") << Coverage::NotCovered << false << u"no"_qs;
        QTest::newRow("unknown") << Coverage::Unknown << false << u"not told"_qs;
        QTest::newRow("dane") << Coverage::NotApplicable << true << u"DANE"_qs;
        QTest::newRow("none") << Coverage::NotApplicable << false << u"–"_qs;
    }
    void coverageInWords()
    {
        QFETCH(const Coverage, coverage);
        QFETCH(const bool, dane);
        QFETCH(const QString, text);
        ServerRow row = server(u"mx"_qs, 1);
        row.coverage = coverage;
        row.dane = dane;
        ServersModel model;
        model.setRows({row});
        QCOMPARE(cell(model, 0, ServersModel::Policy), text);
        const QString tip = model.index(0, ServersModel::Policy).data(Qt::ToolTipRole).toString();
        QCOMPARE(tip, coverage == Coverage::Covered ? u"*.example.org"_qs : QString());
    }

    void goingOnIsSaidAndStrong()
    {
        ServerRow row = server(u"mx"_qs, 1);
        row.goingOn = true;
        ServersModel model;
        model.setRows({row, server(u"old"_qs, 1)});
        QCOMPARE(cell(model, 0, ServersModel::Last), u"going on"_qs);
        QCOMPARE(model.index(0, ServersModel::Last).data(ToneRole).toInt(), static_cast<int>(Token::Failed));
        QVERIFY(model.index(0, 0).data(EmphasisRole).toBool());
        QVERIFY(!model.index(1, 0).data(EmphasisRole).toBool());
    }

    void copiesHoldDaysAndNumbers()
    {
        ServerRow row = server(u"mx"_qs, 12345);
        row.goingOn = true;
        ServersModel model;
        model.setRows({row});
        QCOMPARE(toCsv(model), u"Server,In the policy,Addr.,Causes,Senders,Occurrences,First,Last\r\n"
                               "mx,*.example.org,2,Certificate expired,1,12345,2026-10-01,2026-10-20\r\n"_qs);
        row.addressCount = 0;
        row.coverage = Coverage::NotApplicable;
        model.setRows({row});
        QVERIFY(toCsv(model).contains(u"mx,,0,"_qs)); // no dashes
        const QModelIndex address = model.index(1, 0, model.index(0, 0));
        QCOMPARE(plainText(address.siblingAtColumn(ServersModel::Last)), u"2026-10-20"_qs);
    }

    void hostileTextsStayText()
    {
        ServerRow row = server(hostile, largestSum);
        row.addresses = {{hostile, hostile, 1, 1, {}, {}, {}}};
        row.senders = {{megabyte(), megabyte(), 1, 1, {}, {}, {}}};
        row.causeList = {{Cause::Unknown, hostile, hostile, 1, 1, {}, {}}, {Cause::Unknown, megabyte(), megabyte(), 1, 1, {}, {}}};
        ServersModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows({row});
        QVERIFY(toolTipsAreHarmless(model));
        for (int i = 0; i < model.rowCount(model.index(0, 0)); ++i)
            QVERIFY(model.index(i, ServersModel::Causes, model.index(0, 0)).data().toString().size() <= 200);
    }
};

QTEST_MAIN(TestServersModel)
#include "test_serversmodel.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/overview/pagefixture.h"
#include "ui/reports/reportlistmodel.h"
#include "ui/widgets/table.h"

#include <QAbstractItemModelTester>

using namespace tlsrpt;
using namespace tlsrpt::test;

class TestReportListModel : public QObject
{
    Q_OBJECT

    static std::shared_ptr<Facts> facts(int count, const QString &sender = u"Acme"_qs)
    {
        auto made = std::make_shared<Facts>();
        made->texts = {QString(), sender, u"example.org"_qs, u"sts"_qs, u"example.net"_qs};
        made->policies.resize(1);
        for (int i = 0; i < count; ++i) {
            ReportFact report;
            report.id = {1000 + i};
            report.day = 20700 + i;
            report.reporter = report.organization = 1;
            report.firstPolicy = static_cast<quint32>(made->policyRows.size());
            report.policyCount = i == 0 ? 2 : 1;
            report.deviations = i == 1 ? 5 : 0;
            report.multiDay = i == 1;
            made->reports.push_back(report);
            for (quint32 p = 0; p < report.policyCount; ++p) {
                PolicyFact policy;
                policy.report = static_cast<quint32>(i);
                policy.domain = p == 0 ? 2 : 4;
                policy.policyType = 3;
                policy.track = Track::Sts;
                policy.mode = PolicyMode::Enforce;
                policy.successful = 10;
                policy.failed = i;
                made->policyRows.push_back(policy);
            }
        }
        deriveFacts(*made);
        return made;
    }

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void fillUpdateAndClear()
    {
        ReportListModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(!model.idAt(0));
        model.setReports(facts(3), {2, 0, 1});
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.idAt(0).value, 1002);
        QCOMPARE(model.rowOf({1000}), 1);
        QCOMPARE(model.rowOf({7}), -1);
        QCOMPARE(model.rowOf({}), -1);
        QVERIFY(!model.idAt(-1));
        QVERIFY(!model.idAt(3));
        QCOMPARE(cell(model, 1, ReportListModel::Sender), u"Acme"_qs);
        QVERIFY(cell(model, 1, ReportListModel::Domain).contains(u'1')); // and 1 more
        QCOMPARE(cell(model, 0, ReportListModel::Domain), u"example.org"_qs);
        QCOMPARE(model.index(0, ReportListModel::Failed).data(NumberRole).toLongLong(), 2);
        QCOMPARE(model.index(0, ReportListModel::Failed).data(ToneRole).toInt(), static_cast<int>(Token::Failed));
        QCOMPARE(model.index(1, ReportListModel::Failed).data(ToneRole).toInt(), static_cast<int>(Token::Text2));
        QCOMPARE(cell(model, 2, ReportListModel::Deviations), u"2"_qs);
        QVERIFY(!model.index(2, ReportListModel::Deviations).data(IconNameRole).toString().isEmpty());
        QVERIFY(model.index(1, ReportListModel::Deviations).data(IconNameRole).toString().isEmpty());
        QVERIFY(!model.index(2, ReportListModel::DayColumn).data(Qt::ToolTipRole).toString().isEmpty());
        // The row painted last is kept; another answer must not show it.
        model.setReports(facts(1, u"Other"_qs), {0});
        QCOMPARE(cell(model, 0, ReportListModel::Sender), u"Other"_qs);
        model.setReports(nullptr, {});
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.rowOf({1000}), -1);
    }

    void everyColumnSortsByItsOwn()
    {
        QList<ReportSort> sorts;
        for (int column = 0; column < ReportListModel::ColumnCount; ++column) {
            sorts << ReportListModel::sortOf(column);
            QVERIFY(sorts.indexOf(sorts.last()) == column);
        }
        QCOMPARE(ReportListModel::sortOf(99), ReportSort::Day);
    }

    void copiesHoldDaysAndNumbers()
    {
        ReportListModel model;
        model.setReports(facts(2), {0, 1});
        QCOMPARE(plainText(model.index(0, ReportListModel::DayColumn)), Day{20700}.toIso());
        QCOMPARE(plainText(model.index(0, ReportListModel::Domain)), u"example.org"_qs); // "and 1 more" on screen
        QCOMPARE(plainText(model.index(0, ReportListModel::Sessions)), u"20"_qs);
        QCOMPARE(plainText(model.index(0, ReportListModel::Deviations)), u"0"_qs);
        QCOMPARE(plainText(model.index(1, ReportListModel::Deviations)), u"2"_qs);
    }

    void hostileNamesStayText()
    {
        for (const QString &name : {hostile, megabyte()}) {
            ReportListModel model;
            model.setReports(facts(2, name), {0, 1});
            QVERIFY(toolTipsAreHarmless(model));
        }
    }

    void aMillionRowsAreThereAtOnce()
    {
        const auto many = facts(2);
        std::vector<quint32> order(1'000'000);
        for (size_t i = 0; i < order.size(); ++i)
            order[i] = static_cast<quint32>(i % 2);
        ReportListModel model;
        model.setReports(many, std::move(order));
        QCOMPARE(model.rowCount(), 1'000'000);
        QCOMPARE(cell(model, 999'999, ReportListModel::Sender), u"Acme"_qs);
    }
};

QTEST_MAIN(TestReportListModel)
#include "test_reportlistmodel.moc"

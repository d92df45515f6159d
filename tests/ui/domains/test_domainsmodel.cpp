// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/overview/pagefixture.h"
#include "ui/domains/domainsmodel.h"
#include "ui/domains/domainsummary.h"
#include "ui/domains/healthlook.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/table.h"
#include "ui/words/findingwords.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QSignalSpy>

using namespace tlsrpt;
using namespace tlsrpt::test;

class TestDomainsModel : public QObject
{
    Q_OBJECT

    static FindingPtr finding(const QString &domain, Rule rule, Severity severity, bool open = true)
    {
        Finding made;
        made.rule = rule;
        made.severity = severity;
        made.open = open;
        made.domain = domain;
        made.mx = u"mx."_qs + domain;
        made.first = Day{20700};
        made.last = Day{20720};
        return std::make_shared<const Finding>(made);
    }

    static void addDomain(Diagnosis &diagnosis, const QString &name, PolicyMode mode, std::vector<FindingPtr> own,
                          Health health, int problems)
    {
        auto domain = std::make_shared<DomainDiagnosis>();
        domain->domain = name;
        domain->mode = mode;
        domain->days = {Day{20600}, Day{20720}};
        domain->findings = own;
        DomainHealth state;
        state.domain = name;
        state.mode = mode;
        state.days = domain->days;
        state.health = health;
        state.openProblems = problems;
        state.worst = problems > 0 ? own.front() : nullptr;
        diagnosis.domains.push_back(domain);
        diagnosis.health.push_back(state);
        diagnosis.findings.insert(diagnosis.findings.end(), own.begin(), own.end());
    }

    /// One broken by an expired certificate, one enforcing, one in testing, one that is a server.
    static Diagnosis story()
    {
        Diagnosis diagnosis;
        diagnosis.reference = {Day{20720}, false};
        addDomain(diagnosis, u"broken.example"_qs, PolicyMode::Enforce,
                  {finding(u"broken.example"_qs, Rule::R01, Severity::High), finding(u"broken.example"_qs, Rule::R24, Severity::Low)},
                  Health::Broken, 1);
        addDomain(diagnosis, u"good.example"_qs, PolicyMode::Enforce, {}, Health::Enforcing, 0);
        addDomain(diagnosis, u"tried.example"_qs, PolicyMode::Testing, {}, Health::Testing, 0);
        addDomain(diagnosis, u"mx.host.example"_qs, PolicyMode::Unknown, {}, Health::Dane, 0);
        diagnosis.health.back().mailHost = true;
        diagnosis.health.back().dane = true;
        return diagnosis;
    }

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void itemsTellStateAndReason()
    {
        const Diagnosis diagnosis = story();
        const auto items = domainItems(diagnosis, {}, {});
        QCOMPARE(items.size(), size_t(4));
        QCOMPARE(items[0].reason, words::findingTitle(*diagnosis.findings.front()));
        QCOMPARE(items[0].open.size(), size_t(2));
        QCOMPARE(items[0].advice, 1);
        QCOMPARE(items[1].reason, words::healthReason(diagnosis.health[1]));
        QCOMPARE(items[1].policy, u"MTA-STS enforce"_qs);
        QCOMPARE(items[3].policy, u"DANE"_qs);
        Filter filter;
        filter.domains = QStringList{u"good.example"_qs};
        filter.senders = QStringList{u"nobody"_qs}; // says nothing about a state
        QCOMPARE(domainItems(diagnosis, {}, filter).size(), size_t(1));
        filter.domains = QStringList{u"nobody.example"_qs};
        QVERIFY(domainItems(diagnosis, {}, filter).empty());
    }

    void whatIsMutedDoesNotCount()
    {
        const Diagnosis diagnosis = story();
        const auto items = domainItems(diagnosis, {diagnosis.findings.front()->key()}, {});
        const auto found = std::find_if(items.begin(), items.end(), [](const DomainItem &item) {
            return item.health.domain == u"broken.example";
        });
        QVERIFY(found != items.end());
        QCOMPARE(found->health.health, Health::Enforcing);
        QCOMPARE(found->health.openProblems, 0);
        QCOMPARE(found->muted, 1);
        QCOMPARE(found->open.size(), size_t(1));
    }

    void tableSortsFindsAndHides()
    {
        auto *model = newDomainsModel(this);
        QAbstractItemModelTester modelTester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        DomainsProxy proxy(model);
        QAbstractItemModelTester proxyTester(&proxy, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model->setRows(domainItems(story(), {}, {}));
        proxy.sort(DomainState);
        QCOMPARE(columnTexts(proxy, DomainState).first(), words::healthName(Health::Broken));
        proxy.sort(DomainName, Qt::DescendingOrder);
        QCOMPARE(columnTexts(proxy, DomainName).first(), u"tried.example"_qs);
        QVERIFY(proxy.index(1, 0).data(Qt::AccessibleTextRole).toString().contains(u"mail server"_qs));
        proxy.setMailHosts(false);
        QCOMPARE(proxy.rowCount(), 3);
        QVERIFY(!proxy.indexOf(u"mx.host.example"_qs).isValid());
        QVERIFY(!proxy.itemAt({}));
        proxy.setState(Health::Testing);
        QCOMPARE(columnTexts(proxy, DomainName), QStringList{u"tried.example"_qs});
        proxy.setState({});
        proxy.setFind(u"EXPIRED"_qs);
        QCOMPARE(columnTexts(proxy, DomainName), QStringList{u"broken.example"_qs});
        proxy.setFind({});
        model->setRows({});
        QCOMPARE(proxy.rowCount(), 0);
    }

    void copiesHoldDaysAndNumbers()
    {
        DomainItem item;
        item.health.domain = u"example.org"_qs;
        item.health.sessions = 12000;
        item.health.protectedSessions = 11000;
        item.health.failed = 1000;
        item.health.days = {Day{20600}, Day{20720}};
        item.policy = u"MTA-STS enforce"_qs;
        QObject parent;
        DomainsModel *model = newDomainsModel(&parent);
        model->setRows({item});
        const QString csv = toCsv(*model);
        QVERIFY(csv.endsWith(u",MTA-STS enforce,12000,11000,1000,0,0,"_qs + Day{20720}.toIso() + u"\r\n"_qs));
    }

    void strangersTextIsHarmless()
    {
        Diagnosis diagnosis;
        addDomain(diagnosis, hostile, PolicyMode::None, {finding(hostile, Rule::R01, Severity::Critical)}, Health::Broken, 1);
        addDomain(diagnosis, megabyte(), PolicyMode::None, {}, Health::NoReports, 0);
        diagnosis.health.front().mailHost = true;
        auto *model = newDomainsModel(this);
        model->setRows(domainItems(diagnosis, {}, {}));
        QVERIFY(toolTipsAreHarmless(*model));
        QVERIFY(cell(*model, 1, DomainName).size() < 300);
    }

    void everyStateHasAShapeOfItsOwn()
    {
        QSet<QString> icons;
        Theme theme{Appearance::Light};
        for (int i = 0; i < healthCount; ++i) {
            const HealthLook look = lookOf(static_cast<Health>(i));
            icons.insert(look.icon);
            QVERIFY(!theme.icon(look.icon).isNull());
        }
        QCOMPARE(icons.size(), healthCount);
    }

    void summaryCountsAndChooses()
    {
        Theme theme{Appearance::Light};
        DomainSummary summary(theme);
        summary.setItems(domainItems(story(), {}, {}), Day{20720});
        QVERIFY(summary.sentence().startsWith(u"4 domain"_qs));
        QVERIFY(summary.sentence().contains(words::healthName(Health::Broken) + u": 1"_qs));
        QVERIFY(!summary.sentence().contains(words::healthName(Health::NoReports)));
        QSignalSpy chosen(&summary, &DomainSummary::stateChosen);
        summary.resize(900, 100);
        summary.show();
        const auto chips = summary.findChildren<Chip *>();
        QCOMPARE(chips.size(), healthCount);
        QTest::mouseClick(chips[static_cast<int>(Health::Broken)], Qt::LeftButton);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(summary.state(), std::optional(Health::Broken));
        QVERIFY(chips[static_cast<int>(Health::Broken)]->isChecked());
        QTest::keyClick(chips[static_cast<int>(Health::Broken)], Qt::Key_Space); // again: all
        QCOMPARE(summary.state(), std::optional<Health>());
        QVERIFY(!chips[static_cast<int>(Health::Broken)]->isChecked());
        // A state that nobody is in any more is no choice.
        summary.setState(Health::Testing);
        Filter filter;
        filter.domains = QStringList{u"good.example"_qs};
        summary.setItems(domainItems(story(), {}, filter), Day{20720});
        QCOMPARE(summary.state(), std::optional<Health>());
        QVERIFY(summary.findChild<QCheckBox *>()->isHidden());
    }
};

QTEST_MAIN(TestDomainsModel)
#include "test_domainsmodel.moc"

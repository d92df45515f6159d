// SPDX-License-Identifier: GPL-3.0-or-later
// Links from other pages to findings.
#include "ui/detail/findinglinks.h"
#include "ui/detail/linkbutton.h"

#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace tlsrpt;

class TestFindingLinks : public QObject
{
    Q_OBJECT

    static FindingPtr finding(Rule rule, bool open, const QString &mx = u"mx1.example.org"_qs)
    {
        Finding made;
        made.rule = rule;
        made.open = open;
        made.domain = u"example.org"_qs;
        made.mx = mx;
        made.track = Track::Sts;
        made.senders = {{u"google.com"_qs, u"Google"_qs, 10, 5, 5}};
        made.first = made.last = Day::fromDate({2026, 10, 1});
        return std::make_shared<const Finding>(std::move(made));
    }
    const Theme m_theme{Appearance::Light};

private slots:
    void eachOpensItsFinding()
    {
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        auto &links = *new FindingLinks(m_theme);
        column->addWidget(&links);
        const Findings findings{finding(Rule::R01, true), finding(Rule::R10, true)};
        links.show(findings);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QSignalSpy opened(&links, &FindingLinks::opened);
        const auto buttons = links.findChildren<LinkButton *>();
        QCOMPARE(buttons.size(), 2);
        QVERIFY(buttons[0]->accessibleName().contains(u"mx1.example.org"));
        QTest::mouseClick(buttons[1], Qt::LeftButton);
        buttons[0]->setFocus();
        QTest::keyClick(buttons[0], Qt::Key_Space);
        QCOMPARE(opened.size(), 2);
        QCOMPARE(opened[0][0].toString(), findings[1]->key());
        QCOMPARE(opened[1][0].toString(), findings[0]->key());
        links.show({});
        QVERIFY(!links.isVisible());
    }

    void openOnesAreWorthIt()
    {
        const FindingPtr open = finding(Rule::R01, true), over = finding(Rule::R04, false), older = finding(Rule::R05, false);
        QCOMPARE(worthALink({open, over, older}), Findings{open});
        QCOMPARE(worthALink({over, older}), Findings{over});
        QCOMPARE(worthALink({}), Findings{});
    }

    void whatConcernsAServer()
    {
        const FindingPtr one = finding(Rule::R01, true);
        Finding severalHosts = *finding(Rule::R02, true, {});
        severalHosts.details.hosts = {u"mx1.example.org"_qs, u"mx2.example.org"_qs};
        const auto several = std::make_shared<const Finding>(severalHosts);
        Finding policyLevel = *finding(Rule::R12, true, {});
        policyLevel.group = CauseGroup::PolicyFetch;
        const auto policy = std::make_shared<const Finding>(policyLevel);
        const auto found = byServer({one, several, policy, finding(Rule::R22, true, {})});
        QCOMPARE(found.size(), 3);
        QCOMPARE(found.value(u"mx1.example.org"_qs), (Findings{one, several}));
        QCOMPARE(found.value(u"mx2.example.org"_qs), Findings{several});
        QCOMPARE(found.value({}), Findings{policy});
    }

    void whatConcernsASender()
    {
        const FindingPtr one = finding(Rule::R14, true);
        Finding two = *one;
        two.senders.push_back({u"mail.ru"_qs, u"Mail.ru"_qs, 1, 1, 1});
        const auto found = bySender({one, std::make_shared<const Finding>(two)});
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.value(u"google.com"_qs), Findings{one});
    }
};

QTEST_MAIN(TestFindingLinks)
#include "test_findinglinks.moc"

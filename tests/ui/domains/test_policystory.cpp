// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/overview/pagefixture.h"
#include "ui/domains/policyrun.h"
#include "ui/domains/policystory.h"
#include "ui/domains/policytimeline.h"
#include "ui/domains/policyview.h"
#include "ui/domains/policywords.h"
#include "ui/widgets/commandbox.h"

#include <QClipboard>
#include <QElapsedTimer>
#include <QSignalSpy>

using namespace tlsrpt;
using namespace tlsrpt::test;

class TestPolicyStory : public QObject
{
    Q_OBJECT

    static constexpr qint32 day0 = 20700;

    static PolicySpan span(const QString &sender, const QString &mode, int first, int last)
    {
        PolicySpan made;
        made.sender = sender;
        made.senderName = sender.toUpper();
        made.track = Track::Sts;
        made.fingerprint = mode;
        made.lines = QStringList{u"version: STSv1"_qs, u"mode: "_qs + mode, u"mx: mx.example.org"_qs, u"max_age: 86400"_qs};
        made.mode = mode == u"enforce" ? PolicyMode::Enforce : PolicyMode::Testing;
        made.maxAge = 86400;
        made.first = Day{day0 + first};
        made.last = Day{day0 + last};
        made.reportDays = last - first + 1;
        return made;
    }

    static PolicySpan records(const QString &sender, const QString &host, char digest, int first, int last)
    {
        PolicySpan made = span(sender, QString(QLatin1Char(digest)), first, last);
        made.track = Track::Tlsa;
        made.host = host;
        made.lines = QStringList{u"3 1 1 "_qs + QString(64, QLatin1Char(digest))};
        made.mode = PolicyMode::Unknown;
        return made;
    }

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void samePolicySameNumber()
    {
        const PolicyStory story = policyStory({span(u"a"_qs, u"testing"_qs, 0, 20), span(u"a"_qs, u"enforce"_qs, 20, 60),
                                               span(u"b"_qs, u"testing"_qs, 0, 23), span(u"b"_qs, u"enforce"_qs, 24, 59)});
        QCOMPARE(story.days, (DayRange{Day{day0}, Day{day0 + 60}}));
        QCOMPARE(story.groups.size(), size_t(1));
        const PolicyGroup &group = story.groups.front();
        QCOMPARE(group.versions, 2);
        QCOMPARE(group.lanes.size(), size_t(2));
        for (const PolicyLane &lane : group.lanes) {
            QCOMPARE(lane.lines, 1); // both on the day of the change are not side by side
            QCOMPARE(lane.runs[0].version, 1);
            QCOMPARE(lane.runs[1].version, 2);
        }
        QCOMPARE(group.changes.size(), size_t(1));
        const PolicyChange &change = group.changes.front();
        QCOMPARE(change.from, 1);
        QCOMPARE(change.to, 2);
        QCOMPARE(change.first, Day{day0 + 20});
        QCOMPARE(change.last, Day{day0 + 24});
        QCOMPARE(change.senders, (QStringList{u"A"_qs, u"B"_qs}));
        QCOMPARE(change.differences.size(), size_t(1));
        QCOMPARE(fieldName(change.differences.front().field), u"mode"_qs);
        QCOMPARE(fieldChange(change.differences.front()), u"testing → enforce"_qs);
    }

    void sideBySide()
    {
        // Two servers whose sets the sender does not tell apart; one of them is rolled over.
        const PolicyStory story = policyStory({records(u"a"_qs, {}, 'a', 0, 40), records(u"a"_qs, {}, 'b', 0, 20),
                                               records(u"a"_qs, {}, 'c', 20, 40)});
        const PolicyGroup &group = story.groups.front();
        QCOMPARE(group.lanes.front().lines, 2);
        QCOMPARE(group.changes.size(), size_t(1));
        QCOMPARE(group.changes.front().from, 2);
        QCOMPARE(group.changes.front().to, 3);
        // One that comes beside another long after something ended took nobody's place.
        const PolicyStory later = policyStory({records(u"a"_qs, {}, 'b', 0, 5), records(u"a"_qs, {}, 'a', 3, 40),
                                               records(u"a"_qs, {}, 'c', 30, 40)});
        QVERIFY(later.groups.front().changes.empty());
    }

    void groupsByServerAndNothing()
    {
        const PolicyStory story = policyStory({span(u"a"_qs, u"enforce"_qs, 0, 9), records(u"a"_qs, u"mx1.example"_qs, 'a', 0, 9),
                                               records(u"a"_qs, u"mx2.example"_qs, 'a', 0, 9)});
        QCOMPARE(story.groups.size(), size_t(3));
        QCOMPARE(groupName(story.groups[0]), u"MTA-STS policy"_qs);
        QCOMPARE(groupName(story.groups[2]), u"DANE records of mx2.example"_qs);
        QVERIFY(policyStory({}).empty());
    }

    void changesBackAndForthAreToldOnce()
    {
        PolicyHistory history;
        for (int i = 0; i < 40; ++i)
            history.push_back(span(u"a"_qs, i % 2 ? u"enforce"_qs : u"testing"_qs, 2 * i, 2 * i + 1));
        const PolicyStory story = policyStory(history);
        QCOMPARE(story.groups.front().versions, 2);
        QCOMPARE(story.groups.front().changes.size(), size_t(2));
    }

    void timelineByMouseAndKeyboard()
    {
        Theme theme{Appearance::Light};
        PolicyTimeline timeline(theme);
        QSignalSpy chosen(&timeline, &PolicyTimeline::chosen);
        timeline.setStory(policyStory({span(u"a"_qs, u"testing"_qs, 0, 20), span(u"a"_qs, u"enforce"_qs, 21, 60),
                                       span(u"b"_qs, u"testing"_qs, 0, 59)}),
                          10);
        QCOMPARE(timeline.laneCount(), 2);
        QCOMPARE(chosen.count(), 1); // the newest
        timeline.resize(700, timeline.sizeHint().height());
        timeline.show();
        timeline.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&timeline));
        const auto bars = timeline.findChildren<PolicyRunButton *>();
        QCOMPARE(bars.size(), 3);
        for (const auto *bar : bars) {
            QVERIFY(bar->accessibleName().contains(bar->text().section(u"· "_qs, 1)));
            QVERIFY(timeline.rect().contains(bar->geometry()));
        }
        const auto checked = [&bars] {
            int found = -1;
            for (int i = 0; i < bars.size(); ++i) {
                if (bars[i]->isChecked())
                    found = found < 0 ? i : -2;
            }
            return found;
        };
        QTest::mouseClick(bars[0], Qt::LeftButton);
        QCOMPARE(checked(), 0);
        QVERIFY(bars[0]->hasFocus());
        QTest::keyClick(bars[0], Qt::Key_Right);
        QCOMPARE(checked(), 1);
        QVERIFY(bars[1]->hasFocus());
        QTest::keyClick(bars[1], Qt::Key_Right); // there is none
        QTest::keyClick(bars[1], Qt::Key_Down);
        QCOMPARE(checked(), 2);
        QTest::keyClick(bars[2], Qt::Key_Down);
        QTest::keyClick(bars[2], Qt::Key_Up);
        QVERIFY(checked() < 2);
        QVERIFY(chosen.last().at(0).toString().contains(u"at A"_qs));
        // One tab stop.
        int stops = 0;
        for (const auto *bar : bars)
            stops += bar->focusPolicy() == Qt::StrongFocus;
        QCOMPARE(stops, 1);
    }

    void viewShowsTextDecodesAndCopies()
    {
        Theme theme{Appearance::Dark};
        PolicyView view(theme);
        view.resize(700, 600);
        view.setStory(policyStory({span(u"a"_qs, u"testing"_qs, 0, 20), span(u"a"_qs, u"enforce"_qs, 21, 60),
                                   records(u"a"_qs, u"mx.example"_qs, 'a', 0, 61)}));
        view.show();
        auto *box = view.findChild<CommandBox *>();
        QVERIFY(box->text().startsWith(u"3 1 1 aaaa"_qs));
        QVERIFY(textOf(view).contains(u"server key, SHA-256"_qs));
        QVERIFY(textOf(view).contains(u"policy 1 gave way to policy 2"_qs));
        QVERIFY(textOf(view).contains(u"testing → enforce"_qs));
        QTest::mouseClick(view.findChildren<PolicyRunButton *>().first(), Qt::LeftButton);
        QVERIFY(box->text().contains(u"mode: testing"_qs));
        QVERIFY(textOf(view).contains(u"Senders keep it for 1 day"_qs));
        QTest::mouseClick(box->findChild<QPushButton *>(), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), box->text());
        view.setStory({});
        QVERIFY(textOf(view).contains(u"No report carried"_qs));
        QVERIFY(box->isHidden() || !box->isVisible());
    }

    void manyRowsAndHostileTexts()
    {
        PolicyHistory history;
        for (int i = 0; i < 60; ++i)
            history.push_back(span(u"sender%1"_qs.arg(i), u"enforce"_qs, 0, i));
        for (int i = 0; i < 2000; ++i)
            history.push_back(records(hostile, hostile, char('a' + i % 6), i, i));
        history.front().lines = QStringList{megabyte(), hostile};
        history.front().senderName = megabyte();
        Theme theme{Appearance::Light};
        PolicyView view(theme);
        view.resize(700, 600);
        QElapsedTimer timer;
        timer.start();
        view.setStory(policyStory(history));
        view.grab();
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(isPlain(view));
        QCOMPARE(view.findChild<PolicyTimeline *>()->laneCount(), 12);
        for (auto *button : view.findChildren<QAbstractButton *>()) {
            if (button->text().startsWith(u"Show all 61"_qs))
                button->click();
        }
        QCOMPARE(view.findChild<PolicyTimeline *>()->laneCount(), 61);
    }
};

QTEST_MAIN(TestPolicyStory)
#include "test_policystory.moc"

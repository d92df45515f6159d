// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/navigator.h"

#include <QSignalSpy>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace tlsrpt;

/// A page that remembers what it was told.
class RecordingPage : public Page
{
    Q_OBJECT
public:
    using Page::Page;
    QString title() const override { return objectName(); }
    QVariant place() const override { return m_place; }
    void goTo(const QVariant &place) override { select(place); }
    void find(const QString &text) override { found = text; }
    void select(const QVariant &place)
    {
        m_place = place;
        emit placeChanged();
    }
    QString found;

private:
    QVariant m_place;
};

class TestNavigator : public QObject
{
    Q_OBJECT

    struct Fixture {
        QTemporaryDir folder;
        SystemClock clock;
        Settings settings{folder.filePath(u"s.ini"_qs)};
        Theme theme{Appearance::Light};
        ArchiveSession session;
        DiagnosisSession diagnosis{session, clock};
        FilterState filter;
        std::function<void()> first; ///< what pages do that hear of a new filter before the navigator
        QMetaObject::Connection hearsFirst = connect(&filter, &FilterState::changed, &filter, [this] {
            if (first)
                first();
        });
        QStackedWidget stack;
        Navigator navigator{filter, stack};
        RecordingPage *overview = add(u"overview"_qs);
        RecordingPage *servers = add(u"servers"_qs);

        RecordingPage *add(const QString &name)
        {
            auto *page = new RecordingPage({clock, settings, theme, session, filter, diagnosis}, &stack);
            navigator.addPage(name, page);
            return page;
        }
        Fixture() { navigator.restore({}); }
    };

private slots:
    void aPageMayAnswerBeforeTheStepIsRecorded()
    {
        Fixture f;
        f.navigator.show(u"servers"_qs);
        f.servers->select(u"mx1"_qs);
        f.first = [&f] { f.servers->select(u"mx2"_qs); };
        Filter filter;
        filter.onlyFailures = true;
        f.filter.set(filter);
        f.first = {};
        f.navigator.back();
        QCOMPARE(f.navigator.currentName(), u"servers"_qs);
        QVERIFY(!f.filter.filter().onlyFailures);
        QCOMPARE(f.servers->place().toString(), u"mx1"_qs);
        f.navigator.forward();
        QVERIFY(f.filter.filter().onlyFailures);
        QCOMPARE(f.servers->place().toString(), u"mx2"_qs);
    }

    void goesBackOverPageFilterAndPlace()
    {
        Fixture f;
        QCOMPARE(f.navigator.currentName(), u"overview"_qs);
        QVERIFY(!f.navigator.canGoBack());
        Filter filter;
        filter.domains = QStringList{u"example.org"_qs};
        emit f.overview->navigate(u"servers"_qs, filter, u"mx1"_qs);
        QCOMPARE(f.navigator.currentName(), u"servers"_qs);
        QCOMPARE(f.servers->place().toString(), u"mx1"_qs);
        f.servers->select(u"mx2"_qs); // no step of its own
        filter.onlyFailures = true;
        f.filter.set(filter);
        f.navigator.back();
        QVERIFY(!f.filter.filter().onlyFailures);
        QCOMPARE(f.navigator.currentName(), u"servers"_qs);
        f.navigator.back();
        QCOMPARE(f.navigator.currentName(), u"overview"_qs);
        QVERIFY(f.filter.filter().isAll());
        QVERIFY(!f.navigator.canGoBack());
        f.servers->select(u"other"_qs); // not current: forgotten
        f.navigator.forward();
        QCOMPARE(f.navigator.currentName(), u"servers"_qs);
        QCOMPARE(f.servers->place().toString(), u"mx2"_qs);
        f.navigator.forward();
        QVERIFY(f.filter.filter().onlyFailures);
        QVERIFY(!f.navigator.canGoForward());
        f.navigator.back();
        f.navigator.show(u"overview"_qs);
        QVERIFY(!f.navigator.canGoForward()); // what lay ahead is gone
    }

    void oneStepForOnePopup()
    {
        Fixture f;
        f.navigator.beginGroup();
        for (const QString &domain : {u"a"_qs, u"b"_qs, u"c"_qs}) {
            Filter filter = f.filter.filter();
            filter.domains << domain;
            f.filter.set(filter);
        }
        f.navigator.endGroup();
        f.navigator.back();
        QVERIFY(f.filter.filter().isAll());
        f.navigator.forward();
        QCOMPARE(f.filter.filter().domains.size(), 3);
    }

    void aMovingPresetIsNoStep()
    {
        Fixture f;
        f.filter.setNewestDay(Day{20000});
        f.filter.setPeriod(Period::Days7);
        f.filter.setNewestDay(Day{20001});
        f.filter.setNewestDay(Day{20002});
        f.navigator.back();
        QCOMPARE(f.filter.period(), Period::All);
        QVERIFY(!f.navigator.canGoBack());
        f.navigator.forward();
        QCOMPARE(f.filter.filter().to->value, 20002); // from today's newest day
    }

    void findsPerPageAndSurvivesARestart()
    {
        Fixture f;
        f.navigator.find(u"x"_qs);
        QCOMPARE(f.overview->found, u"x"_qs);
        f.navigator.show(u"servers"_qs);
        QCOMPARE(f.navigator.findText(), QString());
        f.servers->select(u"mx9"_qs);
        f.filter.setPeriod(Period::Days90);
        const QVariantMap state = f.navigator.save();

        Fixture later;
        later.navigator.restore(state);
        QCOMPARE(later.navigator.currentName(), u"servers"_qs);
        QCOMPARE(later.servers->place().toString(), u"mx9"_qs);
        QCOMPARE(later.filter.period(), Period::Days90);
        QVERIFY(!later.navigator.canGoBack());
        later.navigator.restore({{u"page"_qs, u"of a newer version"_qs}});
        QCOMPARE(later.navigator.currentName(), u"overview"_qs);
    }
};

QTEST_MAIN(TestNavigator)
#include "test_navigator.moc"

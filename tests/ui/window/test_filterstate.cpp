// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page/filterstate.h"

#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace tlsrpt;

class TestFilterState : public QObject
{
    Q_OBJECT

    static Day day(int year, int month, int number) { return Day::fromDate(QDate(year, month, number)); }

private slots:
    void presetsCountBackFromTheNewestDay()
    {
        FilterState state;
        QSignalSpy changed(&state, &FilterState::changed);
        state.setPeriod(Period::Days30);
        QCOMPARE(changed.count(), 1);
        QVERIFY(!state.filter().from); // no report yet
        state.setNewestDay(day(2026, 10, 31));
        QCOMPARE(changed.count(), 2);
        QCOMPARE(state.filter().from->toIso(), u"2026-10-02"_qs);
        QCOMPARE(state.filter().to->toIso(), u"2026-10-31"_qs);
        state.setNewestDay(day(2026, 11, 2));
        QCOMPARE(state.filter().from->toIso(), u"2026-10-04"_qs);
        QCOMPARE(state.period(), Period::Days30);
        state.setPeriod(Period::ThisYear);
        QCOMPARE(state.filter().from->toIso(), u"2026-01-01"_qs);
        state.setPeriod(Period::All);
        QVERIFY(state.filter().isAll());
    }

    void otherDaysAreFree()
    {
        FilterState state;
        state.setNewestDay(day(2026, 10, 31));
        state.setPeriod(Period::Days7);
        Filter filter = state.filter();
        filter.domains = QStringList{u"example.org"_qs};
        state.set(filter);
        QCOMPARE(state.period(), Period::Days7);
        filter.from = day(2026, 1, 1);
        state.set(filter);
        QCOMPARE(state.period(), Period::Custom);
        state.setNewestDay(day(2026, 11, 30));
        QCOMPARE(state.filter().from->toIso(), u"2026-01-01"_qs);
        state.clear();
        QCOMPARE(state.period(), Period::All);
        QVERIFY(state.filter().isAll());
    }

    void comesBackFromSettings()
    {
        FilterMemory memory;
        memory.filter.from = day(2026, 3, 1);
        memory.filter.to = day(2026, 3, 31);
        memory.filter.domains = QStringList{u"a.example"_qs, u"b, with comma.example"_qs};
        memory.filter.senders = QStringList{u"google.com"_qs};
        memory.filter.tracks = {Track::Sts, Track::Other};
        memory.filter.onlyFailures = true;
        memory.filter.mx = QString(); // policy level is not the same as none
        memory.filter.cause = CauseGroup::Dane;
        memory.period = Period::Custom;

        const QTemporaryDir folder;
        const QString file = folder.filePath(u"s.ini"_qs);
        {
            QSettings settings(file, QSettings::IniFormat);
            settings.setValue(u"filter"_qs, toVariant(memory));
        }
        const QSettings settings(file, QSettings::IniFormat);
        const FilterMemory read = filterFromVariant(settings.value(u"filter"_qs).toMap());
        QCOMPARE(read.filter.domains, memory.filter.domains);
        QVERIFY(read == memory);
    }

    void unknownSettingsAreDefaults()
    {
        const FilterMemory read = filterFromVariant({{u"period"_qs, u"fortnight"_qs},
                                                     {u"tracks"_qs, QStringList{u"quantum"_qs}},
                                                     {u"cause"_qs, 7},
                                                     {u"from"_qs, u"never"_qs}});
        QVERIFY(read == FilterMemory{});
    }
};

QTEST_GUILESS_MAIN(TestFilterState)
#include "test_filterstate.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// A window that answers is left alone; one that does not is told of.
#include "ui/window/stallwatch.h"

#include <QSignalSpy>
#include <QTest>

using namespace tlsrpt;
using namespace std::chrono_literals;

class TestStallWatch : public QObject
{
    Q_OBJECT

private slots:
    void tellsOfAStall();
    void silentWhenAnswered();
    void endsWhileItWaits();
};

void TestStallWatch::tellsOfAStall()
{
    StallWatch watch(100ms);
    QSignalSpy stalled(&watch, &StallWatch::stalled);
    QTRY_VERIFY(watch.longest() > 0us); // it knocks
    QThread::msleep(300); // the work that should have been elsewhere
    QVERIFY(stalled.wait());
    const auto waited = stalled.first().first().value<std::chrono::microseconds>();
    QVERIFY(waited > 100ms);
    QVERIFY(waited <= watch.longest());
    watch.forget();
    QVERIFY(watch.longest() == 0us);
}

void TestStallWatch::silentWhenAnswered()
{
    StallWatch watch(1min); // however busy the machine is
    QSignalSpy stalled(&watch, &StallWatch::stalled);
    QTRY_VERIFY(watch.longest() > 0us); // it knocks
    QCOMPARE(stalled.count(), 0);
}

/// It must not wait for an answer that cannot come any more.
void TestStallWatch::endsWhileItWaits()
{
    for (int i = 0; i < 50; ++i)
        const StallWatch watch;
}

QTEST_MAIN(TestStallWatch)
#include "test_stallwatch.moc"

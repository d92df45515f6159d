// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/overview/pagefixture.h"
#include "ui/importing/importpanel.h"
#include "ui/importing/importqueue.h"

#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTimer>
#include <QToolButton>

#include <algorithm>

using namespace tlsrpt;
using namespace tlsrpt::test;

class TestImportQueue : public QObject
{
    Q_OBJECT

    static QString sample(const QString &name) { return QStringLiteral(SAMPLES_DIR "/") + name; }
    static QByteArray report(int number)
    {
        return QByteArray("{\"organization-name\":\"Acme\",\"date-range\":{\"start-datetime\":\"2026-10-01T00:00:00Z\","
                          "\"end-datetime\":\"2026-10-01T23:59:59Z\"},\"contact-info\":\"a@acme.example\",\"report-id\":\"")
            + QByteArray::number(number)
            + "\",\"policies\":[{\"policy\":{\"policy-type\":\"no-policy-found\",\"policy-domain\":\"d"
            + QByteArray::number(number)
            + ".example\"},\"summary\":{\"total-successful-session-count\":1,\"total-failure-session-count\":0}}]}";
    }
    /// Enough files that an import of them can be stopped under way.
    static QString many(const Bench &b, int count)
    {
        const QString folder = b.folder.filePath(u"many"_qs);
        QDir().mkpath(folder);
        for (int i = 0; i < count; ++i) {
            QFile file(folder + u"/%1.json"_qs.arg(i, 6, 10, QLatin1Char('0')));
            if (!file.open(QIODevice::WriteOnly))
                return {};
            file.write(report(i));
        }
        return folder;
    }
    static QToolButton *tool(const ImportPanel &panel, const QString &name)
    {
        for (auto *each : panel.findChildren<QToolButton *>()) {
            if (each->accessibleName() == name)
                return each;
        }
        return nullptr;
    }
    static bool willHide(const ImportPanel &panel)
    {
        const auto timers = panel.findChildren<QTimer *>();
        return std::any_of(timers.begin(), timers.end(), [](const QTimer *timer) { return timer->isActive(); });
    }

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void aMailboxIsReadByMails()
    {
        Bench b;
        ImportQueue queue(b.context());
        QList<double> shares;
        connect(&queue, &ImportQueue::progressed, &queue, [&] { shares << queue.share(); });
        ImportProgress progress;
        progress.inputsDone = 1;
        progress.inputsTotal = 4;
        progress.bytesTotal = progress.counts.bytes = 1000; // more is announced with the next batch
        const auto run = [progress](JobControl &, const ImportEvents &events) -> Result<ImportOutcome> {
            events.progress(progress);
            return ImportOutcome{};
        };
        QSignalSpy finished(&queue, &ImportQueue::finished);
        for (const ImportKind kind : {ImportKind::Mailbox, ImportKind::Files})
            queue.addJob({u"x"_qs, {}, kind, false, run});
        QTRY_COMPARE(finished.size(), 2);
        QVERIFY(shares.contains(0.25));
        QVERIFY(shares.contains(1.0));
    }

    void oneAfterTheOther()
    {
        Bench b;
        b.openEmpty();
        QTRY_VERIFY(b.session.loaded());
        ImportQueue queue(b.context());
        QSignalSpy started(&queue, &ImportQueue::started);
        QSignalSpy progressed(&queue, &ImportQueue::progressed);
        QSignalSpy finished(&queue, &ImportQueue::finished);
        queue.add({});
        QVERIFY(!queue.running());
        queue.add({sample(u"mail.ru.zip"_qs)});
        queue.add({sample(u"mail.ru"_qs), sample(u"google.com.zip"_qs)});
        queue.add({sample(u"mail.ru.zip"_qs)});
        QVERIFY(queue.running());
        QCOMPARE(started.count(), 1);
        QCOMPARE(queue.waiting(), 2);
        QCOMPARE(queue.currentName(), u"mail.ru.zip"_qs);
        QCOMPARE(queue.timeLeft(), -1);
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 3, 60'000);
        QCOMPARE(started.count(), 3);
        QVERIFY(!queue.running());
        QCOMPARE(queue.waiting(), 0);
        QVERIFY(progressed.count() >= 3);
        const auto first = finished[0].at(0).value<ImportOutcome>();
        const auto again = finished[2].at(0).value<ImportOutcome>();
        QVERIFY(first.counts.imported > 0);
        QVERIFY(!first.cancelled);
        QCOMPARE(again.counts.imported, 0);
        QCOMPARE(again.counts.duplicates, first.counts.imported);
        QTRY_COMPARE(static_cast<qint64>(b.session.facts()->reports.size()),
                     first.counts.imported + finished[1].at(0).value<ImportOutcome>().counts.imported);
    }

    void pauseHoldsAndCancelKeepsWhatWasCommitted()
    {
        Bench b;
        b.openEmpty();
        QTRY_VERIFY(b.session.loaded());
        // Several batches, so that the first one is told long before the last is written.
        constexpr int reports = 20'000;
        const QString folder = many(b, reports);
        ImportQueue queue(b.context());
        QSignalSpy finished(&queue, &ImportQueue::finished);
        connect(&queue, &ImportQueue::progressed, &queue, [&queue, held = false]() mutable {
            if (!std::exchange(held, held || queue.progress().counts.imported > 0)
                && queue.progress().counts.imported > 0)
                queue.pause();
        });
        queue.add({folder});
        queue.add({sample(u"mail.ru"_qs)}); // goes on after the cancelled one
        QTRY_VERIFY_WITH_TIMEOUT(queue.progress().counts.imported > 0, 60'000);
        QVERIFY(queue.paused());
        QVERIFY(queue.running());
        queue.resume();
        QVERIFY(!queue.paused());
        queue.pause();
        queue.cancel(); // also while paused
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 2, 60'000);
        const auto outcome = finished[0].at(0).value<ImportOutcome>();
        QVERIFY(outcome.cancelled);
        QVERIFY(outcome.counts.imported > 0);
        QVERIFY(outcome.counts.imported < reports);
        const auto second = finished[1].at(0).value<ImportOutcome>();
        QVERIFY(!second.cancelled);
        QTRY_COMPARE(static_cast<qint64>(b.session.facts()->reports.size()),
                     outcome.counts.imported + second.counts.imported);
    }

    void endsWhileItRunsOrRests_data()
    {
        QTest::addColumn<bool>("paused");
        QTest::newRow("running") << false;
        QTest::newRow("paused") << true;
    }
    void endsWhileItRunsOrRests()
    {
        QFETCH(const bool, paused);
        Bench b;
        b.openEmpty();
        QTRY_VERIFY(b.session.loaded());
        const QString folder = many(b, 1500);
        {
            ImportQueue queue(b.context());
            queue.add({folder});
            QTRY_VERIFY_WITH_TIMEOUT(queue.progress().inputsDone > 0 || !queue.running(), 60'000);
            if (paused)
                queue.pause();
        }
        // The archive is free and sound.
        const auto archive = Archive::open(b.archive(), Archive::Mode::ReadWrite, b.clock);
        QVERIFY(archive);
        QVERIFY((*archive)->check()->isEmpty());
    }

    void anArchiveThatFailsIsTold()
    {
        Bench b;
        b.openGarbage();
        ImportQueue queue(b.context());
        ImportPanel panel(queue, b.theme);
        QSignalSpy failed(&queue, &ImportQueue::failed);
        queue.add({sample(u"mail.ru"_qs)});
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(!queue.running());
        QVERIFY(panel.isVisible());
        QVERIFY(textOf(panel).contains(u"The import failed"_qs));
    }

    void thePanelSaysHowItWent()
    {
        Bench b;
        b.openEmpty();
        QTRY_VERIFY(b.session.loaded());
        QWidget window;
        window.resize(1000, 700);
        window.show();
        ImportQueue queue(b.context());
        ImportPanel panel(queue, b.theme, &window);
        QVERIFY(!panel.isVisible());
        QSignalSpy finished(&queue, &ImportQueue::finished);
        QFile broken(b.folder.filePath(u"broken.json.gz"_qs));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("\x1f\x8b\x08 no gzip");
        broken.close();
        queue.add({sample(u"mail.ru"_qs), broken.fileName()});
        QVERIFY(textOf(panel, false).contains(u"Importing"_qs));
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 60'000);
        QVERIFY(panel.isVisible());
        QVERIFY(textOf(panel).contains(u"Import finished"_qs));
        QVERIFY(textOf(panel).contains(u"1 rejected"_qs));
        QVERIFY(isPlain(panel));
        QVERIFY(window.rect().contains(panel.geometry()));
        window.resize(600, 500);
        QTRY_VERIFY(window.rect().contains(panel.geometry()));
        QSignalSpy details(&panel, &ImportPanel::showDetails);
        // It goes by itself, but not from under the mouse.
        QVERIFY(willHide(panel));
        QEnterEvent enter({9, 9}, {9, 9}, {9, 9});
        QApplication::sendEvent(&panel, &enter);
        QVERIFY(!willHide(panel));
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(&panel, &leave);
        QVERIFY(willHide(panel));
        // It does not stand before the details it leads to.
        QTest::mouseClick(panel.findChild<QPushButton *>(), Qt::LeftButton);
        QCOMPARE(details.count(), 1);
        QVERIFY(!panel.isVisible());
        panel.show();
        QTest::mouseClick(tool(panel, u"Close"_qs), Qt::LeftButton);
        QVERIFY(!panel.isVisible());
        queue.add({b.folder.filePath(u"s.ini"_qs), broken.fileName().chopped(8)});
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 2, 60'000);
    }

    void thePanelPausesAndStops()
    {
        Bench b;
        b.openEmpty();
        QTRY_VERIFY(b.session.loaded());
        const QString folder = many(b, 4000);
        QWidget window;
        window.resize(1000, 700);
        window.show();
        ImportQueue queue(b.context());
        ImportPanel panel(queue, b.theme, &window);
        QSignalSpy finished(&queue, &ImportQueue::finished);
        queue.add({folder});
        QTRY_VERIFY(tool(panel, u"Pause"_qs));
        QTest::mouseClick(tool(panel, u"Pause"_qs), Qt::LeftButton);
        QVERIFY(queue.paused());
        QTRY_VERIFY(panel.isVisible()); // after half a second
        QVERIFY(textOf(panel).contains(u"Paused: many"_qs));
        QVERIFY(tool(panel, u"Go on"_qs));
        QVERIFY(panel.findChild<QProgressBar *>()->isVisible());
        QTest::mouseClick(tool(panel, u"Go on"_qs), Qt::LeftButton);
        QVERIFY(!queue.paused());
        QTest::mouseClick(tool(panel, u"Stop the import"_qs), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 60'000);
        QVERIFY(textOf(panel).contains(u"Import stopped"_qs));
        QVERIFY(textOf(panel).contains(u"What was imported by then stays."_qs));
        QVERIFY(!tool(panel, u"Pause"_qs)->isVisible() || !queue.running());
    }
};

QTEST_MAIN(TestImportQueue)
#include "test_importqueue.moc"

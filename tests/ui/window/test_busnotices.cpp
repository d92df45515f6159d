// SPDX-License-Identifier: GPL-3.0-or-later
// Notices over a real message bus of the test's own, with a service that shows none.
#include "ui/window/busnotices.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace tlsrpt;

namespace
{

const QString service = QStringLiteral("org.freedesktop.Notifications");
const QString path = QStringLiteral("/org/freedesktop/Notifications");

class Wall final : public NoticeBoard
{
public:
    explicit Wall(std::vector<DesktopNotice> &shown) : m_shown(shown) {}
    void show(const DesktopNotice &notice) override { m_shown.push_back(notice); }

private:
    std::vector<DesktopNotice> &m_shown;
};

} // namespace

class Service : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
public:
    QVariantList last;

public slots:
    uint Notify(const QString &application, uint replaces, const QString &icon, const QString &title,
                const QString &text, const QStringList &actions, const QVariantMap &hints, int timeout)
    {
        last = {application, replaces, icon, title, text, actions, hints, timeout};
        return 7;
    }
};

class TestBusNotices : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const QString daemon = QStandardPaths::findExecutable(QStringLiteral("dbus-daemon"));
        if (daemon.isEmpty())
            QSKIP("no dbus-daemon");
        m_daemon.start(daemon, {QStringLiteral("--session"), QStringLiteral("--nofork"),
                                QStringLiteral("--print-address=1")});
        QVERIFY(m_daemon.waitForStarted());
        QVERIFY(m_daemon.waitForReadyRead());
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_daemon.readLine().trimmed());
    }
    void cleanupTestCase()
    {
        m_daemon.kill();
        m_daemon.waitForFinished();
    }

    void withoutAServiceAnotherShows()
    {
        std::vector<DesktopNotice> shown;
        BusNotices notices(std::make_unique<Wall>(shown));
        notices.show({QStringLiteral("Title"), QStringLiteral("Text"), QStringLiteral("key")});
        QTRY_COMPARE(shown.size(), size_t(1));
        QCOMPARE(shown[0].key, QStringLiteral("key"));
    }

    void shownAndChosen()
    {
        QDBusConnection bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("service"));
        Service desktop;
        QVERIFY(bus.registerObject(path, &desktop, QDBusConnection::ExportAllSlots));
        QVERIFY(bus.registerService(service));
        std::vector<DesktopNotice> shown;
        BusNotices notices(std::make_unique<Wall>(shown));
        QSignalSpy chosen(&notices, &NoticeBoard::chosen);
        notices.show({QStringLiteral("Title"), QStringLiteral("<b>&</b>"), QStringLiteral("key")});
        QTRY_COMPARE(desktop.last.size(), 8);
        QCOMPARE(desktop.last[3].toString(), QStringLiteral("Title"));
        QCOMPARE(desktop.last[4].toString(), QStringLiteral("&lt;b&gt;&amp;&lt;/b&gt;"));
        QCOMPARE(desktop.last[6].toMap().value(QStringLiteral("desktop-entry")).toString(),
                 QStringLiteral("tlsrpt-viewer"));
        QVERIFY(shown.empty());

        const auto tell = [&bus](const char *name, uint id, const QVariant &what) {
            QDBusMessage signal = QDBusMessage::createSignal(path, service, QLatin1String(name));
            signal << id << what;
            return bus.send(signal);
        };
        QVERIFY(tell("ActionInvoked", 8, QStringLiteral("default"))); // of another program
        QVERIFY(tell("ActionInvoked", 7, QStringLiteral("other")));
        QVERIFY(tell("ActionInvoked", 7, QStringLiteral("default")));
        QTRY_COMPARE(chosen.count(), 1);
        QCOMPARE(chosen[0][0].toString(), QStringLiteral("key"));
        QVERIFY(tell("NotificationClosed", 7, 2u));
        QVERIFY(tell("ActionInvoked", 7, QStringLiteral("default")));
        QVERIFY(tell("ActionInvoked", 7, QStringLiteral("default")));
        QVERIFY(!QTest::qWaitFor([&] { return chosen.count() > 1; }, 100));
        QCOMPARE(chosen.count(), 1);
    }

private:
    QProcess m_daemon;
};

QTEST_GUILESS_MAIN(TestBusNotices)
#include "test_busnotices.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/desktop.h"

#include <QDir>
#include <QFileInfo>
#include <QPalette>

#ifdef TLSRPT_DBUS
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#endif

namespace tlsrpt
{

std::optional<bool> darkFromColorScheme(uint value)
{
    if (value == 1)
        return true;
    if (value == 2)
        return false;
    return std::nullopt;
}

bool isDarkPalette(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness()
        < palette.color(QPalette::WindowText).lightness();
}

#ifdef TLSRPT_DBUS
namespace
{
QString appearanceGroup() { return QStringLiteral("org.freedesktop.appearance"); }
QString schemeKey() { return QStringLiteral("color-scheme"); }

// Without an address QtDBus would try to start a bus of its own, which takes seconds.
bool hasSessionBus()
{
    if (!qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS"))
        return true;
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !runtime.isEmpty() && QFileInfo::exists(QDir(runtime).filePath(QStringLiteral("bus")));
}
} // namespace

void Desktop::watch()
{
    if (m_watching || !hasSessionBus())
        return;
    m_watching = true;
    QDBusConnection bus = QDBusConnection::sessionBus();
    const QString service = QStringLiteral("org.freedesktop.portal.Desktop");
    const QString path = QStringLiteral("/org/freedesktop/portal/desktop");
    const QString face = QStringLiteral("org.freedesktop.portal.Settings");
    bus.connect(service, path, face, QStringLiteral("SettingChanged"), this,
                SLOT(settingChanged(QString, QString, QDBusVariant)));
    QDBusMessage call = QDBusMessage::createMethodCall(service, path, face, QStringLiteral("Read"));
    call << appearanceGroup() << schemeKey();
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call, 2000), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (!reply.isError())
            take(reply.value().variant());
        watcher->deleteLater();
    });
}

void Desktop::settingChanged(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group == appearanceGroup() && key == schemeKey())
        take(value.variant());
}

void Desktop::take(const QVariant &value)
{
    // Read wraps the number in two variants, SettingChanged in one.
    const QVariant inner = value.metaType() == QMetaType::fromType<QDBusVariant>()
        ? value.value<QDBusVariant>().variant()
        : value;
    if (const std::optional<bool> dark = darkFromColorScheme(inner.toUInt()))
        emit darkWanted(*dark);
}
#else
void Desktop::watch() {}
void Desktop::settingChanged(const QString &, const QString &, const QDBusVariant &) {}
void Desktop::take(const QVariant &) {}
#endif

} // namespace tlsrpt

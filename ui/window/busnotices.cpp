// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/busnotices.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QVariantMap>

namespace tlsrpt
{

namespace
{

const QString service = QStringLiteral("org.freedesktop.Notifications");
const QString path = QStringLiteral("/org/freedesktop/Notifications");
const QString defaultAction = QStringLiteral("default"); // a click on the notice itself

} // namespace

BusNotices::BusNotices(std::unique_ptr<NoticeBoard> otherwise) : m_otherwise(std::move(otherwise))
{
    connect(m_otherwise.get(), &NoticeBoard::chosen, this, &NoticeBoard::chosen);
}

bool BusNotices::listen()
{
    if (m_listening)
        return true;
    QDBusConnection bus = QDBusConnection::sessionBus();
    m_listening = bus.isConnected()
        && bus.connect(service, path, service, QStringLiteral("ActionInvoked"), this,
                       SLOT(actionInvoked(uint, QString)))
        && bus.connect(service, path, service, QStringLiteral("NotificationClosed"), this,
                       SLOT(notificationClosed(uint, uint)));
    return m_listening;
}

void BusNotices::show(const DesktopNotice &notice)
{
    if (!listen()) {
        m_otherwise->show(notice);
        return;
    }
    QDBusMessage call = QDBusMessage::createMethodCall(service, path, service, QStringLiteral("Notify"));
    const QVariantMap hints{{QStringLiteral("desktop-entry"), QStringLiteral("tlsrpt-viewer")}};
    // The text may hold markup: names from reports must not be read as such.
    call << tr("TLS Report Viewer") << 0u << QStringLiteral("tlsrpt-viewer") << notice.title
         << notice.text.toHtmlEscaped() << QStringList{defaultAction, tr("Show")} << hints << -1;
    auto *answer = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer, notice] {
        answered(*answer, notice);
        answer->deleteLater();
    });
}

void BusNotices::answered(const QDBusPendingCallWatcher &answer, const DesktopNotice &notice)
{
    const QDBusPendingReply<uint> id = answer;
    if (id.isError())
        m_otherwise->show(notice); // a bus, and nobody on it who shows notices
    else
        m_keys.insert(id.value(), notice.key);
}

void BusNotices::actionInvoked(uint id, const QString &action)
{
    const auto key = m_keys.constFind(id); // others' notices are told too
    if (key != m_keys.cend() && action == defaultAction)
        emit chosen(*key);
}

void BusNotices::notificationClosed(uint id, uint)
{
    m_keys.remove(id);
}

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
// Notices by the Desktop Notifications Specification (org.freedesktop.Notifications, version 1.2).
#pragma once

#include "ui/window/notices.h"

#include <QHash>

class QDBusPendingCallWatcher;

namespace tlsrpt
{

class BusNotices final : public NoticeBoard
{
    Q_OBJECT
public:
    /// `otherwise` shows what the bus does not take.
    explicit BusNotices(std::unique_ptr<NoticeBoard> otherwise);

    void show(const DesktopNotice &notice) override;

private slots:
    void actionInvoked(uint id, const QString &action);
    void notificationClosed(uint id, uint reason);

private:
    bool listen();
    void answered(const QDBusPendingCallWatcher &answer, const DesktopNotice &notice);

    std::unique_ptr<NoticeBoard> m_otherwise;
    QHash<uint, QString> m_keys; ///< of the notices that stand, by the service's number
    bool m_listening = false;
};

} // namespace tlsrpt

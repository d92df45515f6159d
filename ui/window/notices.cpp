// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/notices.h"

#ifdef TLSRPT_DBUS
#include "ui/window/busnotices.h"
#endif

#include <QApplication>
#include <QIcon>
#include <QSystemTrayIcon>
#include <QTimer>
#include <QWidget>

#include <chrono>

namespace tlsrpt
{

using namespace std::chrono_literals;

namespace
{

/// The window sets its icon itself; the application has none.
QIcon programIcon()
{
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (const QWidget *window : windows) {
        if (!window->windowIcon().isNull())
            return window->windowIcon();
    }
    return QIcon::fromTheme(QStringLiteral("tlsrpt-viewer"));
}

/// An icon that is there as long as its message.
class TrayNotices final : public NoticeBoard
{
public:
    TrayNotices()
    {
        m_away.setSingleShot(true);
        m_away.setInterval(15s);
        connect(&m_away, &QTimer::timeout, this, [this] { m_icon.reset(); });
    }

    void show(const DesktopNotice &notice) override
    {
        const QIcon icon = programIcon();
        if (icon.isNull() || !QSystemTrayIcon::isSystemTrayAvailable()
            || !QSystemTrayIcon::supportsMessages())
            return;
        m_icon = std::make_unique<QSystemTrayIcon>(icon);
        m_icon->setToolTip(notice.title);
        const auto choose = [this, key = notice.key] { emit chosen(key); };
        connect(m_icon.get(), &QSystemTrayIcon::messageClicked, this, choose);
        connect(m_icon.get(), &QSystemTrayIcon::activated, this, choose);
        m_icon->show();
        m_icon->showMessage(notice.title, notice.text, icon, static_cast<int>(m_away.interval()));
        m_away.start();
    }

private:
    std::unique_ptr<QSystemTrayIcon> m_icon;
    QTimer m_away;
};

} // namespace

std::unique_ptr<NoticeBoard> desktopNotices()
{
    auto tray = std::make_unique<TrayNotices>();
#ifdef TLSRPT_DBUS
    return std::make_unique<BusNotices>(std::move(tray));
#else
    return tray;
#endif
}

} // namespace tlsrpt

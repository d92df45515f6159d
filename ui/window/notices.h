// SPDX-License-Identifier: GPL-3.0-or-later
// Notices of the desktop, the one place that knows how a desktop shows them.
#pragma once

#include <QObject>

#include <memory>

namespace tlsrpt
{

struct DesktopNotice {
    QString title;
    QString text; ///< plain
    QString key;  ///< given back when it is chosen

    bool operator==(const DesktopNotice &) const = default;
};

/// Where notices are shown; tests have one of their own.
class NoticeBoard : public QObject
{
    Q_OBJECT
public:
    virtual void show(const DesktopNotice &notice) = 0;

signals:
    void chosen(const QString &key);
};

/// The desktop's: its notification service where the session bus has one, else an icon in the
/// system tray, else nothing. Asks for neither before the first notice.
std::unique_ptr<NoticeBoard> desktopNotices();

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the desktop wants dark windows. QStyleHints::colorScheme comes only with Qt 6.5, so the
// settings portal (org.freedesktop.appearance) is asked, never waited for.
#pragma once

#include <QObject>

#include <optional>

#ifdef TLSRPT_DBUS
#include <QDBusVariant>
#else
class QDBusVariant;
#endif
class QPalette;

namespace tlsrpt
{

/// "color-scheme" of the portal: 1 dark, 2 light, everything else no preference.
std::optional<bool> darkFromColorScheme(uint value);
/// Whether a palette's window is darker than its text.
bool isDarkPalette(const QPalette &palette);

class Desktop : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /// Asks once and listens from then on. Does nothing without a session bus.
    void watch();

signals:
    void darkWanted(bool dark);

private slots:
    void settingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void take(const QVariant &value);
    bool m_watching = false;
};

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
// Builds what a start of the window needs and keeps it together.
#pragma once

#include "core/base/clock.h"
#include "core/settings/mailboxes.h"
#include "core/settings/mailboxsecrets.h"
#include "core/settings/settings.h"
#include "ui/theme/theme.h"
#include "ui/window/singleinstance.h"

#include <memory>

class QApplication;

namespace tlsrpt
{

class MainWindow;

class Composition
{
public:
    /// `archive` empty: the one of the settings.
    Composition(QApplication &application, Settings &settings, const QString &archive);
    ~Composition();

    /// False when another window of this archive took the paths.
    bool open(const QStringList &paths);

private:
    SystemClock m_clock;
    Settings &m_settings;
    Theme m_theme;
    Mailboxes m_mailboxes;
    MailboxSecrets m_secrets;
    QString m_archive;
    SingleInstance m_instance;
    std::unique_ptr<MainWindow> m_window;
};

/// The archive that a start without --archive opens.
QString archiveOf(const Settings &settings);

} // namespace tlsrpt

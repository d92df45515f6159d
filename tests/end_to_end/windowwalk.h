// SPDX-License-Identifier: GPL-3.0-or-later
// The real window on the bundled samples, and what can be found wrong with what it shows.
#pragma once

#include "core/settings/mailboxes.h"
#include "core/settings/mailboxsecrets.h"
#include "core/settings/settings.h"
#include "ui/theme/theme.h"
#include "ui/window/mainwindow.h"

#include <QTemporaryDir>

#include <functional>

namespace tlsrpt::test
{

/// As the composition builds it, with an archive and settings of its own.
class Desk
{
public:
    enum class Filled { No, WithSamples };
    explicit Desk(Filled filled, Appearance appearance = Appearance::Light);
    /// With what is imported from these files and folders.
    explicit Desk(const QStringList &paths, Appearance appearance = Appearance::Light);

    /// Shows the window at 1366 × 768 and waits until it is the active one and has its facts.
    void open();
    /// Goes through every screen: shows it, waits until it stands, selects its first row, opens
    /// what can be opened, and calls `look` with a name after each step.
    void walk(const std::function<void(const QString &)> &look);
    /// Shows a screen, selects its first row and opens it with Return.
    void choose(const QString &page);
    MainWindow &window() { return *m_window; }
    QString file(const QString &name) const { return m_folder.filePath(name); }
    QString archive() const { return file(QStringLiteral("archive.sqlite")); }
    /// Every text of the reports and every name of a file in the archive: not ours to translate.
    QStringList data() const;

private:
    void import(const QStringList &paths, qint64 least);
    void settle();
    bool selectFirstRow();

    QTemporaryDir m_folder;
    SystemClock m_clock;
    Settings m_settings;
    Mailboxes m_mailboxes;
    MailboxSecrets m_secrets;
    Theme m_theme;
    std::unique_ptr<MainWindow> m_window;
};

/// A list is looked at down to here.
inline constexpr int rowsLookedAt = 20;

QList<QWidget *> visibleWidgets(const QWidget &root);
/// Parts that Qt makes inside its widgets: arrows of tab bars, corners of tables.
bool isQtsOwn(const QWidget &widget);
/// Visible widgets that a person acts on, without Qt's own parts.
QList<QWidget *> interactiveWidgets(const QWidget &root);
/// Class, object name and text, for a finding.
QString nameOf(const QWidget &widget);

/// What a screen reader would miss: widgets without name or role, cells without words.
QStringList missingForScreenReaders(const QWidget &root);
/// Interactive widgets that Tab alone does not reach.
QStringList unreachedByTab(QWidget &root);
/// Visible texts that are neither marked as translated nor data.
QStringList untranslated(const QWidget &root, const QStringList &data);
/// Texts that do not fit their widget and do not say the whole in a tool tip.
QStringList clipped(const QWidget &root);

} // namespace tlsrpt::test

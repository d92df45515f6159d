// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the main window and what they tell each other.
#pragma once

#include "ui/mailboxes/mailboxdesk.h"
#include "ui/mailboxes/mailboxwatches.h"
#include "ui/window/actions.h"
#include "ui/window/archivedesk.h"
#include "ui/window/commands.h"
#include "ui/window/digest.h"
#include "ui/window/navigator.h"
#include "ui/window/notifier.h"
#include "ui/window/pages.h"

class QStackedWidget;

namespace tlsrpt
{

class ArchiveErrorPage;
class FilterBar;
class FirstStartPage;
class MainWindow;
struct MailAccess;
class PageFrame;
class SideBar;
class StateView;
class StatusLine;

class WindowParts : public QObject
{
    Q_OBJECT
public:
    WindowParts(MainWindow &window, const Clock &clock, Settings &settings, Theme &theme, const MailAccess &mail);
    ~WindowParts() override;

    ArchiveDesk &desk() { return m_desk; }
    Navigator &navigator() { return m_navigator; }
    void setCompact(bool compact);
    void setDropHot(bool hot);
    /// Page, filter and place in each of the user's own archives, for the next start.
    QVariantMap visitsToKeep() const;
    void restoreVisits(const QVariantMap &visits) { m_visits = visits; } ///< before an archive is opened

private:
    void layOut();
    void connectParts();
    void connectWaysOut();
    void connectImport();
    void connectMailboxes();
    void connectNotices();
    void connectArchive();
    void archiveOpening();
    void remember(const QString &path);
    QString usualArchive() const;
    void settingsChanged();
    void factsChanged();
    void updateDigest(const Digest &digest);
    void updateShown();
    void updateImporting();
    void updateBadge();
    void pageChanged(const QString &name);
    void importFinished(const ImportOutcome &outcome);
    void showError(const Error &error);

    MainWindow &m_window;
    Settings &m_settings;
    Theme &m_theme;
    ArchiveSession m_session;
    DiagnosisSession m_diagnosis; ///< before the pages, after what it reads
    Notifier m_notifier;
    FilterState m_filter;
    Context m_context;
    ImportQueue m_queue;
    MailboxFetcher m_fetcher;
    MailboxWatches m_watches;
    PageFrame *m_frame;
    QStackedWidget *m_stack; ///< of pages, below the filter bar
    Pages m_pages;
    Navigator m_navigator;
    Actions m_actions;
    ArchiveDesk m_desk;
    MailboxDesk *m_mailboxDesk; ///< of the window, as its dialogs are
    Commands *m_commands;
    SideBar *m_sideBar;
    FilterBar *m_filterBar;
    StatusLine *m_status;
    QWidget *m_content;
    StateView *m_opening;    ///< while the archive opens
    FirstStartPage *m_first;
    ArchiveErrorPage *m_errorPage;
    QString m_settingsArchive;
    QString m_shownArchive;
    QVariantMap m_visits; ///< of the archives that were open before, by path
    bool m_hasReports = false;
};

} // namespace tlsrpt

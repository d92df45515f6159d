// SPDX-License-Identifier: GPL-3.0-or-later
// Every action of the window, in menus, with its shortcut.
#pragma once

#include "core/settings/settings.h"
#include "ui/export/summary.h"

#include <QAction>
#include <QList>

#include <utility>

class QActionGroup;
class QMainWindow;
class QMenu;

namespace tlsrpt
{

class Theme;

class Actions : public QObject
{
    Q_OBJECT
public:
    /// Fills the window's menu bar. `pages` are (name, title) pairs for View.
    Actions(QMainWindow &window, const Theme &theme, const QList<std::pair<QString, QString>> &pages);

    QAction *openFiles, *openFolder, *watchFolder, *addMailbox, *fetchMail, *samples, *newArchive, *openArchive, *backUp;
    QAction *pauseImport, *cancelImport;
    QAction *exportPdf, *exportHtml, *exportCsvAll, *exportJson, *exportOriginals, *preview, *quit;
    QAction *copy, *copyCsv, *find, *undo, *preferences;
    QAction *filterPeriod, *filterDomain, *filterSender, *filterTrack, *onlyFailures, *clearFilters;
    QAction *back, *forward;
    QAction *enforce, *checkArchive, *deleteReports;
    QAction *aboutReports, *shortcuts, *about;
    QMenu *importMenu; ///< every way in: for the button of the side bar

    /// A page's own actions, at the head of the Tools menu.
    void addToTools(const QList<QAction *> &actions);
    void setAppearance(Appearance appearance);
    void setPage(const QString &name);
    void setPageEnabled(const QString &name, bool enabled);
    /// What needs reports to make sense.
    void setHasReports(bool has);
    /// What is written into the open archive by itself or from now on.
    void setArchiveOpen(bool open);
    void setSampleShown(bool shown);
    void setImporting(bool running, bool paused);
    /// (text, shortcut) of every action that has one, in the order of the menus, and of keys that have no action.
    QList<std::pair<QString, QString>> shortcutList() const;

signals:
    void pageChosen(const QString &name);
    void appearanceChosen(tlsrpt::Appearance appearance);
    void csvTableChosen(tlsrpt::CsvTable table);

private:
    QAction *add(QMenu *menu, const QString &text, const QKeySequence &key = {},
                 const QString &tip = {});
    void buildFile();
    void buildExport(QMenu *file);
    void buildEdit();
    void buildView(const QList<std::pair<QString, QString>> &pages);
    void buildGo();
    void buildTools();
    void buildHelp();
    void tint();

    QMainWindow &m_window;
    QMenu *m_tools = nullptr;
    const Theme &m_theme;
    QActionGroup *m_pages;
    QActionGroup *m_appearances;
    QList<QAction *> m_all;
    QList<QAction *> m_needReports;
};

} // namespace tlsrpt

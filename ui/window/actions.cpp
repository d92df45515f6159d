// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/actions.h"

#include "ui/theme/theme.h"

#include <QActionGroup>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

namespace tlsrpt
{

Actions::Actions(QMainWindow &window, const Theme &theme,
                 const QList<std::pair<QString, QString>> &pages)
    : QObject(&window), m_window(window), m_theme(theme), m_pages(new QActionGroup(this)),
      m_appearances(new QActionGroup(this))
{
    buildFile();
    buildEdit();
    buildView(pages);
    buildGo();
    buildTools();
    buildHelp();
    connect(&theme, &Theme::changed, this, &Actions::tint);
    tint();
}

QAction *Actions::add(QMenu *menu, const QString &text, const QKeySequence &key, const QString &tip)
{
    auto *action = new QAction(text, this);
    action->setShortcut(key);
    if (!tip.isEmpty())
        action->setStatusTip(tip);
    menu->addAction(action);
    m_all << action;
    return action;
}

void Actions::buildFile()
{
    QMenu *menu = m_window.menuBar()->addMenu(tr("&File"));
    openFiles = add(menu, tr("&Open files…"), QKeySequence::Open,
                    tr("Import report files, mails, mailboxes and zip files"));
    openFolder = add(menu, tr("Open fo&lder…"), QKeySequence(u"Ctrl+Shift+O"_qs),
                     tr("Import everything in a folder and the folders in it"));
    watchFolder = add(menu, tr("&Watch a folder…"), QKeySequence(u"Ctrl+Shift+W"_qs),
                      tr("Import new files of a folder by themselves"));
    addMailbox = add(menu, tr("Add a &mailbox…"), QKeySequence(u"Ctrl+Shift+I"_qs),
                     tr("Fetch reports by themselves from where they arrive"));
    fetchMail = add(menu, tr("Fe&tch mail"), QKeySequence(u"F5"_qs),
                    tr("Look for new reports in all mailboxes now"));
    samples = add(menu, tr("Sample &reports"), {},
                  tr("Three domains over 120 days, in an archive of their own"));
    menu->addSeparator();
    pauseImport = add(menu, tr("Pa&use import"), QKeySequence(u"Ctrl+Alt+P"_qs));
    cancelImport = add(menu, tr("&Stop import"), QKeySequence(u"Ctrl+Alt+C"_qs),
                       tr("What is read by now stays"));
    menu->addSeparator();
    newArchive = add(menu, tr("&New archive…"), QKeySequence(u"Ctrl+Shift+N"_qs));
    openArchive = add(menu, tr("Open &archive…"), QKeySequence(u"Ctrl+Shift+A"_qs));
    backUp = add(menu, tr("&Back up archive…"), QKeySequence(u"Ctrl+Shift+B"_qs));
    menu->addSeparator();
    buildExport(menu);
    preview = add(menu, tr("Print pre&view…"), QKeySequence::Print);
    menu->addSeparator();
    quit = add(menu, tr("&Quit"), QKeySequence(u"Ctrl+Q"_qs));
    quit->setMenuRole(QAction::QuitRole);

    importMenu = new QMenu(&m_window);
    importMenu->addAction(openFiles);
    importMenu->addAction(openFolder);
    importMenu->addAction(watchFolder);
    importMenu->addSeparator();
    importMenu->addAction(addMailbox);
    importMenu->addAction(fetchMail);
    m_needReports << preview << backUp;
}

void Actions::buildExport(QMenu *file)
{
    QMenu *menu = file->addMenu(tr("&Export"));
    exportPdf = add(menu, tr("As &PDF…"), QKeySequence(u"Ctrl+Shift+P"_qs));
    exportHtml = add(menu, tr("As &HTML…"), QKeySequence(u"Ctrl+Shift+H"_qs));
    QMenu *csv = menu->addMenu(tr("As &CSV"));
    exportCsvAll = add(csv, tr("&All tables into a folder…"), QKeySequence(u"Ctrl+Shift+E"_qs));
    csv->addSeparator();
    const QList<std::pair<CsvTable, QString>> tables{{CsvTable::Days, tr("&Days…")},
                                                 {CsvTable::Domains, tr("D&omains…")},
                                                 {CsvTable::Senders, tr("&Senders…")},
                                                 {CsvTable::Servers, tr("&Mail servers…")},
                                                 {CsvTable::ResultTypes, tr("&Result types…")},
                                                 {CsvTable::Policies, tr("&Policies seen…")}};
    for (const auto &[table, text] : tables) {
        QAction *action = add(csv, text);
        connect(action, &QAction::triggered, this, [this, t = table] { emit csvTableChosen(t); });
        m_needReports << action;
    }
    exportJson = add(menu, tr("As &JSON…"), QKeySequence(u"Ctrl+Shift+J"_qs));
    menu->addSeparator();
    exportOriginals = add(menu, tr("&Original files…"), QKeySequence(u"Ctrl+Alt+S"_qs),
                          tr("Write the reports of the filter back as they came, byte for byte"));
    m_needReports << exportPdf << exportHtml << exportCsvAll << exportJson << exportOriginals;
}

void Actions::buildEdit()
{
    QMenu *menu = m_window.menuBar()->addMenu(tr("&Edit"));
    copy = add(menu, tr("&Copy"), QKeySequence::Copy);
    copyCsv = add(menu, tr("Copy table as C&SV"), QKeySequence(u"Ctrl+Shift+C"_qs));
    find = add(menu, tr("&Find"), QKeySequence::Find);
    menu->addSeparator();
    undo = add(menu, tr("&Undo"), QKeySequence::Undo);
    undo->setEnabled(false);
    menu->addSeparator();
    preferences = add(menu, tr("&Preferences…"), QKeySequence(u"Ctrl+,"_qs));
    preferences->setMenuRole(QAction::PreferencesRole);
    m_needReports << copyCsv;
}

void Actions::buildView(const QList<std::pair<QString, QString>> &pages)
{
    QMenu *menu = m_window.menuBar()->addMenu(tr("&View"));
    int number = 0;
    for (const auto &[name, title] : pages) {
        QAction *action = add(menu, title, QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + number++)));
        action->setCheckable(true);
        action->setData(name);
        m_pages->addAction(action);
    }
    connect(m_pages, &QActionGroup::triggered, this,
            [this](QAction *action) { emit pageChosen(action->data().toString()); });
    menu->addSeparator();
    filterPeriod = add(menu, tr("Filter by &period…"), QKeySequence(u"Alt+1"_qs));
    filterDomain = add(menu, tr("Filter by &domain…"), QKeySequence(u"Alt+2"_qs));
    filterSender = add(menu, tr("Filter by &sender…"), QKeySequence(u"Alt+3"_qs));
    filterTrack = add(menu, tr("Filter by &track…"), QKeySequence(u"Alt+4"_qs));
    onlyFailures = add(menu, tr("Only &failures"), QKeySequence(u"Ctrl+Shift+F"_qs));
    onlyFailures->setCheckable(true);
    clearFilters = add(menu, tr("&Clear filters"), QKeySequence(u"Ctrl+Backspace"_qs));
    m_needReports << filterPeriod << filterDomain << filterSender << filterTrack << onlyFailures << clearFilters;
    menu->addSeparator();
    QMenu *looks = menu->addMenu(tr("&Appearance"));
    const QList<std::pair<Appearance, QString>> choices{{Appearance::System, tr("Like the &desktop")},
                                                    {Appearance::Light, tr("&Light")},
                                                    {Appearance::Dark, tr("D&ark")}};
    for (const auto &[appearance, text] : choices) {
        QAction *action = add(looks, text);
        action->setCheckable(true);
        action->setData(static_cast<int>(appearance));
        m_appearances->addAction(action);
    }
    connect(m_appearances, &QActionGroup::triggered, this, [this](QAction *action) {
        emit appearanceChosen(static_cast<Appearance>(action->data().toInt()));
    });
}

void Actions::buildGo()
{
    QMenu *menu = m_window.menuBar()->addMenu(tr("&Go"));
    back = add(menu, tr("&Back"), QKeySequence(u"Alt+Left"_qs));
    forward = add(menu, tr("&Forward"), QKeySequence(u"Alt+Right"_qs));
    back->setEnabled(false);
    forward->setEnabled(false);
}

void Actions::buildTools()
{
    QMenu *menu = m_tools = m_window.menuBar()->addMenu(tr("&Tools"));
    enforce = add(menu, tr("Is it safe to &enforce?"), QKeySequence(u"Ctrl+Shift+S"_qs),
                  tr("What enforce would have refused, and what to do before"));
    menu->addSeparator();
    checkArchive = add(menu, tr("&Check archive"), QKeySequence(u"F9"_qs),
                       tr("Look for damage in the archive's file"));
    deleteReports = add(menu, tr("&Delete reports…"), QKeySequence(u"Ctrl+Shift+Del"_qs));
    m_needReports << enforce << deleteReports;
}

void Actions::buildHelp()
{
    QMenu *menu = m_window.menuBar()->addMenu(tr("&Help"));
    aboutReports = add(menu, tr("&What are TLS reports?"), QKeySequence::HelpContents);
    shortcuts = add(menu, tr("&Keyboard shortcuts"), QKeySequence(u"Ctrl+F1"_qs));
    menu->addSeparator();
    about = add(menu, tr("&About TLS Report Viewer"));
    about->setMenuRole(QAction::AboutRole);
}

void Actions::tint()
{
    const QList<std::pair<QAction *, QString>> icons{
        {back, u"chevron-left"_qs},           {forward, u"chevron-right"_qs},   {openFiles, u"file"_qs},
        {openFolder, u"folder"_qs},   {addMailbox, u"mail"_qs},  {copy, u"copy"_qs},         {find, u"search"_qs},
    };
    for (const auto &[action, name] : icons)
        action->setIcon(m_theme.icon(name));
}

void Actions::addToTools(const QList<QAction *> &actions)
{
    QAction *first = m_tools->actions().constFirst();
    m_tools->insertActions(first, actions);
    m_tools->insertSeparator(first);
    m_all << actions;
}

void Actions::setAppearance(Appearance appearance)
{
    for (QAction *action : m_appearances->actions())
        action->setChecked(action->data().toInt() == static_cast<int>(appearance));
}

void Actions::setPage(const QString &name)
{
    for (QAction *action : m_pages->actions())
        action->setChecked(action->data().toString() == name);
}

void Actions::setPageEnabled(const QString &name, bool enabled)
{
    for (QAction *action : m_pages->actions()) {
        if (action->data().toString() == name)
            action->setEnabled(enabled);
    }
}

void Actions::setHasReports(bool has)
{
    for (QAction *action : std::as_const(m_needReports))
        action->setEnabled(has);
}

void Actions::setArchiveOpen(bool open)
{
    for (QAction *action : {watchFolder, addMailbox, fetchMail})
        action->setEnabled(open);
}

void Actions::setSampleShown(bool shown)
{
    samples->setText(shown ? tr("Back to my a&rchive") : tr("Sample &reports"));
}

void Actions::setImporting(bool running, bool paused)
{
    pauseImport->setEnabled(running);
    cancelImport->setEnabled(running);
    pauseImport->setText(paused ? tr("&Go on with the import") : tr("Pa&use import"));
}

QList<std::pair<QString, QString>> Actions::shortcutList() const
{
    QList<std::pair<QString, QString>> list;
    for (const QAction *action : m_all) {
        if (!action->shortcut().isEmpty())
            list << std::pair(action->iconText(), action->shortcut().toString(QKeySequence::NativeText));
    }
    list << std::pair(tr("Delete the selected reports"), QKeySequence(QKeySequence::Delete).toString(QKeySequence::NativeText));
    return list;
}

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/windowparts.h"

#include "ui/window/archiveerrorpage.h"
#include "ui/window/filterbar.h"
#include "ui/window/firststartpage.h"
#include "ui/window/mainwindow.h"
#include "ui/window/pageframe.h"
#include "ui/window/sidebar.h"
#include "ui/window/statusline.h"
#include "ui/widgets/rowmenu.h"
#include "ui/widgets/stateview.h"
#include "ui/words/words.h"

#include <QApplication>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMessageBox>
#include <QStackedWidget>
#include <QThreadPool>

namespace tlsrpt
{

static QList<std::pair<QString, QString>> titles(const Pages &pages)
{
    QList<std::pair<QString, QString>> list;
    for (const NamedPage &named : pages.all) {
        if (named.inSideBar())
            list << std::pair(named.name, named.page->title());
    }
    return list;
}

WindowParts::WindowParts(MainWindow &window, const Clock &clock, Settings &settings, Theme &theme,
                         const MailAccess &mail)
    : m_window(window), m_settings(settings), m_theme(theme), m_session(&window), m_diagnosis(m_session, clock),
      m_notifier(m_diagnosis, settings), m_filter(&window),
      m_context{clock, settings, theme, m_session, m_filter, m_diagnosis}, m_queue(m_context),
      m_fetcher(m_context, m_queue, mail.mailboxes, mail.secrets), m_watches(m_fetcher, mail.mailboxes, clock),
      m_frame(new PageFrame(theme, &window)), m_stack(new QStackedWidget),
      m_pages(makePages(m_context, m_queue, m_stack)), m_navigator(m_filter, *m_stack),
      m_actions(window, theme, titles(m_pages)), m_desk(m_context, m_queue),
      m_mailboxDesk(new MailboxDesk({theme, mail.mailboxes, mail.secrets, m_fetcher}, window)),
      m_commands(new Commands(
          m_context, {m_actions, m_desk, m_navigator, m_queue, *m_pages.sources, *m_pages.findings, *m_mailboxDesk}, window)),
      m_sideBar(new SideBar(theme, &window)),
      m_filterBar(new FilterBar(m_filter, theme, m_actions.back, m_actions.forward)),
      m_status(new StatusLine(theme, &window)), m_content(new QWidget), m_opening(new StateView(theme, new QWidget)),
      m_first(new FirstStartPage(theme)), m_errorPage(new ArchiveErrorPage(theme)),
      m_settingsArchive(settings.archivePath())
{
    layOut();
    connectParts();
    connectImport();
    connectMailboxes();
    connectNotices();
    connectArchive();
}

WindowParts::~WindowParts()
{
    // Everything that runs ends before those it would answer, and pages before what they were
    // given. What an import has committed stays.
    m_fetcher.setArchive({});
    m_queue.cancel();
    m_commands->stop();
    m_session.finish();
    m_desk.work().finish();
    QThreadPool::globalInstance()->waitForDone();
    delete m_window.centralWidget();
}

void WindowParts::setCompact(bool compact) { m_sideBar->setCompact(compact); }

void WindowParts::setDropHot(bool hot) { m_first->setDropHot(hot); }

QVariantMap WindowParts::visitsToKeep() const
{
    QVariantMap visits = m_visits;
    visits.insert(m_shownArchive, m_navigator.save());
    visits.remove(m_desk.samplesPath());
    erase_if(visits, [](const QVariantMap::iterator &visit) { return !QFileInfo::exists(visit.key()); });
    return visits;
}

void WindowParts::layOut()
{
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_filterBar);
    column->addWidget(m_stack, 1);
    for (QWidget *sheet : {static_cast<QWidget *>(m_opening), m_content, static_cast<QWidget *>(m_first), static_cast<QWidget *>(m_errorPage)})
        m_frame->stack().addWidget(sheet);
    auto *central = new QWidget(&m_window);
    auto *row = new QHBoxLayout(central);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_sideBar);
    row->addWidget(m_frame, 1);
    m_window.setCentralWidget(central);
    m_window.setStatusBar(m_status);
    for (const NamedPage &named : m_pages.all) {
        m_navigator.addPage(named.name, named.page);
        if (named.inSideBar())
            m_sideBar->addPage(named.name, named.name, named.page->title());
        for (RowMenu *menu : named.page->findChildren<RowMenu *>())
            menu->setCommon({m_actions.copy, m_actions.copyCsv});
    }
    m_actions.addToTools(m_pages.findings->findingActions());
    m_sideBar->setImportMenu(m_actions.importMenu);
    auto *panel = new ImportPanel(m_queue, m_theme, m_frame);
    connect(panel, &ImportPanel::showDetails, this, [this] { m_navigator.show(u"sources"_qs); });
    // Sources tells what became of every file, where the panel would stand.
    const auto giveWay = [this, panel] {
        if (m_navigator.currentName() == u"sources")
            panel->dismiss();
    };
    connect(&m_navigator, &Navigator::pageChanged, panel, giveWay);
    connect(&m_queue, &ImportQueue::finished, panel, giveWay);
}

void WindowParts::connectParts()
{
    connect(m_sideBar, &SideBar::chosen, &m_navigator, &Navigator::show);
    connect(m_filterBar, &FilterBar::findChanged, &m_navigator, &Navigator::find);
    connect(m_filterBar, &FilterBar::editingStarted, &m_navigator, &Navigator::beginGroup);
    connect(m_filterBar, &FilterBar::editingFinished, &m_navigator, &Navigator::endGroup);
    using Chip = FilterBar::Chip;
    for (const auto &[action, chip] : {std::pair(m_actions.filterPeriod, Chip::Period), {m_actions.filterDomain, Chip::Domain},
                                       {m_actions.filterSender, Chip::Sender}, {m_actions.filterTrack, Chip::Track}})
        connect(action, &QAction::triggered, m_filterBar, [this, chip = chip] { m_filterBar->open(chip); });
    connect(&m_navigator, &Navigator::pageChanged, this, [this](const QString &name) { pageChanged(name); });
    connect(&m_navigator, &Navigator::historyChanged, this, [this] {
        m_actions.back->setEnabled(m_navigator.canGoBack());
        m_actions.forward->setEnabled(m_navigator.canGoForward());
    });
    connect(&m_filter, &FilterState::changed, this,
            [this] { m_actions.onlyFailures->setChecked(m_filter.filter().onlyFailures); });
    connect(m_commands, &Commands::told, m_status, &StatusLine::tell);
    connect(m_commands, &Commands::failed, this, [this](const Error &error) { showError(error); });
    connect(m_commands, &Commands::findRequested, m_filterBar, &FilterBar::focusFind);
    connect(m_commands, &Commands::archiveChosen, &m_window, &MainWindow::openArchive);
    connect(&m_settings, &Settings::changed, this, [this] { settingsChanged(); });
    m_actions.setAppearance(m_settings.appearance());
    connect(m_pages.findings, &FindingsPage::told, m_status, &StatusLine::tell);
    connect(m_pages.enforce, &EnforcePage::told, m_status, &StatusLine::tell);
    connect(m_pages.findings, &FindingsPage::failed, this, [this](const Error &error) { showError(error); });
    connectWaysOut();
}

void WindowParts::connectWaysOut()
{
    connect(m_first, &FirstStartPage::openFiles, m_commands, &Commands::openFiles);
    connect(m_first, &FirstStartPage::openFolder, m_commands, &Commands::openFolder);
    connect(m_first, &FirstStartPage::addMailbox, m_mailboxDesk, &MailboxDesk::add);
    connect(m_first, &FirstStartPage::openSamples, &m_desk, &ArchiveDesk::showSamples);
    connect(m_errorPage, &ArchiveErrorPage::tryAgain, &m_desk, &ArchiveDesk::openAgain);
    connect(m_errorPage, &ArchiveErrorPage::openOther, m_commands, &Commands::openArchive);
    connect(m_errorPage, &ArchiveErrorPage::makeNew, m_commands, &Commands::newArchive);
    connect(m_errorPage, &ArchiveErrorPage::goBack, &m_desk, &ArchiveDesk::change);
    connect(m_errorPage, &ArchiveErrorPage::rescue, m_commands, &Commands::rescue);
}

void WindowParts::connectImport()
{
    const auto update = [this] { updateImporting(); };
    connect(&m_queue, &ImportQueue::started, this, update);
    connect(&m_queue, &ImportQueue::progressed, this, update);
    connect(&m_queue, &ImportQueue::failed, this, update);
    connect(&m_queue, &ImportQueue::finished, this,
            [this](const ImportOutcome &outcome) { importFinished(outcome); });
    updateImporting();
}

void WindowParts::connectMailboxes()
{
    const auto show = [this] { m_pages.sources->setMailboxes(m_fetcher.rows()); };
    connect(&m_fetcher, &MailboxFetcher::changed, this, show);
    connect(&m_desk, &ArchiveDesk::opening, &m_fetcher, [this] { m_fetcher.setArchive({}); });
    connect(&m_desk, &ArchiveDesk::opened, &m_fetcher, [this] {
        // Samples are not kept, so nothing is fetched into them.
        m_fetcher.setArchive(m_desk.samplesShown() ? QString() : m_desk.path());
    });
    show();
}

void WindowParts::connectNotices()
{
    connect(&m_queue, &ImportQueue::started, &m_notifier, [this] { m_notifier.setImporting(true); });
    const auto ended = [this] { m_notifier.setImporting(m_queue.running()); };
    connect(&m_queue, &ImportQueue::finished, &m_notifier, ended);
    connect(&m_queue, &ImportQueue::failed, &m_notifier, ended);
    connect(&m_notifier, &Notifier::findingChosen, this, [this](const QString &key) {
        m_window.comeToFront();
        m_navigator.goTo(u"findings"_qs, {}, key);
    });
}

void WindowParts::connectArchive()
{
    connect(&m_session, &ArchiveSession::factsChanged, this, [this] { factsChanged(); });
    connect(&m_diagnosis, &DiagnosisSession::changed, this, [this] { updateBadge(); });
    connect(&m_desk, &ArchiveDesk::opening, this, [this] { archiveOpening(); });
    connect(&m_desk, &ArchiveDesk::failed, this, [this](const Error &error) {
        m_status->setNotOpen();
        m_errorPage->setError(error, m_desk.path());
        m_errorPage->setWayBack(usualArchive());
        updateShown();
        m_errorPage->focusWay();
    });
    connect(&m_desk, &ArchiveDesk::waitingChanged, m_errorPage,
            [this] { m_errorPage->setWaiting(m_desk.waiting()); });
    connect(&m_desk, &ArchiveDesk::upgraded, m_commands, &Commands::tellUpgrade);
    connect(&m_desk, &ArchiveDesk::testing, this,
            [this](const QString &path) { m_status->tell(tr("Opening %1…").arg(shortPath(path))); });
    connect(&m_desk, &ArchiveDesk::chosen, this, [this](const QString &path) { remember(path); });
    connect(&m_desk, &ArchiveDesk::refused, this, [this](const Error &error, const QString &path) {
        m_status->clearMessage();
        m_commands->tellRefused(error, path);
    });
    connect(&m_desk, &ArchiveDesk::complained, this, [this](const Error &error) { showError(error); });
}

void WindowParts::archiveOpening()
{
    // Each archive has its own place, filter and way back.
    const QString before = std::exchange(m_shownArchive, m_desk.path());
    if (before != m_shownArchive) {
        if (!before.isEmpty())
            m_visits.insert(before, m_navigator.save());
        m_navigator.restore(m_visits.value(m_shownArchive).toMap());
    }
    m_actions.setSampleShown(m_desk.samplesShown());
    m_status->setArchive(m_shownArchive, m_desk.samplesShown());
    m_notifier.setSilent(m_desk.samplesShown());
    m_hasReports = false;
    updateDigest({});
    m_status->setOpening(true);
    m_opening->showLoading();
    updateShown();
    if (!m_desk.samplesShown())
        emit m_window.archiveChanged(m_shownArchive);
}

/// The archive that the next start opens.
void WindowParts::remember(const QString &path)
{
    m_status->clearMessage();
    m_settings.setArchivePath(path == defaultArchivePath() ? QString() : path);
}

/// Beside the one that does not open: the remembered one, else the default one.
QString WindowParts::usualArchive() const
{
    const QString remembered = m_settings.archivePath();
    return remembered.isEmpty() || remembered == m_desk.path() ? defaultArchivePath() : remembered;
}

void WindowParts::settingsChanged()
{
    m_theme.setAppearance(m_settings.appearance());
    m_actions.setAppearance(m_settings.appearance());
    const QString path = m_settings.archivePath();
    if (path == std::exchange(m_settingsArchive, path))
        return;
    const QString wanted = path.isEmpty() ? defaultArchivePath() : path;
    if (wanted != m_desk.ownPath())
        m_desk.change(wanted);
}

void WindowParts::factsChanged()
{
    m_hasReports = m_session.loaded() && !m_session.facts()->empty();
    m_filter.setNewestDay(m_session.loaded() ? newestReportDay(*m_session.facts()) : std::nullopt);
    updateShown();
    askDigest(m_session, this, [this](const Digest &digest) { updateDigest(digest); });
}

void WindowParts::updateDigest(const Digest &digest)
{
    m_status->setOpening(false);
    m_status->setDigest(digest);
    m_filterBar->setChoices(digest.domains, digest.senders, digest.period);
    m_sideBar->setLines({digest.period ? tr("Reports up to %1").arg(words::dayLong(digest.period->last)) : QString(),
                       digest.lastImport ? tr("Last import %1").arg(words::dateTime(digest.lastImport)) : QString()});
}

void WindowParts::updateShown()
{
    // Without reports there is nothing to show but the invitation and what was tried.
    for (const NamedPage &named : m_pages.all) {
        const bool enabled = m_hasReports || named.name == u"sources" || named.name == u"overview";
        m_sideBar->setPageEnabled(named.name, enabled);
        m_actions.setPageEnabled(named.name, enabled);
    }
    m_actions.setHasReports(m_hasReports);
    m_actions.setArchiveOpen(m_desk.isOpen());
    QWidget *shown = m_content;
    if (m_desk.error())
        shown = m_errorPage;
    else if (!m_desk.isOpen())
        shown = m_opening;
    else if (!m_hasReports && m_navigator.currentName() != u"sources")
        shown = m_first;
    m_frame->stack().setCurrentWidget(shown);
}

void WindowParts::updateBadge()
{
    // Of the whole archive: a filter hides no problem from the side bar.
    int problems = 0;
    if (const auto diagnosis = m_diagnosis.diagnosis()) {
        for (const FindingPtr &finding : diagnosis->findings)
            problems += isProblem(*finding) && !m_diagnosis.isMuted(*finding);
    }
    m_sideBar->setBadge(u"findings"_qs, problems, tr("%Ln open problem(s)", nullptr, problems));
}

void WindowParts::updateImporting()
{
    m_actions.setImporting(m_queue.running(), m_queue.paused());
    if (!m_queue.running()) {
        m_status->setImporting({});
        return;
    }
    const ImportProgress &progress = m_queue.progress();
    const QString name = m_queue.currentName();
    if (m_queue.current().kind == ImportKind::Mailbox) {
        m_status->setImporting(tr("fetching from %1").arg(name));
        return;
    }
    m_status->setImporting(progress.bytesTotal > 0
                             ? tr("importing %1, %2").arg(name, words::percentOf(progress.counts.bytes, progress.bytesTotal))
                             : tr("importing %1").arg(name));
}

void WindowParts::importFinished(const ImportOutcome &outcome)
{
    updateImporting();
    if (m_queue.current().byItself && outcome.counts.imported == 0)
        return; // nobody waits for it
    const auto imported = outcome.counts.imported;
    m_status->tell(tr("%1 new report(s)", nullptr, static_cast<int>(imported)).arg(words::number(imported)));
    // A hint in the task bar; it ends when the window is looked at.
    if (!m_window.isActiveWindow() && m_settings.notifyAfterImport())
        QApplication::alert(&m_window);
}

void WindowParts::pageChanged(const QString &name)
{
    const auto named = std::find_if(m_pages.all.begin(), m_pages.all.end(), [&name](const NamedPage &each) { return each.name == name; });
    m_sideBar->setCurrent(named->inSideBar() ? name : named->under);
    m_actions.setPage(name);
    const Page *page = m_navigator.current();
    m_filterBar->setFind(page->findPlaceholder(), m_navigator.findText());
    m_window.setWindowTitle(tr("%1 – TLS Report Viewer").arg(page->title()));
    updateShown();
}

void WindowParts::showError(const Error &error)
{
    const words::ErrorWords said = words::error(error);
    auto *box = new QMessageBox(QMessageBox::Warning, said.reason, said.what, QMessageBox::Ok, &m_window);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(said.next);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace tlsrpt

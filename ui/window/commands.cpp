// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/commands.h"

#include "core/query/deletable.h"
#include "ui/preferences/preferencesdialog.h"
#include "ui/widgets/table.h"
#include "ui/window/deletedialog.h"
#include "ui/window/digest.h"
#include "ui/window/filedialogs.h"
#include "ui/window/helpdialogs.h"
#include "ui/words/archivewords.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QMainWindow>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>

namespace tlsrpt
{

static QMessageBox *say(QWidget *window, QMessageBox::Icon icon, const QString &title, const QString &text,
                const QString &details = {})
{
    auto *box = new QMessageBox(icon, title, text, QMessageBox::Ok, window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setDetailedText(details);
    box->open();
    return box;
}

Commands::Commands(Context context, Parts parts, QMainWindow &window)
    : QObject(&window), m_context(context), m_parts(parts), m_window(window),
      m_exporter(new Exporter(context, &window)), m_rescuer(new Rescuer(context.clock, context.settings, &window))
{
    connectFile();
    connectMailboxes();
    connectExport();
    connectEdit();
    connectView();
    connectTools();
    connect(m_exporter, &Exporter::done, this, &Commands::told);
    connect(m_exporter, &Exporter::failed, this, &Commands::failed);
    connect(m_rescuer, &Rescuer::rescued, this, &Commands::archiveChosen);
    connect(m_rescuer, &Rescuer::failed, this, &Commands::failed);
}

void Commands::connectFile()
{
    const Actions &a = m_parts.actions;
    connect(a.openFiles, &QAction::triggered, this, &Commands::openFiles);
    connect(a.openFolder, &QAction::triggered, this, &Commands::openFolder);
    connect(a.watchFolder, &QAction::triggered, this, &Commands::watchFolder);
    connect(a.samples, &QAction::triggered, this, [this] {
        if (m_parts.desk.samplesShown())
            m_parts.desk.leaveSamples();
        else
            m_parts.desk.showSamples();
    });
    connect(a.pauseImport, &QAction::triggered, this, [this] {
        if (m_parts.queue.paused())
            m_parts.queue.resume();
        else
            m_parts.queue.pause();
        m_parts.actions.setImporting(m_parts.queue.running(), m_parts.queue.paused());
    });
    connect(a.cancelImport, &QAction::triggered, &m_parts.queue, &ImportQueue::cancel);
    connect(a.newArchive, &QAction::triggered, this, &Commands::newArchive);
    connect(a.openArchive, &QAction::triggered, this, &Commands::openArchive);
    connect(a.backUp, &QAction::triggered, this, &Commands::backUp);
    connect(a.quit, &QAction::triggered, &m_window, &QWidget::close);
    connect(&m_parts.sources, &SourcesPage::openFilesRequested, this, &Commands::openFiles);
    connect(&m_parts.sources, &SourcesPage::openFolderRequested, this, &Commands::openFolder);
}

void Commands::connectMailboxes()
{
    const Actions &a = m_parts.actions;
    MailboxDesk &mailboxes = m_parts.mailboxes;
    connect(a.addMailbox, &QAction::triggered, &mailboxes, &MailboxDesk::add);
    connect(a.fetchMail, &QAction::triggered, &mailboxes, &MailboxDesk::fetchAll);
    connect(&m_parts.sources, &SourcesPage::mailboxWished, &mailboxes, &MailboxDesk::fulfil);
    connect(&mailboxes, &MailboxDesk::fetchAsked, &m_parts.desk, &ArchiveDesk::leaveSamples);
    connect(&mailboxes, &MailboxDesk::told, this, &Commands::told);
    connect(&mailboxes, &MailboxDesk::failed, this, &Commands::failed);
}

void Commands::connectExport()
{
    const Actions &a = m_parts.actions;
    connect(a.exportPdf, &QAction::triggered, this, [this] { m_exporter->ask(Exporter::Format::Pdf); });
    connect(a.exportHtml, &QAction::triggered, this, [this] { m_exporter->ask(Exporter::Format::Html); });
    connect(a.exportJson, &QAction::triggered, this, [this] { m_exporter->ask(Exporter::Format::Json); });
    connect(a.exportCsvAll, &QAction::triggered, m_exporter, &Exporter::askAllTables);
    connect(a.exportOriginals, &QAction::triggered, m_exporter, &Exporter::askOriginals);
    connect(a.preview, &QAction::triggered, m_exporter, &Exporter::preview);
    connect(&m_parts.actions, &Actions::csvTableChosen, m_exporter, &Exporter::askTable);
}

void Commands::connectEdit()
{
    const Actions &a = m_parts.actions;
    connect(a.copy, &QAction::triggered, this, &Commands::copy);
    connect(a.copyCsv, &QAction::triggered, this, &Commands::copyCsv);
    connect(a.find, &QAction::triggered, this, &Commands::findRequested);
    connect(a.preferences, &QAction::triggered, this, &Commands::showPreferences);
    Deletions &deletions = m_parts.sources.deletions();
    connect(a.undo, &QAction::triggered, this, &Commands::undo);
    connect(&m_parts.findings, &FindingsPage::muted, this, [this] { m_muteIsLast = true; });
    connect(&m_parts.findings, &FindingsPage::undoChanged, this, &Commands::updateUndo);
    connect(&deletions, &Deletions::changed, this, &Commands::updateUndo);
    connect(&deletions, &Deletions::failed, this, &Commands::failed);
    connect(&deletions, &Deletions::removed, this,
            [this](const QString &what) {
                m_muteIsLast = false;
                updateUndo();
                emit told(tr("Deleted: %1").arg(what));
            });
    connect(&deletions, &Deletions::undone, this,
            [this](const QString &what) { emit told(tr("Brought back: %1").arg(what)); });
}

void Commands::connectView()
{
    const Actions &a = m_parts.actions;
    connect(&m_parts.actions, &Actions::pageChosen, this, [this](const QString &name) {
        m_parts.navigator.show(name);
        // Into its list: in the side bar the next arrow key would leave the page again.
        if (Page *page = m_parts.navigator.current(); page->isVisible())
            page->takeFocus();
    });
    connect(&m_parts.actions, &Actions::appearanceChosen, &m_context.settings, &Settings::setAppearance);
    connect(a.onlyFailures, &QAction::triggered, this, [this](bool on) {
        Filter filter = m_context.filter.filter();
        filter.onlyFailures = on;
        m_context.filter.set(filter);
    });
    connect(a.clearFilters, &QAction::triggered, &m_context.filter, &FilterState::clear);
    connect(a.back, &QAction::triggered, &m_parts.navigator, &Navigator::back);
    connect(a.forward, &QAction::triggered, &m_parts.navigator, &Navigator::forward);
}

void Commands::connectTools()
{
    const Actions &a = m_parts.actions;
    connect(a.checkArchive, &QAction::triggered, this, &Commands::checkArchive);
    connect(a.enforce, &QAction::triggered, this, &Commands::showEnforce);
    connect(a.deleteReports, &QAction::triggered, this, &Commands::deleteReports);
    connect(a.aboutReports, &QAction::triggered, this,
            [this] { showAboutReports(&m_window, m_context.theme); });
    connect(a.shortcuts, &QAction::triggered, this,
            [this] { showShortcuts(&m_window, m_context.theme, m_parts.actions.shortcutList()); });
    connect(a.about, &QAction::triggered, this, [this] { showAbout(&m_window, m_context.theme); });
}

void Commands::openFiles()
{
    askFilesToImport(&m_window, [this](const QStringList &paths) { m_parts.desk.import(paths); });
}

void Commands::openFolder()
{
    askFolder(&m_window, tr("Open a folder of reports"),
              [this](const QString &path) { m_parts.desk.import({path}); });
}

void Commands::openArchive()
{
    askArchive(&m_window, true, [this](const QString &path) { emit archiveChosen(path); });
}

void Commands::newArchive()
{
    askArchive(&m_window, false, [this](const QString &path) { emit archiveChosen(path); });
}

void Commands::watchFolder()
{
    m_parts.desk.leaveSamples(); // which cannot be kept
    m_parts.navigator.show(u"sources"_qs);
    m_parts.sources.watchFolder();
}

void Commands::copy()
{
    QWidget *focus = QApplication::focusWidget();
    if (const auto *view = qobject_cast<QAbstractItemView *>(focus)) {
        const QString text = selectionAsText(*view);
        if (!text.isEmpty())
            QApplication::clipboard()->setText(text);
        else
            QMetaObject::invokeMethod(focus, "copy"); // a list that knows better than its rows
    } else if (focus) {
        // Labels, line edits and text views bring their own.
        QMetaObject::invokeMethod(focus, "copy");
    }
}

void Commands::copyCsv()
{
    const QString csv = m_parts.navigator.current() ? m_parts.navigator.current()->currentTableAsCsv()
                                                    : QString();
    if (csv.isEmpty()) {
        emit told(tr("There is no table to copy."));
        return;
    }
    QApplication::clipboard()->setText(csv);
    emit told(tr("The table is in the clipboard as CSV."));
}

void Commands::backUp()
{
    const QString path = m_parts.desk.path();
    const QString name = u"tls-reports-"_qs + m_context.clock.nowUtc().date().toString(Qt::ISODate);
    askSavePath(&m_window, tr("Back up archive"), name, tr("Archives (*.sqlite)"), u"sqlite"_qs,
                [this, path](const QString &copy) {
                    m_parts.desk.work().backUp(path, copy).then(this, [this, copy](const Status &status) {
                        if (status)
                            emit told(tr("Backed up to %1").arg(shortPath(copy)));
                        else
                            emit failed(status.error());
                    });
                });
}

void Commands::checkArchive()
{
    emit told(tr("Checking the archive…"));
    m_parts.desk.work().check(m_parts.desk.path()).then(this, [this](const Result<QStringList> &wrong) {
        emit told({});
        if (!wrong)
            emit failed(wrong.error());
        else if (wrong->isEmpty())
            say(&m_window, QMessageBox::Information, tr("Check archive"), tr("The archive is sound."));
        else
            tellDamage(*wrong);
    });
}

void Commands::tellDamage(const QStringList &wrong)
{
    QMessageBox *box = say(&m_window, QMessageBox::Warning, tr("Check archive"),
                           tr("The archive is damaged. Rescue what can be read into a new archive, or go back to "
                              "a backup."),
                           wrong.join(u'\n'));
    offerRescue(*box, m_parts.desk.path());
}

void Commands::offerRescue(QMessageBox &box, const QString &path)
{
    QPushButton *button = box.addButton(tr("Rescue into a new archive…"), QMessageBox::AcceptRole);
    connect(button, &QPushButton::clicked, m_rescuer, [this, path] { m_rescuer->ask(path); });
}

void Commands::tellRefused(const Error &error, const QString &path)
{
    const words::ErrorWords said = words::openingError(error);
    QMessageBox *box = say(&m_window, QMessageBox::Warning, tr("Open archive"),
                           tr("%1 cannot be opened.").arg(QDir::toNativeSeparators(path)));
    box->setInformativeText(said.next.isEmpty() ? said.what : said.what + u'\n' + said.next);
    if (error.code == Code::ArchiveDamaged)
        offerRescue(*box, path);
}

void Commands::rescue()
{
    m_rescuer->ask(m_parts.desk.path());
}

void Commands::stop()
{
    m_rescuer->cancel();
}

void Commands::tellUpgrade(const Upgrade &upgrade)
{
    say(&m_window, QMessageBox::Information, tr("Archive brought up to date"), words::upgraded(upgrade));
}

void Commands::deleteReports()
{
    struct Answer {
        std::vector<Choice> domains;
        std::vector<ImportRow> imports;
        std::optional<DayRange> period;
    };
    m_context.session
        .ask([](ArchiveReader &reader, const Facts &facts) {
            return Answer{domainChoices(facts), reader.imports().value_or(std::vector<ImportRow>()),
                          wholePeriod(facts)};
        })
        .then(this, [this](const Answer &answer) {
            if (!answer.period)
                return;
            auto *dialog = new DeleteDialog(answer.domains, answer.imports, *answer.period, &m_window);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            // What is chosen elsewhere, e.g. a finding, is not chosen as a domain.
            const bool domains = m_parts.navigator.currentName() == u"domains";
            dialog->setDomain(domains ? m_parts.navigator.current()->domain() : filteredDomain());
            connect(dialog, &DeleteDialog::chosen, &m_parts.sources.deletions(), &Deletions::remove);
            connect(dialog, &DeleteDialog::countAsked, this,
                    [this, dialog](const DeletionChoice &choice) { countReports(choice, dialog); });
            dialog->start();
            dialog->open();
        });
}

QString Commands::filteredDomain() const
{
    const QStringList &filtered = m_context.filter.filter().domains;
    return filtered.size() == 1 ? filtered.front() : QString();
}

void Commands::showEnforce()
{
    Filter filter = m_context.filter.filter();
    const QString domain = m_parts.navigator.current()->domain();
    if (!domain.isEmpty())
        filter.domains = QStringList{domain};
    m_parts.navigator.goTo(u"enforce"_qs, filter, domain.isEmpty() ? QVariant() : QVariant(domain));
}

void Commands::countReports(const DeletionChoice &choice, DeleteDialog *dialog)
{
    const int number = ++m_counting;
    m_context.session
        .ask([choice](ArchiveReader &reader, const Facts &facts) { return reportsToDelete(reader, facts, choice); })
        .then(this, [this, number, dialog = QPointer(dialog)](const Result<qint64> &reports) {
            if (!reports)
                emit failed(reports.error());
            else if (dialog && number == m_counting)
                dialog->setCount(*reports);
        });
}

/// The last of its kind first; of the two kinds that of which something was done last.
void Commands::undo()
{
    Deletions &deletions = m_parts.sources.deletions();
    if (m_parts.findings.canUndoMute() && (m_muteIsLast || !deletions.canUndo()))
        m_parts.findings.undoMute();
    else
        deletions.undo();
}

void Commands::updateUndo()
{
    const Deletions &deletions = m_parts.sources.deletions();
    const bool mute = m_parts.findings.canUndoMute() && (m_muteIsLast || !deletions.canUndo());
    const QString name = (mute ? m_parts.findings.undoName() : deletions.undoName()).replace(u'&', u"&&"_qs);
    QAction *action = m_parts.actions.undo;
    action->setEnabled(mute || deletions.canUndo());
    action->setText(mute                  ? tr("&Undo mute of %1").arg(name)
                    : deletions.canUndo() ? tr("&Undo deletion of %1").arg(name)
                                          : tr("&Undo"));
}

void Commands::showPreferences()
{
    auto *dialog = new PreferencesDialog(m_context.settings, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PreferencesDialog::archiveChosen, this, &Commands::archiveChosen);
    dialog->open();
}

} // namespace tlsrpt

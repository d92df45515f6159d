// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/sourcespage.h"

#include "core/base/writewhole.h"
#include "ui/importing/sourcesview.h"
#include "ui/widgets/stateview.h"
#include "ui/widgets/table.h"
#include "ui/words/words.h"

#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>
#include <QtConcurrentRun>

namespace tlsrpt
{

namespace
{

constexpr int noticesShown = 2000;

struct Listing {
    std::vector<ImportRow> imports;
    std::vector<NoticeRow> notices;
    std::array<qint64, 3> counts{};
};

/// Those that came from `row`; nothing: all.
ArchiveReader::Imports importsOf(const std::optional<SourceRow> &row, const std::vector<ImportRow> &all)
{
    if (!row)
        return std::nullopt;
    std::vector<ImportId> chosen;
    for (const ImportRow &import : all) {
        if (cameFrom(import, *row))
            chosen.push_back(import.id);
    }
    return chosen;
}

/// `row`: of which the notices are wanted; nothing: of all.
Result<Listing> list(ArchiveReader &reader, const std::optional<SourceRow> &row, NoticeKind kind)
{
    Listing listing;
    auto imports = reader.imports();
    if (!imports)
        return tl::unexpected(imports.error());
    listing.imports = std::move(*imports);
    const auto chosen = importsOf(row, listing.imports);
    for (int k = 0; k < 3; ++k) {
        const auto count = reader.noticeCount(chosen, static_cast<NoticeKind>(k));
        if (!count)
            return tl::unexpected(count.error());
        listing.counts[static_cast<size_t>(k)] = *count;
    }
    auto notices = reader.notices(chosen, kind, 0, noticesShown);
    if (!notices)
        return tl::unexpected(notices.error());
    listing.notices = std::move(*notices);
    return listing;
}

} // namespace

class SourcesPage::Private
{
public:
    Private(SourcesPage *page, const Context &context, ImportQueue &queue)
        : q(page)
        , context(context)
        , queue(queue)
        , view(new SourcesView(context.theme, context.settings))
        , state(new StateView(context.theme, view))
        , deletions(context)
        , folders(context, queue)
    {
    }

    std::optional<SourceRow> selected() const;
    void ask();
    void show(const Listing &listing);
    void showRunning();
    void removeSelected();
    void saveList(const QString &path);

    SourcesPage *q;
    Context context;
    ImportQueue &queue;
    SourcesView *view;
    StateView *state;
    Deletions deletions;
    FolderWatch folders;
    std::vector<ImportRow> imports;
    std::vector<MailboxRow> mailboxes;
    int question = 0;
};

/// Nothing for the running import, too: it has no notices of its own yet.
std::optional<SourceRow> SourcesPage::Private::selected() const
{
    const SourceRow *row = view->selected();
    const bool known = row && (row->import || !row->standing().isEmpty());
    return known ? std::optional(*row) : std::nullopt;
}

void SourcesPage::Private::ask()
{
    if (!context.session.loaded()) {
        state->showLoading();
        return;
    }
    const int number = ++question;
    context.session
        .ask([row = selected(), kind = view->kind()](ArchiveReader &reader, const Facts &) {
            return list(reader, row, kind);
        })
        .then(q, [this, number](const Result<Listing> &listing) {
            if (number != question)
                return;
            if (listing)
                show(*listing);
            else
                state->showError(listing.error());
        });
}

void SourcesPage::Private::show(const Listing &listing)
{
    imports = listing.imports;
    if (imports.empty() && folders.folders().isEmpty() && mailboxes.empty() && !queue.running()) {
        state->showEmpty(tr("Nothing was imported yet"),
                         tr("Import report files, watch a folder into which your mail program saves them, or add the "
                            "mailbox in which they arrive."),
                         tr("Import files…"), tr("Add a mailbox…"));
        return;
    }
    showRunning();
    view->showCounts(listing.counts);
    view->showNotices(listing.notices, listing.counts[static_cast<size_t>(view->kind())]);
    state->showContent();
}

void SourcesPage::Private::showRunning()
{
    view->showSources(sourceRows(imports, folders.folders(), mailboxes, queue));
}

void SourcesPage::Private::removeSelected()
{
    const SourceRow *row = view->selected();
    if (!row)
        return;
    if (!row->folder.isEmpty()) {
        folders.remove(row->folder);
        return;
    }
    const QString what = tr("the reports of \"%1\"").arg(sourceTitle(*row));
    auto *question = new QMessageBox(QMessageBox::Question, tr("Delete reports"),
                                     tr("Delete %1 from the archive?").arg(what),
                                     QMessageBox::Cancel, q);
    question->setTextFormat(Qt::PlainText);
    question->setInformativeText(tr("%Ln report(s) came from it. You can undo this with Edit, Undo.", nullptr,
                                    static_cast<int>(row->counts.imported)));
    const auto *yes = question->addButton(tr("Delete"), QMessageBox::DestructiveRole);
    question->setAttribute(Qt::WA_DeleteOnClose);
    connect(question, &QMessageBox::buttonClicked, q,
            [this, yes, import = row->import, what](const QAbstractButton *clicked) {
                if (clicked == yes) {
                    DeletionChoice choice;
                    choice.import = import;
                    deletions.remove(choice, what);
                }
            });
    question->open();
}

/// All items, not only those shown; read and written away from the GUI thread.
void SourcesPage::Private::saveList(const QString &path)
{
    context.session
        .ask([row = selected(), kind = view->kind(), path](ArchiveReader &reader, const Facts &) -> Status {
            const auto imports = reader.imports();
            if (!imports)
                return tl::unexpected(imports.error());
            const auto notices = reader.notices(importsOf(row, *imports), kind, 0, std::numeric_limits<int>::max());
            if (!notices)
                return tl::unexpected(notices.error());
            QString csv = u"source,code,reason,offset\r\n"_qs;
            for (const NoticeRow &notice : *notices) {
                csv += csvCell(notice.error.subject) + u',' + csvCell(notice.codeText) + u','
                    + csvCell(words::error(notice.error).what) + u',' + QString::number(notice.error.offset)
                    + u"\r\n"_qs;
            }
            return writeWhole(path, csv.toUtf8());
        })
        .then(q, [this](const Status &saved) {
            if (!saved)
                state->showError(saved.error());
        });
}

SourcesPage::SourcesPage(Context context, ImportQueue &queue, QWidget *parent)
    : Page(context, parent)
    , d(std::make_unique<Private>(this, context, queue))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(d->state);
    const auto ask = [this] { d->ask(); };
    connect(&context.session, &ArchiveSession::factsChanged, this, ask);
    connect(&context.session, &ArchiveSession::failed, d->state, &StateView::showError);
    connect(&d->folders, &FolderWatch::changed, this, ask);
    connect(&d->folders, &FolderWatch::failed, d->state, &StateView::showError);
    connect(&d->deletions, &Deletions::failed, d->state, &StateView::showError);
    setList(d->view->list());
    connect(d->view, &SourcesView::selectionChanged, this, ask);
    connect(d->view, &SourcesView::kindChanged, this, ask);
    connect(d->state, &StateView::retry, this, [this] {
        if (m_context.session.loaded())
            d->ask();
        else
            m_context.session.retry();
    });
    connect(&queue, &ImportQueue::started, this, ask);
    connect(&queue, &ImportQueue::finished, this, ask);
    connect(&queue, &ImportQueue::failed, this, ask);
    connect(&queue, &ImportQueue::progressed, this, [this] { d->showRunning(); });
    connect(d->view, &SourcesView::importFiles, this, &SourcesPage::openFilesRequested);
    connect(d->state, &StateView::emptyButtonClicked, this, &SourcesPage::openFilesRequested);
    connect(d->state, &StateView::otherButtonClicked, this, [this] { emit mailboxWished(MailboxWish::Add, {}); });
    connect(d->view, &SourcesView::importFolder, this, &SourcesPage::openFolderRequested);
    connect(d->view, &SourcesView::watchFolder, this, &SourcesPage::watchFolder);
    connect(d->view, &SourcesView::removeRequested, this, [this] { d->removeSelected(); });
    connect(d->view, &SourcesView::tryAgain, this, [this] {
        const SourceRow *row = d->view->toRetry();
        if (row && row->kind == ImportKind::Mailbox)
            emit mailboxWished(MailboxWish::Fetch, row->names.value(0));
        else if (row)
            d->queue.add(row->names, row->kind);
    });
    connect(d->view, &SourcesView::mailboxWished, this, &SourcesPage::mailboxWished);
    connect(d->view, &SourcesView::saveList, this, [this] {
        auto *dialog = new QFileDialog(this, tr("Save the list"), {}, tr("Comma-separated values (*.csv)"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setDefaultSuffix(u"csv"_qs);
        connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) { d->saveList(path); });
        dialog->open();
    });
    d->ask();
}

SourcesPage::~SourcesPage() = default;

QString SourcesPage::title() const
{
    return tr("Sources");
}

QVariant SourcesPage::place() const
{
    return QVariantList{static_cast<int>(d->view->kind()), d->view->chosen().value};
}

void SourcesPage::goTo(const QVariant &place)
{
    const QVariantList parts = place.toList();
    if (parts.size() != 2)
        return;
    d->view->setKind(static_cast<NoticeKind>(std::clamp(parts[0].toInt(), 0, 2)));
    d->view->select({parts[1].toLongLong()});
}

QString SourcesPage::currentTableAsCsv() const
{
    return toCsv(*d->view->focusedTable());
}

Deletions &SourcesPage::deletions()
{
    return d->deletions;
}

FolderWatch &SourcesPage::folders()
{
    return d->folders;
}

void SourcesPage::setMailboxes(std::vector<MailboxRow> mailboxes)
{
    const bool none = d->mailboxes.empty() != mailboxes.empty();
    d->mailboxes = std::move(mailboxes);
    if (none)
        d->ask(); // from nothing to something, or back
    else
        d->showRunning();
}

void SourcesPage::watchFolder()
{
    auto *dialog = new QFileDialog(this, tr("Watch a folder"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &folder) { d->folders.add(folder); });
    dialog->open();
}

} // namespace tlsrpt

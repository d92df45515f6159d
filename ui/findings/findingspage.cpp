// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/findings/findingspage.h"

#include "ui/findings/findingdetail.h"
#include "ui/findings/findingstree.h"
#include "ui/findings/letterdialog.h"
#include "ui/findings/mutedialog.h"
#include "ui/importing/archivewrite.h"
#include "ui/widgets/rowmenu.h"
#include "ui/widgets/table.h"
#include "ui/words/findingwords.h"
#include "ui/words/words.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHideEvent>
#include <QSplitter>

#include <map>

namespace tlsrpt
{

namespace
{

constexpr size_t mostReportIds = 10;

/// The newest reports of the sender tell where to write and what they are called.
words::Letter letterToSender(ArchiveReader &reader, const Finding &finding, const Facts &facts)
{
    const Finding own = narrowedTo(finding.senders.front().key, finding, facts);
    const std::vector<ReportId> reports = reportsOf(own, facts);
    QString address;
    QStringList ids;
    for (size_t i = 0; i < std::min(reports.size(), mostReportIds); ++i) {
        const Result<SentReport> sent = reader.sentReport(reports[reports.size() - 1 - i]);
        if (!sent)
            continue;
        if (address.isEmpty())
            address = mailAddress(sent->contact);
        ids << sent->reportId;
    }
    return words::letterToSender(own, facts, address, ids);
}

QString asCsv(const std::vector<FindingItem> &items)
{
    QString csv = u"severity,open,muted,title,domain,server,first_day,last_day,occurrences\r\n"_qs;
    for (const FindingItem &item : items) {
        const Finding &f = *item.finding;
        const QStringList cells{slug(f.severity), f.open ? u"1"_qs : u"0"_qs, item.muted ? u"1"_qs : u"0"_qs,
                                csvCell(item.title), csvCell(f.domain), csvCell(f.mx), f.first.toIso(), f.last.toIso(),
                                QString::number(f.occurrences)};
        csv += cells.join(u',') + u"\r\n"_qs;
    }
    return csv;
}

} // namespace

class FindingsPage::Private
{
public:
    Private(FindingsPage *page, const Context &context);

    QWidget *build();
    QAction *newAction(const QString &text, const QString &key, const QString &icon, void (Private::*run)());
    void ask();
    void show(std::vector<FindingItem> found, bool anything);
    void choose(const QString &place);
    void askEvidence(const FindingPtr &finding);
    void updateActions();
    void markSeen();

    void copy();
    void mute();
    QStringList sameProblem(const QString &key) const;
    QString placeBeside(const QString &key) const;
    void write(const QString &archive, std::function<Status(Archive &)> change, std::function<void()> done);
    void writeMute(const FindingItem &item, const QString &reason, std::optional<Day> until);
    void unmute(const QString &archive, const QString &key, const QString &title);
    void writeLetter();
    void showReports();
    void showServer();
    void showEnforce();

    const FindingItem *chosenItem() const { return model->itemAt(model->indexOf(chosen)); }

    struct Muted {
        QString archive;
        QString key;
        QString title;
    };

    FindingsPage *q;
    Context context;
    FindingsModel *model;
    FindingsTree *tree;
    QAction *letterAction, *copyAction, *muteAction, *enforceAction, *reportsAction, *serverAction;
    FindingDetail *detail;
    std::vector<Muted> mutes; ///< that can be undone
    QString chosen; ///< FindingItem::place, or a key that a link asked for
    const std::shared_ptr<FindingItems> items = std::make_shared<FindingItems>(); ///< the reading thread's
    QThreadPool pool; ///< one thread: changes of the archive in their order
    int question = 0;
    int proofQuestion = 0;
    int letterQuestion = 0;
};

FindingsPage::Private::Private(FindingsPage *page, const Context &given)
    : q(page)
    , context(given)
    , model(new FindingsModel(page))
    , tree(new FindingsTree(*model, given.theme))
    , letterAction(newAction(FindingsPage::tr("&Write to the postmaster…"), u"Ctrl+Shift+M"_qs, u"mail"_qs, &Private::writeLetter))
    , copyAction(newAction(FindingsPage::tr("Copy as &text"), u"Ctrl+Shift+T"_qs, u"copy"_qs, &Private::copy))
    , muteAction(newAction(FindingsPage::tr("&Mute…"), u"Ctrl+M"_qs, u"bell"_qs, &Private::mute))
    , enforceAction(newAction(FindingsPage::tr("Is it safe to &enforce?"), {}, u"lock"_qs, &Private::showEnforce))
    , reportsAction(newAction(FindingsPage::tr("Show its &reports"), u"Ctrl+R"_qs, u"reports"_qs, &Private::showReports))
    , serverAction(newAction(FindingsPage::tr("Show this &server"), u"Ctrl+Shift+R"_qs, u"servers"_qs, &Private::showServer))
    , detail(new FindingDetail(given.theme, given.settings,
                               {letterAction, copyAction, muteAction, enforceAction, reportsAction, serverAction}))
{
    pool.setMaxThreadCount(1);
}

QAction *FindingsPage::Private::newAction(const QString &text, const QString &key, const QString &icon, void (Private::*run)())
{
    auto *action = new QAction(context.theme.icon(icon), text, q);
    action->setShortcut(QKeySequence(key));
    action->setEnabled(false);
    connect(action, &QAction::triggered, q, [this, run] { (this->*run)(); });
    q->addAction(action);
    return action;
}

QWidget *FindingsPage::Private::build()
{
    QSplitter *splitter = q->split(Qt::Horizontal, tree, detail, {366, 815}, u"findings/splitter"_qs);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 4);
    q->setList(tree);
    connect(tree, &FindingsTree::chosen, q, [this](const QString &key) { choose(key); });
    new RowMenu(*tree, [this](QMenu &menu) { // groups have none
        if (model->itemAt(tree->currentIndex()))
            menu.addActions({letterAction, muteAction, enforceAction, reportsAction, serverAction});
    });
    connect(tree, &FindingsTree::copyRequested, q, [this] { copy(); });
    connect(tree, &FindingsTree::entered, detail, &FindingDetail::takeFocus);
    connect(detail, &FindingDetail::reportOpened, q, [this](ReportId report) {
        if (const FindingItem *item = chosenItem())
            emit q->navigate(u"reports"_qs, reportsFilter(*item->finding), QVariantList{report.value, 0});
    });
    connect(detail, &FindingDetail::daysChosen, q, [this](DayRange days) { q->showDays(u"findings"_qs, days); });
    return splitter;
}

void FindingsPage::Private::ask()
{
    if (context.session.facts()->empty()) {
        q->showNothing();
        return;
    }
    const auto diagnosis = context.diagnosis.diagnosis();
    if (!diagnosis) {
        ++question; // no late answer about another archive
        q->state().showLoading(FindingsPage::tr("Looking for problems in the reports…"));
        return;
    }
    q->askLatest(
        question,
        [items = items, diagnosis, filter = context.filter.filter()](ArchiveReader &, const Facts &) {
            return items->matching(diagnosis, filter);
        },
        [this, diagnosis](const std::vector<FindingItem> &found) { show(found, !diagnosis->findings.empty()); });
}

void FindingsPage::Private::show(std::vector<FindingItem> found, bool anything)
{
    for (FindingItem &item : found) {
        item.muted = context.diagnosis.isMuted(*item.finding);
        item.fresh = context.diagnosis.isNew(*item.finding);
    }
    if (found.empty() && anything)
        q->state().showFilteredToNothing(FindingsPage::tr("No finding for these choices"),
                                         FindingsPage::tr("There are findings about other days, domains or senders."));
    else if (found.empty())
        q->state().showGood(FindingsPage::tr("No problem found"),
                            FindingsPage::tr("Nothing in the reports asks for anybody's action. What comes with the next reports "
                                             "is looked at as well."));
    else
        q->state().showContent();
    const bool any = !found.empty();
    model->setItems(std::move(found));
    const QString key = tree->select(chosen);
    if (any)
        choose(key);
    else
        updateActions();
}

void FindingsPage::Private::choose(const QString &place)
{
    const bool moved = !place.isEmpty() && place != chosen;
    if (!place.isEmpty())
        chosen = place;
    const FindingItem *item = place.isEmpty() ? nullptr : chosenItem();
    updateActions();
    if (!item) {
        detail->clear();
        return;
    }
    const auto diagnosis = context.diagnosis.diagnosis();
    detail->show(*item, context.diagnosis.marks().value(item->key), diagnosis ? diagnosis->reference.day : item->finding->last);
    askEvidence(item->finding);
    if (moved)
        emit q->placeChanged();
}

void FindingsPage::Private::askEvidence(const FindingPtr &finding)
{
    q->askLatest(
        proofQuestion,
        [finding, facts = context.diagnosis.facts()](ArchiveReader &, const Facts &) {
            return facts ? evidenceFor(*finding, *facts) : Evidence();
        },
        [this](const Evidence &evidence) { detail->showEvidence(evidence); });
}

void FindingsPage::Private::updateActions()
{
    const FindingItem *item = chosenItem();
    const bool on = item && q->isVisible() && q->state().currentIndex() == 0;
    for (QAction *action : {letterAction, copyAction, muteAction, enforceAction, reportsAction, serverAction})
        action->setEnabled(on);
    if (!item)
        return;
    const Finding &finding = *item->finding;
    const bool hasAddressee = words::addresseeOf(finding) != words::Addressee::Nobody;
    letterAction->setVisible(hasAddressee);
    letterAction->setEnabled(on && hasAddressee);
    reportsAction->setEnabled(on && !(finding.failures.empty() && finding.policyRows.empty()));
    const bool advice = finding.rule == Rule::R34 || finding.rule == Rule::R35 || finding.rule == Rule::R36;
    enforceAction->setVisible(advice);
    enforceAction->setEnabled(on && advice);
    serverAction->setVisible(!finding.mx.isEmpty());
    serverAction->setEnabled(on && !finding.mx.isEmpty());
    muteAction->setText(item->muted ? FindingsPage::tr("Un&mute") : FindingsPage::tr("&Mute…"));
}

/// What stood in the list is no longer new.
void FindingsPage::Private::markSeen()
{
    if (q->state().currentIndex() != 0)
        return;
    const QHash<QString, FindingMark> &marks = context.diagnosis.marks();
    std::map<QString, Day> newest; // of the episodes with the same key
    for (const FindingItem &item : model->items()) {
        const FindingMark mark = marks.value(item.key);
        if (!mark.seen || *mark.seen < item.finding->first)
            newest[item.key] = std::max(newest[item.key], item.finding->first);
    }
    const std::vector<std::pair<QString, Day>> seen(newest.begin(), newest.end());
    if (seen.empty() && marks.contains({}))
        return;
    // Where it cannot be written (read-only, locked), it stays new and nothing is amiss.
    writeArchive(pool, context.session.path(), context.clock, [seen](Archive &archive) { return archive.markFindingsSeen(seen); })
        .then(q, [this](const Status &status) {
            if (status)
                context.diagnosis.reloadMarks();
        });
}

void FindingsPage::Private::copy()
{
    const FindingItem *item = chosenItem();
    if (!item)
        return;
    QGuiApplication::clipboard()->setText(findingAsText(*item->finding));
    emit q->told(FindingsPage::tr("The finding is in the clipboard as text."));
}

void FindingsPage::Private::write(const QString &archive, std::function<Status(Archive &)> change, std::function<void()> done)
{
    writeArchive(pool, archive, context.clock, std::move(change)).then(q, [this, done = std::move(done)](const Status &status) {
        if (!status) {
            emit q->failed(status.error());
            return;
        }
        done();
        context.diagnosis.reloadMarks();
    });
}

void FindingsPage::Private::mute()
{
    const FindingItem *item = chosenItem();
    if (!item)
        return;
    if (item->muted) {
        unmute(context.session.path(), item->key, item->title);
        return;
    }
    auto *dialog = new MuteDialog(item->title, sameProblem(item->key), Day::fromDate(context.clock.nowUtc().date()), q);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &MuteDialog::chosen, q, [this, item = *item](const QString &reason, std::optional<Day> until) {
        writeMute(item, reason, until);
    });
    dialog->open();
}

/// All findings of that key, also those that the filter leaves out: they are muted together.
QStringList FindingsPage::Private::sameProblem(const QString &key) const
{
    QStringList names;
    for (const FindingPtr &finding : context.diagnosis.diagnosis()->findings) {
        if (finding->key() == key)
            //: a finding and its days
            names << FindingsPage::tr("%1, %2").arg(words::findingTitle(*finding), words::period({finding->first, finding->last}));
    }
    return names;
}

/// Where to go on when those of the key leave their group: to the next one, else to the one before.
QString FindingsPage::Private::placeBeside(const QString &key) const
{
    const QModelIndex own = model->indexOf(chosen);
    for (const int step : {1, -1}) {
        for (QModelIndex each = own.siblingAtRow(own.row() + step); each.isValid(); each = each.siblingAtRow(each.row() + step)) {
            if (model->itemAt(each)->key != key)
                return model->itemAt(each)->place;
        }
    }
    return chosen;
}

void FindingsPage::Private::writeMute(const FindingItem &item, const QString &reason, std::optional<Day> until)
{
    const QString archive = context.session.path();
    const Muted muted{archive, item.key, item.title};
    write(archive, [key = item.key, reason, until](Archive &open) { return open.muteFinding(key, reason, until); }, [this, muted] {
        mutes.push_back(muted);
        if (const FindingItem *now = chosenItem(); now && now->key == muted.key)
            q->goTo(placeBeside(muted.key)); // else the list would go to its end with it
        emit q->muted();
        emit q->undoChanged();
        emit q->told(FindingsPage::tr("Muted: %1").arg(muted.title));
    });
}

void FindingsPage::Private::unmute(const QString &archive, const QString &key, const QString &title)
{
    write(archive, [key](Archive &open) { return open.unmuteFinding(key); }, [this, key, title] {
        std::erase_if(mutes, [&key](const Muted &each) { return each.key == key; });
        q->goTo(key);
        emit q->undoChanged();
        emit q->told(FindingsPage::tr("Unmuted: %1").arg(title));
    });
}

void FindingsPage::Private::writeLetter()
{
    const FindingItem *item = chosenItem();
    const auto facts = context.diagnosis.facts();
    if (!item || !facts)
        return;
    q->askLatest(
        letterQuestion,
        [finding = item->finding, facts](ArchiveReader &reader, const Facts &) {
            switch (words::addresseeOf(*finding)) {
            case words::Addressee::Sender: return letterToSender(reader, *finding, *facts);
            case words::Addressee::DomainOwner: return words::letterToOwner(*finding, *facts);
            case words::Addressee::ServerOperator:
            case words::Addressee::Nobody: break; // then the action cannot be chosen
            }
            return words::letterToOperator(*finding, *facts);
        },
        [this](const words::Letter &letter) {
            auto *dialog = new LetterDialog(letter, q);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            dialog->open();
        });
}

void FindingsPage::Private::showReports()
{
    if (const FindingItem *item = chosenItem())
        emit q->navigate(u"reports"_qs, reportsFilter(*item->finding), {});
}

void FindingsPage::Private::showServer()
{
    if (const FindingItem *item = chosenItem())
        emit q->navigate(u"servers"_qs, context.filter.filter(), item->finding->mx);
}

void FindingsPage::Private::showEnforce()
{
    const FindingItem *item = chosenItem();
    if (!item)
        return;
    Filter filter = context.filter.filter();
    filter.domains = QStringList{item->finding->domain};
    emit q->navigate(u"enforce"_qs, filter, item->finding->domain);
}

FindingsPage::FindingsPage(Context context, QWidget *parent)
    : ArchivePage(context, parent)
    , d(std::make_unique<Private>(this, context))
{
    start(d->build(), [this] { d->ask(); });
    connect(&context.diagnosis, &DiagnosisSession::changed, this, &FindingsPage::askAgain);
}

FindingsPage::~FindingsPage() = default;

QString FindingsPage::title() const { return tr("Findings"); }

void FindingsPage::find(const QString &text)
{
    d->model->setFind(text.trimmed());
    d->choose(d->tree->select(d->chosen));
}

QString FindingsPage::findPlaceholder() const { return tr("Find a finding"); }

QVariant FindingsPage::place() const { return d->chosen.isEmpty() ? QVariant() : QVariant(d->chosen); }

QString FindingsPage::domain() const
{
    const FindingItem *item = d->chosenItem();
    return item ? item->finding->domain : QString();
}

void FindingsPage::goTo(const QVariant &place)
{
    const QString wanted = place.toString();
    if (wanted.isEmpty())
        return;
    d->chosen = wanted;
    if (d->model->indexOf(wanted).isValid())
        d->choose(d->tree->select(wanted));
}

QString FindingsPage::currentTableAsCsv() const
{
    return d->detail->evidenceHasFocus() ? toCsv(d->detail->evidence()) : asCsv(d->model->items());
}

QList<QAction *> FindingsPage::findingActions() const
{
    return {d->letterAction, d->copyAction, d->muteAction, d->reportsAction, d->serverAction};
}

bool FindingsPage::canUndoMute() const { return !d->mutes.empty(); }

QString FindingsPage::undoName() const { return d->mutes.empty() ? QString() : d->mutes.back().title; }

void FindingsPage::undoMute()
{
    if (d->mutes.empty())
        return;
    const Private::Muted last = d->mutes.back();
    d->unmute(last.archive, last.key, last.title);
}

void FindingsPage::showEvent(QShowEvent *event)
{
    ArchivePage::showEvent(event);
    d->updateActions();
}

void FindingsPage::hideEvent(QHideEvent *event)
{
    ArchivePage::hideEvent(event);
    d->updateActions();
    if (!event->spontaneous())
        d->markSeen();
}

} // namespace tlsrpt

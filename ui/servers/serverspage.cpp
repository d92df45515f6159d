// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/servers/serverspage.h"

#include "core/query/questions.h"
#include "ui/detail/findinglinks.h"
#include "ui/servers/serverdetail.h"
#include "ui/servers/serversmodel.h"
#include "ui/widgets/delegates.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/rowmenu.h"
#include "ui/widgets/table.h"
#include "ui/words/words.h"

#include <QHeaderView>
#include <QTreeView>

#include <set>

namespace tlsrpt
{

class ServersPage::Private
{
public:
    Private(ServersPage *page, const Context &context);

    QWidget *build();
    void setUpView();
    void ask();
    void show(std::vector<ServerRow> rows);
    void showNoFailures();
    void choose(const QModelIndex &index);
    void restore();
    Findings findingsAt(const QString &mx) const;

    ServersPage *q;
    Context context;
    ServersModel *model;
    QTreeView *view;
    ServerDetail *detail;
    SectionHeading *heading;
    QHash<QString, Findings> findings; ///< that the filter leaves, by server
    QString chosen;
    bool anyChosen = false;
    std::set<QString> expanded;
    int question = 0;
    int dayQuestion = 0;
    bool restoring = false;
};

ServersPage::Private::Private(ServersPage *page, const Context &given)
    : q(page)
    , context(given)
    , model(new ServersModel(page))
    , view(new QTreeView)
    , detail(new ServerDetail(given.theme))
    , heading(new SectionHeading(given.theme, ServersPage::tr("Mail servers with failures")))
{
}

QWidget *ServersPage::Private::build()
{
    setUpView();
    auto *note = makeLabel(context.theme,
                           ServersPage::tr("A row counts the failures that senders had with its server."),
                           FontRole::Caption, Token::Text2);
    return q->withDetail(framed(heading, view, note), detail, u"servers/splitter"_qs);
}

void ServersPage::Private::setUpView()
{
    const Theme &theme = context.theme;
    view->setModel(model);
    view->setAccessibleName(ServersPage::tr("Mail servers with failures"));
    setUpTree(*view, theme, context.settings, u"servers/table"_qs);
    q->setList(view);
    new RowMenu(*view, [this](QMenu &menu) { addButtons(menu, detail->ways()); });
    view->setItemDelegate(new CellDelegate(theme, view));
    for (const int column : {ServersModel::Addresses, ServersModel::Senders, ServersModel::First, ServersModel::Last})
        view->setItemDelegateForColumn(column, new NumberDelegate(theme, view));
    view->setItemDelegateForColumn(ServersModel::Causes, new CauseDelegate(theme, view));
    view->setItemDelegateForColumn(ServersModel::Occurrences, new BarNumberDelegate(theme, view));
    view->setItemDelegateForColumn(ServersModel::Trend, new SparkDelegate(theme, view));
    setColumnWidths(*view->header(), {230, 101, 38, 184, 50, 96, 52, 60, 46});
    growColumns(*view, {ServersModel::Server, ServersModel::Causes, ServersModel::Occurrences});
    view->header()->hideSection(ServersModel::Addresses); // mostly one; below an opened server they are named
    view->header()->setStretchLastSection(true);
    view->header()->setSortIndicator(ServersModel::Occurrences, Qt::DescendingOrder);
    view->setSortingEnabled(true);
    connect(view, &QTreeView::expanded, q, [this](const QModelIndex &index) {
        expanded.insert(index.data(KeyRole).toString());
    });
    connect(view, &QTreeView::collapsed, q, [this](const QModelIndex &index) {
        if (!restoring)
            expanded.erase(index.data(KeyRole).toString());
    });
    connect(model, &QAbstractItemModel::modelReset, q, [this] { restore(); });
    connect(view->selectionModel(), &QItemSelectionModel::currentChanged, q, [this](const QModelIndex &index) {
        if (!restoring)
            choose(index);
    });
}

void ServersPage::Private::ask()
{
    q->state().showLoading();
    q->askLatest(
        question,
        [filter = context.filter.filter()](ArchiveReader &, const Facts &facts) { return servers(facts, filter); },
        [this](const std::vector<ServerRow> &rows) { show(rows); });
}

void ServersPage::Private::show(std::vector<ServerRow> rows)
{
    if (rows.empty()) {
        showNoFailures();
        return;
    }
    qint64 occurrences = 0;
    for (const ServerRow &row : rows)
        occurrences = addCounts(occurrences, row.occurrences);
    heading->setCaption(ServersPage::tr("%Ln server(s)", nullptr, static_cast<int>(rows.size())) + u" · "_qs
                        + ServersPage::tr("%1 occurrences").arg(words::number(occurrences)));
    findings = byServer(shownFindings(context.diagnosis, context.filter.filter()));
    std::optional<QHash<QString, FindingPtr>> worst;
    if (context.diagnosis.diagnosis()) {
        worst.emplace();
        for (const ServerRow &row : rows) {
            if (const Findings about = findingsAt(row.mx); !about.empty())
                worst->insert(row.mx, about.front());
        }
    }
    model->setRows(std::move(rows), std::move(worst));
    q->state().showContent();
    fitNumbers(*view, *view->header());
}

Findings ServersPage::Private::findingsAt(const QString &mx) const
{
    return worthALink(findings.value(mx));
}

void ServersPage::Private::showNoFailures()
{
    const QString title = ServersPage::tr("No failures");
    const QString text = ServersPage::tr("No sender named a failure in what is chosen above. Reports name mail "
                                         "servers only in failures, so there is nothing to list.");
    if (context.session.facts()->empty())
        q->showNothing();
    else if (context.filter.filter().isAll())
        q->state().showEmpty(title, text);
    else
        q->state().showFilteredToNothing(title, text);
}

void ServersPage::Private::restore()
{
    restoring = true;
    for (const QString &mx : expanded) {
        if (const QModelIndex index = model->indexOf(mx); index.isValid())
            view->expand(index);
    }
    QModelIndex index = anyChosen ? model->indexOf(chosen) : QModelIndex();
    if (!index.isValid())
        index = model->index(0, 0);
    view->setCurrentIndex(index);
    restoring = false;
    choose(index);
}

void ServersPage::Private::choose(const QModelIndex &index)
{
    const ServerRow *row = model->serverAt(index);
    if (!row) {
        detail->clear();
        return;
    }
    const bool moved = !anyChosen || chosen != row->mx;
    chosen = row->mx;
    anyChosen = true;
    detail->show(*row, findingsAt(row->mx));
    q->askLatest(
        dayQuestion,
        [filter = context.filter.filter(), mx = row->mx](ArchiveReader &, const Facts &facts) {
            return serverDays(facts, filter, mx);
        },
        [this](const std::vector<DayRow> &days) { detail->showDays(days); });
    if (moved)
        emit q->placeChanged();
}

ServersPage::ServersPage(Context context, QWidget *parent)
    : ArchivePage(context, parent)
    , d(std::make_unique<Private>(this, context))
{
    start(d->build(), [this] { d->ask(); });
    connect(d->detail, &ServerDetail::showReports, this, [this](const QString &mx) {
        Filter filter = m_context.filter.filter();
        filter.mx = mx;
        emit navigate(u"reports"_qs, filter, {});
    });
    connect(&context.diagnosis, &DiagnosisSession::changed, this, &ServersPage::askAgain);
    connect(d->detail, &ServerDetail::findingOpened, this,
            [this](const QString &key) { emit navigate(u"findings"_qs, m_context.filter.filter(), key); });
    connect(d->detail, &ServerDetail::daysChosen, this,
            [this](DayRange days) { showDays(u"servers"_qs, days); });
}

ServersPage::~ServersPage() = default;

QString ServersPage::title() const
{
    return tr("Mail servers");
}

void ServersPage::find(const QString &text)
{
    d->model->setFind(text.trimmed());
}

QString ServersPage::findPlaceholder() const
{
    return tr("Find a server");
}

QVariant ServersPage::place() const
{
    return d->anyChosen ? QVariant(d->chosen) : QVariant();
}

void ServersPage::goTo(const QVariant &place)
{
    if (!place.isValid())
        return;
    d->chosen = place.toString();
    d->anyChosen = true;
    d->restore();
}

QString ServersPage::currentTableAsCsv() const
{
    return toCsv(*d->model);
}

} // namespace tlsrpt

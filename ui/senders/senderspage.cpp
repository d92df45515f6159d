// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/senders/senderspage.h"

#include "core/query/questions.h"
#include "ui/detail/findinglinks.h"
#include "ui/senders/senderdetail.h"
#include "ui/senders/sendersmodels.h"
#include "ui/senders/timedelegate.h"
#include "ui/widgets/delegates.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/rowmenu.h"
#include "ui/widgets/table.h"
#include "ui/words/words.h"

#include <QHeaderView>

namespace tlsrpt
{

class SendersPage::Private
{
public:
    Private(SendersPage *page, const Context &context);

    QWidget *build();
    QWidget *buildTables();
    QTableView *newTable(SenderProxy *proxy, const QString &key, const QString &name);
    void ask();
    void show(const std::vector<SenderRow> &rows);
    void choose(const QString &key);
    void mark(const QString &key);
    Findings findingsOf(const QString &key) const;
    const SenderRow *rowOf(const QString &key) const;
    void showFiltered(const QString &page, const QString &sender);

    SendersPage *q;
    Context context;
    SenderLines *lines;
    SenderMatrix *matrix;
    SenderProxy *lineProxy;
    SenderProxy *matrixProxy;
    QTableView *table = nullptr;
    QTableView *matrixTable = nullptr;
    SenderDetail *detail;
    SectionHeading *heading;
    QHash<QString, Findings> findings; ///< that the filter leaves, by sender
    QString chosen;
    int question = 0;
    int dayQuestion = 0;
    bool restoring = false;
};

SendersPage::Private::Private(SendersPage *page, const Context &given)
    : q(page)
    , context(given)
    , lines(newSenderLines(page))
    , matrix(newSenderMatrix(page))
    , lineProxy(new SenderProxy(page))
    , matrixProxy(new SenderProxy(page))
    , detail(new SenderDetail(given.theme))
    , heading(new SectionHeading(given.theme, SendersPage::tr("Who reports")))
{
    lineProxy->setSourceModel(lines);
    matrixProxy->setSourceModel(matrix);
}

QWidget *SendersPage::Private::build()
{
    return q->withDetail(buildTables(), detail, u"senders/splitter"_qs);
}

QTableView *SendersPage::Private::newTable(SenderProxy *proxy, const QString &key, const QString &name)
{
    auto *view = new QTableView;
    view->setModel(proxy);
    view->setAccessibleName(name);
    setUpTable(*view, context.theme, context.settings, key);
    view->setItemDelegate(new CellDelegate(context.theme, view));
    for (int column = 0; column < proxy->columnCount(); ++column) {
        if (proxy->headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).toInt() & Qt::AlignRight)
            view->setItemDelegateForColumn(column, new NumberDelegate(context.theme, view));
    }
    view->setSortingEnabled(true);
    new RowMenu(*view, [this](QMenu &menu) { addButtons(menu, detail->ways()); });
    connect(view->selectionModel(), &QItemSelectionModel::currentRowChanged, q, [this](const QModelIndex &index) {
        if (!restoring && index.isValid())
            choose(index.siblingAtColumn(0).data(KeyRole).toString());
    });
    return view;
}

QWidget *SendersPage::Private::buildTables()
{
    table = newTable(lineProxy, u"senders/table"_qs, SendersPage::tr("Senders"));
    setColumnWidths(*table->horizontalHeader(), {158, 112, 122, 60, 58, 62, 50, 80, 82, 76});
    growColumns(*table, {0, 1, 2, 7});
    table->horizontalHeader()->setStretchLastSection(true);
    table->sortByColumn(2, Qt::DescendingOrder);
    table->setItemDelegateForColumn(2, new BarNumberDelegate(context.theme, table));
    matrixTable = newTable(matrixProxy, u"senders/matrix"_qs, SendersPage::tr("Failures by sender and cause"));
    matrixTable->setItemDelegateForColumn(matrixTimeColumn, new TimeDelegate(context.theme, matrixTable));
    // As the answer comes: most sessions first.
    matrixTable->sortByColumn(-1, Qt::AscendingOrder);
    setColumnWidths(*matrixTable->horizontalHeader(), {150, 62, 76, 76, 90, 84, 62, 72, 62, 150});
    growColumns(*matrixTable, {0});
    matrixTable->horizontalHeader()->setStretchLastSection(true);

    auto *saw = new SectionHeading(context.theme, SendersPage::tr("What they saw"),
                                   SendersPage::tr("occurrences by cause; one sender alone with a cause is often "
                                                   "the sender's own trouble"));
    q->setList(table);
    return q->split(Qt::Vertical, framed(heading, table), framed(saw, matrixTable), {}, u"senders/tables"_qs);
}

void SendersPage::Private::ask()
{
    q->state().showLoading();
    q->askLatest(
        question,
        [filter = context.filter.filter()](ArchiveReader &, const Facts &facts) { return senders(facts, filter); },
        [this](const std::vector<SenderRow> &rows) { show(rows); });
}

void SendersPage::Private::show(const std::vector<SenderRow> &rows)
{
    if (rows.empty()) {
        q->showNothing();
        return;
    }
    heading->setCaption(SendersPage::tr("%Ln sender(s)", nullptr, static_cast<int>(rows.size())));
    restoring = true;
    findings = bySender(shownFindings(context.diagnosis, context.filter.filter()));
    std::vector<SenderLine> judged = senderLines(rows);
    for (SenderLine &line : judged) {
        const Findings about = findingsOf(line.row.key);
        line.worst = about.empty() ? nullptr : about.front();
    }
    lines->setRows(std::move(judged));
    matrix->setRows(rows);
    for (int g = 0; g < causeGroupCount; ++g) {
        const bool any = std::any_of(rows.begin(), rows.end(), [g](const SenderRow &row) {
            return row.occurrences[static_cast<size_t>(g)] > 0;
        });
        matrixTable->setColumnHidden(matrixFirstCause + g, !any);
    }
    q->state().showContent();
    for (QTableView *each : {table, matrixTable})
        fitNumbers(*each, *each->horizontalHeader());
    restoring = false;
    choose(rowOf(chosen) ? chosen : lineProxy->index(0, 0).data(KeyRole).toString());
}

Findings SendersPage::Private::findingsOf(const QString &key) const
{
    return worthALink(findings.value(key));
}

const SenderRow *SendersPage::Private::rowOf(const QString &key) const
{
    for (const SenderRow &row : matrix->rows()) {
        if (row.key == key)
            return &row;
    }
    return nullptr;
}

/// Both tables show the same sender as chosen.
void SendersPage::Private::mark(const QString &key)
{
    restoring = true;
    for (QTableView *view : {table, matrixTable}) {
        const QAbstractItemModel *model = view->model();
        for (int i = 0; i < model->rowCount(); ++i) {
            if (model->index(i, 0).data(KeyRole).toString() == key)
                view->selectRow(i);
        }
    }
    restoring = false;
}

void SendersPage::Private::choose(const QString &key)
{
    const SenderRow *row = rowOf(key);
    const auto facts = context.session.facts();
    if (!row || !facts) {
        detail->clear();
        return;
    }
    const bool moved = chosen != key;
    chosen = key;
    const auto period = wholePeriod(*facts);
    detail->show(*row, period ? period->last : row->last, findingsOf(key));
    mark(key);
    Filter filter = context.filter.filter();
    filter.senders = {key};
    q->askLatest(
        dayQuestion, [filter](ArchiveReader &, const Facts &all) { return overview(all, filter).days; },
        [this](const std::vector<DayRow> &days) { detail->showDays(days); });
    if (moved)
        emit q->placeChanged();
}

void SendersPage::Private::showFiltered(const QString &page, const QString &sender)
{
    Filter filter = context.filter.filter();
    filter.senders = {sender};
    emit q->navigate(page, filter, {});
}

SendersPage::SendersPage(Context context, QWidget *parent)
    : ArchivePage(context, parent)
    , d(std::make_unique<Private>(this, context))
{
    start(d->build(), [this] { d->ask(); });
    connect(d->detail, &SenderDetail::showReports, this,
            [this](const QString &key) { d->showFiltered(u"reports"_qs, key); });
    connect(d->detail, &SenderDetail::showOnly, this,
            [this](const QString &key) { d->showFiltered(u"senders"_qs, key); });
    connect(&context.diagnosis, &DiagnosisSession::changed, this, &SendersPage::askAgain);
    connect(d->detail, &SenderDetail::findingOpened, this,
            [this](const QString &key) { emit navigate(u"findings"_qs, m_context.filter.filter(), key); });
    connect(d->detail, &SenderDetail::daysChosen, this,
            [this](DayRange days) { showDays(u"senders"_qs, days); });
}

SendersPage::~SendersPage() = default;

QString SendersPage::title() const
{
    return tr("Senders");
}

void SendersPage::find(const QString &text)
{
    d->lineProxy->setFind(text.trimmed());
    d->matrixProxy->setFind(text.trimmed());
}

QString SendersPage::findPlaceholder() const
{
    return tr("Find a sender");
}

QVariant SendersPage::place() const
{
    return d->chosen;
}

void SendersPage::goTo(const QVariant &place)
{
    if (d->rowOf(place.toString()))
        d->choose(place.toString());
    else
        d->chosen = place.toString();
}

QString SendersPage::currentTableAsCsv() const
{
    return toCsv(d->matrixTable->hasFocus() ? *d->matrixTable->model() : *d->table->model());
}

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/reportspage.h"

#include "core/base/writewhole.h"
#include "ui/reports/reportlistmodel.h"
#include "ui/reports/reportview.h"
#include "ui/widgets/delegates.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/rowmenu.h"
#include "ui/widgets/table.h"
#include "ui/words/words.h"

#include <QFileDialog>
#include <QHeaderView>
#include <QPushButton>
#include <QShortcut>

namespace tlsrpt
{

namespace
{

/// The whole list, not only what is on screen.
QByteArray listAsCsv(const Facts &facts, const std::vector<quint32> &order)
{
    QString csv = u"day,sender,domain,policy,sessions,failed,odd\r\n"_qs;
    for (const quint32 index : order) {
        const ReportRow row = reportRow(facts, index);
        csv += row.day.toIso() + u',' + csvCell(row.sender) + u',' + csvCell(row.domain) + u','
            + csvCell(words::policyApplied(row.track, row.mode)) + u',' + QString::number(row.sessions.total()) + u','
            + QString::number(row.sessions.failed) + u',' + QString::number(row.deviations) + u"\r\n"_qs;
    }
    return csv.toUtf8();
}

} // namespace

class ReportsPage::Private
{
public:
    Private(ReportsPage *page, const Context &context);

    QWidget *build();
    void setUpTable();
    void ask();
    void show(std::shared_ptr<const Facts> facts, std::vector<quint32> order);
    void open(ReportId id);
    void saveOriginal();
    void saveList();
    void removeSelected();
    void askWhere(const QString &title, const QString &name, const std::function<void(const QString &)> &save);
    void told(const Status &done);

    ReportsPage *q;
    Context context;
    ReportListModel *model;
    QTableView *table;
    ReportView *view;
    SectionHeading *heading;
    ReportId chosen;
    QString findText;
    int question = 0;
    int openQuestion = 0;
    bool restoring = false;
};

ReportsPage::Private::Private(ReportsPage *page, const Context &given)
    : q(page)
    , context(given)
    , model(new ReportListModel(page))
    , table(new QTableView)
    , view(new ReportView(given.theme))
    , heading(new SectionHeading(given.theme, ReportsPage::tr("Reports")))
{
}

QWidget *ReportsPage::Private::build()
{
    setUpTable();
    auto *columns = new QPushButton(ReportsPage::tr("Columns"));
    columns->setProperty("small", true);
    columns->setMenu(columnMenu(*table, columns));
    auto *csv = new QPushButton(ReportsPage::tr("CSV…"));
    csv->setProperty("small", true);
    csv->setToolTip(ReportsPage::tr("Save this list as comma-separated values"));
    connect(csv, &QPushButton::clicked, q, [this] { saveList(); });
    heading->addWidget(columns);
    heading->addWidget(csv);

    q->setList(table);
    QSplitter *splitter = q->split(Qt::Horizontal, framed(heading, table), view, {760, 420}, u"reports/splitter"_qs);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    return splitter;
}

void ReportsPage::Private::setUpTable()
{
    const Theme &theme = context.theme;
    table->setModel(model);
    table->setAccessibleName(ReportsPage::tr("Reports"));
    tlsrpt::setUpTable(*table, theme, context.settings, u"reports/table"_qs);
    table->setItemDelegate(new CellDelegate(theme, table, 26));
    for (const int column : {ReportListModel::Sessions, ReportListModel::Failed})
        table->setItemDelegateForColumn(column, new NumberDelegate(theme, table, 26));
    // Uniform rows: a million of them must not be measured.
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(26);
    const QString longDay = words::day(Day::fromDate(QDate(2000, 11, 28)));
    const int dayWidth = QFontMetrics(theme.font(FontRole::Body)).horizontalAdvance(longDay) + 2 * space::s + 2;
    setColumnWidths(*table->horizontalHeader(), {dayWidth, 146, 130, 122, 62, 52, 44});
    growColumns(*table, {ReportListModel::Sender, ReportListModel::Domain, ReportListModel::Policy});
    table->horizontalHeader()->setStretchLastSection(true);
    table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    table->horizontalHeader()->setSortIndicatorShown(true);
    table->horizontalHeader()->setSortIndicator(ReportListModel::DayColumn, Qt::DescendingOrder);
    table->horizontalHeader()->setSectionsClickable(true);
    connect(table->horizontalHeader(), &QHeaderView::sortIndicatorChanged, q, [this] { ask(); });
    connect(table->selectionModel(), &QItemSelectionModel::currentRowChanged, q, [this](const QModelIndex &index) {
        if (!restoring)
            open(model->idAt(index.row()));
    });
    auto *remove = new QShortcut(QKeySequence::Delete, table, nullptr, nullptr, Qt::WidgetShortcut);
    connect(remove, &QShortcut::activated, q, [this] { removeSelected(); });
    new RowMenu(*table, [this](QMenu &menu) {
        menu.addAction(ReportsPage::tr("Save the file…"), q, [this] { saveOriginal(); });
        menu.addAction(ReportsPage::tr("Delete from the archive…"), q, [this] { removeSelected(); });
    });
}

void ReportsPage::Private::ask()
{
    const QHeaderView *header = table->horizontalHeader();
    const ReportSort sort = ReportListModel::sortOf(header->sortIndicatorSection());
    const Qt::SortOrder order = header->sortIndicatorOrder();
    if (model->size() == 0)
        q->state().showLoading();
    const auto facts = context.session.facts();
    q->askLatest(
        question,
        [filter = context.filter.filter(), sort, order, find = findText](ArchiveReader &, const Facts &all) {
            return reportList(all, filter, sort, order, find);
        },
        [this, facts](const std::vector<quint32> &list) { show(facts, list); });
}

void ReportsPage::Private::show(std::shared_ptr<const Facts> facts, std::vector<quint32> order)
{
    if (order.empty() && findText.isEmpty()) {
        q->showNothing();
        return;
    }
    const QString count = ReportsPage::tr("%Ln report(s)", nullptr, static_cast<int>(order.size()));
    heading->setCaption(findText.isEmpty() ? count : ReportsPage::tr("%1 with \"%2\"").arg(count, findText));
    restoring = true;
    model->setReports(std::move(facts), std::move(order));
    q->state().showContent();
    fitNumbers(*table, *table->horizontalHeader());
    const int row = std::max(0, model->rowOf(chosen));
    if (model->size() > 0) {
        table->selectRow(row);
        table->scrollTo(model->index(row, 0));
    }
    restoring = false;
    open(model->idAt(row));
}

void ReportsPage::Private::open(ReportId id)
{
    if (!id) {
        ++openQuestion; // no late answer about a report that is no longer listed
        view->clear(ReportsPage::tr("No report to read: change what you look for."));
        return;
    }
    const bool moved = id != chosen;
    chosen = id;
    q->askLatest(
        openQuestion,
        [id, limits = context.settings.limits()](ArchiveReader &reader, const Facts &) {
            return openReport(reader, id, limits);
        },
        [this](const Result<OpenedReport> &opened) {
            if (opened)
                view->show(*opened);
            else
                view->showError(opened.error());
        });
    if (moved)
        emit q->placeChanged();
}

void ReportsPage::Private::told(const Status &done)
{
    if (!done)
        view->showError(done.error());
}

void ReportsPage::Private::askWhere(const QString &title, const QString &name,
                                    const std::function<void(const QString &)> &save)
{
    auto *dialog = new QFileDialog(q, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(name);
    connect(dialog, &QFileDialog::fileSelected, q, save);
    dialog->open();
}

void ReportsPage::Private::saveOriginal()
{
    context.session.ask([id = chosen](ArchiveReader &reader, const Facts &) { return reader.original(id); })
        .then(q, [this](const Result<OriginalRow> &original) {
            if (!original) {
                view->showError(original.error());
                return;
            }
            askWhere(ReportsPage::tr("Save the file as it came"), original->fileName, [this, row = *original](const QString &path) {
                context.session.ask([path, row](ArchiveReader &, const Facts &) { return writeWhole(path, row.bytes); })
                    .then(q, [this](const Status &done) { told(done); });
            });
        });
}

void ReportsPage::Private::saveList()
{
    askWhere(ReportsPage::tr("Save the list"), u"reports.csv"_qs, [this](const QString &path) {
        context.session
            .ask([path, facts = model->facts(), order = model->order()](ArchiveReader &, const Facts &) {
                return writeWhole(path, listAsCsv(*facts, order));
            })
            .then(q, [this](const Status &done) { told(done); });
    });
}

void ReportsPage::Private::removeSelected()
{
    std::vector<ReportId> ids;
    for (const QModelIndex &index : table->selectionModel()->selectedRows())
        ids.push_back(model->idAt(index.row()));
    if (!ids.empty())
        emit q->deleteRequested(ids, ReportsPage::tr("%Ln report(s)", nullptr, static_cast<int>(ids.size())));
}

ReportsPage::ReportsPage(Context context, QWidget *parent)
    : ArchivePage(context, parent)
    , d(std::make_unique<Private>(this, context))
{
    start(d->build(), [this] { d->ask(); });
    connect(d->view, &ReportView::saveRequested, this, [this] { d->saveOriginal(); });
}

ReportsPage::~ReportsPage() = default;

QString ReportsPage::title() const
{
    return tr("Reports");
}

void ReportsPage::find(const QString &text)
{
    if (text.trimmed() == d->findText)
        return;
    d->findText = text.trimmed();
    d->ask();
}

QString ReportsPage::findPlaceholder() const
{
    return tr("Find a report");
}

QVariant ReportsPage::place() const
{
    return QVariantList{d->chosen.value, d->view->tab()};
}

void ReportsPage::goTo(const QVariant &place)
{
    const QVariantList parts = place.toList();
    if (parts.size() != 2)
        return;
    d->chosen = {parts[0].toLongLong()};
    d->view->setTab(parts[1].toInt());
    if (const int row = d->model->rowOf(d->chosen); row >= 0)
        d->table->selectRow(row);
}

QString ReportsPage::currentTableAsCsv() const
{
    constexpr int most = 10'000; // for the clipboard; "CSV…" saves the whole list away from this thread
    std::vector<quint32> order = d->model->order();
    order.resize(std::min<size_t>(order.size(), most));
    return d->model->facts() ? QString::fromUtf8(listAsCsv(*d->model->facts(), order)) : QString();
}

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/domains/domainspage.h"

#include "ui/domains/domaindetail.h"
#include "ui/domains/domainsmodel.h"
#include "ui/domains/domainsummary.h"
#include "ui/widgets/delegates.h"
#include "ui/widgets/rowmenu.h"
#include "ui/widgets/table.h"

#include <QHeaderView>
#include <QScopedValueRollback>

#include <algorithm>

namespace tlsrpt
{

namespace
{

constexpr QLatin1String mailHostsKey("domains/mail-hosts");

QSet<QString> mutedKeys(const DiagnosisSession &session)
{
    QSet<QString> keys;
    const auto &marks = session.marks();
    if (std::none_of(marks.begin(), marks.end(), [](const FindingMark &mark) { return mark.muted; }))
        return keys;
    for (const FindingPtr &finding : session.diagnosis()->findings) {
        if (session.isMuted(*finding))
            keys.insert(finding->key());
    }
    return keys;
}

} // namespace

class DomainsPage::Private
{
public:
    Private(DomainsPage *page, const Context &context);

    QWidget *build();
    void setUpTable();
    void connectDetail();
    void ask();
    void show(std::vector<DomainItem> items, bool anything);
    void refilter(const std::function<void()> &change);
    void select(const QString &domain);
    void choose(const QString &domain);
    void askPolicies(const QString &domain);
    Filter filterFor(const QString &domain) const;
    void openFinding(const QString &key);

    DomainsPage *q;
    Context context;
    DomainsModel *model;
    DomainsProxy *proxy;
    DomainSummary *summary;
    QTableView *table;
    DomainDetail *detail;
    QString chosen;
    int question = 0;
    int policyQuestion = 0;
    bool restoring = false;
};

DomainsPage::Private::Private(DomainsPage *page, const Context &given)
    : q(page)
    , context(given)
    , model(newDomainsModel(page))
    , proxy(new DomainsProxy(model, page))
    , summary(new DomainSummary(given.theme))
    , table(new QTableView)
    , detail(new DomainDetail(given.theme))
{
    const bool mailHosts = context.settings.state(mailHostsKey).isNull() || context.settings.state(mailHostsKey).toBool();
    proxy->setMailHosts(mailHosts);
    summary->setMailHostsShown(mailHosts);
}

QWidget *DomainsPage::Private::build()
{
    setUpTable();
    connectDetail();
    QObject::connect(summary, &DomainSummary::stateChosen, q, [this](std::optional<Health> state) {
        refilter([this, state] { proxy->setState(state); });
    });
    QObject::connect(summary, &DomainSummary::mailHostsChosen, q, [this](bool shown) {
        context.settings.setState(mailHostsKey, shown);
        refilter([this, shown] { proxy->setMailHosts(shown); });
    });
    QSplitter *splitter = q->split(Qt::Vertical, framed(summary, table), detail, {300, 400}, u"domains/splitter"_qs);
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    q->setList(table);
    return splitter;
}

void DomainsPage::Private::setUpTable()
{
    table->setModel(proxy);
    table->setAccessibleName(DomainsPage::tr("Domains"));
    tlsrpt::setUpTable(*table, context.theme, context.settings, u"domains/table"_qs);
    table->setItemDelegate(new CellDelegate(context.theme, table));
    for (int column = 0; column < proxy->columnCount(); ++column) {
        if (proxy->headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).toInt() & Qt::AlignRight)
            table->setItemDelegateForColumn(column, new NumberDelegate(context.theme, table));
    }
    setColumnWidths(*table->horizontalHeader(), {158, 182, 252, 124, 74, 76, 62, 72, 66, 84});
    growColumns(*table, {DomainName, DomainState, DomainReason, DomainPolicy});
    table->horizontalHeader()->setStretchLastSection(true);
    table->setSortingEnabled(true);
    table->sortByColumn(DomainState, Qt::AscendingOrder);
    QObject::connect(table->selectionModel(), &QItemSelectionModel::currentRowChanged, q, [this](const QModelIndex &index) {
        if (!restoring && index.isValid())
            choose(index.siblingAtColumn(DomainName).data(KeyRole).toString());
    });
    QObject::connect(table, &QTableView::activated, detail, [this] { detail->setFocus(Qt::OtherFocusReason); });
}

void DomainsPage::Private::connectDetail()
{
    const auto go = [this](const QString &page) {
        emit q->navigate(page, filterFor(chosen), page == u"enforce" ? QVariant(chosen) : QVariant());
    };
    QObject::connect(detail, &DomainDetail::findingOpened, q, [this](const QString &key) { openFinding(key); });
    QObject::connect(detail, &DomainDetail::enforceAsked, q, [go] { go(u"enforce"_qs); });
    QObject::connect(detail, &DomainDetail::findingsAsked, q, [go] { go(u"findings"_qs); });
    QObject::connect(detail, &DomainDetail::serversAsked, q, [go] { go(u"servers"_qs); });
    QObject::connect(detail, &DomainDetail::reportsAsked, q, [go] { go(u"reports"_qs); });
    new RowMenu(*table, [this, go](QMenu &menu) {
        menu.addAction(DomainsPage::tr("Show only this domain"), q, [go] { go(u"domains"_qs); });
        menu.addAction(DomainsPage::tr("Show its findings"), q, [go] { go(u"findings"_qs); });
        addButtons(menu, detail->ways());
    });
}

Filter DomainsPage::Private::filterFor(const QString &domain) const
{
    Filter filter = context.filter.filter();
    filter.domains = QStringList{domain};
    return filter;
}

/// Where the filter of now would leave the finding out, all of the domain's are shown.
void DomainsPage::Private::openFinding(const QString &key)
{
    Filter filter = filterFor(chosen);
    const auto diagnosis = context.diagnosis.diagnosis();
    const auto left = diagnosis ? matching(*diagnosis, filter) : std::vector<FindingPtr>();
    if (std::none_of(left.begin(), left.end(), [&key](const FindingPtr &each) { return each->key() == key; })) {
        filter = Filter{};
        filter.domains = QStringList{chosen};
    }
    emit q->navigate(u"findings"_qs, filter, key);
}

void DomainsPage::Private::ask()
{
    if (context.session.facts()->empty()) {
        q->showNothing();
        return;
    }
    const auto diagnosis = context.diagnosis.diagnosis();
    if (!diagnosis) {
        ++question; // no late answer about another archive
        q->state().showLoading(DomainsPage::tr("Judging the domains…"));
        return;
    }
    q->askLatest(
        question,
        [diagnosis, muted = mutedKeys(context.diagnosis), filter = context.filter.filter()](ArchiveReader &, const Facts &) {
            return domainItems(*diagnosis, muted, filter);
        },
        [this, diagnosis](const std::vector<DomainItem> &items) { show(items, !diagnosis->health.empty()); });
}

void DomainsPage::Private::show(std::vector<DomainItem> items, bool anything)
{
    const auto diagnosis = context.diagnosis.diagnosis();
    if (!diagnosis)
        return;
    if (items.empty() && anything)
        q->state().showFilteredToNothing();
    else if (items.empty())
        q->state().showEmpty(DomainsPage::tr("No domain to judge"),
                             DomainsPage::tr("No report has a day that can be believed. The reports themselves are on “Reports”."));
    else
        q->state().showContent();
    refilter([&] {
        summary->setItems(items, diagnosis->reference.day);
        proxy->setState(summary->state());
        model->setRows(std::move(items));
    });
    fitNumbers(*table, *table->horizontalHeader());
}

/// Changes what the table shows; the domain stays chosen where it is still there.
void DomainsPage::Private::refilter(const std::function<void()> &change)
{
    {
        const QScopedValueRollback<bool> quiet(restoring, true);
        change();
    }
    select(chosen);
}

void DomainsPage::Private::select(const QString &domain)
{
    QModelIndex index = proxy->indexOf(domain);
    if (!index.isValid())
        index = proxy->index(0, 0);
    {
        const QScopedValueRollback<bool> quiet(restoring, true);
        table->setCurrentIndex(index);
        if (index.isValid())
            table->scrollTo(index);
    }
    choose(index.siblingAtColumn(DomainName).data(KeyRole).toString());
}

void DomainsPage::Private::choose(const QString &domain)
{
    const DomainItem *item = proxy->itemAt(proxy->indexOf(domain));
    const auto diagnosis = context.diagnosis.diagnosis();
    if (!item || !diagnosis) {
        detail->clear();
        return;
    }
    const bool moved = chosen != domain;
    chosen = domain;
    detail->show(*item, domainOf(*diagnosis, domain).get(), diagnosis->reference.day);
    askPolicies(domain);
    if (moved)
        emit q->placeChanged();
}

void DomainsPage::Private::askPolicies(const QString &domain)
{
    q->askLatest(
        policyQuestion,
        [diagnosis = context.diagnosis.diagnosis(), domain](ArchiveReader &, const Facts &) {
            const auto judged = domainOf(*diagnosis, domain);
            return judged ? policyStory(judged->history) : PolicyStory();
        },
        [this](const PolicyStory &story) { detail->showPolicies(story); });
}

DomainsPage::DomainsPage(Context context, QWidget *parent)
    : ArchivePage(context, parent)
    , d(std::make_unique<Private>(this, context))
{
    start(d->build(), [this] { d->ask(); });
    connect(&context.diagnosis, &DiagnosisSession::changed, this, &DomainsPage::askAgain);
}

DomainsPage::~DomainsPage() = default;

QString DomainsPage::title() const { return tr("Domains"); }

void DomainsPage::find(const QString &text)
{
    d->refilter([this, &text] { d->proxy->setFind(text.trimmed()); });
}

QString DomainsPage::findPlaceholder() const { return tr("Find a domain"); }

QVariant DomainsPage::place() const { return d->chosen.isEmpty() ? QVariant() : QVariant(d->chosen); }

QString DomainsPage::domain() const { return d->chosen; }

void DomainsPage::goTo(const QVariant &place)
{
    const QString domain = place.toString();
    if (domain.isEmpty())
        return;
    d->chosen = domain;
    d->summary->setState({}); // it may be in another state than the one that was looked for
    d->refilter([this] { d->proxy->setState({}); });
}

QString DomainsPage::currentTableAsCsv() const { return toCsv(*d->proxy); }

void DomainsPage::setEnforceOffered(bool offered) { d->detail->setEnforceOffered(offered); }

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/overviewpage.h"

#include "core/query/questions.h"
#include "ui/charts/daychart.h"
#include "ui/detail/findinglinks.h"
#include "ui/overview/overviewview.h"
#include "ui/widgets/stateview.h"
#include "ui/widgets/table.h"
#include "ui/words/words.h"

#include <QFuture>
#include <QVBoxLayout>

namespace tlsrpt
{

class OverviewPage::Private
{
public:
    Private(OverviewPage *page, const Context &context)
        : q(page)
        , context(context)
        , view(new OverviewView(context.theme, context.settings))
        , state(new StateView(context.theme, view))
    {
    }

    void ask();
    void show(const Overview &overview);
    void chooseDays(const DayRange &days);
    void chooseCause(const QString &key, const DayRange &days);

    OverviewPage *q;
    Context context;
    OverviewView *view;
    StateView *state;
    int question = 0; ///< an answer to an older one is dropped
};

void OverviewPage::Private::ask()
{
    if (!context.session.loaded()) {
        state->showLoading();
        return;
    }
    const int number = ++question;
    state->showLoading();
    context.session
        .ask([filter = context.filter.filter()](ArchiveReader &, const Facts &facts) {
            return overview(facts, filter);
        })
        .then(q, [this, number](const Overview &answer) {
            if (number == question)
                show(answer);
        });
}

void OverviewPage::Private::show(const Overview &overview)
{
    if (overview.reports == 0) {
        if (context.session.facts() && context.session.facts()->empty())
            state->showEmpty(tr("No reports yet"), tr("Import report files or a folder of them to begin."));
        else
            state->showFilteredToNothing();
        return;
    }
    view->show(overview, shownFindings(context.diagnosis, context.filter.filter()), context.diagnosis.diagnosis(), context.filter.filter());
    state->showContent();
}

void OverviewPage::Private::chooseDays(const DayRange &days)
{
    Filter filter = context.filter.filter();
    filter.from = days.first;
    filter.to = days.last;
    emit q->navigate(u"overview"_qs, filter, {});
}

void OverviewPage::Private::chooseCause(const QString &key, const DayRange &)
{
    Filter filter = context.filter.filter();
    for (int g = 0; g < causeGroupCount; ++g) {
        if (key == slug(static_cast<CauseGroup>(g)))
            filter.cause = static_cast<CauseGroup>(g);
    }
    emit q->navigate(u"overview"_qs, filter, {});
}

OverviewPage::OverviewPage(Context context, QWidget *parent)
    : Page(context, parent)
    , d(std::make_unique<Private>(this, context))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(d->state);

    connect(&context.session, &ArchiveSession::factsChanged, this, [this] { d->ask(); });
    connect(&context.session, &ArchiveSession::failed, d->state, &StateView::showError);
    connect(&context.filter, &FilterState::changed, this, [this] { d->ask(); });
    connect(d->state, &StateView::clearFilter, this, [this] { m_context.filter.clear(); });
    connect(d->state, &StateView::retry, &context.session, &ArchiveSession::retry);
    connect(&context.diagnosis, &DiagnosisSession::changed, this, [this] { d->ask(); });
    connect(d->view, &OverviewView::findingOpened, this,
            [this](const QString &key) { emit navigate(u"findings"_qs, m_context.filter.filter(), key); });
    connect(d->view, &OverviewView::daysChosen, this, [this](DayRange days) { d->chooseDays(days); });
    connect(d->view, &OverviewView::causeChosen, this,
            [this](const QString &key, DayRange days) { d->chooseCause(key, days); });
    connect(d->view, &OverviewView::filterChosen, this, [this](const Filter &chosen) {
        Filter filter = m_context.filter.filter();
        if (!chosen.domains.isEmpty())
            filter.domains = chosen.domains;
        if (!chosen.senders.isEmpty())
            filter.senders = chosen.senders;
        if (!chosen.tracks.empty())
            filter.tracks = chosen.tracks;
        emit navigate(u"overview"_qs, filter, {});
    });
    d->ask();
}

OverviewPage::~OverviewPage() = default;

QString OverviewPage::title() const
{
    return tr("Overview");
}

QString OverviewPage::currentTableAsCsv() const
{
    const QAbstractItemModel *model = d->view->focusedTable();
    return model ? toCsv(*model) : QString();
}

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/overviewpage.h"

#include "core/query/questions.h"
#include "ui/charts/daychart.h"
#include "ui/detail/findinglinks.h"
#include "ui/overview/overviewview.h"
#include "ui/widgets/table.h"
#include "ui/words/findingwords.h"
#include "ui/words/words.h"

namespace tlsrpt
{

class OverviewPage::Private
{
public:
    Private(OverviewPage *page, const Context &context)
        : q(page)
        , context(context)
        , view(new OverviewView(context.theme, context.settings))
    {
    }

    void ask();
    void show(const Overview &overview);
    void chooseDays(const DayRange &days);
    void chooseCause(const QString &key, const DayRange &days);

    OverviewPage *q;
    Context context;
    OverviewView *view;
    int question = 0; ///< an answer to an older one is dropped
};

void OverviewPage::Private::ask()
{
    q->state().showLoading();
    q->askLatest(
        question,
        [filter = context.filter.filter()](ArchiveReader &, const Facts &facts) { return overview(facts, filter); },
        [this](const Overview &answer) { show(answer); });
}

void OverviewPage::Private::show(const Overview &overview)
{
    if (overview.reports == 0) {
        q->showNothing();
        return;
    }
    view->show(overview, shownFindings(context.diagnosis, context.filter.filter()), context.diagnosis.diagnosis(), context.filter.filter());
    // Whoever looks at a former time knows.
    const std::optional<Day> newest = context.filter.newestDay();
    const bool upToNow = newest && overview.period.last >= *newest;
    view->setStaleness(upToNow ? words::staleness(*newest, Day::fromDate(context.clock.nowUtc().date())) : QString());
    q->state().showContent();
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
    : ArchivePage(context, parent)
    , d(std::make_unique<Private>(this, context))
{
    connect(&context.diagnosis, &DiagnosisSession::changed, this, &OverviewPage::askAgain);
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
    start(d->view, [this] { d->ask(); });
    setList(d->view);
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

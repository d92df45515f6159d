// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/enforce/enforcepage.h"

#include "ui/enforce/enforcehead.h"
#include "ui/enforce/enforceview.h"
#include "ui/enforce/trialview.h"
#include "ui/widgets/table.h"
#include "ui/words/enforcewords.h"

#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace tlsrpt
{

namespace
{

using DomainPtr = std::shared_ptr<const DomainDiagnosis>;

DomainPtr domainNamed(const Diagnosis &diagnosis, const QString &name)
{
    const auto it = std::lower_bound(diagnosis.domains.begin(), diagnosis.domains.end(), name,
                                     [](const DomainPtr &each, const QString &key) { return each->domain < key; });
    return it == diagnosis.domains.end() || (*it)->domain != name ? DomainPtr() : *it;
}

/// Where nobody said which: one in testing, else the one with most sessions.
QString likeliestDomain(const Diagnosis &diagnosis)
{
    const DomainDiagnosis *best = nullptr;
    const auto rank = [](const DomainDiagnosis &each) { return std::pair(!each.enforceConditions.empty(), each.sessions); };
    for (const DomainPtr &each : diagnosis.domains) {
        if (!best || rank(*each) > rank(*best))
            best = each.get();
    }
    return best ? best->domain : QString();
}

DayRange daysOf(const Filter &filter, const DomainDiagnosis &domain)
{
    return {filter.from.value_or(domain.days.first), filter.to.value_or(domain.days.last)};
}

} // namespace

class EnforcePage::Private
{
public:
    Private(EnforcePage *page, const Context &context);

    QWidget *build();
    void connectWays();
    void ask();
    QString wanted(const Diagnosis &diagnosis);
    void show(const Diagnosis &diagnosis, const Enforcement &enforcement);
    void tryText();
    Filter ownFilter() const;

    EnforcePage *q;
    Context context;
    EnforceHead *head;
    QTabWidget *tabs;
    EnforceView *view;
    TrialView *trial;
    QString domain;
    QStringList filtered; ///< domains of the filter when it was last looked at
    int question = 0;
    int trialQuestion = 0;
};

EnforcePage::Private::Private(EnforcePage *page, const Context &given)
    : q(page)
    , context(given)
    , head(new EnforceHead(given.theme))
    , tabs(new QTabWidget)
    , view(new EnforceView(given.theme, given.settings))
    , trial(new TrialView(given.theme, given.settings))
{
}

QWidget *EnforcePage::Private::build()
{
    tabs->setDocumentMode(true);
    tabs->addTab(view, EnforcePage::tr("Conditions and steps"));
    tabs->addTab(trial, EnforcePage::tr("Try another policy"));
    tabs->setAccessibleName(EnforcePage::tr("Parts of this page"));
    auto *box = new QWidget;
    box->setBackgroundRole(QPalette::Base);
    box->setAutoFillBackground(true);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    column->addWidget(head);
    column->addWidget(tabs, 1);
    connectWays();
    return box;
}

void EnforcePage::Private::connectWays()
{
    QObject::connect(head, &EnforceHead::domainsAsked, q, [this] { emit q->navigate(u"domains"_qs, context.filter.filter(), domain); });
    QObject::connect(head, &EnforceHead::domainChosen, q, [this](const QString &name) {
        Filter filter = context.filter.filter();
        if (!filter.domains.isEmpty())
            filter.domains = QStringList{name};
        emit q->navigate(u"enforce"_qs, filter, name);
    });
    QObject::connect(view, &EnforceView::findingOpened, q,
                     [this](const QString &key) { emit q->navigate(u"findings"_qs, ownFilter(), key); });
    QObject::connect(view, &EnforceView::problemsAsked, q, [this] { emit q->navigate(u"findings"_qs, ownFilter(), {}); });
    QObject::connect(view, &EnforceView::daysChosen, q, [this](DayRange days) { q->showDays(u"enforce"_qs, days); });
    QObject::connect(view, &EnforceView::groupOpened, q, [this](const QString &sender, const QString &host) {
        Filter filter = context.filter.filter();
        filter.domains = QStringList{domain};
        filter.senders = QStringList{sender};
        filter.tracks = {Track::Sts};
        filter.onlyFailures = true;
        filter.cause.reset();
        filter.mx = host.isEmpty() ? std::optional<QString>() : host;
        emit q->navigate(u"reports"_qs, filter, {});
    });
    QObject::connect(trial, &TrialView::tryRequested, q, [this] { tryText(); });
    QObject::connect(trial, &TrialView::told, q, &EnforcePage::told);
}

/// All findings of the domain: which days are chosen here decides nothing about them.
Filter EnforcePage::Private::ownFilter() const
{
    Filter filter;
    filter.domains = QStringList{domain};
    return filter;
}

QString EnforcePage::Private::wanted(const Diagnosis &diagnosis)
{
    const QStringList now = context.filter.filter().domains;
    if (filtered != now && now.size() == 1)
        domain = now.front();
    filtered = now;
    if (domain.isEmpty() || !domainNamed(diagnosis, domain))
        domain = now.isEmpty() || !domainNamed(diagnosis, now.front()) ? likeliestDomain(diagnosis) : now.front();
    return domain;
}

void EnforcePage::Private::ask()
{
    if (context.session.facts()->empty()) {
        q->showNothing();
        return;
    }
    const auto diagnosis = context.diagnosis.diagnosis();
    const auto facts = context.diagnosis.facts();
    if (!diagnosis || !facts) {
        ++question; // no late answer about another archive
        ++trialQuestion;
        q->state().showLoading(EnforcePage::tr("Judging the domains…"));
        return;
    }
    const QString before = domain;
    const DomainPtr judged = domainNamed(*diagnosis, wanted(*diagnosis));
    if (!judged) {
        q->state().showEmpty(EnforcePage::tr("No domain to judge"), EnforcePage::tr("No report has a day that can be believed."));
        return;
    }
    q->askLatest(
        question,
        [facts, judged, days = daysOf(context.filter.filter(), *judged)](ArchiveReader &, const Facts &) {
            return enforcement(*facts, *judged, days);
        },
        [this, diagnosis](const Enforcement &enforcement) { show(*diagnosis, enforcement); });
    if (before != domain)
        emit q->placeChanged();
}

void EnforcePage::Private::show(const Diagnosis &diagnosis, const Enforcement &enforcement)
{
    q->state().showContent();
    QStringList names;
    for (const DomainPtr &each : diagnosis.domains)
        names << each->domain;
    head->setDomains(names, domain);
    const Filter &filter = context.filter.filter();
    head->show(enforcement, !filter.senders.isEmpty() || !filter.tracks.empty() || filter.onlyFailures);
    const Situation own{{}, {}, Track::Sts, PolicyMode::Unknown, enforcement.domain, {}, {}, {}};
    view->show(enforcement, {enforcement.draft.lines.join(u'\n'), enforcement.firstTesting.join(u'\n'),
                             stsRecord(enforcement.domain, context.clock.nowUtc()),
                             checkFor(CheckKind::StsRecordAndMx, own).command});
    trial->setTexts(enforcement.domain, enforcement.current, enforcement.draft.lines);
}

void EnforcePage::Private::tryText()
{
    const auto diagnosis = context.diagnosis.diagnosis();
    const auto facts = context.diagnosis.facts();
    const DomainPtr judged = diagnosis ? domainNamed(*diagnosis, domain) : DomainPtr();
    if (!judged || !facts)
        return;
    q->askLatest(
        trialQuestion,
        [facts, text = judged->text, lines = trial->lines()](ArchiveReader &, const Facts &) {
            return tryPolicy(*facts, text, lines);
        },
        [this](const PolicyTrial &answer) { trial->show(answer); });
}

EnforcePage::EnforcePage(Context context, QWidget *parent)
    : ArchivePage(context, parent)
    , d(std::make_unique<Private>(this, context))
{
    start(d->build(), [this] { d->ask(); });
    connect(&context.diagnosis, &DiagnosisSession::changed, this, &EnforcePage::askAgain);
}

EnforcePage::~EnforcePage() = default;

QString EnforcePage::title() const { return tr("Is it safe to enforce?"); }

QVariant EnforcePage::place() const { return d->domain.isEmpty() ? QVariant() : QVariant(d->domain); }

QString EnforcePage::domain() const { return d->domain; }

void EnforcePage::goTo(const QVariant &place)
{
    const QString domain = place.toString();
    if (domain.isEmpty())
        return;
    d->filtered = d->context.filter.filter().domains; // a filter that changes later wins
    if (d->domain == domain)
        return;
    d->domain = domain;
    askAgain();
}

QString EnforcePage::currentTableAsCsv() const
{
    return d->tabs->currentWidget() == d->trial ? toCsv(d->trial->hosts()) : toCsv(d->view->refused());
}

} // namespace tlsrpt

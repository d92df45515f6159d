// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/domains/domaindetail.h"

#include "ui/detail/findinglinks.h"
#include "ui/detail/linkbutton.h"
#include "ui/domains/domainfacts.h"
#include "ui/domains/healthlook.h"
#include "ui/domains/policyview.h"
#include "ui/findings/findingsections.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/labels.h"
#include "ui/words/findingwords.h"
#include "ui/words/text.h"

#include <QPushButton>
#include <QResizeEvent>
#include <QScrollBar>
#include <QVBoxLayout>

namespace tlsrpt
{

namespace
{
constexpr int narrowBelow = 860;
constexpr int widestContent = 1600;
constexpr size_t fewFindings = 3; ///< FindingLinks shows these at least
} // namespace

DomainDetail::DomainDetail(const Theme &theme, QWidget *parent)
    : QScrollArea(parent)
    , m_theme(theme)
    , m_hint(makeLabel(theme, tr("Choose a domain to see what is known about it."), FontRole::Body, Token::Text2))
    , m_content(new QWidget)
    , m_name(makeLabel(theme, {}, FontRole::Headline))
    , m_pill(new PillLabel(theme, {}, {}, Token::Text, Token::Hover))
    , m_enforce(newButton(tr("Is it safe to enforce?"), &DomainDetail::enforceAsked))
    , m_state(new Sections(theme))
    , m_findings(new FindingLinks(theme))
    , m_allFindings(new LinkButton(theme, {}))
    , m_senders(new Sections(theme))
    , m_policies(new PolicyView(theme))
    , m_left(new QWidget)
    , m_grid(new QGridLayout(m_content))
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("The chosen domain"));
    m_name->setWordWrap(true);
    auto *left = new QVBoxLayout(m_left);
    left->setContentsMargins(0, 0, 0, 0);
    left->setSpacing(space::m);
    left->addWidget(m_state);
    left->addWidget(m_findings);
    left->addWidget(m_allFindings, 0, Qt::AlignLeft);
    left->addWidget(m_senders);
    left->addStretch();
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(space::column);
    m_grid->setVerticalSpacing(space::m);
    m_grid->addWidget(buildHead(), 0, 0, 1, 2);
    arrange(false);
    m_content->setMaximumWidth(widestContent);
    auto *box = new QWidget;
    auto *outer = new QVBoxLayout(box);
    outer->setContentsMargins(space::l, space::m, space::l, space::m);
    outer->addWidget(m_hint);
    outer->addWidget(m_content);
    outer->addStretch();
    setWidget(box);
    setOnBase(*this);
    connect(m_findings, &FindingLinks::opened, this, &DomainDetail::findingOpened);
    connect(m_allFindings, &LinkButton::clicked, this, &DomainDetail::findingsAsked);
    clear();
}

QPushButton *DomainDetail::newButton(const QString &text, void (DomainDetail::*signal)())
{
    auto *button = new QPushButton(text);
    connect(button, &QPushButton::clicked, this, signal);
    return button;
}

QWidget *DomainDetail::buildHead()
{
    auto *head = new QWidget;
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    auto *title = new QHBoxLayout;
    title->setSpacing(space::m);
    title->addWidget(m_pill, 0, Qt::AlignVCenter);
    title->addWidget(m_name, 1);
    column->addLayout(title);
    auto *ways = new QWidget;
    auto *flow = new FlowLayout(space::s, ways);
    m_enforce->setProperty("primary", true);
    m_ways = {m_enforce, newButton(tr("Show its mail servers"), &DomainDetail::serversAsked),
              newButton(tr("Show its reports"), &DomainDetail::reportsAsked)};
    for (QAbstractButton *way : std::as_const(m_ways))
        flow->addWidget(way);
    column->addWidget(ways);
    return head;
}

void DomainDetail::arrange(bool narrow)
{
    m_narrow = narrow;
    m_grid->removeWidget(m_left);
    m_grid->removeWidget(m_policies);
    m_grid->addWidget(m_left, 1, 0, 1, narrow ? 2 : 1);
    m_grid->addWidget(m_policies, narrow ? 2 : 1, narrow ? 0 : 1, 1, narrow ? 2 : 1);
    m_grid->setColumnStretch(0, 2);
    m_grid->setColumnStretch(1, 3);
}

void DomainDetail::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    const bool narrow = event->size().width() < narrowBelow;
    if (narrow != m_narrow)
        arrange(narrow);
}

void DomainDetail::clear()
{
    m_domain.clear();
    m_hint->show();
    m_content->hide();
}

void DomainDetail::show(const DomainItem &item, const DomainDiagnosis *domain, Day reference)
{
    const bool other = m_domain != item.health.domain || m_content->isHidden();
    m_domain = item.health.domain;
    m_hint->hide();
    m_content->show();
    m_name->setText(breakable(words::shown(item.health.domain, 253)));
    const HealthLook look = lookOf(item.health.health);
    m_pill->setText(words::healthName(item.health.health));
    m_pill->setLook(look.icon, look.text, look.ground);
    const bool ready = item.health.mode != PolicyMode::Unknown;
    m_enforce->setVisible(m_enforceOffered && ready);
    m_enforce->setText(item.health.mode == PolicyMode::Enforce ? tr("Policy and steps") : tr("Is it safe to enforce?"));
    fillState(*m_state, m_theme, item, domain);
    m_findings->show(item.open);
    // The number of the column "Problems"; what is no problem is not counted there either.
    const int problems = item.health.openProblems;
    const int count = static_cast<int>(item.open.size());
    m_allFindings->setText(problems == 0      ? tr("Show all %Ln open finding(s) ›", nullptr, count)
                           : item.advice == 0 ? tr("Show all %Ln problem(s) ›", nullptr, problems)
                                              : tr("Show all %Ln problem(s) and what else is open ›", nullptr, problems));
    m_allFindings->setVisible(item.open.size() > fewFindings);
    fillSenders(*m_senders, m_theme, domain, reference);
    if (other)
        verticalScrollBar()->setValue(0);
}

void DomainDetail::showPolicies(const PolicyStory &story) { m_policies->setStory(story); }

} // namespace tlsrpt

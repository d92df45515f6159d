// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/servers/serverdetail.h"

#include "core/explain/explanation.h"
#include "ui/charts/daychart.h"
#include "ui/detail/explanationview.h"
#include "ui/detail/findinglinks.h"
#include "ui/widgets/labels.h"
#include "ui/words/findingparts.h"
#include "ui/words/text.h"
#include "ui/words/words.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

namespace tlsrpt
{

namespace
{

constexpr int greetingLines = 12;
constexpr int mostDomains = 5;
constexpr qsizetype longestName = 200; ///< a stranger may send 64 kB, which take seconds to wrap

QLabel *wrapping(QLabel *label)
{
    label->setWordWrap(true);
    return label;
}

} // namespace

ServerDetail::ServerDetail(const Theme &theme, QWidget *parent)
    : QScrollArea(parent)
    , m_theme(theme)
    , m_content(new QWidget)
    , m_hint(wrapping(makeLabel(theme, tr("Choose a mail server to see what happened there."), FontRole::Body,
                                Token::Text2)))
    , m_name(wrapping(makeLabel(theme, {}, FontRole::Section)))
    , m_domains(wrapping(makeLabel(theme, {}, FontRole::Caption, Token::Text2)))
    , m_pill(new PillLabel(theme, tr("going on"), u"triangle"_qs, Token::Failed, Token::FailedSoft))
    , m_chartTitle(new SectionHeading(theme, {}, tr("occurrences")))
    , m_chart(new DayChart(theme))
    , m_policyTitle(new SectionHeading(theme, tr("In the policy")))
    , m_policy(wrapping(makeLabel(theme, {})))
    , m_greetingTitle(new SectionHeading(theme, tr("How it greets")))
    , m_greeting(makeLabel(theme, {}, FontRole::Mono, Token::Text2))
    , m_greetingBy(wrapping(makeLabel(theme, {}, FontRole::Caption, Token::Text2)))
    , m_findings(new FindingLinks(theme))
    , m_example(wrapping(makeLabel(theme, {}, FontRole::Body, Token::Text2)))
    , m_explanation(new ExplanationView(theme))
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Explanation of the chosen mail server"));
    setMinimumWidth(260);
    m_chart->setFixedHeight(130);
    auto *pillRow = new QHBoxLayout;
    pillRow->addWidget(m_pill);
    pillRow->addWidget(m_domains, 1);
    auto *reports = new QPushButton(tr("Show its reports"));
    m_reports = reports;
    reports->setToolTip(tr("The reports that name this server in a failure"));
    connect(reports, &QPushButton::clicked, this, [this] { emit showReports(m_mx); });
    connect(m_findings, &FindingLinks::opened, this, &ServerDetail::findingOpened);
    connect(m_chart, &DayChart::daysChosen, this, &ServerDetail::daysChosen);

    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    column->addWidget(m_name);
    column->addLayout(pillRow);
    column->addWidget(m_findings);
    column->addWidget(m_chartTitle);
    column->addWidget(m_chart);
    column->addWidget(m_example);
    column->addWidget(m_explanation);
    for (QWidget *each : std::initializer_list<QWidget *>{m_policyTitle, m_policy, m_greetingTitle, m_greeting, m_greetingBy})
        column->addWidget(each);
    column->addWidget(new InfoBox(theme, tr("Why is there no success rate?"),
                                  tr("Reports count successes for a whole domain, never for one server. Here are "
                                     "failures only; a server without failures has no row.")));
    column->addWidget(reports, 0, Qt::AlignLeft);

    auto *box = new QWidget;
    auto *outer = new QVBoxLayout(box);
    outer->setContentsMargins(space::m + space::xs, space::m, space::m + space::xs, space::m);
    outer->addWidget(m_hint);
    outer->addWidget(m_content);
    outer->addStretch();
    setWidget(box);
    setOnBase(*this);
    clear();
}

void ServerDetail::clear()
{
    m_hint->show();
    m_content->hide();
    m_mx.clear();
}

void ServerDetail::show(const ServerRow &row, const std::vector<FindingPtr> &findings)
{
    m_mx = row.mx;
    m_hint->hide();
    m_content->show();
    m_name->setText(row.mx.isEmpty() ? tr("No server, policy level") : words::shown(row.mx, longestName));
    m_pill->setVisible(row.goingOn);
    const QString domains = words::listPhrase(row.domains, mostDomains);
    m_domains->setText(row.mx.isEmpty() ? tr("before any mail server of %1 was contacted").arg(domains)
                                        : tr("mail server of %1").arg(domains));
    m_findings->show(findings);
    const Explanation explanation = explain(row.sample);
    const bool ofOneDomain = row.domains.size() > 1 && explanation.owner != Owner::MxOperator;
    m_example->setVisible(ofOneDomain);
    m_example->setText(tr("For example %1, where it happened last: what follows is about this domain alone.")
                           .arg(words::shown(row.sample.domain, longestName)));
    m_explanation->show(explanation);
    showPolicy(row);
    showGreeting(row);
    verticalScrollBar()->setValue(0);
}

void ServerDetail::showDays(const std::vector<DayRow> &days)
{
    ChartData chart = causesChart(days, m_theme);
    m_chartTitle->setTitle(chart.unit == SlotUnit::Day    ? tr("Failures per day")
                           : chart.unit == SlotUnit::Week ? tr("Failures per week")
                                                          : tr("Failures per month"));
    m_chart->setData(std::move(chart));
}

void ServerDetail::showPolicy(const ServerRow &row)
{
    const bool told = row.coverage == Coverage::Covered || row.coverage == Coverage::NotCovered;
    m_policyTitle->setVisible(told);
    m_policy->setVisible(told);
    if (!told)
        return;
    if (row.coverage == Coverage::Covered) {
        m_policy->setText(row.pattern.isEmpty() ? tr("The policy lists it by name.")
                                                : tr("Covered by mx: %1").arg(words::shown(row.pattern, longestName)));
        return;
    }
    const Miss miss = explainMiss(row.sample.patterns, row.mx, row.sample.domain);
    m_policy->setText(tr("%1 is not covered by this policy.").arg(words::shown(row.mx, longestName)) + u' ' + words::miss(miss, row.mx));
}

void ServerDetail::showGreeting(const ServerRow &row)
{
    QStringList lines = QString(row.helo).remove(u'\r').split(u'\n', Qt::SkipEmptyParts);
    const bool told = !lines.isEmpty();
    for (QWidget *each : std::initializer_list<QWidget *>{m_greetingTitle, m_greeting, m_greetingBy})
        each->setVisible(told);
    if (!told)
        return;
    lines = lines.mid(0, greetingLines);
    for (QString &line : lines)
        line = words::shown(line, longestName);
    m_greeting->setText(lines.join(u'\n'));
    m_greetingBy->setText(tr("%1, told by %2").arg(words::day(row.heloDay), words::shown(row.heloSender, longestName)));
}

} // namespace tlsrpt

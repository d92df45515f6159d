// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/enforce/enforceview.h"

#include "ui/charts/chartlegend.h"
#include "ui/charts/daychart.h"
#include "ui/enforce/conditionlist.h"
#include "ui/enforce/enforcechart.h"
#include "ui/widgets/delegates.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/table.h"
#include "ui/words/words.h"

#include <QGridLayout>
#include <QHeaderView>
#include <QResizeEvent>
#include <QScrollBar>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace tlsrpt
{

namespace
{

constexpr int widestContent = 1600;
constexpr int narrowBelow = 860;
constexpr int lowestChart = 150;
constexpr int highestChart = 240;
constexpr int besideChart = 480; ///< height of what stands around it
constexpr int mostRows = 15;

} // namespace

EnforceView::EnforceView(const Theme &theme, Settings &settings, QWidget *parent)
    : QScrollArea(parent)
    , m_theme(theme)
    , m_refused(newRefusedModel(this))
    , m_conditionsTitle(new SectionHeading(theme, tr("Conditions")))
    , m_conditions(new ConditionList(theme))
    , m_chartTitle(new SectionHeading(theme, {}))
    , m_legend(new ChartLegend(theme))
    , m_chart(new DayChart(theme))
    , m_tableTitle(new SectionHeading(theme, {}))
    , m_table(buildTable(settings))
    , m_steps(new StepList(theme))
    , m_left(buildLeft())
    , m_right(buildRight())
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Is it safe to enforce?"));
    auto *content = new QWidget;
    content->setMaximumWidth(widestContent);
    m_grid = new QGridLayout(content);
    m_grid->setContentsMargins(space::l, space::m, space::l, space::l);
    m_grid->setHorizontalSpacing(36);
    m_grid->setVerticalSpacing(space::m);
    auto *outer = new QWidget;
    auto *row = new QHBoxLayout(outer);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(content, widestContent);
    row->addStretch(1);
    setWidget(outer);
    setOnBase(*this);
    arrange();
    connect(m_conditions, &ConditionList::problemsAsked, this, &EnforceView::problemsAsked);
    connect(m_conditions, &ConditionList::findingOpened, this, &EnforceView::findingOpened);
    connect(m_steps, &StepList::findingOpened, this, &EnforceView::findingOpened);
    connect(m_chart, &DayChart::daysChosen, this, &EnforceView::daysChosen);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        emit groupOpened(index.siblingAtColumn(RefusedSender).data(KeyRole).toString(),
                         index.siblingAtColumn(RefusedServer).data(KeyRole).toString());
    });
}

QTableView *EnforceView::buildTable(Settings &settings)
{
    auto *table = new QTableView;
    table->setModel(m_refused);
    table->setAccessibleName(tr("What would have been refused"));
    table->setToolTip(tr("Double-click or press Enter to see the reports."));
    setUpTable(*table, m_theme, settings, u"enforce/refused"_qs);
    table->setItemDelegate(new CellDelegate(m_theme, table));
    for (const int column : {RefusedSessions, RefusedOccurrences})
        table->setItemDelegateForColumn(column, new NumberDelegate(m_theme, table));
    setColumnWidths(*table->horizontalHeader(), {112, 150, 134, 60, 60, 118});
    growColumns(*table, {RefusedSender, RefusedServer, RefusedCause});
    table->horizontalHeader()->setStretchLastSection(true);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    return table;
}

QWidget *EnforceView::buildLeft()
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    column->addWidget(m_conditionsTitle);
    column->addWidget(m_conditions);
    column->addSpacing(space::s);
    column->addWidget(m_chartTitle);
    column->addWidget(m_legend); // below: beside it a narrow window has no room
    m_chart->setFixedHeight(lowestChart);
    column->addWidget(m_chart);
    column->addSpacing(space::s);
    column->addWidget(m_tableTitle);
    column->addWidget(m_table);
    column->addStretch();
    return box;
}

QWidget *EnforceView::buildRight()
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    column->addWidget(new SectionHeading(m_theme, tr("What to do, in this order")));
    column->addWidget(m_steps);
    column->addSpacing(space::xs);
    column->addWidget(new InfoBox(m_theme, tr("What reports cannot show"),
                                  tr("Reserve servers that nobody used in this time, and senders that do not report. Test every "
                                     "server by hand before you switch.")));
    column->addStretch();
    return box;
}

void EnforceView::arrange()
{
    const bool narrow = m_narrow || m_alone;
    m_grid->removeWidget(m_left);
    m_grid->removeWidget(m_right);
    m_grid->addWidget(m_left, 0, 0);
    m_grid->addWidget(m_right, narrow ? 1 : 0, narrow ? 0 : 1);
    m_grid->setColumnStretch(0, 650);
    m_grid->setColumnStretch(1, m_alone && !m_narrow ? 350 : narrow ? 0 : 447);
    m_left->setVisible(!m_alone);
    m_grid->setRowStretch(2, 1);
}

void EnforceView::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    m_chart->setFixedHeight(std::clamp(event->size().height() - besideChart, lowestChart, highestChart));
    const bool narrow = event->size().width() < narrowBelow;
    if (std::exchange(m_narrow, narrow) != narrow)
        arrange();
}

void EnforceView::show(const Enforcement &enforcement, const StepTexts &texts)
{
    const bool other = std::exchange(m_domain, enforcement.domain) != enforcement.domain;
    // A link that goes away with the focus would scroll to the next one.
    if (const QWidget *focus = widget()->focusWidget(); other && focus && focus->hasFocus())
        setFocus(Qt::OtherFocusReason);
    const auto met = std::count_if(enforcement.conditions.begin(), enforcement.conditions.end(),
                                   [](const Condition &each) { return each.met; });
    m_conditionsTitle->setCaption(tr("%1 of %2 met, by the last 30 days")
                                      .arg(words::number(met), words::number(static_cast<qint64>(enforcement.conditions.size()))));
    m_conditions->show(enforcement);
    for (QWidget *each : {static_cast<QWidget *>(m_conditionsTitle), static_cast<QWidget *>(m_conditions)})
        each->setVisible(!enforcement.conditions.empty());
    showRefused(enforcement);
    const bool alone = enforcement.conditions.empty() && enforcement.sessions == 0;
    if (std::exchange(m_alone, alone) != alone)
        arrange();
    m_steps->show(words::enforceSteps(enforcement), texts);
    if (other)
        verticalScrollBar()->setValue(0);
}

void EnforceView::showRefused(const Enforcement &enforcement)
{
    ChartData chart = enforceChart(enforcement, m_theme);
    m_chartTitle->setTitle(chart.accessibleName);
    m_legend->setData(chart);
    for (QWidget *each : {static_cast<QWidget *>(m_chartTitle), static_cast<QWidget *>(m_legend), static_cast<QWidget *>(m_chart)})
        each->setVisible(chart.count() > 0);
    m_chart->setData(std::move(chart));
    m_tableTitle->setTitle(enforcement.state == EnforceState::Enforcing ? tr("What was refused, and why")
                                                                        : tr("What would have been refused, and why"));
    m_tableTitle->setCaption(words::period(enforcement.days));
    m_refused->setRows(enforcement.groups);
    for (QWidget *each : {static_cast<QWidget *>(m_tableTitle), static_cast<QWidget *>(m_table)})
        each->setVisible(!enforcement.groups.empty());
    const int rows = std::clamp(m_refused->rowCount(), 1, mostRows);
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + rows * m_table->verticalHeader()->defaultSectionSize()
                            + m_table->horizontalScrollBar()->sizeHint().height() + 2);
    if (m_refused->rowCount() > 0)
        m_table->setCurrentIndex(m_refused->index(0, 0));
    fitNumbers(*m_table, *m_table->horizontalHeader());
}

} // namespace tlsrpt

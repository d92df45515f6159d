// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/findings/findingdetail.h"

#include "ui/charts/daychart.h"
#include "ui/detail/severitylook.h"
#include "ui/findings/findingchart.h"
#include "ui/findings/findingsections.h"
#include "ui/widgets/delegates.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/table.h"
#include "ui/words/findingwords.h"
#include "ui/words/text.h"
#include "ui/words/words.h"

#include <QAction>
#include <QPushButton>
#include <QResizeEvent>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace tlsrpt
{

namespace
{

constexpr int narrowBelow = 760;
constexpr int widestContent = 1160;
constexpr int chartHeight = 132;
constexpr int mostRows = 10;

QLabel *wrapping(QLabel *label)
{
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

FindingDetail::FindingDetail(const Theme &theme, Settings &settings, const Ways &ways, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_hint(wrapping(makeLabel(theme, tr("Choose a finding to see what is known about it."), FontRole::Body, Token::Text2)))
    , m_rule(new QFrame)
    , m_area(new QScrollArea)
    , m_pill(new PillLabel(theme, {}, {}, Token::Text, Token::Hover))
    , m_state(wrapping(makeLabel(theme, {}, FontRole::Caption, Token::Text2)))
    , m_title(wrapping(makeLabel(theme, {}, FontRole::Headline)))
    , m_muted(new InfoBox(theme, {}, {}))
    , m_chart(new DayChart(theme))
    , m_story(new Sections(theme))
    , m_remedy(new Sections(theme))
    , m_side(new Sections(theme))
    , m_evidence(newEvidenceModel(this))
{
    setMinimumWidth(300);
    m_rule->setFixedHeight(1);
    m_rule->setBackgroundRole(QPalette::Mid);
    m_rule->setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_hint->setContentsMargins(space::l, space::l, space::l, space::l);
    m_head = buildHead(ways);
    m_proof = buildProof(settings);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setAccessibleName(tr("The chosen finding"));
    m_area->setWidget(buildBody());
    setOnBase(*m_area);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_hint);
    column->addWidget(m_head);
    column->addWidget(m_rule);
    column->addWidget(m_area, 1);
    column->addStretch(0);
    connect(m_chart, &DayChart::daysChosen, this, &FindingDetail::daysChosen);
    clear();
}

QPushButton *FindingDetail::newButton(QAction *action, bool primary)
{
    auto *button = new QPushButton;
    button->setProperty("primary", primary);
    const auto update = [button, action, primary] {
        button->setText(action->text().remove(u'&'));
        button->setIcon(primary ? QIcon() : action->icon());
        //: the tool tip of a button; %1 is a key such as Ctrl+M
        button->setToolTip(action->shortcut().isEmpty() ? QString() : tr("Key: %1").arg(action->shortcut().toString(QKeySequence::NativeText)));
        button->setVisible(action->isVisible());
        button->setEnabled(action->isEnabled());
    };
    connect(action, &QAction::changed, button, [this, update] {
        update();
        arrangeButtons();
    });
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    update();
    m_buttons.push_back(button);
    return button;
}

QWidget *FindingDetail::buildHead(const Ways &ways)
{
    auto *head = new QWidget;
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(space::l, 14, space::l, 12);
    column->setSpacing(space::s);
    auto *state = new QHBoxLayout;
    state->addWidget(m_pill, 0, Qt::AlignTop);
    state->addWidget(m_state, 1);
    m_state->setContentsMargins(0, 3, 0, 0);
    column->addLayout(state);
    column->addWidget(m_title);
    column->addWidget(m_muted);
    m_buttonGrid = new QGridLayout;
    m_buttonGrid->setHorizontalSpacing(space::s);
    m_buttonGrid->setVerticalSpacing(space::s);
    newButton(ways.letter, true);
    for (QAction *each : {ways.copy, ways.mute, ways.enforce, ways.reports, ways.server})
        newButton(each);
    column->addLayout(m_buttonGrid);
    arrangeButtons();
    return head;
}

// The ways to other pages stand at the right end, or below where there is no room.
void FindingDetail::arrangeButtons()
{
    int wanted = 2 * space::l;
    for (const QPushButton *button : m_buttons)
        wanted += button->isHidden() ? 0 : button->sizeHint().width() + space::s;
    const bool two = wanted > width();
    if (m_buttonGrid->count() > 0 && two == m_twoRows)
        return;
    m_twoRows = two;
    while (QLayoutItem *item = m_buttonGrid->takeAt(0))
        delete item;
    for (int i = 0; i < static_cast<int>(m_buttons.size()); ++i) {
        const bool way = i >= 3;
        m_buttonGrid->addWidget(m_buttons[static_cast<size_t>(i)], two && way ? 1 : 0, two && way ? i - 3 : way ? i + 1 : i);
    }
    m_buttonGrid->setColumnStretch(3, 1);
}

QWidget *FindingDetail::buildBody()
{
    m_chartTitle = new SectionHeading(m_theme, {});
    m_chart->setFixedHeight(chartHeight);
    m_chartBox = new QWidget;
    auto *chart = new QVBoxLayout(m_chartBox);
    chart->setContentsMargins(0, space::s, 0, 0);
    chart->setSpacing(space::xs);
    chart->addWidget(m_chartTitle);
    chart->addWidget(m_chart);

    auto *content = new QWidget;
    content->setMaximumWidth(widestContent);
    m_grid = new QGridLayout(content);
    m_grid->setContentsMargins(space::l, 14, space::l, space::l);
    m_grid->setHorizontalSpacing(space::column);
    m_grid->setVerticalSpacing(space::s);
    auto *outer = new QWidget;
    auto *row = new QHBoxLayout(outer);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(content, 1000);
    row->addStretch(1);
    arrange(false);
    return outer;
}

QWidget *FindingDetail::buildProof(Settings &settings)
{
    m_table = new QTableView;
    m_table->setModel(m_evidence);
    m_table->setAccessibleName(tr("What proves it"));
    m_table->setToolTip(tr("Double-click or press Enter to open the report."));
    setUpTable(*m_table, m_theme, settings, u"findings/evidence"_qs);
    m_table->setItemDelegate(new CellDelegate(m_theme, m_table));
    m_table->setItemDelegateForColumn(EvidenceCount, new NumberDelegate(m_theme, m_table));
    setColumnWidths(*m_table->horizontalHeader(), {74, 140, 150, 180, 150, 120, 120, 70});
    growColumns(*m_table, {EvidenceSender, EvidenceWhat, EvidenceReason, EvidenceServer});
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_proofTitle = new SectionHeading(m_theme, tr("What proves it"));
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        emit reportOpened(m_evidence->row(index.row()).report);
    });
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, space::s, 0, 0);
    column->setSpacing(space::xs);
    column->addWidget(m_proofTitle);
    column->addWidget(m_table);
    return box;
}

void FindingDetail::arrange(bool narrow)
{
    if (narrow == m_narrow && m_grid->count() > 0)
        return;
    m_narrow = narrow;
    while (QLayoutItem *item = m_grid->takeAt(0))
        delete item;
    m_grid->addWidget(m_story, 0, 0, Qt::AlignTop);
    m_grid->addWidget(m_chartBox, 1, 0, Qt::AlignTop);
    if (narrow) {
        m_grid->addWidget(m_side, 2, 0, Qt::AlignTop);
        m_grid->addWidget(m_remedy, 3, 0, Qt::AlignTop);
        m_grid->addWidget(m_proof, 4, 0);
    } else {
        m_grid->addWidget(m_remedy, 2, 0, Qt::AlignTop);
        m_grid->addWidget(m_side, 0, 1, 3, 1, Qt::AlignTop);
        m_grid->addWidget(m_proof, 4, 0, 1, 2);
    }
    m_grid->setColumnStretch(0, 446);
    m_grid->setColumnStretch(1, narrow ? 0 : 288);
    // Where the side is longer, the remedy's row takes the difference; the end takes what is free.
    m_grid->setRowStretch(2, narrow ? 0 : 1);
    m_grid->setRowStretch(5, 1000);
}

void FindingDetail::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange(event->size().width() < narrowBelow);
    arrangeButtons();
}

void FindingDetail::clear()
{
    m_shown.reset();
    m_hint->show();
    m_head->hide();
    m_rule->hide();
    m_area->hide();
}

void FindingDetail::showState(const FindingItem &item, const FindingMark &mark)
{
    const Finding &finding = *item.finding;
    const SeverityLook look = lookOf(finding);
    m_pill->setText(finding.open ? words::severityName(finding.severity) : finding.forgotten ? tr("Not known") : tr("Over"));
    m_pill->setLook(look.icon, look.text, look.ground);
    m_muted->setVisible(item.muted);
    if (item.muted) {
        m_muted->setText(mark.until ? tr("Muted up to %1").arg(words::dayLong(*mark.until)) : tr("Muted until you unmute it"),
                         words::shown(mark.reason, 300));
    }
}

void FindingDetail::show(const FindingItem &item, const FindingMark &mark, Day newest)
{
    m_hint->hide();
    m_head->show();
    m_rule->show();
    m_area->show();
    showState(item, mark);
    const Finding &finding = *item.finding;
    const bool same = m_shown && newest == m_newest && (m_shown == item.finding || *m_shown == finding);
    const bool sameProblem = m_shown && m_shown->key() == item.key && m_shown->first == finding.first;
    m_shown = item.finding;
    m_newest = newest;
    if (same)
        return; // whoever reads or selects in it is not disturbed
    const words::FindingWords told = words::finding(finding);
    m_title->setText(breakable(told.title));
    m_state->setText(told.state % u" · "_qs % tr("rule %1").arg(id(finding.rule)));
    fillStory(*m_story, told);
    fillRemedy(*m_remedy, m_theme, finding, told);
    fillSide(*m_side, m_theme, finding, told);
    ChartData chart = findingChart(finding, newest, m_theme);
    m_chartBox->setVisible(chart.count() > 0);
    m_chartTitle->setTitle(chart.accessibleName);
    m_chartTitle->setCaption(words::shown(finding.mx.isEmpty() ? finding.domain : finding.mx, 60));
    m_chart->setData(std::move(chart));
    if (!sameProblem) {
        m_proof->hide();
        m_area->verticalScrollBar()->setValue(0);
    }
}

void FindingDetail::showEvidence(const Evidence &evidence)
{
    m_evidence->setRows(evidence.rows);
    m_proof->setVisible(!evidence.rows.empty());
    for (const EvidenceColumn column : {EvidenceReason, EvidenceServer, EvidenceAddress, EvidenceNetwork, EvidenceCount})
        m_table->setColumnHidden(column, !hasColumn(*m_evidence, column));
    const auto shown = static_cast<qint64>(evidence.rows.size());
    const QString reports = tr("%Ln report(s)", nullptr, static_cast<int>(std::min<qint64>(evidence.reports, 1'000'000'000)));
    m_proofTitle->setCaption(shown >= mostEvidence ? reports + u" · "_qs + tr("the newest %1 rows").arg(words::number(shown)) : reports);
    const int rows = std::clamp(m_evidence->rowCount(), 1, mostRows);
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + rows * m_table->verticalHeader()->defaultSectionSize()
                            + m_table->horizontalScrollBar()->sizeHint().height() + 2);
    if (m_evidence->rowCount() > 0)
        m_table->setCurrentIndex(m_evidence->index(0, 0));
    fitNumbers(*m_table, *m_table->horizontalHeader());
}

void FindingDetail::takeFocus() { m_area->setFocus(Qt::OtherFocusReason); }

bool FindingDetail::evidenceHasFocus() const { return m_table->hasFocus(); }

} // namespace tlsrpt

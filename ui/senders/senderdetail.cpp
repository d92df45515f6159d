// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/senders/senderdetail.h"

#include "ui/charts/daychart.h"
#include "ui/detail/findinglinks.h"
#include "ui/senders/sendersmodels.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/valuegrid.h"
#include "ui/words/text.h"
#include "ui/words/words.h"

#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

namespace tlsrpt
{

namespace
{

constexpr qsizetype longestName = 200; ///< a stranger may send 64 kB, which take seconds to wrap

QLabel *wrapping(QLabel *label)
{
    label->setWordWrap(true);
    return label;
}

} // namespace

SenderDetail::SenderDetail(const Theme &theme, QWidget *parent)
    : QScrollArea(parent)
    , m_theme(theme)
    , m_hint(wrapping(makeLabel(theme, tr("Choose a sender to see how it reports."), FontRole::Body, Token::Text2)))
    , m_content(new QWidget)
    , m_name(wrapping(makeLabel(theme, {}, FontRole::Section)))
    , m_silent(wrapping(makeLabel(theme, {}, FontRole::Body, Token::AttentionText)))
    , m_values(new ValueGrid(theme))
    , m_findings(new FindingLinks(theme))
    , m_chartTitle(new SectionHeading(theme, {}))
    , m_chart(new DayChart(theme))
    , m_traitsTitle(new SectionHeading(theme, tr("Differs from the standard")))
    , m_traits(wrapping(makeLabel(theme, {})))
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("The chosen sender"));
    setMinimumWidth(260);
    m_chart->setFixedHeight(140);
    auto *only = new QPushButton(tr("Show only this sender"));
    auto *reports = new QPushButton(tr("Show its reports"));
    m_only = only;
    m_reports = reports;
    connect(only, &QPushButton::clicked, this, [this] { emit showOnly(m_key); });
    connect(reports, &QPushButton::clicked, this, [this] { emit showReports(m_key); });
    connect(m_findings, &FindingLinks::opened, this, &SenderDetail::findingOpened);
    connect(m_chart, &DayChart::daysChosen, this, &SenderDetail::daysChosen);

    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    column->addWidget(m_name);
    column->addWidget(m_silent);
    column->addWidget(m_values);
    column->addWidget(m_findings);
    column->addWidget(m_chartTitle);
    column->addWidget(m_chart);
    column->addWidget(m_traitsTitle);
    column->addWidget(m_traits);
    column->addWidget(only, 0, Qt::AlignLeft);
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

void SenderDetail::clear()
{
    m_hint->show();
    m_content->hide();
    m_key.clear();
}

void SenderDetail::show(const SenderRow &row, Day newest, const std::vector<FindingPtr> &findings)
{
    m_key = row.key;
    m_hint->hide();
    m_content->show();
    m_name->setText(words::shown(row.name, longestName));
    const int gap = newest.value - row.last.value;
    const bool silent = row.days >= 5 && gap > std::max(4.0, 3 * row.usualGapDays);
    m_silent->setVisible(silent);
    m_silent->setText(tr("No report since %1, usually %2. It may have had no mail for you, or its reports get lost.")
                          .arg(words::day(row.last), rhythm(row)));
    m_findings->show(findings);
    m_values->clear();
    m_values->addRow(tr("Known as"), words::shown(row.key, longestName));
    m_values->addRow(tr("Checks"), checks(row));
    m_values->addRow(tr("Reports"), tr("%1 on %2 days").arg(words::number(row.reports), words::number(row.days)));
    m_values->addRow(tr("Seen"), words::period({row.first, row.last}));
    const QString often = rhythm(row);
    m_values->addRow(tr("Usually"), often.isEmpty() ? tr("too few reports to tell") : often);
    const Sessions &s = row.sessions;
    m_values->addRow(tr("Sessions"), words::number(s.total()));
    m_values->addRow(tr("Protected"), words::percentOf(s.protectedCount, s.total()));
    m_values->addRow(tr("No policy"), words::percentOf(s.noPolicy, s.total()));
    m_values->addRow(tr("Failed"), words::percentOf(s.failed, s.total()) + u" · "_qs + words::number(s.failed),
                     FontRole::Body, s.failed > 0 ? Token::Failed : Token::Text);
    showTraits(row);
    verticalScrollBar()->setValue(0);
}

void SenderDetail::showTraits(const SenderRow &row)
{
    QStringList traits;
    for (int kind = 0; kind < deviationKindCount; ++kind) {
        if (row.deviations & (quint64(1) << kind))
            traits.append(u"• "_qs + words::deviationName(static_cast<DeviationKind>(kind)));
    }
    if (!traits.isEmpty())
        traits.prepend(tr("In %Ln report(s):", nullptr, static_cast<int>(row.deviatingReports)));
    m_traits->setText(traits.isEmpty() ? tr("They follow RFC 8460.") : traits.join(u'\n'));
}

void SenderDetail::showDays(const std::vector<DayRow> &days)
{
    ChartData chart = sessionsChart(days, m_theme);
    m_chartTitle->setTitle(chart.accessibleName);
    m_chart->setData(std::move(chart));
}

} // namespace tlsrpt

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/overviewview.h"

#include "ui/charts/chartlegend.h"
#include "ui/charts/daychart.h"
#include "ui/detail/linkbutton.h"
#include "ui/widgets/delegates.h"
#include "ui/widgets/figurestrip.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/table.h"
#include "ui/words/findingwords.h"
#include "ui/words/words.h"

#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QResizeEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace tlsrpt
{

namespace
{

constexpr int widestContent = 1600;
constexpr int headerHeight = 30;
constexpr int problemColumn = 7;  ///< of the domains
constexpr int nameShare = 5;      ///< a domain takes at most this part of its row
constexpr int lowestChart = 140;
constexpr int highestChart = 240;
constexpr int besideCharts = 430; ///< height of all that is not a chart
constexpr int narrowBelow = 1000; ///< the lists move under the charts

std::vector<Figure> figuresOf(const Overview &o)
{
    const Sessions &s = o.sessions;
    const QString week = words::percentOf(o.lastWeek.failed, o.lastWeek.total());
    return {
        {OverviewView::tr("Protected"), words::percentOf(s.protectedCount, s.total()),
         OverviewView::tr("%1 sessions").arg(words::number(s.protectedCount)), Token::ProtectedText},
        {OverviewView::tr("No policy applied"), words::percentOf(s.noPolicy, s.total()),
         OverviewView::tr("%1 · delivered, unproven").arg(words::number(s.noPolicy)), Token::Text},
        {OverviewView::tr("Failed"), words::percentOf(s.failed, s.total()),
         OverviewView::tr("%1 · last 7 days %2").arg(words::number(s.failed), week), s.failed > 0 ? Token::Failed : Token::Text},
        {OverviewView::tr("Senders"), words::number(static_cast<qint64>(o.senders.size())),
         OverviewView::tr("%1 reports").arg(words::number(o.reports)), Token::Text},
        {OverviewView::tr("Days with reports"),
         OverviewView::tr("%1 of %2").arg(words::number(o.daysWithReports), words::number(o.period.days())),
         words::period(o.period), Token::Text},
    };
}

} // namespace

OverviewView::OverviewView(const Theme &theme, Settings &settings, QWidget *parent)
    : QScrollArea(parent)
    , m_theme(theme)
    , m_senderModel(newSenderShares(this))
    , m_trackModel(newTrackShares(this))
    , m_domainModel(newDomainRows(this))
    , m_headline(newLabel(FontRole::Headline))
    , m_stale(newLabel(FontRole::Body, Token::AttentionText))
    , m_links(buildLinks())
    , m_figures(new FigureStrip(theme))
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_senders = newTable(m_senderModel, settings, u"overview/senders"_qs, tr("Sessions by sender"));
    m_tracks = newTable(m_trackModel, settings, u"overview/tracks"_qs, tr("Sessions by policy"));
    m_domains = newTable(m_domainModel, settings, u"overview/domains"_qs, tr("Domains"));
    m_charts = buildCharts();
    m_lists = buildLists();

    auto *content = new QWidget;
    content->setMaximumWidth(widestContent);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(space::l, space::m, space::l, space::l);
    column->setSpacing(12);
    auto *top = new QHBoxLayout;
    top->setSpacing(space::l);
    auto *sentences = new QVBoxLayout;
    sentences->setSpacing(space::xs);
    sentences->addWidget(m_headline);
    sentences->addWidget(m_stale);
    sentences->addStretch(1);
    m_stale->setWordWrap(true);
    m_stale->hide();
    top->addLayout(sentences, 1);
    top->addWidget(m_links, 0, Qt::AlignTop);
    column->addLayout(top);
    column->addWidget(m_figures);
    m_middle = new QGridLayout;
    m_middle->setHorizontalSpacing(space::column);
    column->addLayout(m_middle);
    auto *domains = new SectionHeading(theme, tr("Domains"), words::domainOrder());
    auto *below = new QVBoxLayout;
    below->setSpacing(space::xs);
    below->addWidget(domains);
    below->addWidget(m_domains);
    column->addLayout(below);
    column->addStretch(1);

    auto *outer = new QWidget;
    auto *row = new QHBoxLayout(outer);
    row->setContentsMargins(0, 0, 0, 0);
    row->addStretch(1);
    row->addWidget(content, widestContent);
    row->addStretch(1);
    setWidget(outer);
    setOnBase(*this);

    connectTables();
    connectCharts();
    connect(&theme, &Theme::changed, this, &OverviewView::applyFonts);
    applyFonts();
    arrange();
}

QWidget *OverviewView::buildLinks()
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_worstLink = new LinkButton(m_theme, tr("Open the worst finding ›"));
    m_allLink = new LinkButton(m_theme, tr("All findings ›"));
    column->addWidget(m_worstLink);
    column->addWidget(m_allLink);
    connect(m_worstLink, &LinkButton::clicked, this, [this] { emit findingOpened(m_worst); });
    connect(m_allLink, &LinkButton::clicked, this, [this] { emit findingOpened({}); });
    return box;
}

void OverviewView::showLinks(const std::vector<FindingPtr> &findings, bool judged)
{
    const auto worst = std::min_element(findings.begin(), findings.end(), [](const FindingPtr &a, const FindingPtr &b) {
        return isProblem(*a) != isProblem(*b) ? isProblem(*a) : isWorse(*a, *b);
    });
    m_worst = worst == findings.end() || !isProblem(**worst) ? QString() : (*worst)->key();
    m_worstLink->setVisible(!m_worst.isEmpty());
    m_links->setVisible(judged);
}

QLabel *OverviewView::newLabel(FontRole role, Token token)
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(role == FontRole::Headline);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_words.push_back({label, role, token});
    return label;
}

void OverviewView::applyFonts()
{
    for (const Words &words : m_words) {
        words.label->setFont(m_theme.font(words.role));
        QPalette palette = words.label->palette();
        palette.setColor(QPalette::WindowText, m_theme.color(words.token));
        palette.setColor(QPalette::Text, m_theme.color(words.token));
        words.label->setPalette(palette);
    }
}

QTableView *OverviewView::newTable(QAbstractItemModel *model, Settings &settings, const QString &key,
                                   const QString &name)
{
    auto *table = new QTableView;
    table->setModel(model);
    table->setAccessibleName(name);
    setUpTable(*table, m_theme, settings, key);
    table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table->setItemDelegate(new CellDelegate(m_theme, table));
    for (int column = 0; column < model->columnCount(); ++column) {
        const auto alignment = model->headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).toInt();
        if (alignment & Qt::AlignRight)
            table->setItemDelegateForColumn(column, new NumberDelegate(m_theme, table));
    }
    return table;
}

QWidget *OverviewView::buildCharts()
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    m_sessionsTitle = new SectionHeading(m_theme, {});
    m_legend = new ChartLegend(m_theme);
    m_sessionsTitle->addBesideTitle(m_legend);
    m_sessions = new DayChart(m_theme);
    m_causesTitle = new SectionHeading(m_theme, {});
    m_causes = new DayChart(m_theme);
    // Beside longer lists the charts grow, so that nothing is empty below them.
    column->addWidget(m_sessionsTitle);
    column->addWidget(m_sessions, 1);
    column->addSpacing(space::s);
    column->addWidget(m_causesTitle);
    column->addWidget(m_causes, 1);
    return box;
}

QWidget *OverviewView::buildLists()
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    auto *senders = newLabel(FontRole::Section);
    senders->setText(tr("By sender"));
    auto *tracks = newLabel(FontRole::Section);
    tracks->setText(tr("By policy"));
    setColumnWidths(*m_senders->horizontalHeader(), {140, 130, 60, 54});
    setColumnWidths(*m_tracks->horizontalHeader(), {140, 130, 60, 54});
    setColumnWidths(*m_domains->horizontalHeader(), {150, 168, 88, 84, 84, 98, 104, 300});
    m_domains->horizontalHeader()->setSectionResizeMode(problemColumn, QHeaderView::Stretch);
    for (QTableView *table : {m_senders, m_tracks})
        table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_senders->setItemDelegateForColumn(1, new BarNumberDelegate(m_theme, m_senders));
    m_tracks->setItemDelegateForColumn(1, new BarNumberDelegate(m_theme, m_tracks));
    m_domains->setItemDelegateForColumn(6, new SparkDelegate(m_theme, m_domains));
    column->addWidget(senders);
    column->addWidget(m_senders);
    column->addSpacing(space::s);
    column->addWidget(tracks);
    column->addWidget(m_tracks);
    column->addStretch();
    return box;
}

void OverviewView::connectTables()
{
    const auto choose = [this](QTableView *table, const std::function<void(Filter &, const QString &)> &set) {
        table->setToolTip(tr("Double-click or press Enter to show only this."));
        connect(table, &QTableView::activated, this, [this, set, table](const QModelIndex &index) {
            const QString finding = table == m_domains && index.column() == problemColumn ? index.data(KeyRole).toString() : QString();
            if (!finding.isEmpty())
                return emit findingOpened(finding);
            Filter filter;
            set(filter, index.siblingAtColumn(0).data(KeyRole).toString());
            emit filterChosen(filter);
        });
    };
    choose(m_senders, [](Filter &filter, const QString &key) { filter.senders = {key}; });
    choose(m_domains, [](Filter &filter, const QString &key) { filter.domains = {key}; });
    choose(m_tracks, [](Filter &filter, const QString &key) {
        for (int i = 0; i < trackCount; ++i) {
            if (key == slug(static_cast<Track>(i)))
                filter.tracks = {static_cast<Track>(i)};
        }
    });
}

void OverviewView::connectCharts()
{
    connect(m_sessions, &DayChart::hovered, m_causes, &DayChart::setHoverSlot);
    connect(m_causes, &DayChart::hovered, m_sessions, &DayChart::setHoverSlot);
    for (DayChart *chart : {m_sessions, m_causes})
        connect(chart, &DayChart::daysChosen, this, &OverviewView::daysChosen);
    connect(m_causes, &DayChart::seriesChosen, this, &OverviewView::causeChosen);
}

void OverviewView::show(const Overview &overview, const std::vector<FindingPtr> &findings,
                        const std::shared_ptr<const Diagnosis> &diagnosis, const Filter &filter)
{
    m_headline->setText(words::leavesOnlyFailures(filter) ? words::failuresHeadline(overview, findings)
                        : diagnosis ? words::headline(overview, findings) : words::verdict(overview));
    showLinks(findings, diagnosis != nullptr);
    m_figures->setFigures(figuresOf(overview));
    showCharts(overview, diagnosis ? dayMarks(*diagnosis, findings, filter) : std::vector<DayMark>());
    m_senderModel->setRows(senderShares(overview));
    m_trackModel->setRows(trackShares(overview));
    m_domainModel->setRows(domainLines(overview, findings, diagnosis != nullptr));
    for (QTableView *table : {m_senders, m_tracks, m_domains})
        fitNumbers(*table, *table->horizontalHeader());
    // A name is not cut beside an open problem that leaves half of its column empty.
    const QAbstractItemView &table = *m_domains; // there its hint is public
    fitColumn(*m_domains, 0, std::min(table.sizeHintForColumn(0), table.viewport()->width() / nameShare));
    fitRows(m_senders, 10);
    fitRows(m_tracks, trackCount);
    fitRows(m_domains, 30);
}

void OverviewView::setStaleness(const QString &text)
{
    m_stale->setText(text);
    m_stale->setVisible(!text.isEmpty());
}

void OverviewView::showCharts(const Overview &overview, std::vector<DayMark> marks)
{
    ChartData sessions = sessionsChart(overview.days, m_theme);
    m_sessionsTitle->setTitle(sessions.accessibleName);
    m_causesTitle->setTitle(causesTitle(sessions.unit));
    sessions.legend = false;
    addMarks(sessions, marks);
    m_legend->setData(sessions);
    m_sessions->setData(std::move(sessions));
    const bool any = overview.occurrencesTotal > 0;
    m_causes->setVisible(any);
    m_causesTitle->setCaption(any ? tr("%1 occurrences named in the reports, %2 sessions failed")
                                       .arg(words::number(overview.occurrencesTotal),
                                            words::number(overview.sessions.failed))
                             : overview.sessions.failed > 0
                                 ? tr("%1 sessions failed; the reports name no cause")
                                       .arg(words::number(overview.sessions.failed))
                                 : tr("No session failed in this period."));
    m_causes->setData(causesChart(overview.days, m_theme));
}

void OverviewView::fitRows(QTableView *table, int most)
{
    const int rows = std::clamp(table->model()->rowCount(), 1, most);
    int height = std::max(table->horizontalHeader()->sizeHint().height(), headerHeight) + 4;
    for (int row = 0; row < rows; ++row)
        height += table->rowHeight(row);
    table->setFixedHeight(height);
    table->setVerticalScrollBarPolicy(table->model()->rowCount() > most ? Qt::ScrollBarAsNeeded
                                                                        : Qt::ScrollBarAlwaysOff);
}

const QAbstractItemModel *OverviewView::focusedTable() const
{
    for (const QTableView *table : {m_senders, m_tracks}) {
        if (table->hasFocus())
            return table->model();
    }
    return m_domainModel;
}

void OverviewView::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    const int chart = std::clamp((event->size().height() - besideCharts) / 2, lowestChart, highestChart);
    for (DayChart *each : {m_sessions, m_causes})
        each->setMinimumHeight(chart);
    const bool narrow = event->size().width() < narrowBelow;
    if (narrow != m_narrow) {
        m_narrow = narrow;
        arrange();
    }
}

void OverviewView::arrange()
{
    m_middle->removeWidget(m_charts);
    m_middle->removeWidget(m_lists);
    m_middle->addWidget(m_charts, 0, 0);
    m_middle->addWidget(m_lists, m_narrow ? 1 : 0, m_narrow ? 0 : 1);
    m_middle->setColumnStretch(0, 7);
    m_middle->setColumnStretch(1, m_narrow ? 0 : 4);
}

} // namespace tlsrpt

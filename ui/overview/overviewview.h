// SPDX-License-Identifier: GPL-3.0-or-later
// The look of the overview: shows an answer, tells what was chosen, knows no archive.
#pragma once

#include "core/diagnosis/diagnosis.h"
#include "core/query/answers.h"
#include "core/query/filter.h"
#include "core/settings/settings.h"
#include "ui/overview/daymarks.h"
#include "ui/overview/overviewmodels.h"
#include "ui/theme/theme.h"

#include <QScrollArea>

class QGridLayout;
class QLabel;
class QTableView;

namespace tlsrpt
{

class ChartLegend;
class DayChart;
class FigureStrip;
class LinkButton;
class SectionHeading;

class OverviewView : public QScrollArea
{
    Q_OBJECT
public:
    OverviewView(const Theme &theme, Settings &settings, QWidget *parent = nullptr);

    /// `findings`: what the filter leaves, without muted ones; `diagnosis` may be null.
    void show(const Overview &overview, const std::vector<FindingPtr> &findings = {},
              const std::shared_ptr<const Diagnosis> &diagnosis = {}, const Filter &filter = {});
    /// Says below the headline that the figures are old; nothing when empty.
    void setStaleness(const QString &text);
    /// The model of the table with the focus, else the table of domains.
    const QAbstractItemModel *focusedTable() const;

signals:
    void daysChosen(tlsrpt::DayRange days);
    void causeChosen(const QString &key, tlsrpt::DayRange days);
    /// One of domains, senders, tracks is set.
    void filterChosen(const tlsrpt::Filter &filter);
    /// A finding by its key; empty: their list.
    void findingOpened(const QString &key);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildCharts();
    QWidget *buildLists();
    void arrange();
    void applyFonts();
    QTableView *newTable(QAbstractItemModel *model, Settings &settings, const QString &key, const QString &name);
    QLabel *newLabel(FontRole role, Token token = Token::Text);
    void connectTables();
    void connectCharts();
    void showCharts(const Overview &overview, std::vector<DayMark> marks);
    void showLinks(const std::vector<FindingPtr> &findings, bool judged);
    QWidget *buildLinks();
    static void fitRows(QTableView *table, int most);

    struct Words {
        QLabel *label;
        FontRole role;
        Token token;
    };

    const Theme &m_theme;
    std::vector<Words> m_words;
    SenderShares *m_senderModel;
    TrackShares *m_trackModel;
    DomainRows *m_domainModel;
    QLabel *m_headline;
    QLabel *m_stale;
    LinkButton *m_worstLink = nullptr;
    LinkButton *m_allLink = nullptr;
    QWidget *m_links;
    QString m_worst; ///< key of the worst open problem
    FigureStrip *m_figures;
    SectionHeading *m_sessionsTitle = nullptr;
    ChartLegend *m_legend = nullptr;
    SectionHeading *m_causesTitle = nullptr;
    DayChart *m_sessions = nullptr;
    DayChart *m_causes = nullptr;
    QTableView *m_senders = nullptr;
    QTableView *m_tracks = nullptr;
    QTableView *m_domains = nullptr;
    QWidget *m_charts;
    QWidget *m_lists;
    QGridLayout *m_middle = nullptr;
    bool m_narrow = false;
};

} // namespace tlsrpt

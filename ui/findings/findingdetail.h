// SPDX-License-Identifier: GPL-3.0-or-later
// One finding: what was seen, what it did, who acts, how to check and mend it, what proves it.
#pragma once

#include "core/store/findingmarks.h"
#include "ui/findings/evidence.h"
#include "ui/findings/findingitem.h"
#include "ui/theme/theme.h"

#include <QScrollArea>

class QAction;
class QGridLayout;
class QLabel;
class QPushButton;
class QTableView;

namespace tlsrpt
{

class DayChart;
class InfoBox;
class PillLabel;
class SectionHeading;
class Sections;
class Settings;

class FindingDetail : public QWidget
{
    Q_OBJECT
public:
    /// What can be done with the finding; the buttons of the pane trigger them. The actions are
    /// the page's, which has them in menus, too.
    struct Ways {
        QAction *letter, *copy, *mute, *enforce, *reports, *server;
    };
    FindingDetail(const Theme &theme, Settings &settings, const Ways &ways, QWidget *parent = nullptr);

    void show(const FindingItem &item, const FindingMark &mark, Day newest);
    void showEvidence(const Evidence &evidence);
    void clear();
    const EvidenceModel &evidence() const { return *m_evidence; }
    bool evidenceHasFocus() const;
    void takeFocus(); ///< so that the arrows scroll it

signals:
    void reportOpened(tlsrpt::ReportId report);
    void daysChosen(tlsrpt::DayRange days);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildHead(const Ways &ways);
    QWidget *buildBody();
    QWidget *buildProof(Settings &settings);
    QPushButton *newButton(QAction *action, bool primary = false);
    void showState(const FindingItem &item, const FindingMark &mark);
    void arrange(bool narrow);
    void arrangeButtons();

    const Theme &m_theme;
    FindingPtr m_shown;
    Day m_newest;
    QLabel *m_hint;
    QWidget *m_head = nullptr;
    QFrame *m_rule;
    QScrollArea *m_area;
    PillLabel *m_pill;
    QLabel *m_state;
    QLabel *m_title;
    InfoBox *m_muted;
    std::vector<QPushButton *> m_buttons;
    QGridLayout *m_buttonGrid = nullptr;
    QGridLayout *m_grid = nullptr;
    QWidget *m_chartBox = nullptr;
    SectionHeading *m_chartTitle = nullptr;
    DayChart *m_chart;
    Sections *m_story;
    Sections *m_remedy;
    Sections *m_side;
    QWidget *m_proof = nullptr;
    SectionHeading *m_proofTitle = nullptr;
    EvidenceModel *m_evidence;
    QTableView *m_table = nullptr;
    bool m_narrow = true;
    bool m_twoRows = false;
};

} // namespace tlsrpt
